"""Second judges of a screen file: `page` always, veraPDF where it is on the PATH.

Both know PDF/UA-1 and PDF/A-2a and nothing of the languages of words. Neither is the only judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from page import PageError, SafetyLimitError, SafetyLimits, ValidationProfile, validate_pdf_bytes

from reportpub import programs
from reportpub.findings import Finding, error, warning
from reportpub.sentences import say

PROFILES: Mapping[str, ValidationProfile] = {
    "PDF/UA-1": ValidationProfile.PDF_UA_1,
    "PDF/A-2a": ValidationProfile.PDF_A_2A,
}
_FLAVOURS = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a"}
_MOST = 20
"""Findings of one judge; what is wrong everywhere need not be said everywhere."""
_SECONDS = 300.0
_LIMITS = SafetyLimits(max_reference_depth=2048)
"""Each bookmark leads to the next, a chain as long as a level has bookmarks; some 10,000 end the process."""
_FAILED = re.compile(
    r'<rule [^>]*clause="([^"]*)" testNumber="([^"]*)" status="failed"[^>]*>\s*<description>([^<]*)'
)


def judged(data: bytes) -> tuple[Finding, ...]:
    """Return what the second judges find wrong with a screen file."""
    return (*_page(data), *_verapdf(data))


def _page(data: bytes) -> Iterator[Finding]:
    for standard, profile in PROFILES.items():
        try:
            report = validate_pdf_bytes(data, profile=profile, limits=_LIMITS)
        except SafetyLimitError as limit:
            said = say("page-validation does not judge {standard}: {limit}", standard=standard, limit=limit)
            yield warning("judge/silent", said)
            continue
        except PageError as unread:
            yield error("judge/page", say("{standard}: {message}", standard=standard, message=unread))
            continue
        for one in report.failures[:_MOST]:
            where = (
                say(" (object {object_number})", object_number=one.object_id.object_number)
                if one.object_id
                else ""
            )
            yield error(
                "judge/page",
                say(
                    "{standard}, {rule_id}: {message}{where}",
                    standard=standard,
                    rule_id=one.rule_id,
                    message=one.message,
                    where=where,
                ),
            )


def _verapdf(data: bytes) -> Iterator[Finding]:
    try:
        program = programs.find("verapdf")
    except programs.MissingProgram:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "screen.pdf"
        path.write_bytes(data)
        for standard, flavour in _FLAVOURS.items():
            done = programs.run(
                program,
                ["--flavour", flavour, "--format", "mrr", str(path)],
                cwd=Path(folder),
                timeout=_SECONDS,
            )
            said = done.stdout.decode("utf-8", "replace")
            failed = _FAILED.findall(said)
            for clause, test, description in failed[:_MOST]:
                yield error(
                    "judge/verapdf",
                    say(
                        "{standard}, {clause}-{test}: {description}",
                        standard=standard,
                        clause=clause,
                        test=test,
                        description=" ".join(description.split()),
                    ),
                )
            if not failed and 'isCompliant="true"' not in said:
                yield warning(
                    "judge/silent",
                    say(
                        "veraPDF said nothing about {standard}: {complaint}",
                        standard=standard,
                        complaint=done.complaint,
                    ),
                )
