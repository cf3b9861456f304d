"""Children stand in the order the schema asks for; Word repairs or refuses files where they do not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from tests.render.docx import sample

from reportpub.render.docx.file import docx_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376 part 1, annex A: the sequences of the elements this writer uses.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr"
        " widowControl numPr suppressLineNumbers pBdr shd tabs"
        " snapToGrid spacing ind contextualSpacing jc outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern position sz szCs u vertAlign lang",
    "pBdr": "top left bottom right between bar",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr"
        " type pgSz pgMar pgNumType cols vAlign titlePg docGrid"
    ),
    "tblPr": (
        "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd"
        " tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "trPr": "cantSplit tblHeader",
    "tbl": "tblPr tblGrid tr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "settings": (
        "zoom mirrorMargins bordersDoNotSurroundHeader"
        " bordersDoNotSurroundFooter trackRevisions defaultTabStop evenAndOddHeaders"
        " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
        " characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr compat themeFontLang"
        " clrSchemeMapping decimalSymbol listSeparator"
    ),
    "font": "altName panose1 charset family pitch",
    "sdt": "sdtPr sdtContent",
}
# The default run and paragraph properties hold their own kind of rPr and pPr.
MIXED = {"headerReference": "footerReference"}


def _elements(data: bytes) -> Iterator[tuple[str, ET.Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                for element in ET.XML(archive.read(name)).iter():
                    yield name, element


@pytest.mark.parametrize("name", tuple(sample.LANGUAGES))
def test_children_stand_in_the_order_of_the_schema(name: str) -> None:
    for part, element in _elements(docx_bytes(sample.edition(name), sample.pictures())):
        kind = element.tag.removeprefix(W)
        if kind not in ORDER:
            continue
        order = ORDER[kind].split()
        children = [MIXED.get(c, c) for c in (child.tag.removeprefix(W) for child in element)]
        assert set(children) <= set(order), f"{part}: {kind} holds {set(children) - set(order)}"
        assert children == sorted(children, key=order.index), f"{part}: {kind} holds {children}"


@pytest.mark.parametrize("name", tuple(sample.LANGUAGES))
def test_every_text_between_tags_is_inside_a_text_element(name: str) -> None:
    for part, element in _elements(docx_bytes(sample.edition(name), sample.pictures())):
        if element.tag.startswith(W) and element.tag not in {f"{W}t", f"{W}instrText"}:
            assert not (element.text or "").strip(), f"{part}: {element.tag}"
        assert not (element.tail or "").strip(), f"{part}: {element.tag}"
