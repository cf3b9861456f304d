"""Clean files pass without a finding, whatever conventions their makers keep to."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, String
from tests.checks.preflight.breaking import (
    AT,
    ON_TINT,
    SQUARE,
    annotation,
    both,
    boxes,
    colour,
    device_n,
    form,
    gradient,
    in_page,
    in_xmp,
    masked_by,
    paint,
    picture,
    placed,
    resource,
    separation,
    state,
    write,
)
from tests.checks.preflight.clean import BLEED, HEIGHT, MM, WIDTH, make, profile, saved
from tests.checks.preflight.corpus import GROUP, RGB_ICC, jpeg, x1a

from reportpub.checks.preflight.examine import Verdict, preflight
from reportpub.checks.preflight.profiles import built_in

PAGE_GROUP = in_page("/Group", GROUP)


def nothing(_: Pdf) -> None:
    """Leave the file as it is."""


def inherited(pdf: Pdf) -> None:
    """Say once for all pages what is the same on all."""
    pages = pdf.Root["/Pages"]
    first = pdf.pages[0].obj
    for key in ("/MediaBox", "/Resources"):
        pages[key] = first[key]
        for page in pdf.pages:
            del page.obj[key]


def contents_in_parts(pdf: Pdf) -> None:
    """Cut the content of a page in the middle of a text, as some programs do."""
    page = pdf.pages[0].obj
    data = page["/Contents"].read_bytes()
    at = data.index(b" Td") + 3
    page["/Contents"] = Array([pdf.make_stream(data[:at]), pdf.make_stream(data[at:])])


def marks(pdf: Pdf) -> None:
    """Add crop marks in the registration colour outside of the bleed."""
    slug = 10 * MM
    for page in pdf.pages:
        page.obj["/MediaBox"] = Array([-slug, -slug, WIDTH + 2 * BLEED + slug, HEIGHT + 2 * BLEED + slug])
        page.obj["/Resources"]["/ColorSpace"]["/All"] = separation("All", c1=(1, 1, 1, 1))(pdf)
        page.contents_add(
            f"q /All CS 1 SCN 0.25 w {BLEED:.3f} {-slug + 1:.3f} m {BLEED:.3f} -2 l S Q".encode()
        )


def named_properties(pdf: Pdf) -> None:
    """Write the properties of the metadata as attributes."""
    text = pdf.Root["/Metadata"].read_bytes().decode()
    one = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    moved = text.replace(one, "").replace(
        'pdf:Trapped="False"', 'pdf:Trapped="False" pdfxid:GTS_PDFXVersion="PDF/X-4"'
    )
    pdf.Root["/Metadata"].write(moved.encode())


def rgb_photograph(pdf: Pdf) -> None:
    """Place a picture in RGB that brings its profile."""
    placed(lambda one: picture(RGB_ICC(one))(one), 23)(pdf)


CLEAN: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "as it is": (nothing, "sheet-cmyk"),
    "boxes and resources inherited": (inherited, "sheet-cmyk"),
    "content in several streams": (contents_in_parts, "sheet-cmyk"),
    "crop marks outside of the bleed": (marks, "sheet-cmyk"),
    "a crop box that is the media box": (boxes(CropBox=(0, 0, 66, 86)), "sheet-cmyk"),
    "boxes written upside down": (boxes(TrimBox=(63, 83, 3, 3)), "sheet-cmyk"),
    "not turned": (in_page("/Rotate", 0), "sheet-cmyk"),
    "opacity in CMYK": (both(state(ca=0.5), PAGE_GROUP), "sheet-cmyk"),
    "a blend mode in CMYK": (both(state(BM=Name.Multiply), PAGE_GROUP), "sheet-cmyk"),
    "a mask in grey": (
        both(
            masked_by("0.5 g 0 0 400 400 re f", Dictionary(S=Name.Transparency, CS=Name.DeviceGray)),
            PAGE_GROUP,
        ),
        "sheet-cmyk",
    ),
    "a group in CMYK": (placed(form("0.1 0 0 0 k 0 0 9 9 re f", Group=GROUP), 1), "sheet-cmyk"),
    "forms within forms": (
        placed(
            lambda pdf: form(
                "/In Do", Resources=Dictionary(XObject=Dictionary(In=form("0.1 0 0 0 k 0 0 9 9 re f")(pdf)))
            )(pdf),
            1,
        ),
        "sheet-cmyk",
    ),
    "a JPEG in CMYK": (placed(jpeg, 23), "sheet-cmyk"),
    "a JPEG in grey": (placed(lambda pdf: jpeg(pdf, "L"), 23), "sheet-cmyk"),
    "a palette of CMYK": (
        placed(picture(Array([Name.Indexed, Name.DeviceCMYK, 1, String(b"\x10\x20\x30\x40" * 2)])), 23),
        "sheet-cmyk",
    ),
    "a bitmap of 1200 to the inch": (placed(picture(Name.DeviceGray, bits=1), 5.76), "sheet-cmyk"),
    "a gradient in CMYK": (
        both(
            resource("/Shading", gradient(Name.DeviceCMYK, (0, 0, 0, 0), (0.2, 0, 0, 0))),
            paint(f"{AT} 20 20 re W n /Odd sh"),
        ),
        "sheet-cmyk",
    ),
    "black as an ink of its own": (colour(separation("Black", c1=(0, 0, 0, 1)), "0.5"), "sheet-cmyk"),
    "process inks by name": (colour(device_n("Cyan", "Black"), "0.2 0.2"), "sheet-cmyk"),
    "no ink at all": (colour(separation("None"), "1"), "sheet-cmyk"),
    "the comment of a printer": (annotation("PrinterMark"), "sheet-cmyk"),
    "a comment outside of the bleed": (annotation("Text", (-90, -90, -60, -60)), "sheet-cmyk"),
    "white text on a tint": (write(size=9, colour="0 0 0 0 k", at=ON_TINT, over=False), "sheet-cmyk"),
    "large text in four blacks": (write(size=14, colour="0.3 0.2 0.2 1 k", over=False), "sheet-cmyk"),
    "grey in grey": (paint(f"0.8 g {SQUARE}"), "sheet-cmyk"),
    "properties written as attributes": (named_properties, "sheet-cmyk"),
    "another printing condition": (
        lambda pdf: pdf.Root["/OutputIntents"][0].__setitem__(
            "/OutputConditionIdentifier", String("CGATS TR 006")
        ),
        "sheet-cmyk",
    ),
    "a later minute in the metadata": (in_xmp("DocumentID>uuid:1", "DocumentID>uuid:2"), "sheet-cmyk"),
    "a photograph in RGB with a profile": (rgb_photograph, "sheet-cmyk-rgb"),
    "PDF/X-1a": (x1a, "x-1a"),
}


def counted(data: bytes, name: str = "sheet-cmyk", *, ink: bool = False) -> list[str]:
    found = preflight(data, built_in(name), ink=ink)
    assert found.unread is None
    return sorted({rule for rule, _, _ in found.counted})


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_file_has_no_finding(name: str) -> None:
    fault, chosen = CLEAN[name]
    pdf = make()
    fault(pdf)
    assert counted(saved(pdf, "1.4" if chosen == "x-1a" else "1.6"), chosen) == []


@pytest.mark.parametrize(
    "options",
    [
        {"object_stream_mode": ObjectStreamMode.generate},
        {"compress_streams": False},
        {"linearize": True},
        {"qdf": True},
    ],
    ids=str,
)
def test_however_a_clean_file_is_written_it_has_no_finding(options: dict[str, object]) -> None:
    assert counted(saved(make(), **options)) == []  # type: ignore[arg-type]


@pytest.mark.skipif(shutil.which("mutool") is None, reason="the ink is measured with mutool here")
@pytest.mark.parametrize("fault", [nothing, marks, inherited], ids=lambda fault: str(fault.__name__))
def test_a_clean_file_passes(fault: Callable[[Pdf], None]) -> None:
    pdf = make()
    fault(pdf)
    found = preflight(saved(pdf), built_in("sheet-cmyk"))
    assert found.verdict is Verdict.PASS
    assert found.counted == {}
    assert [one.page for one in found.ink] == [1, 2, 3, 4]


def test_what_cannot_be_read_is_not_checked_and_never_a_pass() -> None:
    locked = saved(make(), encryption=Encryption(owner="a", user="b"))
    for data in (b"", b"no PDF", locked, saved(make())[:300]):
        found = preflight(data, built_in("sheet-cmyk"), ink=False)
        assert found.verdict is Verdict.UNCHECKED
        assert found.unread is not None


def test_a_file_is_the_same_whenever_it_is_made() -> None:
    assert saved(make()) == saved(make())
    assert profile() == profile()
