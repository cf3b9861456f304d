"""What it costs to keep facing pages in step: the white spent, block by block and spread by spread, in mm."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.model.blocks import Sync
from reportpub.render.facing.setting import FacingPages
from reportpub.render.facing.stretches import Stretch

_MM = 25.4 / 72


def whites(pages: FacingPages) -> Iterator[str]:
    """Yield the lines of the report: alignments forced, kept and given up, then the spreads."""
    levels = [
        (at, one) for at, spread in enumerate(pages.spreads) for one in spread if one.level and one.opens
    ]
    for sync, what in ((Sync.FORCE, "forced to begin level"), (Sync.KEEP, "kept level")):
        own = [(at, one) for at, one in levels if one.item.sync is sync and max(one.white) > 0]
        total = [sum(one.white[side] for _, one in own) * pages.unit * _MM for side in (0, 1)]
        count = sum(one.item.sync is sync for _, one in levels)
        spent = f"{total[0]:.0f} mm white on left pages, {total[1]:.0f} mm on right pages"
        yield f"{what}: {count} blocks, {spent}"
        yield from (f"  {_pages(pages, at)}  {_white(one, pages)}  {one.item.id}" for at, one in own)
    loose = [
        (at, one)
        for at, spread in enumerate(pages.spreads)
        for one in spread
        if one.opens and not one.level and one.item.sync is Sync.KEEP
    ]
    yield f"not level, for want of room: {len(loose)} blocks"
    yield from (f"  {_pages(pages, at)}  {one.item.id}" for at, one in loose)
    yield f"spreads: {len(pages.spreads)}, with the white at the foot of each page"
    for at, (spread, white) in enumerate(zip(pages.spreads, pages.white, strict=True)):
        foot = " and ".join(f"{units * pages.unit * _MM:.0f} mm" for units in white)
        begins = spread[0].item.id + ("" if spread[0].opens else " (continued)")
        finished = next((one.item.id for one in reversed(spread) if one.ends), "nothing")
        yield f"  {_pages(pages, at)}  {foot}: from {begins}, finishing {finished}"


def _pages(pages: FacingPages, at: int) -> str:
    left = pages.first + 2 * at
    return f"{left}-{left + 1}"


def _white(one: Stretch, pages: FacingPages) -> str:
    left, right = (units * pages.unit * _MM for units in one.white)
    return f"{left:5.1f} mm {right:5.1f} mm"
