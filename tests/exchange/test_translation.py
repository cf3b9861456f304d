"""The English goes out and comes back with every figure; what was made from other Chinese is stale."""

from pathlib import Path

import pytest
from tests.exchange.reports import ROOT, rewritten
from tests.small_report import ask, change, contents, copied
from translate.storage.pypo import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File

from reportpub.exchange.files import files
from reportpub.exchange.translation import po, xliff
from reportpub.exchange.translation.units import pieces, protected, typed, units
from reportpub.inputs import Inputs
from reportpub.model.text import Lang
from reportpub.source.load import load_report

CHAPTER = "source/chapters/00-preface.yaml"
SAID = "This report holds a block of every kind."
INTAKE = (
    "Courts received {cases.received} new cases, {cases.received.yoy:yoy};[^courts-scope] {@courts-table}."
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copied(tmp_path / "book")


def exported(project: Path, *more: str) -> Path:
    said = ask("translate", "export", *more, "--project", project)
    assert said.code == 0, said.err
    return Path(said.out.split("\n", 1)[0])


def take(project: Path, file: Path, code: int = 0) -> str:
    said = ask("translate", "import", file, "--project", project)
    assert said.code == code, said.err
    return said.out + said.err


def swapped(path: Path, old: str, new: str, *, times: int = 1) -> Path:
    text = path.read_text("utf-8")
    assert text.count(old) == times, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_every_text_of_the_report_goes_out_and_comes_back_as_it_is_typed() -> None:
    inputs = Inputs(ROOT)
    report, _ = load_report(ROOT, inputs)
    told = tuple(units(report, files(report, inputs)))
    assert len({unit.id for unit in told}) == len(told) > 500
    for unit in told:
        assert typed(pieces(unit.zh, Lang.ZH)) == unit.zh
        assert typed(pieces(unit.en, Lang.EN)) == unit.en
    said = xliff.read(xliff.xliff(told, report.id, "all", lambda piece, _: piece.text), "x")
    assert [(u.id, u.source, u.target) for u in said.units] == [(u.id, u.zh, u.en) for u in told]
    said = po.read(po.po(told, report.id, "all", lambda piece, _: piece.text), "x")
    assert [(u.id, u.source, u.target) for u in said.units] == [(u.id, u.zh, u.en) for u in told]


@pytest.mark.parametrize("form", ["xliff", "po", "docx"])
def test_a_file_that_comes_back_as_it_went_changes_nothing(book: Path, form: str) -> None:
    file = exported(book, "--as", form)
    before = {name: told[0] for name, told in contents(book / "source").items()}
    assert take(book, file) == "0 translations were taken in\n"
    after = {name: told[0] for name, told in contents(book / "source").items()}
    assert after.pop("translations.yaml")
    assert after == before
    assert load_report(book, Inputs(book))[0].chapters[0].blocks[0].status == "final"


def test_tools_of_translators_leave_the_files_as_they_are(book: Path) -> None:
    went = exported(book).read_bytes()
    store = Xliff1File.parsestring(went)  # type: ignore[no-untyped-call]
    assert xliff.read(bytes(store), "x") == xliff.read(went, "x")
    assert len(store.units) == len(xliff.read(went, "x").units)
    went = exported(book, "--as", "po").read_bytes()
    store = pofile.parsestring(went)  # type: ignore[no-untyped-call]
    assert po.read(bytes(store), "x") == po.read(went, "x")
    went = exported(book, "--as", "tmx").read_bytes()
    memory = tmxfile.parsestring(went)  # type: ignore[no-untyped-call]
    again = tmxfile.parsestring(bytes(memory))  # type: ignore[no-untyped-call]
    assert [(u.source, u.target) for u in again.units] == [(u.source, u.target) for u in memory.units]
    assert SAID in {unit.target for unit in memory.units}


def test_a_translation_is_typed_where_it_belongs_and_nothing_else_moves(book: Path) -> None:
    before = (book / CHAPTER).read_text("utf-8")
    file = swapped(exported(book), SAID, "This report holds one block of every kind.")
    assert "1 translations" in take(book, file)
    assert (book / CHAPTER).read_text("utf-8") == before.replace(
        SAID, "This report holds one block of every kind."
    )


@pytest.mark.parametrize("form", ["xliff", "po"])
def test_missing_english_is_written_beside_the_chinese(book: Path, form: str) -> None:
    change(book, "chapters/00-preface.yaml", f", en: {SAID}", "")
    change(
        book, "chapters/00-preface.yaml", "- id: preface-words", "- id: preface-words\n    status: missing"
    )
    file = exported(book, "--as", form, "--todo")
    if form == "xliff":
        swapped(
            file, "</source></trans-unit>", f'</source><target state="final">{SAID}</target></trans-unit>'
        )
    else:
        swapped(file, 'msgid "本书含各种块。"\nmsgstr ""', f'msgid "本书含各种块。"\nmsgstr "{SAID}"')
    take(book, file)
    text = (book / CHAPTER).read_text("utf-8")
    assert f"paragraph: {{zh: 本书含各种块。, en: '{SAID}'}}" in text
    assert "status: final" in text


def test_what_is_lost_damaged_or_foreign_is_a_finding(book: Path) -> None:
    good = exported(book).read_text("utf-8")
    file = book / "back.xlf"
    cases = {
        ('id="cases.received" ctype', 'id="cases.other" ctype'): "translate/inline",
        ('<trans-unit id="preface-words.text"', '<trans-unit id="preface-wordz.text"'): "translate/lost",
        ("report=book", "report=other"): "translate/foreign",
        ("urn:oasis:names:tc:xliff:document:1.2", "urn:other"): "translate/foreign",
        ("</xliff>", ""): "package/xml",
    }
    before = (book / CHAPTER).read_text("utf-8")
    for (old, new), code in cases.items():
        assert old in good
        file.write_text(good.replace(old, new), "utf-8")
        said = ask("translate", "import", file, "--project", book)
        assert f"[{code}]" in said.err, (old, said.err)
    (book / "back.po").write_text("nonsense\n", "utf-8")
    said = ask("translate", "import", book / "back.po", "--project", book)
    assert (said.code, "translate/foreign" in said.err) == (1, True)
    swapped(exported(book, "--as", "po"), SAID, f"{SAID} {{oops").rename(book / "back.po")
    said = ask("translate", "import", book / "back.po", "--project", book)
    assert (said.code, "translate/marks" in said.err) == (1, True)
    (book / "back.txt").write_text("nonsense\n", "utf-8")
    said = ask("translate", "import", book / "back.txt", "--project", book)
    assert (said.code, "translate/foreign" in said.err) == (2, True)
    assert (book / CHAPTER).read_text("utf-8") == before


def test_english_is_stale_when_its_chinese_changed_and_not_when_a_figure_did(book: Path) -> None:
    assert ask("translate", "status", "--reviewed", "--project", book).code == 0
    change(book, "facts.yaml", "value: 83308", "value: 83309")
    assert "stale" not in ask("translate", "status", "--project", book).out
    assert ask("check", "--release", "--project", book).code == 0
    change(book, "chapters/01-courts.yaml", "全省法院新收案件", "全省各级法院新收案件")
    said = ask("translate", "status", "--project", book).out
    assert "courts-intake is stale" in said
    assert "1 stale, " in said
    refused = ask("check", "--release", "--project", book)
    assert (refused.code, "release/stale" in refused.err) == (1, True)
    assert "release/stale" not in ask("check", "--project", book).err
    assert ask("translate", "status", "--reviewed", "courts-intake", "--project", book).code == 0
    assert ask("check", "--release", "--project", book).code == 0
    unknown = ask("translate", "status", "--reviewed", "no-such", "--project", book)
    assert (unknown.code, "translate/unknown" in unknown.err) == (2, True)


def test_a_file_made_from_older_chinese_leaves_its_english_stale(book: Path) -> None:
    file = swapped(exported(book), SAID, "This report holds one block of every kind.")
    change(book, "chapters/00-preface.yaml", "本书含各种块。", "本书含各种块和图。")
    assert "translate/source" in take(book, file)
    assert "preface-words is stale" in ask("translate", "status", "--project", book).out


def test_a_table_in_word_comes_back_with_its_english(book: Path) -> None:
    file = exported(book, "--as", "docx")
    new = SAID.replace("every", "each").encode()
    file.write_bytes(
        rewritten(
            file.read_bytes(),
            lambda name, data: data.replace(SAID.encode(), new) if "document" in name else data,
        )
    )
    assert "1 translations" in take(book, file)
    assert new.decode() in (book / CHAPTER).read_text("utf-8")


def test_what_a_text_protects_is_told_without_its_forms() -> None:
    assert protected(INTAKE, Lang.EN) == [
        ("fact", "cases.received"),
        ("fact", "cases.received.yoy"),
        ("note", "[^courts-scope]"),
        ("reference", "@courts-table"),
    ]
