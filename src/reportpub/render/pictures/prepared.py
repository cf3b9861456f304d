"""The pictures of an edition, made ready before pages are set: once for the screen, once for the press."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from reportpub.edition.edition import Edition
from reportpub.findings import ContentError, error
from reportpub.inputs import Inputs
from reportpub.layout.picture_files import Original, Unusable, original
from reportpub.layout.picture_sizes import Printed, measure, printed
from reportpub.layout.tokens import Margins
from reportpub.model.blocks import Figure
from reportpub.model.text import Shown
from reportpub.render.pictures.press import PressPicture, press_picture
from reportpub.render.pictures.screen import screen_picture
from reportpub.sentences import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One picture: its size on the page, the file laid out and read on screens, and the one printed."""

    size: Printed
    screen: bytes
    press: PressPicture


Ready = Mapping[Path, Prepared]
"""The pictures by file."""


def prepared(edition: Edition, margins: Margins, profile: bytes, inputs: Inputs) -> Ready:
    """Return every picture of an edition ready for both worlds; one used twice is made for its larger place.

    `ContentError` with the block of each picture that cannot be unpacked, or that is transparent where the
    standard of the job knows no transparency.
    """
    widest = measure(edition.job, margins)
    sizes: dict[Path, tuple[Printed, Original, Figure[Shown]]] = {}
    for figure in _figures(edition):
        path = edition.root / figure.image
        try:
            given = original(inputs.read_bytes(path, figure.span))
        except Unusable as odd:
            message = say("the picture of “{id}” cannot be used: {odd}", id=figure.id, odd=odd)
            raise ContentError(
                (error("picture/unusable", message, figure.span, say("save it anew")),)
            ) from None
        if not profile and given.image.mode == "RGB":
            hint = say("name the profile of the press as icc in the job, or save the picture in CMYK")
            message = say(
                "the picture of “{id}” is in RGB, and the job has no profile to print it by", id=figure.id
            )
            raise ContentError((error("picture/no-profile", message, figure.span, hint),))
        size = printed(given.image.size, figure.width, widest)
        if path not in sizes or sizes[path][0].width < size.width:
            sizes[path] = (size, given, figure)
    return {
        path: Prepared(
            size=size,
            screen=screen_picture(given, size, profile),
            press=press_picture(given, size, profile, edition.job.ink_limit),
        )
        for path, (size, given, _) in sizes.items()
    }


def size_rules(ready: Ready) -> str:
    """Return the style sheet that gives each picture its size; a narrower measure keeps its proportions."""
    return "\n".join(
        f'.figure img[src="{path.as_uri()}"] {{ width: {at.width:.3f}mm; height: auto; }}'
        for path, at in sorted((path, one.size) for path, one in ready.items())
    )


def fingerprint(picture: Image.Image) -> str:
    """Return what tells a picture from others, in whatever way its pixels are kept."""
    plain = picture.convert("RGB")
    return hashlib.sha256(f"{plain.width} {plain.height} ".encode() + plain.tobytes()).hexdigest()


def by_fingerprint(ready: Ready) -> Mapping[str, PressPicture]:
    """Return how each picture is printed, found by the file that was laid out in its place."""
    return {fingerprint(Image.open(BytesIO(one.screen))): one.press for one in ready.values()}


def _figures(edition: Edition) -> Iterator[Figure[Shown]]:
    for part in edition.parts:
        for chapter in part.chapters:
            yield from (block for block in chapter.blocks if isinstance(block, Figure))
