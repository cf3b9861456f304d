"""Open the finished files again and compare them with the source."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reportpub.findings import ContentError, ToolError, error, errors, in_order
from reportpub.finished import artefact_path
from reportpub.handover.look import differences, opened
from reportpub.model.report import Target
from reportpub.rebuild import Kept, changed, kept, rebuild
from reportpub.record import RECORD, only
from reportpub.sentences import say
from reportpub.telling import Format
from reportpub.verbs.build import wanted
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_editions, takes_format, takes_project
from reportpub.verify import verify


@dataclass(frozen=True, slots=True)
class Verify:
    """Open the finished files of some editions again."""

    project: Path
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    format: Format


@dataclass(frozen=True, slots=True)
class VerifyPacked:
    """Look whether folders or zips that were packed are still what they were."""

    paths: tuple[Path, ...]
    format: Format


@dataclass(frozen=True, slots=True)
class VerifyRebuilt:
    """Make the files of a project, or those that were packed from it, again and compare them."""

    project: Path
    editions: tuple[str, ...]
    packed: tuple[Path, ...]
    targets: tuple[Target, ...]
    format: Format


Asked = Verify | VerifyPacked | VerifyRebuilt


def _arguments(parser: ArgumentParser) -> None:
    takes_editions(parser, say("or a folder or zip that was packed"))
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help=say("make the files again from what their build records name, and compare byte for byte"),
    )
    takes_format(parser)
    takes_project(parser)


def _request(said: Namespace) -> Asked:
    if said.rebuild:
        packed = tuple(Path(name) for name in said.editions if _packed(name))
        editions = tuple(name for name in said.editions if not _packed(name))
        targets = tuple(map(Target, said.target))
        return VerifyRebuilt(project(said), editions, packed, targets, Format(said.format))
    if any(map(_packed, said.editions)):
        return VerifyPacked(tuple(map(Path, said.editions)), Format(said.format))
    return Verify(project(said), tuple(said.editions), tuple(map(Target, said.target)), Format(said.format))


def _packed(name: str) -> bool:
    """Tell whether a word names a folder or a zip, as no edition does."""
    return Path(name).name != name or name.endswith(".zip") or Path(name).is_dir()


def _run(asked: Asked, terminal: Terminal) -> int:
    match asked:
        case Verify():
            return _made(asked, terminal)
        case VerifyPacked(paths):
            return _handed_over(paths, terminal)
        case VerifyRebuilt():
            return _made_again(asked, terminal)


def _handed_over(paths: tuple[Path, ...], terminal: Terminal) -> int:
    seen = [(path, *differences(path)) for path in paths]
    found = in_order(tuple(one for *_, several in seen for one in several))
    terminal.tell(found)
    if not found:
        terminal.say(
            *(
                say("{path}: {files} files, as they were packed", path=path, files=len(one.files))
                for path, one, _ in seen
            )
        )
    return 1 if errors(found) else 0


def _made(asked: Verify, terminal: Terminal) -> int:
    report, _ = sound(asked.project)
    root = asked.project.resolve()
    orders = wanted(asked.editions, asked.targets, report, root)
    progress = terminal.progress(len(orders))
    found = in_order(verify(report, orders, root / "out", progress))
    progress.close()
    terminal.tell(found)
    if not found:
        files = (artefact_path(root / "out", report.id, o.edition, t) for o in orders for t in o.targets)
        terminal.say(*(say("{path}: right", path=path.relative_to(root)) for path in files))
    return 1 if errors(found) else 0


def _made_again(asked: VerifyRebuilt, terminal: Terminal) -> int:
    """Compare what is made now with the files there; where nothing can be made, say what has changed."""
    root = asked.project.resolve()
    found_there = _kept(asked, root)
    several = tuple(replace(one, record=only(one.record, asked.targets)) for one in found_there)
    reasons = tuple(one for each in several for one in changed(each.record, root))
    try:
        report, _ = sound(root)
    except ContentError as broken:
        raise ContentError((*reasons, *broken.findings)) from None
    progress = terminal.progress(len(several))
    found = in_order(rebuild(several, report, root, progress))
    progress.close()
    terminal.tell(found)
    if errors(found):
        return 1
    files = (f"{one.folder}/{file.name}" for one in several for file in one.record.files)
    terminal.say(*(say("{path}: made again, the same bytes", path=path) for path in files))
    return 0


def _kept(asked: VerifyRebuilt, root: Path) -> Iterator[Kept]:
    """Yield the editions that were packed, or those in `out/`, with their records."""
    for path in asked.packed:
        files = opened(path)
        names = [name.removesuffix(f"/{RECORD}") for name in files if name.endswith(f"/{RECORD}")]
        if not names:
            hint = say("it was packed before there were records; pack again")
            raise ToolError(
                (error("verify/record", say("{path} has no {record}", path=path, record=RECORD), None, hint),)
            )
        for edition in sorted(names):
            inside = {name: data for name, data in files.items() if name.startswith(f"{edition}/")}
            yield kept(f"{path}/{edition}", {n.partition("/")[2]: data for n, data in inside.items()})
    editions = asked.editions or (
        () if asked.packed else sorted(one.parent.name for one in (root / "out").glob(f"*/{RECORD}"))
    )
    if not editions and not asked.packed:
        hint = say("build the report; every build writes one")
        raise ToolError(
            (error("verify/record", say("there is no {record} in out/", record=RECORD), None, hint),)
        )
    for edition in editions:
        folder = root / "out" / edition
        files = {one.name: one.read_bytes() for one in sorted(folder.glob("*")) if one.is_file()}
        yield kept(f"out/{edition}", files)


GUIDE = Guide(
    about=say(
        "Opens the finished files again and compares them with the source, draws every page "
        "of the PDFs with two programs, or looks whether a hand-over is still what was "
        "packed. With --rebuild the files are made again and compared byte for byte."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("out/EDITION/", say("the finished files")),
        ("FOLDER, FILE.zip", say("or what was packed")),
    ),
    examples=(
        ("reportpub verify", say("every finished file")),
        ("reportpub verify parallel --target screen", say("one file of one edition")),
        ("reportpub verify --rebuild", say("whether the same bytes are made once more")),
        ("reportpub verify hand-over.zip", say("what went to the printer")),
    ),
)
VERB = Verb(
    "verify",
    say("open the finished files again and compare them with the source"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
