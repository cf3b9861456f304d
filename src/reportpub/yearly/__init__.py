"""A report over the years: the next one begun from the last, and what has changed between them."""
