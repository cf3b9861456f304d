"""How narrow and how wide a paragraph can be: what tables ask before they give their columns widths."""

from __future__ import annotations

from reportpub.typeset.galley import Galley
from reportpub.typeset.hyphens import SOFT
from reportpub.typeset.quantities import NUMBER_UNIT


def extent(galley: Galley) -> tuple[float, float]:
    """Return the width of the widest stretch that lines had better not part, and of it all on one line (em).

    A column as wide as the first parts no word, and no number from its unit.
    """
    begins, ends = galley.sums.begins, galley.sums.ends
    widest, first = 0.0, 0
    for index, (box, penalty) in enumerate(zip(galley.boxes, galley.penalties, strict=True)):
        if penalty < NUMBER_UNIT and SOFT not in box.marks:
            widest = max(widest, ends[index] - begins[first])
            first = index
    return max(widest, ends[-1] - begins[first]), galley.natural_width()
