"""Profiles: the limits and the standard a printer asks for, each limit with who set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reportpub.checks.preflight.rulebook import Words, rules
from reportpub.findings import Finding, Severity, Span, error
from reportpub.model.job import Bleed, Job
from reportpub.nodes import Mapping as Node
from reportpub.nodes import Scalar, read
from reportpub.sentences import listed, say
from reportpub.source.conform import departures
from reportpub.source.press_shapes import LIMITS, PROFILE_FILE

DEFAULT = "sheet-cmyk"
_FOLDER = Path(__file__).with_name("profiles")
_X4, _X1A = "PDF/X-4", "PDF/X-1a"
_OURS = ("COLOUR.unpainted", "JOB.navigation", "JOB.origin", "X.oi-registry")
"""Rules that a file of somebody else may break, and one of ours never."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit in its unit, and who set it."""

    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a printer asks for; `severities` holds only the rules that weigh other than in the rule book."""

    name: str
    title: Words
    standard: str
    rgb_pictures: bool
    limits: Mapping[str, Limit]
    severities: Mapping[str, Severity | None]
    bleed: Bleed | None = None
    """The bleed of a job, side by side; without one the limit holds on every side."""

    def bleed_of(self, page: int) -> tuple[float, float, float, float]:
        """Return the bleed asked for on a page, in mm: left, bottom, right, top."""
        return self.bleed.of_page(page) if self.bleed else (self.limit("bleed"),) * 4

    def limit(self, name: str) -> float:
        """Return a limit in its unit."""
        return self.limits[name].value

    @property
    def x1a(self) -> bool:
        """Tell whether the older standard without transparency is asked for."""
        return self.standard == _X1A

    def weights(self) -> Mapping[str, Severity | None]:
        """Return the severity of every rule; nothing where it is switched off."""
        return {rule.id: self.severities.get(rule.id, rule.severity) for rule in rules().values()}

    def for_job(self, job: Job, bleed: Bleed, multiple: int) -> Profile:
        """Return the profile as a job of a report asks, on which what it leaves open stays as it is."""
        asked = {
            "bleed": min(bleed.top, bleed.right, bleed.bottom, bleed.left),
            "page-multiple": multiple,
            "ink": min(job.ink_limit, self.limit("ink")),
        }
        own = {name: Limit(value, "the job in report.yaml") for name, value in asked.items()}
        severities = {**self.severities, **dict.fromkeys(_OURS, Severity.ERROR)}
        return replace(self, limits={**self.limits, **own}, severities=severities, bleed=bleed)


def unit(limit: str) -> str:
    """Return the unit of a limit as findings write it."""
    word = LIMITS[limit].split()[0].rstrip(",")
    return "ppi" if word == "pixels" else word


def names() -> tuple[str, ...]:
    """Return the profiles that are there without a file of one's own."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def built_in(name: str) -> Profile:
    """Return a profile by its name; `KeyError` where there is none."""
    if name not in names():
        raise KeyError(name)
    path = _FOLDER / f"{name}.yaml"
    profile, found = read_profile(path.read_text(encoding="utf-8"), path.name, name)
    if profile is None or found:
        raise AssertionError(found)
    return profile


def read_profile(text: str, file: str, name: str) -> tuple[Profile | None, tuple[Finding, ...]]:
    """Return the profile of a file, or nothing, with everything that is wrong with the file."""
    root, found = read(text, file)
    if not isinstance(root, Node):
        return None, found or (error("profile/shape", say("{file} is no profile", file=file), Span(file)),)
    found = (*found, *departures(root, PROFILE_FILE), *_unknown_rules(root))
    start, missing = _start(root)
    found = (*found, *missing)
    if found:
        return None, found
    limits = {**(start.limits if start else {}), **_limits(root)}
    lacking = [limit for limit in LIMITS if limit not in limits]
    if lacking or (start is None and root.get("standard") is None):
        said = listed(lacking) or say("standard")
        hint = say("write extends: sheet-cmyk and only what differs")
        return None, (
            error("profile/incomplete", say("the profile does not say: {said}", said=said), root.span, hint),
        )
    own = {rule: _severity(word) for rule, word in _pairs(root, "rules").items()}
    colour = _word(root, "colour")
    profile = Profile(
        name=name,
        title=_title(root),
        standard=_word(root, "standard") or (start.standard if start else _X4),
        rgb_pictures=colour == "cmyk-and-rgb-pictures" if colour else bool(start and start.rgb_pictures),
        limits=limits,
        severities={**(start.severities if start else {}), **own},
    )
    return profile, ()


def _start(root: Node) -> tuple[Profile | None, tuple[Finding, ...]]:
    node = root.get("extends")
    if not isinstance(node, Scalar):
        return None, ()
    if node.text not in names():
        hint = say("there are: {names}", names=listed(names()))
        return None, (
            error("profile/extends", say("there is no profile “{text}”", text=node.text), node.span, hint),
        )
    return built_in(node.text), ()


def _unknown_rules(root: Node) -> tuple[Finding, ...]:
    node = root.get("rules")
    entries = node.entries if isinstance(node, Node) else ()
    return tuple(
        error(
            "profile/rule",
            say("there is no rule “{text}”", text=key.text),
            key.span,
            say("docs/preflight.md lists the rules"),
        )
        for key, _ in entries
        if key.text not in rules()
    )


def _limits(root: Node) -> dict[str, Limit]:
    node = root.get("limits")
    entries = node.entries if isinstance(node, Node) else ()
    return {
        key.text: Limit(float(_word(below, "value")), _word(below, "source"))
        for key, below in entries
        if isinstance(below, Node)
    }


def _pairs(root: Node, key: str) -> dict[str, str]:
    node = root.get(key)
    entries = node.entries if isinstance(node, Node) else ()
    return {name.text: value.text for name, value in entries if isinstance(value, Scalar)}


def _title(root: Node) -> Words:
    pair = _pairs(root, "title")
    some = pair.get("zh") or pair.get("en") or ""
    return pair.get("zh", some), pair.get("en", some)


def _severity(word: str) -> Severity | None:
    return None if word == "ignore" else Severity[word.upper()]


def _word(node: Node, key: str) -> str:
    found = node.get(key)
    return found.text if isinstance(found, Scalar) else ""
