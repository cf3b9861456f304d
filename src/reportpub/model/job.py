"""The job: what the printer needs to know of an edition besides its words; lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportpub.findings import Span
from reportpub.model.facts import Words


class Standard(StrEnum):
    """The part of ISO 15930 that a press file follows: PDF/X-4, or PDF/X-1a:2003 for older workflows."""

    X4 = "x-4"
    X1A = "x-1a"

    @property
    def version(self) -> str:
        """Return the name that the file gives to it (GTS_PDFXVersion)."""
        return "PDF/X-1a:2003" if self is Standard.X1A else "PDF/X-4"


class Binding(StrEnum):
    """How the sheets are held together."""

    PERFECT = "perfect"
    SADDLE = "saddle-stitch"


class Mark(StrEnum):
    """What is printed outside the bleed on request."""

    CROP = "crop"
    SLUG = "slug"
    BARS = "bars"


class FirstPage(StrEnum):
    """What becomes of the cover page in the body when the cover is a file of its own."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleed:
    """How far ink runs over each edge of a right-hand page, in mm; left-hand pages mirror it.

    `mirrored` is false when the job names left and right instead of inner and outer.
    """

    top: float = 3.0
    right: float = 3.0
    bottom: float = 3.0
    left: float = 3.0
    mirrored: bool = True

    def of_page(self, number: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a page, counted from 1; odd pages lie on the right."""
        swapped = self.mirrored and number % 2 == 0
        left, right = (self.right, self.left) if swapped else (self.left, self.right)
        return left, self.bottom, right, self.top

    @property
    def most(self) -> float:
        """Return the widest of the four."""
        return max(self.top, self.right, self.bottom, self.left)

    @property
    def even(self) -> bool:
        """Tell whether all four edges have the same."""
        return len({self.top, self.right, self.bottom, self.left}) == 1


EVEN = Bleed()
"""3 mm on four sides, what printers ask for."""

NO_BLEED = Bleed(top=0, right=0, bottom=0, left=0)
"""For what is printed in an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the printer needs to know.

    `output_condition` is a name of the ICC characterisation registry, or of `registry`; `icc` its profile, a
    path below source/. `caliper_mm` is the thickness of one leaf of the body. `multiple` is the number of
    pages the body is padded to a multiple of. `ink_limit` is the sum of inks in per cent that a picture may
    reach. `spans` says where each key is written.
    """

    trim: tuple[float, float] = (210.0, 297.0)
    bleed: Bleed = EVEN
    standard: Standard = Standard.X4
    output_condition: str = "FOGRA39"
    registry: str = ""
    icc: str = ""
    ink_limit: int = 320
    marks: tuple[Mark, ...] = ()
    binding: Binding = Binding.PERFECT
    caliper_mm: float = 0.0
    flaps_mm: float = 0.0
    multiple: int = 1
    first_page: FirstPage = FirstPage.KEEP
    stock: Words = ("", "")
    cover_stock: Words = ("", "")
    copies: int = 0
    contact: str = ""
    span: Span = field(compare=False)
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def at(self, key: str) -> Span:
        """Return where a key of the job is written, or the job where it is not."""
        return self.spans.get(key, self.span)
