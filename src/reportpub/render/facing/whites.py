"""What it costs to keep facing pages in step: the white spent, block by block and spread by spread, in mm."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.model.blocks import Sync
from reportpub.render.facing.setting import FacingPages
from reportpub.render.facing.stretches import Stretch
from reportpub.sentences import Sentence, as_it_is, listed, say

_MM = 25.4 / 72


def whites(pages: FacingPages) -> Iterator[Sentence]:
    """Yield the lines of the report: alignments forced, kept and given up, then the spreads."""
    levels = [
        (at, one) for at, spread in enumerate(pages.spreads) for one in spread if one.level and one.opens
    ]
    for sync, what in (
        (Sync.FORCE, say("forced to begin level")),
        (Sync.KEEP, say("kept level")),
    ):
        own = [(at, one) for at, one in levels if one.item.sync is sync and max(one.white) > 0]
        total = [sum(one.white[side] for _, one in own) * pages.unit * _MM for side in (0, 1)]
        count = sum(one.item.sync is sync for _, one in levels)
        spent = say(
            "{left:.0f} mm white on left pages, {right:.0f} mm on right pages",
            left=total[0],
            right=total[1],
        )
        yield say("{what}: {count} blocks, {spent}", what=what, count=count, spent=spent)
        yield from (
            as_it_is(f"  {_pages(pages, at)}  {_white(one, pages)}  {one.item.id}") for at, one in own
        )
    loose = [
        (at, one)
        for at, spread in enumerate(pages.spreads)
        for one in spread
        if one.opens and not one.level and one.item.sync is Sync.KEEP
    ]
    yield say("not level, for want of room: {loose} blocks", loose=len(loose))
    yield from (as_it_is(f"  {_pages(pages, at)}  {one.item.id}") for at, one in loose)
    yield say("spreads: {spreads}, with the white at the foot of each page", spreads=len(pages.spreads))
    for at, (spread, white) in enumerate(zip(pages.spreads, pages.white, strict=True)):
        foot = listed((say("{units:.0f} mm", units=units * pages.unit * _MM) for units in white), " and ")
        name = spread[0].item.id
        begins = name if spread[0].opens else say("{name} (continued)", name=name)
        finished = next((one.item.id for one in reversed(spread) if one.ends), say("nothing"))
        yield say(
            "  {pages}  {foot}: from {begins}, finishing {finished}",
            pages=_pages(pages, at),
            foot=foot,
            begins=begins,
            finished=finished,
        )


def _pages(pages: FacingPages, at: int) -> str:
    left = pages.first + 2 * at
    return f"{left}-{left + 1}"


def _white(one: Stretch, pages: FacingPages) -> str:
    left, right = (units * pages.unit * _MM for units in one.white)
    return f"{left:5.1f} mm {right:5.1f} mm"
