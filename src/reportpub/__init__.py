"""Annual reports in Chinese and English: written once in YAML, set, proved, and handed over."""

__version__ = "0.1.0"
