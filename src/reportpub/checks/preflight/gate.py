"""The gate: errors of a press file keep it from its place, unless a waiver lets them through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportpub.checks.preflight.examine import Preflight, Waived
from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.rulebook import rules
from reportpub.findings import Finding, Severity, error, warning
from reportpub.geometry import Box
from reportpub.model.waivers import Waiver
from reportpub.sentences import NOTHING, Sentence, in_both, listed, say

_WARNING = Severity.WARNING
Places = Mapping[str, tuple[tuple[int, Box], ...]]
"""Where blocks stand: by id, the pages and the boxes in mm from the trim corner, as faults give them."""


def waive(found: Preflight, waivers: tuple[Waiver, ...], places: Places) -> Preflight:
    """Return the preflight with what the waivers of its edition let through set apart."""
    left, counted = found.faults, dict(found.counted)
    waived: list[Waived] = []
    for waiver in waivers:
        covered = tuple(fault for fault in left if _covers(waiver, fault, places))
        left = tuple(fault for fault in left if fault not in covered)
        total = 0
        for key in {(fault.rule, fault.severity, fault.page) for fault in covered}:
            still = sum((one.rule, one.severity, one.page) == key for one in left)
            # What was counted beyond the list goes with it, if all that is listed is let through.
            gone = counted[key] if not still else sum((f.rule, f.severity, f.page) == key for f in covered)
            total += gone
            counted[key] -= gone
            if not counted[key]:
                del counted[key]
        waived.append(Waived(waiver, covered, total))
    return replace(found, faults=left, counted=counted, waived=(*found.waived, *waived))


def _covers(waiver: Waiver, fault: Fault, places: Places) -> bool:
    if waiver.rule != fault.rule:
        return False
    if waiver.block:
        return any(page == fault.page and _meet(fault.box, box) for page, box in places.get(waiver.block, ()))
    return waiver.page == fault.page


def _meet(one: Box | None, other: Box) -> bool:
    """Tell whether a fault lies in a block; one without a box is somewhere on the page of the block."""
    if one is None:
        return True
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def at_the_gate(found: Preflight, places: Places) -> tuple[Finding, ...]:
    """Return what the gate says of a press file: each error, and each rule of a warning."""
    said: list[Finding] = []
    if found.unread is not None:
        said.append(
            error("preflight/unread", say("{name}: {unread}", name=found.name, unread=in_both(*found.unread)))
        )
    said.extend(
        error(
            "preflight/error", _message(found.name, fault, places), None, in_both(*rules()[fault.rule].advice)
        )
        for fault in found.faults
        if fault.severity is Severity.ERROR
    )
    warned = dict.fromkeys(fault.rule for fault in found.faults if fault.severity is Severity.WARNING)
    said.extend(
        warning("preflight/warning", _summary(found, rule), None, in_both(*rules()[rule].advice))
        for rule in warned
    )
    if found.unchecked:
        why = in_both(*next(iter(found.unchecked.values())))
        names = listed(found.unchecked)
        hint = say("install mupdf-tools, ghostscript or poppler-utils to have the ink measured")
        said.append(
            warning(
                "preflight/unchecked",
                say("{name}: not checked: {names} ({why})", name=found.name, names=names, why=why),
                None,
                hint,
            )
        )
    return tuple(said)


def idle(found: Iterable[Preflight]) -> tuple[Finding, ...]:
    """Return a finding for each waiver that lets nothing through in any of the press files of an edition."""
    waived = [one for preflight in found for one in preflight.waived]
    needed = {one.waiver for one in waived if one.faults}
    return tuple(
        warning(
            "waivers/unused",
            say("nothing breaks {rule} there any more", rule=waiver.rule),
            waiver.span,
            say("delete the waiver"),
        )
        for waiver in dict.fromkeys(one.waiver for one in waived)
        if waiver not in needed
    )


def _message(name: str, fault: Fault, places: Places) -> Sentence:
    block = next((id_ for id_ in places if _covers_block(id_, fault, places)), "")
    parts = (
        say("{name}, page {page}", name=name, page=fault.page) if fault.page else name,
        say("block {block}", block=block) if block else NOTHING,
        _broken(fault.rule),
        in_both(*fault.detail),
        _measured(fault),
        say("“{name}”", name=fault.sample.strip()) if fault.sample.strip() else NOTHING,
        say("at {box}", box=shown(fault.box)) if fault.box else NOTHING,
    )
    return listed(filter(None, parts), "; ")


def _broken(rule: str) -> Sentence:
    return say("{rule}: broken: {title}", rule=rule, title=in_both(*rules()[rule].title))


def _measured(fault: Fault) -> str:
    return say("{value}, limit {limit}", value=fault.value, limit=fault.limit) if fault.limit else fault.value


def _summary(found: Preflight, rule: str) -> Sentence:
    """Return one sentence on all warnings of a rule."""
    pages = sorted({page for known, weight, page in found.counted if (known, weight) == (rule, _WARNING)})
    times = found.times(rule, _WARNING)
    first = next(one for one in found.faults if (one.rule, one.severity) == (rule, _WARNING))
    where = ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")  # noqa: PLR2004
    value = _measured(first)
    parts = (
        found.name,
        _broken(rule),
        say("{times} times", times=times) if times > 1 else NOTHING,
        say("page {page}", page=where) if pages != [0] else NOTHING,
        say("for instance {value}", value=value) if times > 1 else value,
    )
    return listed(filter(None, parts), "; ")


def _covers_block(block: str, fault: Fault, places: Places) -> bool:
    return fault.box is not None and any(
        page == fault.page and _meet(fault.box, box) for page, box in places[block]
    )


def shown(box: Box) -> str:
    """Return a box as findings write it: the corner and the size in mm, from the top left of the trim."""
    left, top, right, bottom = box
    return f"{left:g}, {top:g} mm; {right - left:.1f} × {bottom - top:.1f} mm"
