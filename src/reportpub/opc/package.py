"""A Word file of anybody, opened: its parts by name and by kind, its XML read safely, its dangers refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportpub.findings import ContentError, Finding, Span, error
from reportpub.opc.archive import Archive, unzipped
from reportpub.opc.markup import Element, parsed
from reportpub.opc.relationships import Relationship, part_of, relationships
from reportpub.sentences import say

LARGEST = 128 * 1024 * 1024
"""Bytes of a whole file, packed."""
_DOCUMENT = "officeDocument"
_ROOT = "_rels/.rels"
_CODE = ("vbaproject.bin", "vbadata.xml")
_HARMLESS = frozenset({"hyperlink", "customXml"})
"""What may lead to another machine: nothing of it is ever fetched, and a reader clicks it or does not."""
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word file: `main` is the part of its text."""

    file: str
    main: str
    _archive: Archive

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the file."""
        return tuple(self._archive.members)

    def blob(self, part: str) -> bytes:
        """Return the bytes of a part; `ContentError` when it is damaged."""
        return self._archive.read(part)

    def xml(self, part: str) -> Element | None:
        """Return the root of a part, nothing when there is no such part; `ContentError` when it is no XML."""
        return parsed(self.blob(part), self.file, part) if part in self._archive.members else None

    def related(self, part: str) -> Mapping[str, Relationship]:
        """Return the relationships of a part by their ids."""
        root = self.xml(part_of(part))
        return {} if root is None else relationships(root, part)

    def beside(self, kind: str) -> Element | None:
        """Return the XML of the part that the text relates to by a kind, such as `styles` or `footnotes`."""
        name = self.named(kind)
        return self.xml(name) if name else None

    def named(self, kind: str) -> str:
        """Return the name of the part that the text relates to by a kind; empty when there is none."""
        threads = self.related(self.main).values()
        found = (one.target for one in threads if one.kind == kind and not one.outside)
        return next((name for name in found if name in self._archive.members), "")


def opened(data: bytes, file: str) -> Package:
    """Return a Word file opened; `ContentError` with everything that speaks against it.

    Refused are files that are no package, are damaged, hold too much, name parts that lead out of the file,
    hold macros, or draw anything but a plain link from another machine. `file` is how findings name it.
    """
    archive = unzipped(data, file)
    main = _main(archive)
    package = Package(file, main, archive)
    found = (*_macros(package), *_remote(package))
    if not main:
        hint = say("name a .docx of Word or WPS")
        what = (
            say("a workbook or slides")
            if any(n.startswith(("xl/", "ppt/")) for n in package.parts)
            else say("no text")
        )
        message = say("this is no Word file: it holds {what}", what=what)
        found = (*found, error("package/no-document", message, Span(file), hint))
    if found:
        raise ContentError(found)
    return package


def _main(archive: Archive) -> str:
    if _ROOT not in archive.members:
        return ""
    threads = relationships(parsed(archive.read(_ROOT), archive.file, _ROOT), "").values()
    named = (one.target for one in threads if one.kind == _DOCUMENT and not one.outside)
    main = next((name for name in named if name in archive.members), "")
    return main if main and not main.startswith(("xl/", "ppt/")) else ""


def _macros(package: Package) -> Iterator[Finding]:
    types = package.blob(_TYPES) if _TYPES in package.parts else b""
    code = [name for name in package.parts if name.lower().endswith(_CODE)]
    if code or b"macroEnabled" in types:
        message = say("the file holds macros{more}", more=say(" ({code})", code=code[0]) if code else "")
        hint = say("save it as .docx, which holds none")
        yield error("package/macros", message, Span(package.file), hint)


def _remote(package: Package) -> Iterator[Finding]:
    """Yield what the file would draw from another machine, and what leads to a part out of the file."""
    for name in package.parts:
        if not name.endswith(".rels") or "_rels/" not in name:
            continue
        owner = name.replace("_rels/", "").removesuffix(".rels")
        root = package.xml(name)
        for one in relationships(root, owner).values() if root is not None else ():
            if one.remote and one.kind not in _HARMLESS:
                message = say(
                    "the file draws its {kind} from another machine: {target}",
                    kind=one.kind,
                    target=one.target[:80],
                )
                hint = say("in Word, break the link (File, Info, Edit Links), or embed the picture")
                yield error("package/remote", message, Span(package.file), hint)
            elif not one.outside and one.target.startswith(".."):
                message = say("a part leads out of the file: {target}", target=one.target[:80])
                hint = say("do not open it; ask who sent it")
                yield error("package/name", message, Span(package.file), hint)
