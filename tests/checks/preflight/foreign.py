"""Faults as other programs make them: hidden in odd places, inherited, scaled, called by another name."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String
from tests.checks.preflight.breaking import (
    AT,
    ON_TINT,
    SQUARE,
    Case,
    Fault,
    annotation,
    both,
    boxes,
    case,
    colour,
    device_n,
    drawn_font,
    form,
    icc,
    in_page,
    in_root,
    layers,
    nothing,
    paint,
    picture,
    placed,
    resource,
    separation,
    set_in,
    standard_font,
    state,
)
from tests.checks.preflight.clean import MM, codes, profile
from tests.checks.preflight.corpus import stencil

RGB_ICC = icc(profile(b"RGB ", b"mntr"), 3)
RGB_SQUARE = "1 0 0 rg 0 0 9 9 re f"


def on_the_tree(key: str, value: object, *, away: str = "") -> Fault:
    """Set a key for all pages at once, on the node above them."""

    def fault(pdf: Pdf) -> None:
        pdf.Root["/Pages"][key] = value
        for page in pdf.pages:
            if away and away in page.obj:
                del page.obj[away]

    return fault


def within_a_form(make_one: Fault) -> Fault:
    """Let a fault that paints on page 1 be painted by a form of page 1 instead."""

    def fault(pdf: Pdf) -> None:
        before = pdf.pages[0].obj["/Contents"]
        pdf.pages[0].obj["/Contents"] = pdf.make_stream(b"")
        make_one(pdf)
        pdf.pages[0].contents_coalesce()
        inner = form(pdf.pages[0].Contents.read_bytes().decode("latin-1"))(pdf)
        pdf.pages[0].obj["/Contents"] = before
        placed(lambda _: inner, 1, "0 0")(pdf)

    return fault


def over(make_one: object, *more: object) -> Object:
    """Return a palette over a space."""
    return Array([Name.Indexed, make_one, 0, *more])


def tile(content: str, paint_type: int = 1) -> Fault:
    def make_one(pdf: Pdf) -> Object:
        return pdf.make_stream(
            content.encode(), PatternType=1, PaintType=paint_type, TilingType=1, BBox=[0, 0, 9, 9], XStep=9,
            YStep=9, Resources=Dictionary(),
        )  # fmt: skip

    return resource("/Pattern", make_one)


def mesh(pdf: Pdf) -> Object:
    """Return a gradient of triangles in RGB."""
    corner = bytes([0, 0, 0, 255, 0, 0]) + bytes([0, 255, 0, 0, 255, 0]) + bytes([0, 0, 255, 0, 0, 255])
    return pdf.make_stream(
        corner, ShadingType=4, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=8, BitsPerComponent=8,
        BitsPerFlag=8, Decode=[0, 30, 0, 30, 0, 1, 0, 1, 0, 1],
    )  # fmt: skip


def drawn_with_text(pdf: Pdf) -> Object:
    """Return a drawn font whose glyph is set in a font that is not embedded."""
    font = drawn_font(pdf)
    font["/Resources"] = Dictionary(Font=Dictionary(H=standard_font("Helvetica")(pdf)))
    font["/CharProcs"]["/W"] = pdf.make_stream(b"600 0 d0 BT /H 500 Tf (W) Tj ET")
    return font


def set_by_a_state(pdf: Pdf) -> None:
    """Write in a font that a graphics state brings."""
    font = standard_font("Helvetica")(pdf)
    resource("/ExtGState", lambda _: Dictionary(Type=Name.ExtGState, Font=Array([font, 10])))(pdf)
    paint(f"/Over gs 0 0 0 1 k BT /Odd gs {AT} Td (Word) Tj ET")(pdf)


def looks(content: str) -> Fault:
    """Put an annotation on the page that looks otherwise when it is on."""
    return lambda pdf: annotation(
        "Stamp", AP=Dictionary(N=Dictionary(On=form(content)(pdf), Off=form("")(pdf))), AS=Name.On
    )(pdf)


def field(pdf: Pdf) -> None:
    annotation("Widget", FT=Name.Tx, T=String("name"))(pdf)
    in_root("/AcroForm", Dictionary(Fields=pdf.pages[0].obj["/Annots"]))(pdf)


def attached(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"words", Type=Name.EmbeddedFile)
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=stream)))
    annotation("FileAttachment", FS=file)(pdf)


def masked(space: Object) -> Fault:
    """Place a picture with a soft mask in a space."""

    def make_one(pdf: Pdf) -> Object:
        return picture(SMask=picture(space)(pdf))(pdf)

    return both(placed(make_one, 23), in_page("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)))


def flipped(data: bytes) -> bytes:
    """Change a byte in the middle of the last stream, which is the table of objects."""
    at = data.rindex(b"endstream") - 12
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


def to_rgb(pdf: Pdf) -> Object:
    """Return what turns two inks into RGB."""
    return pdf.make_stream(b"{pop pop 1 1 0}", FunctionType=4, Domain=[0, 1] * 2, Range=[0, 1] * 3)


PACKED = (("object_stream_mode", ObjectStreamMode.generate),)

FOREIGN: dict[str, Case] = {
    "RGB in a tile of a form": case(
        "COLOUR.rgb", within_a_form(both(tile(RGB_SQUARE), paint(f"/Pattern cs /Odd scn {SQUARE}")))
    ),
    "RGB for a tile that has no colour": case(
        "COLOUR.rgb",
        both(
            tile("0 0 5 5 re f", 2),
            resource("/ColorSpace", lambda _: Array([Name.Pattern, Name.DeviceRGB])),
            paint(f"/Odd cs 1 0 0 /Odd scn {SQUARE}"),
        ),
    ),
    "RGB in a picture in the content of a form": case(
        "COLOUR.rgb",
        within_a_form(paint(f"20 0 0 20 {AT} cm BI /W 2 /H 1 /BPC 8 /CS /RGB /F /AHx ID 00ff00ff00ff> EI")),
    ),
    "an appearance in RGB for one state": case("COLOUR.rgb X.annotation", looks(RGB_SQUARE)),
    "a palette over RGB with a profile": case(
        "COLOUR.rgb",
        placed(lambda pdf: picture(over(RGB_ICC(pdf), String("abc")))(pdf), 23),
    ),
    "a palette over a spot colour with an RGB alternate": case(
        "COLOUR.alternate GWG.R0020",
        placed(
            lambda pdf: picture(over(separation("Gold", Name.DeviceRGB, (1, 1, 0))(pdf), String("a")))(pdf),
            23,
        ),
    ),
    "several inks with an RGB alternate": case(
        "COLOUR.alternate GWG.R0020",
        colour(
            lambda pdf: Array([*[*device_n("Cyan", "Gold")(pdf)][:2], Name.DeviceRGB, to_rgb(pdf)]), "1 1"
        ),
    ),
    "a mask that is filled with RGB": case(
        "COLOUR.rgb", both(resource("/XObject", stencil), paint(f"1 0 0 rg 5.76 0 0 5.76 {AT} cm /Odd Do"))
    ),
    "a gradient of triangles in RGB": case(
        "COLOUR.rgb", both(resource("/Shading", mesh), paint(f"{AT} 20 20 re W n /Odd sh"))
    ),
    "the outline of text in RGB": case(
        "COLOUR.rgb",
        paint(f"/Over gs 0 0 0 1 k 1 0 0 RG 1 w 2 Tr BT /F 14 Tf {AT} Td <{codes('ABC')}> Tj ET"),
    ),
    "a picture in RGB within letters": case(
        "COLOUR.rgb",
        both(
            resource("/XObject", picture(Name.DeviceRGB)),
            paint(f"BT /F 30 Tf 7 Tr {AT} Td <{codes('ABC')}> Tj ET 23 0 0 23 {AT} cm /Odd Do"),
        ),
    ),
    "a picture in RGB with one colour cut out": case(
        "COLOUR.rgb", placed(picture(Name.DeviceRGB, Mask=[0, 9, 0, 9, 0, 9]), 23)
    ),
    "a group in RGB with a profile": case(
        "GWG.R0030",
        placed(
            lambda pdf: form(
                "0.1 0 0 0 k 0 0 9 9 re f", Group=Dictionary(S=Name.Transparency, CS=RGB_ICC(pdf))
            )(pdf),
            1,
        ),
    ),
    "a soft mask in RGB": case("COLOUR.unpainted", masked(Name.DeviceRGB)),
    "a trim that is only on the tree": case(
        "X.trimbox", on_the_tree("/TrimBox", Array([8.5, 8.5, 178.6, 235.3]), away="/TrimBox")
    ),
    "pages turned by the tree": case("GWG.R0004", on_the_tree("/Rotate", 90)),
    "pages cropped by the tree": case("GWG.R0003", on_the_tree("/CropBox", Array([9, 9, 170, 230]))),
    "a bleed that is short on one side": case("JOB.bleed", boxes(BleedBox=(0, 0, 64.5, 86))),
    "a line made thin by scaling": case(
        "LINE.hairline", paint(f"/Over gs 0 0 0 1 K {AT} m 0.05 0 0 0.05 0 0 cm 2 w 900 900 l S")
    ),
    "text made tiny by a form": case(
        "TEXT.small",
        both(
            resource(
                "/XObject",
                form(f"/Over gs 0 0 0 1 k BT /F 10 Tf <{codes('ABC')}> Tj ET", Matrix=[0.4, 0, 0, 0.4, 0, 0]),
            ),
            paint(f"1 0 0 1 {AT} cm /Odd Do"),
        ),
    ),
    "black text that overprints in the wrong mode": case(
        "GWG.R0009",
        both(
            resource("/ExtGState", lambda _: Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=0)),
            paint(f"/Odd gs 0 0 0 1 k BT /F 9 Tf {ON_TINT} Td <{codes('ABC')}> Tj ET"),
        ),
    ),
    "nothing of black that overprints": case(
        "GWG.R0008",
        both(
            resource("/ColorSpace", separation("Black", c1=(0, 0, 0, 1))),
            paint(f"/Over gs /Odd cs 0 scn {SQUARE}"),
        ),
    ),
    "opacity and a group in RGB": case(
        "GWG.R0030",
        both(state(ca=0.5), in_page("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    ),
    "a font that is not embedded, in a drawn one": case("FONT.embed FONT.type3", set_in(drawn_with_text)),
    "a font that a state brings, not embedded": case("FONT.embed", set_by_a_state),
    "a field to fill in": case("X.acroform X.annotation", field),
    "a file pinned to a page": case("X.annotation X.attachment", attached),
    "a film": case("X.annotation", annotation("Screen")),
    "PDF 2.0": case("PDF.version", nothing, version="2.0"),
    "a layer within a layer that is off": case("GWG.R0036 X.optional-content", layers(hidden=True)),
    "a packed table of objects with a changed byte": case(
        "PDF.stream PDF.syntax", nothing, after=flipped, options=PACKED
    ),
    "a page of another size, turned": case(
        "GWG.R0004 JOB.bleed", both(boxes(TrimBox=(3, 3, 63, 85)), in_page("/Rotate", 180))
    ),
    "a resource that is no dictionary": case(
        "FONT.undefined GWG.R0010 PDF.resource PDF.syntax", in_page("/Resources", Array([1, 2 * MM]))
    ),
}
