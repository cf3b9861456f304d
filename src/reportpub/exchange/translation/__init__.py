"""The English served: texts go to translators with their figures protected, and come back into the YAML."""
