"""The categories below an upright chart, each in a slot of the same width."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.edition.edition import Plot
from reportpub.render.charts.sheet import Sheet, Sketch, Stack
from reportpub.render.charts.wording import category_runs, groups, stacked
from reportpub.render.charts.wrapping import fits

BELOW = 4.0
"""pt between the chart and the categories."""

_WIDEST = 130.0
"""pt; a few columns stand together rather than far apart."""

_GUTTER = 8.0
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots of a width from a left edge, and what is set below each."""

    left: float
    width: float
    labels: tuple[Stack, ...]

    @property
    def right(self) -> float:
        """Return the right edge of the last slot."""
        return self.left + self.width * len(self.labels)

    def middle(self, slot: int) -> float:
        """Return the middle of a slot."""
        return self.left + self.width * (slot + 0.5)

    def foot(self, sheet: Sheet, top: float) -> Sketch:
        """Return the categories, centred below their slots."""
        parts = [
            part
            for slot, label in enumerate(self.labels)
            for part in sheet.centred(label, self.middle(slot), top)
        ]
        return Sketch(tuple(parts), max((label.height for label in self.labels), default=0))


def slots(plot: Plot, sheet: Sheet, room: float) -> Slots | None:
    """Return the slots of a chart in the middle of a room, or nothing when a word would have to be broken."""
    shown = [category for category, _ in groups(plot)]
    width = min(_WIDEST, room / max(1, len(shown)))
    limit = width - _GUTTER
    runs = [category_runs(category, sheet.languages) for category in shown]
    if not all(fits(run.text, limit, sheet.width_of(run)) for each in runs for run in each):
        return None
    labels = tuple(stacked(sheet, each, limit) for each in runs)
    if any(len(label.lines) > _MOST_LINES for label in labels):
        return None
    return Slots((room - width * len(shown)) / 2, width, labels)
