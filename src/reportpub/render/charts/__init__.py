"""Charts as vector drawings: every mark explicit in colour, every word placed by its measured width."""
