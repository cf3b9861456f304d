"""A picture for the press: in CMYK or black alone, as many pixels as print, no more ink than paper takes.

Source: ISO 15930 (PDF/X); ICC.1 with black point compensation (ISO 18619); LittleCMS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageCms, ImageMath

from reportpub.layout.picture_files import Original
from reportpub.layout.picture_sizes import GOAL, MOST, Printed

_QUALITY = 92
_LEVELS = 256
_PERCENT = 2.55
"""Levels of eight bits in one per cent of ink."""
_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
_COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION


@dataclass(frozen=True, slots=True, kw_only=True)
class PressPicture:
    """A picture as it is embedded: samples or JPEG in the mode 1, L or CMYK; `alpha` are samples, too."""

    mode: str
    size: tuple[int, int]
    data: bytes
    jpeg: bool
    alpha: bytes = b""
    ink: int = 0
    """The most ink on one spot before the limit was laid on, in per cent."""


def press_picture(given: Original, size: Printed, profile: bytes, ink_limit: int) -> PressPicture:
    """Return a picture as the press of a profile prints it, at its size on the page."""
    image, alpha = given.image, given.alpha
    if image.mode != "1" and size.ppi > MOST:
        smaller = size.needed(GOAL)
        image = image.resize(smaller, Image.Resampling.LANCZOS)
        alpha = alpha.resize(smaller, Image.Resampling.LANCZOS) if alpha else None
    turned = _inks(image, given.profile, profile)
    ink = 0
    if turned.mode == "CMYK":
        turned, ink = limited(turned, ink_limit)
    jpeg = given.photograph and turned.mode != "1"
    return PressPicture(
        mode=turned.mode,
        size=turned.size,
        data=_jpeg(turned) if jpeg else turned.tobytes(),
        jpeg=jpeg,
        alpha=alpha.tobytes() if alpha else b"",
        ink=ink,
    )


def _inks(image: Image.Image, own: bytes, press: bytes) -> Image.Image:
    match image.mode:
        case "1":
            return image
        case "L":
            plain = _converted(image, own, "L", "sRGB").getchannel(0) if own else image
            return plain.point(_black(press))
        case "CMYK":
            if not own or own == press:
                return image
            return _converted(image, own, "CMYK", press)
        case _:
            return _converted(image, own, "RGB", press)


def limited(image: Image.Image, limit: int) -> tuple[Image.Image, int]:
    """Return a picture whose inks stay within a sum, black untouched, and the most ink it had before."""
    bands: Mapping[str, Image.Image] = dict(zip("cmyk", image.split(), strict=True))
    total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **bands)
    most = round(total.getextrema()[1] / _PERCENT)
    if most <= limit:
        return image, most
    whole = limit * _PERCENT
    left = ImageMath.lambda_eval(lambda a: whole - a["float"](a["k"]), **bands)
    colour = ImageMath.lambda_eval(lambda a: a["max"](a["float"](a["c"] + a["m"] + a["y"]), 1.0), **bands)
    share = ImageMath.lambda_eval(lambda a: a["min"](a["left"] / a["colour"], 1.0), left=left, colour=colour)
    less = [_scaled(bands[name], share) for name in "cmy"]
    return Image.merge("CMYK", (*less, bands["k"])), most


def _scaled(band: Image.Image, share: Image.Image) -> Image.Image:
    less: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](a["float"](a["band"]) * a["share"], "L"), band=band, share=share
    )
    return less


def to_srgb(image: Image.Image, own: bytes, press: bytes) -> Image.Image:
    """Return a picture in sRGB; numbers in CMYK without a profile are those of the press."""
    if image.mode == "CMYK":
        return _converted(image, own or press, "CMYK", "sRGB")
    if not own:
        return image.convert("RGB")
    return _converted(image, own, image.mode, "sRGB")


def _converted(image: Image.Image, own: bytes, mode: str, target: bytes | str) -> Image.Image:
    try:
        transform = _transform(own, target, mode)
    except (ImageCms.PyCMSError, OSError):
        transform = _transform(b"", target, mode)  # a profile that is broken says nothing
    turned = ImageCms.applyTransform(image, transform)
    assert turned is not None, "only with inPlace"  # noqa: S101
    return turned


@cache
def _transform(own: bytes, target: bytes | str, mode: str) -> ImageCms.ImageCmsTransform:
    inks = "CMYK" if isinstance(target, bytes) else "RGB"
    into = _profile(target if isinstance(target, bytes) else b"")
    return ImageCms.buildTransform(_profile(own), into, mode, inks, _RELATIVE, _COMPENSATED)


def _profile(data: bytes) -> ImageCms.ImageCmsProfile:
    """Return a profile from its bytes, or sRGB where there are none."""
    return ImageCms.ImageCmsProfile(BytesIO(data) if data else ImageCms.createProfile("sRGB"))


@cache
def _black(press: bytes) -> list[int]:
    """Return, for each level of grey, the level that black ink alone prints with the same lightness.

    Between the paper and the darkest that black can be, as black point compensation does it.
    """
    if not press:
        return [*range(_LEVELS)]
    ramp = Image.new("CMYK", (_LEVELS, 1))
    ramp.putdata([(0, 0, 0, level) for level in range(_LEVELS)])
    grey = Image.new("RGB", (_LEVELS, 1))
    grey.putdata([(level, level, level) for level in range(_LEVELS)])
    inks = _lightness(ramp, _profile(press), "CMYK")
    wanted = _lightness(grey, _profile(b""), "RGB")
    darkest, paper = inks[-1], inks[0]
    goal = [darkest + (paper - darkest) * level / wanted[-1] for level in wanted]
    nearest = [min(range(_LEVELS), key=lambda ink: (abs(inks[ink] - light), ink)) for light in goal]
    return [_LEVELS - 1 - ink for ink in nearest]


def _lightness(strip: Image.Image, profile: ImageCms.ImageCmsProfile, mode: str) -> list[int]:
    lab = ImageCms.createProfile("LAB")
    turned = ImageCms.applyTransform(strip, ImageCms.buildTransform(profile, lab, mode, "LAB", _RELATIVE))
    assert turned is not None, "only with inPlace"  # noqa: S101
    return [*turned.getchannel(0).tobytes()]


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return out.getvalue()
