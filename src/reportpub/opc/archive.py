"""A zip from a stranger: its members are named, measured and unpacked within limits, never onto the disk.

Source: ECMA-376 part 2, annex B, for what a package may hold; the limits are our own.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from reportpub.findings import ContentError, Finding, Span, error
from reportpub.sentences import Sentence, say

MOST_MEMBERS = 4096
LARGEST_MEMBER = 64 * 1024 * 1024
"""Bytes unpacked; a picture of a whole page at 600 dpi is smaller."""
LARGEST_TOTAL = 256 * 1024 * 1024
"""Bytes unpacked, all members together."""
STEEPEST = 250
"""How many times a member may grow when it is unpacked; text of Word grows 10 to 40 times."""
SMALL = 1024 * 1024
"""Bytes up to which nobody asks how steep a member is."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The head of a compound file: the old formats of Office, and new ones behind a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = 0x1
_NO_NAME = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\\|\x00")
_SAVE = say("open it in Word or WPS and save it as .docx once more")


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip by name; a member is unpacked when it is asked for."""

    file: str
    _zip: ZipFile = field(repr=False)
    members: Mapping[str, ZipInfo] = field(repr=False)

    def read(self, name: str) -> bytes:
        """Return a member unpacked; `ContentError` when it is damaged or larger than it says."""
        member = self.members[name]
        try:
            with self._zip.open(member) as stream:
                data = stream.read(member.file_size + 1)
        except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error, struct.error):
            raise ContentError((_broken(self.file, say("its part {name} is damaged", name=name)),)) from None
        if len(data) != member.file_size:
            raise ContentError(
                (_broken(self.file, say("its part {name} has not the size it says", name=name)),)
            )
        return data


def unzipped(data: bytes, file: str) -> Archive:
    """Return the members of a zip; `ContentError` with everything that speaks against opening it."""
    if data.startswith(_OLE):
        raise ContentError((_compound(data, file),))
    if not data.startswith(b"PK"):
        hint = say("name a .docx of Word or WPS, or a text as .txt or .md")
        what = say("it is empty") if not data else say("it is no zip")
        raise ContentError(
            (error("package/no-zip", say("this is no .docx: {what}", what=what), Span(file), hint),)
        )
    try:
        opened = ZipFile(io.BytesIO(data))
        members = opened.infolist()
    except (BadZipFile, LargeZipFile, OSError, NotImplementedError, ValueError, struct.error):
        raise ContentError(
            (_broken(file, say("its table of contents is not there or is damaged")),)
        ) from None
    found = tuple(_against(members, len(data), file))
    if found:
        raise ContentError(found)
    return Archive(file, opened, {m.filename: m for m in members if not m.is_dir()})


def _compound(data: bytes, file: str) -> Finding:
    if _ENCRYPTED in data:
        hint = say("take the password away in Word or WPS and save it again")
        return error("package/locked", say("the file is protected by a password"), Span(file), hint)
    message = say("this is a file of an old Word or WPS (.doc, .wps), whatever its name says")
    return error("package/old-format", message, Span(file), say("save it as .docx, or name it .doc"))


def _against(members: list[ZipInfo], size: int, file: str) -> Iterator[Finding]:
    """Yield what speaks against a zip before anything of it is unpacked."""
    if len(members) > MOST_MEMBERS:
        yield _too_large(file, say("it holds {members} parts", members=len(members)))
        return
    if sum(m.compress_size for m in members) > size:
        yield _too_large(file, say("its parts overlap, as in a zip bomb"))
    if (total := sum(m.file_size for m in members)) > LARGEST_TOTAL:
        yield _too_large(file, say("it would unpack to {total} MB", total=total // 1024 // 1024))
    seen: set[str] = set()
    for member in members:
        yield from _member(member, file)
        name = member.filename.lower()
        if name in seen:
            message = say("two parts are named {filename}", filename=member.filename)
            yield error("package/name", message, Span(file), _SAVE)
        seen.add(name)


def _member(member: ZipInfo, file: str) -> Iterator[Finding]:
    name = member.filename
    if _NO_NAME.search(name):
        message = say("a part is named {name!r}, which leads out of the file", name=name)
        yield error("package/name", message, Span(file), say("do not open it; ask who sent it"))
    if member.flag_bits & _LOCKED:
        yield error(
            "package/locked",
            say("its part {name} is encrypted", name=name),
            Span(file),
            say("save it without password"),
        )
    elif member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        yield _broken(file, say("its part {name} is packed in a way that Word does not use", name=name))
    if member.file_size > LARGEST_MEMBER:
        yield _too_large(
            file,
            say("its part {name} has {file_size} MB", name=name, file_size=member.file_size // 1024 // 1024),
        )
    elif member.file_size > max(SMALL, STEEPEST * member.compress_size):
        yield _too_large(
            file,
            say(
                "its part {name} unpacks to {file_size} bytes, as in a zip bomb",
                name=name,
                file_size=member.file_size,
            ),
        )


def _too_large(file: str, why: Sentence) -> Finding:
    limits = say(
        "{largest_member} MB for a part, {largest_total} MB for a file",
        largest_member=LARGEST_MEMBER // 1024 // 1024,
        largest_total=LARGEST_TOTAL // 1024 // 1024,
    )
    hint = say("the limits are {limits}; make its pictures smaller", limits=limits)
    return error("package/too-large", say("the file is not opened: {why}", why=why), Span(file), hint)


def _broken(file: str, why: Sentence) -> Finding:
    return error("package/broken", say("the file is not whole: {why}", why=why), Span(file), _SAVE)
