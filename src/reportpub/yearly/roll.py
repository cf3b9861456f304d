"""Next year's source from this year's: ids stay, values become last year's, texts wait to be revised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reportpub.model.facts import Fact
from reportpub.nodes import Mapping as Entries
from reportpub.nodes import Scalar, Sequence, read
from reportpub.source.write import Splice, after, replaced, spliced

YEAR_ON_YEAR = "year-on-year"
GROWN = {"percent": "growth", "point": "gain"}
"""How a change against the year before is computed, by the unit it is told in."""


def rolled(files: Mapping[str, str], facts: Mapping[str, Fact], old: int, new: int) -> dict[str, str]:
    """Return the YAML files of the new year by name; they must have been read without errors.

    `facts` are those of the old year, with computed values.
    """
    return {name: _rolled(name, text, facts, old, new) for name, text in files.items()}


def _rolled(name: str, text: str, facts: Mapping[str, Fact], old: int, new: int) -> str:
    root, _ = read(text, name)
    assert isinstance(root, Entries), "the file was read before"  # noqa: S101
    if name == "facts.yaml":
        return spliced(text, _facts(text, root, facts, old, new))
    if name == "report.yaml":
        return spliced(text, _report(root, old, new))
    return spliced(text, _chapter(text, root)) if name.startswith("chapters/") else text


def period(said: str, old: int, new: int) -> str:
    """Return a period moved to the new year; one that has nothing to do with the old year stays."""
    begin, slash, end = said.rpartition("/")
    if not end.startswith(str(old)):
        return said
    return begin + slash + str(new) + end.removeprefix(str(old))


def _report(root: Entries, old: int, new: int) -> Iterator[Splice]:
    changes: Mapping[str, Callable[[str], str]] = {
        "id": lambda said: said.replace(str(old), str(new)),
        "period": lambda said: period(said, old, new),
        "date": lambda said: re.sub(r"^\d{4}", lambda year: str(int(year[0]) + new - old), said),
    }
    for key, change in changes.items():
        node = root.get(key)
        if isinstance(node, Scalar) and change(node.text) != node.text:
            yield replaced(node, change(node.text))


def _chapter(text: str, root: Entries) -> Iterator[Splice]:
    yield from _unrevised(text, root)
    blocks = root.get("blocks")
    for block in blocks.items if isinstance(blocks, Sequence) else ():
        if isinstance(block, Entries):
            yield from _unrevised(text, block)


def _unrevised(text: str, node: Entries) -> Iterator[Splice]:
    """Mark a block or a chapter; English that is missing altogether stays marked as that."""
    status = node.get("status")
    if isinstance(status, Scalar):
        if status.text != "missing":
            yield replaced(status, "unrevised")
    else:
        yield after(text, node, "id", {"status": "unrevised"})


def _facts(text: str, root: Entries, facts: Mapping[str, Fact], old: int, new: int) -> Iterator[Splice]:
    listed = root.get("facts")
    for key, node in listed.entries if isinstance(listed, Entries) else ():
        if isinstance(node, Entries) and key.text in facts:
            yield from _fact(text, node, facts[key.text], facts, old, new)


def _fact(
    text: str, node: Entries, fact: Fact, facts: Mapping[str, Fact], old: int, new: int
) -> Iterator[Splice]:
    said = node.get("period")
    if isinstance(said, Scalar) and period(said.text, old, new) != said.text:
        yield replaced(said, period(said.text, old, new))
    behind: dict[str, str] = {}
    value, computed = node.get("value"), _computed(fact, facts)
    if isinstance(value, Scalar) and computed:
        key = next(key for key, _ in node.entries if key.text == "value")
        yield Splice(key.span.start, value.span.end, f"expr: {computed}")
        places = -int(fact.value.as_tuple().exponent)
        if node.get("decimals") is None and places > 0:
            behind["decimals"] = str(places)
    elif isinstance(value, Scalar) and node.get("revised") is None:
        behind["revised"] = "false"
    last = node.get("last")
    if fact.change is None and isinstance(last, Scalar):
        yield replaced(last, f"{fact.value:f}")
    elif fact.change is None:
        behind = {"last": f"{fact.value:f}"} | behind
    if behind:
        yield after(text, node, "value" if value is not None and not computed else "unit", behind)


def _computed(fact: Fact, facts: Mapping[str, Fact]) -> str:
    """Return how a change against the year before follows from the fact it is a change of, if it does."""
    change = fact.change
    if change is None or change.basis != YEAR_ON_YEAR or fact.unit not in GROWN:
        return ""
    of = facts.get(change.of)
    if of is None or of.change is not None or fact.qualifier is not None:
        return ""
    rate = of.unit in ("percent", "point")
    return f"{GROWN[fact.unit]}({of.id})" if rate == (fact.unit == "point") else ""
