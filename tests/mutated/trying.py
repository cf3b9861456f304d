"""What becomes of a project that has gone wrong: it is checked, and written out where it is sound."""

from __future__ import annotations

import shutil
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from tests.mutated.mutations import PRISTINE, Files
from tests.small_report import ask, copied

from reportpub.assemble import word_file
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, ReportpubError
from reportpub.inputs import Inputs
from reportpub.layout.fonts import Face, load_faces
from reportpub.layout.layout import home
from reportpub.model.report import Target
from reportpub.render.drawings import page_drawings
from reportpub.render.html.page import page
from reportpub.source.load import read_report
from reportpub.typesetting import chosen_layout, faces_of
from reportpub.verbs.content import content

LONGEST = 20.0
"""Seconds of processor time that any project may take; the sample takes a tenth of one."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a project came to: its exit code, the end of a traceback, the seconds it took."""

    code: int
    fault: str
    seconds: float

    @property
    def good(self) -> bool:
        """Tell whether it was refused or taken as it should be."""
        return self.code in {0, 1} and not self.fault and self.seconds <= LONGEST


@contextmanager
def project(files: Files, folder: Path) -> Iterator[Path]:
    """Give a project with these files; the rest is that of the sample, written once."""
    if not folder.is_dir():
        copied(folder)
    changed = [name for name in PRISTINE if files.get(name) != PRISTINE[name]]
    try:
        for name in changed:
            path = folder / "source" / name
            path.write_bytes(files[name]) if name in files else path.unlink()
        yield folder
    finally:
        for name in changed:
            (folder / "source" / name).write_bytes(PRISTINE[name])
        shutil.rmtree(folder / "out", ignore_errors=True)


def loaded(files: Files, folder: Path) -> tuple[Finding, ...]:
    """Return what is told of a project when it is only read; faults of the program are raised."""
    with project(files, folder) as root:
        return read_report(root, Inputs(root, home()))[1]


def tried(files: Files, folder: Path, *, pages: bool) -> Tried:
    """Check a project and, where `pages` are asked for, write the HTML and the Word file of its editions."""
    began = time.process_time()
    code, fault = 2, ""
    with project(files, folder) as root:
        try:
            with patch("reportpub.checks.project.load_faces", lambda *_: _faces()):
                code = ask("check", "--project", root).code
            if code == 0 and pages:
                _written(root)
        except BaseException as crashed:  # noqa: BLE001 - whatever it is, it is what is looked for
            last = traceback.extract_tb(crashed.__traceback__)[-1]
            fault = (
                f"{type(crashed).__name__} in {Path(last.filename).name}:{last.lineno}: {str(crashed)[:200]}"
            )
    return Tried(code, fault, time.process_time() - began)


@cache
def _faces() -> tuple[Face, ...]:
    """Return the faces of the product, whose hashes take longer than all else and never change here."""
    return load_faces(home() / "fonts")


def _written(root: Path) -> None:
    report, _ = content(root)
    inputs = Inputs(root, home())
    for spec in report.editions:
        try:
            edition = resolve(report, spec)
            layout = chosen_layout(edition, root, inputs)
            faces, _ = faces_of(layout, root, inputs)
            page(edition, layout, (), page_drawings(edition, layout, faces), inputs)
            if Target.DOCX in spec.targets:
                word_file(edition, root)
        except ReportpubError:
            continue
