"""Pictures as they are placed: their pixels, their bits, and how many pixels there are to an inch.

Source: ISO 32000-1, 8.9 (images); GWG 2022, D0018 (effective image resolution).
"""

from __future__ import annotations

from pikepdf import ContentStreamInlineImage, Object, Stream

from reportpub.checks.preflight.reading.marks import Picture
from reportpub.checks.preflight.reading.objects import entry, filters, whole
from reportpub.checks.preflight.reading.run import Run
from reportpub.checks.preflight.reading.spaces import Space, space_of
from reportpub.geometry import across, common, transformed, upward

_POINTS_PER_INCH = 72.0
_UNIT = (0.0, 0.0, 1.0, 1.0)


def placed_picture(run: Run, stream: Stream, way: str) -> Picture:
    """Return an image XObject as Do places it."""
    given = entry(stream, "/ColorSpace")
    space = None if given is None else space_of(given, run.resources)
    return _picture(run, stream, space, way, mask=bool(entry(stream, "/ImageMask")))


def inline_picture(run: Run, one: ContentStreamInlineImage) -> Picture:
    """Return a picture that is written into the content."""
    found: Object = one.iimage.obj
    given = _either(found, "/ColorSpace", "/CS")
    space = None if given is None else space_of(given, run.resources)
    mask = bool(_either(found, "/ImageMask", "/IM"))
    return _picture(run, found, space, f"{run.way}/inline picture", mask=mask)


def _picture(run: Run, holder: Object, space: Space | None, way: str, *, mask: bool) -> Picture:
    state = run.state
    box = transformed(state.ctm, _UNIT)
    pixels = (whole(_either(holder, "/Width", "/W")), whole(_either(holder, "/Height", "/H")))
    bits = 1 if mask else whole(_either(holder, "/BitsPerComponent", "/BPC"), 8)
    inches = (across(state.ctm) / _POINTS_PER_INCH, upward(state.ctm) / _POINTS_PER_INCH)
    finest = [count / length for count, length in zip(pixels, inches, strict=True) if length > 0]
    seen = common(box, state.clip)
    return Picture(
        box=seen,
        where=way,
        space=None if mask else space,
        fill=run.paint(stroke=False, area=box) if mask else None,
        pixels=pixels,
        bits=bits,
        resolution=min(finest, default=0.0),
        squeezed=max(finest) / min(finest) if len(finest) > 1 and min(finest) > 0 else 1.0,
        stream=holder if isinstance(holder, Stream) else None,
        filters=filters(holder),
        over=run.host.inked.under(seen),
    )


def _either(holder: Object, key: str, short: str) -> object:
    found = entry(holder, key)
    return entry(holder, short) if found is None else found
