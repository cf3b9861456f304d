"""A round of review: what came back against what went out, and how edits find their way into the YAML."""
