"""The printing conditions a job can name and the screen, with the profile that each embeds."""

from __future__ import annotations

from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.layout.layout import home
from reportpub.render.finish_print import Condition

_FILES = {
    "FOGRA39": (
        "FOGRA39L_coated.icc",
        "Coated paper types 1 and 2, 115 g/m2, ISO 12647-2:2004/Amd 1, tone value curves A (CMY), B (K)",
    ),
}


def condition(name: str, inputs: Inputs) -> Condition:
    """Return a printing condition with its profile; `ToolError` when the profile is not there."""
    file, description = _FILES[name]
    profile = _profile(file, inputs)
    if profile[12:20] != b"prtrCMYK":
        raise ToolError((error("press/profile", f"{file} is no CMYK printer profile (ICC.1 7.2.5)"),))
    return Condition(name=name, description=description, profile=profile)


def screen_profile(inputs: Inputs) -> bytes:
    """Return the sRGB profile that screen files embed."""
    return _profile("sRGB.icc", inputs)


def _profile(file: str, inputs: Inputs) -> bytes:
    try:
        return inputs.read_bytes(home() / "layouts" / "base" / "icc" / file)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
