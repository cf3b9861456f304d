"""What goes out of the house and comes back: files of reviewers, texts of translators, other versions."""
