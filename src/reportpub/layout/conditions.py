"""The printing conditions a job can name and the screen, with the profile that each embeds.

Source: ICC characterisation data registry (names); ICC.1, 7.2 (profile header); ISO 15930-4 and 15930-7.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import ContentError, Finding, Span, ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.layout.layout import home
from reportpub.model.job import Job, Standard
from reportpub.sentences import listed, say

ICC_REGISTRY = "http://www.color.org"

REGISTERED: Mapping[str, str] = {
    "FOGRA39": "Coated paper types 1 and 2, 115 g/m2, ISO 12647-2:2004/Amd 1, tone curves A (CMY), B (K)",
    "FOGRA45": "Light weight coated paper, improved, heatset web offset, ISO 12647-2:2004/Amd 1",
    "FOGRA46": "Light weight coated paper, standard, heatset web offset, ISO 12647-2:2004/Amd 1",
    "FOGRA47": "Uncoated white paper, type 4, ISO 12647-2:2004/Amd 1",
    "FOGRA51": "Premium coated paper, ISO 12647-2:2013",
    "FOGRA52": "Wood-free uncoated white paper, ISO 12647-2:2013",
    "JC200103": "Japan Color 2001, coated paper",
    "JC200104": "Japan Color 2001, uncoated paper",
    "CGATS TR 001": "SWOP, publication printing, USA",
    "CGATS TR 003": "SWOP 2006, coated paper grade 3",
    "CGATS TR 005": "SWOP 2006, coated paper grade 5",
    "CGATS TR 006": "GRACoL 2006, coated paper grade 1",
}
"""Names of the ICC registry that printers in China, Japan, Europe and America ask for, and what they mean."""

_SHIPPED = {"FOGRA39": "FOGRA39L_coated.icc"}
_HEADER = 128
_VERSION, _CLASS, _SPACE, _SIGNATURE = 8, slice(12, 16), slice(16, 20), slice(36, 40)
_NEWEST = {Standard.X4: 4, Standard.X1A: 2}
"""The newest major version of profiles in PDF 1.6 and in PDF 1.4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A printing condition of a characterisation registry, and the profile made from its data.

    Without a profile the registered name alone says how to print, which only PDF/X-1a allows.
    """

    name: str
    description: str
    profile: bytes
    registry: str = ICC_REGISTRY


def condition(job: Job, root: Path, inputs: Inputs) -> Condition:
    """Return the printing condition of a job; `root` is the folder its profile is named from.

    `ContentError` when the job names one that cannot be used, `ToolError` when ours is not there.
    """
    registered = REGISTERED.get(job.output_condition, "")
    found: list[Finding] = []
    if not registered and not job.registry:
        hint = say(
            "ask the printer for its registered name: {registered}; or name its registry",
            registered=listed(REGISTERED),
        )
        message = say(
            "“{output_condition}” is no printing condition of the ICC registry that is known here",
            output_condition=job.output_condition,
        )
        found.append(error("press/condition", message, job.at("output_condition"), hint))
    profile = b""
    if job.icc:
        profile, more = _own(job, root, inputs)
        found += more
    elif job.output_condition in _SHIPPED:
        profile = _shipped(_SHIPPED[job.output_condition], inputs)
    elif job.standard is Standard.X4:
        message = say(
            "PDF/X-4 embeds the profile of {output_condition}, which does not come with us",
            output_condition=job.output_condition,
        )
        hint = say("ask the printer for it, put it below source/ and name it as icc in the job")
        found.append(error("press/no-profile", message, job.at("output_condition"), hint))
    if found:
        raise ContentError(tuple(found))
    return Condition(
        name=job.output_condition,
        description=registered or job.output_condition,
        profile=profile,
        registry=job.registry or ICC_REGISTRY,
    )


def shipped_profile(inputs: Inputs) -> bytes:
    """Return the profile of coated paper, for pictures in inks that say nothing of themselves."""
    return _shipped(_SHIPPED["FOGRA39"], inputs)


def screen_profile(inputs: Inputs) -> bytes:
    """Return the sRGB profile that screen files embed."""
    return _shipped("sRGB.icc", inputs)


def _own(job: Job, root: Path, inputs: Inputs) -> tuple[bytes, tuple[Finding, ...]]:
    try:
        data = inputs.read_bytes(root / job.icc, job.at("icc"))
    except Refused as refused:
        return b"", (refused.finding,)
    return data, tuple(_faults(data, job.icc, job.standard, job.at("icc")))


def _faults(data: bytes, name: str, standard: Standard, span: Span | None) -> Iterator[Finding]:
    """Look at the header of a profile: its class, its components and its version."""
    hint = say("ask the printer for the output profile of the press, in four inks")
    if len(data) < _HEADER or data[_SIGNATURE] != b"acsp":
        yield error("press/profile", say("{name} is no ICC profile", name=name), span, hint)
        return
    kind, space = (data[part].decode("ascii", "replace").strip() for part in (_CLASS, _SPACE))
    if kind != "prtr" or space != "CMYK":
        message = say(
            "{name} is a profile of the class {kind} for {space}, not of a CMYK press",
            name=name,
            kind=kind,
            space=space,
        )
        yield error("press/profile", message, span, hint)
    if data[_VERSION] > _NEWEST[standard]:
        message = say(
            "{name} is of version {data}, which is too new for {version}",
            name=name,
            data=data[_VERSION],
            version=standard.version,
        )
        yield error("press/profile", message, span, say("ask the printer for a profile of version 2"))


def _shipped(file: str, inputs: Inputs) -> bytes:
    try:
        return inputs.read_bytes(home() / "layouts" / "base" / "icc" / file)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
