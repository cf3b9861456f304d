"""Photographs and bitmaps, made ready for the press and for the screen before pages are set."""
