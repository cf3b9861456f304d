"""The rules as data: what each asks, who says so, how much it weighs, and what to do about a departure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportpub.findings import Severity
from reportpub.nodes import Mapping as Node
from reportpub.nodes import Scalar, Sequence, read

Words = tuple[str, str]
"""The same in Chinese and in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; its title says what holds where it is kept."""

    id: str
    family: Words
    title: Words
    source: str
    severity: Severity
    advice: Words


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of the report."""
    folder = Path(__file__).with_name("rules")
    return {rule.id: rule for path in sorted(folder.glob("*.yaml")) for rule in _family(path)}


def _family(path: Path) -> Iterator[Rule]:
    root, found = read(path.read_text(encoding="utf-8"), path.name)
    if not isinstance(root, Node) or found:
        raise AssertionError(found)
    listed = root.get("rules")
    for one in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(one, Node):
            yield Rule(
                id=_text(one, "id"),
                family=_words(root, "family"),
                title=_words(one, "title"),
                source=_text(one, "source"),
                severity=Severity[_text(one, "severity").upper()],
                advice=_words(one, "do"),
            )


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    if not isinstance(found, Scalar):
        raise TypeError(f"{node.span}: {key}")
    return found.text


def _words(node: Node, key: str) -> Words:
    found = node.get(key)
    if not isinstance(found, Node):
        raise TypeError(f"{node.span}: {key}")
    if {name.text for name, _ in found.entries} != {"zh", "en"}:
        raise TypeError(f"{found.span}: a comma parts the words; put them in quotes")
    return _text(found, "zh"), _text(found, "en")
