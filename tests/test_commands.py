"""What the command line answers: exit codes, words on each stream, and help for everything."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from tests.small_report import ask, change, copied

from reportpub.cli import parser, request
from reportpub.model.report import Target
from reportpub.programs import run
from reportpub.telling import Format
from reportpub.verbs.build import Build
from reportpub.verbs.check import Check
from reportpub.verbs.doctor import Doctor
from reportpub.verbs.new import New
from reportpub.verbs.schema import Schema
from reportpub.verbs.verify import Verify

ROOT = Path(__file__).parents[1]


class Change(TypedDict):
    """Words to replace in a source file."""

    file: str
    old: str
    new: str


class Step(TypedDict, total=False):
    """A change, or a command with its answer."""

    change: Change
    ask: str
    code: int
    out: list[str]
    err: list[str]
    reads: str
    files: list[str]


class Case(TypedDict, total=False):
    """What is asked of one copy of the small report."""

    title: str
    faults: list[Change]
    writes: dict[str, str]
    steps: list[Step]


CASES: list[Case] = yaml.safe_load((ROOT / "tests" / "test_commands.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_command_answers_as_expected(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = copied(tmp_path / "book")
    (tmp_path / "empty").mkdir()
    for fault in case.get("faults", []):
        change(book, **fault)
    for name, text in case.get("writes", {}).items():
        (book / name).write_text(text, "utf-8")

    def placed(words: str) -> str:
        return words.replace("BOOK", str(book)).replace("TMP", str(tmp_path / "empty"))

    for step in case["steps"]:
        if "change" in step:
            change(book, **step["change"])
            continue
        try:
            code, out, err = ask(*(placed(word) for word in step["ask"].split()))
        except SystemExit as ended:  # argparse prints by itself and ends the program
            code, (out, err) = int(str(ended.code or 0)), capsys.readouterr()
        assert code == step["code"], (step["ask"], out, err)
        for stream, words in ((out, step.get("out")), (err, step.get("err"))):
            if words is not None:
                assert stream == "" if words == [] else not [w for w in words if w not in stream], stream
        if step.get("reads") == "json":
            json.loads(out)
        assert [file for file in step.get("files", []) if not Path(placed(file)).is_file()] == []


def verbs() -> dict[str, argparse.ArgumentParser]:
    (below,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
    return dict(below.choices)


@pytest.mark.parametrize("verb", verbs())
def test_every_option_says_what_it_is_for(verb: str) -> None:
    assert [action.dest for action in verbs()[verb]._actions if not action.help] == []  # noqa: SLF001


@pytest.mark.parametrize("verb", verbs())
def test_every_command_stands_in_the_readme(verb: str) -> None:
    assert re.search(rf"\breportpub {verb}\b|`{verb}\b", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("build", Build((Path(),), None, "", (), (), release=False, format=Format.TEXT)),
        (
            "build zh en --target print --target docx --release --format json --project p",
            Build(
                (Path("p"),),
                None,
                "",
                ("zh", "en"),
                (Target.PRINT, Target.DOCX),
                release=True,
                format=Format.JSON,
            ),
        ),
        (
            "build --project p --project q --projects list --scheduler tcp://s:8786",
            Build(
                (Path("p"), Path("q")),
                Path("list"),
                "tcp://s:8786",
                (),
                (),
                release=False,
                format=Format.TEXT,
            ),
        ),
        ("check --release", Check(Path(), release=True, format=Format.TEXT)),
        ("verify zh --target screen", Verify(Path(), ("zh",), (Target.SCREEN,), Format.TEXT)),
        ("doctor --project p", Doctor(Path("p"))),
        ("schema", Schema(Path("schema"))),
        ("new p", New(Path("p"))),
    ],
)
def test_words_become_a_command(words: str, meant: object) -> None:
    assert request(words.split()) == meant


def test_a_pipe_that_knows_no_chinese_still_gets_every_line(tmp_path: Path) -> None:
    book = copied(tmp_path / "book")
    change(book, "chapters/00-preface.yaml", "本书含", "本书𰻞含")
    done = run(
        Path(sys.executable),
        ["-I", "-m", "reportpub", "check", "--project", str(book)],
        cwd=tmp_path,
        timeout=60,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert done.code == 1
    assert "𰻞" in done.stderr.decode("utf-8")


def test_asking_leaves_the_streams_of_the_process_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("doctor", "--project", ROOT).code == 0
    assert capsys.readouterr() == ("", "")
