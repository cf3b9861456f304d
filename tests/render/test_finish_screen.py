"""The screen file shows what was designed, can be read aloud, and is the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String, parse_content_stream
from PIL import Image
from tests.render.engine_pages import SCREEN, TRIM, laid_out, raw

from reportpub.findings import ContentError, ToolError
from reportpub.render import tagging
from reportpub.render.finish_screen import finish_screen

DONE = finish_screen(raw().screen, SCREEN)


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tree: its type, its language if it says one, the types around it, and itself."""

    kind: str
    language: str
    around: tuple[str, ...]
    element: Object


def opened(data: bytes = DONE) -> Pdf:
    return Pdf.open(BytesIO(data))


def tags(pdf: Pdf) -> list[Tag]:
    return [*_below(pdf.Root["/StructTreeRoot"]["/K"][0], ())]


def _below(element: Object, around: tuple[str, ...]) -> Iterator[Tag]:
    kind = str(element["/S"])[1:]
    yield Tag(kind, str(element.get("/Lang", "")), around, element)
    for child in element.get("/K", Array()):
        if isinstance(child, Dictionary) and "/S" in child:
            yield from _below(child, (*around, kind))


def operators(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    with opened(data) as pdf:
        steps = parse_content_stream(pdf.pages[0])
        return [(str(one.operator), tuple(str(value) for value in one.operands)) for one in steps]


def finished(body: str, style: str = "") -> bytes:
    return finish_screen(raw(body, style).screen, SCREEN)


def refusal(body: str, style: str = "") -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as refused:
        finished(body, style)
    return [(one.code, one.message) for one in refused.value.findings]


def test_every_ink_becomes_its_twin() -> None:
    used = operators(DONE)
    assert not {name for name, _ in used} & {"k", "K", "cs", "CS", "scn", "SCN"}
    assert ("rg", ("0.05", "0.2", "0.4")) in used
    assert ("rg", ("0.9", "0.95", "1")) in used


def test_black_alone_becomes_grey_unless_the_palette_knows_it() -> None:
    body = '<p style="color: device-cmyk(0 0 0 .35)">灰</p>'
    assert ("rg", ("0.65", "0.65", "0.65")) in operators(finished(body))
    soft = replace(SCREEN, palette={(0, 0, 0, 0.35): (0.7, 0.7, 0.71)})
    assert ("rg", ("0.7", "0.7", "0.71")) in operators(finish_screen(raw(body).screen, soft))


def test_a_colour_without_a_twin_is_refused_with_its_numbers() -> None:
    body = '<p style="color: device-cmyk(.3 .2 .1 0)">色</p>'
    assert refusal(body) == [("screen/colour", "page 1: no screen colour for device-cmyk(0.3 0.2 0.1 0)")]


def test_a_picture_in_cmyk_is_refused() -> None:
    data = BytesIO()
    with opened(raw().screen) as pdf:
        for one in pdf.objects:
            if isinstance(one, Stream) and one.get("/ColorSpace") == Name.DeviceRGB:
                one.write(Image.new("CMYK", (40, 20)).tobytes())
                one["/ColorSpace"] = Name.DeviceCMYK
        pdf.save(data)
    with pytest.raises(ContentError) as refused:
        finish_screen(data.getvalue(), SCREEN)
    assert {one.code for one in refused.value.findings} == {"screen/picture"}


def test_a_gradient_is_refused() -> None:
    style = ".panel { background: linear-gradient(#fff, #000) }"
    assert [code for code, _ in refusal('<p class="panel">渐变</p>', style)] == ["screen/gradient"]


def test_the_page_is_cut_to_its_trim() -> None:
    with opened() as pdf:
        page = pdf.pages[0].obj
        for key in ("/MediaBox", "/CropBox", "/TrimBox"):
            assert [float(v) for v in page[key]] == pytest.approx([0, 0, *TRIM], abs=1e-3)
        assert "/BleedBox" not in page


def test_links_and_bookmarks_still_lead_somewhere_on_the_page() -> None:
    with opened() as pdf:
        page = pdf.pages[0].obj
        rectangles = [[float(v) for v in one["/Rect"]] for one in page["/Annots"]]
        assert all(
            0 < left < right < TRIM[0] and 0 < low < high < TRIM[1] for left, low, right, high in rectangles
        )
        names = [str(name) for name in pdf.Root["/Names"]["/Dests"]["/Names"][::2]]
        leads = [one["/Dest"] for one in page["/Annots"] if "/Dest" in one]
        assert {str(one) for one in leads if isinstance(one, String)} <= set(names)
        assert all(one[0].objgen == page.objgen for one in leads if isinstance(one, Array))
        assert str(pdf.Root["/Outlines"]["/First"]["/Title"]) == "司法保护"


def test_a_link_is_described_in_its_own_language_and_not_twice() -> None:
    with opened() as pdf:
        said = [str(one["/Contents"]) for one in pdf.pages[0].obj["/Annots"]]
        assert said == [
            "转到：司法保护",
            "Go to: The courts",
            "转到：注释1",
            "打开网页：网站（https://example.org/）",
            "回到正文：注释1",
        ]
        known = tags(pdf)
        assert [one.kind for one in known].count("Link") == 5
        assert not any("Link" in one.around for one in known if one.kind == "Link")
        numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        owners = [one for one in numbers[1::2] if isinstance(one, Dictionary)]
        assert [one["/S"] for one in owners] == [Name.Link] * 5


def test_title_and_page_number_of_the_contents_are_one_link_in_two_places() -> None:
    with opened() as pdf:
        second = pdf.pages[0].obj["/Annots"][1]
        assert len(second["/QuadPoints"]) == 16


def test_languages_are_stated_where_they_change() -> None:
    with opened() as pdf:
        stated = [(one.kind, one.language) for one in tags(pdf) if one.language]
        assert str(pdf.Root["/Lang"]) == "zh-Hans"
        assert stated == [("Document", "zh-Hans"), ("Link", "en"), ("P", "en"), ("Span", "zh-Hans")]


def test_contents_and_notes_are_tagged_as_such() -> None:
    with opened() as pdf:
        known = tags(pdf)
        (entry,) = [one for one in known if one.kind == "TOCI"]
        assert entry.around == ("Document", "TOC")
        (note,) = [one for one in known if one.kind == "Note"]
        assert str(note.element["/ID"]) == "note-1"
        assert note.around == ("Document", "P"), "read at the end of the paragraph that calls it"
        assert next(one.kind for one in known if "Note" in one.around) == "Lbl"
        assert [one.around for one in known if one.kind == "Link"][2] == ("Document", "P", "Reference")


def test_table_heads_say_what_they_head() -> None:
    with opened() as pdf:
        scopes = [str(one.element["/A"]["/Scope"]) for one in tags(pdf) if one.kind == "TH"]
        assert scopes == ["/Column", "/Column", "/Row"]
        (cell,) = [one.element for one in tags(pdf) if one.kind == "TD"]
        assert [str(name) for name in cell["/A"]["/Headers"]] == ["table-1-1-2", "table-1-2-1"]
        names = [str(name) for name in pdf.Root["/StructTreeRoot"]["/IDTree"]["/Names"][::2]]
        assert names == ["note-1", "table-1-1-1", "table-1-1-2", "table-1-2-1"]


def test_figures_are_described_and_lie_where_they_are_shown() -> None:
    with opened() as pdf:
        figures = [one.element for one in tags(pdf) if one.kind == "Figure"]
        assert [str(one["/Alt"]) for one in figures] == ["彩色的图", "灰色的图", "收案的图表"]
        for one in figures:
            left, low, right, high = (float(v) for v in one["/A"]["/BBox"])
            assert 0 < left < right < TRIM[0]
            assert 0 < low < high < TRIM[1]
        first = [float(v) for v in figures[0]["/A"]["/BBox"]]
        assert first[2] - first[0] == pytest.approx(30, abs=0.01), "40 px are 30 pt"


def test_folios_are_decoration() -> None:
    with opened() as pdf:
        marks = [one.operands for one in parse_content_stream(pdf.pages[0]) if str(one.operator) == "BDC"]
        artefacts = [properties for tag, properties in marks if tag == Name.Artifact]
        assert {str(properties["/Type"]) for properties in artefacts} == {"/Pagination"}
        held = {int(one) for tag in tags(pdf) for one in tag.element["/K"] if not isinstance(one, Dictionary)}
        marked = {int(properties["/MCID"]) for _, properties in marks if "/MCID" in properties}
        assert held == marked, "what is marked is read, and all else is decoration"


def test_readers_show_the_title_and_know_the_standard() -> None:
    with opened() as pdf:
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert pdf.Root["/MarkInfo"]["/Marked"]
        assert pdf.Root["/OutputIntents"][0]["/S"] == Name.GTS_PDFA1
        assert str(pdf.trailer["/Info"]["/Title"]) == SCREEN.title
        xmp = pdf.Root["/Metadata"].read_raw_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<dc:language><rdf:Bag><rdf:li>zh-Hans</rdf:li></rdf:Bag></dc:language>" in xmp
    assert "<xmp:CreateDate>2025-04-26T00:00:00Z</xmp:CreateDate>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in xmp


def test_the_same_layout_gives_the_same_bytes() -> None:
    assert finish_screen(laid_out("<p>一</p>", "").screen, SCREEN) == finished("<p>一</p>")


def test_the_folder_of_a_picture_leaves_no_trace() -> None:
    # Each layout has a folder of its own; the engine names a picture after its address.
    two = '<p><img src="colour.png" alt="彩色的图"> <img src="grey.png" alt="灰色的图"></p>'
    one, other = laid_out(two, "").screen, laid_out(two, "").screen
    assert names(one) != names(other)
    assert finish_screen(one, SCREEN) == finish_screen(other, SCREEN)
    assert names(finish_screen(one, SCREEN)) == ["/X1", "/X2"]


def names(data: bytes) -> list[str]:
    """Return what the first page calls its pictures."""
    with opened(data) as pdf:
        return sorted(pdf.pages[0].resources["/XObject"].keys())


def test_another_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "ENGINE", "71.0")
    with pytest.raises(ToolError, match=r"70\.0, not 71\.0"):
        tagging.install()
