"""The cover as one sheet: back flap, back, spine, front and front flap beside each other; lengths in mm.

Source: trade usage; the spine of a bound block is half its pages times the thickness of a leaf.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.model.job import Binding, Job

LEAST_SPINE_FOR_WORDS = 5.0
"""mm; on a narrower spine words would run over its edges when the cover is glued a little off."""
CLEAR = 1.0
"""mm left free on either side of the words of a spine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The measures of a cover, all in mm; `pages` are those of the body it is folded around."""

    trim: tuple[float, float]
    spine: float
    flaps: float
    pages: int

    @property
    def width(self) -> float:
        """Return the width of the trimmed sheet."""
        return 2 * (self.flaps + self.trim[0]) + self.spine

    @property
    def height(self) -> float:
        """Return the height of the trimmed sheet."""
        return self.trim[1]

    @property
    def back(self) -> float:
        """Return where the back begins, from the left of the sheet."""
        return self.flaps

    @property
    def spine_at(self) -> float:
        """Return where the spine begins."""
        return self.flaps + self.trim[0]

    @property
    def front(self) -> float:
        """Return where the front begins."""
        return self.spine_at + self.spine

    @property
    def worded(self) -> bool:
        """Tell whether the spine is wide enough for words."""
        return self.spine >= LEAST_SPINE_FOR_WORDS

    @property
    def folds(self) -> tuple[float, ...]:
        """Return where the sheet is folded, from its left edge."""
        flaps = (self.back, self.front + self.trim[0]) if self.flaps else ()
        return tuple(sorted({*flaps, self.spine_at, self.front}))


def spread(job: Job, pages: int) -> Spread:
    """Return the cover around a body of so many pages; a stitched one has no spine."""
    bound = job.binding is Binding.PERFECT
    spine = round(pages / 2 * job.caliper_mm, 2) if bound else 0.0
    return Spread(trim=job.trim, spine=spine, flaps=job.flaps_mm, pages=pages)
