"""What a changed word costs: in a build of one edition, and on the updated page of the preview."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from reportpub.build import build, orders
from reportpub.inputs import Inputs
from reportpub.model.report import Target
from reportpub.preview.leaves import Pages, Stretch
from reportpub.preview.setting import Want, pages
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
CHAPTER, FILE = "judicial", "03-judicial.yaml"
WORDS = {"zh": ("知识产权新案", "知识产权新收案"), "en": ("new IP cases", "fresh IP cases")}
"""Words of the chapter, and what becomes of them, in each language."""
BOTH = (Target.PRINT, Target.SCREEN)

Measure = Callable[[Callable[[], object]], dict[str, float]]
"""Returns what a piece of work costs."""


@contextmanager
def copied() -> Iterator[Path]:
    """Give a copy of the report that may be changed."""
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "source", Path(folder) / "source")
        yield Path(folder)


def change(project: Path, lang: str) -> None:
    """Change a word of one language."""
    path = project / "source" / "chapters" / FILE
    old, new = WORDS[lang]
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), encoding="utf-8")


def built(project: Path, name: str) -> None:
    """Build both PDFs of an edition, whatever of them is stale."""
    report, _ = load_report(project, Inputs(project))
    outcome = build(report, orders(report, project, (name,), BOTH), project / "out", lambda _: None)
    assert not outcome.exit_code, outcome.findings


def word(name: str, measure: Measure) -> list[dict[str, float]]:
    """Measure a full build, one after a changed word of its language, and one after one of the other."""
    own, other = ("en", "zh") if name == "en" else ("zh", "en")
    with copied() as project:
        costs = [measure(lambda: built(project, name))]
        for lang in (own, other):
            change(project, lang)
            costs.append(measure(lambda: built(project, name)))
    return costs


def page(name: str, measure: Measure) -> list[dict[str, float]]:
    """Measure how a chapter is set in the preview after a changed word, in a process that is warm."""
    with copied() as project:
        assert isinstance(pages(Want(project, name)), Pages)
        costs = []
        for lang in WORDS:
            change(project, lang)
            costs.append(measure(partial(_set, Want(project, name, Stretch(0, CHAPTER), 10, 9))))
    return costs


def _set(want: Want) -> None:
    found = pages(want)
    assert isinstance(found, Pages), found
