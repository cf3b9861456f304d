"""The screen files of a report, or a PDF of anybody: whether everyone can read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportpub.assemble import origin_of
from reportpub.checks.judges import judged
from reportpub.checks.pdf import check_foreign_screen, check_screen
from reportpub.checks.ua.conditions import CONDITIONS, Judge
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, ToolError, error, in_order
from reportpub.finished import artefact_path
from reportpub.inputs import Inputs
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home
from reportpub.model.report import Report, Target
from reportpub.sentences import Sentence, as_it_is, say
from reportpub.typesetting import chosen_layout


def screens(report: Report, project: Path) -> tuple[Finding, ...]:
    """Return what shuts readers out of the screen files in `out/`, each finding with its block."""
    families = frozenset(face.family for face in load_faces(home() / "fonts", Inputs(home())))
    found: list[Finding] = []
    for spec in report.editions:
        if Target.SCREEN not in spec.targets:
            continue
        path = artefact_path(project / "out", report.id, spec.name, Target.SCREEN)
        if not path.is_file():
            hint = say("run: reportpub build {name} --target screen", name=spec.name)
            found.append(error("verify/missing", say("{path} is not there", path=path), None, hint))
            continue
        edition = resolve(report, spec)
        data = path.read_bytes()
        origin = origin_of(edition, chosen_layout(edition, project, Inputs(project, home())))
        one = (*check_screen(data, families, origin), *judged(data))
        found += (
            replace(finding, message=say("{name}: {message}", name=path.name, message=finding.message))
            for finding in one
        )
    return in_order(tuple(found))


def foreign_screen(path: Path) -> tuple[Finding, ...]:
    """Return what shuts readers out of a PDF; `ToolError` when there is no such file."""
    if not path.is_file():
        raise ToolError((error("verify/missing", say("{path} is not there", path=path)),))
    data = path.read_bytes()
    found = in_order(check_foreign_screen(data))
    if any(finding.code == "pdf/unreadable" for finding in found):
        raise ToolError(found)
    return tuple(
        replace(finding, message=say("{name}: {message}", name=path.name, message=finding.message))
        for finding in (*found, *judged(data))
    )


def for_a_person() -> tuple[Sentence, ...]:
    """Return what no program can judge, in both languages, as lines to be ticked off."""
    lines = [
        as_it_is(f"  [ ] {one.id}  {one.zh} · {one.en}") for one in CONDITIONS if one.judge is Judge.PERSON
    ]
    head = "须由人判断：确认没有下列情况 · for a person: see that none of these is so"
    return (as_it_is(head), *lines)
