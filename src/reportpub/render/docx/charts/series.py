"""A series of a chart: its marks, the number beside each, and the cells both come from.

Source: ECMA-376 part 1, 21.2.2.170 (ser), 21.2.2.47 (dLbls), 21.2.2.52 (dPt).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.model.blocks import ChartKind
from reportpub.render.docx.charts.cells import Cell, Column, Grid
from reportpub.render.docx.charts.wording import text_look, written_out
from reportpub.render.docx.charts.workbook import cell_range
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import escaped


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of series and of parts, from dark to light, in the order of print; red is for one mark."""

    look: Look

    def of(self, turn: int, cell: Cell | None = None) -> str:
        """Return the colour of a series, or of one mark of it."""
        look = self.look
        colours = (look.navy, look.blue, look.teal, look.ochre, look.slate, look.rule)
        return look.red if cell and cell.highlighted else colours[turn % len(colours)]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a chart is drawn with."""

    kind: ChartKind
    grid: Grid
    palette: Palette
    look: Look

    @property
    def below_zero(self) -> bool:
        """Return whether any value lies below zero."""
        return any(cell.number < 0 for column in self.grid.columns for cell in column.cells)


def series(setting: Setting, turn: int) -> str:
    """Return the c:ser of a column of the sheet."""
    column = setting.grid.columns[turn]
    colour = setting.palette.of(turn)
    line = setting.kind is ChartKind.LINE
    shape = (
        f'<c:spPr><a:ln w="22225" cap="rnd">{_fill(colour)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>{_fill(colour)}'
        "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        if line
        else f"<c:spPr>{_fill(colour)}</c:spPr>"
    )
    if setting.kind in {ChartKind.BAR, ChartKind.COLUMN}:
        shape += '<c:invertIfNegative val="0"/>'
    if setting.kind is ChartKind.PIE:
        shape = ""
    last = '<c:smooth val="0"/>' if line else ""
    return (
        f'<c:ser><c:idx val="{turn}"/><c:order val="{turn}"/>{_name(column, turn)}{shape}'
        f"{_marks(setting, column, turn)}{_labels(setting, column, turn)}"
        f"{_categories(setting.grid)}{_values(column, turn)}{last}</c:ser>"
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _name(column: Column, turn: int) -> str:
    if not column.name:
        return ""
    where = cell_range(turn + 1, 1, 1)
    return f"<c:tx><c:strRef><c:f>{where}</c:f>{_strings((column.name,))}</c:strRef></c:tx>"


def _strings(words: tuple[str, ...]) -> str:
    told = "".join(f'<c:pt idx="{at}"><c:v>{escaped(word)}</c:v></c:pt>' for at, word in enumerate(words))
    return f'<c:strCache><c:ptCount val="{len(words)}"/>{told}</c:strCache>'


def _categories(grid: Grid) -> str:
    where = cell_range(0, 2, len(grid.categories) + 1)
    return f"<c:cat><c:strRef><c:f>{where}</c:f>{_strings(grid.categories)}</c:strRef></c:cat>"


def _values(column: Column, turn: int) -> str:
    where = cell_range(turn + 1, 2, len(column.cells) + 1)
    code = column.cells[0].code if column.cells else "General"
    told = "".join(
        f'<c:pt idx="{at}"{_own_code(cell, code)}><c:v>{cell.number:f}</c:v></c:pt>'
        for at, cell in enumerate(column.cells)
    )
    return (
        f"<c:val><c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>{escaped(code)}</c:formatCode>"
        f'<c:ptCount val="{len(column.cells)}"/>{told}</c:numCache></c:numRef></c:val>'
    )


def _own_code(cell: Cell, code: str) -> str:
    return "" if cell.code == code else f' formatCode="{escaped(cell.code)}"'


def _marks(setting: Setting, column: Column, turn: int) -> str:
    """Return the marks that are coloured for themselves: the stressed one, and all parts of a whole."""
    told = ""
    for at, cell in enumerate(column.cells):
        pie = setting.kind is ChartKind.PIE
        if not (cell.highlighted or pie):
            continue
        fill = _fill(setting.palette.of(at if pie else turn, cell))
        bars = setting.kind in {ChartKind.BAR, ChartKind.COLUMN}
        inverted = '<c:invertIfNegative val="0"/>' if bars else ""
        seam = f'<a:ln w="12700">{_fill(setting.look.warm)}</a:ln>' if pie else ""
        shape = f'<c:bubble3D val="0"/><c:spPr>{fill}{seam}</c:spPr>'
        if setting.kind is ChartKind.LINE:
            marker = '<c:marker><c:symbol val="circle"/><c:size val="7"/>'
            shape = f'{marker}<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:bubble3D val="0"/>'
        told += f'<c:dPt><c:idx val="{at}"/>{inverted}{shape}</c:dPt>'
    return told


def _labels(setting: Setting, column: Column, turn: int) -> str:
    """Return the numbers beside the marks; those that differ from the rest are written for themselves."""
    code = column.cells[0].code if column.cells else "General"
    own = "".join(
        _label(setting, column, at, turn)
        for at, cell in enumerate(column.cells)
        if cell.apart or cell.highlighted or cell.code != code
    )
    look = text_look(setting.look, setting.look.ink)
    return f"<c:dLbls>{own}{_format(code)}{_clear()}{look}{_shown(setting, turn)}</c:dLbls>"


def _label(setting: Setting, column: Column, at: int, turn: int) -> str:
    cell = column.cells[at]
    colour = setting.look.red if cell.highlighted else setting.look.ink
    words = cell.words
    if setting.kind is ChartKind.PIE:
        words = f"{setting.grid.categories[at]} {words}"
    told = written_out(setting.look, words, colour, bold=cell.highlighted) if cell.apart else ""
    look = text_look(setting.look, colour, bold=cell.highlighted)
    return (
        f'<c:dLbl><c:idx val="{at}"/>{told}{_format(cell.code)}{_clear()}{look}'
        f"{_shown(setting, turn, one=True)}</c:dLbl>"
    )


def _format(code: str) -> str:
    return f'<c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/>'


def _clear() -> str:
    return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def _shown(setting: Setting, turn: int, *, one: bool = False) -> str:
    pie = setting.kind is ChartKind.PIE
    place = "outEnd" if setting.kind is not ChartKind.LINE else ("b" if _lowest(setting) == turn else "t")
    names = int(pie)
    told = (
        ("LegendKey", 0),
        ("Val", 1),
        ("CatName", names),
        ("SerName", 0),
        ("Percent", 0),
        ("BubbleSize", 0),
    )
    flags = "".join(f'<c:show{name} val="{shown}"/>' for name, shown in told)
    parted = "<c:separator>\n</c:separator>" if pie else ""
    lines = '<c:showLeaderLines val="1"/>' if pie and not one else ""
    return f'<c:dLblPos val="{place}"/>{flags}{parted}{lines}'


def _lowest(setting: Setting) -> int | None:
    """Return the line whose numbers stand below it: the lowest of several."""
    columns = setting.grid.columns
    if len(columns) == 1:
        return None
    means = [
        sum(float(cell.number) for cell in column.cells) / (len(column.cells) or 1) for column in columns
    ]
    return means.index(min(means))
