"""Does a Word file tell more than it should: who wrote it, where it lay, what is hidden in it?

What goes out bears the name of the office alone. Source: ECMA-376 part 1, 17.3.2.41 (vanish), 17.13.5
(revisions), 17.15.1.6 (attachedTemplate).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportpub.findings import Finding, Span, error
from reportpub.sentences import Sentence, say

OFFICES = frozenset(("编辑部", "Editors"))
"""Who may be named as the author of a comment."""

_PATHS = re.compile(rb"file:/|[A-Za-z]:\\\\?[A-Za-z]|/(?:home|Users|root|tmp|work|mnt)/")
_PERSON = re.compile(r'<w:(?:comment|ins|del|moveFrom|moveTo|rPrChange|pPrChange)\s[^>]*w:author="([^"]*)"')
_BOOKMARK = re.compile(r'w:name="(_[^"]*)"')
_OURS = re.compile(r"_(rp|rpf|Toc|Ref)_?")
_FIELDS = ("dc:creator", "cp:lastModifiedBy")


def scrubbed(members: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield what the parts of a package tell of people, places and hidden things."""
    for name, content in members.items():
        if name.endswith("vbaProject.bin"):
            yield _told(say("the file holds a macro"), name)
        if not name.endswith((".xml", ".rels")):
            continue
        if found := _PATHS.search(content):
            yield _told(
                say("a path of a machine stands here: {found}…", found=found[0].decode(errors="replace")),
                name,
            )
        yield from _part(name, content.decode(errors="replace"))
    yield from _office(members)


def _part(name: str, text: str) -> Iterator[Finding]:
    for author in sorted(set(_PERSON.findall(text)) - OFFICES):
        yield _told(say("a comment or change names “{author}” as its author", author=author), name)
    if "<w:vanish/>" in text or "<w:webHidden/>" in text:
        yield _told(say("text is hidden here"), name)
    if " w:rsid" in text:
        yield _told(say("the editing sessions of a person are recorded here"), name)
    if "attachedTemplate" in text:
        yield _told(say("the file names the template of a machine"), name)
    for mark in sorted({m for m in _BOOKMARK.findall(text) if not _OURS.match(m)}):
        yield _told(say("the hidden bookmark {mark} is none of ours", mark=mark), name)


def _office(members: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a finding where the author of the file is not the office that issues it."""
    core, app = (members.get(f"docProps/{n}.xml", b"").decode(errors="replace") for n in ("core", "app"))
    office = re.search("<Company>(.*?)</Company>", app)
    for field in _FIELDS:
        named = re.search(f"<{field}>(.*?)</{field}>", core)
        if named and named[1] != (office[1] if office else ""):
            yield _told(
                say("“{named}” is named as {field}", named=named[1], field=field.partition(":")[2]),
                "docProps/core.xml",
            )


def _told(message: Sentence, part: str) -> Finding:
    hint = say("a file that goes out names the office alone and hides nothing but ids")
    return error("word/scrub", message, Span(part), hint)
