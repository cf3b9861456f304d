"""The projects a command is about: folders that are named one by one, or in a list, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import Finding, Related, Span, ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.sentences import NOTHING, say

_LINE = re.compile(r"\s*(?P<folder>(?!#)\S.*?)\s*(?:(?<=\s)#.*)?")
"""A folder, and after white a remark; a line that begins with # is a remark as a whole."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it was named, the folder it is, and where a list names it."""

    name: str
    folder: Path
    span: Span | None = None


def named(folders: Iterable[Path]) -> tuple[Project, ...]:
    """Return the projects of folders that stand on the command line."""
    return tuple(Project(str(folder), folder.resolve()) for folder in folders)


def listed(file: Path) -> tuple[Project, ...]:
    """Return the projects of a list, whose folders are written from where it lies.

    `ToolError` when it cannot be read or names none.
    """
    try:
        text = Inputs(file.parent).read_text(file)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    found = tuple(_lines(text, file))
    if not found:
        hint = say("write the folder of a project on each line, from where the list lies")
        raise ToolError((error("projects/empty", say("it names no project"), Span(str(file)), hint),))
    return found


def _lines(text: str, file: Path) -> Iterator[Project]:
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if match := _LINE.fullmatch(line.rstrip("\r\n")):
            first, last = match.span("folder")
            span = Span(str(file), number, first + 1, start + first, start + last)
            folder = file.parent / match["folder"]
            yield Project(str(folder), folder.resolve(), span)
        start += len(line)


def sorted_out(projects: Iterable[Project]) -> tuple[tuple[Project, ...], tuple[Finding, ...]]:
    """Return those that can be built, once each, and what is wrong with the others."""
    fit: dict[Path, Project] = {}
    found: list[Finding] = []
    for one in projects:
        if one.folder in fit:
            found.append(_twice(one, fit[one.folder]))
        elif not one.folder.is_dir():
            hint = say("correct the name; it is written from where the list lies") if one.span else NOTHING
            said = say("there is no folder {name}", name=one.name)
            found.append(error("projects/missing", said, one.span, hint))
        elif not (one.folder / "source" / "report.yaml").is_file():
            hint = say("name the folder that holds source/")
            said = say("{name} is no project: it has no source/report.yaml", name=one.name)
            found.append(error("projects/none", said, one.span, hint))
        else:
            fit[one.folder] = one
    return tuple(fit.values()), tuple(found)


def _twice(one: Project, first: Project) -> Finding:
    said = say("{name} is named twice; it is built once", name=one.name)
    finding = error("projects/twice", said, one.span, say("take one of the two away"))
    if first.span is None:
        return finding
    related = (Related(first.span, say("named here first")),)
    return Finding(finding.code, finding.severity, finding.message, finding.span, finding.hint, related)
