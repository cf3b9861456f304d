"""A preflight as lines of text, in Chinese and in English."""

from __future__ import annotations

from reportpub.checks.preflight.examine import Preflight, Verdict
from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.gate import shown
from reportpub.checks.preflight.rulebook import rules
from reportpub.checks.preflight.telling.words import SEVERITIES, VERDICTS
from reportpub.findings import Severity


def as_text(found: Preflight) -> str:
    """Return the verdict, and each fault with its place, its measure and what to do."""
    lines = []
    rule = ""
    for fault in found.faults:
        if fault.rule != rule:
            rule = fault.rule
            lines += _head(found, fault)
        lines.append(_line(fault))
    for rule, why in found.unchecked.items():
        lines.append(f"not checked 未检查 [{rule}] {why[0]} · {why[1]}")
    for one in found.waived:
        waiver = one.waiver
        lines.append(f"waived 放行 [{waiver.rule}] × {one.counted}: {waiver.reason} ({waiver.by})")
    lines.append(_verdict(found))
    return "\n".join(lines)


def _head(found: Preflight, fault: Fault) -> list[str]:
    rule = rules()[fault.rule]
    times = found.times(fault.rule, fault.severity)
    zh, en = SEVERITIES[fault.severity]
    count = f" × {times}" if times > 1 else ""
    return [
        f"{en.lower()} {zh} [{rule.id}]{count} {rule.title[0]} · {rule.title[1]}",
        f"  → {rule.advice[0]} {rule.advice[1]}",
    ]


def _line(fault: Fault) -> str:
    place = f"p. {fault.page}" if fault.page else "file"
    parts = (
        place + (f" ({shown(fault.box)})" if fault.box else ""),
        " ".join(fault.detail).strip(),
        fault.value + (f" (limit {fault.limit})" if fault.limit else ""),
        f"“{fault.sample.strip()}”" if fault.sample.strip() else "",
        f"@ {fault.where}" if fault.where else "",
    )
    return "  - " + "; ".join(part for part in parts if part)


def _verdict(found: Preflight) -> str:
    zh, en = VERDICTS[found.verdict]
    said = f"{found.name}: {en} {zh}"
    if found.unread is not None:
        return f"{said}: {found.unread[0]} · {found.unread[1]}"
    counts = ", ".join(
        f"{found.count(severity)} {SEVERITIES[severity][1].lower()}s"
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    more = f", {len(found.unchecked)} rules not checked" if found.verdict is Verdict.UNCHECKED else ""
    return f"{said} ({found.profile.name}, {len(found.leaves)} pages: {counts}{more})"
