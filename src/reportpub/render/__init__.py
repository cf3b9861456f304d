"""An Edition and a Layout become finished files."""
