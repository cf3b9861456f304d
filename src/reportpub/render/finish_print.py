"""From the engine's PDF to the press file: PDF/X-4, CMYK and black, bleed, output intent, the same bytes.

Source: ISO 15930-7 (PDF/X-4), ISO 32000-1, 14.11.2 (page boxes) and 14.11.5 (output intents).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

from reportpub.findings import ContentError, Finding, error, in_order
from reportpub.render.content_streams import (
    IDENTITY,
    Instruction,
    Matrix,
    Rewriting,
    Step,
    decimal,
    multiplied,
)
from reportpub.render.print_content import KNOCK_OUT, OVERPRINT, inks
from reportpub.render.print_pictures import Pictures
from reportpub.render.xmp import Description, identifier, info_date, packet

POINTS_PER_MM = 72 / 25.4
_TOLERANCE = 0.02
"""pt; CSS lengths reach the file with six decimals of an inch/96."""

_CATALOG = frozenset({"/Type", "/Pages"})
_PAGE = frozenset({"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox", "/BleedBox"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A printing condition of the ICC characterisation registry, and the profile made from its data."""

    name: str
    description: str
    profile: bytes
    registry: str = "http://www.color.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What a press file says of itself, and how it is to be printed.

    `date` is YYYY-MM-DD, `seed` names the artefact (see `xmp.identifier`), `bleed_mm` is that of all sides.
    """

    title: str
    author: str
    creator: str
    date: str
    seed: str
    condition: Condition
    bleed_mm: float = 3.0


def finish_print(raw: bytes, press: Press) -> bytes:
    """Return the press file made from a PDF of the layout engine.

    `ContentError` with all colours, gradients and pages that cannot be printed as they are.
    """
    with Pdf.open(BytesIO(raw)) as pdf:
        found: list[Finding] = []
        producer = str(pdf.docinfo.get("/Producer", ""))

        def turn(page: int, steps: Iterable[Step]) -> list[Instruction]:
            return inks(page, steps, found)

        rewriting = Rewriting(pdf, turn)
        rewriting.run()
        pictures = Pictures(press.condition.profile)
        for _, picture in rewriting.images:
            pictures.convert(picture)
        found += (_gradient(page) for page in rewriting.gradients)
        shared = _graphics_states(pdf)
        for resources in rewriting.resources:
            _settle(resources, shared)
        for _, form in rewriting.forms:
            _settle_group(form)
        found += _boxes(pdf, rewriting, press)
        if found:
            raise ContentError(in_order(tuple(found)))
        _keep_only(pdf.Root, _CATALOG)
        _describe(pdf, press, producer)
        return _bytes(pdf)


def _gradient(page: int) -> Finding:
    hint = "use a flat colour, or a picture in CMYK"
    return error("print/gradient", f"page {page}: a gradient or a blurred shadow", None, hint)


def _graphics_states(pdf: Pdf) -> dict[str, Object]:
    # OPM 1: an ink of 0 % leaves what is below it, so that black text stays on its tint.
    return {
        name: pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=over, op=over, OPM=1))
        for name, over in ((OVERPRINT, True), (KNOCK_OUT, False))
    }


def _settle(resources: Object, shared: dict[str, Object]) -> None:
    if "/ColorSpace" in resources:
        del resources["/ColorSpace"]
    if "/ExtGState" not in resources:
        resources["/ExtGState"] = Dictionary()
    for name, state in shared.items():
        resources["/ExtGState"][name] = state


def _settle_group(form: Stream) -> None:
    if "/Group" in form:
        form["/Group"]["/CS"] = Name.DeviceCMYK
    if "/StructParents" in form:
        del form["/StructParents"]


def _boxes(pdf: Pdf, rewriting: Rewriting, press: Press) -> list[Finding]:
    """Set the boxes of all pages, with the corner of the bleed at 0, 0; return those that have too little."""
    bleed = press.bleed_mm * POINTS_PER_MM
    found: list[Finding] = []
    shifts: dict[int, Matrix] = {}
    for number, page in enumerate(pdf.pages, start=1):
        media = [float(value) for value in page.obj["/MediaBox"]]
        trim = [float(value) for value in page.obj.get("/TrimBox", page.obj["/MediaBox"])]
        given = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
        if min(given) < bleed - _TOLERANCE:
            has = min(given) / POINTS_PER_MM
            message = f"page {number}: the bleed is {has:.2f} mm, not {press.bleed_mm:g} mm"
            found.append(error("print/bleed", message, None, "set @page { bleed } in the layout"))
            continue
        shift: Matrix = (1, 0, 0, 1, bleed - trim[0], bleed - trim[1])
        shifts[number] = shift
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        _keep_only(page.obj, _PAGE)
        page.obj["/MediaBox"] = _box(0, 0, width + 2 * bleed, height + 2 * bleed)
        page.obj["/BleedBox"] = _box(0, 0, width + 2 * bleed, height + 2 * bleed)
        page.obj["/TrimBox"] = _box(bleed, bleed, bleed + width, bleed + height)
        before = b" ".join(str(decimal(value)).encode() for value in shift) + b" cm\n"
        page.obj["/Contents"] = pdf.make_stream(before + page.obj["/Contents"].read_bytes())
    for number, pattern in rewriting.patterns:
        # A pattern lies on the page itself, whatever the content did before (ISO 32000-1, 8.7.3.1).
        moved = multiplied(_matrix(pattern), shifts.get(number, IDENTITY))
        pattern["/Matrix"] = Array([decimal(value) for value in moved])
    return found


def _matrix(pattern: Stream) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in pattern.get("/Matrix", Array(IDENTITY)))
    return (a, b, c, d, e, f)


def _box(*corners: float) -> Array:
    return Array([decimal(value) for value in corners])


def _keep_only(dictionary: Object, kept: frozenset[str]) -> None:
    for key in [key for key in dictionary.keys() if key not in kept]:  # noqa: SIM118
        del dictionary[key]


def _describe(pdf: Pdf, press: Press, producer: str) -> None:
    condition = press.condition
    profile = pdf.make_stream(condition.profile, N=4, Alternate=Name.DeviceCMYK)
    pdf.Root["/OutputIntents"] = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String(condition.name),
                OutputCondition=String(condition.description),
                RegistryName=String(condition.registry),
                Info=String(condition.description),
                DestOutputProfile=profile,
            )
        ]
    )
    said = Description(
        title=press.title,
        author=press.author,
        creator=press.creator,
        producer=producer,
        date=press.date,
        seed=press.seed,
    )
    data = packet(said, pdfxid_GTS_PDFXVersion="PDF/X-4", pdf_Trapped="False")
    pdf.Root["/Metadata"] = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String(press.title),
            Author=String(press.author),
            Creator=String(press.creator),
            Producer=String(producer),
            CreationDate=String(info_date(press.date)),
            ModDate=String(info_date(press.date)),
            Trapped=Name("/False"),
        )
    )
    key = String(identifier(press.seed).bytes)
    pdf.trailer["/ID"] = Array([key, key])


def _bytes(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        force_version="1.6",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return out.getvalue()
