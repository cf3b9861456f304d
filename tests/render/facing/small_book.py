"""Small reports on facing pages, with a page of another size or other kinds of block in step."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.small_report import BOOK, copied

from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home
from reportpub.layout.stylesheet import style_sheets
from reportpub.layout.tokens import Facing, Margins
from reportpub.model.report import Arrangement, EditionSpec, Target
from reportpub.model.text import Lang
from reportpub.render.drawings import page_drawings
from reportpub.render.facing.setting import FacingPages, FacingSetter
from reportpub.render.pdf import LaidOut
from reportpub.source.load import load_report
from reportpub.typesetting import chosen_layout

HALF = Margins(28, 150, 24, 25.6, 38, 6)
"""A page of half the height."""
ZH = "第{n}条：法院受理的知识产权案件逐年增加，审理的期限却没有拉长，当事人满意的比例也在上升[^note-{n}]。"
EN = (
    "Item {n}: the courts take in more cases every year, yet the time to judgment has not grown, "
    "and parties are content.[^note-{n}]"
)


def edition(project: Path = BOOK) -> Edition:
    """Return a report on facing pages."""
    report, _ = load_report(project, Inputs(project))
    spec = EditionSpec(
        name="facing",
        languages=(Lang.ZH, Lang.EN),
        arrangement=Arrangement.FACING,
        layout="facing",
        targets=(Target.PRINT, Target.SCREEN),
        span=report.editions[0].span,
    )
    return resolve(report, spec)


def setter(
    shown: Edition, margins: Margins | None = None, facing: Facing | None = None, layout: str = "facing"
) -> FacingSetter:
    """Return what sets an edition, with other margins or another way to keep in step."""
    inputs = Inputs(shown.root.parent, home())
    named = replace(shown, spec=replace(shown.spec, layout=layout))
    chosen = chosen_layout(named, shown.root.parent, inputs)
    tokens = chosen.tokens
    changed = replace(tokens, margins=margins or tokens.margins, facing=facing or tokens.facing)
    chosen = replace(chosen, tokens=changed)
    faces = load_faces(home() / "fonts", inputs)
    sheets = style_sheets(chosen, faces, shown.job)
    return FacingSetter(named, chosen, sheets, page_drawings(named, chosen, faces), inputs)


@cache
def whole() -> tuple[LaidOut, FacingPages]:
    """Return the small report as it comes."""
    return setter(edition()).set()


@cache
def parted() -> tuple[Edition, LaidOut, FacingPages]:
    """Return a report of long paragraphs, with a list and a table, on pages of half the height."""
    with TemporaryDirectory() as folder:
        shown = edition(_long(Path(folder) / "long"))
        return (shown, *setter(shown, HALF).set())


def _long(into: Path) -> Path:
    project = copied(into)
    lines = ["id: courts", "title: {zh: 法院, en: Courts}", "blocks:"]
    for number in range(1, 9):
        many = 13 if number == 4 else 1 + number * 3 % 5
        lines += [f"  - id: item-{number}"]
        lines += [f"    sync: {'force' if number == 1 else 'float'}"] if number in {1, 6} else []
        zh = "".join(ZH.replace("[^note-{n}]", "").format(n=number * 10 + at) for at in range(many - 1))
        en = " ".join(EN.replace("[^note-{n}]", "").format(n=number * 10 + at) for at in range(many - 1))
        lines += [f"    paragraph: {{lead: {{zh: 第{number}项, en: Item {number}}},"]
        lines += [f"      zh: '{zh}{ZH.format(n=number)}', en: '{en} {EN.format(n=number)}'}}"]
        lines += [f"  - {{id: note-{number}, note: {{zh: 注释{number}。, en: Remark {number}.}}}}"]
    items = ", ".join(f"{{zh: 事项{at}, en: Matter {at}}}" for at in range(1, 15))
    lines += [f"  - {{id: matters, list: {{ordered: true, items: [{items}]}}}}"]
    rows = ", ".join(f"[{{zh: 第{at}行, en: Row {at}}}, '{at}']" for at in range(1, 31))
    lines += [
        "  - id: numbers",
        "    table: {title: {zh: 很长的表, en: A long table}, unit: {zh: 个, en: pieces},",
    ]
    lines += [f"      columns: [{{zh: 行, en: Row}}, {{zh: 数, en: Number}}], rows: [{rows}]}}"]
    chapters = project / "source" / "chapters"
    (chapters / "01-courts.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (chapters / "02-outlook.yaml").write_text(
        "id: outlook\ntitle: {zh: 展望, en: Outlook}\nblocks:\n"
        "  - {id: outlook-words, paragraph: {zh: 到此为止。, en: That is all.}}\n",
        "utf-8",
    )
    return project
