"""Graphics state dictionaries: overprint, transparency, and settings of a device that have no place here.

Source: ISO 32000-1, 8.4.5 (graphics state parameter dictionaries), 11.3.5 (blend modes); ISO 15930-7.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object

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
    if (width := entry(found, "/LW")) is not None:
        state.width = abs(number(width))
    font = entry(found, "/Font")
    if isinstance(font, Array) and len(font) > 1 and isinstance(font[0], Dictionary):
        state.font, state.size = run.host.font(font[0]), number(font[1])
    _overprint(run, found)
    _transparency(run, found, way)
    for key, rule in _NEEDS_DEFAULT.items():
        value = entry(found, key)
        if value is not None and name(value) != "Default":
            run.remark(rule, key[1:])
    for key, rule in _FORBIDDEN.items():
        if (value := entry(found, key)) is not None and name(value) != "Identity":
            run.remark(rule, key[1:])
    halftone = entry(found, "/HT")
    if halftone is not None and name(halftone) != "Default":
        run.remark("X.halftone", f"HT of type {whole(entry(halftone, '/HalftoneType'))}")


def _overprint(run: Run, found: object) -> None:
    state = run.state
    stroke, fill, mode = entry(found, "/OP"), entry(found, "/op"), entry(found, "/OPM")
    if stroke is not None:
        state.stroke_overprint = bool(stroke)
        if fill is None:
            # OP alone sets both (ISO 32000-1, table 58).
            state.fill_overprint = bool(stroke)
    if fill is not None:
        state.fill_overprint = bool(fill)
    if mode is not None:
        state.overprint_mode = whole(mode)


def _transparency(run: Run, found: object, way: str) -> None:
    state = run.state
    said = []
    if (alpha := entry(found, "/ca")) is not None:
        state.fill_alpha = number(alpha, 1.0)
    if (alpha := entry(found, "/CA")) is not None:
        state.stroke_alpha = number(alpha, 1.0)
    if (entry(found, "/ca") is not None and state.fill_alpha < 1) or (
        entry(found, "/CA") is not None and state.stroke_alpha < 1
    ):
        said.append(f"ca {state.fill_alpha:g} CA {state.stroke_alpha:g}")
    blend = entry(found, "/BM")
    if blend is not None:
        modes = [name(one) for one in items(blend)]
        state.blend = next((mode for mode in modes if mode in _BLENDS), "Normal")
        if not set(modes) & _BLENDS:
            run.remark("PDF.blend-mode", ", ".join(modes))
        if state.blend not in _PLAIN:
            said.append(state.blend)
    mask = entry(found, "/SMask")
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
