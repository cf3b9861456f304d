"""A manuscript as its authors typed it: paragraphs, tables and pictures, out of Word, text or Markdown."""
