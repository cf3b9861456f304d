"""What is wrong with a Word file: faults that make Word repair it, and rules of the house.

The file is read as a zip of XML, not through the library that may have written it, so that nobody marks
his own work. Schema validators miss what is looked for here: fields that do not close, bookmarks without
an end, rows that do not fill their grid, pictures without words. Source: ECMA-376 parts 1 and 2.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportpub.checks.word_scrub import scrubbed
from reportpub.findings import Finding, Span, error, in_order
from reportpub.sentences import NOTHING, Sentence, say

LARGEST = 256 * 1024 * 1024
"""Bytes a package may unpack to."""

LONGEST_NAME = 40
"""Characters Word allows in the name of a bookmark."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_STORY = re.compile(r"word/(document|header\d+|footer\d+|footnotes|endnotes|comments)\.xml")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_AIM = re.compile(r"\s*(?:PAGEREF|NOTEREF|REF)\s+(\S+)|\s*TOC\s.*\\b\s+(\S+)")
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_SECTION_ENDS = 4
"""Heads and feet of left and right pages."""


@dataclass(frozen=True, slots=True)
class _Story:
    """One part that holds text."""

    name: str
    root: ET.Element


@dataclass(frozen=True, slots=True)
class _File:
    """A package as read: all members, the stories among them, and the styles by id."""

    members: dict[str, bytes]
    stories: tuple[_Story, ...]
    styles: dict[str, str]


def check_docx(data: bytes) -> tuple[Finding, ...]:
    """Return everything wrong with a Word file; a file that cannot be read at all is one finding."""
    try:
        read = _read(data)
    except (zipfile.BadZipFile, ET.ParseError, KeyError, ValueError) as broken:
        return (
            error(
                "word/unreadable",
                say("this is no Word file that can be read: {broken}", broken=broken),
                Span(""),
            ),
        )
    found = (finding for check in _CHECKS for finding in check(read))
    return in_order((*found, *scrubbed(read.members)))


def _read(data: bytes) -> _File:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if doubled := [name for name, count in Counter(names).items() if count > 1]:
            raise ValueError(say("{name} occurs twice in the package", name=doubled[0]))
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError(say("the package is too large"))
        members = {name: archive.read(name) for name in names}
    stories = tuple(_Story(n, _parsed(members[n])) for n in names if _STORY.fullmatch(n))
    styles = _parsed(members["word/styles.xml"])
    named = {_get(s, "styleId"): _value(s.find(f"{_W}name")) for s in styles.iter(f"{_W}style")}
    return _File(members, stories, named)


def _parsed(content: bytes) -> ET.Element:
    # Packages may hold no document types (ECMA-376 part 2, 8.1.4), which are also how XML does harm.
    if b"<!DOCTYPE" in content:
        raise ValueError(say("a part declares a document type"))
    return ET.fromstring(content)  # noqa: S314  nothing can be declared


def _get(element: ET.Element, name: str) -> str:
    return element.get(_W + name, "")


def _value(element: ET.Element | None) -> str:
    return "" if element is None else _get(element, "val")


def _found(code: str, message: Sentence, part: str, hint: Sentence = NOTHING) -> Finding:
    return error(f"word/{code}", message, Span(part), hint)


