"""The files of a new report: small, complete, in both languages, and with the schemas that editors use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from reportpub.inputs import Inputs
from reportpub.source.name_shapes import NAME
from reportpub.source.schema import schemas

TEMPLATE = Path(__file__).parent / "new_report"
"""The files as they are, but for the id of the report."""

_FILES = ("report.yaml", "facts.yaml", "terms.yaml", "chapters/01-courts.yaml")
_ID = "id: new-report\n"


def starter(name: str) -> Mapping[str, str]:
    """Return the texts of a new report by their paths in its folder.

    `name` becomes the id of the report; what an id may not hold becomes a hyphen.
    """
    inputs = Inputs(TEMPLATE)
    files = {f"source/{file}": inputs.read_text(TEMPLATE / file) for file in _FILES}
    files["source/report.yaml"] = files["source/report.yaml"].replace(_ID, f"id: {report_id(name)}\n")
    return files | {f"schema/{file}": text for file, text in schemas().items()}


def report_id(name: str) -> str:
    """Return the id of a report out of the name of its folder."""
    said = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return said if re.fullmatch(NAME.pattern, said) else "report"
