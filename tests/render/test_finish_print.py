"""The press file has what a printer needs and nothing else, and is the same every time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Name, Object, Pdf, Stream, parse_content_stream
from PIL import Image, ImageChops, ImageStat
from tests.render.engine_pages import BLEED, PRESS, TRIM, laid_out, raw

from reportpub.findings import ContentError
from reportpub.render.finish_print import finish_print

RAW = raw()
DONE = finish_print(RAW.press, PRESS)


def opened(data: bytes = DONE) -> Pdf:
    return Pdf.open(BytesIO(data))


def operators(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    with opened(data) as pdf:
        steps = parse_content_stream(pdf.pages[0])
        return [(str(one.operator), tuple(str(value) for value in one.operands)) for one in steps]


def finished(body: str, style: str = "") -> bytes:
    return finish_print(raw(body, style).press, PRESS)


def refusal(body: str, style: str = "") -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as refused:
        finished(body, style)
    return [(one.code, one.message) for one in refused.value.findings]


def objects(pdf: Pdf, key: str, value: Object) -> list[Stream]:
    return [one for one in pdf.objects if isinstance(one, Stream) and one.get(key) == value]


def test_the_page_is_the_trim_with_three_millimetres_of_bleed_around_it() -> None:
    with opened() as pdf:
        page = pdf.pages[0].obj
        boxes = {key: [float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")}
        whole = [0, 0, TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED]
        assert boxes["/MediaBox"] == pytest.approx(whole, abs=1e-3)
        assert boxes["/BleedBox"] == boxes["/MediaBox"]
        assert boxes["/TrimBox"] == pytest.approx([BLEED, BLEED, TRIM[0] + BLEED, TRIM[1] + BLEED], abs=1e-3)
        assert set(page.keys()) == {
            "/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/BleedBox", "/TrimBox",
        }  # fmt: skip


def test_nothing_is_left_to_click_and_no_tags() -> None:
    with opened() as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata"}


def test_colours_are_given_in_inks_and_stay_what_they_were() -> None:
    used = operators(DONE)
    assert not {name for name, _ in used} & {"rg", "RG", "g", "G", "cs", "CS", "scn", "SCN", "BDC", "EMC"}
    assert ("k", ("1", "0.7", "0.1", "0.3")) in used
    assert ("k", ("0.1", "0.05", "0", "0")) in used


def test_a_grey_in_rgb_is_printed_with_black_alone() -> None:
    used = operators(finished('<p style="color: #999">灰</p>'))
    assert ("k", ("0", "0", "0", "0.4")) in used


def test_any_other_rgb_is_refused_with_its_page() -> None:
    body = '<p>一</p><p style="break-before: page; color: #ff0000">红</p>'
    assert refusal(body) == [("print/rgb", "page 2: the RGB colour 1 0 0")]


def test_lab_is_refused() -> None:
    assert [code for code, _ in refusal('<p style="color: lab(50 40 30)">色</p>')] == ["print/colour-space"]


def test_a_gradient_is_refused() -> None:
    style = ".panel { background: linear-gradient(#fff, #000) }"
    assert ("print/gradient", "page 1: a gradient or a blurred shadow") in refusal(
        '<p class="panel">渐变</p>', style
    )


def test_too_little_bleed_is_refused() -> None:
    assert refusal("<p>一</p>", "@page { bleed: 2mm }") == [
        ("print/bleed", "page 1: the bleed is 2.00 mm, not 3 mm")
    ]


def test_pictures_become_cmyk_or_black_and_keep_their_masks() -> None:
    with opened() as pdf:
        pictures = objects(pdf, "/Subtype", Name.Image)
        coloured = [one for one in pictures if one["/ColorSpace"] == Name.DeviceCMYK]
        assert [(int(one["/Width"]), "/SMask" in one) for one in coloured] == [(40, True)]
        cyan, magenta, yellow, _ = coloured[0].read_bytes()[:4]
        assert magenta > yellow > cyan
        assert magenta - cyan > 150
        assert len(coloured[0].read_bytes()) == 40 * 20 * 4
        assert all(one["/ColorSpace"] in {Name.DeviceCMYK, Name.DeviceGray} for one in pictures)
        assert not any("/Interpolate" in one for one in pictures)


def test_groups_blend_in_inks() -> None:
    with opened() as pdf:
        spaces = [one["/Group"]["/CS"] for one in objects(pdf, "/Subtype", Name.Form)]
        assert spaces
        assert set(spaces) == {Name.DeviceCMYK}


def test_the_output_intent_names_the_condition_and_its_registry() -> None:
    with opened() as pdf:
        (intent,) = pdf.Root["/OutputIntents"]
        assert intent["/S"] == Name.GTS_PDFX
        assert str(intent["/OutputConditionIdentifier"]) == "FOGRA39"
        assert str(intent["/RegistryName"]) == "http://www.color.org"
        assert intent["/DestOutputProfile"].read_bytes() == PRESS.condition.profile


def test_metadata_is_plain_and_dated_by_the_report() -> None:
    assert DONE.startswith(b"%PDF-1.6")
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in DONE
    assert b"<xmp:ModifyDate>2025-04-26T00:00:00Z</xmp:ModifyDate>" in DONE
    assert "知识产权保护状况".encode() in DONE
    with opened() as pdf:
        info = pdf.trailer["/Info"]
        assert str(info["/Title"]) == PRESS.title
        assert {str(info[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20250426000000Z"}
        assert str(info["/Trapped"]) == "/False"


def test_the_same_layout_gives_the_same_bytes() -> None:
    again = laid_out("<p>一</p>", "")
    assert again.press != raw("<p>一</p>").press, "the engine's file carries a random identifier"
    assert finish_print(again.press, PRESS) == finished("<p>一</p>")


def test_another_artefact_has_another_identifier() -> None:
    with opened() as one, opened(finish_print(RAW.press, replace(PRESS, seed="other"))) as other:
        assert bytes(one.trailer["/ID"][0]) != bytes(other.trailer["/ID"][0])


OVER = {
    "small black text": ("<p>字</p>", "", True),
    "large black text": ('<p style="font-size: 12.5pt">字</p>', "", False),
    "small text in another ink": ('<p style="color: device-cmyk(1 .7 .1 .3)">字</p>', "", False),
    "small white text": ('<p style="color: device-cmyk(0 0 0 0)">字</p>', "", False),
    "a thin black rule": ('<div style="border-top: 1pt solid; height: 9pt"></div>', "", True),
    "a thin black frame": ('<div style="border: 1pt solid; height: 90pt"></div>', "", True),
    "a thick black rule": ('<div style="border-top: 3pt solid; height: 9pt"></div>', "", False),
    "a black area": ('<div style="background: device-cmyk(0 0 0 1); height: 9pt"></div>', "", False),
    "text after a black area": (
        '<div style="background: device-cmyk(0 0 0 1); color: device-cmyk(0 0 0 0)">字</div>', "", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OVER)
def test_only_small_black_things_overprint(case: str) -> None:
    body, style, over = OVER[case]
    # Without a folio, which is small black text itself.
    used = operators(finished(body, style + "@page { @bottom-center { content: none } }"))
    assert (("gs", ("/RPover",)) in used) is over


def test_overprinting_ends_with_the_small_text() -> None:
    used = operators(finished('<p>小</p><p style="font-size: 20pt">大</p>'))
    changes = [values[0] for name, values in used if name == "gs" and values[0].startswith("/RP")]
    assert changes[:2] == ["/RPover", "/RPknock"]


def test_nothing_moves_or_vanishes() -> None:
    svg = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'>"
        "<path d='M0 0 L16 16' stroke='device-cmyk(1 .7 .1 .3)' fill='none'/></svg>"
    )
    style = f'.lattice {{ background: url("{svg}"); background-size: 7mm 7mm; margin: -18mm; padding: 18mm }}'
    body = '<div class="lattice">一二三</div>'
    before, after = (shown(data) for data in (raw(body, style).press, finished(body, style)))
    assert before.size == after.size
    assert ImageStat.Stat(before).mean[0] < 250, "something is there to be seen"
    assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 0.5


def shown(data: bytes) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=1.5).to_pil()
    return picture.convert("RGB")
