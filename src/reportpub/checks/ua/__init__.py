"""The screen PDF, opened again: each condition of the Matterhorn Protocol that a program can check."""
