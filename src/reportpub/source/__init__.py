"""YAML becomes the model: schema, markup and loader."""
