"""The YAML files of a report as they are typed, and the value that stands at a place in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportpub.findings import Span
from reportpub.inputs import Inputs
from reportpub.model.report import Report
from reportpub.nodes import Scalar, read
from reportpub.source.rewording import scalars


@dataclass(frozen=True, slots=True)
class Files:
    """The text of each file by the name that findings give it."""

    texts: Mapping[str, str]
    _read: dict[str, dict[int, Scalar]] = field(default_factory=dict, repr=False, compare=False)

    def scalar(self, span: Span) -> Scalar:
        """Return the value that begins where a span begins."""
        if span.file not in self._read:
            self._read[span.file] = scalars(read(self.texts[span.file], span.file)[0])
        return self._read[span.file][span.start]


def files(report: Report, inputs: Inputs) -> Files:
    """Return the files of a report: what it says of itself, its facts, its terms and its chapters."""
    project = report.root.parent
    names = ["source/report.yaml", "source/facts.yaml", "source/terms.yaml"]
    names += [chapter.span.file for chapter in report.chapters]
    return Files({name: inputs.read_text(project / Path(name)) for name in names})
