"""On which page everything stands: the lines and pages a word processor will make of the file, reckoned."""
