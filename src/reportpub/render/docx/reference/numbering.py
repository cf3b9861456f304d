"""The numberings of a reference beside ours: its lists keep their marks, headings and restarts are ours.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from reportpub.layout.reference import WORD, Reference
from reportpub.model.text import Lang
from reportpub.opc.markup import Element, parsed, written
from reportpub.render.docx.gather import FIRST_LIST
from reportpub.render.docx.numbering import ORDERED
from reportpub.render.docx.oxml import PROLOGUE

BEYOND: Final = 100_000
"""What is added to the numbering ids of a reference, so that ours stay as they are."""

_ID: Final = f"{WORD}numId"
_ABSTRACT: Final = f"{WORD}abstractNumId"


def shifted(number: str, reference: Reference) -> str:
    """Return a numbering id of the reference as it is in our file; 0 says that there is none."""
    known = reference.numbering is not None and number.isdigit() and int(number)
    return str(int(number) + BEYOND) if known else "0"


def merged_numbering(ours: str, reference: Reference, leading: Lang) -> str:
    """Return numbering.xml with the numberings of both; ordered lists count as those of the reference do."""
    if reference.numbering is None:
        return ours
    mine = parsed(ours.encode(), reference.file, "numbering")
    root = deepcopy(reference.numbering)
    theirs = list(root)
    abstracts = [one for one in theirs if one.tag == f"{WORD}abstractNum"]
    numbers = [one for one in theirs if one.tag == f"{WORD}num"]
    for child in theirs:
        root.remove(child)
    for one in abstracts:
        _tidied(one, reference)
    for one in numbers:
        one.set(_ID, shifted(str(one.get(_ID)), reference))
        for aim in one.iterfind(_ABSTRACT):
            _shift(aim, f"{WORD}val")
    ordered = _ordered(numbers, reference)
    for one in mine.findall(f"{WORD}num"):
        aim = one.find(_ABSTRACT)
        listed = int(str(one.get(_ID))) >= FIRST_LIST
        if ordered and listed and aim is not None and aim.get(f"{WORD}val") == str(ORDERED[leading]):
            aim.set(f"{WORD}val", ordered)
    for group in (mine.findall(f"{WORD}abstractNum"), abstracts, mine.findall(f"{WORD}num"), numbers):
        root.extend(group)
    return PROLOGUE + written(root)


def _tidied(abstract: Element, reference: Reference) -> None:
    """Give an abstract numbering its new id, without pictures for bullets and without a hold on headings."""
    _shift(abstract, _ABSTRACT)
    headed = {
        str(style.get(f"{WORD}styleId"))
        for (kind, name), style in reference.styles.items()
        if kind == "paragraph" and name.startswith("heading ")
    }
    for level in abstract.iterfind(f"{WORD}lvl"):
        for one in level.findall(f"{WORD}lvlPicBulletId"):
            level.remove(one)
        for one in level.findall(f"{WORD}pStyle"):
            if one.get(f"{WORD}val") in headed:
                level.remove(one)


def _ordered(numbers: list[Element], reference: Reference) -> str:
    """Return the abstract numbering of the reference's own numbered lists, if it has any."""
    style = reference.styles.get(("paragraph", "List Number"))
    used = style.find(f"{WORD}pPr/{WORD}numPr/{_ID}") if style is not None else None
    wanted = shifted(str(used.get(f"{WORD}val", "0")), reference) if used is not None else "0"
    found = (one.find(_ABSTRACT) for one in numbers if one.get(_ID) == wanted)
    return next((str(aim.get(f"{WORD}val")) for aim in found if aim is not None), "")


def _shift(holder: Element, name: str) -> None:
    number = str(holder.get(name, "0"))
    holder.set(name, str((int(number) if number.isdigit() else 0) + BEYOND))
