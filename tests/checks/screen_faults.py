"""Screen files with one fault each: how they are broken, and the codes of the findings that must say so."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from tests.checks.pdf_faults import Fault, both, form, in_font, in_xmp, paint, resource, set_in

EN = "Courts across the province received many new cases."


def tagged(kind: str, change: Callable[[Object], None], which: int = 0) -> Fault:
    """Change one element of a type, counted from 0 in the order of the tree."""

    def fault(pdf: Pdf) -> None:
        found = [one for one in _below(pdf.Root["/StructTreeRoot"]) if one["/S"] == Name(f"/{kind}")]
        change(found[which])

    return fault


def _below(holder: Object) -> list[Object]:
    held = holder.get("/K", Array())
    found = []
    for child in held if isinstance(held, Array) else [held]:
        if isinstance(child, Dictionary) and "/S" in child:
            found += [child, *_below(child)]
    return found


def put(key: str, value: object) -> Callable[[Object], None]:
    """Set a key of a dictionary, or take it away."""

    def change(one: Object) -> None:
        if value is None:
            del one[key]
        else:
            one[key] = value

    return change


def kind(name: str) -> Callable[[Object], None]:
    """Make an element another type."""
    return put("/S", Name(f"/{name}"))


def link(change: Callable[[Object], None]) -> Fault:
    return lambda pdf: change(pdf.pages[0].obj["/Annots"][0])


def annotation(subtype: str, **keys: object) -> Fault:
    """Add an annotation that stands in no element."""

    def fault(pdf: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=[60, 60, 90, 90], F=4)
        for key, value in keys.items():
            made[f"/{key}"] = value
        pdf.pages[0].obj["/Annots"].append(pdf.make_indirect(made))
        if subtype == "Widget":
            pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.pages[0].obj["/Annots"][-1]]))

    return fault


def unheld(pdf: Pdf) -> None:
    """Let an element forget its link."""
    for one in _below(pdf.Root["/StructTreeRoot"]):
        held = one.get("/K")
        if one["/S"] == Name.Link and isinstance(held, Array):
            one["/K"] = Array([child for child in held if not isinstance(child, Dictionary) or "/S" in child])
            return


def aside(made: Callable[[Pdf], Object]) -> Fault:
    """Put an object into the file, where nothing shows it."""

    def fault(pdf: Pdf) -> None:
        pdf.Root["/Odd"] = pdf.make_indirect(made(pdf))

    return fault


def mark_of_printer(pdf: Pdf) -> None:
    """Let a printer's mark stand in the tree."""
    annotation("PrinterMark")(pdf)
    made = pdf.pages[0].obj["/Annots"][-1]
    first = _below(pdf.Root["/StructTreeRoot"])[1]
    first["/K"].append(Dictionary(Type=Name.OBJR, Obj=made, Pg=pdf.pages[0].obj))


def in_table(change: Callable[[bytes], bytes]) -> Fault:
    """Change the table of characters of a font."""

    def one(_: Pdf, font: Object) -> None:
        font["/ToUnicode"].write(change(font["/ToUnicode"].read_bytes()))

    return in_font(one)


