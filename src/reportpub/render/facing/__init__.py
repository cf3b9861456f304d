"""Facing pages: Chinese on the left, English on the right, kept in step block by block."""
