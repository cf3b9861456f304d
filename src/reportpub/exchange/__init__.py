"""What goes out to be edited and comes in from outside: manuscripts, Word files, translations."""
