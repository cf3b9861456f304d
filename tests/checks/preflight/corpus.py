"""The corpus of broken files: at least one for each rule, each with every rule that must tell of it."""

from __future__ import annotations

import zlib
from io import BytesIO

from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Stream, StreamDecodeLevel, String
from PIL import Image
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
    cut_stream,
    device_n,
    drawn_font,
    form,
    gradient,
    icc,
    in_descendant,
    in_font,
    in_info,
    in_intent,
    in_page,
    in_root,
    in_xmp,
    layers,
    masked_by,
    nothing,
    page_of,
    paint,
    picture,
    picture_of,
    placed,
    raw,
    resource,
    separation,
    set_in,
    standard_font,
    state,
    whole_font,
    write,
)
from tests.checks.preflight.clean import BLEED, CONTENT, MM, Value, codes, profile

from reportpub.seal import sealed

SPOT = separation("PANTONE 185 C")
RGB_ICC = icc(profile(b"RGB ", b"mntr"), 3)
LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
CAL_RGB = Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])
CAL_GRAY = Array([Name.CalGray, Dictionary(WhitePoint=[0.95, 1, 1.09])])
GROUP_RGB = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
ACTION = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
AS_IT_STANDS = (("stream_decode_level", StreamDecodeLevel.none), ("compress_streams", False))
SMALL = 20 * 72 / 25.4


def jpeg(pdf: Pdf, mode: str = "CMYK", cut: int = 0, junk: bytes = b"") -> Object:
    """Return a picture in JPEG: whole, cut off, or with other bytes in its data."""
    noise = Image.frombytes("L", (96, 96), bytes((at * 7919) % 251 for at in range(96 * 96)))
    out = BytesIO()
    Image.merge(mode, [noise] * len(mode)).save(out, "JPEG", quality=90)
    data = out.getvalue()
    if cut:
        data = data[:-cut]
    if junk:
        middle = len(data) * 2 // 3
        data = data[:middle] + junk + data[middle + len(junk) :]
    space = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}[mode]
    found = pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=96, Height=96, ColorSpace=space, BitsPerComponent=8
    )
    found["/Filter"] = Name.DCTDecode
    return found


def proved_jpeg(pdf: Pdf) -> Object:
    """Return a picture in JPEG with compression around it, whose checksum proves it, as ours are."""
    found = jpeg(pdf)
    assert isinstance(found, Stream)
    data = found.read_raw_bytes()
    found.write(zlib.compress(data), filter=Array([Name.FlateDecode, Name.DCTDecode]))
    return found


def jpeg_2000(pdf: Pdf) -> Object:
    out = BytesIO()
    Image.frombytes("L", (96, 96), bytes(at % 80 + 40 for at in range(96 * 96))).save(out, "JPEG2000")
    found = pdf.make_stream(
        out.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=96,
        Height=96,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    found["/Filter"] = Name.JPXDecode
    return found


def filtered(pdf: Pdf, data: bytes, coding: str, **keys: Value) -> Object:
    """Return a picture of one bit in a coding."""
    found = pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=1, **keys
    )
    found["/ColorSpace"] = Name.DeviceGray
    found["/Filter"] = Name(f"/{coding}")
    return found


def stencil(pdf: Pdf) -> Object:
    """Return a mask that is filled with a colour."""
    found = picture(Name.DeviceGray, bits=1)(pdf)
    del found["/ColorSpace"]
    found["/ImageMask"] = True
    return found


def lzw(pdf: Pdf) -> Object:
    # Eight zero bytes as LZW: clear, 0, 258, 259, 258, end, in codes of nine bits.
    bits = "".join(f"{code:09b}" for code in (256, 0, 258, 259, 258, 257))
    data = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    return filtered(pdf, data, "LZWDecode")


