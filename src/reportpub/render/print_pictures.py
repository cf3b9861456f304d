"""The pictures of a press file: those made for it take their place, what else a layout has is turned.

Source: ISO 15930 (PDF/X); ISO 32000-1, 8.9.5 (image dictionaries); LittleCMS, relative colorimetric with
black point compensation.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pikepdf import Array, Name, Pdf, PdfImage, Stream
from PIL import Image, ImageChops, ImageCms

from reportpub.findings import Finding, error
from reportpub.render.pictures.prepared import fingerprint
from reportpub.render.pictures.press import PressPicture
from reportpub.sentences import say

_ALREADY = (Name.DeviceCMYK, Name.DeviceGray)
_SPACES = {"1": Name.DeviceGray, "L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}
_NEUTRAL = 2
"""Steps of eight bits that the channels of a grey pixel may lie apart, as JPEG leaves them."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Turns the pictures of a file into those of the press; `ready` are those made for it, by fingerprint."""

    profile: bytes
    ready: Mapping[str, PressPicture]

    def convert(self, pdf: Pdf, page: int, picture: Stream) -> tuple[Finding, ...]:
        """Turn one picture into inks, in place, and return why it cannot be.

        A soft mask stays, and so do pictures in CMYK and grey that nobody made ready. A picture without any
        colour is printed with black alone.
        """
        for stream in (picture, picture.get("/SMask")):
            if stream is not None and "/Interpolate" in stream:
                del stream["/Interpolate"]
        if picture.get("/ImageMask", False):
            return ()
        try:
            shown = PdfImage(picture).as_pil_image()
        except (ValueError, OSError):
            return (
                error(
                    "print/picture", say("page {page}: a picture whose pixels are not all there", page=page)
                ),
            )
        if self.ready:
            made = self.ready.get(fingerprint(shown))
            if made is not None:
                _replace(pdf, picture, made)
                return ()
        if picture.get("/ColorSpace") in _ALREADY:
            if picture.get("/Filter") == Name.DCTDecode:
                _write_jpeg(picture, picture.read_raw_bytes())
            return ()
        rgb = shown.convert("RGB")
        if _is_grey(rgb):
            _rewrite(picture, rgb.convert("L"))
        elif self.profile:
            turned = ImageCms.applyTransform(rgb, _to_press(self.profile))
            assert turned is not None, "only with inPlace"  # noqa: S101
            _rewrite(picture, turned)
        else:
            hint = say("name the profile of the press as icc in the job, or save the picture in CMYK")
            return (
                error(
                    "print/no-profile",
                    say("page {page}: a picture in RGB and no profile", page=page),
                    None,
                    hint,
                ),
            )
        return ()


def _rewrite(picture: Stream, turned: Image.Image) -> None:
    picture.write(turned.tobytes())
    picture["/ColorSpace"] = _SPACES[turned.mode]
    picture["/BitsPerComponent"] = 8
    for key in ("/Decode", "/DecodeParms"):
        if key in picture:
            del picture[key]


def _replace(pdf: Pdf, picture: Stream, made: PressPicture) -> None:
    """Put the picture that was made for the press in the place of the one that was laid out."""
    for key in ("/Decode", "/DecodeParms", "/SMask", "/Mask", "/Intent"):
        if key in picture:
            del picture[key]
    if made.jpeg:
        _write_jpeg(picture, made.data)
        if made.mode == "CMYK":
            # Inks are written upside down into a JPEG, as all programs expect them there (Adobe TN 5116).
            picture["/Decode"] = Array([1, 0] * 4)
    else:
        picture.write(made.data)
    width, height = made.size
    picture["/Width"], picture["/Height"] = width, height
    picture["/ColorSpace"] = _SPACES[made.mode]
    picture["/BitsPerComponent"] = 1 if made.mode == "1" else 8
    if made.alpha:
        picture["/SMask"] = pdf.make_stream(
            made.alpha,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )


def _write_jpeg(picture: Stream, data: bytes) -> None:
    """Write data in JPEG with the checksum that JPEG itself lacks: that of the compression around it."""
    picture.write(zlib.compress(data), filter=Array([Name.FlateDecode, Name.DCTDecode]))


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    differences = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(_largest(difference) <= _NEUTRAL for difference in differences)


def _largest(channel: Image.Image) -> int:
    return max(index for index, count in enumerate(channel.histogram()) if count)


@cache
def _to_press(profile: bytes) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
