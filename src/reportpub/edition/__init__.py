"""A Report becomes the Edition one reader meets."""
