"""From the engine's PDF to the press file: PDF/X, CMYK and black, bleed, output intent, the same bytes.

Source: ISO 15930-7 (PDF/X-4) and 15930-4 (PDF/X-1a:2003).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from pikepdf import Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

from reportpub.findings import ContentError, Finding, error, in_order
from reportpub.layout.conditions import Condition
from reportpub.model.job import EVEN, Bleed, Mark, Standard
from reportpub.render.content_streams import Instruction, Rewriting, Step
from reportpub.render.pictures.press import PressPicture
from reportpub.render.print_boxes import POINTS_PER_MM, mark_blanks, pad, set_boxes
from reportpub.render.print_content import KNOCK_OUT, OVERPRINT, inks
from reportpub.render.print_identity import describe
from reportpub.render.print_marks import Marking
from reportpub.render.print_opaque import make_opaque
from reportpub.render.print_pictures import Pictures
from reportpub.render.xmp import Description
from reportpub.seal import sealed
from reportpub.sentences import say

_CATALOG = frozenset({"/Type", "/Pages"})
_PDF_VERSION = {Standard.X4: "1.6", Standard.X1A: "1.4"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What a press file says of itself, and how it is to be printed.

    `date` is YYYY-MM-DD, `seed` names the artefact (see `xmp.identifier`). `multiple` is the number of pages
    the file is padded to a multiple of. `pictures` are those made for the press, by the fingerprint of what
    stands in their place. `slug` is the engine's PDF of the slug lines, one page each; `folds`
    are measured in mm from the left of the trim.
    """

    title: str
    author: str
    creator: str
    date: str
    seed: str
    condition: Condition
    bleed: Bleed = EVEN
    standard: Standard = Standard.X4
    marks: tuple[Mark, ...] = ()
    slug: bytes = b""
    folds: tuple[float, ...] = ()
    multiple: int = 1
    pictures: Mapping[str, PressPicture] = field(default_factory=dict)


def finish_print(raw: bytes, press: Press) -> bytes:
    """Return the press file made from a PDF of the layout engine.

    `ContentError` with all colours, gradients and pages that cannot be printed as they are.
    """
    with Pdf.open(BytesIO(raw)) as pdf, _slug(press) as slug:
        producer = str(pdf.docinfo.get("/Producer", ""))
        folds = tuple(mm * POINTS_PER_MM for mm in press.folds)
        marking = Marking(marks=press.marks, slug=slug, folds=folds)
        rewriting, found = _inked(pdf, press)
        found += _inked(slug, press)[1]
        sheets, short = set_boxes(pdf, rewriting, press.bleed, marking.room)
        found += short
        if found:
            raise ContentError(in_order(tuple(found)))
        pad(pdf, sheets, press.bleed, marking.room, press.multiple)
        mark_blanks(pdf)
        marking.draw(pdf, sheets)
        _keep_only(pdf.Root, _CATALOG)
        said = Description(
            title=press.title,
            author=press.author,
            creator=press.creator,
            producer=producer,
            date=press.date,
            seed=press.seed,
        )
        describe(pdf, said, press.condition, press.standard)
        return sealed(_bytes(pdf, _PDF_VERSION[press.standard]))


def _slug(press: Press) -> Pdf:
    return Pdf.open(BytesIO(press.slug)) if press.slug else Pdf.new()


def _inked(pdf: Pdf, press: Press) -> tuple[Rewriting, list[Finding]]:
    """Rewrite everything the pages reach in inks; return what was met and what cannot be printed."""
    found: list[Finding] = []

    def turn(page: int, steps: Iterable[Step]) -> list[Instruction]:
        return inks(page, steps, found)

    rewriting = Rewriting(pdf, turn)
    rewriting.run()
    pictures = Pictures(press.condition.profile, press.pictures)
    for page, picture in rewriting.images:
        found += pictures.convert(pdf, page, picture)
    found += (_gradient(page) for page in rewriting.gradients)
    if press.standard is Standard.X1A:
        found += make_opaque(pdf, rewriting)
    shared = _graphics_states(pdf)
    for resources in rewriting.resources:
        _settle(resources, shared)
    for _, form in rewriting.forms:
        _settle_group(form)
    return rewriting, found


def _gradient(page: int) -> Finding:
    hint = say("use a flat colour, or a picture in CMYK")
    return error("print/gradient", say("page {page}: a gradient or a blurred shadow", page=page), None, hint)


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


def _keep_only(dictionary: Object, kept: frozenset[str]) -> None:
    for key in [key for key in dictionary.keys() if key not in kept]:  # noqa: SIM118
        del dictionary[key]


def _bytes(pdf: Pdf, version: str) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        force_version=version,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return out.getvalue()
