"""A clean file passes; a file with one fault is told apart by exactly that fault."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Dictionary, Encryption, Pdf
from tests.checks.pdf_faults import (
    PRINT_FAULTS,
    READ_FAULTS,
    both,
    broken,
    form,
    glyphs,
    paint,
    resource,
    set_in,
)
from tests.render.engine_pages import FACES, PRESS, SCREEN, raw

from reportpub.checks.pdf import check_print, check_screen
from reportpub.findings import Finding
from reportpub.render.finish_print import finish_print
from reportpub.render.finish_screen import finish_screen

LONG = "".join(f'<h1 style="break-before: page">第{n}章</h1>' for n in range(7))

PRINT = finish_print(raw().press, PRESS)
READ = finish_screen(raw().screen, SCREEN)
READ_LONG = finish_screen(raw(LONG).screen, SCREEN)


def codes(data: bytes, check: Callable[[bytes, frozenset[str]], tuple[Finding, ...]]) -> list[str]:
    return sorted({one.code for one in check(data, FACES)})


def test_clean_files_pass() -> None:
    assert codes(PRINT, check_print) == []
    assert codes(READ, check_screen) == []
    assert codes(READ_LONG, check_screen) == []


@pytest.mark.parametrize("name", PRINT_FAULTS)
def test_a_fault_of_a_press_file_is_found(name: str) -> None:
    fault, code = PRINT_FAULTS[name]
    assert codes(broken(PRINT, fault), check_print) == [code]


@pytest.mark.parametrize("name", READ_FAULTS)
def test_a_fault_of_a_screen_file_is_found(name: str) -> None:
    fault, code = READ_FAULTS[name]
    assert codes(broken(READ, fault), check_screen) == [code]


def test_english_marked_as_chinese_is_found() -> None:
    def unmark(pdf: Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and "/S" in one and str(one.get("/Lang", "")) == "en":
                del one["/Lang"]

    body = '<h1>一</h1><p lang="en">Courts across the province received many new cases in the year.</p>'
    clean = finish_screen(raw(body).screen, SCREEN)
    assert codes(clean, check_screen) == []
    assert codes(broken(clean, unmark), check_screen) == ["pdf/language-zh"]


def test_a_document_without_a_language_is_found() -> None:
    assert "pdf/no-language" in codes(broken(READ, set_in("Lang", None)), check_screen)


def test_a_long_document_needs_bookmarks() -> None:
    assert codes(broken(READ_LONG, set_in("Outlines", None)), check_screen) == ["pdf/no-bookmarks"]


def test_opacity_takes_text_out_of_the_tags() -> None:
    faint = finish_screen(raw('<h1>一</h1><p style="opacity: .5">淡</p>').screen, SCREEN)
    assert codes(faint, check_screen) == ["pdf/unmarked"]


def test_a_drawn_font_is_found_with_what_it_paints() -> None:
    fault = resource("/Font", glyphs)
    assert codes(broken(PRINT, fault), check_print) == ["pdf/rgb", "pdf/type3"]


def test_two_intents_are_one_too_many() -> None:
    def twice(pdf: Pdf) -> None:
        pdf.Root["/OutputIntents"].append(pdf.Root["/OutputIntents"][0])

    assert codes(broken(PRINT, twice), check_print) == ["pdf/output-intent"]


def test_a_message_names_the_page_and_the_object() -> None:
    data = broken(PRINT, both(resource("/XObject", form(b"1 0 0 rg 0 0 1 1 re f")), paint("/Odd Do")))
    (found,) = check_print(data, FACES)
    assert found.message.startswith("page 1, Odd (object ")
    assert found.message.endswith("the colour DeviceRGB 1 0 0")


def test_what_the_engine_wrote_is_not_fit_for_the_press() -> None:
    found = codes(raw().press, check_print)
    assert {"pdf/annotation", "pdf/interactive", "pdf/origin", "pdf/picture-space", "pdf/registry"} <= {
        *found
    }


def test_what_cannot_be_read_is_said_to_be_so() -> None:
    assert codes(b"no PDF", check_print) == ["pdf/unreadable"]
    assert codes(PRINT[: len(PRINT) // 2], check_print) != []
    out = BytesIO()
    with Pdf.open(BytesIO(PRINT)) as pdf:
        pdf.save(out, encryption=Encryption(owner="a", user=""))
    assert codes(out.getvalue(), check_print) == ["pdf/encrypted"]
    out = BytesIO()
    with Pdf.open(BytesIO(PRINT)) as pdf:
        pdf.save(out, encryption=Encryption(owner="a", user="b"))
    assert codes(out.getvalue(), check_print) == ["pdf/locked"]


def test_a_damaged_stream_is_found() -> None:
    start = PRINT.index(b"stream", PRINT.index(b"/Length1"))
    data = PRINT[: start + 60] + b"\0" * 40 + PRINT[start + 100 :]
    assert codes(data, check_print) == ["pdf/damaged"]
