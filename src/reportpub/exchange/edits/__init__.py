"""The edits in a Word file that came back: its text against the one that went out, change by change."""