def _fields(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        depth = 0
        for mark in story.root.iter(f"{_W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(_get(mark, "fldCharType"), 0)
            if depth < 0:
                break
            if _get(mark, "dirty") in {"1", "true"}:
                yield _found("asks-to-update", say("a field is marked to be updated on opening"), story.name)
        if depth != 0:
            yield _found("field", say("a field does not begin and end in pairs"), story.name)


def _updates(read: _File) -> Iterator[Finding]:
    if b"updateFields" in read.members.get("word/settings.xml", b""):
        hint = say("write the results of the fields into the file instead")
        message = say("Word will ask whether to update fields")
        yield _found("asks-to-update", message, "word/settings.xml", hint)


def _bookmarks(read: _File) -> Iterator[Finding]:
    starts, ends, names = Counter[str](), Counter[str](), Counter[str]()
    for story in read.stories:
        for mark in story.root.iter(f"{_W}bookmarkStart"):
            starts[_get(mark, "id")] += 1
            names[_get(mark, "name").lower()] += 1
            if len(_get(mark, "name")) > LONGEST_NAME:
                message = say("{name} is longer than Word allows", name=_get(mark, "name"))
                yield _found("bookmark-name", message, story.name)
        ends.update(_get(mark, "id") for mark in story.root.iter(f"{_W}bookmarkEnd"))
    yield from (
        _found("bookmark-twice", say("the bookmark {name} occurs twice", name=name), "word/document.xml")
        for name, count in names.items()
        if count > 1
    )
    yield from (
        _found(
            "bookmark-id",
            say("the bookmark id {number} does not start and end once", number=number),
            "word/document.xml",
        )
        for number in starts.keys() | ends.keys()
        if starts[number] != 1 or ends[number] != 1
    )


def _references(read: _File) -> Iterator[Finding]:
    names = {_get(m, "name").lower() for s in read.stories for m in s.root.iter(f"{_W}bookmarkStart")}
    for story in read.stories:
        aims = [_AIM.match(i.text or "") for i in story.root.iter(f"{_W}instrText")]
        wanted = [match[1] or match[2] for match in aims if match]
        wanted += [_get(link, "anchor") for link in story.root.iter(f"{_W}hyperlink") if _get(link, "anchor")]
        for name in sorted({name for name in wanted if name.lower() not in names}):
            message = say("nothing is called {name}, which the text refers to", name=name)
            yield _found("reference", message, story.name)


def _styles(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        used = {_value(e) for kind in ("pStyle", "rStyle", "tblStyle") for e in story.root.iter(_W + kind)}
        for style in sorted(used - read.styles.keys()):
            yield _found("style", say("there is no style {style}", style=style), story.name)


def _relations(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        folder, _, name = story.name.rpartition("/")
        path = f"{folder}/_rels/{name}.rels"
        known = _parsed(read.members[path]) if path in read.members else ET.Element("none")
        targets = {r.get("Id", ""): r for r in known.iter(_RELATION)}
        for relation in targets.values():
            target = posixpath.normpath(f"{folder}/{relation.get('Target', '')}")
            if relation.get("TargetMode") != "External" and target not in read.members:
                yield _found("part", say("the part {target} is missing", target=target), path)
        wanted = {e.get(_R + key, "") for e in story.root.iter() for key in ("id", "embed")} - {""}
        for identifier in sorted(wanted - targets.keys()):
            message = say("the relationship {identifier} is missing", identifier=identifier)
            yield _found("relationship", message, story.name)


def _notes(read: _File) -> Iterator[Finding]:
    kept = {_get(n, "id") for s in read.stories for n in s.root.iter(f"{_W}footnote")}
    for story in read.stories:
        for call in story.root.iter(f"{_W}footnoteReference"):
            if _get(call, "id") not in kept:
                message = say("the footnote {name} is called and missing", name=_get(call, "id"))
                yield _found("note", message, story.name)


def _drawings(read: _File) -> Iterator[Finding]:
    numbers = Counter[str]()
    for story in read.stories:
        for drawn in story.root.iter(_DRAWN):
            numbers[drawn.get("id", "")] += 1
            if not drawn.get("descr", "").strip():
                message = say("{name} has no alternative text", name=drawn.get("name") or say("a picture"))
                yield _found("alternative-text", message, story.name)
    for number, count in numbers.items():
        if count > 1:
            message = say("the drawing id {number} occurs {count} times", number=number, count=count)
            yield _found("drawing-id", message, "word/document.xml")


def _tables(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        for table in story.root.iter(f"{_W}tbl"):
            title = _value(table.find(f"{_W}tblPr/{_W}tblCaption"))
            style = read.styles.get(_value(table.find(f"{_W}tblPr/{_W}tblStyle")), "")
            if not title:
                yield _found("table-title", say("a table has no title for those who hear it"), story.name)
            # A table that only arranges says so by its style and has no head to repeat.
            if "Key Figures" not in style and table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is None:
                message = say("the table “{title}” has no head that repeats", title=title)
                yield _found("table-head", message, story.name)
            yield from _rows(table, title, story.name)


def _rows(table: ET.Element, title: str, part: str) -> Iterator[Finding]:
    columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    for row in table.findall(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        spans = [_value(cell.find(f"{_W}tcPr/{_W}gridSpan")) for cell in cells]
        if sum(int(span or 1) for span in spans) != columns:
            message = say(
                "a row of the table “{title}” does not fill its {columns} columns",
                title=title,
                columns=columns,
            )
            yield _found("table-grid", message, part)
        if any(len(cell) == 0 or cell[-1].tag != f"{_W}p" for cell in cells):
            message = say("a cell of the table “{title}” does not end with a paragraph", title=title)
            yield _found("table-cell", message, part)


def _hints(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        for run in story.root.iter(f"{_W}r"):
            text = "".join(t.text or "" for t in run.iter(f"{_W}t"))
            chinese = len(_HAN.findall(text)) > len(_LATIN.findall(text))
            fonts = run.find(f"{_W}rPr/{_W}rFonts")
            if chinese and _AMBIGUOUS.search(text) and (fonts is None or _get(fonts, "hint") != "eastAsia"):
                hint = say('say w:hint="eastAsia" so that quotes and dashes come from the Chinese face')
                message = say("“{text}” may be set with Latin quotes", text=text[:20])
                yield _found("hint", message, story.name, hint)


def _sections(read: _File) -> Iterator[Finding]:
    for story in read.stories:
        for section in story.root.iter(f"{_W}sectPr"):
            ends = [e for e in section if e.tag in {f"{_W}headerReference", f"{_W}footerReference"}]
            if len(ends) < _SECTION_ENDS:
                message = say("a section does not name all its heads and feet")
                yield _found("section-heads", message, story.name)
        if story.root.tag in {f"{_W}hdr", f"{_W}ftr"} and story.root.find(f".//{_W}p") is None:
            yield _found("head", say("a head or foot has no paragraph"), story.name)


def _properties(read: _File) -> Iterator[Finding]:
    part = "docProps/core.xml"
    root = _parsed(read.members[part]) if part in read.members else ET.Element("none")
    for name in ("title", "language"):
        if not (root.findtext(_CORE + name) or "").strip():
            yield _found("properties", say("the file does not tell its {name}", name=name), part)
    for name in ("created", "modified"):
        moment = root.find(_TERMS + name)
        if (
            moment is None
            or moment.get(_TYPE) != "dcterms:W3CDTF"
            or not _MOMENT.fullmatch(moment.text or "")
        ):
            message = say("the date “{name}” is missing or not as Word reads it", name=name)
            yield _found("properties", message, part)


_CHECKS: tuple[Callable[[_File], Iterator[Finding]], ...] = (
    _fields,
    _updates,
    _bookmarks,
    _references,
    _styles,
    _relations,
    _notes,
    _drawings,
    _tables,
    _hints,
    _sections,
    _properties,
)
