"""Graphics state dictionaries: overprint, transparency, and settings of a device that have no place here.

Source: ISO 32000-1, 8.4.5 (graphics state parameter dictionaries), 11.3.5 (blend modes); ISO 15930-7.
"""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Object, Stream

from reportpub.checks.preflight.reading.objects import entry, items, name, number, whole
from reportpub.checks.preflight.reading.run import Run

_BLENDS = frozenset(
    {
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge"),
        *("ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
        *("Hue", "Saturation", "Color", "Luminosity"),
    }
)
_PLAIN = frozenset({"Normal", "Compatible"})
_NEEDS_DEFAULT = {"/TR2": "X.transfer", "/BG2": "X.black-generation", "/UCR2": "X.black-generation"}
_FORBIDDEN = {
    "/TR": "X.transfer",
    "/HTP": "X.halftone",
    "/BG": "X.black-generation",
    "/UCR": "X.black-generation",
}


def apply(run: Run, found: object, way: str) -> None:
    """Change the state as a graphics state dictionary says, with a remark for what must not be there."""
    state = run.state
    held: Mapping[str, object] = dict(found.items()) if isinstance(found, (Dictionary, Stream)) else {}
    if (width := held.get("/LW")) is not None:
        state.width = abs(number(width))
    font = held.get("/Font")
    if isinstance(font, Array) and len(font) > 1 and isinstance(font[0], Dictionary):
        state.font, state.size = run.host.font(font[0]), number(font[1])
    _overprint(run, held)
    _transparency(run, held, way)
    for key, rule in _NEEDS_DEFAULT.items():
        value = held.get(key)
        if value is not None and name(value) != "Default":
            run.remark(rule, key[1:])
    for key, rule in _FORBIDDEN.items():
        if (value := held.get(key)) is not None and name(value) != "Identity":
            run.remark(rule, key[1:])
    halftone = held.get("/HT")
    if halftone is not None and name(halftone) != "Default":
        run.remark("X.halftone", f"HT of type {whole(entry(halftone, '/HalftoneType'))}")


def _overprint(run: Run, held: Mapping[str, object]) -> None:
    state = run.state
    stroke, fill, mode = held.get("/OP"), held.get("/op"), held.get("/OPM")
    if stroke is not None:
        state.stroke_overprint = bool(stroke)
        if fill is None:
            # OP alone sets both (ISO 32000-1, table 58).
            state.fill_overprint = bool(stroke)
    if fill is not None:
        state.fill_overprint = bool(fill)
    if mode is not None:
        state.overprint_mode = whole(mode)


def _transparency(run: Run, held: Mapping[str, object], way: str) -> None:
    state = run.state
    said = []
    if (alpha := held.get("/ca")) is not None:
        state.fill_alpha = number(alpha, 1.0)
    if (alpha := held.get("/CA")) is not None:
        state.stroke_alpha = number(alpha, 1.0)
    if (held.get("/ca") is not None and state.fill_alpha < 1) or (
        held.get("/CA") is not None and state.stroke_alpha < 1
    ):
        said.append(f"ca {state.fill_alpha:g} CA {state.stroke_alpha:g}")
    blend = held.get("/BM")
    if blend is not None:
        modes = [name(one) for one in items(blend)]
        state.blend = next((mode for mode in modes if mode in _BLENDS), "Normal")
        if not set(modes) & _BLENDS:
            run.remark("PDF.blend-mode", ", ".join(modes))
        if state.blend not in _PLAIN:
            said.append(state.blend)
    mask = held.get("/SMask")
    if mask is not None:
        state.masked = isinstance(mask, Dictionary)
        if state.masked:
            said.append("SMask")
            run.host.mask(mask, run.resources, state.copy(), f"{way} mask", run.depth)
    if said:
        run.remark("X1a.transparency", ", ".join(said))


def soft_masked(stream: Object) -> bool:
    """Tell whether a picture is transparent in itself."""
    return entry(stream, "/SMask") is not None or bool(whole(entry(stream, "/SMaskInData")))