def every_table(change: Callable[[bytes], bytes]) -> Fault:
    def fault(pdf: Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and "/ToUnicode" in one:
                one["/ToUnicode"].write(change(one["/ToUnicode"].read_bytes()))

    return fault


def _first_means(units: bytes) -> Callable[[bytes], bytes]:
    first = rb"(beginbfchar\s*<[0-9a-fA-F]+>\s*<)[0-9a-fA-F]+"
    return lambda data: re.sub(first, rb"\g<1>" + units, data, count=1)


def _descendant(change: Callable[[Pdf, Object], None]) -> Fault:
    return in_font(lambda pdf, font: change(pdf, font["/DescendantFonts"][0]))


def encoded(system: Dictionary | None = None, code: bytes = b"", **keys: object) -> Fault:
    """Give a font an encoding of its own, with what the font says of itself unless told otherwise."""

    def one(pdf: Pdf, font: Object) -> None:
        made = pdf.make_stream(code, Type=Name.CMap, CMapName=Name.Odd, CIDSystemInfo=system or _system())
        for key, value in keys.items():
            made[f"/{key}"] = value
        font["/Encoding"] = made

    return in_font(one)


def _system(registry: str = "Adobe", ordering: str = "Identity", supplement: int = 0) -> Dictionary:
    return Dictionary(Registry=String(registry), Ordering=String(ordering), Supplement=supplement)


def zero_glyphs(pdf: Pdf, font: Object) -> None:
    font["/CIDToGIDMap"] = pdf.make_stream(bytes(2 * 70000))


def wide(_: Pdf, font: Object) -> None:
    font["/W"] = Array([0, 65000, 777])


def cid_set(data: bytes) -> Fault:
    return _descendant(lambda pdf, font: put("/CIDSet", pdf.make_stream(data))(font["/FontDescriptor"]))


def shown(font: Callable[[Pdf], Object], code: str = "41") -> Fault:
    """Show one character in a font of its own, as decoration."""
    return both(resource("/Font", font), paint(f"/Artifact BMC BT /Odd 9 Tf 20 20 Td <{code}> Tj ET EMC"))


Cmaps = tuple[tuple[int, int, int], ...]
"""Platform, encoding and the character that is mapped."""


def truetype(
    *, symbolic: bool = False, cmaps: Cmaps = ((3, 1, 0x41),), **keys: object
) -> Callable[[Pdf], Object]:
    """Return how to make a simple TrueType font."""

    def make(pdf: Pdf) -> Object:
        program = pdf.make_stream(_program(cmaps))
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Odd"), Flags=4 if symbolic else 32,
            FontBBox=[0, 0, 500, 500], ItalicAngle=0, Ascent=500, Descent=0, CapHeight=500, StemV=80,
            FontFile2=program,
        )  # fmt: skip
        font = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Odd"), FirstChar=65, LastChar=65,
            Widths=[500], FontDescriptor=pdf.make_indirect(descriptor), ToUnicode=pdf.make_stream(_MEANS_A),
        )  # fmt: skip
        for key, value in keys.items():
            font[f"/{key}"] = value
        return pdf.make_indirect(font)

    return make


_MEANS_A = b"1 beginbfchar <41> <0041> endbfchar"
LATIN = Name.WinAnsiEncoding


def _program(cmaps: tuple[tuple[int, int, int], ...]) -> bytes:
    pen = TTGlyphPen(None)
    for point, draw in (((0, 0), pen.moveTo), ((500, 0), pen.lineTo), ((0, 500), pen.lineTo)):
        draw(point)
    pen.closePath()
    glyph = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "A"])
    font.setupCharacterMap({0x41: "A"})
    font.setupGlyf({".notdef": glyph, "A": glyph})
    font.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    font.setupHorizontalHeader(ascent=500, descent=0)
    font.setupPost()
    tables = []
    for platform, encoding, character in cmaps:
        table = CmapSubtable.newSubtable(4)
        table.platformID, table.platEncID, table.language = platform, encoding, 0
        table.cmap = {character: "A"}
        tables.append(table)
    font.font["cmap"].tables = tables
    if not cmaps:
        del font.font["cmap"]
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def type1(names: str) -> Callable[[Pdf], Object]:
    """Return how to make a Type 1 font with the glyphs .notdef and A, and a list of characters."""

    def make(pdf: Pdf) -> Object:
        font = FontBuilder(1000, isTTF=False)
        font.setupGlyphOrder([".notdef", "A"])
        font.setupCharacterMap({0x41: "A"})
        strings = {name: _outline() for name in (".notdef", "A")}
        font.setupCFF("Odd", {}, strings, {})
        font.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
        font.setupHorizontalHeader(ascent=500, descent=0)
        font.setupPost()
        out = BytesIO()
        font.font["CFF "].cff.compile(out, font.font)
        program = pdf.make_stream(out.getvalue(), Subtype=Name.Type1C)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Odd"), Flags=32, CharSet=String(names),
            FontFile3=program,
        )  # fmt: skip
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+Odd"), FirstChar=65, LastChar=65,
                Widths=[500], Encoding=LATIN, FontDescriptor=pdf.make_indirect(descriptor),
            )
        )  # fmt: skip

    return make


