"""Every rule of typography counts the faults put into a small PDF and finds none in a clean one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reportpub.checks.typography.rules import LIMITS, RULES
from reportpub.checks.typography.sheet import Sheet, judge
from reportpub.inputs import Inputs
from reportpub.render.pdf import lay_out

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
MEASURE = 24
"""em: every line is set by hand, one element for each."""
LINES = 40
FAULTS = 4
STYLE = f"""
@font-face {{ font-family: "RP Song"; src: url({(FONTS / "RPSong-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: "RP Serif"; src: url({(FONTS / "RPSerif-Regular.ttf").as_uri()}) }}
@page {{ size: 160mm 350mm; margin: 15mm }}
body {{ margin: 0; width: {MEASURE}em; font: 10pt/18pt "RP Song"; }}
div {{ white-space: nowrap; height: 18pt }} [lang=en] {{ font-family: "RP Serif" }} i {{ font-style: normal }}
.far {{ margin-left: .8em }} .off {{ margin-left: .45em }} .near {{ margin-left: .25em }}
.hole {{ margin-left: .4em }} .slant {{ display: inline-block; transform: skewX(-12deg) }}
.latin {{ font-family: "RP Serif" }} .shift {{ padding-top: 5pt }} .break {{ break-before: page }}
.head {{ font-size: 16pt; margin-top: 18pt }}
"""
WORDS = "知识产权保护状况报告是每年四月由编辑部写成并以两种文字付印的书其中所有数字都来自各个部门"
Lines = list[str]


def words(count: int) -> str:
    """Return so many Han characters."""
    return (WORDS * 2)[:count]


def line(text: str, style: str = "", kind: str = "") -> str:
    """Return one line; with a style of its own where one is given."""
    return f'<div class="{kind}" style="{style}">{text}</div>'


def text(change: Callable[[int], Sequence[str]] | None = None) -> str:
    """Return a text of paragraphs of ten lines, in which `change` replaces lines from a place on."""
    lines = [words(MEASURE) for _ in range(LINES)]
    made = [line("　　" + words(MEASURE - 2)) if at % 10 == 0 else line(one) for at, one in enumerate(lines)]
    for fault in range(FAULTS if change else 0):
        at = fault * 10 + 4
        changed = change(fault) if change else ()
        made[at : at + len(changed)] = changed
    # The last line of all ends its paragraph in short.
    return "".join([*made, line(words(9))])


def judged(body: str) -> Sheet:
    """Return what is found in a small document."""
    html = (
        f'<!doctype html><html lang="zh-Hans"><head><style>{STYLE}</style></head><body>{body}</body></html>'
    )
    return judge(lay_out(html, FONTS, Inputs(ROOT, ROOT), composed=False).plain())


def within(inner: str, width: float) -> list[str]:
    """Return a line that holds something so many em wide among Han."""
    before = (MEASURE - int(width)) // 2
    return [line(words(before) + inner + words(MEASURE - int(width) - before))]


CHINESE: dict[str, Callable[[int], Sequence[str]]] = {
    "line-start": lambda _: [line("，" + words(MEASURE - 1))],
    "line-end": lambda _: [line(words(MEASURE - 1) + "（")],
    "split-dash": lambda _: [line(words(MEASURE - 1) + "—"), line("—" + words(MEASURE - 1))],
    "broken-number": lambda _: [line(words(MEASURE - 1) + "12"), line("34" + words(MEASURE - 1))],
    "number-unit": lambda _: [line(words(MEASURE - 1) + "12"), line("件" + words(MEASURE - 1))],
    "pair": lambda _: within("）。", 2),
    "line-end-mark": lambda _: [line(words(MEASURE - 1) + "。")],
    "gap-missing": lambda _: within('AAA<i class="near"></i>', 2),
    "gap-wide": lambda _: within('<i class="far">AAA</i><i class="near"></i>', 3),
    "gap-stretched": lambda _: within('<i class="off">AAA</i><i class="near"></i>', 3),
    "typed-space": lambda _: within('A A<i class="near"></i>知 A<i class="near"></i>', 3),
    "ragged": lambda _: [line(words(MEASURE - 2))],
    "loose": lambda _: [line(words(MEASURE - 2), "letter-spacing: .0909em")],
    "very-loose": lambda _: [line(words(MEASURE - 4), "letter-spacing: .2em")],
    "tight": lambda _: [line(words(MEASURE + 1), "letter-spacing: -.042em")],
    "uneven": lambda _: [line(f'{words(4)}<i class="hole">{words(19)}</i>')],
    "hole": lambda _: [line(f'{words(4)}<i class="hole">{words(19)}</i>')],
    "single-character": lambda _: [line("知"), line("　　" + words(MEASURE - 2))],
    "latin-quotes": lambda _: within('<i class="latin">“</i>', 1),
    "ascii-marks": lambda _: within(",", 1),
    "forged-face": lambda _: within('<i class="slant">知</i>', 1),
    "overfull": lambda fault: [line(words(MEASURE + 1 + fault))],
}
"""What puts one fault of a rule into a text."""


@pytest.mark.parametrize("rule", CHINESE)
def test_the_faults_of_a_rule_are_counted(rule: str) -> None:
    assert judged(text(CHINESE[rule])).counts[rule] == FAULTS


def test_a_clean_text_has_none() -> None:
    sheet = judged(text())
    assert dict(sheet.counts) == {}
    assert dict(sheet.lines) == {"zh-wide": LINES + 1}
    assert sheet.demerits == {"zh-wide": 0.0, "off-grid": 0.0}


SENTENCE = "Courts across the province heard cases of many kinds in that year and the year before it"


def english(change: Callable[[int], Sequence[str]] | None = None) -> str:
    """Return an English text, its lines set by hand."""
    made = [line(SENTENCE) for _ in range(LINES)]
    for fault in range(FAULTS if change else 0):
        at = fault * 10 + 4
        changed = change(fault) if change else ()
        made[at : at + len(changed)] = changed
    body = "".join([*made, line("and so on until the end.")])
    return f'<section lang="en">{body}</section>'


FIRST = SENTENCE.rpartition(" and ")[0]
ENGLISH: dict[str, Callable[[int], Sequence[str]]] = {
    "english-loose": lambda _: [line(FIRST, "word-spacing: .25em")],
    "english-very-loose": lambda _: [line(FIRST, "word-spacing: .5em")],
    "english-tight": lambda _: [line(SENTENCE, "word-spacing: -.15em")],
    "hyphen-ladder": lambda _: [line(SENTENCE + "-")] * 3,
    "straight-quotes": lambda _: [line(SENTENCE.replace("many", '"many"'))],
    "hyphen-in-range": lambda _: [line(SENTENCE.replace("many", "10-20"))],
    "english-ragged": lambda _: [line(FIRST)],
    "runt": lambda _: [line("end."), line(SENTENCE, "padding-left: 1em")],
}


@pytest.mark.parametrize("rule", ENGLISH)
def test_the_faults_of_an_english_rule_are_counted(rule: str) -> None:
    assert judged(english(ENGLISH[rule])).counts[rule] == FAULTS


def test_a_clean_english_text_has_none() -> None:
    sheet = judged(english())
    assert dict(sheet.counts) == {}
    assert dict(sheet.lines) == {"en-wide": LINES + 1}


FULL = line(words(MEASURE))
OPENS = line("　　" + words(MEASURE - 2))
SHORT = line(words(9))
NEXT = line(words(MEASURE), kind="break")
PAGES = {
    "widow": OPENS + FULL * 8 + line(words(9), kind="break") + (OPENS + FULL * 7) * 2,
    "orphan": (OPENS + FULL * 8) * 2 + OPENS + NEXT + FULL * 6 + (OPENS + FULL * 8),
    "stranded-heading": (OPENS + FULL * 8) * 2 + line("知识产权", kind="head") + NEXT + FULL * 8,
    "off-grid": (OPENS + FULL * 8) * 4 + line(words(9), kind="shift"),
}


@pytest.mark.parametrize("rule", PAGES)
def test_a_fault_of_a_page_is_found(rule: str) -> None:
    assert judged(PAGES[rule]).counts[rule] == 1


def test_columns_that_nearly_stand_level_are_found() -> None:
    def column(top: str) -> str:
        return f'<section style="float: left; width: 26em; padding-top: {top}">{FULL * 12}</section>'

    wide = "<style>@page { size: 260mm 300mm } body { width: 60em !important }</style>"
    assert not judged(wide + column("0") + column("0")).counts["unlevel"]
    assert judged(wide + column("0") + column("3pt")).counts["unlevel"] == 12


WIDE = "<style>@page { size: 260mm 300mm } body { width: 66em !important }</style>"


def both(top: str) -> Sheet:
    """Return what is found where English stands beside Chinese, from `top` on."""
    left = f'<section style="float: left; width: 26em">{(OPENS + FULL * 3) * 3}</section>'
    right = line(SENTENCE) * 12
    side = f'<section lang="en" style="float: left; width: 40em; padding-top: {top}">{right}</section>'
    return judged(WIDE + left + side)


def test_what_begins_side_by_side_stands_level() -> None:
    clean = both("0").counts["row-apart"]
    assert (clean, both("3pt").counts["row-apart"]) == (0, 3)


def test_english_that_begins_with_nothing_beside_it_is_found() -> None:
    def beside(rows: int) -> Sheet:
        left = f'<section style="float: left; width: 26em">{OPENS + FULL * rows}</section>'
        opens = (
            line(SENTENCE) * 2 + line(SENTENCE, "text-indent: 1.5em; margin-top: 18pt") + line(SENTENCE) * 2
        )
        right = f'<section lang="en" style="float: left; width: 40em">{opens * 3}</section>'
        return judged(WIDE + left + right)

    assert (beside(17).counts["row-apart"], beside(2).counts["row-apart"]) == (0, 3)


GOES_ON = line("　　" + words(MEASURE - 2), kind="break")
TABLE = line("表1", "font-size: 8pt", kind="break")
HEADING = line("三、司法保护", kind="break")
KEY = line("83308件", "font-size: 8pt")
CHAPTER = line("第二章", "font-size: 20pt; height: 36pt", kind="break")


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (line("　　" + words(MEASURE - 2), kind="break") + FULL * 40, 1),
        (TABLE + FULL, 0),
        (CHAPTER + FULL, 0),
        (HEADING + KEY + FULL, 0),
        (HEADING + FULL * 40, 1),
    ],
)
def test_white_at_the_foot_needs_a_reason(after: str, found: int) -> None:
    full, short = OPENS + FULL * 49, GOES_ON + FULL * 36
    assert judged(full + short + after).counts["blank-foot"] == found


def test_every_rule_has_its_faults() -> None:
    assert {*CHINESE, *ENGLISH, *PAGES, "unlevel", "row-apart", "blank-foot"} == set(RULES)


def test_limits_are_known_for_every_class_and_the_same_for_every_edition() -> None:
    assert LIMITS == {
        "zh-wide": 0.05,
        "zh-narrow": 0.15,
        "en-wide": 0.15,
        "en-narrow": 0.25,
        "off-grid": 0.005,
    }
    assert all(re.fullmatch(r"[a-z-]+", rule) for rule in RULES)
