"""A round of review as it is kept in the project: the file that went out, and the YAML it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.exchange.edits.sent import Sent, sent
from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.files import Files, files
from reportpub.exchange.rounds.deciding import Decision
from reportpub.exchange.rounds.listing import read_back
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.model.report import EditionSpec, Report
from reportpub.sentences import listed, say
from reportpub.source.load import load_report

FOLDER: Final = "reviews"
"""The folder of a project that holds its rounds, one folder each."""
ABOUT: Final = "round.json"
CHANGES: Final = "changes.json"
RECEIVED: Final = "received"
FORM: Final = 1
"""The form of both files; a later program may write another."""


@dataclass(frozen=True, slots=True)
class Round:
    """What went out: the file, the report and edition it shows, and the YAML as it was then."""

    name: str
    folder: Path
    fingerprint: str
    report: Report
    edition: Edition
    typed: Files
    sent: Sent
    file: str


def outgoing(
    name: str, report: Report, edition: Edition, typed: Files, data: bytes, fingerprint: str
) -> Mapping[str, bytes]:
    """Return the files of a new round by their paths in the project."""
    file = f"{report.id}-{edition.name}-{name}.docx"
    about = {
        "form": FORM,
        "report": report.id,
        "edition": edition.name,
        "fingerprint": fingerprint,
        "file": file,
    }
    told = {f"{FOLDER}/{name}/{path}": text.encode() for path, text in typed.texts.items()}
    told[f"{FOLDER}/{name}/{file}"] = data
    told[f"{FOLDER}/{name}/{ABOUT}"] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()
    return told


def for_review(spec: EditionSpec) -> EditionSpec:
    """Return an edition as it goes out: changes are tracked, and the questions stand beside the text."""
    return replace(spec, review=True)


def rounds(project: Path) -> Mapping[str, Mapping[str, str]]:
    """Return what each round of a project says of itself, by its name."""
    folder = project / FOLDER
    inputs = Inputs(project)
    names = inputs.names(folder) if folder.is_dir() else ()
    return {name: _about(folder / name, inputs) for name in names if (folder / name / ABOUT).is_file()}


def _about(folder: Path, inputs: Inputs) -> Mapping[str, str]:
    shown = f"{FOLDER}/{folder.name}/{ABOUT}"
    try:
        told = json.loads(inputs.read_text(folder / ABOUT))
        if told["form"] != FORM:
            raise ValueError  # noqa: TRY301  one answer for every file that is none
        return {key: str(told[key]) for key in ("report", "edition", "fingerprint", "file")}
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = say("put the folder of the round back as `review send` wrote it")
        raise ToolError(
            (error("review/round", say("{shown} does not tell of a round", shown=shown), None, hint),)
        ) from None


def opened(name: str, project: Path) -> Round:
    """Return a round; `ToolError` when there is none of that name or it is not whole."""
    told = rounds(project)
    if name not in told:
        hint = say("rounds: {told}", told=listed(told)) if told else say("begin one with `review send NAME`")
        raise ToolError((error("review/no-round", say("there is no round “{name}”", name=name), None, hint),))
    about, folder = told[name], project / FOLDER / name
    inputs = Inputs(folder)
    try:
        data = inputs.read_bytes(folder / about["file"])
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    report, _ = load_report(folder, inputs)
    spec = next((s for s in report.editions if s.name == about["edition"]), None)
    if spec is None:
        message = say(
            "the round “{name}” is of an edition it does not know: {about}", name=name, about=about["edition"]
        )
        raise ToolError((error("review/round", message),))
    return made(name, folder, report, for_review(spec), files(report, inputs), data, about)


def made(
    name: str,
    folder: Path,
    report: Report,
    spec: EditionSpec,
    typed: Files,
    data: bytes,
    about: Mapping[str, str],
) -> Round:
    """Return a round from its parts."""
    edition = resolve(report, spec)
    written = word_file(data, about["file"])
    return Round(
        name=name,
        folder=folder,
        fingerprint=about["fingerprint"],
        report=report,
        edition=edition,
        typed=typed,
        sent=sent(written, report, edition, typed),
        file=about["file"],
    )


def recorded(folder: Path) -> tuple[Decision, ...]:
    """Return what was decided in a round so far; `ToolError` when its record cannot be read."""
    if not (folder / CHANGES).is_file():
        return ()
    try:
        told = json.loads(Inputs(folder).read_text(folder / CHANGES))
        return tuple(read_back(one) for one in told["changes"])
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        shown = f"{FOLDER}/{folder.name}/{CHANGES}"
        hint = say("put the file back as `review receive --apply` wrote it")
        raise ToolError(
            (error("review/record", say("{shown} is no list of changes", shown=shown), None, hint),)
        ) from None
