"""A reader's eye for composed lines: the faults of each line, weighed, and how loose the worst one is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from reportpub.typeset.lines import Line, Segment, Shaper

_NO_START = set("）》〉”’」』】〕，。、；：！？·…%‰℃)]},.;:!?")
_NO_END = set("（《〈“‘「『【〔([{￥$")
_UNITS = (
    "年月日号时分秒件人家个项万亿元千百名起宗次批届条支只台套篇期场份部类级所座户种岁倍吨米里亩组间款例位天周"
)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f%‰℃]")
_SHORT_LAST = 4
_LADDER = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """The faults of a text: their names with their weights, and the widest mean white of a line (em)."""

    lines: int
    faults: tuple[tuple[str, float], ...]
    loosest: float

    @property
    def per_line(self) -> float:
        """The demerits per line."""
        return sum(weight for _, weight in self.faults) / max(self.lines, 1)


def text_of(line: Line) -> str:
    """Return the characters of a line."""
    return "".join(segment.text for segment in line.segments)


def width_of(line: Line, shaper: Shaper) -> float:
    """Return how wide a line is, its last extra included."""
    return sum(shaper.width(s.source, s.text, s.halt) + s.extra for s in line.segments)


def judge(
    paragraphs: Sequence[Sequence[Line]], lang: str, measure: float, indent: float, shaper: Shaper
) -> Verdict:
    """Return the verdict on justified paragraphs of one language."""
    faults: list[tuple[str, float]] = []
    loosest = 0.0
    for lines in paragraphs:
        for index, line in enumerate(lines):
            first, last = index == 0, index == len(lines) - 1
            room = measure - (indent if first else 0.0)
            if abs(width_of(line, shaper) - room) > 0.02 and not last:
                faults.append(("ragged", 3.0))
            found, loose = (_chinese if lang == "zh" else _english)(
                line, first=first, last=last, shaper=shaper
            )
            faults.extend(found)
            loosest = max(loosest, loose)
        faults.extend(_across(lines, lang))
    return Verdict(sum(map(len, paragraphs)), tuple(faults), loosest)


def _across(lines: Sequence[Line], lang: str) -> list[tuple[str, float]]:
    faults = []
    texts = [text_of(line) for line in lines]
    for above, below in pairwise(texts):
        if lang == "zh" and re.search(r"[0-9][.,]?$", above) and re.match(r"[0-9%‰℃.,]", below):
            faults.append(("number broken", 10.0))
        elif re.search(r"[0-9][万亿千百余多]*$", above) and below[0] in _UNITS:
            faults.append(("number parted from unit", 2.0))
        if above[-1] == below[0] and above[-1] in "—…":
            faults.append(("dash split", 10.0))
    starts = range(len(texts) - _LADDER + 1)
    ladders = (all(text[-1] in "-‐" for text in texts[start : start + _LADDER]) for start in starts)
    return [*faults, *[("ladder", 3.0)] * sum(ladders)]


def _white(line: Line) -> list[tuple[str, str, float]]:
    """Return what stands before and after each white, and how wide it is beyond the boxes."""
    return [(before.text[-1], after.text[0], before.extra) for before, after in pairwise(line.segments)]


def _chinese(line: Line, *, first: bool, last: bool, shaper: Shaper) -> tuple[list[tuple[str, float]], float]:
    del shaper
    text, faults = text_of(line), []
    if not first and text[0] in _NO_START:
        faults.append(("line start", 10.0))
    if not last and text[-1] in _NO_END:
        faults.append(("line end", 10.0))
    han = [white for a, b, white in _white(line) if _HAN.match(a) and _HAN.match(b)]
    base = median(han) if han else 0.0
    for a, b, white in _white(line):
        mixed = (_HAN.match(a) and _LATIN.match(b)) or (_LATIN.match(a) and _HAN.match(b))
        if mixed and white - base < 0.10:
            faults.append(("gap missing", 0.5))
        elif mixed and white - base > 0.36 + 1e-6:
            faults.append(("gap wide", 0.25))
    loose = mean(han) if han and not last else 0.0
    if loose > 0.06:
        faults.append(("very loose", 4.0) if loose > 0.15 else ("loose", 1.0))
    if last and not first and len(_HAN.findall(text)) <= 1 and not re.search("[0-9A-Za-z]{3}", text):
        faults.append(("one character left", 5.0))
    return faults, loose


def _english(line: Line, *, first: bool, last: bool, shaper: Shaper) -> tuple[list[tuple[str, float]], float]:
    text, faults = text_of(line), []
    spaces = [_space(segment, shaper) for segment in line.segments if segment.text in (" ", "\u00a0")]
    loose = mean(spaces) if spaces and not last else 0.0
    if loose > 0.45:
        faults.append(("very loose", 4.0) if loose > 0.62 else ("loose", 1.0))
    if spaces and not last and loose < 0.13:
        faults.append(("tight", 2.0))
    if last and not first and len(text) <= _SHORT_LAST:
        faults.append(("runt", 3.0))
    return faults, loose


def _space(segment: Segment, shaper: Shaper) -> float:
    return shaper.width(segment.source, segment.text, segment.halt) + segment.extra
