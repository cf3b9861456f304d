"""The call-figures sheet: every figure of a report on paper, to be read aloud and ticked."""
