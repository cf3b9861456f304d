"""Blocks and inlines as HTML, and the page that wraps them."""
