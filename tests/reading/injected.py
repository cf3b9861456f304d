"""Single faults laid into sound texts: a digit, a scale, a unit, a swap, a qualifier, a clause, points.

`python -m tests.reading.injected 500 1` lays 500 faults into the report and prints how many are caught.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reportpub.checks.parity import figures_differ
from reportpub.edition.figures_in_words import in_words
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.blocks import Paragraph
from reportpub.model.report import Chapter, Report
from reportpub.model.text import Bilingual, BlockCite, FactCite, Inline, Passage, Str, TermCite
from reportpub.model.walk import leaves, texts
from reportpub.reading.parity import differences
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
Place = tuple[int, int, str]
"""Where the wording of a fact begins and ends in a text, and the id of the fact."""
Piece = tuple[Inline, str]
"""A leaf of a passage with its words."""


@dataclass(frozen=True)
class Text:
    """A text of the report in both languages as its readers see it, with the places of its facts."""

    block: str
    passages: tuple[Passage, Passage]
    words: tuple[str, str]
    facts: tuple[tuple[Place, ...], tuple[Place, ...]]
    pieces: tuple[tuple[Piece, ...], tuple[Piece, ...]]


@dataclass(frozen=True)
class Edit:
    """Words put in place of those from `start` to `end`; a `swap` exchanges two facts instead."""

    start: int
    end: int
    words: str
    swap: tuple[Place, Place] | None = None


@dataclass(frozen=True)
class Fault:
    """A text with one fault in one language: as its readers see it, and as the source of a report."""

    kind: str
    block: str
    zh: str
    en: str
    source: Bilingual


def report() -> Report:
    """Return the report of the repository."""
    return load_report(ROOT, Inputs(ROOT, home()))[0]


def said(book: Report) -> list[Text]:
    """Return every text that cites a fact in both languages, cells of numbers alone left out."""
    found = []
    for chapter in book.chapters:
        for block in (chapter.title, *chapter.blocks):
            for text in texts(block):
                if not text.zh or not text.en:
                    continue
                (zh, here, left), (en, there, right) = _words(text.zh, book), _words(text.en, book)
                if here and there and len(zh) > SHORT:
                    found.append(Text(block.id, (text.zh, text.en), (zh, en), (here, there), (left, right)))
    return found


SHORT = 12
"""Characters; what is shorter is the cell of a table."""


def _words(passage: Passage, book: Report) -> tuple[str, tuple[Place, ...], tuple[Piece, ...]]:
    words, places, pieces = "", [], []
    for leaf in leaves(passage.inlines):
        match leaf:
            case Str(text):
                wording = text
            case FactCite(name, form):
                wording = in_words(book.facts.facts[name], form, passage.lang, book.facts.units)
                places.append((len(words), len(words) + len(wording), name))
            case TermCite(name, form):
                wording = book.terms[name].said(passage.lang, form)
            case BlockCite():
                wording = "□"
            case _:
                wording = ""
        words += wording
        pieces.append((leaf, wording))
    return words, tuple(places), tuple(pieces)


def faults(texts_said: list[Text], count: int, seed: int) -> Iterator[Fault]:
    """Yield so many random single faults, every kind in turn wherever it can be made."""
    chance = random.Random(seed)
    made = 0
    kinds = list(KINDS.items())
    while made < count:
        kind, make = kinds[made % len(kinds)]
        for _ in range(400):
            text, lang = chance.choice(texts_said), chance.randrange(2)
            edit = make(text, lang, chance)
            if edit is None:
                continue
            broken, passage = _applied(text, lang, edit)
            if broken == text.words[lang]:
                continue
            both = (broken, text.words[1]) if lang == 0 else (text.words[0], broken)
            left, right = (passage, text.passages[1]) if lang == 0 else (text.passages[0], passage)
            yield Fault(kind, text.block, *both, Bilingual(left, right))
            break
        made += 1


def _applied(text: Text, lang: int, edit: Edit) -> tuple[str, Passage]:
    """Return the broken words and the broken source: citations outside the edit stay citations."""
    kept: list[Inline] = []
    broken, at, put = "", 0, False
    for leaf, wording in text.pieces[lang]:
        start, end = at, at + len(wording)
        at = end
        if edit.swap and isinstance(leaf, FactCite) and any((start, end) == p[:2] for p in edit.swap):
            other = next(p for p in edit.swap if p[:2] != (start, end))
            there = next(w for w in text.pieces[lang] if _at(text, lang, other) is w)
            kept.append(there[0])
            broken += there[1]
            continue
        if edit.swap or end <= edit.start or start >= edit.end:
            if not edit.swap and start >= edit.end and not put:
                kept.append(Str(edit.words))
                broken, put = broken + edit.words, True
            kept.append(leaf)
            broken += wording
            continue
        before, after = (
            wording[: max(0, edit.start - start)],
            wording[edit.end - start :] if edit.end < end else "",
        )
        middle = "" if put else edit.words
        put = True
        kept.append(Str(before + middle + after))
        broken += before + middle + after
    return broken, replace(text.passages[lang], inlines=tuple(kept))


def _at(text: Text, lang: int, place: Place) -> Piece | None:
    at = 0
    for piece in text.pieces[lang]:
        if (at, at + len(piece[1])) == place[:2] and isinstance(piece[0], FactCite):
            return piece
        at += len(piece[1])
    return None


def caught_in_the_report(fault: Fault, book: Report) -> bool:
    """Tell whether the check of a report finds a fault."""
    chapter = book.chapters[0]
    block = Paragraph(id=fault.block, text=fault.source, span=chapter.span)
    empty = replace(book.metadata, title=fault.source, subtitle=None, imprint=(), keywords=None)
    empty = replace(empty, issuer=fault.source, english_status=fault.source)
    alone = replace(book, metadata=empty, chapters=(_with(chapter, block),))
    return next(figures_differ(alone), None) is not None


def _with(chapter: Chapter, block: Paragraph[Bilingual]) -> Chapter:
    title = replace(chapter.title, text=block.text)
    return replace(chapter, title=title, blocks=(block,), accepted=())


Make = Callable[[Text, int, random.Random], Edit | None]
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_HAN = "一二三四五六七八九"


def _place(text: Text, lang: int, chance: random.Random) -> Place:
    return chance.choice(text.facts[lang])


def _put(place: Place, wording: str) -> Edit:
    return Edit(place[0], place[1], wording)


def _digit(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    wording = text.words[lang][place[0] : place[1]]
    figures = [m.start() for m in re.finditer(r"\d", wording)]
    if figures:
        at = chance.choice(figures)
        other = chance.choice([d for d in "123456789" if d != wording[at]])
        return _put(place, wording[:at] + other + wording[at + 1 :])
    for table in (_WORDS, _ORDINALS):
        for word in table:
            if re.search(rf"\b{word}\b", wording, re.IGNORECASE) and word not in ("zero", "one", "first"):
                other = chance.choice([w for w in table[2:] if w != word])
                return _put(place, re.sub(rf"\b{word}\b", other, wording, count=1, flags=re.IGNORECASE))
    han = [m.start() for m in re.finditer("[二三四五六七八九]", wording)]
    if han:
        at = chance.choice(han)
        other = chance.choice([d for d in _HAN[2:] if d != wording[at]])
        return _put(place, wording[:at] + other + wording[at + 1 :])
    return None


def _scale(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    wording = text.words[lang][place[0] : place[1]]
    swaps = (("万", "亿"), ("亿", "万"), ("million", "billion"), ("billion", "million"), ("万", ""))
    fitting = [(a, b) for a, b in swaps if a in wording]
    if fitting:
        return _put(place, wording.replace(*chance.choice(fitting), 1))
    if lang == 1 and (found := re.search(r"\d{1,3}(?:,\d{3})+", wording)):
        value = int(found[0].replace(",", ""))
        return _put(place, wording.replace(found[0], f"{value * 10:,}"))
    return None


def _unit(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    wording = text.words[lang][place[0] : place[1]]
    if lang == 0:
        for a, b in (("人次", "人"), ("家次", "家"), ("件", "人"), ("人", "件"), ("元", "美元")):
            if wording.endswith(a) and _counts(text, place, a):
                return _put(place, wording.removesuffix(a) + b)
        return None
    if "RMB" in wording:
        return _put(place, wording.replace("RMB ", "US$"))
    after = text.words[1][place[1] :]
    for a, b in (("cases", "people"), ("people", "cases"), ("deployments", "officers")):
        if re.match(rf"(?: [a-z-]+){{0,3}} {a}\b", after):
            at = place[1] + after.index(a)
            return Edit(at, at + len(a), b)
    return None


def _counts(text: Text, place: Place, classifier: str) -> bool:
    """Tell whether the English of a fact names what it counts, so that another classifier contradicts it."""
    noun = {
        "件": "cases",
        "人": "people|persons|officers",
        "元": "",
        "人次": "deployments|person-times|times|trainees",
        "家次": "times",
    }
    there = next((p for p in text.facts[1] if p[2] == place[2]), None)
    if there is None:
        return False
    around = text.words[1][there[0] : there[1] + 40]
    return bool(re.search(noun[classifier], around))


def _swap(text: Text, lang: int, chance: random.Random) -> Edit | None:
    if len(text.facts[lang]) < 2:
        return None
    first = chance.randrange(len(text.facts[lang]) - 1)
    one, other = text.facts[lang][first : first + 2]
    words = text.words[lang]
    if words[one[0] : one[1]] == words[other[0] : other[1]] or one[2] == other[2]:
        return None
    return Edit(0, 0, "", (one, other))


def _qualifier(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    wording = text.words[lang][place[0] : place[1]]
    bare = re.sub(r"超过|超|逾|余|多|约|^(?:over|more than|about|nearly) ", "", wording)
    return _put(place, bare) if bare != wording else None


def _clause(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    words = text.words[lang]
    cuts = [0, *(m.end() for m in re.finditer(r"[，；。：]|[;.,](?= )", words)), len(words)]
    start = max(c for c in cuts if c <= place[0])
    end = min(c for c in cuts if c >= place[1])
    return Edit(start, end, "") if len(words) - (end - start) > SHORT // 2 else None


def _points(text: Text, lang: int, chance: random.Random) -> Edit | None:
    place = _place(text, lang, chance)
    wording = text.words[lang][place[0] : place[1]]
    if "个百分点" in wording:
        return _put(place, wording.replace("个百分点", "%"))
    if "percentage point" in wording:
        return _put(place, re.sub(r" percentage points?", "%", wording))
    if "%" in wording and (lang == 0 or not wording.startswith("over")):
        return _put(place, wording.replace("%", "个百分点" if lang == 0 else " percentage points"))
    return None


KINDS: dict[str, Make] = {
    "digit": _digit,
    "scale": _scale,
    "unit": _unit,
    "swap": _swap,
    "qualifier": _qualifier,
    "clause": _clause,
    "points": _points,
}


def main(count: int, seed: int) -> None:
    """Lay faults into the report and print how many are caught, by kind and way of checking."""
    book = report()
    made, in_report, in_text = Counter[str](), Counter[str](), Counter[str]()
    for fault in faults(said(book), count, seed):
        made[fault.kind] += 1
        caught = caught_in_the_report(fault, book)
        in_report[fault.kind] += caught
        in_text[fault.kind] += bool(differences(fault.zh, fault.en))
        if not caught:
            print(f"missed: {fault.kind} in {fault.block}\n  {fault.zh}\n  {fault.en}")
    for kind, many in [*made.items(), ("all", made.total())]:
        report_caught, text_caught = (c.total() if kind == "all" else c[kind] for c in (in_report, in_text))
        print(
            f"{kind:10} {many:4} made, {report_caught:4} caught in the report, {text_caught:4} in plain text"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
