"""The contents: a field Word can update, with entries already there and no question when the file is opened.

The page numbers are filled in when the whole text is written and `paging` has reckoned its pages.
Source: ECMA-376 part 1, 17.16.5.68 (TOC), 17.5.2 (structured document tags).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from reportpub.edition.edition import Edition, Part
from reportpub.model.anchors import anchor
from reportpub.model.blocks import Heading
from reportpub.model.report import Place
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.docx.inlines import Voice, spoken
from reportpub.render.docx.oxml import field, field_end, field_start, paragraph, run, tab
from reportpub.render.docx.words import CONTENTS, GAP

DEEPEST = 2
"""The lowest heading level the contents show."""

_PENDING = re.compile(r"\{(i?):(_Toc\d{10})\}")
_ENDED = "</w:sdtContent>"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents; the pages of `front` matter are numbered in Roman."""

    level: int
    number: str
    text: str
    bookmark: str
    lang: Lang
    front: bool


def toc_bookmark(block: str, lang: Lang) -> str:
    """Return the bookmark of a heading, named as Word names those it makes for contents."""
    return f"_Toc{zlib.crc32(anchor(block, lang).encode()):010d}"


def entries(part: Part, edition: Edition, lang: Lang) -> Iterator[Entry]:
    """Yield the lines of a part's contents in a language, in the order of the text."""
    for chapter in part.chapters:
        front = chapter.place is Place.FRONT and part.languages[0] is edition.languages[0]
        for block in (chapter.title, *chapter.blocks):
            if isinstance(block, Heading) and block.level <= DEEPEST:
                # A chapter is pointed at by its own id, which its title shares with no block.
                name = chapter.id if block is chapter.title else block.id
                yield _entry(name, block, edition, lang, front=front)


def _entry(name: str, block: Heading[Shown], edition: Edition, lang: Lang, *, front: bool) -> Entry:
    label = edition.labels.get(name)
    number = label.number.get(lang, "") if label else ""
    text = plain(spoken(block.text, lang).inlines)
    return Entry(block.level, number, text, toc_bookmark(name, lang), lang, front)


def contents(edition: Edition, voice: Voice) -> str:
    """Return the contents of a file: one list over all parts, as any word processor would make it anew.

    Where two languages stand side by side each heading is followed by itself in the other.
    """
    told: list[Entry] = []
    for part in edition.parts:
        lists = [tuple(entries(part, edition, lang)) for lang in part.languages]
        told += chain.from_iterable(zip(*lists, strict=True))
    lines = [paragraph(f"Toc{entry.level}", _line(entry)) for entry in told]
    start = field_start('TOC \\o "1-2" \\h \\z \\u')
    lines = lines or [paragraph("Toc1", "")]
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{start}", 1)
    lines[-1] = lines[-1].removesuffix("</w:p>") + field_end() + "</w:p>"
    names = (run(CONTENTS[lang], lang) for lang in edition.languages)
    heading = paragraph(voice.style("TOC Heading"), run(GAP[voice.lang], voice.lang).join(names))
    number = zlib.crc32(b"contents") & 0x7FFFFFFF
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{heading}{''.join(lines)}"
        f"{_ENDED}</w:sdt>"
    )


def filled(sections: Iterable[str], folios: Mapping[str, int]) -> list[str]:
    """Return the sections with the page numbers of the contents, by the bookmark of each heading."""

    def folio(found: re.Match[str]) -> str:
        number = folios[found[2]]
        return _roman(number) if found[1] else str(number)

    return [_PENDING.sub(folio, each) if _ENDED in each else each for each in sections]


def _line(entry: Entry) -> str:
    # The gap in the text is no text of anybody: braces in words are never followed by such a name.
    pending = f"{{{'i' if entry.front else ''}:{entry.bookmark}}}"
    page = field(f"PAGEREF {entry.bookmark} \\h", run(pending, Lang.EN))
    words = _numbered(entry) + tab() + page
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{words}</w:hyperlink>'


def _numbered(entry: Entry) -> str:
    """Return number and words with a space between, which LibreOffice writes when it makes contents anew.

    、 and ） bring their own white, so the space after them takes none.
    """
    if not entry.number:
        return run(entry.text, entry.lang)
    if entry.number.endswith("."):
        return run(f"{entry.number} {entry.text}", entry.lang)
    gap = run(" ", entry.lang, "", "", '<w:sz w:val="2"/><w:szCs w:val="2"/>')
    return run(entry.number, entry.lang) + gap + run(entry.text, entry.lang)


def _roman(number: int) -> str:
    told = ""
    for value, letters in _ROMAN:
        told += letters * (number // value)
        number %= value
    return told
