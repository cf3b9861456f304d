"""A clean file passes; a file with one fault is told apart by exactly that fault."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Encryption, Pdf
from tests.checks.pdf_faults import (
    PRINT_FAULTS,
    both,
    broken,
    form,
    glyphs,
    paint,
    resource,
)
from tests.render.engine_pages import FACES, PRESS, raw

from reportpub.checks.pdf import check_print
from reportpub.findings import Finding
from reportpub.render.finish_print import finish_print

PRINT = finish_print(raw().press, PRESS)


def codes(data: bytes, check: Callable[[bytes, frozenset[str]], tuple[Finding, ...]]) -> list[str]:
    return sorted({one.code for one in check(data, FACES)})


def test_clean_files_pass() -> None:
    assert codes(PRINT, check_print) == []


@pytest.mark.parametrize("name", PRINT_FAULTS)
def test_a_fault_of_a_press_file_is_found(name: str) -> None:
    fault, code = PRINT_FAULTS[name]
    assert codes(broken(PRINT, fault), check_print) == [code]


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
