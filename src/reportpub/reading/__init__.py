"""What a text says in numbers, read by the grammar of its language, and which text answers which."""
