"""The paragraph styles of one language for what is not running text: captions, tables, boxes, the cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportpub.render.docx.look import Look
from reportpub.render.docx.scale import KEY_LABEL, Scale
from reportpub.render.docx.shapes import Border, Shape


def display_shapes(look: Look, scale: Scale) -> Iterator[Shape]:
    """Yield the styles of captions, tables, key figures, boxes and notes."""
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
        size=scale.key[0],
        leading=scale.key[1],
        colour=look.navy,
        before=4,
        next_too=True,
    )
    size, leading = KEY_LABEL
    yield Shape(name="Key Label", priority=37, size=size, leading=leading, colour=look.slate, after=8)
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


def cover_shapes(look: Look, scale: Scale) -> Iterator[Shape]:
    """Yield the styles of the cover, the page behind it and the head of the contents."""
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
