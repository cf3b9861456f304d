"""Show the report in a browser while it is written."""

from __future__ import annotations

import os
import webbrowser
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import ContentError, ToolError, error
from reportpub.inputs import Inputs
from reportpub.preview.editors import chosen
from reportpub.preview.server import HOST, application, bound, serve
from reportpub.preview.session import Session
from reportpub.preview.workers import Workers
from reportpub.sentences import listed, say
from reportpub.source.load import read_report
from reportpub.verbs.content import content
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project

PORT = 8024


@dataclass(frozen=True, slots=True)
class Preview:
    """Show an edition on a port of this machine; `editor` is the command that opens a file at a line."""

    project: Path
    edition: str
    port: int
    editor: str
    browser: bool


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("edition", nargs="?", default="", metavar="EDITION", help="the first of the report")
    parser.add_argument("--port", type=int, default=PORT, help=f"{PORT} unless another is named")
    parser.add_argument(
        "--editor", default="", metavar="COMMAND", help='such as "code --goto {file}:{line}:{column}"'
    )
    parser.add_argument("--no-browser", action="store_true", help="only say where the preview is")
    takes_project(parser)


def _request(said: Namespace) -> Preview:
    return Preview(project(said), said.edition, said.port, said.editor, not said.no_browser)


def _run(asked: Preview, terminal: Terminal) -> int:
    root = asked.project.resolve()
    report, found = read_report(root, Inputs(root))
    if report is None:
        raise ContentError(found)
    editions = tuple(spec.name for spec in report.editions)
    edition = asked.edition or editions[0]
    if edition not in editions:
        hint = say("there are: {names}", names=listed(editions))
        raise ToolError(
            (error("preview/edition", say("there is no edition “{edition}”", edition=edition), None, hint),)
        )
    session = Session(root, editions, Workers(root, content), edition=edition)
    door = bound(asked.port)
    # Pages are set in other processes; browser and editor begin from this one and need the system's fonts.
    os.environ.pop("FONTCONFIG_FILE", None)  # noqa: TID251
    address = f"http://{HOST}:{door.getsockname()[1]}/"
    terminal.say(f"preview: {address}  (stop with Ctrl-C)")
    if asked.browser:
        webbrowser.open(address)
    serve(application(session, chosen(asked.editor)), door)
    return 0


VERB = Verb("preview", "show the report in a browser while it is written", _arguments, _request, _run)
