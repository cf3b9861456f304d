"""A sentence is told in either language, wherever it comes from."""

from __future__ import annotations

import json
import pickle
from io import StringIO
from pathlib import Path

import pytest
from tests.small_report import change, copied

from reportpub.cli import main
from reportpub.findings import Span, error
from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.messages.language import asked, preferred
from reportpub.model.arithmetic import NotArithmetic
from reportpub.model.text import Lang
from reportpub.progress import Progress
from reportpub.sentences import NOTHING, Sentence, as_it_is, in_both, listed, say
from reportpub.telling import Format, told
from reportpub.verbs.parsing import broken, columns

CHINESE = Catalogue(Lang.ZH)


def test_a_sentence_reads_as_english_and_is_told_in_chinese() -> None:
    said = say("there is no edition “{name}”", name="zh")
    assert said == "there is no edition “zh”"
    assert CHINESE.tell(said) == "没有版本“zh”"
    assert ENGLISH.tell(said) == said


def test_words_within_a_sentence_are_told_too() -> None:
    said = say("the figure {fact} of", fact="a.b")
    whole = say("{what}[{code}]: {message}", what=say("error"), code="a/b", message=listed([said, said]))
    assert CHINESE.tell(whole) == "错误[a/b]：数据 a.b、数据 a.b"


def test_what_has_no_chinese_is_told_in_english() -> None:
    assert CHINESE.tell(say("nobody says this {odd}", odd=1)) == "nobody says this 1"
    assert CHINESE.tell(as_it_is(Path("a/中"))) == "a/中"
    assert CHINESE.tell(in_both("甲", "A")) == "甲"
    assert ENGLISH.tell(in_both("甲", "A")) == "A"
    assert NOTHING == ""


def test_a_sentence_goes_to_another_process_whole() -> None:
    said = say("{n} {what}s", n=2, what=say("error"))
    finding = error("a/b", said, Span("f", 1, 1))
    again = pickle.loads(pickle.dumps(finding))  # noqa: S301
    assert again == finding
    assert hash(again) == hash(finding)
    assert CHINESE.tell(again.message) == "2个错误"
    assert isinstance(pickle.loads(pickle.dumps(listed(["a", said]))), Sentence)  # noqa: S301


def test_what_an_exception_says_is_kept() -> None:
    wrong = NotArithmetic(say("a bracket is not closed"))
    assert CHINESE.tell(say("“{holds}” cannot be computed: {wrong}", holds="x", wrong=wrong)).endswith(
        "括号没有闭合"
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Lang.EN),
        ({"LANG": "zh_CN.UTF-8"}, Lang.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, Lang.EN),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, Lang.ZH),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, Lang.EN),
        ({"REPORTPUB_LANGUAGE": "zh", "LC_ALL": "C"}, Lang.ZH),
        ({"REPORTPUB_LANGUAGE": "en", "LC_ALL": "zh_CN"}, Lang.EN),
        ({"REPORTPUB_LANGUAGE": "", "LC_ALL": "", "LANG": "zh_CN"}, Lang.ZH),
        ({"LANG": "fr_FR"}, Lang.EN),
    ],
)
def test_the_environment_says_the_language(environment: dict[str, str], language: Lang) -> None:
    assert preferred(environment) is language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ("build", None),
        ("--language zh build", Lang.ZH),
        ("build --language=en", Lang.EN),
        ("build --language fr", None),
        ("build --language", None),
    ],
)
def test_the_arguments_say_the_language(arguments: str, language: Lang | None) -> None:
    assert asked(arguments.split()) is language


def in_chinese(*arguments: str | Path) -> tuple[int, str, str]:
    """Run a command in this process, spoken to in Chinese."""
    out, err = StringIO(), StringIO()
    try:
        code = main([str(argument) for argument in arguments], out, err, CHINESE)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, out.getvalue(), err.getvalue()


def test_findings_keep_their_place_and_code(tmp_path: Path) -> None:
    book = copied(tmp_path / "book")
    change(book, "chapters/01-courts.yaml", "{cases.received}", "{cases.recieved}")
    code, _, err = in_chinese("check", "--project", book)
    assert code == 1
    assert ": 错误[source/unknown-fact]：没有数据“cases.recieved”\n  建议：是不是“cases.received”？\n" in err
    assert "source/chapters/01-courts.yaml:" in err
    code, out, _ = in_chinese("check", "--project", book, "--format", "json")
    (one, *_) = [f for f in json.loads(out) if f["code"] == "source/unknown-fact"]
    assert one["message"] == "没有数据“cases.recieved”"
    assert one["severity"] == "error"


def test_every_form_is_told_in_chinese() -> None:
    found = (error("a/b", say("the file is empty"), Span("f", 2, 3), say("delete it")),)
    assert told(found, Format.TEXT, CHINESE) == "f:2:3: 错误[a/b]：文件是空的\n  建议：请删去\n1个错误"
    assert "文件是空的（请删去）" in told(found, Format.SARIF, CHINESE)
    assert told(found, Format.GITHUB, CHINESE).endswith("a/b: 文件是空的 请删去")


def test_progress_is_told_in_chinese() -> None:
    log = StringIO()
    Progress(log, 1, CHINESE)(("zh", "source"))
    assert log.getvalue() == "zh：源文件\n"


def test_the_help_is_whole_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert in_chinese("build", "--help")[0] == 0
    said = capsys.readouterr().out
    for words in (
        "用法：",
        "参数：",
        "选项：",
        "读取：",
        "写出：",
        "示例：",
        "退出码：",
        "显示这份说明并退出",
    ):
        assert words in said
    assert max(map(columns, said.splitlines())) <= 100
    assert in_chinese("build", "--target", "paper")[0] == 2
    assert "错误：参数 --target：没有 'paper'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("文字排成行。", 10, ["文字排成", "行。"]),
        ("改用 device-cmyk 的浅色", 12, ["改用", "device-cmyk", "的浅色"]),
        ("one two three", 7, ["one two", "three"]),
        ("", 7, []),
    ],
)
def test_lines_are_broken_by_their_width(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines
