"""The languages messages are told in: which one is wanted, and the catalogue of the Chinese ones."""
