"""The finished files of the real report, read back once, and what its source says of each figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from reportpub.build import build, orders
from reportpub.checks.readback import Claim, claims, missing, pdf_pages, reading_order, squeeze
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, Span
from reportpub.finished import Outcome, artefact_path
from reportpub.inputs import Inputs
from reportpub.model.report import Report, Target
from reportpub.model.text import Lang
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
REPORT, _ = load_report(ROOT, Inputs(ROOT))
ARTEFACTS = tuple((spec.name, target) for spec in REPORT.editions for target in spec.targets)
"""Every artefact the report asks for: edition and target."""
FILES = tuple((name, target) for name, target in ARTEFACTS if target is not Target.COVER)
"""Those that hold the text of the report."""
PRESS = tuple((name, target) for name, target in ARTEFACTS if target in {Target.PRINT, Target.COVER})
"""Those that go to the printer."""

USUAL: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/cases/figures.yaml").read_text("utf-8"))["usual"]
"""The usual wording of each fact in Chinese and English, written by hand."""

_AROUND = 12
"""Characters of the source on either side of a figure."""
_MARKUP = re.compile(r"\}[,.]?|[{\[\]*^]")
"""What ends the words around a figure: other marks, with a stop that may move into a quoted name."""


@cache
def edition(name: str) -> Edition:
    """Return an edition of the report."""
    return resolve(REPORT, next(spec for spec in REPORT.editions if spec.name == name))


def make(report: Report, editions: tuple[str, ...], targets: tuple[Target, ...], out: Path) -> Outcome:
    """Build editions of the report into a folder."""
    return build(report, orders(report, ROOT, editions, targets), out, lambda _: None)


@dataclass(frozen=True)
class ReadBack:
    """One finished file: its bytes, and the words found in it."""

    name: str
    target: Target
    data: bytes

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Return the words page by page, or part by part where Word decides on pages."""
        if self.target is Target.DOCX:
            return word_parts(self.data)
        return reading_order(edition(self.name), pdf_pages(self.data))

    @cached_property
    def whole(self) -> str:
        """Return all words without what line breaking adds."""
        return "\x01".join(map(squeeze, self.pages))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Return what the file must say."""
        return claims(edition(self.name), pictured=self.target is Target.DOCX)

    @cached_property
    def figures(self) -> dict[tuple[str, Lang], list[Claim]]:
        """Return the claims of each fact in each language."""
        found: dict[tuple[str, Lang], list[Claim]] = {}
        for claim in self.claims:
            if claim.fact:
                found.setdefault((claim.fact, claim.lang), []).append(claim)
        return found

    def lacks(self, claim: Claim) -> tuple[Finding, ...]:
        """Return what is not there; the slow look across page breaks only where it is needed."""
        return () if squeeze(claim.words) in self.whole else missing((claim,), self.pages)


class Finished:
    """The folder of a whole build, and each of its files when it is first asked for."""

    def __init__(self, out: Path, outcome: Outcome) -> None:
        """Keep the folder and what the build came to."""
        self.out = out
        self.outcome = outcome
        self._files: dict[tuple[str, Target], ReadBack] = {}

    def path(self, name: str, target: Target) -> Path:
        """Return where a file is."""
        return artefact_path(self.out, REPORT.id, name, target)

    def file(self, name: str, target: Target) -> ReadBack:
        """Return a file, read back once."""
        if (name, target) not in self._files:
            self._files[name, target] = ReadBack(name, target, self.path(name, target).read_bytes())
        return self._files[name, target]


@cache
def written() -> dict[tuple[str, Lang], list[str]]:
    """Return, for each fact in each language, the source around its plain citations with its usual wording.

    Taken from the YAML past our own loader, model and wording.
    """
    found: dict[tuple[str, Lang], list[str]] = {}
    for path in sorted((ROOT / "source" / "chapters").glob("*.yaml")):
        for language, text in _texts(yaml.safe_load(path.read_text("utf-8"))):
            for cite in re.finditer(r"\{([a-z0-9.-]+)\}", text):
                before = _MARKUP.split(text[: cite.start()])[-1][-_AROUND:]
                after = _MARKUP.split(text[cite.end() :])[0][:_AROUND]
                said = USUAL[cite[1]][0 if language is Lang.ZH else 1]
                found.setdefault((cite[1], language), []).append(before + said + after)
    return found


def _texts(node: object) -> Iterator[tuple[Lang, str]]:
    """Yield every text below a node; alternative texts are not set as text."""
    if isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, dict):
        for key, below in node.items():
            if key in {"zh", "en"} and isinstance(below, str):
                yield (Lang.ZH if key == "zh" else Lang.EN), below
            elif key != "alt":
                yield from _texts(below)


def claim(words: str, language: Lang) -> Claim:
    """Return a claim of our own."""
    return Claim("the source", language, words, Span("source"))
