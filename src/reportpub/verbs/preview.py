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
from reportpub.verbs.guide import Guide
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
    parser.add_argument(
        "edition", nargs="?", default="", metavar="EDITION", help=say("the first of the report")
    )
    parser.add_argument(
        "--port", type=int, default=PORT, help=say("{port} unless another is named", port=PORT)
    )
    parser.add_argument(
        "--editor",
        default="",
        metavar="COMMAND",
        help=say('such as "code --goto {{file}}:{{line}}:{{column}}"'),
    )
    parser.add_argument("--no-browser", action="store_true", help=say("only say where the preview is"))
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
    terminal.say(say("preview: {address}  (stop with Ctrl-C)", address=address))
    if asked.browser:
        webbrowser.open(address)
    serve(application(session, chosen(asked.editor)), door)
    return 0


GUIDE = Guide(
    about=say(
        "Shows an edition in the browser of this machine while it is written: it reloads "
        "when a file is saved, keeps its place, shows problems beside the page they are on, "
        "and leads from a click on the page to the line in the YAML."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("layouts/, fonts/", say("how it looks")),
    ),
    examples=(
        ("reportpub preview", say("the first edition")),
        ("reportpub preview zh --no-browser", say("only say where it is")),
        (
            'reportpub preview --editor "code --goto {file}:{line}:{column}"',
            say("open this editor at the line"),
        ),
    ),
)
VERB = Verb(
    "preview", say("show the report in a browser while it is written"), GUIDE, _arguments, _request, _run
)
