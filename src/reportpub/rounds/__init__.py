"""Rounds of review: what went out is kept, what came back is told, and the next build is proved."""
