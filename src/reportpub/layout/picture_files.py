"""A picture as it was given: upright, eight bits a channel, with the profile its numbers mean.

Source: EXIF 2.32 (orientation); PNG (third edition), 11.3.2 (colour space); ICC.1.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from reportpub.sentences import say

FORMATS = ("PNG", "JPEG", "TIFF")
"""What cameras, scanners and drawing programs save."""
MOST_PIXELS = 60_000_000
"""An A3 page at 400 dots per inch has half as many; more only slows the build down."""

_DEEP = frozenset({"I", "I;16", "I;16L", "I;16B", "F"})
_MODES = {"1": "1", "L": "L", "LA": "L", "La": "L", "RGB": "RGB", "CMYK": "CMYK"}
_MANY_COLOURS = 4096
"""A drawing has fewer; a photograph has more."""


class Unusable(Exception):
    """A picture that is none, or is too large to be unpacked."""

    def __init__(self, why: str, *, too_large: bool = False) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.too_large = too_large


@dataclass(frozen=True, slots=True)
class Original:
    """A picture in one of the modes 1, L, RGB and CMYK; `alpha` where it is transparent in parts.

    `profile` is the one embedded, or empty.
    """

    image: Image.Image
    alpha: Image.Image | None
    profile: bytes
    photograph: bool


def opened(data: bytes) -> Image.Image:
    """Return a picture whose head alone has been read; `Unusable` when there is none, or it is a bomb."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Unusable(say("too many pixels"), too_large=True) from None
    except (OSError, SyntaxError, ValueError, TypeError):
        raise Unusable(say("no picture")) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Unusable(say("too many pixels"), too_large=True)
    return picture


def says_its_colours(picture: Image.Image) -> bool:
    """Tell whether a picture says what its numbers mean; black and white need no saying."""
    return picture.mode == "1" or bool(picture.info.get("icc_profile")) or "srgb" in picture.info


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Return width and height in pixels as the picture is seen, whichever way the camera was held."""
    turned = picture.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
    return (picture.height, picture.width) if turned else picture.size


_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})


def original(data: bytes) -> Original:
    """Return a picture with all its pixels; `Unusable` when they cannot be unpacked."""
    # The engine lets half a picture pass for a whole one, and with it everything in its process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    picture = opened(data)
    lossy = picture.format in {"JPEG", "MPO"}
    profile = bytes(picture.info.get("icc_profile") or b"")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a strange tag in a photograph is no fault of the report
            turned = ImageOps.exif_transpose(picture)
            image, alpha = _plain(turned)
    except (OSError, SyntaxError, ValueError, TypeError, Image.DecompressionBombError):
        raise Unusable(say("its pixels cannot be unpacked")) from None
    photograph = image.mode != "1" and (lossy or image.getcolors(_MANY_COLOURS) is None)
    return Original(image, alpha, profile, photograph)


def _plain(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return a picture in eight bits a channel, and its alpha where that hides anything."""
    if picture.mode in _DEEP:
        return _eight_bits(picture), None
    if picture.mode in {"P", "PA"} or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    alpha = picture.getchannel("A") if "A" in picture.getbands() else None
    if alpha is not None and alpha.getextrema() == (255, 255):
        alpha = None
    wanted = _MODES.get(picture.mode, "RGB")
    return (picture if picture.mode == wanted else picture.convert(wanted)), alpha


def _eight_bits(picture: Image.Image) -> Image.Image:
    low, high = picture.getextrema()
    assert isinstance(low, (int, float)), "one channel has one pair"  # noqa: S101
    assert isinstance(high, (int, float)), "one channel has one pair"  # noqa: S101
    deepest = 65535.0 if picture.mode != "F" or high > 1 else 1.0
    return picture.convert("F").point(lambda value: value * (255.0 / deepest)).convert("L")
