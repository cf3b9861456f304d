"""Whether the pages are as they were planned: looked at on the finished pages, not in the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportpub.findings import Finding, error
from reportpub.model.anchors import anchor
from reportpub.model.text import Lang
from reportpub.render.facing.stretches import Stretch
from reportpub.render.places import Placed, Sheet
from reportpub.sentences import say

NEAR = 0.5
"""pt that two tops may differ by and still be level."""


def astray(
    planned: Sequence[Sequence[Stretch]], sheets: Sequence[Sheet], languages: tuple[Lang, ...], grid: float
) -> tuple[Finding, ...]:
    """Return a finding for each block that is not where it was planned, or needs more than its place.

    The first planned page is the first on which anything is named; a spread begins on a left-hand page.
    """
    found = []
    first = begins(sheets)
    where: dict[str, Placed] = {one.name: one for sheet in sheets for one in sheet.pieces}
    if first % 2:
        found.append(
            error(
                "facing/astray",
                say("the first spread begins on page {first}, a right-hand page", first=first),
            )
        )
    for at, spread in enumerate(planned):
        for side, lang in enumerate(languages):
            page, base = first + 2 * at + side, None
            for stretch in spread:
                if stretch.item.once and side:
                    continue
                one = where.get(stretch.name(side, lang))
                said = say("“{id}” ({key})", id=stretch.item.id, key=lang.key)
                if one is None or one.page != page:
                    seen = say("on page {page}", page=one.page) if one else say("on no page")
                    message = say(
                        "{said} was planned for page {page} and stands {seen}",
                        said=said,
                        page=page,
                        seen=seen,
                    )
                    found.append(error("facing/astray", message, stretch.item.span))
                    continue
                base = one.top - stretch.tops[side] * grid if base is None else base
                if abs(one.top - base - stretch.tops[side] * grid) > NEAR:
                    message = say("{said} does not stand at its place on page {page}", said=said, page=page)
                    found.append(error("facing/astray", message, stretch.item.span))
                if one.height > stretch.heights[side] * grid + NEAR:
                    over = one.height - stretch.heights[side] * grid
                    message = say(
                        "{said} needs {over:.1f} pt more than its place on page {page}",
                        said=said,
                        over=over,
                        page=page,
                    )
                    found.append(error("facing/astray", message, stretch.item.span))
    return tuple(found)


def begins(sheets: Sequence[Sheet]) -> int:
    """Return the first page on which anything is named, counted from 1."""
    return next((at for at, sheet in enumerate(sheets, start=1) if sheet.pieces), 0)


def taller(
    planned: Sequence[Sequence[Stretch]], sheets: Sequence[Sheet], languages: tuple[Lang, ...], grid: float
) -> Mapping[str, int]:
    """Return by how many units stretches are taller than planned, by the anchor of their block."""
    where: dict[str, Placed] = {one.name: one for sheet in sheets for one in sheet.pieces}
    found: dict[str, int] = {}
    for spread in planned:
        for stretch in spread:
            for side, lang in enumerate(languages):
                one, name = where.get(stretch.name(side, lang)), anchor(stretch.item.id, lang)
                if one is not None and one.height > stretch.heights[side] * grid + NEAR:
                    over = int((one.height - stretch.heights[side] * grid) // grid) + 1
                    found[name] = max(over, found.get(name, 0))
    return found


def out_of_step(planned: Sequence[Sequence[Stretch]], sheets: Sequence[Sheet]) -> tuple[Finding, ...]:
    """Return a finding for each spread whose pages do not begin, or do not finish, the same block.

    Seen on the pages alone: a block is finished on the last page that has some of it. Blocks that stand
    once, for both languages, are passed over.
    """
    once = {stretch.item.id for spread in planned for stretch in spread if stretch.item.once}
    first = begins(sheets)
    body = sheets[first - 1 :] if first else ()
    shown = [[_block(one.name) for one in sheet.pieces if _block(one.name) not in once] for sheet in body]
    found = []
    for at in range(0, len(shown) - 1, 2):
        for what, pick in (("first", _first), ("last finished", _finished)):
            left, right = pick(shown, at), pick(shown, at + 1)
            if left != right:
                message = say(
                    "pages {first} and {second}: the {what} blocks are “{left}” and “{right}”",
                    first=first + at,
                    second=first + at + 1,
                    what=what,
                    left=left,
                    right=right,
                )
                found.append(error("facing/out-of-step", message))
    return tuple(found)


def _block(name: str) -> str:
    """Return the block a piece belongs to."""
    return name.partition(":")[0].rpartition("-")[0]


def _first(shown: Sequence[Sequence[str]], at: int) -> str:
    return next(iter(shown[at]), "")


def _finished(shown: Sequence[Sequence[str]], at: int) -> str:
    later = {name for page in shown[at + 2 :: 2] for name in page}
    return next((name for name in reversed(shown[at]) if name not in later), "")
