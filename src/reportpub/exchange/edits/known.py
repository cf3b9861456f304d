"""Which paragraphs of a file that came back are which blocks: by their bookmarks, else by words and order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportpub.exchange.edits.alignment import aligned, likeness
from reportpub.exchange.edits.pieces import Written
from reportpub.exchange.edits.sent import Owner, Sent

MOVED: Final = 0.8
"""How alike a paragraph that was cut and pasted elsewhere is to what it was, at least."""
SHORTEST: Final = 6
"""Characters; anything shorter is like too many others to be known by its words alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """The paragraphs that came back: whose they are, which were known by their words, which are new.

    `found` are the paragraphs of each block in order; `merged` the blocks that share a paragraph with
    another; `by_words` the blocks whose bookmarks were lost; `new` the paragraphs of no block.
    """

    found: Mapping[Owner, tuple[int, ...]]
    merged: Mapping[int, tuple[Owner, ...]]
    by_words: frozenset[Owner]
    new: tuple[int, ...]


def known(sent: Sent, came: Written, owned: Mapping[int, tuple[Owner, ...]]) -> Known:
    """Return whose paragraphs these are; `owned` is what their bookmarks say."""
    found: dict[Owner, list[int]] = {}
    for at, names in sorted(owned.items()):
        for name in names:
            found.setdefault(name, []).append(at)
    free = _free(sent, came, owned)
    lost = [name for name in sent.owned if not any(came.lines[at].text for at in found.get(name, ()))]
    by_words: set[Owner] = set()
    claimed: set[int] = set()
    for name, at in _by_words(sent, came, lost, free):
        if name not in by_words:
            found[name] = []
        by_words.add(name)
        found[name].append(at)
        claimed.add(at)
    struck = {line.before.strip("\n"): at for at, line in enumerate(came.lines) if not line.text}
    for name in lost:
        words = "\n".join(line.text for line in sent.lines(name))
        if name not in by_words and words in struck:
            found[name] = [struck[words]]
    for name in by_words:
        count = sum(bool(line.text) for line in sent.lines(name))
        _filled(found[name], count, [at for at in free if at not in claimed])
        first, last = min(found[name]), max(found[name])
        found[name] += [at for at in struck.values() if first < at < last and at not in owned]
    whole = {name: tuple(sorted(set(lines))) for name, lines in found.items() if lines}
    sharing: dict[int, list[Owner]] = {}
    for name in sent.owned:
        for at in whole.get(name, ()):
            sharing.setdefault(at, []).append(name)
    merged = {at: tuple(names) for at, names in sharing.items() if len(names) > 1}
    new = tuple(at for at in free if at not in sharing)
    return Known(whole, merged, frozenset(by_words), new)


def _filled(lines: list[int], count: int, free: list[int]) -> None:
    """Add to the paragraphs of a block those between them, and then those beside them that it lacks."""
    lines += [at for at in free if min(lines) < at < max(lines) and at not in lines]
    for step in (-1, 1):
        edge = (min(lines) if step < 0 else max(lines)) + step
        while len(lines) < count and count > 1 and edge in free:
            lines.append(edge)
            edge += step


def _free(sent: Sent, came: Written, owned: Mapping[int, tuple[Owner, ...]]) -> list[int]:
    """Return the paragraphs with words that no bookmark claims, without those that are there in any case."""
    usual: dict[str, int] = {}
    for at in sent.furniture:
        words = sent.written.lines[at].text.strip()
        usual[words] = usual.get(words, 0) + 1
    free: list[int] = []
    for at, line in enumerate(came.lines):
        words = line.text.strip()
        if at in owned or not words or line.style.startswith(("toc ", "toc\u00a0")):
            continue
        if usual.get(words, 0):
            usual[words] -= 1
        else:
            free.append(at)
    return free


def _by_words(sent: Sent, came: Written, lost: list[Owner], free: list[int]) -> list[tuple[Owner, int]]:
    """Return which free paragraphs belong to blocks without bookmarks: first in order, then anywhere."""
    old = [(name, line.text) for name in lost for line in sent.lines(name) if line.text]
    new = [came.lines[at].text for at in free]
    claims: list[tuple[Owner, int]] = []
    left_old, left_new = set(range(len(old))), set(range(len(new)))
    for pair in aligned([words for _, words in old], new, loose=True):
        if pair.end == pair.start or pair.new_end == pair.new_start:
            continue
        names = dict.fromkeys(name for name, _ in old[pair.start : pair.end])
        claims += ((name, free[at]) for name in names for at in range(pair.new_start, pair.new_end))
        left_old -= set(range(pair.start, pair.end))
        left_new -= set(range(pair.new_start, pair.new_end))
    for at in sorted(left_old, key=lambda k: -len(old[k][1])):
        name, words = old[at]
        best = max(left_new, key=lambda k: likeness(words, new[k]), default=None)
        if best is not None and len(words) >= SHORTEST and likeness(words, new[best]) >= MOVED:
            claims.append((name, free[best]))
            left_new.remove(best)
    return claims
