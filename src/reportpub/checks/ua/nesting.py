"""Which elements may stand in which: lists, contents, tables, ruby, headings and the role map.

Source: ISO 32000-1, tables 333 to 338; Matterhorn Protocol 1.1, checkpoints 02, 09 and 14.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Pdf

from reportpub.checks.ua.faults import Fault, fault
from reportpub.checks.ua.tree import STANDARD, Element, Tree
from reportpub.sentences import Sentence, say

_NUMBERED = re.compile("H([1-6])")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What may stand in a type, and what a type may stand in; nothing said means anything."""

    holds: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()


def _rule(holds: str = "", within: str = "") -> _Rule:
    return _Rule(frozenset(holds.split()), frozenset(within.split()))


_TABLE: Mapping[str, _Rule] = {
    "Table": _rule("TR THead TBody TFoot Caption"),
    "THead": _rule("TR", "Table"),
    "TBody": _rule("TR", "Table"),
    "TFoot": _rule("TR", "Table"),
    "TR": _rule("TH TD", "Table THead TBody TFoot"),
    "TH": _rule(within="TR"),
    "TD": _rule(within="TR"),
}
_LIST: Mapping[str, _Rule] = {
    "L": _rule("L LI Caption"),
    "LI": _rule("Lbl LBody", "L"),
    "LBody": _rule(within="LI"),
}
_CONTENTS: Mapping[str, _Rule] = {
    "TOC": _rule("TOC TOCI Caption"),
    "TOCI": _rule("Lbl Reference NonStruct P TOC", "TOC"),
}
_RUBY: Mapping[str, _Rule] = {
    "Ruby": _rule("RB RT RP"),
    "RB": _rule(within="Ruby"),
    "RT": _rule(within="Ruby"),
    "RP": _rule(within="Ruby"),
}
_WARICHU: Mapping[str, _Rule] = {
    "Warichu": _rule("WT WP"),
    "WT": _rule(within="Warichu"),
    "WP": _rule(within="Warichu"),
}


def check_nesting(pdf: Pdf, tree: Tree) -> Iterator[Fault]:
    """Yield each element that stands where it must not."""
    for path in tree.twice:
        yield fault("pdf/tree", say("an element stands in the tree twice: {path}", path=path))
    yield from _roles(pdf, tree)
    for element in tree.walk():
        for message in _misplaced(element, _TABLE):
            yield fault("ua/09-004", message, element)
        for message in _misplaced(element, _LIST):
            yield fault("ua/09-005", message, element)
        for message in _misplaced(element, _CONTENTS):
            yield fault("ua/09-006", message, element)
        for message in _misplaced(element, _RUBY):
            yield fault("ua/09-007", message, element)
        for message in _misplaced(element, _WARICHU):
            yield fault("ua/09-008", message, element)
        if sum(child.role == "H" for child in element.elements) > 1:
            yield fault("ua/14-006", say("it holds more than one H"), element)
    yield from _headings(tree)


def _misplaced(element: Element, rules: Mapping[str, _Rule]) -> Iterator[Sentence]:
    rule = rules.get(element.role)
    if rule is None:
        return
    holder = next((one.role for one in [*element.around()][1:] if one.role != "NonStruct"), "")
    if rule.within and holder not in rule.within:
        yield say("{role} stands in {holder}", role=element.role, holder=holder or say("no element"))
    inner = [*_through(element)]
    if rule.holds:
        yield from (
            say("{role} holds {kind}", role=element.role, kind=child.kind)
            for child in inner
            if child.role not in rule.holds
        )
    captions = [at for at, child in enumerate(inner) if child.role == "Caption"]
    if (
        element.role in {"Table", "L", "TOC"}
        and captions
        and (len(captions) > 1 or captions[0] not in {0, len(inner) - 1})
    ):
        yield say(
            "the caption of {role} is neither its first nor its last part, or there are two",
            role=element.role,
        )


def _through(element: Element) -> Iterator[Element]:
    """Yield the elements within, those of a NonStruct in its place."""
    for child in element.elements:
        if child.role == "NonStruct" and element.role != "TOCI":
            yield from _through(child)
        else:
            yield child


def _roles(pdf: Pdf, tree: Tree) -> Iterator[Fault]:
    roles = pdf.Root.get("/StructTreeRoot", Dictionary()).get("/RoleMap", Dictionary())
    table = {str(kind)[1:]: str(role)[1:] for kind, role in roles.items()}
    for kind, role in table.items():
        if kind in STANDARD and role != kind:
            yield fault(
                "ua/02-004", say("the standard type {kind} is mapped to {role}", kind=kind, role=role)
            )
        if _circles(kind, table):
            yield fault("ua/02-003", say("the type {kind} leads back to itself", kind=kind))
    lost = {element.kind: element for element in tree.walk() if not element.role}
    for kind, element in lost.items():
        if not _circles(kind, table):
            yield fault("ua/02-001", say("the type {kind} leads to no standard type", kind=kind), element)


def _circles(kind: str, table: Mapping[str, str]) -> bool:
    seen: list[str] = []
    while kind in table and kind not in STANDARD:
        if kind in seen:
            return True
        seen.append(kind)
        kind = table[kind]
    return False


def _headings(tree: Tree) -> Iterator[Fault]:
    numbered = [element for element in tree.walk() if _NUMBERED.fullmatch(element.role)]
    plain = [element for element in tree.walk() if element.role == "H"]
    if numbered and plain:
        yield fault("ua/14-007", say("both H and numbered headings are used"), plain[0])
    if not numbered and not plain:
        yield fault(
            "pdf/no-heading", say("the document has no heading"), hint=say("give the report a chapter")
        )
    yield from _levels(numbered)


def _levels(headings: Iterable[Element]) -> Iterator[Fault]:
    before = 0
    hint = say("take level: 3 away, or put a heading of level 2 above")
    for element in headings:
        level = int(element.role[1])
        if not before and level > 1:
            yield fault(
                "ua/14-002", say("the first heading is of level {level}", level=level), element, hint=hint
            )
        elif level > before + 1:
            message = say(
                "a heading of level {level} after one of level {before}", level=level, before=before
            )
            yield fault("ua/14-003", message, element, hint=hint)
        before = level
