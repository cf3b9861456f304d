"""Send the report to reviewers, take their edits back, and prove that they are in."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportpub.assemble import word_file as assembled
from reportpub.build import build, orders
from reportpub.edition.resolve import resolve
from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.files import files
from reportpub.exchange.redline import redline
from reportpub.exchange.rounds.deciding import Decision, State
from reportpub.exchange.rounds.kept import (
    CHANGES,
    FOLDER,
    FORM,
    RECEIVED,
    Round,
    for_review,
    opened,
    outgoing,
    recorded,
    rounds,
)
from reportpub.exchange.rounds.listing import Wordings, lines, records
from reportpub.exchange.rounds.places import placed
from reportpub.exchange.rounds.receiving import changes, contents, decisions, stamped, wordings
from reportpub.exchange.rounds.redlined import redlined
from reportpub.exchange.rounds.verifying import accepted, verified
from reportpub.findings import Finding, ToolError, error, errors
from reportpub.finished import artefact_path
from reportpub.inputs import Inputs
from reportpub.model.report import EditionSpec, Report, Target
from reportpub.publish import publish
from reportpub.sentences import listed, say
from reportpub.telling import Format
from reportpub.verbs.content import content, sound
from reportpub.verbs.guide import Guide, step
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_STEPS = ("send", "receive", "verify")


@dataclass(frozen=True, slots=True)
class Review:
    """One step of a round: send a file, take edited ones in, or look whether the next build says it all."""

    project: Path
    step: str
    name: str
    edition: str
    came: tuple[Path, ...]
    apply: bool
    whole: frozenset[str]
    redline: Path | None


def _arguments(parser: ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP", help=say("what to do"))
    send = steps.add_parser(
        "send",
        **step(
            say("write the Word file that goes out, and keep what it was made from"),
            ("reportpub review send 2025-03-first", say("begin a round")),
        ),
    )
    send.add_argument("name", metavar="NAME", help=say("what the round is called, such as 2025-03-first"))
    send.add_argument("--edition", default="", metavar="EDITION", help=say("the one for review unless named"))
    receive = steps.add_parser(
        "receive",
        **step(
            say("read edited files: what was changed, by whom"),
            ("reportpub review receive *.docx --apply", say("make the edits in the YAML")),
        ),
    )
    receive.add_argument("came", nargs="+", type=Path, metavar="FILE", help=say("the files that came back"))
    receive.add_argument(
        "--round", dest="name", default="", help=say("the round, where a file does not tell it")
    )
    receive.add_argument("--apply", action="store_true", help=say("make the edits in the YAML"))
    receive.add_argument(
        "--whole",
        action="append",
        default=[],
        metavar="BLOCK",
        help=say("what was done to this block in one language, taken out or moved, is meant for both"),
    )
    receive.add_argument("--redline", type=Path, metavar="FILE", help=say("write all changes as a Word file"))
    verify = steps.add_parser(
        "verify",
        **step(
            say("look whether the next build says every accepted change"),
            ("reportpub review verify 2025-03-first", say("prove that the next version has them")),
        ),
    )
    verify.add_argument("name", metavar="NAME", help=say("the round"))
    for one in (send, receive, verify):
        takes_project(one)
        takes_format(one)


def _request(said: Namespace) -> Review:
    return Review(
        project=project(said),
        step=said.step,
        name=said.name,
        edition=getattr(said, "edition", ""),
        came=tuple(getattr(said, "came", ())),
        apply=bool(getattr(said, "apply", False)),
        whole=frozenset(getattr(said, "whole", ())),
        redline=getattr(said, "redline", None),
    )


def _run(asked: Review, terminal: Terminal) -> int:
    match asked.step:
        case "send":
            return _send(asked, terminal)
        case "receive":
            return _receive(asked, terminal)
        case _:
            return _verify(asked, terminal)


def _send(asked: Review, terminal: Terminal) -> int:
    """Write the file that goes out, with ids and questions, and keep it with the YAML it was made from."""
    root = asked.project.resolve()
    report, _ = sound(asked.project)
    if not _NAME.fullmatch(asked.name):
        hint = say("small letters, digits and hyphens, such as 2025-03-first")
        message = say("“{name}” is no name for a round", name=asked.name)
        raise ToolError((error("review/name", message, None, hint),))
    if (root / FOLDER / asked.name).exists():
        hint = say("choose another name; what went out once is kept as it was")
        message = say("there is a round “{name}” already", name=asked.name)
        raise ToolError((error("review/name", message, None, hint),))
    edition = resolve(report, for_review(_chosen(asked.edition, report)))
    data = assembled(edition, root)
    typed = files(report, Inputs(root))
    made = outgoing(asked.name, report, edition, typed, data, stamped(data, asked.name))
    publish({root / path: content for path, content in made.items()})
    sent = next(path for path in made if path.endswith(".docx"))
    terminal.say(Path(sent), say("send this file; keep the folder it lies in until the round is over"))
    return 0


def _chosen(name: str, report: Report) -> EditionSpec:
    every = [spec for spec in report.editions if Target.DOCX in spec.targets]
    found = [spec for spec in every if (spec.name == name if name else spec.review)]
    found = found or ([] if name else every)
    if not found:
        hint = say("editions with a Word file: {names}", names=listed(spec.name for spec in every))
        message = (
            say("there is no edition “{name}” with a Word file", name=name)
            if name
            else say("no edition has a Word file")
        )
        raise ToolError((error("build/edition", message, None, hint),))
    return found[0]


def _receive(asked: Review, terminal: Terminal) -> int:
    """Tell what was changed; with --apply make the edits in the YAML and keep the files that came."""
    root = asked.project.resolve()
    came = contents(asked.came)
    began = opened(_round(asked, came, root), root)
    told, odd = changes(came, began)
    if errors(odd):
        raise ToolError(odd)
    report, before = content(asked.project)
    if errors(before):
        raise ToolError(before)
    typed = files(report, Inputs(root))
    done = decisions(told, began, report, typed, asked.whole)
    says = wordings(told, report)
    terminal.tell(odd) if terminal.for_people else None
    if asked.redline:
        publish({asked.redline: redline(redlined(began, done.decisions), began.report.metadata.date)})
    _list(placed(done.decisions, done.texts if asked.apply else typed.texts), says, terminal)
    if asked.apply:
        new = {root / name: text.encode() for name, text in done.texts.items() if text != typed.texts[name]}
        earlier = recorded(began.folder)
        record = records((*earlier, *done.decisions), says)
        kept = {began.folder / RECEIVED / Path(name).name: data for name, data in came.items()}
        about = json.dumps({"form": FORM, "changes": record}, ensure_ascii=False, indent=1) + "\n"
        publish({**new, **kept, began.folder / CHANGES: about.encode()})
        named = listed(str(path.relative_to(root)) for path in new)
        terminal.say(say("changed: {named}", named=named) if new else say("nothing was changed in the YAML"))
        _, after = content(asked.project)
        fresh = tuple(f for f in errors(after) if f not in before)
        terminal.tell(fresh) if terminal.for_people else None
        if fresh:
            return 1
    return 1 if any(d.state is State.CONFLICT for d in done.decisions) else 0


def _list(done: tuple[Decision, ...], says: Wordings, terminal: Terminal) -> None:
    if terminal.format is Format.TEXT:
        terminal.say(*lines(done, says))
    else:
        terminal.out.write(json.dumps(records(done, says), ensure_ascii=False, indent=1) + "\n")


def _round(asked: Review, came: Mapping[str, bytes], root: Path) -> str:
    """Return the round that the files belong to: the one named, or the one whose fingerprint they bear."""
    if asked.name:
        return asked.name
    known = rounds(root)
    found = {
        name
        for file, data in came.items()
        for name, about in known.items()
        if about["fingerprint"] == stamped(data, file)
    }
    if len(found) == 1:
        return found.pop()
    if not found and len(known) == 1:
        return next(iter(known))
    hint = (
        say("name it with --round; there are {known}", known=listed(known))
        if known
        else say("begin one with `review send`")
    )
    message = say("these files do not tell which round they belong to")
    raise ToolError((error("review/no-round", message, None, hint),))


def _verify(asked: Review, terminal: Terminal) -> int:
    """Build the edition of the round if need be, open its Word file, and compare every block."""
    root = asked.project.resolve()
    began: Round = opened(asked.name, root)
    report, _ = sound(asked.project)
    name = began.edition.name
    progress = terminal.progress(1)
    outcome = build(report, orders(report, root, (name,), (Target.DOCX,)), root / "out", progress)
    progress.close()
    if outcome.exit_code:
        raise ToolError(outcome.findings)
    path = artefact_path(root / "out", report.id, name, Target.DOCX)
    spec = next(s for s in report.editions if s.name == name)
    built = word_file(path.read_bytes(), path.name)
    wanted = accepted(recorded(began.folder))
    found: tuple[Finding, ...] = verified(
        began, wanted, built, resolve(report, spec), dict(report.facts.facts)
    )
    terminal.tell(found)
    if not errors(found):
        terminal.say(say("{wanted} accepted changes are in, and nothing else moved", wanted=len(wanted)))
    return 1 if errors(found) else 0


GUIDE = Guide(
    about=say(
        "Sends the report out as a Word file with tracked changes on, takes edited files in, "
        "makes the edits in the YAML, and proves that the next build says each of them and "
        "nothing else."
    ),
    reads=(
        ("source/", say("texts of the report")),
        ("FILE.docx", say("what came back from Word, WPS or LibreOffice")),
    ),
    writes=(
        ("reviews/NAME/", say("the file that went out, what came back, what became of it")),
        ("source/", say("with receive --apply: the edits")),
    ),
    examples=(
        ("reportpub review send 2025-03-first", say("begin a round")),
        ("reportpub review receive back.docx", say("list what was changed, by whom")),
        ("reportpub review receive *.docx --apply", say("make the edits in the YAML")),
        ("reportpub review verify 2025-03-first", say("prove that the next version has them")),
    ),
)
VERB = Verb(
    "review",
    say("send the report to reviewers, take their edits in, and prove them"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
