"""The preflight of the press files of a hand-over, by the profile of the job, with its waivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpub.checks.preflight.examine import Preflight, Verdict, preflight
from reportpub.checks.preflight.gate import Places, waive
from reportpub.checks.preflight.profiles import Profile, built_in
from reportpub.checks.preflight.telling.record import as_json
from reportpub.checks.preflight.telling.sheet import html
from reportpub.findings import ContentError, Severity, error
from reportpub.handover.ticket import CLEAN, Checked, Listed
from reportpub.model.job import Job, Standard
from reportpub.model.report import Target
from reportpub.model.waivers import Waiver
from reportpub.render.press import around
from reportpub.sentences import listed, say

_EVERYWHERE = (-1e4, -1e4, 1e4, 1e4)
"""mm; the whole of a page."""


@dataclass(frozen=True, slots=True)
class Preflighted:
    """The preflights of a hand-over, by the name of the press file."""

    found: Mapping[str, Preflight]

    def reports(self) -> dict[str, bytes]:
        """Return what is handed over of them, for people and for programs, by path."""
        files: dict[str, bytes] = {}
        for name, one in self.found.items():
            stem = name.rpartition("/")[2].removesuffix(".pdf")
            files[f"preflight/{stem}.html"] = html(one)
            files[f"preflight/{stem}.json"] = as_json(one).encode()
        return files

    def checks(self) -> tuple[Checked, ...]:
        """Return a line of the ticket for each press file."""
        return tuple(
            Checked((f"预检 {name}", f"preflight, {one.profile.title[1]}"), _result(one))
            for name, one in self.found.items()
        )


def preflighted(files: Mapping[Listed, bytes], job: Job, waivers: tuple[Waiver, ...]) -> Preflighted:
    """Return the preflight of every press file; `ContentError` with those that no printer should be given."""
    found: dict[str, Preflight] = {}
    for file, data in files.items():
        if file.target not in {Target.PRINT, Target.COVER}:
            continue
        one = preflight(data, press_profile(job, file.target), file.name)
        found[file.name] = let_through(one, file.edition, waivers)
    refused = {name: one for name, one in found.items() if one.verdict is Verdict.ERRORS}
    if refused:
        hint = say("reportpub preflight tells which; do what it says, or write a waiver with its reason")
        said = (
            say("{name} breaks rules of the press: {rules}", name=name, rules=listed(_broken(one)))
            for name, one in refused.items()
        )
        raise ContentError(tuple(error("pack/preflight", one, None, hint) for one in said))
    return Preflighted(found)


def let_through(
    found: Preflight, edition: str, waivers: tuple[Waiver, ...], places: Places | None = None
) -> Preflight:
    """Return a preflight with what the waivers of an edition let through set apart.

    Without `places` a waiver of a block holds on every page: where the block stands was looked at when the
    file was built.
    """
    own = tuple(waiver for waiver in waivers if waiver.edition == edition)
    everywhere = tuple((leaf.number, _EVERYWHERE) for leaf in found.leaves)
    anywhere = {waiver.block: everywhere for waiver in own if waiver.block}
    return waive(found, own, anywhere if places is None else places)


def press_profile(job: Job, target: Target) -> Profile:
    """Return what the printer of a job asks for."""
    name = "x-1a" if job.standard is Standard.X1A else "sheet-cmyk"
    if target is Target.COVER:
        return built_in(name).for_job(job, around(job.bleed), 1)
    return built_in(name).for_job(job, job.bleed, job.multiple)


def _broken(one: Preflight) -> list[str]:
    return sorted({rule for rule, severity, _ in one.counted if severity is Severity.ERROR})


def _result(one: Preflight) -> tuple[str, str]:
    if one.verdict is not Verdict.PASS:
        return "未全部检查", "not checked in full"
    times = sum(times for (_, severity, _), times in one.counted.items() if severity is Severity.WARNING)
    return (f"通过，{times}处提醒", f"passed, {times} warnings") if times else CLEAN
