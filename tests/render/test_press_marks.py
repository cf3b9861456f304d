"""Boxes with uneven bleed, padding, marks outside the bleed, and the stricter standard."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream, parse_content_stream
from PIL import Image
from tests.checks.refused import refused_for
from tests.render.engine_pages import FACES, PRESS, raw

from reportpub.checks.pdf import check_print
from reportpub.checks.pdf_sheets import sheets
from reportpub.findings import ContentError
from reportpub.model.job import Bleed, Mark, Standard
from reportpub.render.finish_print import Press, finish_print
from reportpub.render.print_boxes import POINTS_PER_MM
from reportpub.render.print_marks import ROOM

TWO = '<p>一</p><p style="break-before: page">二</p>'
FULL = '<div style="background: device-cmyk(0 1 1 0); margin: -20mm; height: 200mm"></div>'
UNEVEN = Bleed(top=3, bottom=3, left=0, right=2)
MARKED = replace(PRESS, marks=tuple(Mark))


def finished(press: Press, body: str = TWO) -> Pdf:
    return Pdf.open(BytesIO(finish_print(raw(body).press, press)))


def margins(pdf: Pdf, page: int) -> list[float]:
    beyond, trim = ([float(n) for n in pdf.pages[page].obj[key]] for key in ("/BleedBox", "/TrimBox"))
    each = (trim[0] - beyond[0], trim[1] - beyond[1], beyond[2] - trim[2], beyond[3] - trim[3])
    return [round(points / POINTS_PER_MM, 2) for points in each]


def test_the_bleed_is_that_of_each_side_and_mirrored() -> None:
    with finished(replace(PRESS, bleed=UNEVEN)) as pdf:
        assert [margins(pdf, page) for page in (0, 1)] == [[0, 3, 2, 3], [2, 3, 0, 3]]
        assert all(page.obj["/MediaBox"] == page.obj["/BleedBox"] for page in pdf.pages)


def test_left_and_right_stay_where_they_are() -> None:
    with finished(replace(PRESS, bleed=replace(UNEVEN, mirrored=False))) as pdf:
        assert [margins(pdf, page) for page in (0, 1)] == [[0, 3, 2, 3], [0, 3, 2, 3]]


def test_the_check_knows_the_bleed_of_the_job() -> None:
    data = finish_print(raw(TWO).press, replace(PRESS, bleed=UNEVEN))
    assert refused_for(data, UNEVEN) == set()
    assert refused_for(data) == {"JOB.bleed"}


def test_the_body_is_padded_with_pages_that_are_meant_to_be_blank() -> None:
    with finished(replace(PRESS, multiple=4)) as pdf:
        assert len(pdf.pages) == 4
        assert pdf.pages[3].obj["/TrimBox"] == pdf.pages[0].obj["/TrimBox"]
    assert sheets(finish_print(raw(TWO).press, replace(PRESS, multiple=4))).blanks == (3, 4)


def test_a_page_the_layout_leaves_blank_is_meant_to_be() -> None:
    body = '<p>一</p><p style="break-before: right">三</p>'
    style = "@page :blank { @bottom-center { content: none } }"
    assert sheets(finish_print(raw(body, style).press, PRESS)).blanks == (2,)


def test_nothing_is_marked_unless_it_is_asked_for() -> None:
    with finished(PRESS) as pdf:
        assert pdf.pages[0].obj["/MediaBox"] == pdf.pages[0].obj["/BleedBox"]
        assert b"RPmarks" not in pdf.pages[0].Contents.read_bytes()


def test_marks_stand_outside_the_bleed_and_on_every_plate() -> None:
    press = replace(MARKED, slug=raw("<p>书眉</p><p style='break-before: page'>书眉</p>").press)
    with finished(press) as pdf:
        assert [len(pdf.pages), margins(pdf, 0)] == [2, [3, 3, 3, 3]]
        media, trim = ([float(n) for n in pdf.pages[0].obj[key]] for key in ("/MediaBox", "/TrimBox"))
        assert trim[0] == pytest.approx(3 * POINTS_PER_MM + ROOM, abs=1e-3)
        assert media[:2] == [0, 0]
        form = pdf.pages[0].obj["/Resources"]["/XObject"]["/RPmarks1"]
        space = form["/Resources"]["/ColorSpace"]["/RPall"]
        assert [str(one) for one in [*space][:2]] == ["/Separation", "/All"]
        inside = [float(n) for n in pdf.pages[0].obj["/BleedBox"]]
        for one in parse_content_stream(form):
            if str(one.operator) in {"m", "l"}:
                x, y = (float(n) for n in one.operands)
                assert x <= inside[0] or x >= inside[2] or y <= inside[1] or y >= inside[3]
    data = finish_print(raw(TWO).press, press)
    assert check_print(data, FACES) == ()
    assert refused_for(data) == set()


def test_what_runs_off_the_page_ends_at_the_bleed() -> None:
    data = finish_print(raw(FULL).press, replace(PRESS, marks=(Mark.CROP,)))
    picture: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
    left = round(ROOM)
    assert [picture.getpixel((left - 3, 150)), picture.getpixel((left + 3, 150))] != [(255, 255, 255)] * 2
    assert picture.getpixel((left - 3, 150)) == (255, 255, 255)


def test_the_folds_of_a_cover_are_dashed() -> None:
    with finished(replace(PRESS, marks=(Mark.CROP,), folds=(50.0,)), "<p>一</p>") as pdf:
        content = pdf.pages[0].obj["/Resources"]["/XObject"]["/RPmarks1"].read_bytes()
        at = float(pdf.pages[0].obj["/TrimBox"][0]) + 50 * POINTS_PER_MM
        assert b"[3 2] 0 d" in content
        assert f"{at:.2f}".encode() in content


# --- PDF/X-1a ---

X1A = replace(PRESS, standard=Standard.X1A)


def test_x1a_is_pdf_1_4_without_transparency() -> None:
    body = "<p>一</p><svg width='60' height='40'><text x='20' y='30' text-anchor='middle'>1</text></svg>"
    data = finish_print(raw(body).press, X1A)
    assert data.startswith(b"%PDF-1.4")
    assert check_print(data, FACES) == ()
    assert refused_for(data, standard=Standard.X1A) == set()
    with Pdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert b"pdfxid:GTS_PDFXVersion" not in pdf.Root["/Metadata"].read_bytes()
        assert not [o for o in pdf.objects if isinstance(o, Stream) and "/Group" in o]
        states = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == Name.ExtGState]
        assert not [o for o in states if {"/ca", "/CA", "/SMask", "/BM"} & set(o.keys())]
        assert not [o for o in pdf.objects if isinstance(o, Dictionary) and "/FontFile3" in o]


def test_the_other_standard_is_not_taken_for_it() -> None:
    x4, x1a = (finish_print(raw(TWO).press, press) for press in (PRESS, X1A))
    assert "X.version-key" in refused_for(x4, standard=Standard.X1A)
    assert "X.version-key" in refused_for(x1a)


@pytest.mark.parametrize(
    "body",
    [
        '<p style="color: device-cmyk(0 0 0 1 / .5)">淡</p>',
        '<p style="opacity: .5">淡</p>',
        '<p><img src="colour.png" alt="" width="40"></p>',
    ],
    ids=["a colour", "a group", "a picture"],
)
def test_what_is_really_transparent_is_refused_for_x1a(body: str) -> None:
    with pytest.raises(ContentError) as refused:
        finish_print(raw(body).press, X1A)
    assert {one.code for one in refused.value.findings} == {"print/transparency"}
    assert refused.value.findings[0].message.startswith("page 1: ")


def test_x1a_may_name_a_registered_condition_alone() -> None:
    alone = replace(PRESS.condition, name="JC200103", profile=b"")
    data = finish_print(raw(TWO).press, replace(X1A, condition=alone))
    assert check_print(data, FACES) == ()
    assert refused_for(data, standard=Standard.X1A) == set()
    with Pdf.open(BytesIO(data)) as pdf:
        (intent,) = pdf.Root["/OutputIntents"]
        assert "/DestOutputProfile" not in intent
        assert str(intent["/OutputConditionIdentifier"]) == "JC200103"
