"""Word files of anybody, read as a reader sees them (ECMA-376 part 1, 17)."""
