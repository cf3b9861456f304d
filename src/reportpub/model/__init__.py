"""The document as written: pure frozen data that imports nothing above it."""
