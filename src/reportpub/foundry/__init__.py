"""The foundry: derives the faces in `fonts/` from their published sources, the same bytes every time."""
