"""The files of next year's project, made from those of this year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.report import Report
from reportpub.sentences import say
from reportpub.source.load import load_report
from reportpub.source.schema import schemas
from reportpub.yearly.roll import rolled
from reportpub.yearly.to_revise import FILE, to_revise

LEFT = frozenset({"waivers.yaml", "translations.yaml"})
"""Files of `source/` that say something of one edition only, and are not taken along."""


def begun(project: Path, year: int) -> Mapping[str, bytes]:
    """Return the files of the new project by their paths in its folder.

    `ContentError` where the old report has problems, `ToolError` where the year is not after its own.
    """
    inputs = Inputs(project)
    report, _ = load_report(project, inputs)
    old = covered(report)
    if year <= old:
        hint = say("name a year after {old}", old=old)
        raise ToolError((error("roll/year", say("the report already covers {old}", old=old), None, hint),))
    names = ["report.yaml", "facts.yaml", "terms.yaml"]
    names += [chapter.span.file.removeprefix("source/") for chapter in report.chapters]
    texts = {name: inputs.read_text(project / "source" / name) for name in names}
    new = rolled(texts, report.facts.facts, old, year)
    files = {f"source/{name}": text.encode() for name, text in new.items()}
    for path in _others(project / "source", inputs):
        files.setdefault(path.relative_to(project).as_posix(), inputs.read_bytes(path))
    if project.resolve() != home() and (project / "layouts").is_dir():
        for path in _others(project / "layouts", inputs):
            files[path.relative_to(project).as_posix()] = inputs.read_bytes(path)
    files |= {f"schema/{name}": text.encode() for name, text in schemas().items()}
    return files | {FILE: to_revise(report, new, old, year).encode()}


def covered(report: Report) -> int:
    """Return the year a report covers, the last one where it covers several."""
    return int(report.metadata.period.rpartition("/")[2][:4])


def _others(folder: Path, inputs: Inputs) -> Iterator[Path]:
    for name in inputs.names(folder):
        path = folder / name
        if name.startswith(".") or name in LEFT:
            continue
        if path.is_dir():
            yield from _others(path, inputs)
        else:
            yield path
