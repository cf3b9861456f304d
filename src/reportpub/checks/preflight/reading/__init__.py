"""What a PDF says, read as a press reads it: objects, colours, fonts, and the marks of every page."""
