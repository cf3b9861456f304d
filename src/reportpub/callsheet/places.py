"""On which page of a finished file each figure stands."""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.callsheet.calls import Call, Mention
from reportpub.checks.readback import squeeze
from reportpub.model.text import Lang

AHEAD = 12
"""Pages; how far behind the last figure one may stand that is found with much of what stands around it."""

NEAR = 2
"""Pages; the same for one of which little is known but its own words."""

_CONTEXTS = (12, 6)
"""Characters around a figure that must stand there with it, from much to little."""


def places(called: Sequence[Call], pages: Sequence[str], lang: Lang) -> tuple[int | None, ...]:
    """Return the page of each figure in a language, counted from 0; nothing where it is on none.

    `called` is in reading order, `pages` holds the text of each page. A text that two pages share is looked
    for by less and less of what stands around it.
    """
    squeezed = [squeeze(page) for page in pages]
    found: list[int | None] = []
    here = 0
    for call in called:
        mention = call.said.get(lang)
        at = _place(mention, squeezed, here) if mention else None
        found.append(at)
        here = here if at is None else at
    return tuple(found)


def _place(mention: Mention, pages: Sequence[str], here: int) -> int | None:
    sure, weak = _wanted(mention)
    for wanted, reach in (*((one, AHEAD) for one in sure), *((one, NEAR) for one in weak)):
        for at in range(here, min(here + reach, len(pages))):
            if all(words in pages[at] for words in wanted):
                return at
    return None


def _wanted(mention: Mention) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the words to look for together: with much around them, and with little, as where a page ends."""
    words = squeeze(mention.words)
    heads = tuple(squeeze(head) for head in mention.head)
    before, after = squeeze(mention.before.lstrip("…")), squeeze(mention.after.rstrip("…"))
    around = [(*heads, before[-reach:] + words + after[:reach]) for reach in _CONTEXTS if before or after]
    sides = [(*heads, before[-6:] + words), (*heads, words + after[:6])] if before or after else []
    if heads or not sides:
        return [*around, (*heads, words)], []
    return around, sides
