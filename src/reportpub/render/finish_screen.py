"""From the engine's tagged PDF to the screen file: PDF/UA-1 and PDF/A-2a, sRGB, cut to the trimmed page.

The same pages give the same bytes. Source: ISO 14289-1 (PDF/UA-1); ISO 19005-2 (PDF/A-2); ISO 32000-1,
12.2 (viewers), 12.4.2 (page labels), 14.11.2 (page boxes), 14.11.5 (output intents).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Pdf, String

from reportpub.findings import ContentError, Finding, error, in_order
from reportpub.render.content_streams import Instruction, Rewriting, Step
from reportpub.render.screen_content import Cmyk, Palette, Rgb, lights
from reportpub.render.screen_saving import saved
from reportpub.render.screen_tags import decoration
from reportpub.render.xmp import Description, identifier, info_date, packet
from reportpub.sentences import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What a screen file says of itself, and its colours.

    `date` is YYYY-MM-DD, `seed` names the artefact (see `xmp.identifier`), `language` is the BCP 47 tag of
    the report as a whole, `profile` is an ICC profile of sRGB. `palette` has numbers from 0 to 1. `two_up`
    opens it with two pages beside each other, odd ones at the right. `front` is
    how many pages come before the body, which begins with page 1; `cover` is what the first page is called.
    """

    title: str
    author: str
    creator: str
    date: str
    seed: str
    language: str
    palette: Mapping[Cmyk, Rgb]
    profile: bytes
    front: int = 0
    two_up: bool = False
    cover: str = ""


def finish_screen(raw: bytes, screen: Screen) -> bytes:
    """Return the screen file made from a tagged PDF of the layout engine.

    `ContentError` with all colours and pictures that a screen cannot show as they are.
    """
    with Pdf.open(BytesIO(raw)) as pdf:
        found: list[Finding] = []
        producer = str(pdf.docinfo.get("/Producer", ""))
        palette = Palette(screen.palette)
        loose = decoration(pdf)

        def turn(page: int, steps: Iterable[Step]) -> list[Instruction]:
            return lights(page, steps, palette, loose.get(page, frozenset()), found)

        rewriting = Rewriting(pdf, turn)
        rewriting.run()
        for page, picture in rewriting.images:
            for stream in (picture, picture.get("/SMask")):
                if stream is not None and "/Interpolate" in stream:
                    del stream["/Interpolate"]
            if picture.get("/ColorSpace") == Name.DeviceCMYK:
                hint = say("give the picture in sRGB; the press file converts it")
                found.append(
                    error("screen/picture", say("page {page}: a picture in CMYK", page=page), None, hint)
                )
        found += (
            error("screen/gradient", say("page {page}: a gradient", page=page))
            for page in rewriting.gradients
        )
        if found:
            raise ContentError(in_order(tuple(found)))
        for resources in rewriting.resources:
            if "/ColorSpace" in resources:
                del resources["/ColorSpace"]
        for _, form in rewriting.forms:
            if "/Group" in form:
                form["/Group"]["/CS"] = Name.DeviceRGB
        _cut(pdf)
        pdf.Root["/Lang"] = String(screen.language)
        _number_pages(pdf, screen)
        _describe(pdf, screen, producer)
        return saved(pdf)


def _cut(pdf: Pdf) -> None:
    for page in pdf.pages:
        trim = page.obj.get("/TrimBox", page.obj["/MediaBox"])
        for key in ("/MediaBox", "/CropBox", "/TrimBox"):
            page.obj[key] = Array([*trim])
        for key in ("/BleedBox", "/ArtBox"):
            if key in page.obj:
                del page.obj[key]


def _number_pages(pdf: Pdf, screen: Screen) -> None:
    """Label each page as it is printed: the cover by its name, then small Roman, the body from 1."""
    labels: list[int | Dictionary] = []
    if screen.front:
        labels += [0, Dictionary(P=String(screen.cover))]
    if screen.front > 1:
        labels += [1, Dictionary(S=Name.r, St=2)]
    labels += [screen.front, Dictionary(S=Name.D)]
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array(labels))
    if "/Outlines" in pdf.Root:
        pdf.Root["/PageMode"] = Name.UseOutlines


def _describe(pdf: Pdf, screen: Screen, producer: str) -> None:
    profile = pdf.make_stream(screen.profile, N=3, Alternate=Name.DeviceRGB)
    pdf.Root["/OutputIntents"] = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                RegistryName=String("http://www.color.org"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )
    said = Description(
        title=screen.title,
        author=screen.author,
        creator=screen.creator,
        producer=producer,
        date=screen.date,
        seed=screen.seed,
        language=screen.language,
    )
    data = packet(said, pdfaid_part="2", pdfaid_conformance="A", pdfuaid_part="1")
    pdf.Root["/Metadata"] = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    if screen.two_up:
        pdf.Root["/PageLayout"] = Name.TwoPageRight
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String(screen.title),
            Author=String(screen.author),
            Creator=String(screen.creator),
            Producer=String(producer),
            CreationDate=String(info_date(screen.date)),
            ModDate=String(info_date(screen.date)),
        )
    )
    key = String(identifier(screen.seed).bytes)
    pdf.trailer["/ID"] = Array([key, key])
