"""The type scale of each language, sizes and leading in points.

Sizes follow the printed report where Word can hold them; Chinese is indented by two ems (CLREQ, 6.1.1),
English is set ragged right. Every leading is exact, so that all word processors break pages alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.model.text import Lang

Size = tuple[float, float]
"""A size and its leading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What differs between the languages; `unit` is the size of the words beside a key figure."""

    title: Size
    headings: tuple[Size, Size, Size]
    text: Size
    caption: Size
    table: Size
    source: Size
    note: Size
    key: Size
    unit: float
    after: float
    ems: float
    justified: bool
    heavy: bool | None


KEY_LABEL: Size = (9, 14)
"""What stands below a key figure, in both languages."""

CHINESE = Scale(
    title=(22, 34),
    headings=((22, 34), (14, 24), (11, 18)),
    text=(10.5, 18),
    caption=(9.5, 16),
    table=(9, 15),
    source=(8, 13),
    note=(8.5, 13),
    key=(24, 29),
    unit=11,
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
    key=(20, 25),
    unit=8.5,
    after=6,
    ems=0,
    justified=False,
    heavy=True,
)
SCALES = {Lang.ZH: CHINESE, Lang.EN: ENGLISH}
