"""How large a picture is printed, and how many pixels that takes.

Source: GWG 2022 SheetCMYK, R0031 and R0032 (image resolution).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.layout.tokens import Margins
from reportpub.model.job import Job

PANEL = 10.0
"""The padding of the panel a picture or a chart stands on, left and right together, in mm."""
TALLEST = 0.7
"""The part of the height between the margins that a picture may fill, so that its caption stays with it."""
MM_PER_INCH = 25.4

GOAL, MOST = 300, 450
"""Pixels per inch that print well; above the second a picture is scaled down to the first."""
SHOWS, REFUSED = 225, 150
"""Pixels per inch: below the first the pixels can be seen, below the second a printer refuses the picture."""
LINE_ART_SHOWS, LINE_ART_REFUSED = 800, 550
"""The same for pictures of black and white alone."""


@dataclass(frozen=True, slots=True, order=True)
class Printed:
    """A picture on the page: width and height in mm, and the pixels it has there."""

    width: float
    height: float
    pixels: tuple[int, int]

    @property
    def ppi(self) -> float:
        """Return the pixels per inch, of the two directions the fewer."""
        return min(self.pixels[0] / self.width, self.pixels[1] / self.height) * MM_PER_INCH

    def needed(self, ppi: int = GOAL) -> tuple[int, int]:
        """Return how many pixels the picture should have."""
        return round(self.width / MM_PER_INCH * ppi), round(self.height / MM_PER_INCH * ppi)


def measure(job: Job, margins: Margins) -> tuple[float, float]:
    """Return the widest and the highest a picture can be, in mm."""
    width, height = job.trim
    across = width - margins.inner - margins.outer - PANEL
    return across, (height - margins.top - margins.bottom) * TALLEST


def printed(pixels: tuple[int, int], wanted: float, widest: tuple[float, float]) -> Printed:
    """Return how a picture is printed: as wide as asked for, or as the measure, and never too high."""
    width = min(wanted or widest[0], widest[0])
    height = width * pixels[1] / pixels[0]
    if height > widest[1]:
        width, height = width * widest[1] / height, widest[1]
    return Printed(width, height, pixels)
