"""How a clean file is broken: what is added to a page, set in a dictionary, or changed in the bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String
from tests.checks.preflight.clean import (
    BLEED,
    HEIGHT,
    MM,
    WIDTH,
    Value,
    add_font,
    add_picture,
    codes,
    make,
    saved,
)

from reportpub.checks.preflight.profiles import Profile, built_in
from reportpub.findings import Span
from reportpub.model.job import Job

Fault = Callable[[Pdf], None]
Bytes = Callable[[bytes], bytes]

AT = f"{BLEED + 8 * MM:.3f} {BLEED + 45 * MM:.3f}"
"""A free place on the page, in points."""
SQUARE = f"{AT} {10 * MM:.3f} {10 * MM:.3f} re f"
ON_TINT = f"{BLEED + 8 * MM:.3f} {BLEED + 10 * MM:.3f}"
"""A place on the tint at the foot of the page."""


@dataclass(frozen=True)
class Case:
    """A file with one fault: how it is made, and every rule that must tell of it."""

    rules: frozenset[str]
    fault: Fault
    profile: str = "sheet-cmyk"
    ink: bool = False
    version: str = "1.6"
    after: Bytes = field(default=lambda data: data)
    options: tuple[tuple[str, Value], ...] = ()

    def judge(self) -> Profile:
        """Return the profile, where “job” is that of a report."""
        if self.profile != "job":
            return built_in(self.profile)
        job = Job(span=Span("report.yaml"))
        return built_in("sheet-cmyk").for_job(job, job.bleed, 4)

    def data(self) -> bytes:
        """Return the file."""
        pdf = make()
        self.fault(pdf)
        return self.after(saved(pdf, self.version, **dict(self.options)))


def case(rules: str, fault: Fault, **more: Value) -> Case:
    """Return a case; rules are written with spaces between."""
    return Case(frozenset(rules.split()), fault, **more)


def nothing(_: Pdf) -> None:
    """Leave the file as it is."""


def both(*faults: Fault) -> Fault:
    """Do one after the other."""

    def fault(pdf: Pdf) -> None:
        for one in faults:
            one(pdf)

    return fault


def paint(content: str, page: int = 0) -> Fault:
    """Add to the content of a page."""
    return lambda pdf: pdf.pages[page].contents_add(f"q {content} Q\n".encode())


def raw(content: str) -> Fault:
    """Add to the content of the first page as it stands."""
    return lambda pdf: pdf.pages[0].contents_add(f"{content}\n".encode())


def write(
    words: str = "ABC", size: float = 10, colour: str = "0 0 0 1 k", at: str = AT, *, over: bool = True
) -> Fault:
    """Write words on the first page."""
    state = "/Over gs" if over else "/Knock gs"
    return paint(f"{state} {colour} BT /F {size:g} Tf {at} Td <{codes(words)}> Tj ET")


def resource(kind: str, make_one: Callable[[Pdf], Object], name: str = "/Odd") -> Fault:
    """Add a resource to the first page."""

    def fault(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj["/Resources"]
        if kind not in resources:
            resources[kind] = Dictionary()
        resources[kind][name] = make_one(pdf)

    return fault


def placed(make_one: Callable[[Pdf], Object], points: float, at: str = AT) -> Fault:
    """Place a picture or a form of one point, enlarged to so many points."""
    return both(resource("/XObject", make_one), paint(f"{points:.3f} 0 0 {points:.3f} {at} cm /Odd Do"))


def colour(space: Callable[[Pdf], Object], numbers: str, what: str = SQUARE) -> Fault:
    """Paint something in a colour space of its own."""
    return both(resource("/ColorSpace", space), paint(f"/Odd cs {numbers} scn {what}"))


def state(**keys: Value) -> Fault:
    """Set a graphics state before painting."""
    return both(
        resource("/ExtGState", lambda _: Dictionary(Type=Name.ExtGState, **keys)),
        paint(f"/Odd gs 0.1 0.1 0 0 k {SQUARE}"),
    )


def in_root(key: str, value: object) -> Fault:
    """Set a key of the catalog, or take it away."""
    return lambda pdf: put(pdf.Root, key, value)


def in_page(key: str, value: object) -> Fault:
    """Set a key of the first page, or take it away."""
    return lambda pdf: put(pdf.pages[0].obj, key, value)


def in_info(key: str, value: object) -> Fault:
    """Set a key of the document information, or take it away."""
    return lambda pdf: put(pdf.trailer["/Info"], key, value)


def in_intent(key: str, value: object) -> Fault:
    """Set a key of the output intent, or take it away."""
    return lambda pdf: put(pdf.Root["/OutputIntents"][0], key, value)


def in_font(key: str, value: object) -> Fault:
    """Set a key of the composite font, or take it away."""
    return lambda pdf: put(pdf.pages[0].obj["/Resources"]["/Font"]["/F"], key, value)


def in_descendant(key: str, value: object) -> Fault:
    """Set a key of the font below the composite one, or take it away."""
    return lambda pdf: put(pdf.pages[0].obj["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0], key, value)


def put(holder: Object, key: str, value: object) -> None:
    """Set a key, or take it away where the value is nothing."""
    if value is None:
        del holder[key]
    else:
        holder[key] = value


def in_xmp(old: str, new: str) -> Fault:
    """Change the words of the metadata."""

    def fault(pdf: Pdf) -> None:
        text = pdf.Root["/Metadata"].read_bytes().decode()
        assert old in text
        pdf.Root["/Metadata"].write(text.replace(old, new).encode())

    return fault


def separation(
    name: str, alternate: Object = Name.DeviceCMYK, c1: tuple[float, ...] = (0, 1, 1, 0)
) -> Callable[[Pdf], Object]:
    """Return what makes a spot colour."""
    c0 = [0] * len(c1)
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=c0, C1=list(c1), N=1)
    return lambda _: Array([Name.Separation, Name(f"/{name}"), alternate, function])


def device_n(*names: str) -> Callable[[Pdf], Object]:
    """Return what makes a space of several inks."""

    def make_one(pdf: Pdf) -> Object:
        program = "{" + "pop " * len(names) + "0 0 0 0}"
        function = pdf.make_stream(
            program.encode(), FunctionType=4, Domain=[0, 1] * len(names), Range=[0, 1, 0, 1, 0, 1, 0, 1]
        )
        inks = Array([Name(f"/{name}") for name in names])
        return Array([Name.DeviceN, inks, Name.DeviceCMYK, function])

    return make_one


def icc(data: bytes, components: int) -> Callable[[Pdf], Object]:
    """Return what makes a space with a profile."""
    return lambda pdf: Array([Name.ICCBased, pdf.make_stream(data, N=components)])


def picture(
    space: Object = Name.DeviceCMYK, size: int = 96, bits: int = 8, **keys: object
) -> Callable[[Pdf], Object]:
    """Return what makes a picture."""
    return lambda pdf: add_picture(pdf, space, size, bits, **keys)


def form(content: str, **keys: Value) -> Callable[[Pdf], Object]:
    """Return what makes a form; it may use what page 1 uses."""

    def make_one(pdf: Pdf) -> Object:
        given = {"Resources": pdf.pages[0].obj["/Resources"], **keys}
        return pdf.make_stream(
            content.encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 400, 400]),
            **given,
        )

    return make_one


def gradient(space: Object, c0: tuple[float, ...], c1: tuple[float, ...]) -> Callable[[Pdf], Object]:
    """Return what makes an axial gradient over the page."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=list(c0), C1=list(c1), N=1)
    return lambda pdf: pdf.make_indirect(
        Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 100, 100], Function=function)
    )


