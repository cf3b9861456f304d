"""The preflight of a file: every rule tried on it, and what came of each.

    preflight(data, built_in("sheet-cmyk")) -> Preflight

Nothing is written and nothing is printed; what the file holds cannot make it fail. A file that cannot be
read, or not to its end, comes back with the verdict UNCHECKED and never with a pass.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from io import BytesIO

from pikepdf import PasswordError, Pdf

from reportpub import __version__
from reportpub.checks.preflight.faults import Count, Fault, Faults
from reportpub.checks.preflight.profiles import Profile
from reportpub.checks.preflight.reading.bounds import LARGEST_FILE, MOST_PAGES, SECONDS, Budget, Unfinished
from reportpub.checks.preflight.reading.objects import MALFORMED, complaint
from reportpub.checks.preflight.rulebook import Words, rules
from reportpub.checks.preflight.rules.boxes import check_boxes
from reportpub.checks.preflight.rules.colour import judge_spots
from reportpub.checks.preflight.rules.file import check_file, check_keys, check_structure
from reportpub.checks.preflight.rules.fonts import check_fonts
from reportpub.checks.preflight.rules.ink import RULES as INK_RULES
from reportpub.checks.preflight.rules.ink import Coverage, check_ink
from reportpub.checks.preflight.rules.intent import Condition, check_intent
from reportpub.checks.preflight.rules.live import check_live
from reportpub.checks.preflight.rules.marks import check_marks
from reportpub.checks.preflight.rules.metadata import check_metadata
from reportpub.checks.preflight.rules.streams import check_streams
from reportpub.checks.preflight.rules.unpainted import check_unpainted
from reportpub.checks.preflight.separations import Engine
from reportpub.checks.preflight.subject import Leaf, Seen, Subject
from reportpub.findings import Severity
from reportpub.model.waivers import Waiver


class Verdict(StrEnum):
    """What came of a preflight."""

    PASS = "pass"  # noqa: S105 - a verdict and no password
    ERRORS = "errors"
    UNCHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font of the file as the report lists it."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    glyphs: int
    page: int


@dataclass(frozen=True, slots=True)
class Waived:
    """A waiver and the faults it lets through; more may have been counted than are listed."""

    waiver: Waiver
    faults: tuple[Fault, ...]
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What a preflight found.

    `unchecked` holds the rules that could not be judged, each with the reason; `unread` says why the whole
    file could not be.
    """

    name: str
    digest: str
    size: int
    profile: Profile
    faults: tuple[Fault, ...] = ()
    counted: Mapping[Count, int] = field(default_factory=dict)
    waived: tuple[Waived, ...] = ()
    unchecked: Mapping[str, Words] = field(default_factory=dict)
    unread: Words | None = None
    leaves: tuple[Leaf, ...] = ()
    seen: Mapping[int, Seen] = field(default_factory=dict)
    condition: Condition | None = None
    pdf_version: str = ""
    producer: str = ""
    title: str = ""
    fonts: tuple[FontUse, ...] = ()
    spots: tuple[str, ...] = ()
    ink: tuple[Coverage, ...] = ()
    tools: Mapping[str, str] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """Return the verdict: a file passes only when every rule was judged and none was broken."""
        if self.unread is not None:
            return Verdict.UNCHECKED
        if any(severity is Severity.ERROR for _, severity, _ in self.counted):
            return Verdict.ERRORS
        return Verdict.UNCHECKED if self.unchecked else Verdict.PASS

    def times(self, rule: str, severity: Severity) -> int:
        """Return how often a rule was broken with a severity."""
        return sum(
            times for (known, weight, _), times in self.counted.items() if (known, weight) == (rule, severity)
        )

    def count(self, severity: Severity) -> int:
        """Return how many departures of a severity were counted."""
        return sum(times for (_, known, _), times in self.counted.items() if known is severity)


def preflight(
    data: bytes, profile: Profile, name: str = "", *, ink: bool = True, seconds: float = SECONDS
) -> Preflight:
    """Return what is wrong with a PDF for the printer of a profile; `ink` renders it as well."""
    if len(data) > LARGEST_FILE:
        return unread(data, profile, name, ("文件过大", "the file is too large"))
    try:
        with Pdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            return _examined(unread(data, profile, name, None), data, pdf, ink=ink, seconds=seconds)
    except PasswordError:
        why = ("文件有口令，打不开", "the file cannot be opened without a password")
    except Unfinished as stopped:
        why = stopped.why
    except MALFORMED as broken:
        said = complaint(broken)
        why = (f"文件无法读取：{said}", f"the file cannot be read: {said}")
    return unread(data, profile, name, why)


def unread(data: bytes, profile: Profile, name: str, why: Words | None) -> Preflight:
    """Return what is known of a file from outside, and why no more is."""
    return Preflight(
        name=name,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        profile=profile,
        unread=why,
        tools=_tools(),
    )


def _examined(known: Preflight, data: bytes, pdf: Pdf, *, ink: bool, seconds: float) -> Preflight:
    profile = known.profile
    subject = Subject(data, pdf, profile, Faults(profile.weights()), Budget(seconds))
    if len(pdf.pages) > MOST_PAGES:
        raise Unfinished(f"超过{MOST_PAGES}页", f"more than {MOST_PAGES} pages")
    if not len(pdf.pages):
        raise Unfinished("没有页面", "there are no pages")
    subject.objects = tuple(pdf.objects)
    check_file(subject)
    check_keys(subject)
    check_streams(subject)
    check_metadata(subject)
    condition = check_intent(subject)
    check_boxes(subject)
    check_live(subject)
    check_marks(subject)
    judge_spots(subject)
    check_unpainted(subject)
    check_fonts(subject)
    # The parser repairs what it can, and tells of it only once it has met it.
    check_structure(subject)
    coverage: tuple[Coverage, ...] = ()
    drawn: Engine | None = None
    if ink:
        coverage, drawn = check_ink(subject)
    else:
        subject.faults.not_checked(INK_RULES, ("按要求未渲染", "not rendered, as asked"))
    return replace(
        known,
        tools={**known.tools, **({drawn.name: drawn.version} if drawn else {})},
        faults=tuple(sorted(subject.faults.listed, key=_order)),
        counted=dict(subject.faults.counted),
        unchecked=dict(subject.faults.unchecked),
        leaves=tuple(subject.leaves),
        seen=subject.seen,
        condition=condition,
        pdf_version=pdf.pdf_version,
        producer=str(pdf.docinfo.get("/Producer", "")),
        title=str(pdf.docinfo.get("/Title", "")),
        fonts=tuple(
            FontUse(
                one.called,
                one.program_kind or one.kind,
                one.program is not None,
                one.subset,
                len(one.used),
                one.page,
            )
            for one in subject.fonts
            if one.used
        ),
        spots=tuple(subject.spots),
        ink=coverage,
    )


def _order(fault: Fault) -> tuple[int, int, int]:
    """Sort what weighs most first, then in the order of the rule book and of the pages."""
    return -fault.severity, _places()[fault.rule], fault.page


@cache
def _places() -> Mapping[str, int]:
    return {rule: at for at, rule in enumerate(rules())}


def _tools() -> Mapping[str, str]:
    """Return the programs and libraries that judge, with their versions."""
    return {"reportpub": __version__} | {name: version(name) for name in ("pikepdf", "pillow", "lxml")}
