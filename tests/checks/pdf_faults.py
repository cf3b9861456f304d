"""Files with one fault each: how they are broken, and the code of the finding that must say so."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from tests.render.engine_pages import SCREEN

Fault = Callable[[Pdf], None]


def broken(data: bytes, fault: Fault) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        fault(pdf)
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def paint(content: str) -> Fault:
    return lambda pdf: pdf.pages[0].contents_add(f"q {content} Q".encode())


def resource(kind: str, make: Callable[[Pdf], Object]) -> Fault:
    def fault(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj["/Resources"]
        if kind not in resources:
            resources[kind] = Dictionary()
        resources[kind]["/Odd"] = make(pdf)

    return fault


def both(*faults: Fault) -> Fault:
    def all_of(pdf: Pdf) -> None:
        for fault in faults:
            fault(pdf)

    return all_of


def form(content: bytes, **keys: Object) -> Callable[[Pdf], Object]:
    return lambda pdf: pdf.make_stream(
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 9, 9]),
        Resources=Dictionary(),
        **keys,
    )


def picture(space: Object) -> Callable[[Pdf], Object]:
    return lambda pdf: pdf.make_stream(
        b"\x80" * 3, Subtype=Name.Image, ColorSpace=space, BitsPerComponent=8, Width=1, Height=1
    )


def gradient(pdf: Pdf) -> Object:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 1, 1], N=1)
    return pdf.make_indirect(
        Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=function)
    )


def icc(pdf: Pdf) -> Object:
    return Array([Name.ICCBased, pdf.make_stream(b"", N=3)])


def tile(pdf: Pdf) -> Object:
    return pdf.make_stream(
        b"1 0 0 rg 0 0 1 1 re f", PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 1, 1]), XStep=1,
        YStep=1, Resources=Dictionary(),
    )  # fmt: skip


def mask(pdf: Pdf) -> Object:
    group = form(b"1 0 0 rg 0 0 1 1 re f")(pdf)
    return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))


def glyphs(pdf: Pdf) -> Object:
    procedure = pdf.make_stream(b"1 0 0 rg 0 0 1 1 re f")
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=procedure), Encoding=Name.Odd)
    )


def set_in(path: str, value: object) -> Fault:
    """Set a key, or take it away when the value is nothing; the path starts at the catalog or at page 1."""

    def fault(pdf: Pdf) -> None:
        holder: Object = pdf.pages[0].obj if path.startswith("page/") else pdf.Root
        *way, last = path.removeprefix("page/").split("/")
        for step in way:
            holder = holder[int(step)] if step.isdecimal() else holder[f"/{step}"]
        if value is None:
            del holder[f"/{last}"]
        else:
            holder[f"/{last}"] = value

    return fault


def in_xmp(old: str, new: str) -> Fault:
    def fault(pdf: Pdf) -> None:
        metadata = pdf.Root["/Metadata"]
        text = metadata.read_bytes().decode()
        assert old in text
        metadata.write(text.replace(old, new).encode())

    return fault


def in_font(change: Callable[[Pdf, Object], None]) -> Fault:
    def fault(pdf: Pdf) -> None:
        fonts = (
            one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type0
        )
        change(pdf, next(fonts))

    return fault


def not_embedded(_: Pdf, font: Object) -> None:
    del font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


def boxes(**given: list[float]) -> Fault:
    def fault(pdf: Pdf) -> None:
        for key, value in given.items():
            pdf.pages[0].obj[f"/{key}"] = Array(value)

    return fault


FONT_FAULTS = {
    "not embedded": (in_font(not_embedded), "pdf/font-not-embedded"),
    "whole": (in_font(lambda _, font: _set(font, "/BaseFont", Name("/RP-Song"))), "pdf/font-not-subset"),
    "foreign": (in_font(lambda _, font: _set(font, "/BaseFont", Name("/ABCDEF+SimSun"))), "pdf/foreign-font"),
    "a near name": (
        in_font(lambda _, font: _set(font, "/BaseFont", Name("/ABCDEF+RP-Songs"))),
        "pdf/foreign-font",
    ),
    "missing glyph": (
        in_font(lambda pdf, font: _set(font, "/Encoding", pdf.make_stream(b""))),
        "pdf/missing-glyph",
    ),
    "no characters": (in_font(lambda _, font: _delete(font, "/ToUnicode")), "pdf/no-unicode"),
}

PRESS_FAULTS = {
    "rgb": (paint("1 0 0 rg 0 0 1 1 re f"), "COLOUR.rgb"),
    "rgb stroke by name": (paint("/DeviceRGB CS 1 0 0 SCN 0 0 m 1 1 l S"), "COLOUR.rgb"),
    "lab": (
        both(
            resource("/ColorSpace", lambda _: Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])])),
            paint("/Odd cs 50 1 1 scn 0 0 1 1 re f"),
        ),
        "COLOUR.space",
    ),
    "icc rgb": (
        both(resource("/ColorSpace", icc), paint("/Odd cs 1 0 0 scn 0 0 1 1 re f")),
        "COLOUR.icc COLOUR.rgb",
    ),
    "rgb in a form": (
        both(resource("/XObject", form(b"1 0 0 rg 0 0 1 1 re f")), paint("/Odd Do")),
        "COLOUR.rgb",
    ),
    "rgb in a form nobody calls": (resource("/XObject", form(b"1 0 0 rg 0 0 1 1 re f")), "COLOUR.unpainted"),
    "rgb in a pattern": (
        both(resource("/Pattern", tile), paint("/Pattern cs /Odd scn 0 0 1 1 re f")),
        "COLOUR.rgb",
    ),
    "rgb in a soft mask": (both(resource("/ExtGState", mask), paint("/Odd gs")), "COLOUR.rgb"),
    "rgb picture": (
        both(resource("/XObject", picture(Name.DeviceRGB)), paint("/Odd Do")),
        "COLOUR.rgb",
    ),
    "rgb palette picture": (
        resource("/XObject", picture(Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")]))),
        "COLOUR.unpainted",
    ),
    "rgb picture in the content": (
        paint("BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"),
        "COLOUR.rgb",
    ),
    "rgb gradient": (both(resource("/Shading", gradient), paint("/Odd sh")), "COLOUR.rgb"),
    "rgb group": (
        resource("/XObject", form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
        "COLOUR.unpainted",
    ),
    "rgb group of the page": (
        set_in("page/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        "GWG.R0030",
    ),
    "no intent": (set_in("OutputIntents", None), "X.output-intent"),
    "no registry": (set_in("OutputIntents/0/RegistryName", None), "X.oi-registry"),
    "condition of many lines": (
        set_in("OutputIntents/0/OutputConditionIdentifier", String("This profile\nis used")),
        "X.oi-identifier",
    ),
    "a profile of a screen": (
        lambda pdf: pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(SCREEN.profile),
        "GWG.R0035 X.oi-class",
    ),
    "no key": (in_xmp("PDF/X-4", "PDF/X-3"), "X.version-key"),
    "not said whether trapped": (lambda pdf: _delete(pdf.trailer["/Info"], "/Trapped"), "X.trapped"),
    "bookmarks": (set_in("Outlines", Dictionary()), "JOB.navigation"),
    "a note": (
        set_in("page/Annots", Array([Dictionary(Subtype=Name.Text, Rect=[0, 0, 9, 9])])),
        "X.annotation",
    ),
    "art box": (set_in("page/ArtBox", Array([9, 9, 99, 99])), "X.trim-and-art"),
    "no trim": (set_in("page/TrimBox", None), "X.trimbox"),
    "bleed beyond the sheet": (boxes(BleedBox=[0, 0, 500, 500]), "X.box-nesting"),
    "little bleed": (boxes(TrimBox=[6, 6, 306, 428]), "JOB.bleed"),
    "below zero": (boxes(MediaBox=[-1, 0, 314.6457, 436.5354]), "JOB.origin"),
}


def _set(holder: Object, key: str, value: Object) -> None:
    holder[key] = value


def _delete(holder: Object, key: str) -> None:
    del holder[key]
