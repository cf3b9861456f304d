"""Files of other programs (.doc, .wps, .rtf, .odt) turned into .docx by LibreOffice, if it is there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reportpub.findings import ContentError, Span, error
from reportpub.programs import find, run
from reportpub.sentences import say

SUFFIXES = (".doc", ".wps", ".wpt", ".rtf", ".odt", ".dot")
_PATIENCE = 180
"""Seconds; a book takes twenty."""


def as_docx(data: bytes, file: str, suffix: str) -> bytes:
    """Return a file as .docx.

    `MissingProgram` where LibreOffice is not there, `ContentError` where it cannot read the file. It works on
    a copy in a folder of its own, with a profile of its own, in which macros never run.
    """
    program = find("soffice")
    with tempfile.TemporaryDirectory(prefix="reportpub-") as room:
        folder = Path(room)
        copy = folder / f"manuscript{suffix}"
        copy.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        asked = ["--headless", "--norestore", profile, "--convert-to", "docx:MS Word 2007 XML"]
        asked += ["--outdir", str(folder / "made"), str(copy)]
        # Not our environment: it shows no font of the system, without which LibreOffice does not start.
        alone = {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": room, "LANG": "C.UTF-8"}
        done = run(program, asked, cwd=folder, timeout=_PATIENCE, env=alone)
        made = folder / "made" / "manuscript.docx"
        if not made.is_file():
            hint = say("open it in Word or WPS and save it as .docx")
            message = say("LibreOffice cannot read it: {complaint}", complaint=done.complaint)
            raise ContentError((error("adopt/unreadable", message, Span(file), hint),))
        return made.read_bytes()
