"""The folio of every heading of a file, from its finished parts; the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from xml.etree import ElementTree as ET

from reportpub.render.docx.paging.flow import placed
from reportpub.render.docx.paging.formats import formats
from reportpub.render.docx.paging.reckoner import Reckoner
from reportpub.render.docx.paging.setting import Settings


def folios(body: Iterable[str], styles: str, notes: Sequence[str], measure: float) -> Mapping[str, int]:
    """Return the number of the page, as its section counts, that the bookmark of each heading stands on.

    `body` is the content of w:body in pieces that part no paragraph and no table, `notes` the footnotes in
    the order of their numbers from 1 on, `measure` the width of the text block in pt.
    """
    settings = Settings(formats(ET.fromstring(styles)))  # noqa: S314  a part we wrote ourselves
    heights: dict[str, float] = {}
    reckoner = Reckoner(settings, heights, measure)
    heights.update((str(number), reckoner.height(note)) for number, note in enumerate(notes, start=1))
    return placed(chain.from_iterable(map(reckoner.body, body)))
