"""Pictures of a manuscript as figures of the report, as wide as they can be printed, with their captions."""

from __future__ import annotations

import hashlib

from reportpub.adoption.drafts import NO_CHINESE, Draft, Text
from reportpub.adoption.pairs import Match
from reportpub.adoption.words import put_right
from reportpub.findings import Finding, warning
from reportpub.layout.picture_files import Unusable, opened
from reportpub.manuscript.elements import Run
from reportpub.sentences import say

_ENDINGS = {"PNG": "png", "JPEG": "jpg", "TIFF": "tif"}
_MM = 25.4
_DPI = 300
_WIDEST, _NARROWEST = 150, 12
"""The measure, and the least a picture is worth printing at, in mm."""


def figure(match: Match, name: str, images: dict[str, bytes], supplied: list[str]) -> Draft | Finding:
    """Return a figure and keep its file; a finding where the picture is of a kind that cannot be printed."""
    unit = (*match.zh, *match.en)[0]
    assert unit.picture is not None, "only pictures come here"  # noqa: S101
    picture = unit.picture
    try:
        seen = opened(picture.data)
    except Unusable as why:
        hint = say("save it as PNG or JPEG into source/images/ and write a figure block for it")
        images[f"left-out/{picture.name}"] = picture.data
        message = say("the picture {name} is none that can be printed ({why})", name=picture.name, why=why)
        return warning("adopt/picture", message, unit.span, hint)
    width = min(_WIDEST, int(seen.width / _DPI * _MM))
    if width < _NARROWEST:
        images[f"left-out/{picture.name}"] = picture.data
        hint = say("give a larger picture, if it says anything")
        message = say(
            "the picture {name} is too small to print ({width} × {height} pixels)",
            name=picture.name,
            width=seen.width,
            height=seen.height,
        )
        return warning("adopt/picture", message, unit.span, hint)
    file = f"{hashlib.sha256(picture.data).hexdigest()[:12]}.{_ENDINGS[seen.format or 'PNG']}"
    images[file] = picture.data
    zh, en = (units[0] if units else None for units in (match.zh, match.en))
    title = Text(
        put_right(zh.caption, zh.lang, zh.span) if zh is not None and zh.caption else None,
        put_right(en.caption, en.lang, en.span) if en is not None and en.caption else None,
    )
    if title.zh is None:
        title.supplied["zh"] = NO_CHINESE
    if title.en is None:
        title.supplied["en"] = "[Caption to be written]"
    said = picture.alt or (title.zh.text if title.zh else NO_CHINESE)
    alt = Text(
        supplied={
            "zh": put_right((Run(said),), unit.lang, unit.span).text,
            "en": "[Description to be written]",
        }
    )
    supplied.append(f"the description (and what its caption lacks) of the figure “{name}”")
    draft = Draft(
        id=name,
        kind="figure",
        texts={"title": title, "alt": alt},
        zh=match.zh or match.en,
        en=match.en or match.zh,
        score=match.score,
        image=f"images/{file}",
        width=width,
    )
    draft.status = "draft"
    return draft
