"""The workbook behind a chart, which “Edit Data” opens: one sheet, the same bytes whenever it is written.

Source: ECMA-376 part 1, 18.2 (workbooks), 18.3 (sheets), 18.8 (styles).
"""

from __future__ import annotations

from typing import Final

from reportpub.render.docx.charts.cells import GENERAL, Cell, Grid
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import PROLOGUE, RELATIONS, escaped
from reportpub.render.docx.package import Part, Relation, packed
from reportpub.render.docx.theme import theme_xml

SHEET: Final = "Sheet1"
"""The name of the sheet, as Office gives it in every language of its surface that we know of."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_OWN = 164
"""Number formats below this are built in."""


def letter(column: int) -> str:
    """Return the name of a column, A for 0."""
    head, last = divmod(column, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def cell_range(column: int, first: int, last: int) -> str:
    """Return a range of rows of a column as a formula, rows counted from 1."""
    name = letter(column)
    return f"{SHEET}!${name}${first}:${name}${last}" if last > first else f"{SHEET}!${name}${first}"


def workbook(grid: Grid, look: Look) -> bytes:
    """Return the xlsx of a chart: categories in column A, a series in each column after it."""
    strings = tuple(dict.fromkeys((*grid.categories, *(column.name for column in grid.columns))))
    codes = sorted({cell.code for column in grid.columns for cell in column.cells} - {GENERAL})
    parts = (
        Part(
            name="xl/workbook.xml",
            content=(
                f'{PROLOGUE}<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONS}"><sheets>'
                f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            type=f"{_TYPE}.sheet.main+xml",
        ),
        Part(
            name="xl/worksheets/sheet1.xml",
            content=_sheet(grid, strings, codes).encode(),
            type=f"{_TYPE}.worksheet+xml",
        ),
        Part(name="xl/styles.xml", content=_styles(codes).encode(), type=f"{_TYPE}.styles+xml"),
        Part(
            name="xl/sharedStrings.xml",
            content=_strings(strings).encode(),
            type=f"{_TYPE}.sharedStrings+xml",
        ),
        Part(
            name="xl/theme/theme1.xml",
            content=theme_xml(look).encode(),
            type="application/vnd.openxmlformats-officedocument.theme+xml",
        ),
    )
    needs = {
        "worksheet": "worksheets/sheet1.xml",
        "styles": "styles.xml",
        "sharedStrings": "sharedStrings.xml",
        "theme": "theme/theme1.xml",
    }
    relations = (
        Relation(source="", id="rId1", type=f"{RELATIONS}/officeDocument", target="xl/workbook.xml"),
        *(
            Relation(source="xl/workbook.xml", id=f"rId{turn}", type=f"{RELATIONS}/{kind}", target=target)
            for turn, (kind, target) in enumerate(needs.items(), start=1)
        ),
    )
    return packed(parts, relations, level=0)


def _sheet(grid: Grid, strings: tuple[str, ...], codes: list[str]) -> str:
    names = "".join(_text(at, 1, column.name, strings) for at, column in enumerate(grid.columns, start=1))
    rows = f'<row r="1">{names}</row>'
    for row, category in enumerate(grid.categories, start=2):
        numbers = "".join(
            _number(at, row, column.cells[row - 2], codes)
            for at, column in enumerate(grid.columns, start=1)
            if row - 2 < len(column.cells)
        )
        rows += f'<row r="{row}">{_text(0, row, category, strings)}{numbers}</row>'
    return f'{PROLOGUE}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _strings(strings: tuple[str, ...]) -> str:
    told = "".join(f'<si><t xml:space="preserve">{escaped(words)}</t></si>' for words in strings)
    return f'{PROLOGUE}<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{told}</sst>'


def _text(column: int, row: int, words: str, strings: tuple[str, ...]) -> str:
    return f'<c r="{letter(column)}{row}" t="s"><v>{strings.index(words)}</v></c>' if words else ""


def _number(column: int, row: int, cell: Cell, codes: list[str]) -> str:
    style = codes.index(cell.code) + 1 if cell.code in codes else 0
    return f'<c r="{letter(column)}{row}" s="{style}"><v>{cell.number:f}</v></c>'


def _styles(codes: list[str]) -> str:
    own = "".join(
        f'<numFmt numFmtId="{at}" formatCode="{escaped(code)}"/>'
        for at, code in enumerate(codes, start=_FIRST_OWN)
    )
    formats = f'<numFmts count="{len(codes)}">{own}</numFmts>' if codes else ""
    used = "".join(
        f'<xf numFmtId="{at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at, _ in enumerate(codes, start=_FIRST_OWN)
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{PROLOGUE}<styleSheet xmlns="{_MAIN}">{formats}'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}">{plain} xfId="0"/>{used}</cellXfs></styleSheet>'
    )
