"""The pictures of a press file, in CMYK or in black alone.

Source: ISO 15930-7 (PDF/X-4); LittleCMS, relative colorimetric with black point compensation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pikepdf import Name, PdfImage, Stream
from PIL import Image, ImageChops, ImageCms

_ALREADY = (Name.DeviceCMYK, Name.DeviceGray)
_NEUTRAL = 2
"""Steps of eight bits that the channels of a grey pixel may lie apart, as JPEG leaves them."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Turns the pictures of a file into those of the press that the profile describes."""

    profile: bytes

    def convert(self, picture: Stream) -> None:
        """Turn one picture into CMYK, in place; its soft mask stays, and so do CMYK and grey pictures.

        A picture without any colour is printed with black alone.
        """
        for stream in (picture, picture.get("/SMask")):
            if stream is not None and "/Interpolate" in stream:
                del stream["/Interpolate"]
        if picture.get("/ImageMask", False) or picture.get("/ColorSpace") in _ALREADY:
            return
        rgb = PdfImage(picture).as_pil_image().convert("RGB")
        turned = rgb.convert("L") if _is_grey(rgb) else ImageCms.applyTransform(rgb, _to_press(self.profile))
        if turned is None:  # never without inPlace; the signature does not say so
            return
        picture.write(turned.tobytes())
        picture["/ColorSpace"] = Name.DeviceGray if turned.mode == "L" else Name.DeviceCMYK
        picture["/BitsPerComponent"] = 8
        for key in ("/Decode", "/DecodeParms"):
            if key in picture:
                del picture[key]


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
