"""What the command line can be asked for: one module a verb, with its arguments, its request and its work."""
