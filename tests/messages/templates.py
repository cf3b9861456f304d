"""Every sentence the program says, found in its source, and the Chinese there is for it."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import polib

from reportpub.messages.catalogue import CHINESE

SRC = Path(__file__).parents[2] / "src" / "reportpub"


def calls(module: Path) -> Iterator[ast.Call]:
    """Yield the calls of `say` and `listed` of a module that takes them from sentences.py."""
    tree = ast.parse(module.read_text("utf-8"))
    known = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "reportpub.sentences"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield node


def template(call: ast.Call) -> str | None:
    """Return what a call says, the marks between for a list, or nothing where it is no literal."""
    assert isinstance(call.func, ast.Name)
    if call.func.id == "listed" and len(call.args) == 1:
        return ", "
    said = call.args[0 if call.func.id == "say" else 1]
    return said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else None


def spoken() -> Mapping[str, str]:
    """Return each template of the program with the first module that says it."""
    found: dict[str, str] = {}
    for module in sorted(SRC.rglob("*.py")):
        for call in calls(module):
            if isinstance(call.func, ast.Name) and call.func.id in {"say", "listed"}:
                said = template(call)
                assert said is not None, f"{module}:{call.lineno}: what is said is a literal"
                found.setdefault(said, module.relative_to(SRC).as_posix())
    return found


def entries() -> polib.POFile:
    """Return the catalogue as it lies on disk."""
    return polib.pofile(str(CHINESE), encoding="utf-8")


def fields(text: str) -> set[str]:
    """Return the names of the arguments a template takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
