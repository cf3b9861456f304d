"""The paragraph styles of one language: headings and running text here, the rest from their own module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportpub.model.text import Lang
from reportpub.render.docx.display_shapes import cover_shapes, display_shapes
from reportpub.render.docx.look import Look
from reportpub.render.docx.numbering import BULLETS, HEADINGS, ORDERED
from reportpub.render.docx.scale import SCALES, Scale
from reportpub.render.docx.shapes import Border, Shape

LEVELS = (1, 2, 3)


def paragraph_shapes(look: Look, lang: Lang) -> Iterator[Shape]:
    """Yield the paragraph styles of a language under their plain names."""
    scale = SCALES[lang]
    yield from _headings(look, lang, scale)
    yield from _text(look, lang, scale)
    yield from display_shapes(look, scale)
    yield from cover_shapes(look, scale)


def _headings(look: Look, lang: Lang, scale: Scale) -> Iterator[Shape]:
    colours = (look.ink, look.red, look.navy)
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
    edge = Border(side="left", width=1, colour=look.red, space=6, line="dotted")
    # The edge stands in one line, whatever the style is indented by.
    for name, indent in (("Body Text", 0), ("List Bullet", 8), ("List Number", 4), ("Quote", 24)):
        yield _draft(name, replace(edge, space=edge.space + indent))
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
        borders=(edge,),
    )


def _draft(name: str, edge: Border) -> Shape:
    """Return a twin of a text style that adds only the dotted edge: accepting a draft is one click."""
    style = name.replace(" ", "")
    return Shape(name=f"{name} Draft", based=style, borders=(edge,), inherits=True)