def boxes(**given: tuple[float, float, float, float]) -> Fault:
    """Set boxes of the first page, in mm from its corner."""

    def fault(pdf: Pdf) -> None:
        for key, value in given.items():
            pdf.pages[0].obj[f"/{key}"] = Array([one * MM for one in value])

    return fault


def annotation(subtype: str, rect: tuple[float, ...] = (50, 50, 80, 80), **keys: Value) -> Fault:
    """Put an annotation on the first page."""

    def fault(pdf: Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=list(rect), **keys)
        pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(one)])

    return fault


def standard_font(called: str) -> Callable[[Pdf], Object]:
    """Return what makes a font that is not embedded."""
    return lambda pdf: pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{called}"), Encoding=Name.WinAnsiEncoding
        )
    )


def set_in(make_font: Callable[[Pdf], Object]) -> Fault:
    """Write a word in another font."""
    return both(resource("/Font", make_font), paint(f"/Over gs 0 0 0 1 k BT /Odd 10 Tf {AT} Td (Word) Tj ET"))


def drawn_font(pdf: Pdf) -> Object:
    """Return a Type 3 font with one glyph."""
    glyph = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            Name=Name.Drawn,
            FontBBox=[0, 0, 600, 600],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(W=glyph),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([87, Name.W])),
            FirstChar=87,
            LastChar=87,
            Widths=[600],
            Resources=Dictionary(),
        )
    )


def whole_font(pdf: Pdf) -> Object:
    """Return our face as if it were embedded whole."""
    return add_font(pdf, "RPSans")


def layers(**keys: Value) -> Fault:
    """Add two layers."""

    def fault(pdf: Pdf) -> None:
        groups = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("one", "two")]
        usual = Dictionary(Order=Array(groups))
        for key, value in keys.items():
            if key == "hidden":
                usual["/OFF"] = Array(groups[:1])
            elif key == "base_off":
                usual["/BaseState"] = Name.OFF
                usual["/ON"] = Array(groups[:1])
            else:
                assert value
        layered = Dictionary(OCGs=Array(groups), D=usual)
        if "configs" in keys:
            layered["/Configs"] = Array([Dictionary(Name=String("other"))])
        pdf.Root["/OCProperties"] = layered

    return fault


def cut_stream(key: str) -> Fault:
    """Cut the compressed data of the picture of the pages."""

    def fault(pdf: Pdf) -> None:
        found = pdf.pages[0].obj["/Resources"]["/XObject"][key]
        import zlib  # noqa: PLC0415

        data = zlib.compress(found.read_bytes())
        found.write(data[: len(data) // 2], filter=Name.FlateDecode)

    return fault


def page_of(pdf: Pdf, number: int = 1) -> Page:
    """Return a page by its number."""
    return pdf.pages[number - 1]


def picture_of(pdf: Pdf) -> Stream:
    """Return the picture of the pages."""
    found = pdf.pages[0].obj["/Resources"]["/XObject"]["/Picture"]
    assert isinstance(found, Stream)
    return found


FULL = (0.0, 0.0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)


def masked_by(content: str, group: Dictionary) -> Fault:
    """Paint something through a soft mask."""

    def make_one(pdf: Pdf) -> Object:
        inner = form(content, Group=group)(pdf)
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=inner))

    return both(resource("/ExtGState", make_one), paint(f"/Odd gs 0.1 0 0 0 k {SQUARE}"))
