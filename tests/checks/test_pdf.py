"""A clean file passes; a file with one fault is told apart by exactly that fault."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Encryption, Pdf
from tests.checks.pdf_faults import FONT_FAULTS, PRESS_FAULTS, broken, glyphs, resource
from tests.checks.refused import refused_for
from tests.render.engine_pages import FACES, PRESS, raw

from reportpub.checks.pdf import check_print
from reportpub.findings import Finding
from reportpub.render.finish_print import finish_print

PRINT = finish_print(raw().press, PRESS)


def codes(data: bytes, check: Callable[[bytes, frozenset[str]], tuple[Finding, ...]]) -> list[str]:
    return sorted({one.code for one in check(data, FACES)})


def test_clean_files_pass() -> None:
    assert codes(PRINT, check_print) == []
    assert refused_for(PRINT) == set()


@pytest.mark.parametrize("name", FONT_FAULTS)
def test_a_fault_of_a_font_is_found(name: str) -> None:
    fault, code = FONT_FAULTS[name]
    assert codes(broken(PRINT, fault), check_print) == [code]


@pytest.mark.parametrize("name", PRESS_FAULTS)
def test_a_fault_of_a_press_file_is_found(name: str) -> None:
    fault, rules = PRESS_FAULTS[name]
    assert refused_for(broken(PRINT, fault)) == {*rules.split()}


def test_a_drawn_font_is_found_with_what_it_paints() -> None:
    data = broken(PRINT, resource("/Font", glyphs))
    assert codes(data, check_print) == ["pdf/type3"]
    assert refused_for(data) == {"COLOUR.unpainted"}


def test_two_intents_are_one_too_many() -> None:
    def twice(pdf: Pdf) -> None:
        pdf.Root["/OutputIntents"].append(pdf.Root["/OutputIntents"][0])

    assert refused_for(broken(PRINT, twice)) == {"X.output-intent"}


def test_what_the_engine_wrote_is_not_fit_for_the_press() -> None:
    found = refused_for(raw().press)
    assert {"COLOUR.rgb", "JOB.navigation", "JOB.origin", "X.annotation", "X.oi-identifier"} <= found


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
