"""Findings as text for people, and as JSON, SARIF and annotations for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import quote

from reportpub import __version__
from reportpub.findings import Finding, Severity, Span
from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.sentences import Sentence, listed, say


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


_LEVELS = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
_WORDS = {Severity.NOTE: say("note"), Severity.WARNING: say("warning"), Severity.ERROR: say("error")}


def told(findings: Sequence[Finding], form: Format, words: Catalogue = ENGLISH) -> str:
    """Return the findings in a form and a language; text ends with a count, the others are documents."""
    match form:
        case Format.TEXT:
            return _text(findings, words)
        case Format.JSON:
            return json.dumps([_plain(f, words) for f in findings], ensure_ascii=False, indent=1)
        case Format.SARIF:
            return json.dumps(_sarif(findings, words), ensure_ascii=False, indent=1)
        case Format.GITHUB:
            return "\n".join(_annotation(f, words) for f in findings)


def line(finding: Finding, words: Catalogue = ENGLISH) -> str:
    """Return a finding on one line: the place as editors know it, then what is wrong in a language."""
    place = f"{finding.span}: " if finding.span else ""
    what = _WORDS[finding.severity]
    return place + words.tell(
        say("{what}[{code}]: {message}", what=what, code=finding.code, message=finding.message)
    )


def _text(findings: Sequence[Finding], words: Catalogue) -> str:
    lines = []
    for finding in findings:
        lines.append(line(finding, words))
        if finding.hint:
            lines.append(words.tell(say("  hint: {hint}", hint=finding.hint)))
    counts = [(sum(f.severity is s for f in findings), s) for s in reversed(Severity)]
    said = listed(_counted(n, severity) for n, severity in counts if n)
    return "\n".join([*lines, words.tell(said)]) if said else ""


def _counted(n: int, severity: Severity) -> Sentence:
    what = _WORDS[severity]
    return say("1 {what}", what=what) if n == 1 else say("{n} {what}s", n=n, what=what)


def _plain(finding: Finding, words: Catalogue) -> dict[str, object]:
    span = finding.span
    place = {"file": span.file, "line": span.line, "column": span.column} if span else {}
    return place | {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": words.tell(finding.message),
        "hint": words.tell(finding.hint),
        "related": [
            {"file": r.span.file, "line": r.span.line, "column": r.span.column, "said": words.tell(r.said)}
            for r in finding.related
        ],
    }


def _sarif(findings: Sequence[Finding], words: Catalogue) -> dict[str, object]:
    """Return a SARIF 2.1.0 log (OASIS)."""
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "reportpub", "version": __version__, "rules": _rules(findings)}},
                "results": [_result(f, words) for f in findings],
            }
        ],
    }


def _rules(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Return the rules that gave a result, each explained in docs/checks.md."""
    return [{"id": code} for code in sorted({f.code for f in findings})]


def _result(finding: Finding, words: Catalogue) -> dict[str, object]:
    said = words.tell(
        say("{message} ({hint})", message=finding.message, hint=finding.hint)
        if finding.hint
        else finding.message
    )
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
    }
    if finding.span:
        result["locations"] = [_location(finding.span)]
    if finding.related:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": words.tell(r.said)}} | _location(r.span)
            for at, r in enumerate(finding.related, 1)
        ]
    return result


def _location(span: Span) -> dict[str, object]:
    """Return a place as a SARIF location (3.28): its address is a URI, its lines and columns begin at 1."""
    region = {"startLine": max(1, span.line), "startColumn": max(1, span.column)}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(span.file)}, "region": region}}


def _annotation(finding: Finding, words: Catalogue) -> str:
    """Return a workflow command that marks the line in a code review."""
    word = "notice" if finding.severity is Severity.NOTE else finding.severity.word
    span = finding.span
    file = _escaped(span.file).replace(":", "%3A").replace(",", "%2C") if span else ""
    place = f" file={file},line={span.line},col={span.column}" if span else ""
    both = f"{words.tell(finding.message)} {words.tell(finding.hint)}".strip()
    said = " · ".join([both, *(f"{r.span}: {words.tell(r.said)}" for r in finding.related)])
    return f"::{word}{place}::{finding.code}: " + _escaped(said)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
