"""Two renderers must show the same: what one of them loses is found, a clean file is not suspected."""

from __future__ import annotations

from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Object, Pdf, Stream
from PIL import Image, ImageDraw
from tests.checks.pdf_faults import Fault, broken, in_font
from tests.render.engine_pages import SCREEN, raw

from reportpub.checks.navigation import check_ways
from reportpub.checks.rendered import differences, rendered_alike, second_renderer
from reportpub.checks.ua.content import content
from reportpub.checks.ua.tree import tree
from reportpub.findings import Finding
from reportpub.render.finish_screen import finish_screen

READ = finish_screen(raw().screen, SCREEN)
OTHER = second_renderer()
needs_two = pytest.mark.skipif(not OTHER, reason="wants mutool, pdftoppm or gs")


def left_out(_: Pdf, font: Object) -> None:
    """Take a font out: some programs draw another in its place, and some nothing."""
    del font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


def unreadable(pdf: Pdf) -> None:
    """Say that the pictures are packed as they are not: MuPDF draws noise then, PDFium nothing."""
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Image:
            one["/Filter"] = Name.JBIG2Decode


def page(*boxes: tuple[int, int, int, int]) -> Image.Image:
    made = Image.new("L", (300, 400), 255)
    for box in boxes:
        ImageDraw.Draw(made).rectangle(box, fill=0)
    return made


def test_a_line_that_one_leaves_out_is_found_with_its_place() -> None:
    whole, lost = page((30, 30, 200, 36), (30, 90, 200, 96)), page((30, 30, 200, 36))
    (found,) = differences((whole,), (lost,), ("PDFium", "other"))
    assert (found.page, found.left, found.top, found.blank_in) == (1, 45, 135, "other")
    (found,) = differences((lost,), (whole,), ("PDFium", "other"))
    assert found.blank_in == "PDFium"


def test_a_line_that_is_a_dot_lower_or_paler_is_the_same() -> None:
    one, other = page((30, 30, 200, 36)), page((31, 32, 201, 38)).point(lambda value: min(255, value + 90))
    assert [*differences((one,), (other,), ("a", "b"))] == []


def test_a_page_that_one_leaves_out_is_found() -> None:
    (found,) = differences((page(), page()), (page(),), ("a", "b"))
    assert (found.page, found.blank_in) == (2, "b")


@needs_two
def test_a_clean_file_is_drawn_alike() -> None:
    assert rendered_alike(READ) == ()


@pytest.mark.skipif(OTHER != "mutool", reason="wants mutool, which brings fonts of its own")
@pytest.mark.parametrize("fault", [in_font(left_out), unreadable], ids=["font", "picture"])
def test_a_font_or_picture_that_one_cannot_draw_is_found(fault: Fault) -> None:
    (found,) = rendered_alike(broken(READ, fault))
    assert found.code == "readback/rendered"
    assert found.message.startswith("page 1: PDFium draws nothing")


def ways(data: bytes) -> tuple[Finding, ...]:
    """Return where contents and bookmarks of a file lead astray."""
    with Pdf.open(BytesIO(data)) as pdf:
        return check_ways(data, pdf, tree(pdf, content(pdf)))


def test_contents_and_bookmarks_lead_where_they_say() -> None:
    assert ways(READ) == ()


def test_a_bookmark_with_other_words_is_found() -> None:
    def renamed(pdf: Pdf) -> None:
        pdf.Root["/Outlines"]["/First"]["/Title"] = "行政保护"

    assert [one.code for one in ways(broken(READ, renamed))] == ["readback/bookmark"]


def test_another_number_than_the_contents_print_is_found() -> None:
    def renumbered(pdf: Pdf) -> None:
        pdf.Root["/PageLabels"]["/Nums"][1] = Dictionary(S=Name.D, St=7)

    assert {one.code for one in ways(broken(READ, renumbered))} == {"readback/contents"}
