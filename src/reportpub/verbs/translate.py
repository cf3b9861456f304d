"""Serve translators: texts go out with their figures protected, and come back into the YAML."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportpub.edition.figures_in_words import in_words
from reportpub.exchange.files import files
from reportpub.exchange.parts import blocks
from reportpub.exchange.rounds.receiving import contents
from reportpub.exchange.translation import po, table, xliff
from reportpub.exchange.translation.bilingual import bilingual
from reportpub.exchange.translation.exchanged import Exchanged
from reportpub.exchange.translation.importing import digests, imported
from reportpub.exchange.translation.tmx import tmx
from reportpub.exchange.translation.units import Piece, Progress, progress, units
from reportpub.exchange.translation.xliff import Spoken
from reportpub.findings import ToolError, error, errors
from reportpub.inputs import Inputs
from reportpub.model.blocks import KeyFigures
from reportpub.model.report import Report
from reportpub.model.text import Lang, plain
from reportpub.nodes import read
from reportpub.publish import publish
from reportpub.sentences import listed, say
from reportpub.source.texts import Problems
from reportpub.source.translations import FILE, translations, written
from reportpub.verbs.content import content, sound
from reportpub.verbs.guide import Guide, step
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project

_READERS: Mapping[str, Callable[[bytes, str], Exchanged]] = {
    ".xlf": xliff.read,
    ".xliff": xliff.read,
    ".po": po.read,
    ".docx": table.read,
}
_ENDS = {"xliff": ".xlf", "po": ".po", "tmx": ".tmx", "docx": "-bilingual.docx"}


@dataclass(frozen=True, slots=True)
class Translate:
    """Write texts for translators, take translations in, or tell how far the English has come."""

    project: Path
    step: str
    form: str
    todo: bool
    into: Path | None
    came: tuple[Path, ...]
    reviewed: tuple[str, ...]


def _arguments(parser: ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP", help=say("what to do"))
    export = steps.add_parser(
        "export",
        **step(
            say("write the texts for translators"),
            ("reportpub translate export --todo", say("what is still to be translated")),
        ),
    )
    export.add_argument(
        "--as", dest="form", choices=list(_ENDS), default="xliff", help=say("xliff unless said")
    )
    export.add_argument("--todo", action="store_true", help=say("only texts whose English is not finished"))
    export.add_argument("--into", type=Path, metavar="DIR", help=say("where to write it; out/translation"))
    back = steps.add_parser(
        "import",
        **step(
            say("type translations into the YAML"),
            ("reportpub translate import back.xlf", say("take translations in")),
        ),
    )
    back.add_argument("came", nargs="+", type=Path, metavar="FILE", help=say(".xlf, .po or .docx"))
    status = steps.add_parser(
        "status",
        **step(
            say("tell how far the English of each block has come"),
            ("reportpub translate status", say("how far each block has come")),
        ),
    )
    status.add_argument(
        "--reviewed",
        nargs="*",
        default=None,
        metavar="BLOCK",
        help=say(
            "say that the English of these blocks, or of all finished ones, answers the Chinese as it is"
        ),
    )
    for one in (export, back, status):
        takes_project(one)
        takes_format(one)


def _request(said: Namespace) -> Translate:
    reviewed = getattr(said, "reviewed", None)
    return Translate(
        project=project(said),
        step=said.step,
        form=getattr(said, "form", ""),
        todo=bool(getattr(said, "todo", False)),
        into=getattr(said, "into", None),
        came=tuple(getattr(said, "came", ())),
        reviewed=() if reviewed is None else tuple(reviewed) or ("*",),
    )


def _run(asked: Translate, terminal: Terminal) -> int:
    match asked.step:
        case "export":
            return _export(asked, terminal)
        case "import":
            return _import(asked, terminal)
        case _:
            return _status(asked, terminal)


def _export(asked: Translate, terminal: Terminal) -> int:
    root = asked.project.resolve()
    report, _ = sound(asked.project)
    told = tuple(units(report, files(report, Inputs(root)), todo=asked.todo))
    scope = "todo" if asked.todo else "all"
    spoken = _sayer(report)
    match asked.form:
        case "po":
            data = po.po(told, report.id, scope, spoken)
        case "tmx":
            data = tmx(told, report.id)
        case "docx":
            title = report.metadata.title.zh
            data = bilingual(told, report.id, scope, plain(title.inlines) if title else report.id)
        case _:
            data = xliff.xliff(told, report.id, scope, spoken)
    path = (asked.into or root / "out" / "translation") / f"{report.id}{_ENDS[asked.form]}"
    publish({path: data})
    terminal.say(path, say("{count} texts", count=len(told)))
    return 0


def _sayer(report: Report) -> Spoken:
    """Return what protected pieces say, for translators to see beside their ids."""

    def spoken(piece: Piece, lang: Lang) -> str:
        name, _, form = piece.name.partition(":")
        fact, term = report.facts.facts.get(name), report.terms.get(name.removeprefix("~"))
        if piece.kind == "fact" and fact is not None:
            return in_words(fact, form, lang, report.facts.units)
        if piece.kind == "term" and term is not None:
            return term.said(lang, form)
        return piece.text

    return spoken


def _import(asked: Translate, terminal: Terminal) -> int:
    """Type what came back into the YAML, text by text; a text with a fault in it stays as it was."""
    root = asked.project.resolve()
    found = []
    count = 0
    for name, data in contents(asked.came).items():
        report, _ = sound(asked.project)
        typed = files(report, Inputs(root))
        came = _read(data, name)
        done = imported(came, report, typed)
        found += done.found
        count += done.count
        new = {root / path: text.encode() for path, text in done.texts.items() if text != typed.texts[path]}
        if done.digests:
            kept = _kept(report, root) | done.digests
            new[root / "source" / FILE] = written(_in_order(report, kept)).encode()
        publish(new)
    terminal.tell(tuple(found))
    terminal.say(say("{count} translations were taken in", count=count))
    return 1 if errors(tuple(found)) else 0


def _read(data: bytes, name: str) -> Exchanged:
    end = Path(name).suffix.lower()
    if end not in _READERS:
        hint = say("name a file that `translate export` wrote: .xlf, .po or .docx")
        raise ToolError(
            (error("translate/foreign", say("{name} is no file of translations", name=name), None, hint),)
        )
    return _READERS[end](data, name)


def _kept(report: Report, root: Path) -> dict[str, str]:
    """Return what is kept of each block: the Chinese its English was made from."""
    if not (report.root / FILE).is_file():
        return {}
    return dict(translations(read(Inputs(root).read_text(report.root / FILE), FILE)[0], Problems()))


def _in_order(report: Report, kept: Mapping[str, str]) -> dict[str, str]:
    return {block.id: kept[block.id] for block in blocks(report) if block.id in kept}


def _status(asked: Translate, terminal: Terminal) -> int:
    root = asked.project.resolve()
    report, _ = content(asked.project)
    if asked.reviewed:
        made_from = digests(report)
        wanted = set(made_from) if asked.reviewed == ("*",) else set(asked.reviewed)
        if unknown := sorted(wanted - made_from.keys()):
            hint = say("ids of blocks are those of the chapters")
            message = say("there is no block “{unknown}” with words of its own", unknown=unknown[0])
            raise ToolError((error("translate/unknown", message, None, hint),))
        done = {b.id for b in blocks(report) if progress(b) in {Progress.REVIEWED, Progress.STALE}} & wanted
        kept = _kept(report, root) | {name: made_from[name] for name in done}
        publish({report.root / FILE: written(_in_order(report, kept)).encode()})
        terminal.say(say("{done} blocks are reviewed against the Chinese as it is", done=len(done)))
        report, _ = content(asked.project)
    counted: Counter[Progress] = Counter()
    for block in blocks(report):
        if isinstance(block, KeyFigures):
            continue
        state = progress(block)
        counted[state] += 1
        if state is not Progress.REVIEWED:
            terminal.say(say("{span}: {id} is {state}", span=block.span, id=block.id, state=state.said))
    terminal.say(
        listed(
            say("{count} {state}", count=counted[state], state=state.said)
            for state in Progress
            if counted[state]
        )
    )
    return 0


GUIDE = Guide(
    about=say(
        "Sends texts to translators as XLIFF, PO, TMX or a table in Word, types what comes "
        "back into the YAML, and tells which English is missing, a draft, or older than its "
        "Chinese."
    ),
    reads=(
        ("source/", say("texts of the report")),
        ("FILE.xlf, .po, .docx", say("what came back")),
    ),
    writes=(
        ("out/translation/", say("with export: the texts")),
        ("source/", say("with import: the translations")),
        ("source/translations.yaml", say("which Chinese each English was made from")),
    ),
    examples=(
        ("reportpub translate export --todo", say("what is still to be translated")),
        ("reportpub translate import back.xlf", say("take translations in")),
        ("reportpub translate status", say("how far each block has come")),
        ("reportpub translate status --reviewed", say("say that all finished English is up to date")),
    ),
)
VERB = Verb(
    "translate",
    say("send texts to translators, take them back, and tell what is stale"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
