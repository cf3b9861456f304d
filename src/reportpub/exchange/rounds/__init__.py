"""A round of review: what went out is kept, what came back is decided, and the next build is proved."""
