"""The preflight of files on disk: the press files of a report with its waivers, or anybody's PDFs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from reportpub.checks.preflight.confined import confined
from reportpub.checks.preflight.examine import Preflight, Verdict
from reportpub.checks.preflight.profiles import Profile, built_in, names, read_profile
from reportpub.checks.preflight.reading.bounds import LARGEST_FILE
from reportpub.checks.preflight.telling.record import as_json
from reportpub.checks.preflight.telling.sarif import as_sarif
from reportpub.checks.preflight.telling.sheet import html
from reportpub.checks.preflight.telling.text import as_text
from reportpub.findings import ContentError, ToolError, error
from reportpub.finished import artefact_path
from reportpub.handover.preflights import let_through, press_profile
from reportpub.inputs import Inputs, Refused
from reportpub.press_proof import PRESS
from reportpub.sentences import listed, say
from reportpub.source.load import load_report
from reportpub.source.waivers import read_waivers

EXIT_CODES = {Verdict.PASS: 0, Verdict.ERRORS: 1, Verdict.UNCHECKED: 2}


class Told(StrEnum):
    """How a preflight is told."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def of_files(files: Iterable[Path], profile: Profile, *, ink: bool = True) -> Iterator[Preflight]:
    """Yield the preflight of each file; `ToolError` where one is not there, before any is looked at."""
    for data, path in [(_read(path), path) for path in files]:
        yield confined(data, profile, path.name, ink=ink)


def of_report(project: Path, profile: Profile | None, *, ink: bool = True) -> Iterator[Preflight]:
    """Yield the preflight of the finished press files of each edition, with what its waivers let through.

    Without a profile the limits are those of the job.
    """
    root = project.resolve()
    inputs = Inputs(root)
    report, _ = load_report(root, inputs)
    waivers, wrong = read_waivers(report, inputs)
    if wrong:
        raise ContentError(wrong)
    for spec in report.editions:
        for target in PRESS:
            if target not in spec.targets:
                continue
            path = artefact_path(root / "out", report.id, spec.name, target)
            if not path.is_file():
                hint = say("run: reportpub build {name} --target {target}", name=spec.name, target=target)
                raise ToolError(
                    (error("preflight/missing", say("{path} is not there", path=path), None, hint),)
                )
            found = confined(_read(path), profile or press_profile(report.job, target), path.name, ink=ink)
            yield let_through(found, spec.name, waivers)


def chosen_profile(name: str, root: Path | None = None) -> Profile:
    """Return a profile by its name or from a YAML file; `ContentError` with all that is wrong with it."""
    if name in names():
        return built_in(name)
    path = (root or Path()) / name
    if path.suffix not in {".yaml", ".yml"}:
        hint = say("there are: {names}; or name a .yaml file of your own", names=listed(names()))
        raise ToolError(
            (error("profile/unknown", say("there is no profile “{name}”", name=name), None, hint),)
        )
    try:
        text = Inputs(path.parent).read_text(path)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    profile, found = read_profile(text, path.name, path.stem)
    if profile is None:
        raise ContentError(found)
    return profile


def _read(path: Path) -> bytes:
    try:
        return Inputs(path.parent).read_bytes(path, largest=LARGEST_FILE)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None


def told(found: tuple[Preflight, ...], form: Told) -> str:
    """Return the preflights in a form; several of them as one document where the form has a list."""
    match form:
        case Told.TEXT:
            return "\n\n".join(map(as_text, found)) + "\n"
        case Told.JSON if len(found) == 1:
            return as_json(found[0])
        case Told.JSON:
            records = [json.loads(as_json(one)) for one in found]
            return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
        case Told.SARIF:
            return as_sarif(found) + "\n"
        case Told.HTML:
            return "\n".join(html(one).decode() for one in found)
        case _:
            assert_never(form)


def reports(found: tuple[Preflight, ...], into: Path) -> dict[Path, bytes]:
    """Return the files that tell of each preflight, for people and for programs."""
    files: dict[Path, bytes] = {}
    for one in found:
        stem = Path(one.name).stem
        files[into / f"{stem}-preflight.html"] = html(one)
        files[into / f"{stem}-preflight.json"] = as_json(one).encode()
    return files
