"""A paragraph ready for breaking, and its lines once the breaks are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportpub.typeset.glue import Glue, Sums
from reportpub.typeset.lines import Segment, Shaper
from reportpub.typeset.tokens import CUT, KEPT, NO_HALT, Box

FORBIDDEN = float("inf")
_WIDEST_SHARE = 0.45
"""A line stays short rather than put wider white between Han, which readers take for a space (em)."""
TOLERANCE = 1e-4
"""By how much a line may exceed the measure, so that a width asked for and given back fits (em)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """Boxes, the glue before each, and what it costs to begin a line with each.

    `hyphens` is the width of the hyphen that such a break adds to the line before, mostly 0. `elastic` glue
    stretches without limit (English); the other passes the rest on to the even shares (Chinese). `scales` are
    the relative sizes of the pieces by their source.
    """

    boxes: Sequence[Box]
    glue: Sequence[Glue]
    sums: Sums
    penalties: list[float]
    hyphens: list[float]
    elastic: bool
    scales: Mapping[int, float]
    desperate: bool = False

    def natural_width(self) -> float:
        """Return how wide the paragraph is on one line, its white as it is (em)."""
        return self.sums.ends[-1] - self.sums.begins[0]


class _Spread(NamedTuple):
    """How far the glue of a line is moved: parts of its shrink, squeeze, stretch, and em for each share."""

    shrink: float
    squeeze: float
    stretch: float
    share: float


_NATURAL = _Spread(0.0, 0.0, 0.0, 0.0)


def set_line(
    galley: Galley, first: int, after: int, room: float, *, fill: bool, shaper: Shaper
) -> list[Segment]:
    """Return the segments of the line from box `first` up to box `after`, to be set in `room` em.

    A line that is not to `fill` its room keeps its natural white unless it must be squeezed.
    """
    boxes, glue = galley.boxes, galley.glue
    hyphen = galley.hyphens[after] if after < len(boxes) else 0.0
    spare = room - (galley.sums.ends[after] - galley.sums.begins[first]) - hyphen
    spare -= _kerning(galley, first, after, shaper)
    spread = _spread(galley, first, after, spare, fill=fill)
    still = spread is _NATURAL
    segments: list[Segment] = []
    for index in range(first, after):
        box = boxes[index]
        white = 0.0
        if index > first:
            give = glue[index]
            white = give.natural if still else _white(give, spread)
            previous = segments[-1]
            if box.gap:
                segments.append(Segment(box.gap_source, box.gap, NO_HALT, white - box.space))
            elif not white and box.marks and continues(box) and previous.source == box.source:
                segments[-1] = Segment(box.source, previous.text + box.text, NO_HALT, 0.0)
                continue
            elif white:
                segments[-1] = Segment(previous.source, previous.text, previous.halt, white)
        segments.append(Segment(box.source, box.text, box.halt, 0.0))
    if hyphen:
        last = segments[-1]
        segments[-1] = Segment(last.source, last.text + "-", last.halt, 0.0)
    return segments


def _white(glue: Glue, spread: _Spread) -> float:
    natural, shrink, squeeze, stretch, share = glue
    return (
        natural
        - spread.shrink * shrink
        - spread.squeeze * squeeze
        + spread.stretch * stretch
        + spread.share * share
    )


def _spread(galley: Galley, first: int, after: int, spare: float, *, fill: bool) -> _Spread:
    """Return how the white of a line takes up what the line has to spare, or lacks."""
    sums, inner = galley.sums, min(first + 1, after)
    if spare < 0:
        shrink = sums.shrinks[after] - sums.shrinks[inner]
        squeeze = sums.squeezes[after] - sums.squeezes[inner]
        one = min(1.0, -spare / shrink) if shrink > 0 else 0.0
        rest = -spare - one * shrink
        two = min(1.0, rest / squeeze) if squeeze > 0 else 0.0
        return _Spread(one, max(two, 0.0), 0.0, 0.0)
    if not fill or spare == 0:
        return _NATURAL
    stretch = sums.stretches[after] - sums.stretches[inner]
    shares = sums.shares[after] - sums.shares[inner]
    part = spare / stretch if stretch > 0 else 0.0
    if not galley.elastic:
        part = min(part, 1.0)
    rest = max(spare - part * stretch, 0.0)
    return _Spread(0.0, 0.0, part, min(rest / shares, _WIDEST_SHARE) if shares else 0.0)


def continues(box: Box) -> bool:
    """Tell whether a box goes on with the word of the box before."""
    marks = box.marks
    return bool(marks) and ("s" in marks or "h" in marks or "d" in marks or CUT in marks or KEPT in marks)


def _kerning(galley: Galley, first: int, after: int, shaper: Shaper) -> float:
    """Return by how much a line is wider than its boxes: words cut at its ends are shaped anew."""
    boxes, cut = galley.boxes, set()
    if first and continues(boxes[first]):
        end = first + 1
        while end < after and continues(boxes[end]):
            end += 1
        cut.add((first, end))
    if after < len(boxes) and continues(boxes[after]):
        begin = after - 1
        while begin > first and continues(boxes[begin]):
            begin -= 1
        cut.add((begin, after))
    more = 0.0
    for begin, end in cut:
        source, hyphen = boxes[begin].source, galley.hyphens[end] if end == after < len(boxes) else 0.0
        text = "".join(box.text for box in boxes[begin:end]) + ("-" if hyphen else "")
        known = sum(box.width - box.pad for box in boxes[begin:end]) + hyphen
        more += shaper.width(source, text, NO_HALT) * galley.scales[source] - known
    return more
