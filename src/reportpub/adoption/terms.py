"""Names that recur become terms, where both languages have one name in the very same paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportpub.adoption.drafts import Name, Text
from reportpub.adoption.words import Cite, Words

_TITLE = re.compile(r"《[^《》]{3,60}》")
_BODY = re.compile(
    "(?:管理局|监管局|产权局|林业局|版权局|法院|委员会|联席会议|仲裁委|仲裁院|检察院|公安厅|司法厅|商务厅|农村厅|研究院|协会)"
)
_WORD = r"[A-Z][\w’&-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:of|for|and|the|on|in|to|{_WORD}))*")
_FEWEST = 2
"""Paragraphs that hold a name before it is a term."""
_SHORTEST, _LONGEST = 3, 14
"""Words of an English name: fewer may be plain words, more are no name of a body."""
_HAN_SHORTEST, _HAN_LONGEST = 6, 18
_HAN_RUN = re.compile("[\u4e00-\u9fff]+$")


def recurring(texts: Sequence[Text]) -> tuple[Name, ...]:
    """Return the names that stand in the same two or more texts in both languages, and in no others.

    A name is taken only where exactly one English name stands in exactly the texts of the Chinese one.
    """
    whole = [(text.zh.text, text.en.text) for text in texts if text.zh is not None and text.en is not None]
    left, right = [zh for zh, _ in whole], [en for _, en in whole]
    chinese = {name: _places_of(name, left) for name in _chinese(left)}
    by_place: dict[frozenset[int], list[str]] = defaultdict(list)
    for name in _english(right):
        places = _places_of(name, right)
        if len(places) >= _FEWEST:
            by_place[places].append(name)
    found = []
    for name, places in chinese.items():
        alone = sum(p == places for p in chinese.values()) == 1
        names = _longest(by_place.get(places, []))
        if alone and len(names) == 1 and _alike(name, names[0]) and _stands_alone(names[0], right):
            found.append(Name(name, names[0], "document" if name.startswith("《") else "institution"))
    return tuple(found)


def _chinese(texts: Sequence[str]) -> Iterator[str]:
    """Yield the titles and the names of bodies that recur; a name is as long as what recurs of it."""
    names = {found[0] for text in texts for found in _TITLE.finditer(text)}
    for text in texts:
        for found in _BODY.finditer(text):
            run = _HAN_RUN.search(text[: found.start()])
            before = run[0][-_HAN_LONGEST:] if run else ""
            for start in range(len(before)):
                name = before[start:] + found[0]
                if len(name) >= _HAN_SHORTEST and len(_places_of(name, texts)) >= _FEWEST:
                    names.add(name)
                    break
    yield from sorted(name for name in names if len(_places_of(name, texts)) >= _FEWEST)


def _english(texts: Sequence[str]) -> frozenset[str]:
    """Return every stretch of capitalised words that may be a name."""
    names = set()
    for text in texts:
        for found in _NAME.finditer(text):
            words = found[0].split()
            for start in range(len(words)):
                for end in range(start + _SHORTEST, min(len(words), start + _LONGEST) + 1):
                    if words[start][0].isupper() and words[end - 1][0].isupper():
                        names.add(" ".join(words[start:end]))
    return frozenset(names)


def _places_of(name: str, texts: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, text in enumerate(texts) if name in text)


def _stands_alone(name: str, texts: Sequence[str]) -> bool:
    """Tell whether an English name is never part of a longer one."""
    longer = re.compile(
        rf"(?<![.!?] )(?:[A-Z][\w’&-]*) {re.escape(name)}|{re.escape(name)} (?:of |for )?[A-Z]"
    )
    return not any(
        found[0].split()[0] not in ("The", "A") for text in texts for found in longer.finditer(text)
    )


def _alike(zh: str, en: str) -> bool:
    """Tell whether two names are of like length: a word of English says about two characters."""
    words = len(en.split())
    return len(zh) / 4 <= words <= len(zh)


def _longest(names: Sequence[str]) -> list[str]:
    return [name for name in names if not any(name != other and name in other for other in names)]


def named(text: Text, terms: Mapping[str, Name]) -> None:
    """Cite the terms in a text that holds them in both languages, as often in one as in the other."""
    if text.zh is None or text.en is None:
        return
    for name, term in terms.items():
        zh, en = _places(text.zh, term.zh), _places(text.en, term.en)
        if not zh or len(zh) != len(en):
            continue
        mark = "{~" + name + "}"
        left = text.zh.citing([Cite(a, b, mark) for a, b in zh])
        right = text.en.citing([Cite(a, b, mark) for a, b in en])
        if len(left.cites) - len(text.zh.cites) == len(right.cites) - len(text.en.cites) == len(zh):
            text.zh, text.en = left, right


def _places(words: Words, name: str) -> list[tuple[int, int]]:
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name), words.text)
    return [one.span() for one in found]
