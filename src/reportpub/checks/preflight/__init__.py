"""Preflight: whether a PDF, ours or another's, is what a printer takes."""
