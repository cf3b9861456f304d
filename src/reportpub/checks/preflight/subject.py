"""The file under examination: its bytes, its objects, its pages with their boxes, what was found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Object, Pdf

from reportpub.checks.preflight.faults import Faults
from reportpub.checks.preflight.profiles import Profile
from reportpub.checks.preflight.reading.bounds import Budget
from reportpub.checks.preflight.reading.fonts import Font
from reportpub.checks.preflight.reading.spaces import Space
from reportpub.geometry import POINTS_PER_MM, Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page with its boxes in points; those that are not there are taken from the next one outwards."""

    number: int
    media: Box
    bleed: Box
    trim: Box
    shown: Box
    """What a program shows of the page: the CropBox."""
    trimmed: bool = True
    """Whether the page says itself where it is trimmed."""
    turned: int = 0
    """By how many degrees clockwise a program turns it."""

    def mm(self, box: Box) -> Box:
        """Return a box in mm from the top left corner of the trimmed page: left, top, right, bottom."""
        left, top = self.trim[0], self.trim[3]
        across = [(x - left) / POINTS_PER_MM for x in (box[0], box[2])]
        down = [(top - y) / POINTS_PER_MM for y in (box[3], box[1])]
        return (round(across[0], 1), round(down[0], 1), round(across[1], 1), round(down[1], 1))

    @property
    def size_mm(self) -> tuple[float, float]:
        """Return the width and height of the trimmed page in mm."""
        left, bottom, right, top = self.trim
        return round((right - left) / POINTS_PER_MM, 2), round((top - bottom) / POINTS_PER_MM, 2)

    @property
    def bleed_mm(self) -> tuple[float, float, float, float]:
        """Return the bleed in mm: left, bottom, right, top."""
        gaps = (
            self.trim[0] - self.bleed[0],
            self.trim[1] - self.bleed[1],
            self.bleed[2] - self.trim[2],
            self.bleed[3] - self.trim[3],
        )
        left, bottom, right, top = (round(gap / POINTS_PER_MM, 2) for gap in gaps)
        return left, bottom, right, top


@dataclass(slots=True)
class Seen:
    """What a page was seen to have: for the record of the report."""

    spaces: dict[str, int] = field(default_factory=dict)
    pictures: int = 0
    transparent: bool = False
    marks: int = 0


@dataclass(slots=True)
class Subject:
    """The file, what it is judged by, and what is known of it by now."""

    data: bytes
    pdf: Pdf
    profile: Profile
    faults: Faults
    budget: Budget
    objects: tuple[Object, ...] = ()
    leaves: list[Leaf] = field(default_factory=list)
    seen: dict[int, Seen] = field(default_factory=dict)
    fonts: list[Font] = field(default_factory=list)
    profiled: set[tuple[int, int]] = field(default_factory=set)
    """The colour profiles that were looked at."""
    painted: set[tuple[int, int]] = field(default_factory=set)
    """The pages, forms, patterns, pictures and glyphs that were read because a page paints them."""
    spots: dict[str, tuple[int, str, Space]] = field(default_factory=dict)
    """Each spot colour with the page and place where it is first used."""

    def limit(self, name: str) -> float:
        """Return a limit of the profile."""
        return self.profile.limit(name)
