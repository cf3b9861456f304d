"""The report in a browser while it is written: its pages, what is wrong on them, and the way to the YAML."""
