"""The editor of the person at the desk, opened at a line."""

from __future__ import annotations

import shlex
from pathlib import Path

from reportpub.findings import Finding, ToolError, error
from reportpub.programs import MissingProgram, begin, find
from reportpub.sentences import say

KNOWN = (
    ("code", "--goto {file}:{line}:{column}"),
    ("codium", "--goto {file}:{line}:{column}"),
    ("subl", "{file}:{line}:{column}"),
    ("zed", "{file}:{line}:{column}"),
    ("kate", "--line {line} --column {column} {file}"),
    ("gedit", "+{line}:{column} {file}"),
    ("mousepad", "--line={line} {file}"),
    ("notepad++", "-n{line} -c{column} {file}"),
)
"""Editors that are looked for, in this order, and how each is told a place."""


def chosen(command: str) -> tuple[str, ...]:
    """Return the words of the command that opens the editor; empty where none was named or is known."""
    if command:
        words = tuple(shlex.split(command))
        return words if any("{file}" in word for word in words) else (*words, "{file}")
    for name, how in KNOWN:
        try:
            find(name)
        except MissingProgram:
            continue
        return (name, *how.split())
    return ()


def opened(command: tuple[str, ...], project: Path, file: str, line: int, column: int) -> Finding | None:
    """Open a file of the project at a place, or return why that is not possible."""
    path = (project / file).resolve()
    if not path.is_relative_to((project / "source").resolve()) or not path.is_file():
        return error("preview/file", say("{file} is no source of this project", file=file))
    if not command:
        hint = say('name yours: reportpub preview --editor "code --goto {{file}}:{{line}}:{{column}}"')
        return error("preview/editor", say("no editor is known here"), None, hint)
    words = [
        word.replace("{file}", str(path)).replace("{line}", str(line)).replace("{column}", str(column))
        for word in command
    ]
    try:
        begin(find(words[0]), words[1:], cwd=project)
    except ToolError as refused:
        return refused.findings[0]
    return None
