"""A small manuscript of our own, with the faults of real ones, becomes a project that says what it says."""

import re
from pathlib import Path

import pytest
from tests.adoption.structure import adopt, outline
from tests.small_report import ask

from reportpub.checks.said import words
from reportpub.inputs import Inputs
from reportpub.model.blocks import Paragraph
from reportpub.model.text import Lang
from reportpub.model.walk import texts
from reportpub.source.load import load_report
from reportpub.typeset.normalise import normalise

TWIN = Path(__file__).with_name("twin.txt")
LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[IVX]+\. |[A-H]\. )")


def letters(text: str) -> str:
    """Return a text without white, which is set anew, and with the marks of notes on the English as typed."""
    return re.sub(r"\s+", "", text)


def manuscript(path: Path, lang: Lang) -> list[str]:
    """Return the lines of a manuscript in one language, repaired by the rules of the product."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    han = [bool(re.search("[㐀-鿿]", line)) for line in lines]
    said = [line for line, is_han in zip(lines, han, strict=True) if is_han is (lang is Lang.ZH)]
    return [normalise(line, "zh" if lang is Lang.ZH else "en").text for line in said]


def project(path: Path, lang: Lang) -> str:
    """Return everything a project says in one language, as its readers read it, without what was supplied."""
    report, _ = load_report(path, Inputs(path))
    stop = "。" if lang is Lang.ZH else "."
    said = [(report.metadata.title, "")]
    for chapter in report.chapters:
        if chapter.id != "preface":
            said.append((chapter.title.text, ""))
        for block in chapter.blocks:
            if isinstance(block, Paragraph):
                said += [(block.lead, stop), (block.text, "")] if block.lead else [(block.text, "")]
            else:
                said += [(text, "") for text in texts(block)]
    spoken = ""
    for text, end in said:
        passage = text.zh if lang is Lang.ZH else text.en
        if passage is not None:
            spoken += words(passage, report) + end
    return letters(spoken)


@pytest.mark.parametrize("lang", list(Lang))
def test_every_character_of_the_twin_is_kept(tmp_path: Path, lang: Lang) -> None:
    asked = ask("adopt", TWIN, "--into", tmp_path / "made")
    assert asked.code == 0, asked.err
    kept = project(tmp_path / "made", lang)
    lines = manuscript(TWIN, lang)
    wanted = "".join(LABEL.sub("", line) for line in lines if "for reference only" not in line)
    assert kept == letters(wanted)


def test_the_twin_has_the_structure_its_authors_meant(tmp_path: Path) -> None:
    made = adopt(tmp_path, ("twin.txt", TWIN.read_bytes()))
    lines = outline(made)
    kinds = [line.split(" | ")[0] for line in lines]
    assert kinds == [
        "report", "front", "paragraph", "body", "heading2", "paragraph", "paragraph", "heading2", "paragraph",
        "body", "paragraph", "paragraph", "body", "paragraph",
    ]  # fmt: skip
    assert "paragraph | 健全制度 / Improving the rules || " in lines[5]
    assert lines[-1].startswith("paragraph | 深化合作 / - || ")
    assert lines[-1].endswith("(missing)")


def test_the_twin_builds_at_once_and_its_report_tells_everything(tmp_path: Path) -> None:
    done = ask("adopt", TWIN, "--into", tmp_path / "made")
    assert done.code == 0, done.err
    assert "reportpub build --project" in done.out
    for code in ("adopt/no-english", "adopt/cut-off"):
        assert (code in done.err) is (code == "adopt/no-english")
    told = (tmp_path / "made" / "adoption.md").read_text("utf-8")
    for title in ("Pairs", "Without a partner", "Repairs", "Doubts", "Facts", "Left out"):
        assert f"· {title}" in told
    facts = (tmp_path / "made" / "source" / "facts.yaml").read_text("utf-8")
    for value in ("83308", "692600", "8850000000", "23000", "8.54"):
        assert f"value: {value}\n" in facts
    built = ask("build", "zh", "--target", "print", "--project", tmp_path / "made")
    assert built.code == 0, built.err
