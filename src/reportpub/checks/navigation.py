"""Whether the ways through a screen file lead where they say: contents, page numbers, bookmarks.

Source: ISO 32000-1, 12.3 (outlines, destinations), 12.4.2 (page labels); WCAG 2.1, 2.4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Object, Pdf, String

from reportpub.checks.pdf_labels import page_labels
from reportpub.checks.readback import pdf_pages, squeeze
from reportpub.checks.ua.tree import Element, Tree
from reportpub.findings import Finding, error
from reportpub.sentences import say

_FOLIO = re.compile(r"(\d+|[ivxlc]+)\s*$")
_HINT = say("this is a fault of the program, or of a layout's wrapper")


def check_ways(data: bytes, pdf: Pdf, known: Tree) -> tuple[Finding, ...]:
    """Return a finding for each entry of contents or bookmarks that leads to another page than it says.

    `pdf` is the file opened from `data`, and `known` its structure.
    """
    labels = page_labels(data)
    said = tuple(map(squeeze, pdf_pages(data)))
    numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    places = _places(pdf)
    return (*_bookmarks(pdf, numbers, places, said), *_contents(known, numbers, places, labels, said))


def _places(pdf: Pdf) -> dict[str, Object]:
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    return {str(names[at]): names[at + 1] for at in range(0, len(names) - 1, 2)}


def _page(leads: Object | None, numbers: Mapping[tuple[int, int], int], places: Mapping[str, Object]) -> int:
    """Return the page a destination leads to, from 0, or -1 where it leads nowhere."""
    place = places.get(str(leads)) if isinstance(leads, String) else leads
    if isinstance(place, Dictionary):
        place = place.get("/D")
    return numbers.get(place[0].objgen, -1) if isinstance(place, Array) and len(place) else -1


def _bookmarks(
    pdf: Pdf, numbers: Mapping[tuple[int, int], int], places: Mapping[str, Object], said: tuple[str, ...]
) -> Iterator[Finding]:
    for one in _outline(pdf.Root.get("/Outlines", Dictionary()), set()):
        title = str(one.get("/Title", ""))
        page = _page(one.get("/Dest"), numbers, places)
        if not _heads(title, page, said):
            yield error(
                "readback/bookmark",
                say("the bookmark “{title}” leads to page {page}", title=title, page=page + 1),
                None,
                _HINT,
            )


def _heads(title: str, page: int, said: tuple[str, ...]) -> bool:
    """Tell whether a title heads a page; its English may stand on the page that faces it."""
    if not 0 <= page < len(said):
        return False
    chinese = " ".join(part for part in title.split() if not part.isascii())
    return _stands(title, said[page]) or (
        bool(chinese) and _stands(chinese, said[page]) and _stands(title, "".join(said[page : page + 2]))
    )


def _stands(title: str, there: str) -> bool:
    """Tell whether the words of a title stand on a page; number and words may stand apart."""
    parts = map(squeeze, re.split(r"[、\s]+", title))
    return all(part in there or part.rstrip(".") in there for part in parts)


def _outline(holder: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    one = holder.get("/First")
    while isinstance(one, Dictionary) and one.objgen not in seen:
        seen.add(one.objgen)
        yield one
        yield from _outline(one, seen)
        one = one.get("/Next")


def _contents(
    known: Tree,
    numbers: Mapping[tuple[int, int], int],
    places: Mapping[str, Object],
    labels: tuple[str, ...],
    said: tuple[str, ...],
) -> Iterator[Finding]:
    for entry in known.walk():
        if entry.role == "TOCI":
            yield from _entry(entry, numbers, places, labels, said)


def _entry(
    entry: Element,
    numbers: Mapping[tuple[int, int], int],
    places: Mapping[str, Object],
    labels: tuple[str, ...],
    said: tuple[str, ...],
) -> Iterator[Finding]:
    """Look at one entry: every title leads to a page with it, whose number is the one that is printed."""
    links = [one for one in entry.walk() if one.role == "Link" and _own(one, entry)]
    if not links:
        return
    words = [link.said() for link in links]
    printed = _FOLIO.search(words[-1])
    titles = [*words[:-1], words[-1][: printed.start()] if printed else words[-1]]
    for link, title in zip(links, titles, strict=True):
        pages = {_page(one.get("/Dest"), numbers, places) for one in link.annotations}
        for page in pages:
            there = said[page] if 0 <= page < len(said) else ""
            label = labels[page] if 0 <= page < len(labels) else say("none")
            if not printed or printed[1] != label:
                number = printed[1] if printed else say("nothing")
                message = say(
                    "the contents print {number} for “{title}”, which stands on page {label}",
                    number=number,
                    title=title.strip(),
                    label=label,
                )
                yield error("readback/contents", message, None, _HINT)
            if not _stands(title, there):
                message = say(
                    "the entry “{title}” of the contents leads to page {label}, without it",
                    title=title.strip(),
                    label=label,
                )
                yield error("readback/contents", message, None, _HINT)


def _own(link: Element, entry: Element) -> bool:
    """Tell whether a link belongs to an entry and not to one below it."""
    return next((one for one in link.around() if one.role == "TOCI"), None) is entry
