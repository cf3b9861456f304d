"""Tables of a manuscript as tables of the report: one grid for both languages, merged cells told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportpub.adoption.drafts import NO_CHINESE, Draft, Text
from reportpub.adoption.languages import language, turn
from reportpub.adoption.lines import cut, stripped
from reportpub.adoption.pairs import Match
from reportpub.adoption.units import Unit
from reportpub.adoption.words import Words, put_right
from reportpub.manuscript.elements import Cell, Paragraph, Run
from reportpub.model.text import Lang

EMPTY = "—"
_LETTERS = re.compile(r"[^\W\d_]")


def table(match: Match, name: str, supplied: list[str]) -> Draft:
    """Return a table: columns from its first row, a group row where one cell spans them all."""
    zh, en = (units[0] if units else None for units in (match.zh, match.en))
    left, right = _grid(zh), _grid(en)
    grid = left or right
    width = max(len(row) for row in grid)
    texts: dict[str, Text] = {"title": _title(zh, en, name, supplied)}
    rows: list[tuple[str, ...]] = []
    for at, row in enumerate(grid):
        names = []
        spans = at > 0 and len(_row(zh, en, at)) == 1
        for column in range(1 if spans else width):
            key = f"{at}-{column}"
            texts[key] = _cell(_at(left, at, column), _at(right, at, column), zh, en)
            names.append(key)
        del row
        rows.append(tuple(names))
    if any(_is_merged(cell) for unit in (zh, en) if unit is not None for cell in _cells(unit)):
        supplied.append(
            f"merged cells of the table “{name}” are parted, and {EMPTY} stands in the rest of each"
        )
    for key, runs in (("unit", "unit_line"), ("source", "source")):
        text = Text(_words(zh, runs), _words(en, runs))
        if text.zh is not None or text.en is not None:
            _complete(text)
            texts[key] = text
    draft = Draft(
        id=name, kind="table", texts=texts, zh=match.zh, en=match.en, score=match.score, rows=tuple(rows)
    )
    needs_english = [
        t for t in texts.values() if t.zh is not None and t.en is None and "en" not in t.supplied
    ]
    if en is None and not needs_english:
        draft.en = match.zh
    return draft


def _row(zh: Unit | None, en: Unit | None, at: int) -> Sequence[Cell]:
    unit = zh or en
    return unit.table.rows[at] if unit is not None and unit.table is not None else ()


def _cells(unit: Unit) -> Iterator[Cell]:
    """Yield the cells of a table, but for rows that one cell spans."""
    for row in unit.table.rows if unit.table is not None else ():
        if len(row) > 1:
            yield from row


def _is_merged(cell: Cell) -> bool:
    return cell.covered or cell.across > 1


def _grid(unit: Unit | None) -> list[list[tuple[Run, ...]]]:
    """Return the words of each cell, a cell that spans columns in its first and nothing in the others."""
    if unit is None or unit.table is None:
        return []
    width = max(sum(cell.across for cell in row) for row in unit.table.rows)
    grid = []
    for row in unit.table.rows:
        cells: list[tuple[Run, ...]] = []
        for cell in row:
            cells += [_runs(cell), *[()] * (cell.across - 1)]
        grid.append([*cells, *[()] * (width - len(cells))])
    return grid


def _runs(cell: Cell) -> tuple[Run, ...]:
    found: list[Run] = []
    for element in cell.elements:
        if isinstance(element, Paragraph) and (runs := stripped(element.runs)):
            found += [*([Run(" ")] if found else []), *runs]
    return tuple(Run(run.text, note=run.note, link=run.link) for run in found)


def _at(grid: Sequence[Sequence[tuple[Run, ...]]], row: int, column: int) -> tuple[Run, ...]:
    return grid[row][column] if row < len(grid) and column < len(grid[row]) else ()


def _cell(left: tuple[Run, ...], right: tuple[Run, ...], zh: Unit | None, en: Unit | None) -> Text:
    """Return a cell: what both languages share is written once, a cell in both languages is parted."""
    unit = zh or en
    assert unit is not None, "a match has a side"  # noqa: S101
    said = "".join(run.text for run in left), "".join(run.text for run in right)
    if not any(said):
        return Text(supplied={"zh": EMPTY, "en": EMPTY})
    if zh is not None and en is not None:
        text = Text(
            put_right(left, Lang.ZH, zh.span) if said[0] else None,
            put_right(right, Lang.EN, en.span) if said[1] else None,
        )
        for lang, words in (("zh", text.zh), ("en", text.en)):
            if words is None:
                text.supplied[lang] = EMPTY
        return text
    only = said[0] or said[1]
    runs = left or right
    at = turn(only)
    if at:
        chinese_first = language(only[:at]) is Lang.ZH
        first, second = stripped(cut(runs, 0, at)), stripped(cut(runs, at, len(only)))
        zh_runs, en_runs = (first, second) if chinese_first else (second, first)
        return Text(put_right(zh_runs, Lang.ZH, unit.span), put_right(en_runs, Lang.EN, unit.span))
    if not _LETTERS.search(only) or language(only) is not Lang.ZH:
        # Figures, signs and Latin names serve both languages.
        words = put_right(runs, Lang.EN, unit.span)
        return Text(words, None, {"en": words.text}) if en is None else Text(None, words, {"zh": words.text})
    return Text(put_right(runs, Lang.ZH, unit.span), None)


def _title(zh: Unit | None, en: Unit | None, name: str, supplied: list[str]) -> Text:
    text = Text(_words(zh, "caption"), _words(en, "caption"))
    if text.zh is None and text.en is None:
        supplied.append(f"the title of the table “{name}”: {NO_CHINESE}")
        text.supplied = {"zh": NO_CHINESE, "en": "[Title to be written]"}
        return text
    if zh is not None and zh.caption and en is None and (at := turn("".join(r.text for r in zh.caption))):
        whole = "".join(run.text for run in zh.caption)
        text.zh = put_right(stripped(cut(zh.caption, 0, at)), Lang.ZH, zh.span)
        text.en = put_right(stripped(cut(zh.caption, at, len(whole))), Lang.EN, zh.span)
    _complete(text)
    return text


def _complete(text: Text) -> None:
    """Give a text without Chinese what it needs; missing English is told by the status of its block."""
    if text.zh is None and text.en is not None:
        text.supplied["zh"] = NO_CHINESE


def _words(unit: Unit | None, field: str) -> Words | None:
    runs = getattr(unit, field) if unit is not None else ()
    return put_right(runs, unit.lang, unit.span) if unit is not None and runs else None
