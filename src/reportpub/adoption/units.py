"""The units that a manuscript is taken apart into: each in one language, in the order of the manuscript."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportpub.findings import Span
from reportpub.manuscript.elements import Item, Picture, Role, Run, Table
from reportpub.model.text import Lang


class Kind(StrEnum):
    """What a unit is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A heading, paragraph, item, table or picture in one language.

    `order` counts the units of all files. `row` names the row of a layout table that it stood in, 0 for none:
    what stands in one row belongs together. `label` is the number or mark that was taken off, which the
    layout prints anew. `level` of a heading is 1 for a chapter.
    """

    lang: Lang
    kind: Kind
    span: Span
    order: int
    runs: tuple[Run, ...] = ()
    role: Role = Role.BODY
    row: int = 0
    label: str = ""
    styled: int = 0
    level: int = 0
    item: Item = Item.NONE
    size: float = 0
    centred: bool = False
    caption: tuple[Run, ...] = ()
    unit_line: tuple[Run, ...] = ()
    source: tuple[Run, ...] = ()
    source_label: str = ""
    table: Table | None = None
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """Return its words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Tell whether all of its words are bold."""
        said = [run.bold for run in self.runs if run.text.strip()]
        return bool(said) and all(said)
