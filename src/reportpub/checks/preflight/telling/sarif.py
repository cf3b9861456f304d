"""A preflight as a SARIF 2.1.0 log (OASIS), each fault with its page and box as properties."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reportpub import __version__
from reportpub.checks.preflight.examine import Preflight
from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.gate import shown
from reportpub.checks.preflight.rulebook import rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(found: Sequence[Preflight]) -> str:
    """Return one run for each file: the faults as results, and the rules as their descriptors."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(one) for one in found]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _run(found: Preflight) -> dict[str, object]:
    used = dict.fromkeys(fault.rule for fault in found.faults)
    notices = [{"level": "warning", "message": {"text": f"{r}: {w[1]}"}} for r, w in found.unchecked.items()]
    if found.unread is not None:
        notices.append({"level": "error", "message": {"text": found.unread[1]}})
    invocation = {"executionSuccessful": found.unread is None, "toolExecutionNotifications": notices}
    return {
        "tool": {
            "driver": {
                "name": "reportpub preflight",
                "version": __version__,
                "rules": [_descriptor(rule) for rule in used],
            }
        },
        "artifacts": [
            {"location": {"uri": found.name}, "length": found.size, "hashes": {"sha-256": found.digest}}
        ],
        "invocations": [invocation],
        "results": [_result(found, fault) for fault in found.faults],
        "properties": {"verdict": found.verdict.value, "profile": found.profile.name},
    }


def _descriptor(rule: str) -> dict[str, object]:
    known = rules()[rule]
    return {
        "id": rule,
        "shortDescription": {"text": known.title[1]},
        "help": {"text": f"{known.advice[1]} ({known.source})"},
        "properties": {"zh": known.title[0], "advice-zh": known.advice[0]},
    }


def _result(found: Preflight, fault: Fault) -> dict[str, object]:
    parts = (
        rules()[fault.rule].title[1],
        f"page {fault.page}" if fault.page else "",
        f"at {shown(fault.box)}" if fault.box else "",
        fault.detail[1],
        fault.value + (f" (limit {fault.limit})" if fault.limit else ""),
        f"“{fault.sample.strip()}”" if fault.sample.strip() else "",
    )
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": found.name}},
        "logicalLocations": [{"fullyQualifiedName": fault.where or f"page {fault.page}"}],
    }
    return {
        "ruleId": fault.rule,
        "level": fault.severity.word,
        "message": {"text": "; ".join(part for part in parts if part)},
        "locations": [location],
        "properties": {"page": fault.page, "box_mm": list(fault.box) if fault.box else None},
    }
