"""Fields: an instruction that no reader sees, and its result, which may run over paragraphs.

Source: ECMA-376 part 1, 17.16. A table of contents is a field too; it is made anew, and so left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MADE_ANEW = frozenset({"TOC", "INDEX", "TOA", "BIBLIOGRAPHY"})
_EQUATION = "EQ"
_RUBY = re.compile(r"\\o\s*\\ad\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\((?P<over>[^()]*)\)\s*,\s*(?P<base>[^()]*)\)")
_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reader is."""

    _open: list[_Open] = field(default_factory=list)

    def mark(self, kind: str) -> str:
        """Take a mark of a field; return the instruction of one that ends here without a result."""
        if kind == "begin":
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.in_result else ended.instruction.strip()
        return ""

    def instruct(self, text: str) -> None:
        """Take a piece of the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    @property
    def shown(self) -> bool:
        """Tell whether words here are seen by a reader: every field around them is at its result."""
        return all(one.in_result for one in self._open)

    @property
    def made_anew(self) -> bool:
        """Tell whether words that stand here belong to a table of contents or an index."""
        return any(_name(one.instruction) in _MADE_ANEW for one in self._open)

    @property
    def link(self) -> str:
        """Return the address that the words here lead to, empty for none."""
        for one in reversed(self._open):
            if found := _LINK.match(one.instruction.strip()):
                return found[1]
        return ""


def _name(instruction: str) -> str:
    return instruction.strip().partition(" ")[0].upper()


def said_by(instruction: str) -> tuple[str, str] | None:
    """Return the words that a field without result shows, and those above them; `None` where it shows none.

    Only the equation field of old versions does: 拼音指南 is written as one character above another.
    """
    if _name(instruction) != _EQUATION:
        return None
    if found := _RUBY.search(instruction):
        return found["base"].strip(), found["over"].strip()
    return "", instruction
