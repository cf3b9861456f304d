"""Write the script by which a shell completes commands, options, editions and files."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass

import shtab

from reportpub.sentences import as_it_is, say
from reportpub.verbs.guide import DONE, TOOL, Guide
from reportpub.verbs.parsing import Parser, below
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb

SHELLS = ("bash", "zsh", "fish")

_NAMES = r"sed -n '/^editions:/,/^[^ #]/s/^  \([A-Za-z0-9-]*\):.*/\1/p' "
"""The ids below `editions` in report.yaml: this must answer at once, and a Python would not."""

# An edition is one of the project that is named with --project, else of the folder one stands in.
_EDITIONS = {
    "bash": f"""
_reportpub_editions() {{
  local project=. at
  for ((at = 1; at < COMP_CWORD; at++)); do
    [ "${{COMP_WORDS[at]}}" = --project ] && project="${{COMP_WORDS[at + 1]}}"
  done
  compgen -W "$({_NAMES}"$project/source/report.yaml" 2>/dev/null)" -- "$1"
}}
""",
    "zsh": f"""
_reportpub_editions() {{
  local project=. at
  for ((at = 2; at < CURRENT; at++)); do
    [[ $words[at] == --project ]] && project=$words[at+1]
  done
  compadd -- ${{(f)"$({_NAMES}"$project/source/report.yaml" 2>/dev/null)"}}
}}
""",
    "fish": f"""
function _reportpub_editions
  set -l project .
  set -l words (commandline -opc)
  for at in (seq (count $words))
    test "$words[$at]" = --project; and set project $words[(math $at + 1)]
  end
  {_NAMES}"$project/source/report.yaml" 2>/dev/null
end
""",
}
_COMPLETES = {
    "EDITION": {"bash": "_reportpub_editions", "zsh": "_reportpub_editions", "fish": "(_reportpub_editions)"},
    "DIR": shtab.DIRECTORY,
    "FILE": shtab.FILE,
    "MANUSCRIPT": shtab.FILE,
}


@dataclass(frozen=True, slots=True)
class Completion:
    """Write the script for a shell; `whole` is the parser of all commands."""

    shell: str
    whole: Parser


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help=say("the shell it is for"))
    if isinstance(parser, Parser):
        parser.set_defaults(whole=parser.above or parser)


def _request(said: Namespace) -> Completion:
    return Completion(said.shell, said.whole)


def _run(asked: Completion, terminal: Terminal) -> int:
    for one in below(asked.whole):
        one.description = None  # the line of help is enough between two keys
    for action in _actions(asked.whole):
        if action.help:
            action.help = terminal.words.tell(action.help)
        if action.metavar in _COMPLETES:
            action.complete = _COMPLETES[str(action.metavar)]  # type: ignore[attr-defined]
    script = shtab.complete(asked.whole, asked.shell, preamble=_EDITIONS[asked.shell])
    terminal.say(as_it_is(script))
    return 0


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    for one in below(parser):
        for action in one._actions:  # noqa: SLF001 - argparse has no other way to its arguments
            yield action
            yield from getattr(action, "_choices_actions", ())  # the lines of the commands below


GUIDE = Guide(
    about=say(
        "Writes the script by which a shell completes commands, options, files and the editions of "
        "the project while one types. It is put where the shell looks for such scripts, once."
    ),
    examples=(
        (
            "reportpub completion bash > ~/.local/share/bash-completion/completions/reportpub",
            say("for bash, from the next terminal on"),
        ),
        (
            "reportpub completion zsh > ~/.zfunc/_reportpub",
            say("for zsh; ~/.zshrc says before compinit: fpath+=~/.zfunc"),
        ),
        ("reportpub completion fish > ~/.config/fish/completions/reportpub.fish", say("for fish")),
    ),
    codes=(DONE, TOOL),
)
VERB = Verb(
    "completion",
    say("write the script by which a shell completes what one types"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
