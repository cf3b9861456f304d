"""Make a project out of one or two manuscripts."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.adoption.adopt import Adopted, adopted
from reportpub.adoption.audit import lost
from reportpub.adoption.doubts import doubts
from reportpub.adoption.report import FILE, told
from reportpub.adoption.settle import settled
from reportpub.findings import ContentError, Finding, errors, in_order
from reportpub.manuscript.elements import Manuscript
from reportpub.manuscript.read import read_manuscript
from reportpub.manuscript.word.reading import Changes
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.source.starter import report_id
from reportpub.telling import Format
from reportpub.verbs.content import content
from reportpub.verbs.guide import Guide
from reportpub.verbs.new import must_be_empty
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, takes_format


@dataclass(frozen=True, slots=True)
class Adopt:
    """Make a project out of manuscripts, in an empty folder."""

    manuscripts: tuple[Path, ...]
    into: Path
    changes: Changes | None
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_format(parser)
    parser.add_argument(
        "manuscripts",
        nargs="+",
        type=Path,
        metavar="MANUSCRIPT",
        help=say("one with both languages, or one of each: .docx, .doc, .wps, .rtf, .odt, .txt or .md"),
    )
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help=say("an empty or new folder"))
    parser.add_argument(
        "--changes",
        choices=[choice.value for choice in Changes],
        help=say("what becomes of tracked changes; without it a manuscript that has some is refused"),
    )


def _request(said: Namespace) -> Adopt:
    changes = Changes(said.changes) if said.changes else None
    return Adopt(tuple(said.manuscripts), said.into, changes, Format(said.format))


def _run(asked: Adopt, terminal: Terminal) -> int:
    must_be_empty(asked.into)
    made = adopted(_read(asked))
    name = report_id(asked.into.resolve().name)
    accepted, wrong = _proved(made, name)
    found = in_order((*made.findings, *doubts(made)))
    report = told(made, accepted, (*found, *wrong))
    files = {**made.files(name), FILE: report.text.encode()}
    publish({asked.into / path: data for path, data in files.items()})
    terminal.tell(in_order((*found, *wrong)))
    terminal.say(*report.summary)
    terminal.say(say("{into}: all pairs, repairs and doubts", into=asked.into / FILE))
    terminal.say(say("now run: reportpub build --project {into}", into=asked.into))
    return 1 if errors(wrong) else 0


def _read(asked: Adopt) -> tuple[Manuscript, ...]:
    """Return the manuscripts; `ContentError` with what is wrong in all of them."""
    read: list[Manuscript] = []
    wrong: list[Finding] = []
    for path in dict.fromkeys(asked.manuscripts):
        try:
            read.append(read_manuscript(path, asked.changes))
        except ContentError as refused:
            wrong += refused.findings
    if wrong:
        raise ContentError(tuple(wrong))
    return tuple(read)


def _proved(made: Adopted, name: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Write the project aside, read it again, and return what was accepted in it and what is still wrong."""
    with tempfile.TemporaryDirectory(prefix="reportpub-") as room:
        aside = Path(room) / "project"
        _write(made, name, aside)
        _, accepted = settled(made, aside)
        _write(made, name, aside)
        report, found = content(aside)
        return accepted, (*errors(found), *lost(made, report))


def _write(made: Adopted, name: str, into: Path) -> None:
    for path, data in made.files(name).items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(data)


GUIDE = Guide(
    about=say(
        "Makes a project out of one manuscript with both languages, or one of each: "
        "paragraphs are paired, figures become facts, names become terms, and a report says "
        "what became of every line."
    ),
    reads=(("MANUSCRIPT", say(".docx, .doc, .wps, .rtf, .odt, .txt or .md")),),
    writes=(("--into DIR", say("the project, and the report of the adoption")),),
    examples=(
        ("reportpub adopt zh.docx en.docx --into ../our-report", say("one manuscript of each language")),
        (
            "reportpub adopt both.docx --into ../our-report --changes accept",
            say("one with both, tracked changes accepted"),
        ),
    ),
)
VERB = Verb("adopt", say("make a project out of one or two manuscripts"), GUIDE, _arguments, _request, _run)
