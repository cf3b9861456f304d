"""A clean screen file passes; a file with one fault is told apart by exactly that fault."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

import pytest
from pikepdf import Encryption, OutlineItem, Pdf, Permissions
from tests.checks.pdf_faults import broken
from tests.checks.screen_faults import FAULTS, UNREACHED
from tests.render.engine_pages import BODY, FACES, SCREEN, raw

from reportpub.checks.judges import judged
from reportpub.checks.pdf import check_foreign_screen, check_screen
from reportpub.checks.ua.conditions import CONDITIONS, Judge
from reportpub.render.finish_screen import finish_screen

MORE = """<h2>审判<em>情况</em></h2>
<ul><li>第一项</li><li>第二项<span class="note" data-number="2">另一条。</span></li></ul>
<p lang="en">The police filed more cases than in the year before.</p>"""
READ = finish_screen(raw(BODY + MORE).screen, SCREEN)
LONG = "".join(f'<h1 style="break-before: page">第{n}章</h1>' for n in range(7))


def codes(data: bytes) -> set[str]:
    return {one.code for one in check_foreign_screen(data)}


def test_clean_files_pass_here_and_before_the_second_judges() -> None:
    long = finish_screen(raw(LONG).screen, SCREEN)
    for data in (READ, long):
        assert check_foreign_screen(data) == ()
        assert check_screen(data, FACES) == ()
        assert judged(data) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_screen_file_is_found(name: str) -> None:
    fault, wanted = FAULTS[name]
    assert codes(broken(READ, fault)) == wanted


def test_every_condition_a_program_can_see_has_its_broken_file() -> None:
    seen = {code.removeprefix("ua/") for _, wanted in FAULTS.values() for code in wanted if code[:3] == "ua/"}
    wanted = {one.id for one in CONDITIONS if one.judge is Judge.PROGRAM}
    assert wanted - seen == UNREACHED
    assert len({one.id for one in CONDITIONS}) == len(CONDITIONS)


def test_a_long_document_needs_bookmarks() -> None:
    def unmarked(pdf: Pdf) -> None:
        del pdf.Root["/Outlines"]

    assert codes(broken(finish_screen(raw(LONG).screen, SCREEN), unmarked)) == {"pdf/no-bookmarks"}


def test_opacity_takes_text_out_of_the_tags() -> None:
    faint = finish_screen(raw('<h1>一</h1><p style="opacity: .5">淡</p>').screen, SCREEN)
    assert codes(faint) == {"ua/01-005"}


def test_an_encrypted_file_that_shuts_readers_out_is_found() -> None:
    out = BytesIO()
    with Pdf.open(BytesIO(READ)) as pdf:
        allow = Permissions(accessibility=False)
        pdf.save(out, encryption=Encryption(owner="a", user="", R=3, aes=False, metadata=False, allow=allow))
    assert codes(out.getvalue()) == {"archive/metadata", "pdf/encrypted", "ua/26-002"}


def test_a_finding_tells_page_path_words_and_what_to_do() -> None:
    data = broken(READ, FAULTS["Chinese as English"][0])
    (found,) = check_foreign_screen(data)
    assert found.message.startswith("page 1, /Document/H1[1], “司法保护”: its text is Chinese and marked en")
    assert found.hint


def test_the_second_judge_sees_what_it_is_for() -> None:
    data = broken(READ, FAULTS["a figure without words"][0])
    assert {one.code for one in judged(data)} == {"judge/page"}


@pytest.mark.parametrize(("bookmarks", "silent"), [(300, False), (3000, True)])
def test_a_level_of_many_bookmarks_is_judged_and_one_of_far_too_many_is_told(
    bookmarks: int, *, silent: bool
) -> None:
    out = BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        with pdf.open_outline() as outline:
            outline.root.extend(OutlineItem(str(at), 0) for at in range(bookmarks))
        pdf.save(out)
    assert {one.code for one in judged(out.getvalue())} == {"judge/silent" if silent else "judge/page"}


def test_what_is_no_pdf_is_told_by_the_second_judge() -> None:
    assert {one.code for one in judged(b"no PDF")} == {"judge/page"}


def test_the_conditions_are_those_of_the_protocol_without_a_gap() -> None:
    ids = [one.id for one in CONDITIONS]
    assert len(ids) == len(set(ids)) == 137
    groups = {group: [*members] for group, members in groupby(ids, key=lambda one: one[:2])}
    assert [*groups] == [f"{number:02d}" for number in range(1, 32)]
    assert all(
        members == [f"{group}-{n:03d}" for n in range(1, len(members) + 1)]
        for group, members in groups.items()
    )
