"""The foot of text pages: no more white than 40 mm that no rule explains.

A page may end early where a chapter ends, where the next page begins with a table, a figure or a heading with
its key figures, which are kept whole, and where its text is kept in step with the same text in another
language on the page beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.columns import Body
from reportpub.checks.typography.glyphs import Page
from reportpub.checks.typography.rows import Row

_MOST = 40 * 72 / 25.4
_OPENING = 1.7
"""Type so many times as large as the body opens a chapter."""
_ALIKE = 0.45
_NEAR_TOP = 2.5
"""em."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Head and foot of the text of a document: its highest and its lowest lines of any page, in pt."""

    head: float
    foot: float


def blank_feet(body: Body, lines: Sequence[Row], sheets: Sequence[Page]) -> Iterator[Breach]:
    """Yield the last line of text of each page that ends too early."""
    texts: dict[int, list[Row]] = defaultdict(list)
    languages: dict[int, set[bool]] = defaultdict(set)
    for column in body.columns:
        texts[column.page] += column.rows
        languages[column.page].add(column.chinese)
    if not texts:
        return
    everything = [row for rows in texts.values() for row in rows]
    area = _Area(max(row.y for row in everything), min(row.y for row in everything))
    on_page: dict[int, list[Row]] = defaultdict(list)
    for row in lines:
        if not row.folio and row.y < area.head + row.size:
            on_page[row.page].append(row)
    size = max(body.sizes.values())
    for page, rows in texts.items():
        low = min(rows, key=lambda row: row.y)
        white = _white(low, on_page[page], sheets[page - 1], area)
        beside = page + 1 if page % 2 == 0 else page - 1
        if (
            white > _MOST
            and not _other_language(languages, page, beside)
            and _goes_on(on_page.get(page + 1, ()), area, size, body.sizes)
        ):
            yield breach("blank-foot", low, f"{white / 72 * 25.4:.0f} mm")


def _white(low: Row, rows: Sequence[Row], sheet: Page, area: _Area) -> float:
    """Return the white below the last line of text, up to what stands next below it."""
    below = [row.y + row.size for row in rows if row.y < low.y - low.size]
    below += [head for foot, head in sheet.drawn if head < low.y and foot > 0]
    around = any(foot < low.y - low.size < head < area.head for foot, head in sheet.drawn)
    return 0.0 if around else low.y - max(below, default=area.foot)


def _other_language(languages: Mapping[int, set[bool]], page: int, beside: int) -> bool:
    """Tell whether the page beside holds another language alone, and this page none but its own."""
    return len(languages[page] | languages.get(beside, set())) > len(languages[page]) == 1


def _goes_on(rows: Sequence[Row], area: _Area, size: float, sizes: Mapping[bool, float]) -> bool:
    """Tell whether text goes on at the head of the next page, in a chapter that began before."""
    if not rows or any(row.size > _OPENING * size for row in rows):
        return False
    first = max(rows, key=lambda row: row.y)
    second = max((row for row in rows if row.y < first.y - first.size), key=lambda row: row.y, default=first)
    text = (abs(row.size - sizes[row.chinese]) < _ALIKE for row in (first, second))
    return first.y > area.head - _NEAR_TOP * size and all(text)
