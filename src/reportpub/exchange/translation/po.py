"""PO files: each text as it is typed, under its id, with what its citations say as comments.

Source: GNU gettext manual, the format of PO files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportpub.exchange.translation.exchanged import Exchanged, Returned, about, known
from reportpub.exchange.translation.units import Progress, Unit, pieces
from reportpub.exchange.translation.xliff import Spoken
from reportpub.findings import ContentError, Span, error
from reportpub.model.text import Lang
from reportpub.sentences import say

_ENTRY = re.compile(r'(?:(msgctxt|msgid|msgstr)\s+)?"((?:[^"\\]|\\.)*)"\s*\Z')
_ESCAPED = re.compile(r"\\(.)")
_NAMES = {"n": "\n", "t": "\t", "r": "\r"}


def po(told: Sequence[Unit], report: str, scope: str, spoken: Spoken) -> bytes:
    """Return the file; a translation that is not finished is marked fuzzy."""
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Project-Id-Version: {report}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Language: en\\n"\n'
        f'"X-Exchange: {about(report, scope)}\\n"\n'
    )
    return "\n".join((head, *(_entry(unit, spoken) for unit in told))).encode()


def _entry(unit: Unit, spoken: Spoken) -> str:
    cited = [f"#. {p.text} = {spoken(p, Lang.ZH)}\n" for p in pieces(unit.zh, Lang.ZH) if p.kind]
    asked = [f"#. {line}\n" for line in unit.note.splitlines()]
    where = f"#: {unit.id}:{unit.digest}\n"
    fuzzy = "#, fuzzy\n" if unit.en and unit.progress is not Progress.REVIEWED else ""
    return (
        "".join(cited + asked)
        + where
        + fuzzy
        + f'msgctxt "{_quoted(unit.id)}"\nmsgid "{_quoted(unit.zh)}"\nmsgstr "{_quoted(unit.en)}"\n'
    )


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


@dataclass(slots=True)
class _Open:
    """An entry while it is read."""

    line: int
    fuzzy: bool = False
    digest: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def read(data: bytes, file: str) -> Exchanged:
    """Return what a file says; `ContentError` where a line is none of PO."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = say("save it as UTF-8")
        raise ContentError(
            (error("translate/foreign", say("this PO file is not UTF-8"), Span(file), hint),)
        ) from None
    found: list[Returned] = []
    digests: list[tuple[str, str]] = []
    report = scope = ""
    for entry in _entries(text, file):
        name, source = entry.fields.get("msgctxt", ""), entry.fields.get("msgid", "")
        target = entry.fields.get("msgstr", "")
        if not name and not source:
            lines = (line.partition(":")[2] for line in target.split("\n") if line.startswith("X-Exchange"))
            report, scope = next((known(line) for line in lines), ("", ""))
            continue
        found.append(Returned(name, source, target, bool(target) and not entry.fuzzy, entry.line))
        digests.append((name, entry.digest))
    return Exchanged(file, report, scope, tuple(found), tuple(digests))


def _entries(text: str, file: str) -> Iterator[_Open]:
    entry: _Open | None = None
    last = ""
    for number, line in enumerate(text.split("\n"), start=1):
        said = line.strip()
        if not said or said.startswith("#~"):
            if entry is not None and "msgstr" in entry.fields:
                yield entry
                entry = None
            continue
        entry = entry or _Open(number)
        if said.startswith("#"):
            entry.fuzzy = entry.fuzzy or (said.startswith("#,") and "fuzzy" in said)
            if said.startswith("#:"):
                entry.digest = said.rpartition(":")[2].strip()
            continue
        match = _ENTRY.match(said)
        if match is None:
            hint = say("open it in the program it was edited with, and save it once more")
            message = say("this line is none of a PO file")
            raise ContentError((error("translate/foreign", message, Span(file, number), hint),))
        last = match[1] or last
        words = _ESCAPED.sub(lambda mark: _NAMES.get(mark[1], mark[1]), match[2])
        entry.fields[last] = entry.fields.get(last, "") + words
    if entry is not None and entry.fields:
        yield entry
