"""A chart part: what a plot draws, in the colours and faces of the report, and where its workbook is.

No axis of values and no grid: every mark carries its number, as in print. Source: ECMA-376 part 1, 21.2.
"""

from __future__ import annotations

from typing import Final, assert_never

from reportpub.model.blocks import ChartKind
from reportpub.model.text import Lang
from reportpub.render.docx.charts.cells import Grid
from reportpub.render.docx.charts.frame import Frame
from reportpub.render.docx.charts.series import Palette, Setting, series
from reportpub.render.docx.charts.wording import text_look
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import DRAWING, PROLOGUE, RELATIONS
from reportpub.render.docx.words import WORD_LANG

CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WORKBOOK_RELATION: Final = "rId1"

_AXES = ("500001", "500002")
"""Ids of the axes of categories and of values; python-pptx's negative ones are faults to the SDK."""


def chart_xml(kind: ChartKind, grid: Grid, framed: Frame, lang: Lang, look: Look) -> str:
    """Return the c:chartSpace of a chart, its marks standing where a frame leaves room."""
    setting = Setting(kind, grid, Palette(look), look)
    several = len(grid.columns) > 1
    legend = (
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/>' + text_look(look, look.ink) + "</c:legend>"
        if several
        else ""
    )
    panel = f'<a:solidFill><a:srgbClr val="{look.warm}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    return (
        f'{PROLOGUE}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">'
        f'<c:date1904 val="0"/><c:lang val="{WORD_LANG[lang]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{framed.layout()}{_plot(setting)}</c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{panel}</c:spPr>{text_look(look, look.ink)}"
        f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(setting: Setting) -> str:
    several = len(setting.grid.columns) > 1
    told = "".join(series(setting, at) for at in range(len(setting.grid.columns)))
    match setting.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            lying = setting.kind is ChartKind.BAR
            gap, overlap = (60, -8) if several else (90, 0)
            return (
                f'<c:barChart><c:barDir val="{"bar" if lying else "col"}"/><c:grouping val="clustered"/>'
                f'<c:varyColors val="0"/>{told}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
                f"{_axis_ids()}</c:barChart>{_axes(setting, lying=lying)}"
            )
        case ChartKind.LINE:
            return (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{told}<c:marker val="1"/>'
                f"{_axis_ids()}</c:lineChart>{_axes(setting, lying=False)}"
            )
        case ChartKind.PIE:
            # A ring has no room outside for its words in Word, so the parts of a whole are a pie here.
            return f'<c:pieChart><c:varyColors val="1"/>{told}<c:firstSliceAng val="0"/></c:pieChart>'
        case _:
            assert_never(setting.kind)


def _axis_ids() -> str:
    return "".join(f'<c:axId val="{axis}"/>' for axis in _AXES)


def _axes(setting: Setting, *, lying: bool) -> str:
    """Return the two axes: categories on a thin line, values unseen and from zero."""
    look = setting.look
    names, values = _AXES
    # Bars are read from the top down, as they are written.
    order, sides = ("maxMin", ("l", "t")) if lying else ("minMax", ("b", "l"))
    zero = "" if setting.below_zero else '<c:min val="0"/>'
    unmarked = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    rule = (
        f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{look.slate}"/></a:solidFill></a:ln></c:spPr>'
    )
    return (
        f'<c:catAx><c:axId val="{names}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{sides[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{unmarked}<c:tickLblPos val="low"/>{rule}{text_look(look, look.ink)}<c:crossAx val="{values}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{values}"/><c:scaling><c:orientation val="minMax"/>{zero}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{sides[1]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{unmarked}<c:tickLblPos val="nextTo"/><c:crossAx val="{names}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
