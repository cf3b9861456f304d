"""Edits made in Word are found in their block and language, and go into the YAML where they belong."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.exchange.editing import Editor, judged
from tests.exchange.reports import ROOT, Out, out, retyped, rewritten, without_ids
from tests.small_report import Said, ask, change, copied

from reportpub.exchange.edits.changes import Found, Kind
from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.rounds.kept import opened, recorded
from reportpub.exchange.rounds.verifying import accepted, verified
from reportpub.findings import Finding

EDITS = 60
"""As many as a round of review of the whole report brings, of every kind."""


@pytest.fixture(scope="module")
def report() -> Out:
    return out(ROOT, "zh")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    project = copied(tmp_path / "book")
    assert ask("review", "send", "one", "--edition", "sequential", "--project", project).code == 0
    return project


def sent_file(project: Path) -> bytes:
    return (project / "reviews/one/book-sequential-one.docx").read_bytes()


def receive(project: Path, *files: bytes, apply: bool = True, more: tuple[str, ...] = ()) -> Said:
    paths = []
    for turn, data in enumerate(files, start=1):
        path = project.parent / f"reader-{turn}.docx"
        path.write_bytes(data)
        paths.append(path)
    return ask("review", "receive", *paths, *(["--apply"] if apply else []), *more, "--project", project)


def test_a_file_nobody_edited_has_no_changes(report: Out) -> None:
    assert report.changes(report.data) == ()
    assert report.changes(without_ids(report.data)) == ()


@pytest.mark.parametrize("lost", [False, True], ids=["with ids", "without ids"])
def test_every_edit_is_found_where_it_was_made_and_nothing_else(report: Out, *, lost: bool) -> None:
    editor = Editor(report.data, report.sent, seed=11)
    editor.edit(EDITS)
    editor.shiver()
    assert len(editor.made) == EDITS
    came = editor.saved()
    told = report.changes(without_ids(came) if lost else came)
    missed, false = judged(editor.made, told)
    assert (missed, false) == ([], [])
    if lost:
        fresh = {Kind.DELETION, Kind.INSERTION}
        assert {one.found for one in told if one.kind not in fresh} == {Found.SIMILARITY}


def test_an_edit_goes_into_the_yaml_and_no_other_byte_moves(book: Path) -> None:
    path = book / "source/chapters/00-preface.yaml"
    before = path.read_text("utf-8")
    said = receive(book, retyped(sent_file(book), ("本书含各种块。", "本书含全部各种块。")))
    assert said.code == 0, said.err
    assert path.read_text("utf-8") == before.replace("本书含各种块。", "本书含全部各种块。")
    assert proved(book) == ()
    change(book, "chapters/00-preface.yaml", "全部各种块", "许多块")
    change(book, "facts.yaml", "value: 88462", "value: 88463")
    missing, *figures = proved(book)
    assert str(missing).endswith("should say “全部” after a change by 编辑部; it says “许多”")
    assert {finding.code for finding in figures} == {"review/figure"}


def test_what_moved_without_an_accepted_change_is_found_in_the_next_build(book: Path) -> None:
    assert receive(book, sent_file(book)).code == 0
    change(book, "chapters/02-outlook.yaml", "展望", "前瞻")
    said = ask("review", "verify", "one", "--project", book)
    assert said.code == 1
    assert "error[review/moved]: “outlook” (zh) changed and no accepted change says so" in said.err
    assert said.err.count("error[") == 1


def proved(project: Path) -> tuple[Finding, ...]:
    """Return what a build of the project as it is now says otherwise than the round asks for."""
    began, now = opened("one", project), out(project, "sequential")
    wanted = accepted(recorded(began.folder))
    return verified(began, wanted, now.sent.written, now.edition, dict(now.report.facts.facts))


def test_an_edit_beside_a_fact_keeps_the_citation_and_one_inside_is_a_proposal(book: Path) -> None:
    came = retyped(sent_file(book), ("全省法院新收案件", "全省各级法院新收案件"))
    editor_said = rewritten(
        came,
        lambda name, data: (
            data.replace("83308件".encode(), "83309件".encode()) if "document" in name else data
        ),
    )
    said = receive(book, editor_said, more=("--format", "json"))
    told = json.loads(said.out)
    facts = [one for one in told if one["kind"] == "fact"]
    assert {one["state"] for one in facts} == {"left to a person"}
    assert {one["cites"] for one in facts} == {"cases.received"}
    assert facts[0]["says"] == {"zh": "83308件", "en": "83,308"}
    typed = (book / "source/chapters/01-courts.yaml").read_text("utf-8")
    assert "全省各级法院新收案件{cases.received}，\n" in typed
    assert "83309" not in (book / "source/facts.yaml").read_text("utf-8")


def test_what_the_yaml_and_two_readers_say_differently_is_a_conflict_with_both_texts(book: Path) -> None:
    first = retyped(sent_file(book), ("本书含各种块。", "本书含若干块。"), ("Work together", "Work as one"))
    second = retyped(sent_file(book), ("本书含各种块。", "本书含众多块。"), ("加强协作", "加强合作"))
    change(book, "chapters/02-outlook.yaml", "加强协作", "加强协调")
    said = receive(book, first, second)
    assert said.code == 1
    assert "CONFLICT: " in said.out
    assert "(reader-2.docx) wrote otherwise here: “众多”" in said.out
    assert "CONFLICT: the YAML has changed here since the file went out: “调”" in said.out
    assert "本书含各种块。" in (book / "source/chapters/00-preface.yaml").read_text("utf-8")
    assert "en: Work as one}" in (book / "source/chapters/02-outlook.yaml").read_text("utf-8")


def test_the_same_file_may_be_received_twice(book: Path) -> None:
    came = retyped(sent_file(book), ("本书含各种块。", "本书含全部各种块。"))
    assert receive(book, came).code == 0
    again = receive(book, came)
    assert "already in" in again.out
    assert "nothing was changed in the YAML" in again.out


def test_a_redline_is_a_word_file_with_the_changes_tracked(book: Path) -> None:
    came = retyped(sent_file(book), ("本书含各种块。", "本书含全部各种块。"))
    said = receive(book, came, apply=False, more=("--redline", str(book / "redline.docx")))
    assert said.code == 0, said.err
    told = [
        line
        for line in word_file((book / "redline.docx").read_bytes(), "x").lines
        if line.text != line.before
    ]
    assert [(line.before, line.text) for line in told] == [("本书含各种块。", "本书含全部各种块。")]


def test_comments_come_back_in_threads_beside_their_words(book: Path) -> None:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    later = "http://schemas.microsoft.com/office/word/2010/wordml"
    newest = "http://schemas.microsoft.com/office/word/2012/wordml"
    told = "".join(
        f'<w:comment w:id="{n}" w:author="{who}" w:date="2025-03-03T09:00:00Z">'
        f'<w:p w14:paraId="0000000{n}"><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>'
        for n, who, said in ((1, "李编辑", "这里是否准确？"), (2, "J. Reader", "I think so."))
    )
    comments = f'<w:comments xmlns:w="{words}" xmlns:w14="{later}">{told}</w:comments>'
    threads = (
        f'<w15:commentsEx xmlns:w15="{newest}"><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )

    def commented(name: str, data: bytes) -> bytes:
        run = '<w:r><w:t xml:space="preserve">本书含各种块。</w:t></w:r>'
        around = f'<w:commentRangeStart w:id="1"/>{run}<w:commentRangeEnd w:id="1"/>'
        if name == "word/document.xml":
            assert data.count(run.encode()) == 1
            return data.replace(run.encode(), around.encode())
        if name == "word/_rels/document.xml.rels":
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            new = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
            more = f'<Relationship Id="c1" Type="{kind}/comments" Target="comments.xml"/>'
            more += f'<Relationship Id="c2" Type="{new}" Target="commentsExtended.xml"/></Relationships>'
            return data.replace(b"</Relationships>", more.encode())
        return data

    with_parts = rewritten(sent_file(book), commented)
    into = io.BytesIO(with_parts)
    with zipfile.ZipFile(into, "a") as package:
        package.writestr("word/comments.xml", comments)
        package.writestr("word/commentsExtended.xml", threads)
    said = receive(book, into.getvalue(), apply=False, more=("--format", "json"))
    (one,) = json.loads(said.out)
    assert (one["kind"], one["block"], one["language"], one["old"]) == (
        "comment",
        "preface-words",
        "zh",
        "本书含各种块。",
    )
    assert (one["new"], one["author"], one["done"]) == ("这里是否准确？", "李编辑", True)
    assert one["replies"] == [{"words": "I think so.", "author": "J. Reader", "date": "2025-03-03T09:00:00Z"}]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "package/"),
        (b"no zip at all", "package/"),
        (b"PK\x03\x04 broken", "package/"),
    ],
)
def test_what_is_no_word_file_is_a_finding(book: Path, data: bytes, code: str) -> None:
    said = receive(book, data)
    assert said.code in {1, 2}
    assert code in said.err


def test_broken_rounds_and_names_are_findings(book: Path) -> None:
    said = ask("review", "send", "No Name", "--project", book)
    assert (said.code, "review/name" in said.err) == (2, True)
    said = ask("review", "send", "one", "--project", book)
    assert (said.code, "review/name" in said.err) == (2, True)
    said = ask("review", "verify", "two", "--project", book)
    assert (said.code, "review/no-round" in said.err) == (2, True)
    (book / "reviews/one/changes.json").write_text("[]")
    said = ask(
        "review", "receive", book / "reviews/one/book-sequential-one.docx", "--apply", "--project", book
    )
    assert (said.code, "review/record" in said.err) == (2, True)
    (book / "reviews/one/round.json").write_text("{")
    said = ask("review", "verify", "one", "--project", book)
    assert (said.code, "review/round" in said.err) == (2, True)
