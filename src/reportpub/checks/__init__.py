"""What is right and wrong with a report, an edition and a finished file."""
