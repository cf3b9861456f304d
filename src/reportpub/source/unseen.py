"""Characters in the source that nobody sees: they come along with copied text, and would go into every file.

A search for the words does not find them across one, and Word shows some of them as boxes. Source: Unicode
Standard, 23.2 (layout controls).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from reportpub.findings import Finding, Span, warning
from reportpub.sentences import say

_JOINER: Final = "\u200d"
_UNSEEN: Final = "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff\ufff9-\ufffb"
"""Those that turn the direction of the text are errors of `markup.py` already."""
_TYPED: Final = re.compile(f"[{_UNSEEN}]")
_ESCAPED: Final = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u([0-9A-Fa-f]{4})|x([Aa][Dd]))")
"""How double quotes in YAML write a character by its number."""


def unseen(text: str, file: str) -> Iterator[Finding]:
    """Yield a warning for each such character of a file, where it stands; comments go into no file."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and "\\" not in line:
            continue
        if line.lstrip().startswith("#"):
            continue
        for found in _TYPED.finditer(line):
            if not _joins_pictures(line, found.start()):
                yield _told(found[0], Span(file, number, found.start() + 1), line[: found.start()])
        for found in _ESCAPED.finditer(line) if '"' in line else ():
            character = chr(int(found[1] or found[2], 16))
            if _TYPED.match(character):
                yield _told(character, Span(file, number, found.start() + 1), line[: found.start()])


def _joins_pictures(line: str, at: int) -> bool:
    """Tell whether this is the joiner within a picture made of several, such as that of a family."""
    beside = (line[at - 1 : at], line[at + 1 : at + 2])
    return line[at] == _JOINER and all(c and unicodedata.category(c) in {"So", "Sk", "Mn"} for c in beside)


def _told(character: str, span: Span, before: str) -> Finding:
    name = unicodedata.name(character, "control").lower()
    hint = (
        say("delete it; write {{/}} where a line of a heading may end")
        if character == "\u200b"
        else say("delete it")
    )
    message = say(
        "a character that nobody sees, U+{code:04X} ({name}), stands after “{before}”",
        code=ord(character),
        name=name,
        before=before[-8:],
    )
    return warning("typed/unseen", message, span, hint)
