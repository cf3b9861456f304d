"""Manuscripts become a project: languages told apart, structure found, paragraphs paired, nothing lost."""
