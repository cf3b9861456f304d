"""Second judges of a screen file: `page` always, veraPDF where it is on the PATH.

Both know PDF/UA-1 and PDF/A-2a and nothing of the languages of words. Neither is the only judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from page import ValidationProfile, validate_pdf_bytes

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
_FAILED = re.compile(
    r'<rule [^>]*clause="([^"]*)" testNumber="([^"]*)" status="failed"[^>]*>\s*<description>([^<]*)'
)


def judged(data: bytes) -> tuple[Finding, ...]:
    """Return what the second judges find wrong with a screen file."""
    return (*_page(data), *_verapdf(data))


def _page(data: bytes) -> Iterator[Finding]:
    for standard, profile in PROFILES.items():
        report = validate_pdf_bytes(data, profile=profile)
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
