"""Texts the composer was not tuned on are set well, and as well as when the figures were pinned."""

from pathlib import Path

import pytest
import yaml
from tests.typeset.demerits import Verdict, judge
from tests.typeset.shapers import FaceShaper

from reportpub.typeset.compose import compose
from reportpub.typeset.lines import Language, Piece, Setting

FOLDER = Path(__file__).parents[1] / "cases"
CASES = yaml.safe_load((FOLDER / "typeset.yaml").read_text(encoding="utf-8"))
LONGER = yaml.safe_load((FOLDER / "held_out.yaml").read_text(encoding="utf-8"))
INDENT = {"zh": 2.0, "en": 1.0}
PINNED = [
    (lang, measure, figures) for lang, rows in CASES["pinned"].items() for measure, figures in rows.items()
]


def verdict(lang: Language, measure: float) -> Verdict:
    """Return the verdict on all held-out texts of a language at a measure."""
    shaper = FaceShaper(lang)
    texts = [text.strip() for held in (CASES, LONGER) for kind in held[lang].values() for text in kind]
    paragraphs = []
    for text in texts:
        found = compose([Piece(text, 0)], lang, measure, INDENT[lang], Setting.JUSTIFIED, shaper)
        assert found is not None
        paragraphs.append(found)
    return judge(paragraphs, lang, measure, INDENT[lang], shaper)


@pytest.mark.parametrize(("lang", "measure", "figures"), PINNED)
def test_held_out_texts_are_as_good_as_pinned(
    lang: Language, measure: float, figures: dict[str, float]
) -> None:
    found = verdict(lang, measure)
    assert {
        "lines": found.lines,
        "demerits": round(found.per_line, 3),
        "loosest": round(found.loosest, 3),
    } == figures


@pytest.mark.parametrize(("lang", "measure", "figures"), PINNED)
def test_no_rule_is_broken_in_held_out_texts(
    lang: Language, measure: float, figures: dict[str, float]
) -> None:
    del figures
    broken = [name for name, weight in verdict(lang, measure).faults if weight >= 5]
    assert broken == []


COMPARED = yaml.safe_load((FOLDER / "typst.yaml").read_text(encoding="utf-8"))
SETS = {
    "held-out": (CASES, LONGER),
    **{
        name: (yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")),)
        for name in ("unseen", "further", "fresh")
    },
}


@pytest.mark.parametrize(
    ("texts", "lang", "measure"),
    [
        (texts, lang, measure)
        for texts, of in COMPARED.items()
        for lang, rows in of.items()
        for measure in rows
    ],
)
def test_no_kind_of_text_is_set_worse_than_by_typst(texts: str, lang: str, measure: int) -> None:
    row = COMPARED[texts][lang][measure]
    assert [kind for kind, (ours, typst) in row.items() if ours > typst] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("texts", "files"), SETS.items())
def test_every_kind_of_held_out_text_is_compared(
    texts: str, files: tuple[dict[str, dict[str, object]], ...], lang: str
) -> None:
    kinds = {kind for file in files for kind in file[lang]} | {"all"}
    assert all(row.keys() == kinds for row in COMPARED[texts][lang].values())
