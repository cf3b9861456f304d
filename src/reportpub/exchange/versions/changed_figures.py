"""The page of changed figures: a table in Word, each figure as it was and as it is, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.exchange.plain_table import Cell, plain_table
from reportpub.exchange.redline import plain_file
from reportpub.exchange.versions.compared import Moved
from reportpub.model.text import Lang
from reportpub.render.docx.oxml import paragraph, run

_WIDTHS = (3400, 1500, 1560, 1560, 1618)
_HEADS = (
    ("数据", "Figure"),
    ("中文原为", "Chinese, was"),
    ("中文现为", "Chinese, is"),
    ("英文原为", "English, was"),
    ("英文现为", "English, is"),
)


def changed_figures(told: Sequence[Moved], title: str) -> bytes:
    """Return the Word file; the same figures give the same bytes."""
    rows = [_figure(one) for one in told]
    table = plain_table(_WIDTHS, [(run(zh, Lang.ZH), run(en, Lang.EN)) for zh, en in _HEADS], rows, "rows")
    head = paragraph("Title", run("数据变动 · Changed figures", Lang.ZH))
    head += paragraph("Place", run(title, Lang.ZH))
    nothing = paragraph("Words", run("没有变动。No figure differs.", Lang.ZH))
    return plain_file(head + (table + paragraph("Words", "") if told else nothing))


def _figure(one: Moved) -> tuple[Cell, ...]:
    bold = "<w:b/>"
    zh, en = one.label
    return (
        (run(zh, Lang.ZH), run(en, Lang.EN), run(one.fact, Lang.EN)),
        (run(one.old[0] or "—", Lang.ZH),),
        (run(one.new[0] or "—", Lang.ZH, rest=bold),),
        (run(one.old[1] or "—", Lang.EN),),
        (run(one.new[1] or "—", Lang.EN, rest=bold),),
    )
