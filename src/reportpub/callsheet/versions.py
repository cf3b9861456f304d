"""An earlier version of the figures: from a list kept on disk, a project folder or a commit of git."""

from __future__ import annotations

from pathlib import Path

from reportpub.callsheet.calls import calls
from reportpub.callsheet.gather import both_languages, sources
from reportpub.callsheet.ledger import Ledger, ledger, read
from reportpub.callsheet.sheet import lines
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.sentences import say
from reportpub.source.load import load_report
from reportpub.source.versions import version_folder

_HINT = say("name the figures.json that an earlier sheet left, a folder with source/, or a commit of git")


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
    with version_folder(name, project) as found:
        if isinstance(found, str):
            message = say(
                "{name} is no file, no folder with source/ and no commit: {found}", name=name, found=found
            )
            raise ToolError((error("figures/since", message, None, _HINT),))
        return of_project(found)


def of_project(project: Path) -> Ledger:
    """Return the figures of a project as its source has them now."""
    report, _ = load_report(project, Inputs(project))
    edition = both_languages(report)
    called = calls(edition)
    return ledger(lines(called, ("",) * len(called), report.facts, sources(edition)))
