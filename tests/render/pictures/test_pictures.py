"""Pictures of every kind become what the press and the screen take; what cannot be used is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw
from tests.render.engine_pages import COATED

from reportpub.layout.picture_files import Original, Unusable, opened, original, upright_size
from reportpub.layout.picture_sizes import Printed, printed
from reportpub.render.pictures.prepared import Prepared, size_rules
from reportpub.render.pictures.press import limited, press_picture
from reportpub.render.pictures.screen import screen_picture, word_picture

PRESS = COATED.read_bytes()
WIDEST = (150.0, 180.0)


def saved(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def photograph(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    across = Image.linear_gradient("L").resize(size)
    down = across.transpose(Image.Transpose.ROTATE_180)
    other = Image.radial_gradient("L").resize(size)
    return Image.merge("RGB", (across, down, other)).convert(mode)


def made(data: bytes, ppi: float = 300, limit: int = 320) -> tuple[Original, Image.Image]:
    """Return an original, and the picture for the press opened again."""
    given = original(data)
    width = given.image.width / ppi * 25.4
    size = Printed(width, width * given.image.height / given.image.width, given.image.size)
    press = press_picture(given, size, PRESS, limit)
    if press.jpeg:
        shown = Image.open(BytesIO(press.data))
        assert (shown.mode, shown.size) == (press.mode, press.size)
        return given, shown
    return given, Image.frombytes(press.mode, press.size, press.data)


SIXTEEN = Image.new("I;16", (40, 20), 65535 // 2)
KINDS = {
    "rgb png": (saved(photograph()), "CMYK"),
    "rgb jpeg": (saved(photograph(), "JPEG"), "CMYK"),
    "rgb tiff": (saved(photograph(), "TIFF"), "CMYK"),
    "cmyk jpeg": (saved(photograph(mode="CMYK"), "JPEG"), "CMYK"),
    "cmyk tiff": (saved(photograph(mode="CMYK"), "TIFF"), "CMYK"),
    "grey png": (saved(photograph(mode="L")), "L"),
    "grey of sixteen bits": (saved(SIXTEEN), "L"),
    "palette": (saved(photograph().quantize(16)), "CMYK"),
    "alpha": (saved(photograph().convert("RGBA")), "CMYK"),
    "line art": (saved(photograph(mode="1")), "1"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_is_printed_in_inks_and_read_in_srgb(kind: str) -> None:
    data, mode = KINDS[kind]
    given, shown = made(data)
    assert shown.mode == mode
    screen = Image.open(BytesIO(screen_picture(given, Printed(20, 20, given.image.size), PRESS)))
    assert screen.mode in {"RGB", "RGBA"}
    assert Image.open(BytesIO(word_picture(given, Printed(20, 20, given.image.size), PRESS))).format == "PNG"


def test_a_colour_stays_itself_through_inks_and_back() -> None:
    _, inks = made(saved(Image.new("RGB", (9, 9), (200, 60, 50))))
    back = ImageCms.profileToProfile(
        inks, BytesIO(PRESS), ImageCms.createProfile("sRGB"), outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert back is not None
    red, green, blue = back.getpixel((4, 4))  # type: ignore[misc]
    assert max(abs(red - 200), abs(green - 60), abs(blue - 50)) <= 10


def test_an_embedded_profile_is_honoured() -> None:
    same = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, said = made(saved(photograph()))[1], made(saved(photograph(), icc_profile=same))[1]
    assert max(*ImageChops.difference(plain, said).tobytes()) <= 2
    cmyk = saved(photograph(mode="CMYK"), "TIFF", icc_profile=PRESS)
    assert original(cmyk).profile == PRESS
    kept = ImageChops.difference(made(cmyk)[1], photograph(mode="CMYK"))
    assert max(*kept.tobytes()) <= 12, "inks for this press stay, but for what JPEG does to them"


def test_a_broken_profile_says_nothing() -> None:
    broken = saved(photograph(), icc_profile=b"no profile")
    assert made(broken)[1].tobytes() == made(saved(photograph()))[1].tobytes()


def test_grey_is_printed_with_black_alone_and_as_light_as_it_was() -> None:
    given, shown = made(saved(Image.new("L", (9, 9), 128)))
    assert shown.mode == "L"
    ink = 255 - shown.getpixel((4, 4))  # type: ignore[operator]
    assert 100 < ink < 175
    ends = [made(saved(Image.new("L", (2, 2), level)))[1].getpixel((0, 0)) for level in (0, 255)]
    assert ends == [0, 255]
    assert given.photograph is False


def test_a_camera_held_upright_gives_an_upright_picture() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(photograph((60, 40)), "JPEG", exif=exif)
    assert original(data).image.size == (40, 60)
    assert upright_size(opened(data)) == (40, 60)


def test_too_many_pixels_are_taken_away_and_line_art_keeps_all() -> None:
    assert made(saved(photograph((900, 600))), ppi=600)[1].size == (450, 300)
    assert made(saved(photograph((900, 600))), ppi=440)[1].size == (900, 600)
    assert made(saved(photograph((900, 600), "1")), ppi=1200)[1].size == (900, 600)


def test_no_spot_has_more_ink_than_the_job_allows() -> None:
    heavy = Image.new("CMYK", (9, 9), (255, 255, 230, 204))
    less, most = limited(heavy, 300)
    assert most == 370
    c, m, y, k = less.getpixel((4, 4))  # type: ignore[misc]
    assert (c + m + y + k) / 2.55 <= 300
    assert k == 204
    assert c == m > y
    light = Image.new("CMYK", (9, 9), (10, 20, 30, 40))
    assert limited(light, 300)[0] is light
    assert made(saved(heavy, "TIFF"), limit=280)[1].getpixel((0, 0)) != heavy.getpixel((0, 0))


def test_a_drawing_stays_sharp_and_a_photograph_becomes_small() -> None:
    drawing = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(drawing).line((0, 0, 300, 200), fill=(190, 20, 40), width=5)
    given = original(saved(drawing))
    size = Printed(30, 20, (300, 200))
    assert not press_picture(given, size, PRESS, 320).jpeg
    shot = original(saved(photograph((300, 200)), "JPEG"))
    assert press_picture(shot, size, PRESS, 320).jpeg
    assert screen_picture(shot, size, PRESS).startswith(b"\xff\xd8")


def test_alpha_is_kept_where_it_hides_something() -> None:
    clear = photograph().convert("RGBA")
    assert original(saved(clear)).alpha is None
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    given = original(saved(clear))
    assert given.alpha is not None
    press = press_picture(given, Printed(10, 6.7, clear.size), PRESS, 320)
    assert len(press.alpha) == clear.width * clear.height


@pytest.mark.parametrize("data", [b"no picture", saved(photograph())[:200], b"", b"II*\0" + bytes(40)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable):
        original(data)


def test_a_picture_is_as_wide_as_asked_and_never_too_high() -> None:
    assert printed((300, 200), 0, WIDEST).width == 150
    assert printed((300, 200), 60, WIDEST).width == 60
    assert printed((300, 200), 999, WIDEST).width == 150
    tall = printed((200, 600), 0, WIDEST)
    assert (tall.width, tall.height) == pytest.approx((60, 180))
    assert printed((1771, 1181), 0, WIDEST).ppi == pytest.approx(300, abs=1)
    assert printed((300, 200), 0, WIDEST).needed() == (1772, 1181)


def test_a_measure_narrower_than_the_picture_keeps_its_proportions() -> None:
    data = saved(photograph())
    size = printed((120, 80), 100, WIDEST)
    given = original(data)
    one = Prepared(size=size, screen=data, press=press_picture(given, size, PRESS, 320))
    # The height follows the width, which a narrow page may shorten.
    assert size_rules({Path("/a.png"): one}) == (
        '.figure img[src="file:///a.png"] { width: 100.000mm; height: auto; }'
    )
