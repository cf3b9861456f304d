"""Blocks and inlines as WordprocessingML, and the package that carries them."""
