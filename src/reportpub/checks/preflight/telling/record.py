"""A preflight as JSON, complete: every rule with what came of it, every fault, every page, every font."""

from __future__ import annotations

import json
from enum import StrEnum

from reportpub.checks.preflight.examine import Preflight
from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.profiles import unit
from reportpub.checks.preflight.rulebook import Rule, rules
from reportpub.findings import Severity

FORMAT = 1
"""The version of this form; a program that reads it should look at it first."""


class Outcome(StrEnum):
    """What came of one rule."""

    PASSED = "passed"
    BROKEN = "broken"
    WAIVED = "waived"
    UNCHECKED = "not checked"
    IGNORED = "ignored"


def outcome(found: Preflight, rule: Rule) -> Outcome:
    """Return what came of a rule; notes break nothing."""
    if found.profile.weights()[rule.id] is None:
        return Outcome.IGNORED
    if any(found.times(rule.id, severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)):
        return Outcome.BROKEN
    if any(one.waiver.rule == rule.id and one.faults for one in found.waived):
        return Outcome.WAIVED
    if rule.id in found.unchecked or found.unread is not None:
        return Outcome.UNCHECKED
    return Outcome.PASSED


def as_json(found: Preflight) -> str:
    """Return everything that is known of the file."""
    return json.dumps(_record(found), ensure_ascii=False, indent=1) + "\n"


def _record(found: Preflight) -> dict[str, object]:
    return {
        "format": FORMAT,
        "verdict": found.verdict.value,
        "unread": _pair(found.unread),
        "file": {
            "name": found.name,
            "sha256": found.digest,
            "bytes": found.size,
            "title": found.title,
            "producer": found.producer,
            "pdf": found.pdf_version,
            "pages": len(found.leaves),
        },
        "profile": {
            "name": found.profile.name,
            "title": _pair(found.profile.title),
            "standard": found.profile.standard,
            "limits": {
                name: {"value": limit.value, "unit": unit(name), "source": limit.source}
                for name, limit in found.profile.limits.items()
            },
        },
        "counts": {severity.word: found.count(severity) for severity in reversed(Severity)},
        "findings": [_fault(fault) for fault in found.faults],
        "waived": [
            {
                "rule": one.waiver.rule,
                "edition": one.waiver.edition,
                "page": one.waiver.page or None,
                "block": one.waiver.block or None,
                "reason": one.waiver.reason,
                "by": one.waiver.by,
                "date": one.waiver.date or None,
                "times": one.counted,
                "findings": [_fault(fault) for fault in one.faults],
            }
            for one in found.waived
        ],
        "rules": [_rule(found, rule) for rule in rules().values()],
        "pages": _pages(found),
        "condition": None
        if found.condition is None
        else {
            "name": found.condition.name,
            "registry": found.condition.registry,
            "icc": found.condition.version,
            "sha256": found.condition.digest,
        },
        "fonts": [
            {
                "name": font.name,
                "kind": font.kind,
                "embedded": font.embedded,
                "subset": font.subset,
                "glyphs": font.glyphs,
                "page": font.page,
            }
            for font in found.fonts
        ],
        "spots": list(found.spots),
        "tools": dict(found.tools),
    }


def _fault(fault: Fault) -> dict[str, object]:
    rule = rules()[fault.rule]
    return {
        "rule": fault.rule,
        "severity": fault.severity.word,
        "page": fault.page or None,
        "box_mm": list(fault.box) if fault.box else None,
        "value": fault.value,
        "limit": fault.limit,
        "where": fault.where,
        "sample": fault.sample,
        "detail": _pair(fault.detail),
        "title": _pair(rule.title),
        "advice": _pair(rule.advice),
    }


def _rule(found: Preflight, rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": _pair(rule.title),
        "source": rule.source,
        "outcome": outcome(found, rule).value,
        "times": {s.word: times for s in Severity if (times := found.times(rule.id, s))},
        "why": _pair(found.unchecked.get(rule.id)),
    }


def _pages(found: Preflight) -> list[dict[str, object]]:
    ink = {one.page: one for one in found.ink}
    return [
        {
            "page": leaf.number,
            "trim_mm": list(leaf.size_mm),
            "bleed_mm": list(leaf.bleed_mm),
            "spaces": found.seen[leaf.number].spaces if leaf.number in found.seen else {},
            "pictures": found.seen[leaf.number].pictures if leaf.number in found.seen else 0,
            "ink": None
            if leaf.number not in ink
            else {
                "most": ink[leaf.number].most,
                "square": ink[leaf.number].square,
                "mean_cmyk": list(ink[leaf.number].each),
            },
        }
        for leaf in found.leaves
    ]


def _pair(words: tuple[str, str] | None) -> dict[str, str] | None:
    return None if words is None or not any(words) else {"zh": words[0], "en": words[1]}
