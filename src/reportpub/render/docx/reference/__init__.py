"""A customer's Word file as the look of ours: its styles where it has them, ours where it has none."""
