"""An order that travels: all files it needs go along as bytes, so that it is made wherever it arrives.

Nothing is shared between machines but the version of reportpub: a worker needs no network drive, and no path
of one machine has to mean anything on another. What comes back is what a process of this machine would give.
"""

from __future__ import annotations

import pickle
import platform
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from reportpub.confines import SECONDS, confine
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused, fingerprint
from reportpub.layout.layout import home
from reportpub.model.report import Target
from reportpub.order import Made, Order
from reportpub.programs import run
from reportpub.scratch import scratch
from reportpub.sentences import listed, say
from reportpub.stamps import OURS, made_by, name_of, place_of
from reportpub.workers import Result, ended, worked

FOLDERS = ("source", "layouts", "fonts")
"""The folders of a project that an edition is made from."""
_PATIENCE = 8
"""s of the clock for each second of processor time that an edition may take."""
_RESULT = "result"


@dataclass(frozen=True, slots=True)
class Parcel:
    """An order with the files of its project by name; the folders of `ours` are those of the product."""

    edition: str
    targets: tuple[Target, ...]
    files: Mapping[str, bytes]
    ours: tuple[str, ...]
    made_by: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a parcel; the files that were read have the names that stamps give them."""

    result: Made | ToolError
    reads: Mapping[str, str]
    worker: str


class Broken(Exception):
    """A fault of the program where an errand was run, with what it said."""


def packed(order: Order) -> Parcel:
    """Return an order with all its files."""
    root = order.project.resolve()
    ours = tuple(name for name in FOLDERS[1:] if (root / name).resolve() == home() / name)
    inputs = Inputs(root)
    files: dict[str, bytes] = {}
    for folder in (name for name in FOLDERS if name not in ours):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                try:
                    files[path.relative_to(root).as_posix()] = inputs.read_bytes(path)
                except Refused:
                    continue  # who asks for it there is told the same as here
    return Parcel(order.edition, order.targets, files, ours, dict(made_by()))


def errand(parcel: Parcel) -> Brought:
    """Make an order where it has arrived, in a process of its own, and return what came of it."""
    here = platform.node()
    if other := differences(parcel.made_by, made_by()):
        hint = say("give every worker the same version of reportpub, with the packages of its lock")
        said = say("the worker {here} would make other files: {other}", here=here, other=listed(other, "; "))
        return Brought(ToolError((error("cluster/version", said, None, hint),)), {}, here)
    with scratch() as room:
        project = _unpacked(parcel, room / "project")
        return _made(Order(project, parcel.edition, parcel.targets), room, here)


def differences(asked: Mapping[str, str], there: Mapping[str, str]) -> tuple[str, ...]:
    """Return which tools are of other versions, in a few words each."""
    shown = 12
    return tuple(
        f"{name} {there.get(name, '—')[:shown]} ≠ {asked.get(name, '—')[:shown]}"
        for name in dict.fromkeys((*asked, *there))
        if asked.get(name) != there.get(name)
    )


def _unpacked(parcel: Parcel, project: Path) -> Path:
    for name, data in parcel.files.items():
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise ValueError(name)
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in parcel.ours:
        (project / name).symlink_to(home() / name, target_is_directory=True)
    return project


def _made(order: Order, room: Path, here: str) -> Brought:
    command = ["-I", "-m", "reportpub.errands", str(order.project), order.edition, *order.targets]
    done = run(Path(sys.executable), command, cwd=room, timeout=SECONDS * _PATIENCE)
    answer = room / _RESULT
    if not answer.is_file():
        if b"Traceback" in done.stderr:
            raise Broken(done.stderr.decode("utf-8", "replace"))
        return Brought(ended(order), {}, here)
    result, reads = pickle.loads(answer.read_bytes())  # noqa: S301 - written by the process just run
    return Brought(result, reads, here)


def arrived(brought: Brought, order: Order) -> Result:
    """Return what came back as if it had been made here; files that differ from those here are refused."""
    if not isinstance(brought.result, Made):
        return brought.result
    for name, digest in brought.reads.items():
        if name.startswith(OURS) and fingerprint(place_of(name, order.project)) != digest:
            hint = say("give every worker the same reportpub, with its fonts/ and layouts/")
            said = say("the worker {here} has another {name}", here=brought.worker, name=name)
            return ToolError((error("cluster/version", said, None, hint),))
    reads = {place_of(name, order.project): digest for name, digest in brought.reads.items()}
    return replace(brought.result, order=order, reads=reads)


def main(folder: str, edition: str, *targets: str) -> None:
    """Make an order in this process and leave what came of it in the folder one stands in."""
    room, project = Path.cwd(), Path(folder)
    tempfile.tempdir = str(room)
    confine()
    result = worked(Order(project, edition, tuple(map(Target, targets))), lambda _: None)
    reads: dict[str, str] = {}
    if isinstance(result, Made):
        reads = {name_of(path, project): digest for path, digest in result.reads.items()}
        result = replace(result, reads={})
    part = room / f"{_RESULT}.part"
    part.write_bytes(pickle.dumps((result, reads)))
    part.replace(room / _RESULT)


if __name__ == "__main__":
    main(*sys.argv[1:])