def nested(pdf: Pdf, depth: int) -> Object:
    inner = form("0.1 0 0 0 k 0 0 10 10 re f")(pdf)
    for _ in range(depth):
        inner = pdf.make_stream(
            b"/Inner Do",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 400, 400]),
            Resources=Dictionary(XObject=Dictionary(Inner=inner)),
        )
    return inner


def recursive(pdf: Pdf) -> Object:
    own = form("/Odd Do")(pdf)
    own["/Resources"] = Dictionary(XObject=Dictionary(Odd=own))
    return own


def tile(content: str) -> Fault:
    def make_one(pdf: Pdf) -> Object:
        return pdf.make_stream(
            content.encode(),
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 9, 9]),
            XStep=9,
            YStep=9,
            Resources=Dictionary(),
        )

    return both(resource("/Pattern", make_one), paint(f"/Pattern cs /Odd scn {SQUARE}"))


def without(key: str) -> Fault:
    def fault(pdf: Pdf) -> None:
        for page in pdf.pages:
            del page.obj[key]

    return fault


def damaged_font(pdf: Pdf) -> None:
    descriptor = pdf.pages[0].obj["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0]["/FontDescriptor"]
    data = descriptor["/FontFile2"].read_bytes()
    descriptor["/FontFile2"].write(data[: len(data) // 2])


def unembedded(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


def open_type(pdf: Pdf) -> None:
    descriptor = pdf.pages[0].obj["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0]["/FontDescriptor"]
    program = descriptor["/FontFile2"]
    del descriptor["/FontFile2"]
    program["/Subtype"] = Name.OpenType
    descriptor["/FontFile3"] = program


def blank(pdf: Pdf) -> None:
    page_of(pdf, 4).obj["/Contents"] = pdf.make_stream(b"")


def heavy(inks: str, millimetres: float) -> Fault:
    side = millimetres * MM
    return paint(f"{inks} k {BLEED + 20 * MM:.3f} {BLEED + 40 * MM:.3f} {side:.3f} {side:.3f} re f")


def to_trim(pdf: Pdf) -> None:
    for page in pdf.pages:
        inset = f"k {BLEED:.3f} 0 {60 * MM:.3f}"
        content = CONTENT.replace(f"k 0 0 {66 * MM:.3f}", inset).replace("(TEXT)", f"<{codes('ABC')}>")
        assert inset in content
        page.obj["/Contents"] = pdf.make_stream(content.encode())


def squeezed(pdf: Pdf) -> None:
    data = zlib.compress(pdf.Root["/Metadata"].read_bytes())
    # Without its type, which is what the writer knows it by, the stream stays as it is.
    pdf.Root["/Metadata"] = pdf.make_stream(data, Subtype=Name.XML, Filter=Name.FlateDecode)


def two_intents(pdf: Pdf) -> None:
    pdf.Root["/OutputIntents"].append(pdf.Root["/OutputIntents"][0])


def embedded_file(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"words"


def inline(data: bytes, keys: str) -> Fault:
    def fault(pdf: Pdf) -> None:
        head = f"q {SMALL:.3f} 0 0 {SMALL:.3f} {AT} cm BI {keys} ID ".encode()
        pdf.pages[0].contents_add(head + data + b" EI Q\n")

    return fault


def deep_states(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"q " * 30 + b"Q " * 30)


def x1a(pdf: Pdf) -> None:
    """Make the clean file one of PDF/X-1a."""
    pdf.trailer["/Info"]["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")


def in_x1a(rules: str, fault: Fault, **more: Value) -> Case:
    return case(rules, both(x1a, fault), profile="x-1a", **{"version": "1.4", **more})


def twin_spots(one: str, other: str, *, same: bool = True) -> Fault:
    second = separation(other) if same else separation(other, c1=(1, 0, 0, 0))
    return both(
        resource("/ColorSpace", separation(one), "/One"),
        resource("/ColorSpace", second, "/Two"),
        paint(f"/One cs 1 scn {SQUARE} /Two cs 1 scn {SQUARE}"),
    )


FILE = {
    "something before the header": case("PDF.header", nothing, after=lambda data: b"junk\n" + data),
    "a sealed file with a changed byte": case(
        "PDF.seal", nothing, after=lambda data: sealed(data).replace(b"Coated FOGRA39", b"Coated FOGRA38")
    ),
    "a broken table of objects": case(
        "PDF.syntax", nothing, after=lambda data: data.replace(b"startxref\n", b"startxref\n9")
    ),
    "encrypted for its owner": case(
        "PDF.encrypted PDF.version X.xmp-compressed",
        nothing,
        options=(("encryption", Encryption(owner="a", user="")),),
    ),
    "too new a version": case("PDF.version", nothing, version="1.7"),
    "too new a version in the catalog": case("PDF.version", in_root("/Version", Name("/2.0"))),
    "a content that does not parse": case("PDF.content", raw("Q Q")),
    "a key with a character of no name": case(
        "PDF.syntax X.output-intent",
        nothing,
        after=lambda data: data.replace(b"/OutputIntents", b"/Output\x01ntents"),
    ),
    "a page without its content": case("PDF.content", in_page("/Contents", None)),
    "an unknown operator": case("PDF.operator", paint("1 2 xyz")),
    "too few operands": case("PDF.operator", paint("1 0 0 1 cm")),
    "a state left open": case("PDF.unclosed", raw("q")),
    "text left open": case("PDF.unclosed", raw("BT")),
    "a form that is not there": case("PDF.resource", paint("/Nowhere Do")),
    "a state that is not there": case("PDF.resource", paint("/Nowhere gs")),
    "a form that calls itself": case("PDF.recursion", placed(recursive, 1)),
    "forms too deep": case("PDF.depth", placed(lambda pdf: nested(pdf, 40), 1)),
    "a picture whose data is cut": case("PDF.stream", cut_stream("/Picture")),
    "a picture with too few pixels": case("PDF.stream", lambda pdf: picture_of(pdf).write(b"\x40" * 100)),
    "a JPEG that is cut": case("PDF.stream", placed(lambda pdf: jpeg(pdf, cut=400), 23)),
    "a JPEG with stray bytes": case(
        "PDF.stream", placed(lambda pdf: jpeg(pdf, junk=b"\xff\xe0\x00\x01"), 23)
    ),
    "a JPEG with scrambled bytes": case(
        "PDF.stream", placed(lambda pdf: jpeg(pdf, junk=b"\x11\x22" * 40), 23)
    ),
    "a bitmap that no reader can decode": case(
        "PDF.render", placed(lambda pdf: filtered(pdf, b"\0" * 8, "JBIG2Decode"), 0.7), ink=True
    ),
    "a JPEG of another size": case("PDF.stream", placed(lambda pdf: with_key(jpeg(pdf), "/Width", 90), 21)),
    "a gradient with three numbers for four inks": case(
        "PDF.shading",
        both(
            resource("/Shading", gradient(Name.DeviceCMYK, (0, 0, 0), (1, 0, 0))),
            paint(f"{AT} 20 20 re W n /Odd sh"),
        ),
    ),
    "a blend mode that does not exist": case("PDF.blend-mode", state(BM=Name.Glow)),
    "no identifier": case("X.id", nothing, after=lambda data: data.replace(b"/ID [", b"/XD [")),
    "states nested too deep": case("X.q-nesting", deep_states),
    "a change appended": case("PDF.updates", nothing, after=lambda data: data + b"%%EOF\n"),
}

STANDARD = {
    "no claim of PDF/X-4": case("X.version-key", in_xmp("PDF/X-4", "PDF/X-3")),
    "no metadata": case("X.xmp X.version-key", in_root("/Metadata", None)),
    "metadata that is no XML": case("X.xmp", in_xmp("</rdf:RDF>", "")),
    "no date in the metadata": case("X.xmp-property", in_xmp("xmp:MetadataDate", "xmp:OtherDate")),
    "compressed metadata": case("X.xmp-compressed", squeezed, options=AS_IT_STANDS),
    "no title": case("X.info", in_info("/Title", None)),
    "no date of change": case("X.info", in_info("/ModDate", String(" "))),
    "a date of no calendar": case("X.date", in_info("/CreationDate", String("2025-04-26"))),
    "another title in the metadata": case("X.info-xmp", in_info("/Title", String("Something else"))),
    "nothing said of trapping": case("X.trapped", in_info("/Trapped", None)),
    "trapping said to be unknown": case("X.trapped X.info-xmp", in_info("/Trapped", Name.Unknown)),
    "no output intent": case("X.output-intent", in_root("/OutputIntents", None)),
    "two output intents": case("X.output-intent", two_intents),
    "a condition in many lines": case(
        "X.oi-identifier", in_intent("/OutputConditionIdentifier", String("This profile\nis for paper"))
    ),
    "no condition": case("X.oi-identifier", in_intent("/OutputConditionIdentifier", None)),
    "no registry": case("X.oi-registry", in_intent("/RegistryName", None)),
    "no profile": case("X.oi-profile", in_intent("/DestOutputProfile", None)),
    "a profile of a screen": case(
        "GWG.R0035 X.oi-class",
        lambda pdf: pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(profile(b"RGB ", b"mntr")),
    ),
    "a profile of a scanner": case(
        "X.oi-class",
        lambda pdf: pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(profile(kind=b"scnr")),
    ),
    "a profile cut short": case(
        "X.oi-damaged",
        lambda pdf: pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(profile()[:-8]),
    ),
    "a profile of ICC 5": case(
        "X.oi-icc-version",
        lambda pdf: pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(profile(version=5)),
    ),
}

PAGES = {
    "no trim": case("X.trimbox", in_page("/TrimBox", None)),
    "trim and art": case("X.trim-and-art", boxes(ArtBox=(10, 10, 40, 40))),
    "a bleed beyond the page": case("X.box-nesting", boxes(BleedBox=(-3, 0, 66, 86))),
    "a page without size": case("PDF.mediabox", in_page("/MediaBox", Array([0, 0, 0, 0]))),
    "a scaled page": case("GWG.R0002", in_page("/UserUnit", 2)),
    "a cropped page": case("GWG.R0003", boxes(CropBox=(3, 3, 63, 83))),
    "a turned page": case("GWG.R0004", in_page("/Rotate", 90)),
    "a page of another size": case("GWG.R0004 JOB.bleed", boxes(TrimBox=(3, 3, 63, 85))),
    "an empty page": case("GWG.R0005", blank, ink=True),
    "too little bleed": case("JOB.bleed", boxes(BleedBox=(1, 1, 65, 85))),
    "no bleed box": case("JOB.bleed", without("/BleedBox")),
    "a tint that stops at the trim": case("JOB.bleed-fill", to_trim, ink=True),
    "text at the trim": case("JOB.safety", write(at=f"{BLEED + 2 * MM:.3f} {BLEED + 40 * MM:.3f}")),
    "a page that begins below its corner": case("JOB.origin", boxes(MediaBox=(-1, 0, 66, 86)), profile="job"),
    "five pages": case("JOB.page-count", lambda pdf: pdf.pages.append(pdf.pages[0])),
}

COLOUR = {
    "a shape in RGB": case("COLOUR.rgb", paint(f"1 0 0 rg {SQUARE}")),
    "a line in RGB by name": case("COLOUR.rgb", paint(f"/DeviceRGB CS 1 0 0 SCN {AT} m 60 60 l S")),
    "text in RGB": case("COLOUR.rgb", write(colour="0 0 1 rg")),
    "RGB in a form in a form": case(
        "COLOUR.rgb",
        placed(
            lambda pdf: form(
                "/Inner Do",
                Resources=Dictionary(XObject=Dictionary(Inner=form("1 0 0 rg 0 0 9 9 re f")(pdf))),
            )(pdf),
            1,
        ),
    ),
    "RGB in a tile": case("COLOUR.rgb", tile("1 0 0 rg 0 0 5 5 re f")),
    "RGB in a mask": case(
        "COLOUR.rgb X.page-blend",
        masked_by("1 0 0 rg 0 0 400 400 re f", Dictionary(S=Name.Transparency, CS=Name.DeviceGray)),
    ),
    "a picture in RGB": case("COLOUR.rgb", placed(picture(Name.DeviceRGB), 23)),
    "a palette of RGB": case(
        "COLOUR.rgb", placed(picture(Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])), 23)
    ),
    "a picture in the content in RGB": case("COLOUR.rgb", inline(b"abc", "/W 1 /H 1 /BPC 8 /CS /RGB")),
    "a gradient in RGB": case(
        "COLOUR.rgb",
        both(
            resource("/Shading", gradient(Name.DeviceRGB, (0, 0, 0), (1, 1, 1))),
            paint(f"{AT} 20 20 re W n /Odd sh"),
        ),
    ),
    "a gradient in RGB as a pattern": case(
        "COLOUR.rgb",
        both(
            resource(
                "/Pattern",
                lambda pdf: Dictionary(
                    PatternType=2, Shading=gradient(Name.DeviceRGB, (0, 0, 0), (1, 1, 1))(pdf)
                ),
            ),
            paint(f"/Pattern cs /Odd scn {SQUARE}"),
        ),
    ),
    "RGB with a profile": case("COLOUR.rgb", colour(RGB_ICC, "1 0 0")),
    "calibrated RGB": case("COLOUR.rgb", colour(lambda _: CAL_RGB, "1 0 0")),
    "an appearance in RGB": case(
        "COLOUR.rgb X.annotation",
        lambda pdf: annotation("Stamp", AP=Dictionary(N=form("1 0 0 rg 0 0 9 9 re f")(pdf)))(pdf),
    ),
    "DeviceRGB redefined": case(
        "COLOUR.space",
        both(
            resource("/ColorSpace", icc(profile(), 4), "/DefaultCMYK"),
            lambda pdf: page_of(pdf).obj.__setitem__(
                "/Contents", pdf.make_stream(f"0 0 0.2 0 k {SQUARE}".encode())
            ),
        ),
    ),
    "Lab": case("COLOUR.space", colour(lambda _: LAB, "50 10 10")),
    "calibrated grey": case("COLOUR.space", colour(lambda _: CAL_GRAY, "0.5")),
    "CMYK with a profile": case("COLOUR.space", colour(icc(profile(), 4), "0 0 0 0.5")),
    "a spot colour with an RGB alternate": case(
        "COLOUR.alternate GWG.R0020", colour(separation("Gold", Name.DeviceRGB, (1, 1, 0)), "1")
    ),
    "a space that is not defined": case("COLOUR.undefined", paint(f"/Nowhere cs 1 scn {SQUARE}")),
    "a profile with another number of components": case(
        "COLOUR.icc COLOUR.rgb", colour(icc(profile(), 3), "1 0 0")
    ),
    "a colour beyond its range": case("COLOUR.range", paint(f"0 1.5 0 0 k {SQUARE}")),
    "a spot colour": case("GWG.R0020", colour(SPOT, "1")),
    "a spot colour among other inks": case("GWG.R0020", colour(device_n("Cyan", "Orange"), "1 1")),
    "a spot colour under two suffixes": case(
        "GWG.R0020 GWG.R0021", twin_spots("PANTONE 185 C", "PANTONE 185 U", same=False)
    ),
    "a spot colour in two spellings": case("GWG.R0020 GWG.R0022", twin_spots("Gold", "GOLD", same=False)),
    "two spot colours defined alike": case("GWG.R0020 GWG.R0023", twin_spots("Gold", "Brass")),
    "one spot colour defined twice": case(
        "GWG.R0020 COLOUR.spot-conflict", twin_spots("Gold", "Gold", same=False)
    ),
    "the registration colour on the page": case(
        "GWG.R0024", colour(separation("All", c1=(1, 1, 1, 1)), "0.2")
    ),
    "a group in RGB": case("GWG.R0030", placed(form("0.1 0 0 0 k 0 0 9 9 re f", Group=GROUP_RGB), 1)),
    "the group of a page in RGB": case("GWG.R0030", in_page("/Group", GROUP_RGB)),
    "a mask in RGB": case("GWG.R0030 X.page-blend", masked_by("0.5 g 0 0 400 400 re f", GROUP_RGB)),
    "transparent, and no blend space": case("X.page-blend", state(ca=0.5)),
    "a transfer curve": case("X.transfer", state(TR=Name.Identity2)),
    "RGB in a form that nothing calls": case(
        "COLOUR.unpainted", resource("/XObject", form("1 0 0 rg 0 0 9 9 re f"))
    ),
    "a picture in RGB that nothing places": case(
        "COLOUR.unpainted", resource("/XObject", picture(Name.DeviceRGB))
    ),
    "a group in RGB that nothing calls": case(
        "COLOUR.unpainted", resource("/XObject", form("", Group=GROUP_RGB))
    ),
    "a halftone": case(
        "X.halftone", state(HT=Dictionary(HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round))
    ),
    "a black generation": case("X.black-generation", state(BG2=Name.Other)),
    "a rendering intent that does not exist": case("X.rendering-intent", paint("/Vivid ri")),
}

X1A = {
    "opacity in PDF/X-1a": in_x1a("X1a.transparency X.page-blend", state(ca=0.5)),
    "a group in PDF/X-1a": in_x1a("X1a.group", placed(form("0.1 0 0 0 k 0 0 9 9 re f", Group=GROUP), 1)),
    "an OpenType program in PDF/X-1a": in_x1a("FONT.opentype", open_type),
    "JPEG 2000 in PDF/X-1a": in_x1a("X.jpx", placed(jpeg_2000, 23)),
    "JBIG2 in PDF/X-1a": in_x1a("X.jbig2", placed(lambda pdf: filtered(pdf, b"\0" * 8, "JBIG2Decode"), 0.7)),
    "layers in PDF/X-1a": in_x1a("X.optional-content", layers()),
    "no claim of PDF/X-1a": case("X.version-key", nothing, profile="x-1a", version="1.4"),
    "PDF 1.6 as PDF/X-1a": in_x1a("PDF.version", nothing, version="1.6"),
}

INK = {
    "too much ink": case("GWG.R0026", heavy("0.9 0.9 0.9 0.8", 20), ink=True),
    "too much ink in a small place": case("INK.local", heavy("0.9 0.9 0.9 0.8", 6), ink=True),
    "white text that overprints": case("GWG.R0007", write(colour="0 0 0 0 k", at=ON_TINT)),
    "a white shape that overprints": case("GWG.R0008", paint(f"/Over gs 0 0 0 0 k {SQUARE}")),
    "black text that knocks out of a tint": case("GWG.R0009", write(at=ON_TINT, over=False)),
    "black text that knocks out of paper": case("GWG.R0009", write(over=False)),
    "a black line that knocks out": case("GWG.R0010", paint(f"0 0 0 1 K 0.5 w {ON_TINT} m 90 40 l S")),
    "a thin black bar that knocks out": case("GWG.R0010", paint(f"0 0 0 1 k {ON_TINT} 60 0.5 re f")),
    "small grey text on a tint": case("GWG.R0011", write(colour="0 g", at=ON_TINT, over=False)),
    "a thin grey line on a tint": case("GWG.R0012", paint(f"0 G 0.5 w {ON_TINT} m 90 40 l S")),
    "grey that overprints": case("GWG.R0013", paint(f"/Over gs 0.5 g {ON_TINT} 20 20 re f")),
}

TEXT = {
    "small text in four blacks": case("TEXT.rich-black-small", write(colour="0.4 0.3 0.3 1 k")),
    "large text with too much ink": case("GWG.R0015", write(size=20, colour="0.8 0.7 0.7 1 k")),
    "small white text on a tint": case(
        "GWG.R0016", write(size=7, colour="0 0 0 0 k", at=ON_TINT, over=False)
    ),
    "small text in two inks": case("GWG.R0017", write(size=7, colour="1 0.5 0 0 k")),
    "tiny text": case("TEXT.small", write(size=4)),
    "text made tiny by its matrix": case(
        "TEXT.small", paint(f"/Over gs 0 0 0 1 k BT /F 1 Tf 4 0 0 4 {AT} Tm <{codes('ABC')}> Tj ET")
    ),
    "invisible text": case("TEXT.invisible", paint(f"BT 3 Tr /F 10 Tf {AT} Td <{codes('ABC')}> Tj ET")),
    "a line without width": case("LINE.hairline", paint(f"/Over gs 0 0 0 1 K 0 w {AT} m 60 90 l S")),
    "a line too thin": case("LINE.hairline", paint(f"/Over gs 0 0 0 1 K 0.1 w {AT} m 60 90 l S")),
    "a bar too thin": case("LINE.hairline", paint(f"1 0 0 0 k {AT} 60 0.1 re f")),
    "a turned bar too thin": case(
        "LINE.hairline", paint(f"0.7 0.7 -0.7 0.7 {AT} cm 1 0 0 0 k 0 0 60 0.1 re f")
    ),
    "a fill without area": case("LINE.hairline", paint(f"1 0 0 0 k {AT} 60 0 re f")),
    "a white line too thin on a tint": case("GWG.R0018", paint(f"0 0 0 0 K 0.1 w {ON_TINT} m 90 40 l S")),
    "a line too thin in two inks": case(
        "GWG.R0019 LINE.hairline", paint(f"1 1 0 0 K 0.1 w {AT} m 60 90 l S")
    ),
    "a font that is not embedded": case("FONT.embed", unembedded),
    "a standard font": case("FONT.embed", set_in(standard_font("Helvetica"))),
    "a font called Courier": case("FONT.embed GWG.R0014", set_in(standard_font("Courier"))),
    "text in a font that is not there": case("FONT.undefined", paint(f"BT /Nowhere 10 Tf {AT} Td (A) Tj ET")),
    "a font that is cut off": case("FONT.program", damaged_font),
    "a character without a glyph": case(
        "FONT.notdef", paint(f"/Over gs 0 0 0 1 k BT /F 10 Tf {AT} Td <0000{codes('A')}> Tj ET")
    ),
    "a number beyond the glyphs": case(
        "FONT.notdef", paint(f"/Over gs 0 0 0 1 k BT /F 10 Tf {AT} Td <7fff{codes('A')}> Tj ET")
    ),
    "no table of glyphs": case("FONT.cid-to-gid", in_descendant("/CIDToGIDMap", None)),
    "no widths": case("FONT.widths JOB.safety", both(in_descendant("/W", None), in_descendant("/DW", None))),
    "widths that are not those of the glyphs": case(
        "FONT.width-differs", in_descendant("/W", Array([0, 60, 560]))
    ),
    "a drawn font": case("FONT.type3", set_in(drawn_font)),
    "a whole font": case(
        "FONT.subset",
        both(
            resource("/Font", whole_font),
            paint(f"/Over gs 0 0 0 1 k BT /Odd 10 Tf {AT} Td <{codes('A')}> Tj ET"),
        ),
    ),
    "no table of characters": case("FONT.tounicode", in_font("/ToUnicode", None)),
}

PICTURES = {
    "far too few pixels": case("GWG.R0031", placed(picture(), 60)),
    "too few pixels": case("GWG.R0031", placed(picture(), 40)),
    "too few pixels when turned": case(
        "GWG.R0031", both(resource("/XObject", picture()), paint(f"30 30 -30 30 {AT} cm /Odd Do"))
    ),
    "too few pixels for a bitmap": case("GWG.R0032", placed(picture(Name.DeviceGray, bits=1), 23)),
    "too few pixels for a mask": case(
        "GWG.R0032",
        placed(stencil, 23),
    ),
    "fewer pixels than wanted": case("IMG.goal", placed(picture(), 27)),
    "far more pixels than print": case("IMG.oversampled", placed(picture(), 8)),
    "sixteen bits": case("IMG.16bit", placed(picture(bits=16), 23)),
    "a squeezed picture": case(
        "IMG.distorted", both(resource("/XObject", picture()), paint(f"16 0 0 22 {AT} cm /Odd Do"))
    ),
    "a picture without pixels": case(
        "IMG.size", placed(lambda pdf: with_key(picture()(pdf), "/Width", 0), 23)
    ),
    "LZW": case("X.lzw", placed(lzw, 0.7), options=AS_IT_STANDS),
    "a stand-in for another picture": case("X.opi", placed(picture(OPI=Dictionary()), 23)),
    "another version of a picture": case("X.alternates", placed(picture(Alternates=Array([])), 23)),
}

LIVE = {
    "a link": case("X.annotation", annotation("Link")),
    "a comment": case("X.annotation", annotation("Text")),
    "a script in an annotation": case(
        "X.annotation X.javascript", lambda pdf: annotation("Link", A=pdf.make_indirect(ACTION))(pdf)
    ),
    "a script of the document": case(
        "X.javascript",
        in_root("/Names", Dictionary(JavaScript=Dictionary(Names=Array([])))),
    ),
    "an action when the file is opened": case("X.actions", in_root("/OpenAction", Dictionary(S=Name.URI))),
    "actions of a page": case("X.actions", in_page("/AA", Dictionary())),
    "a program started": case(
        "X.actions X.annotation",
        lambda pdf: annotation("Link", A=pdf.make_indirect(Dictionary(S=Name.Launch)))(pdf),
    ),
    "a form to fill in": case("X.acroform", in_root("/AcroForm", Dictionary(Fields=Array([])))),
    "an attachment": case("X.attachment", embedded_file),
    "PostScript": case(
        "X.postscript",
        placed(lambda pdf: pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS), 1),
    ),
    "the page of another file": case(
        "X.reference", placed(form("0.1 0 0 0 k 0 0 9 9 re f", Ref=Dictionary()), 1)
    ),
    "data outside of the file": case(
        "X.external", placed(lambda pdf: with_key(form("")(pdf), "/FFilter", Name.FlateDecode), 1)
    ),
    "layers": case("X.optional-content", layers()),
    "layers in two configurations": case("X.optional-content GWG.R0034", layers(configs=True)),
    "a hidden layer": case("X.optional-content GWG.R0036", layers(hidden=True)),
    "a layer that is not switched on": case("X.optional-content GWG.R0036", layers(base_off=True)),
    "bookmarks": case("JOB.navigation", in_root("/Outlines", Dictionary()), profile="job"),
    "named places": case("JOB.navigation", in_root("/Dests", Dictionary()), profile="job"),
    "no registry in a file of ours": case("X.oi-registry", in_intent("/RegistryName", None), profile="job"),
    "private data": case("X.private", in_page("/PieceInfo", Dictionary())),
}


def with_key(holder: Object, key: str, value: object) -> Object:
    holder[key] = value
    return holder


CORPUS: dict[str, Case] = {**FILE, **STANDARD, **PAGES, **COLOUR, **X1A, **INK, **TEXT, **PICTURES, **LIVE}
