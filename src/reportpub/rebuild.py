"""Finished files are made again from what their record names, and what has changed is named."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportpub.build import Hire
from reportpub.findings import Finding, ReportpubError, Severity, Span, ToolError, error, warning
from reportpub.inputs import fingerprint
from reportpub.model.report import Report, Target
from reportpub.order import Made, Order
from reportpub.record import RECORD, Record, Recorded, Unreadable, read, section
from reportpub.sentences import Sentence, as_it_is, say
from reportpub.stamps import OURS, made_by, place_of
from reportpub.workers import Step, processes

_THEN = say("take the inputs as they were then, for example from the version control of the project")
_PRODUCT = say("take the reportpub that made the files; its requirements/runtime.lock brings its packages")
_SHOWN = 12
"""Characters of a hash that are enough to tell it from others."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record with the finished files that lie beside it, and the folder where they lie, as it is named."""

    record: Record
    files: Mapping[str, bytes]
    folder: str


def kept(folder: str, files: Mapping[str, bytes]) -> Kept:
    """Return the record among the files of an edition; `ToolError` when there is none to be read."""
    place = f"{folder}/{RECORD}"
    hint = say("build the edition; every build writes one")
    if RECORD not in files:
        raise ToolError((error("verify/record", say("there is no {place}", place=place), None, hint),))
    try:
        return Kept(read(files[RECORD]), files, folder)
    except Unreadable as odd:
        said = say("the record cannot be read: {odd}", odd=odd)
        raise ToolError((error("verify/record", said, Span(place), hint),)) from None


def changed(record: Record, project: Path) -> tuple[Finding, ...]:
    """Return what is not as it was when the files were made: inputs, faces, profiles, tools."""
    inputs = (
        _input(name, now)
        for name, digest in sorted(record.reads.items())
        if (now := fingerprint(place_of(name, project))) != digest
    )
    makers = made_by()
    names = dict.fromkeys((*record.made_by, *makers))
    tools = (
        _tool(name, record.made_by.get(name, "absent"), makers.get(name, "absent"), record.version)
        for name in names
        if record.made_by.get(name) != makers.get(name)
    )
    return (*inputs, *tools)


def _input(name: str, now: str) -> Finding:
    became = say("has changed") if now else say("is no longer there")
    span = None if name.startswith(OURS) else Span(name)
    hint = _PRODUCT if name.startswith(OURS) else _THEN
    match section(name):
        case "fonts":
            said = say("the face {name} {became}", name=name, became=became)
            return warning("verify/font", said, span, hint)
        case "profiles":
            said = say("the colour profile {name} {became}", name=name, became=became)
            return warning("verify/profile", said, span, hint)
        case _:
            said = say("{name} {became} since the files were made", name=name, became=became)
            return warning("verify/input", said, span, hint)


def _tool(name: str, then: str, now: str, version: str) -> Finding:
    what = as_it_is(name)
    if name == "reportpub":
        what, then, now = say("the code of reportpub {version}", version=version), then[:_SHOWN], now[:_SHOWN]
    said = say("{what} was {then} and is {now} here", what=what, then=then, now=now)
    return warning("verify/tool", said, None, _PRODUCT)


def rebuild(
    several: Iterable[Kept],
    report: Report,
    project: Path,
    told: Callable[[Step], None],
    hire: Hire = processes,
) -> tuple[Finding, ...]:
    """Make all files of the records again, in memory alone, and return how they differ from those there.

    What has changed around files that nevertheless come out the same is a warning; where they do not it is
    an error, which says why.
    """
    known = {spec.name for spec in report.editions}
    found: list[Finding] = []
    by_order: dict[Order, Kept] = {}
    for one in several:
        if one.record.edition in known and one.record.report == report.id:
            by_order[Order(project, one.record.edition, one.record.targets)] = one
            continue
        said = say(
            "the project has no edition “{edition}” of “{report}” any more",
            edition=one.record.edition,
            report=one.record.report,
        )
        found.append(error("verify/record", said, Span(f"{one.folder}/{RECORD}"), _THEN))
    if by_order:
        with hire(len(by_order)) as workers:
            for order, result in workers.work(by_order, lambda o, step: told((o.edition, step))):
                found += _compared(by_order[order], result, project)
                told((order.edition, "done"))
    return tuple(found)


def _compared(one: Kept, result: Made | Exception, project: Path) -> Iterator[Finding]:
    reasons = changed(one.record, project)
    match result:
        case ReportpubError():
            yield from (*map(_as_error, reasons), *result.findings)
            return
        case Exception():
            raise result
        case Made():
            differ = tuple(filter(None, (_difference(one, file, result) for file in one.record.files)))
    untouched = all(finding.code != "verify/rebuilt" for finding in differ)
    yield from reasons if untouched else map(_as_error, reasons)
    yield from differ


def _as_error(reason: Finding) -> Finding:
    return replace(reason, severity=Severity.ERROR)


def _difference(one: Kept, file: Recorded, made: Made) -> Finding | None:
    path = f"{one.folder}/{file.name}"
    there, again = one.files.get(file.name), made.files[file.target]
    if there is None:
        hint = say("the record names it; build it again")
        return error("verify/missing", say("{path} is not there", path=path), None, hint)
    if hashlib.sha256(there).hexdigest() != file.sha256:
        hint = say("do not use it; take the file as it was made, or build it again")
        said = say(
            "{path} is not the file that its record names: it was changed after it was made", path=path
        )
        return error("verify/altered", said, None, hint)
    if there == again:
        return None
    hint = say("what is named under verify/input, font, profile and tool has changed")
    if not changed(one.record, made.order.project):
        hint = say("nothing that the record names has changed; please report this with both files")
    where = _where(file.target, there, again)
    return error(
        "verify/rebuilt", say("{path} is not what is made now: {where}", path=path, where=where), None, hint
    )


def _where(target: Target, there: bytes, again: bytes) -> Sentence:
    """Return where two files part: the parts of a Word file, the first byte of another."""
    if target is Target.DOCX:
        then, now = _parts(there), _parts(again)
        names = [name for name in {**then, **now} if then.get(name) != now.get(name)]
        if names:
            return say("other parts are {names}", names=", ".join(sorted(names)))
        return say("the parts stand in another order")
    same = next((at for at, (a, b) in enumerate(zip(there, again, strict=False)) if a != b), None)
    first = min(len(there), len(again)) if same is None else same
    return say(
        "{then:,} bytes then, {now:,} now, the same up to byte {first:,}",
        then=len(there),
        now=len(again),
        first=first,
    )


def _parts(data: bytes) -> dict[str, int]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: info.CRC for info in package.infolist()}
