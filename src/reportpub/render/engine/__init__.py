"""WeasyPrint as we run it: the same pages, reached by shorter ways."""
