"""Two versions of a report beside each other: which texts differ, and which figures."""
