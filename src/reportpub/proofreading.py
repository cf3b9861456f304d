"""The typography of the finished PDFs of an edition, read as a proofreader does: on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfiumError

from reportpub.build import orders
from reportpub.checks.readback import claims
from reportpub.checks.typography.sheet import Sheet, judge
from reportpub.checks.typography.verdict import findings
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, ToolError, error
from reportpub.finished import artefact_path
from reportpub.inputs import Inputs, Refused
from reportpub.model.report import Report, Target
from reportpub.sentences import Sentence, listed, say


@dataclass(frozen=True, slots=True)
class Proofread:
    """What was found in one file; there is no sheet of a file that is not there or cannot be read."""

    file: str
    sheet: Sheet | None
    findings: tuple[Finding, ...]

    def line(self) -> Sentence:
        """Return the file with its demerits for each line of each class."""
        if self.sheet is None:
            return say("{file}: not judged", file=self.file)
        said = listed(f"{kind} {has:.3f}" for kind, has in sorted(self.sheet.demerits.items()))
        return say(
            "{file}: {total} lines; demerits per line: {said}",
            file=self.file,
            total=self.sheet.total,
            said=said or say("too few lines"),
        )


def proofread(report: Report, project: Path) -> Iterator[Proofread]:
    """Yield what there is to say of each press file of a project."""
    for order in orders(report, project, (), (Target.PRINT,)):
        edition = resolve(report, next(spec for spec in report.editions if spec.name == order.edition))
        path = artefact_path(project / "out", report.id, order.edition, Target.PRINT)
        if path.is_file():
            yield _judged(path.read_bytes(), path.name, edition)
        else:
            hint = say("run: reportpub build {edition} --target print", edition=order.edition)
            missing = error("typography/unbuilt", say("{name} is not built", name=path.name), None, hint)
            yield Proofread(path.name, None, (missing,))


def foreign_pages(path: Path) -> Proofread:
    """Return what there is to say of a PDF of anybody; `ToolError` when it cannot be read."""
    try:
        return _judged(Inputs(path.resolve().parent).read_bytes(path), path.name)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None


def _judged(data: bytes, file: str, edition: Edition | None = None) -> Proofread:
    try:
        sheet = judge(data)
    except PdfiumError as broken:
        return Proofread(
            file,
            None,
            (
                error(
                    "typography/unreadable", say("{file} cannot be read: {broken}", file=file, broken=broken)
                ),
            ),
        )
    return Proofread(file, sheet, tuple(findings(sheet, file, claims(edition) if edition else ())))
