"""What a screen reader reads of a finished file is the edition, passage by passage and word by word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportpub.checks.pdf import check_screen
from reportpub.checks.pdf_reading import Origin
from reportpub.checks.ua.order import reading
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home
from reportpub.source.load import load_report

FACES = frozenset(face.family for face in load_faces(home() / "fonts"))


@pytest.fixture(scope="module")
def read(built_once: Path) -> tuple[bytes, Origin]:
    """Return the finished screen file of the small report, and what is to be read in it."""
    report, _ = load_report(built_once, Inputs(built_once))
    edition = resolve(report, next(spec for spec in report.editions if spec.name == "zh"))
    data = (built_once / "out" / "zh" / "book-zh-screen.pdf").read_bytes()
    return data, Origin(ours=True, reading=reading(edition))


def below(holder: Object) -> list[Object]:
    held = holder.get("/K", Array())
    children = [one for one in (held if isinstance(held, Array) else [held]) if isinstance(one, Dictionary)]
    return [one for child in children if "/S" in child for one in (child, *below(child))]


def codes(data: bytes, origin: Origin) -> set[str]:
    found = {one.code for one in check_screen(data, FACES, origin)}
    return {code for code in found if code.startswith(("reading/", "pdf/language"))}


def changed(data: bytes, what: str) -> bytes:
    """Return the file with two paragraphs exchanged, one taken away, or one in another language."""
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        every = [one for one in below(pdf.Root["/StructTreeRoot"]) if one["/S"] == Name.P]
        # The first ones are the imprint, which has no place of its own.
        one, held, at = [
            (one, held, at)
            for one in every
            if isinstance(held := one["/P"]["/K"], Array)
            for at in range(len(held) - 1)
            if held[at] == one and held[at + 1].get("/S") == Name.P
        ][-1]
        if what == "order":
            held[at], held[at + 1] = held[at + 1], held[at]
        elif what == "gone":
            del held[at]
        else:
            one["/Lang"] = "en"
        pdf.save(out)
    return out.getvalue()


def test_the_text_order_of_a_finished_file_is_the_edition(read: tuple[bytes, Origin]) -> None:
    data, origin = read
    assert len(origin.reading) > 10
    assert codes(data, origin) == set()


@pytest.mark.parametrize("what", ["order", "gone"])
def test_a_passage_out_of_its_order_or_lost_is_told_of(read: tuple[bytes, Origin], what: str) -> None:
    data, origin = read
    assert codes(changed(data, what), origin) == {"reading/order"}


def test_chinese_marked_as_english_is_told_of(read: tuple[bytes, Origin]) -> None:
    data, origin = read
    assert "pdf/language" in codes(changed(data, "language"), origin)
