"""Another version of a report: a project folder, a commit of git, or a year that lies beside this one."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from reportpub.findings import ReportpubError
from reportpub.inputs import Inputs
from reportpub.programs import find, run
from reportpub.source.load import read_report

_YEAR = 4
"""Digits."""


@contextmanager
def version_folder(name: str, project: Path) -> Iterator[Path | str]:
    """Yield the folder of a version while it is read, or why there is none of that name.

    A folder is seen from where the command was given, a commit is one of the project's git, a year is that of
    the project itself or of one beside it.
    """
    folder = Path(name)
    if (folder / "source").is_dir():
        yield folder.resolve()
    elif name.isascii() and name.isdigit() and len(name) == _YEAR and (found := _of_year(name, project)):
        yield found
    elif name.startswith("-"):
        yield "it begins like an option"
    else:
        packed = run(find("git"), ["archive", "--format=tar", name, "source"], cwd=project, timeout=60)
        if not packed.ok:
            yield packed.complaint
            return
        with tempfile.TemporaryDirectory(prefix="reportpub-") as room:
            _unpack(packed.stdout, Path(room))
            yield Path(room).resolve()


def _of_year(year: str, project: Path) -> Path | None:
    """Return the project that covers a year: this one, or the first beside it."""
    beside = sorted(path for path in project.resolve().parent.iterdir() if (path / "source").is_dir())
    for folder in (project.resolve(), *beside):
        try:
            report, _ = read_report(folder, Inputs(folder))
        except ReportpubError:
            continue
        if report is not None and report.metadata.period.rpartition("/")[2][:_YEAR] == year:
            return folder
    return None


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
