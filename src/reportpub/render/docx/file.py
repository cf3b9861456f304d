"""The Word file of an edition, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportpub.edition.edition import Edition
from reportpub.findings import ToolError, error
from reportpub.layout.reference import Reference
from reportpub.render.docx.baseline import DESCRIPTION, ITEM, baseline_xml, description_xml
from reportpub.render.docx.charts.part import WORKBOOK_RELATION
from reportpub.render.docx.comments import comments_xml
from reportpub.render.docx.contents import filled
from reportpub.render.docx.document import document
from reportpub.render.docx.dress import dressed
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.inlines import Voice
from reportpub.render.docx.look import Look
from reportpub.render.docx.notes import footnotes_xml
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, RELATIONS
from reportpub.render.docx.package import Part, Relation, packed
from reportpub.render.docx.paging.folios import folios
from reportpub.render.docx.pictures import Picture
from reportpub.render.docx.properties import app_xml, core_xml, custom_xml, fingerprint
from reportpub.render.docx.reference.page import paged
from reportpub.render.docx.settings import settings_xml
from reportpub.render.docx.theme import fonts_xml
from reportpub.sentences import say
from reportpub.uncollected import uncollected

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MAIN = "word/document.xml"
NOTES = "word/footnotes.xml"
COMMENTS = "word/comments.xml"
PAIRED_MARGIN = 56.7
"""pt at either side of two languages side by side, which need all the width there is."""
PNG = b"\x89PNG\r\n\x1a\n"


@uncollected()
def docx_bytes(
    edition: Edition,
    pictures: Mapping[str, Picture],
    look: Look | None = None,
    reference: Reference | None = None,
) -> bytes:
    """Return the Word file of an edition; the same edition and pictures give the same bytes.

    `pictures` are keyed by block id; charts need none. A `reference` gives styles, theme, lists and page.
    `ToolError` when a picture is missing or a text holds what XML cannot carry.
    """
    look = look or Look()
    if reference:
        look = paged(look, reference)
    if any(len(part.languages) > 1 for part in edition.parts):
        look = replace(look, inside=PAIRED_MARGIN, outside=PAIRED_MARGIN)
    leading = edition.languages[0]
    gather = Gather(pictures)
    voice = Voice(edition=edition, look=look, gather=gather, lang=leading, leading=leading, notes={})
    languages = edition.languages
    written = document(voice)
    charts = (chart.xml for chart in gather.charts)
    asked = comments_xml(gather.questions, edition.metadata.date) if gather.questions else ""
    digest = fingerprint(edition, (*written, *gather.footnotes, *charts, asked))
    dress = dressed(look, languages, gather.lists, reference)
    written, asked = [dress.worn(section) for section in written], dress.worn(asked)
    notes = [dress.worn(note) for note in gather.footnotes]
    body = filled(written, folios(written, dress.styles, notes, look.measure))
    texts = {
        MAIN: (
            "".join((f"{PROLOGUE}<w:document {NAMESPACES}><w:body>", *body, "</w:body></w:document>")),
            f"{WORD}.document.main+xml",
        ),
        "word/styles.xml": (dress.styles, f"{WORD}.styles+xml"),
        "word/numbering.xml": (dress.numbering, f"{WORD}.numbering+xml"),
        "word/settings.xml": (settings_xml(tracked=edition.spec.review), f"{WORD}.settings+xml"),
        "word/fontTable.xml": (fonts_xml(look), f"{WORD}.fontTable+xml"),
        NOTES: (dress.worn(footnotes_xml(notes)), f"{WORD}.footnotes+xml"),
        "word/theme/theme1.xml": (dress.theme, f"{OFFICE}.theme+xml"),
        "docProps/core.xml": (
            core_xml(edition),
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        "docProps/app.xml": (app_xml(edition), f"{OFFICE}.extended-properties+xml"),
        "docProps/custom.xml": (custom_xml(edition, digest), f"{OFFICE}.custom-properties+xml"),
    }
    texts[ITEM] = (baseline_xml(edition, digest, gather.facts), "application/xml")
    texts[DESCRIPTION] = (description_xml(edition), f"{OFFICE}.customXmlProperties+xml")
    if asked:
        texts[COMMENTS] = (asked, f"{WORD}.comments+xml")
    for turn, (kind, content) in enumerate(gather.heads, start=1):
        name, element = ("header", "w:hdr") if kind == "hdr" else ("footer", "w:ftr")
        text = f"{PROLOGUE}<{element} {NAMESPACES}>{dress.worn(content)}</{element}>"
        texts[f"word/{name}{turn}.xml"] = (text, f"{WORD}.{name}+xml")
    parts = [Part(name=name, content=text.encode(), type=kind) for name, (text, kind) in texts.items()]
    parts += (Part(name=f"word/{_media(key)}", content=_png(key, pictures)) for key in gather.used)
    for turn, chart in enumerate(gather.charts, start=1):
        kind = f"{OFFICE}.drawingml.chart+xml"
        parts.append(Part(name=f"word/{_chart(turn)}", content=chart.xml.encode(), type=kind))
        parts.append(Part(name=f"word/{_workbook(turn)}", content=chart.workbook))
    return packed(tuple(parts), _relations(gather))


def _relations(gather: Gather) -> tuple[Relation, ...]:
    """Return who needs what: the package its main parts, the text its styles, heads, pictures and links."""
    top = (
        Relation(source="", id="rId1", type=f"{RELATIONS}/officeDocument", target=MAIN),
        Relation(source="", id="rId2", type=CORE, target="docProps/core.xml"),
        Relation(source="", id="rId3", type=f"{RELATIONS}/extended-properties", target="docProps/app.xml"),
        Relation(source="", id="rId4", type=f"{RELATIONS}/custom-properties", target="docProps/custom.xml"),
    )
    fixed = ("styles", "numbering", "settings", "fontTable", "footnotes")
    needs = [_of_text(f"rId{turn}", name, f"{name}.xml") for turn, name in enumerate(fixed, start=1)]
    needs.append(_of_text("rIdTheme", "theme", "theme/theme1.xml"))
    needs.append(_of_text("rIdBaseline", "customXml", f"../{ITEM}"))
    needs.append(
        Relation(source=ITEM, id="rId1", type=f"{RELATIONS}/customXmlProps", target="itemProps1.xml")
    )
    if gather.questions:
        needs.append(_of_text("rIdComments", "comments", "comments.xml"))
    for turn, (kind, _) in enumerate(gather.heads, start=1):
        name = "header" if kind == "hdr" else "footer"
        needs.append(_of_text(f"rIdHead{turn}", name, f"{name}{turn}.xml"))
    needs += (_of_text(relation, "image", _media(key)) for key, relation in gather.used.items())
    for turn in range(1, len(gather.charts) + 1):
        needs.append(_of_text(f"rIdChart{turn}", "chart", _chart(turn)))
        own, kind = f"word/{_chart(turn)}", f"{RELATIONS}/package"
        target = f"../{_workbook(turn)}"
        needs.append(Relation(source=own, id=WORKBOOK_RELATION, type=kind, target=target))
    for source, links in ((MAIN, gather.body_links), (NOTES, gather.note_links)):
        kind = f"{RELATIONS}/hyperlink"
        needs += (Relation(source=source, id=i, type=kind, target=u, external=True) for u, i in links.items())
    return (*top, *needs)


def _of_text(identifier: str, kind: str, target: str) -> Relation:
    return Relation(source=MAIN, id=identifier, type=f"{RELATIONS}/{kind}", target=target)


def _media(key: str) -> str:
    return f"media/{key}.png"


def _chart(turn: int) -> str:
    return f"charts/chart{turn}.xml"


def _workbook(turn: int) -> str:
    return f"embeddings/Microsoft_Excel_Sheet{turn}.xlsx"


def _png(key: str, pictures: Mapping[str, Picture]) -> bytes:
    data = pictures[key].png
    if not data.startswith(PNG):
        hint = say("convert the picture to PNG before it is handed to the Word writer")
        raise ToolError(
            (error("docx/picture-kind", say("the picture for {key} is no PNG", key=key), None, hint),)
        )
    return data
