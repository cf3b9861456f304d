"""The report is in our own words: nothing but names runs on as the printed report of the year has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.source.shared_runs import Piece, between_names, pieces, said, shared_runs, windows

from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.model.report import Arrangement
from reportpub.model.text import Inlines, Lang, Named, Str
from reportpub.model.walk import texts
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
PRINTED = ROOT.parent / "shared" / "report-2024" / "manuscript.txt"
LENGTH = {Lang.ZH: 20, Lang.EN: 10}
"""So many characters, or words, in a row are a sentence taken over."""
FEW = {Lang.ZH: 6, Lang.EN: 5}
"""So many of our own may lie around and between names that follow on each other as in print."""

needs_print = pytest.mark.skipif(
    not PRINTED.is_file(), reason="the printed report does not lie beside this checkout"
)


def passages() -> Iterator[tuple[str, Lang, Inlines]]:
    """Yield every passage of the report as a reader sees it, with the block it stands in."""
    report, _ = load_report(ROOT, Inputs(ROOT))
    spec = next(spec for spec in report.editions if spec.arrangement is Arrangement.PARALLEL)
    for chapter in (chapter for part in resolve(report, spec).parts for chapter in part.chapters):
        for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
            for text in texts(block):
                for passage in text.passages:
                    yield block.id, passage.lang, passage.inlines


def written(run: list[Piece]) -> str:
    return " ".join(piece.text for piece in run)


@needs_print
def test_no_sentence_of_the_printed_report_is_taken_over() -> None:
    text = PRINTED.read_text("utf-8")
    printed = {lang: windows(pieces(text, lang), LENGTH[lang]) for lang in Lang}
    taken = [
        f"{block}: {written(run)}"
        for block, lang, inlines in passages()
        for stretch in between_names(said(inlines, lang))
        for run in shared_runs(stretch, printed[lang], LENGTH[lang])
    ]
    assert taken == []


@needs_print
def test_names_are_not_strung_together_as_in_print() -> None:
    text = PRINTED.read_text("utf-8")
    printed = {lang: windows(pieces(text, lang), LENGTH[lang]) for lang in Lang}
    taken = [
        f"{block}: {written(run)}"
        for block, lang, inlines in passages()
        for run in shared_runs(said(inlines, lang), printed[lang], LENGTH[lang])
        if sum(not piece.name for piece in run) > FEW[lang]
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("lang", "printed", "own", "runs"),
    [
        (
            Lang.ZH,
            "全省各级法院新收各类知识产权案件,同比减少;审结案件数量超过新收案件数量。",
            "一年来，全省各级法院新收“各类知识产权案件”同比减少，办结的更多。",
            ["全 省 各 级 法 院 新 收 各 类 知 识 产 权 案 件 同 比 减 少"],
        ),
        (
            Lang.ZH,
            "全省各级法院新收各类知识产权案件,同比减少;审结案件数量超过新收案件数量。",
            "各级法院新收各类知识产权案件同比减少，了结的案件比新收的多。",
            [],
        ),
        (
            Lang.EN,
            "In 2024, courts across the province received new cases of all kinds, down on the year before.",
            "Courts across the Province received new cases of all kinds—down 8.54%.",
            ["courts across the province received new cases of all kinds down"],
        ),
        (
            Lang.EN,
            "In 2024, courts across the province received new cases of all kinds, down on the year before.",
            "New cases of all kinds were fewer than a year ago; courts across the province said so.",
            [],
        ),
    ],
)
def test_a_run_that_is_taken_over_is_found_and_no_other(
    lang: Lang, printed: str, own: str, runs: list[str]
) -> None:
    found = shared_runs(said((Str(own),), lang), windows(pieces(printed, lang), LENGTH[lang]), LENGTH[lang])
    assert [written(run) for run in found] == runs


def test_a_name_breaks_a_run() -> None:
    name = "中新广州知识城知识产权运用和保护综合改革试验"
    printed = windows(pieces(f"深化{name}取得新的成效", Lang.ZH), LENGTH[Lang.ZH])
    own = said((Str("继续深化"), Named("kc-reform", name), Str("，取得新的成效。")), Lang.ZH)
    assert not [run for part in between_names(own) for run in shared_runs(part, printed, LENGTH[Lang.ZH])]
    (whole,) = shared_runs(own, printed, LENGTH[Lang.ZH])
    assert sum(not piece.name for piece in whole) == len("深化取得新的成效")
