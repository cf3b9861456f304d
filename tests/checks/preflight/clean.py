"""A small press file made from nothing, right in every point: what the broken files are broken from.

Four pages of 60 x 80 mm with 3 mm of bleed, text in a subset of one of our faces, a picture, a line, a tint,
and an ICC profile of our own that is just large enough to be one.
"""

from __future__ import annotations

import struct
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Stream, String

ROOT = Path(__file__).parents[3]
FACE = ROOT / "fonts" / "RPSans-Regular.ttf"
MM = 72 / 25.4
BLEED, WIDTH, HEIGHT = 3 * MM, 60 * MM, 80 * MM
WORDS = "Press file ABC 123"
PIXELS = 96
DATE = "D:20250426120000+08'00'"

Value = Any
"""Whatever a key of a PDF dictionary, or an option of the writer, may hold."""

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdf:Trapped="False">
<xmp:CreateDate>2025-04-26T12:00:00+08:00</xmp:CreateDate><xmp:ModifyDate>2025-04-26T12:00:00+08:00</xmp:ModifyDate>
<xmp:MetadataDate>2025-04-26T12:00:00+08:00</xmp:MetadataDate>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A press file</rdf:li></rdf:Alt></dc:title>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

CONTENT = f"""q 0.2 0.1 0 0 k 0 0 {WIDTH + 2 * BLEED:.3f} {20 * MM:.3f} re f Q
q /Over gs 0 0 0 1 k BT /F 10 Tf {BLEED + 8 * MM:.3f} {BLEED + 60 * MM:.3f} Td (TEXT) Tj ET Q
q /Over gs 0 0 0 1 K 0.5 w {BLEED + 8 * MM:.3f} {BLEED + 55 * MM:.3f} m
{BLEED + 40 * MM:.3f} {BLEED + 55 * MM:.3f} l S Q
q {PIXELS * 72 / 300:.3f} 0 0 {PIXELS * 72 / 300:.3f}
{BLEED + 10 * MM:.3f} {BLEED + 25 * MM:.3f} cm /Picture Do Q
"""


def profile(space: bytes = b"CMYK", kind: bytes = b"prtr", version: int = 2) -> bytes:
    """Return an ICC profile with a header and one tag of text."""
    text = b"text\0\0\0\0" + b"made for the tests\0\0"
    body = struct.pack(">L", 1) + b"cprt" + struct.pack(">LL", 144, len(text)) + text
    head = struct.pack(">L4sBBH4s4s4s", 128 + len(body), b"RPub", version, 0x20, 0, kind, space, b"Lab ")
    return (head.ljust(36, b"\0") + b"acsp").ljust(128, b"\0") + body


@cache
def face() -> tuple[bytes, dict[str, int], list[int]]:
    """Return a subset of a face, the glyph of each character, and the width of each glyph in thousandths."""
    font = TTFont(FACE)
    options = Options()
    options.notdef_outline, options.layout_features, options.hinting = True, [], False
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "meta", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(text=WORDS)
    subsetter.subset(font)
    font["head"].modified = 0
    font.recalcTimestamp = False
    out = BytesIO()
    font.save(out, reorderTables=True)
    order = {name: at for at, name in enumerate(font.getGlyphOrder())}
    glyphs = {chr(code): order[name] for code, name in font.getBestCmap().items()}
    scale = 1000 / font["head"].unitsPerEm
    widths = [round(font["hmtx"][name][0] * scale) for name in font.getGlyphOrder()]
    return out.getvalue(), glyphs, widths


def codes(words: str) -> str:
    """Return words as the codes of the font, in hexadecimal."""
    return "".join(f"{face()[1][one]:04x}" for one in words)


def add_font(pdf: Pdf, called: str = "ABCDEF+RPSans") -> Object:
    """Add the face as a composite font with everything a reader wants to know."""
    program, glyphs, widths = face()
    table = "".join(f"<{glyph:04x}> <{ord(one):04x}>\n" for one, glyph in sorted(glyphs.items()))
    to_unicode = (
        f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(glyphs)} beginbfchar\n"
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{called}"),
        Flags=32,
        FontBBox=[-200, -300, 1200, 1000],
        ItalicAngle=0,
        Ascent=900,
        Descent=-250,
        CapHeight=660,
        StemV=80,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{called}"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=Array([0, Array(widths)]),
        DW=1000,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{called}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream((to_unicode + table + "endbfchar endcmap").encode()),
        )
    )


def add_picture(
    pdf: Pdf, space: Object = Name.DeviceCMYK, size: int = PIXELS, bits: int = 8, **keys: Value
) -> Stream:
    """Add a picture of a slow gradient."""
    each = {Name.DeviceCMYK: 4, Name.DeviceRGB: 3}.get(space, 1) if isinstance(space, Name) else 3
    row = (size * each * bits + 7) // 8
    data = b"".join(bytes([40 + at % 80]) * row for at in range(size))
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size,
        Height=size,
        ColorSpace=space,
        BitsPerComponent=bits,
        **keys,
    )


def make(pages: int = 4) -> Pdf:
    """Return the clean file, open."""
    pdf = Pdf.new()
    font, picture = add_font(pdf), add_picture(pdf)
    over = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
    knock = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1))
    across, up = WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED
    for _ in range(pages):
        content = CONTENT.replace("(TEXT)", f"<{codes(WORDS)}>").encode()
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, across, up],
            BleedBox=[0, 0, across, up],
            TrimBox=[BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT],
            Resources=Dictionary(
                Font=Dictionary(F=font),
                XObject=Dictionary(Picture=picture),
                ExtGState=Dictionary(Over=over, Knock=knock),
                ColorSpace=Dictionary(),
                Pattern=Dictionary(),
                Shading=Dictionary(),
            ),
            Contents=pdf.make_stream(content),
        )
        pdf.pages.append(Page(pdf.make_indirect(page)))
    pdf.Root["/OutputIntents"] = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("FOGRA39"),
                RegistryName=String("http://www.color.org"),
                Info=String("Coated FOGRA39"),
                DestOutputProfile=pdf.make_stream(profile(), N=4),
            )
        ]
    )
    pdf.Root["/Metadata"] = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String("A press file"),
            CreationDate=String(DATE),
            ModDate=String(DATE),
            Trapped=Name("/False"),
            GTS_PDFXVersion=String("PDF/X-4"),
        )
    )
    pdf.trailer["/ID"] = Array([String("0123456789abcdef"), String("0123456789abcdef")])
    return pdf


def saved(pdf: Pdf, version: str = "1.6", **options: Value) -> bytes:
    """Return the bytes of a file; nothing but what is asked for is changed in it."""
    out = BytesIO()
    given = {"object_stream_mode": ObjectStreamMode.disable, "fix_metadata_version": False, **options}
    if "encryption" not in options:  # which needs a version and an identifier of its own
        given |= {"force_version": version, "deterministic_id": True}
    pdf.save(out, **given)
    return out.getvalue()