def _outline() -> object:
    from fontTools.pens.t2CharStringPen import T2CharStringPen  # noqa: PLC0415  only for these two glyphs

    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((0, 500))
    pen.closePath()
    return pen.getCharString()


_FIELD = Dictionary(FT=Name.Tx, T=String("name"), TU=String("名称"))


def silent(pdf: Pdf) -> None:
    """Take the language off the document, with a form field whose name then has none."""
    del pdf.Root["/Lang"]
    tagged("Document", put("/Lang", None))(pdf)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.make_indirect(_FIELD)]))


def twice(pdf: Pdf) -> None:
    first = _below(pdf.Root["/StructTreeRoot"])
    first[0]["/K"].append(first[1])


def _with_parents(pdf: Pdf) -> Object:
    made = form(b"")(pdf)
    made["/StructParents"] = 77
    return made


def clip(**keys: object) -> Fault:
    return aside(lambda _: Dictionary({"/S": Name.MCD, **{f"/{key}": value for key, value in keys.items()}}))


FAULTS: dict[str, tuple[Fault, set[str]]] = {
    "decoration in text": (paint("/P <</MCID 900>> BDC /Artifact BMC 0 0 1 1 re f EMC EMC"), {"ua/01-003"}),
    "text in decoration": (paint("/Artifact BMC /P <</MCID 900>> BDC 0 0 1 1 re f EMC EMC"), {"ua/01-004"}),
    "neither": (paint("0 0 1 1 re f"), {"ua/01-005"}),
    "suspect": (set_in("MarkInfo/Suspects", True), {"ua/01-007"}),  # noqa: FBT003  a value of the file
    "not marked": (set_in("MarkInfo", None), {"pdf/untagged"}),
    "a type nobody knows": (tagged("P", kind("Odd")), {"ua/02-001"}),
    "a circle of types": (
        both(
            tagged("P", kind("Odd")),
            lambda pdf: put("/RoleMap", Dictionary(Odd=Name.Even, Even=Name.Odd))(
                pdf.Root["/StructTreeRoot"]
            ),
        ),
        {"ua/02-003"} | {"ua/02-001"},
    ),
    "a standard type mapped": (
        lambda pdf: put("/P", Name.Div)(pdf.Root["/StructTreeRoot"]["/RoleMap"]),
        {"ua/02-004"},
    ),
    "no metadata": (set_in("Metadata", None), {"ua/06-001", "archive/key"}),
    "no key": (in_xmp("pdfuaid:part>1", "pdfuaid:part>9"), {"ua/06-002"}),
    "no title": (in_xmp("知识产权保护状况", ""), {"ua/06-003"}),
    "title not spoken of": (set_in("ViewerPreferences", None), {"ua/07-001"}),
    "title hidden": (set_in("ViewerPreferences/DisplayDocTitle", False), {"ua/07-002"}),  # noqa: FBT003
    "a cell outside its row": (tagged("TD", kind("P")), {"ua/09-004"}),
    "a list without items": (tagged("LI", kind("P")), {"ua/09-005"}),
    "contents without entries": (tagged("TOCI", kind("P")), {"ua/09-006"}),
    "a base without its ruby": (tagged("Em", kind("RB")), {"ua/09-007"}),
    "a warichu without its line": (tagged("Em", kind("WT")), {"ua/09-008"}),
    "a character that means nothing": (
        in_table(lambda data: re.sub(rb"(beginbfchar)\s*<\w+>\s*<\w+>", rb"\1", data, count=1)),
        {"ua/10-001"},
    ),
    "no language": (silent, {"ua/11-001", "ua/11-002", "ua/11-003", "ua/11-004", "ua/11-005", "ua/11-006"}),
    "no such language": (
        tagged("P", put("/Lang", String("zh Hans"))),
        {"pdf/language-tag", "ua/11-001", "ua/11-004"},
    ),
    "a figure without words": (tagged("Figure", put("/Alt", None)), {"ua/13-004"}),
    "a figure named by its file": (tagged("Figure", put("/Alt", String("map.png"))), {"pdf/alt-name"}),
    "begins with the second level": (tagged("H1", kind("H2")), {"ua/14-002"}),
    "a level left out": (tagged("H2", kind("H3")), {"ua/14-003"}),
    "two H": (both(tagged("H1", kind("H")), tagged("H2", kind("H"))), {"ua/14-006"}),
    "H and H1": (tagged("H2", kind("H")), {"ua/14-007"}),
    "no heading": (both(tagged("H1", kind("P")), tagged("H2", kind("P"))), {"pdf/no-heading"}),
    "no heads": (both(*[tagged("TH", kind("TD"))] * 3), {"ua/15-001"}),
    "heads of nothing": (
        both(
            tagged("TH", lambda one: put("/Scope", None)(one["/A"])),
            tagged("TD", lambda one: put("/Headers", None)(one["/A"])),
        ),
        {"ua/15-003"},
    ),
    "a head that is not there": (tagged("TH", put("/ID", None), 1), {"pdf/cell-head"}),
    "a row too long": (tagged("TD", lambda one: put("/ColSpan", 2)(one["/A"])), {"pdf/table-grid"}),
    "a list that does not say how": (tagged("L", put("/A", None)), {"ua/16-001"}),
    "a formula without words": (tagged("Em", kind("Formula")), {"ua/17-002"}),
    "a formula in no characters": (
        both(
            tagged("P", kind("Formula"), 1),
            tagged("Formula", put("/Alt", String("A formula"))),
            every_table(lambda _: b""),
        ),
        {"ua/17-003", "ua/10-001"},
    ),
    "a note without a name": (tagged("Note", put("/ID", None)), {"ua/19-003"}),
    "two notes of one name": (tagged("Note", put("/ID", String("note-1")), 1), {"ua/19-004"}),
    "layers without a name": (
        set_in("OCProperties", Dictionary(Configs=[Dictionary()], D=Dictionary(Name=String("a")))),
        {"ua/20-001"},
    ),
    "layers without a name by default": (set_in("OCProperties", Dictionary(D=Dictionary())), {"ua/20-002"}),
    "layers that change": (
        set_in("OCProperties", Dictionary(D=Dictionary(Name=String("a"), AS=Array()))),
        {"ua/20-003"},
    ),
    "an attachment without a name": (
        aside(lambda _: Dictionary(Type=Name.Filespec, EF=Dictionary(), F=String("a"))),
        {"ua/21-001"},
    ),
    "a dynamic form": (
        lambda pdf: put(
            "/AcroForm", Dictionary(XFA=pdf.make_stream(b"<dynamicRender>required</dynamicRender>"))
        )(pdf.Root),
        {"ua/25-001"},
    ),
    "a comment outside": (annotation("Text", Contents=String("说明")), {"ua/28-002"}),
    "a comment that says nothing": (annotation("Text"), {"ua/28-002", "ua/28-004"}),
    "a field outside and without a name": (annotation("Widget"), {"ua/28-005", "ua/28-010"}),
    "an annotation nobody knows": (annotation("Odd"), {"ua/28-002", "ua/28-006", "archive/annotation"}),
    "a trap network": (annotation("TrapNet"), {"ua/28-007", "archive/annotation"}),
    "links in no order": (set_in("page/Tabs", None), {"ua/28-008"}),
    "links in rows": (set_in("page/Tabs", Name.R), {"ua/28-009"}),
    "a link outside the text": (unheld, {"ua/28-011"}),
    "a link without a name": (link(put("/Contents", None)), {"ua/28-012"}),
    "a link with an inner name": (link(put("/Contents", String("courts"))), {"pdf/link-name"}),
    "a clip without a type": (clip(Alt=Array()), {"ua/28-014"}),
    "a clip without words": (clip(CT=String("video/mp4")), {"ua/28-015"}),
    "an attachment in the text": (
        annotation("FileAttachment", Contents=String("附件")),
        {"ua/28-002", "ua/28-016", "archive/annotation"},
    ),
    "a printer's mark in the tree": (mark_of_printer, {"ua/28-017", "archive/annotation"}),
    "a printer's mark like text": (
        both(
            annotation("PrinterMark"),
            lambda pdf: put("/AP", Dictionary(N=form(b"0 0 1 1 re f")(pdf)))(pdf.pages[0].obj["/Annots"][-1]),
        ),
        {"ua/28-018", "archive/annotation"},
    ),
    "a page of another file": (both(resource("/XObject", form(b"", Ref=Dictionary()))), {"ua/30-001"}),
    "a form with text used twice": (
        both(resource("/XObject", _with_parents), paint("/Artifact BMC /Odd Do /Odd Do EMC")),
        {"ua/30-002"},
    ),
    "another registry": (encoded(_system(registry="Other")), {"ua/31-001"}),
    "another ordering": (encoded(_system(ordering="GB1")), {"ua/31-002"}),
    "a later supplement": (encoded(_system(supplement=9)), {"ua/31-003"}),
    "glyphs by a name": (_descendant(lambda _, font: put("/CIDToGIDMap", Name.Odd)(font)), {"ua/31-004"}),
    "no table of glyphs": (_descendant(lambda _, font: put("/CIDToGIDMap", None)(font)), {"ua/31-005"}),
    "an unknown encoding": (in_font(lambda _, font: put("/Encoding", Name("/Odd-H"))(font)), {"ua/31-006"}),
    "two ways to write": (encoded(code=b"/WMode 1 def"), {"ua/31-007"}),
    "an encoding of an encoding": (encoded(UseCMap=Name.Odd), {"ua/31-008"}),
    "a font left out": (
        _descendant(lambda _, font: put("/FontFile2", None)(font["/FontDescriptor"])),
        {"ua/31-009"},
    ),
    "glyphs left out": (_descendant(zero_glyphs), {"ua/31-010"}),
    "a list that lacks a character": (shown(type1("/B")), {"ua/31-011", "ua/31-012"}),
    "a list with a character too many": (shown(type1("/A/B")), {"ua/31-012"}),
    "a set that lacks a glyph": (cid_set(b""), {"ua/31-013"}),
    "a set with a glyph too many": (cid_set(b"\xff" * 9000), {"ua/31-014"}),
    "another width": (_descendant(wide), {"ua/31-015"}),
    "letters without a cmap": (shown(truetype(cmaps=((3, 0, 0x41),), Encoding=LATIN)), {"ua/31-016"}),
    "a letter without a glyph": (shown(truetype(cmaps=((3, 1, 0x42),), Encoding=LATIN)), {"ua/31-017"}),
    "letters without an encoding": (shown(truetype()), {"ua/31-018"}),
    "an encoding without a base": (shown(truetype(Encoding=Dictionary(Type=Name.Encoding))), {"ua/31-019"}),
    "another base": (shown(truetype(Encoding=Name.MacExpertEncoding)), {"ua/31-020"}),
    "a glyph nobody knows": (
        shown(truetype(Encoding=Dictionary(BaseEncoding=LATIN, Differences=[65, Name.oddname]))),
        {"ua/31-021"},
    ),
    "differences without Unicode": (
        shown(
            truetype(cmaps=((1, 0, 0x41),), Encoding=Dictionary(BaseEncoding=LATIN, Differences=[65, Name.A]))
        ),
        {"ua/31-022"},
    ),
    "signs with an encoding": (
        shown(truetype(symbolic=True, cmaps=((3, 0, 0xF041),), Encoding=LATIN)),
        {"ua/31-023"},
    ),
    "signs without a cmap": (shown(truetype(symbolic=True, cmaps=())), {"ua/31-024"}),
    "signs with two cmaps": (
        shown(truetype(symbolic=True, cmaps=((1, 0, 0x41), (3, 1, 0x41)))),
        {"ua/31-025"},
    ),
    "a sign that is not there": (shown(truetype(symbolic=True, cmaps=((3, 0, 0xF042),))), {"ua/31-026"}),
    "no table of characters": (
        in_font(lambda _, font: put("/ToUnicode", None)(font)),
        {"ua/31-027", "ua/10-001"},
    ),
    "a character that is nothing": (in_table(_first_means(b"0000")), {"ua/31-028"}),
    "a character that is a mark": (in_table(_first_means(b"FEFF")), {"ua/31-029"}),
    "the missing glyph": (
        both(
            lambda pdf: put(
                "/Odd",
                next(
                    one
                    for one in pdf.objects
                    if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type0
                ),
            )(pdf.pages[0].obj["/Resources"]["/Font"]),
            paint("/Artifact BMC BT /Odd 9 Tf <0000> Tj ET EMC"),
        ),
        {"ua/31-030"},
    ),
    "an element twice": (twice, {"pdf/tree"}),
    "English as Chinese": (tagged("P", put("/Lang", String("zh-Hans")), -1), {"pdf/language-zh"}),
    "Chinese as English": (tagged("H1", put("/Lang", String("en"))), {"pdf/language"}),
    "Chinese as English in a cell": (tagged("TH", put("/Lang", String("en"))), {"pdf/language"}),
    "an English description as Chinese": (tagged("Figure", put("/Alt", String(EN))), {"pdf/language-zh"}),
    "a Chinese description as English": (tagged("Figure", put("/Lang", String("en"))), {"pdf/language"}),
    "an English replacement as Chinese": (tagged("Em", put("/ActualText", String(EN))), {"pdf/language-zh"}),
    "a link named in English as Chinese": (
        link(put("/Contents", String(f"Go to: {EN}"))),
        {"pdf/language-zh"},
    ),
    "ink": (paint("/Artifact BMC 1 0 0 0 k 0 0 1 1 re f EMC"), {"pdf/cmyk"}),
    "spot": (
        both(
            resource(
                "/ColorSpace", lambda _: Array([Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary()])
            ),
            paint("/Artifact BMC /Odd cs 1 scn 0 0 1 1 re f EMC"),
        ),
        {"pdf/screen-space"},
    ),
    "grey on white": (shown(truetype(Encoding=LATIN)), set()),
    "pale text": (
        both(
            resource("/Font", truetype(Encoding=LATIN)),
            paint("/Artifact BMC .7 g BT /Odd 9 Tf 20 20 Td <41> Tj ET EMC"),
        ),
        {"pdf/contrast"},
    ),
    "pale text, but large": (
        both(
            resource("/Font", truetype(Encoding=LATIN)),
            paint("/Artifact BMC .55 g BT /Odd 24 Tf 20 20 Td <41> Tj ET EMC"),
        ),
        set(),
    ),
    "not for an archive": (in_xmp("pdfaid:part>2", "pdfaid:part>3"), {"archive/key"}),
    "no profile": (set_in("OutputIntents", None), {"archive/output-intent"}),
    "a smoothed picture": (
        both(
            resource(
                "/XObject",
                lambda pdf: pdf.make_stream(
                    b"abc",
                    Subtype=Name.Image,
                    ColorSpace=Name.DeviceRGB,
                    BitsPerComponent=8,
                    Width=1,
                    Height=1,
                    Interpolate=True,
                ),
            )
        ),
        {"archive/interpolate"},
    ),
    "data elsewhere": (aside(lambda pdf: pdf.make_stream(b"", F=String("a.bin"))), {"archive/external"}),
    "PostScript": (aside(lambda pdf: pdf.make_stream(b"", Subtype=Name.PS)), {"archive/postscript"}),
    "a script": (aside(lambda _: Dictionary(S=Name.JavaScript)), {"archive/action"}),
    "an attachment": (
        lambda pdf: put("/EmbeddedFiles", Dictionary(Names=Array()))(pdf.Root["/Names"]),
        {"archive/attachment"},
    ),
    "a link that is not printed": (link(put("/F", 0)), {"archive/annotation"}),
}

UNREACHED = {"26-001", "26-002"}
"""Conditions of encrypted files, which have a test of their own."""
