"""The type scale: every paragraph style of one language, sizes and leading in points.

Sizes follow the printed report where Word can hold them; Chinese is indented by two ems (CLREQ, 6.1.1),
English is set ragged right. Every leading is exact, so that all word processors break pages alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportpub.model.text import Lang
from reportpub.render.docx.look import Look
from reportpub.render.docx.numbering import BULLETS, HEADINGS, ORDERED
from reportpub.render.docx.shapes import Border, Shape

LEVELS = (1, 2, 3)
Size = tuple[float, float]
"""A size and its leading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What differs between the languages; sizes with their leading."""

    title: Size
    headings: tuple[Size, Size, Size]
    text: Size
    caption: Size
    table: Size
    source: Size
    note: Size
    after: float
    ems: float
    justified: bool
    heavy: bool | None


CHINESE = Scale(
    title=(22, 34),
    headings=((22, 34), (14, 24), (11, 18)),
    text=(10.5, 18),
    caption=(9.5, 16),
    table=(9, 15),
    source=(8, 13),
    note=(8.5, 13),
    after=0,
    ems=2,
    justified=True,
    heavy=None,
)
ENGLISH = Scale(
    title=(22, 30),
    headings=((19, 27), (13, 20), (10.5, 15)),
    text=(10.5, 15),
    caption=(9, 14),
    table=(9, 13),
    source=(8, 12),
    note=(8.5, 11.5),
    after=6,
    ems=0,
    justified=False,
    heavy=True,
)
SCALES = {Lang.ZH: CHINESE, Lang.EN: ENGLISH}


def paragraph_shapes(look: Look, lang: Lang) -> Iterator[Shape]:
    """Yield the paragraph styles of a language under their plain names."""
    scale = SCALES[lang]
    yield from _headings(look, lang, scale)
    yield from _text(look, lang, scale)
    yield from _display(look, scale)
    yield from _cover(look, scale)


def _headings(look: Look, lang: Lang, scale: Scale) -> Iterator[Shape]:
    colours = ("1F1F1D", look.red, look.navy)
    before, after = (0.0, 18.0, 10.0), (16.0, 6.0, 3.0)
    rule = (Border(side="bottom", width=1.25, colour=look.red, space=8),)
    for level in LEVELS:
        size, leading = scale.headings[level - 1]
        plain = Shape(
            name=f"heading {level}",
            following="BodyText",
            priority=9,
            gallery=True,
            face="head",
            bold=scale.heavy,
            size=size,
            leading=leading,
            colour=colours[level - 1],
            before=before[level - 1],
            after=after[level - 1],
            together=True,
            next_too=True,
            borders=rule if level == 1 else (),
            number=(HEADINGS[lang], level - 1),
            outline=level - 1,
        )
        yield plain
        yield Shape(
            name=f"Heading {level} Unnumbered",
            based=plain.id,
            following="BodyText",
            priority=9,
            gallery=True,
            before=plain.before,
            after=plain.after,
            leading=leading,
            number=(0, 0),
            outline=level - 1,
        )


def _text(look: Look, lang: Lang, scale: Scale) -> Iterator[Shape]:
    size, leading = scale.text
    text = Shape(
        name="Body Text",
        priority=1,
        gallery=True,
        size=size,
        leading=leading,
        after=scale.after,
        ems=scale.ems,
        align="both" if scale.justified else "left",
    )
    yield text
    for name, number in (("List Bullet", BULLETS[lang]), ("List Number", ORDERED[lang])):
        yield Shape(
            name=name,
            priority=3,
            gallery=True,
            size=size,
            leading=leading,
            after=scale.after / 2,
            left=26,
            first=-18 if name == "List Bullet" else -22,
            align=text.align,
            number=(number, 0),
        )
    yield Shape(
        name="Quote",
        following="BodyText",
        priority=4,
        gallery=True,
        face="kai",
        size=size,
        leading=leading,
        before=7,
        after=3,
        left=24,
        right=24,
        align=text.align,
        together=True,
    )
    yield Shape(
        name="Quote Source",
        following="BodyText",
        priority=4,
        size=size - 1,
        leading=leading,
        colour=look.slate,
        after=7,
        left=24,
        right=24,
        align="right",
    )
    dotted = (Border(side="left", width=1, colour=look.red, space=6, line="dotted"),)
    for name in ("Body Text", "List Bullet", "List Number", "Quote"):
        yield _draft(name, dotted)
    yield Shape(
        name="Draft Tag",
        following="BodyText",
        face="head",
        size=7.5,
        leading=12,
        colour=look.red,
        before=4,
        after=2,
        next_too=True,
        borders=dotted,
    )


def _draft(name: str, dotted: tuple[Border, ...]) -> Shape:
    """Return a twin of a text style that adds only the dotted edge: accepting a draft is one click."""
    style = name.replace(" ", "")
    return Shape(name=f"{name} Draft", based=style, borders=dotted, inherits=True)


def _display(look: Look, scale: Scale) -> Iterator[Shape]:
    size, leading = scale.caption
    yield Shape(
        name="caption",
        following="BodyText",
        priority=35,
        gallery=True,
        face="head",
        bold=scale.heavy,
        size=size,
        leading=leading,
        before=4,
        after=8,
        align="center",
        together=True,
    )
    yield Shape(
        name="Table Caption",
        based="Caption",
        priority=35,
        leading=leading,
        before=10,
        after=4,
        align="center",
        together=True,
        next_too=True,
    )
    size, leading = scale.source
    yield Shape(
        name="Table Unit",
        size=size,
        leading=leading,
        colour=look.slate,
        align="right",
        after=2,
        next_too=True,
    )
    yield Shape(name="Source", size=size, leading=leading, colour=look.slate, before=3, after=12)
    size, leading = scale.table
    cell = Shape(name="Table Text", priority=36, size=size, leading=leading, before=2, after=2)
    head = replace(cell, name="Table Head", face="head", bold=scale.heavy, next_too=True)
    yield cell
    yield replace(cell, name="Table Number", align="right")
    yield head
    yield replace(head, name="Table Head Number", align="right")
    yield replace(head, name="Table Group", colour=look.navy)
    yield Shape(
        name="Key Figure",
        priority=37,
        face="head",
        bold=True,
        size=24,
        leading=29,
        colour=look.navy,
        before=4,
        next_too=True,
    )
    yield Shape(name="Key Label", priority=37, size=9, leading=14, colour=look.slate, after=8)
    box = (Border(side="left", width=3, colour=look.red, space=8),)
    yield Shape(
        name="Callout Title",
        following="Callout",
        priority=38,
        face="head",
        bold=scale.heavy,
        size=scale.text[0],
        leading=scale.text[1] + 4,
        colour=look.red,
        before=10,
        left=12,
        right=6,
        borders=box,
        shade=look.warm,
        together=True,
        next_too=True,
    )
    yield Shape(
        name="Callout",
        following="BodyText",
        priority=38,
        size=scale.text[0],
        leading=scale.text[1],
        after=12,
        left=12,
        right=6,
        borders=box,
        shade=look.warm,
        together=True,
        align="both" if scale.justified else "left",
    )
    size, leading = scale.note
    yield Shape(name="footnote text", size=size, leading=leading, after=1)


def _cover(look: Look, scale: Scale) -> Iterator[Shape]:
    band = (Border(side="left", width=12, colour=look.red, space=30),)
    size, leading = scale.title
    yield Shape(
        name="Cover Period",
        face="head",
        bold=True,
        size=84,
        leading=96,
        colour=look.red,
        before=96,
        after=40,
        left=42,
        borders=band,
    )
    yield Shape(
        name="Title",
        following="Subtitle",
        priority=10,
        gallery=True,
        face="head",
        bold=scale.heavy,
        size=size,
        leading=leading,
        left=42,
        borders=band,
        after=8,
    )
    yield Shape(
        name="Subtitle",
        following="BodyText",
        priority=11,
        gallery=True,
        face="head",
        size=14,
        leading=22,
        left=42,
        colour=look.slate,
        borders=band,
        after=6,
    )
    yield Shape(
        name="Cover Second Title",
        face="head",
        size=16,
        leading=23,
        left=42,
        borders=band,
        before=12,
        after=4,
    )
    yield Shape(
        name="Cover Issuer",
        face="head",
        bold=scale.heavy,
        size=13,
        leading=20,
        left=42,
        borders=band,
    )
    yield Shape(
        name="Date",
        face="head",
        size=10.5,
        leading=18,
        left=42,
        colour=look.slate,
        borders=band,
    )
    size, leading = scale.note
    yield Shape(name="Imprint", size=size, leading=leading, after=3)
    yield Shape(name="Imprint Notice", size=size, leading=leading, before=9, colour=look.slate)
    yield Shape(
        name="TOC Heading",
        following="Normal",
        priority=39,
        gallery=True,
        face="head",
        bold=scale.heavy,
        size=scale.headings[0][0],
        leading=scale.headings[0][1],
        after=14,
        next_too=True,
        borders=(Border(side="bottom", width=1.25, colour=look.red, space=8),),
    )
