"""An earlier version of the figures: from a list kept on disk, a project folder or a commit of git."""

from __future__ import annotations

import io
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from reportpub.callsheet.calls import calls
from reportpub.callsheet.gather import both_languages, sources
from reportpub.callsheet.ledger import Ledger, ledger, read
from reportpub.callsheet.sheet import lines
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.programs import find, run
from reportpub.source.load import load_report

_HINT = "name the figures.json that an earlier sheet left, a folder with source/, or a commit of git"


def version(name: str, project: Path) -> Ledger:
    """Return the figures of an earlier version.

    `name` is a file or a folder, seen from where the command was given, or a commit of the project's git.
    `ToolError` where it is none of these, `ContentError` where its source cannot be read.
    """
    path = Path(name)
    if path.is_file():
        try:
            return read(Inputs(path.parent.resolve()).read_text(path.resolve()), name)
        except Refused as refused:
            raise ToolError((refused.finding,)) from None
    if (path / "source").is_dir():
        return of_project(path.resolve())
    return _of_commit(name, project)


def of_project(project: Path) -> Ledger:
    """Return the figures of a project as its source has them now."""
    report, _ = load_report(project, Inputs(project))
    edition = both_languages(report)
    called = calls(edition)
    return ledger(lines(called, ("",) * len(called), report.facts, sources(edition)))


def _of_commit(name: str, project: Path) -> Ledger:
    if name.startswith("-"):
        raise ToolError((error("figures/since", f"{name} is no version", None, _HINT),))
    git = find("git")
    packed = run(git, ["archive", "--format=tar", name, "source"], cwd=project, timeout=60)
    if not packed.ok:
        message = f"{name} is no file, no folder with source/ and no commit: {packed.complaint}"
        raise ToolError((error("figures/since", message, None, _HINT),))
    with tempfile.TemporaryDirectory(prefix="reportpub-") as folder:
        _unpack(packed.stdout, Path(folder))
        return of_project(Path(folder).resolve())


def _unpack(packed: bytes, folder: Path) -> None:
    """Write the plain files of an archive below a folder; links, and names that lead elsewhere, are left out.

    Early releases of Python 3.11 cannot be asked for this by a filter.
    """
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            name = PurePosixPath(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None and not name.is_absolute() and ".." not in name.parts:
                target = folder.joinpath(*name.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
