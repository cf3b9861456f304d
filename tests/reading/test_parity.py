"""Numbers are compared by value: translations are left in peace, and what they get wrong is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.injected import caught_in_the_report, faults, report, said

from reportpub.checks.manuscripts import Paragraph, compared, manuscript
from reportpub.findings import Span
from reportpub.inputs import Inputs
from reportpub.reading.chinese import read_chinese
from reportpub.reading.english import read_english
from reportpub.reading.pairing import is_chinese, paired
from reportpub.reading.parity import differences

HERE = Path(__file__).parent
TEXTS = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((HERE / "texts").glob("*.yaml"))
}
CASES = yaml.load((HERE.parent / "cases/numbers.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
MANUSCRIPT = HERE.parents[2] / "shared/report-2024/manuscript.txt"
ALLOWED = 3
"""False findings in a hundred pairs."""


def read(lang: str, text: str) -> list[str]:
    """Return the numbers of a text as the cases write them: value, measure, bound."""
    numbers = read_chinese(text) if lang == "zh" else read_english(text)
    return [
        " ".join(filter(None, (f"{float(q.value):.10g}", q.measure.value, q.bound.value if q.bound else "")))
        for q in numbers
    ]


@pytest.mark.parametrize(("lang", "text", "numbers"), CASES["read"])
def test_a_text_is_read_by_the_grammar_of_its_language(lang: str, text: str, numbers: list[str]) -> None:
    assert read(lang, text) == numbers


@pytest.mark.parametrize(("zh", "en"), CASES["same"])
def test_what_says_the_same_is_left_in_peace(zh: str, en: str) -> None:
    assert differences(zh, en) == ()


@pytest.mark.parametrize(("kind", "zh", "en"), CASES["differ"])
def test_what_differs_is_found_and_named(kind: str, zh: str, en: str) -> None:
    assert kind in [found.kind.value for found in differences(zh, en)]


@pytest.mark.parametrize("name", TEXTS)
def test_ordinary_translations_give_few_false_findings(name: str) -> None:
    false = {(zh, found.why) for _, zh, en in TEXTS[name] for found in differences(zh, en)}
    assert len(false) <= ALLOWED * len(TEXTS[name]) // 100, false


@pytest.mark.parametrize("name", TEXTS)
def test_paragraphs_find_their_partners_when_some_are_left_out(name: str) -> None:
    zh = [zh for _, zh, _ in TEXTS[name]]
    en = [en for _, _, en in TEXTS[name]]
    assert all(map(is_chinese, zh))
    assert not any(map(is_chinese, en))
    left = en[:10] + en[13:]
    right = [(i, i if i < 10 else i - 3) for i in range(len(zh)) if not 10 <= i < 13]
    pairs = [(pair.zh[0], pair.en[0]) for pair in paired(zh, left) if pair.zh and pair.en]
    assert sum(pair in right for pair in pairs) >= 0.97 * len(right)


@pytest.mark.skipif(
    not MANUSCRIPT.is_file(), reason="the manuscript of the printed report is not part of the repository"
)
def test_the_manuscript_shows_what_is_wrong_with_it_and_little_else() -> None:
    lines = MANUSCRIPT.read_text("utf-8").splitlines()
    found = compared([Paragraph(line, Span("manuscript", at)) for at, line in enumerate(lines, 1)], {})
    said = [str(f) for f in found]
    assert any("figures/missing" in f and "4.95万件" in f for f in said)
    assert sum("figures/crossed" in f for f in said) == 2
    assert any("figures/unit" in f and "43,667" in f for f in said)
    assert len([f for f in said if "pair/unpaired" not in f]) - 4 <= 9


@pytest.mark.parametrize("seed", [20, 24])
def test_single_faults_in_the_report_are_caught(seed: int) -> None:
    book = report()
    laid = list(faults(said(book), 70, seed))
    missed = [fault for fault in laid if not caught_in_the_report(fault, book)]
    assert len(laid) == 70
    assert len(missed) <= 0.02 * len(laid), missed


CHINESE = st.text(
    st.sampled_from(
        "〇零一二三五七九十百千万亿两半成倍分之第年月日时点个人元%.,0159多余近约超—至折翻番旬世纪后块GA：·"
    ),
    max_size=14,
)
ENGLISH = st.lists(
    st.sampled_from(
        [
            "one",
            "two",
            "twenty",
            "hundred",
            "million",
            "and",
            "a",
            "half",
            "third",
            "quarter",
            "of",
            "-",
            "1",
            "23",
            "4.5",
            "1,000",
            "%",
            "percent",
            "points",
            "March",
            "2024",
            "st",
            "$",
            "RMB",
            "bn",
            "p.m.",
            "noon",
            ":",
            "30",
            "dozen",
            "century",
            "first",
            "times",
            "fold",
            "in",
            "per",
            "½",
            "BC",
            "II",
            "IX",
            "/",
        ]
    ),
    max_size=10,
).map(" ".join)


@given(CHINESE, ENGLISH)
def test_no_text_is_beyond_reading(zh: str, en: str) -> None:
    for number in (*read_chinese(zh), *read_english(en)):
        assert 0 <= number.start <= number.end
    assert isinstance(differences(zh, en), tuple)


ZH_LINES = ("一、案件", "新收案件83308件。", "审结案件61200件，同比下降8.54%。")
EN_LINES = ("I. Cases", "There were 83,380 new cases.", "61,200 were concluded, down 8.54% year on year.")


@pytest.mark.parametrize("laid", ["two parts", "interleaved", "one below the other", "two columns"])
def test_one_word_file_may_hold_both_languages_in_any_way(laid: str, tmp_path: Path) -> None:
    document = Document()
    lines = list(zip(ZH_LINES, EN_LINES, strict=True))
    match laid:
        case "two parts":
            for line in (*ZH_LINES, *EN_LINES):
                document.add_paragraph(line)
        case "interleaved":
            for pair in lines:
                for line in pair:
                    document.add_paragraph(line)
        case "one below the other":
            for zh, en in lines:
                document.add_paragraph(zh).add_run().add_break()
                document.paragraphs[-1].add_run(en)
        case _:
            table = document.add_table(rows=0, cols=2)
            for zh, en in lines:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = zh, en
    document.save(str(tmp_path / "both.docx"))
    (found,) = compared(manuscript(tmp_path / "both.docx", Inputs(tmp_path)), {})
    assert found.code == "figures/changed"
    assert "83308" in found.message
    assert [r.said for r in found.related] == ["新收案件83308件。"]


def test_word_files_are_compared_as_texts_are(tmp_path: Path) -> None:
    for name, lines in (
        ("zh", ("一、案件", "新收案件83308件。")),
        ("en", ("I. Cases", "There were 83,380 new cases.")),
    ):
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(tmp_path / f"{name}.docx"))
    inputs = Inputs(tmp_path)
    said_there = [p for name in ("zh", "en") for p in manuscript(tmp_path / f"{name}.docx", inputs)]
    (found,) = compared(said_there, {})
    assert found.code == "figures/changed"
    assert found.span is not None
    assert (Path(found.span.file).name, found.span.line) == ("en.docx", 2)


def test_an_endless_numeral_is_no_number() -> None:
    for endless in ("1" * 5000, "1," * 3000, "一万" * 200):
        assert differences(f"共{endless}件。", f"There were {endless} cases.") == ()
