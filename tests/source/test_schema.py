"""The published schemas and the loader ask for the same: what one refuses, the other refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from reportpub.nodes import read
from reportpub.source.conform import departures
from reportpub.source.press_shapes import FILES as PRESS_FILES
from reportpub.source.schema import schemas
from reportpub.source.shapes import FILES
from reportpub.source.starter import TEMPLATE

ROOT = Path(__file__).parents[2]
FOLDERS = {"source": ROOT / "source", "book": ROOT / "tests/book/source", "new": TEMPLATE}
SOURCES = [path for folder in FOLDERS.values() for path in sorted(folder.rglob("*.yaml"))]


class Editor(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: no dates, no yes and no."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)\Z"), ["~", "n", ""])
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)\Z"), ["t", "f"])
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
Editor.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+\Z"), list("-+0123456789")
)


def kind_of(path: Path) -> str:
    return "chapter" if path.parent.name == "chapters" else path.stem


def schema_accepts(text: str, kind: str) -> bool:
    validator = jsonschema.Draft7Validator(json.loads(schemas()[f"{kind}.schema.json"]))
    return validator.is_valid(yaml.load(text, Editor))  # noqa: S506  a safe loader with fewer types


def loader_accepts(text: str, kind: str) -> bool:
    root, problems = read(text, "f")
    return root is not None and not problems and not departures(root, {**FILES, **PRESS_FILES}[kind])


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schemas()[name]))


def test_the_published_schemas_are_those_of_the_loader() -> None:
    published = {path.name: path.read_text("utf-8") for path in (ROOT / "schema").iterdir()}
    assert published == schemas(), "run: reportpub schema"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_of_a_report_passes_both(path: Path) -> None:
    text = path.read_text("utf-8")
    assert loader_accepts(text, kind_of(path))
    assert schema_accepts(text, kind_of(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_of_a_report_names_its_schema_in_its_first_line(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    # The template finds its schemas where `reportpub new` puts it: below source/.
    at = ROOT / "source" / path.relative_to(TEMPLATE) if TEMPLATE in path.parents else path
    assert (at.parent / named[1]).resolve() == ROOT / "schema" / f"{kind_of(path)}.schema.json"


REPORT = FOLDERS["book"] / "report.yaml"
FACTS = FOLDERS["book"] / "facts.yaml"
TERMS = FOLDERS["book"] / "terms.yaml"
CHAPTER = FOLDERS["book"] / "chapters/01-courts.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (REPORT, "id: book", "id: Book"),
        (REPORT, "id: book\n", ""),
        (REPORT, "id: book", "id: 2024"),
        (REPORT, "period: 2024", "period: lately"),
        (REPORT, "period: 2024", "period: 2024-13"),
        (REPORT, "date: 2025-01-31", "date: 2025-1-31"),
        (REPORT, "title: {zh: 样书, en: A sample report}", "title: A sample report"),
        (REPORT, "en: A sample report", "fr: Un livre"),
        (REPORT, "en: A sample report", "en: [A, sample]"),
        (REPORT, "[01-courts, 02-outlook]", "[]"),
        (REPORT, "[01-courts, 02-outlook]", "[01-courts, ../02-outlook]"),
        (REPORT, "arrangement: parallel", "arrangement: sideways"),
        (REPORT, "  zh: {languages: [zh]", "  zh: {languages: [fr]"),
        (REPORT, "bleed: 3", "bleed: -3"),
        (REPORT, "trim: [210, 297]", "trim: [210]"),
        (REPORT, "trim: [210, 297]", "trim: A4"),
        (REPORT, "FOGRA39", "“SWOP”"),
        (REPORT, "bleed: 3", "bleed: {top: 3, inner: 3, outer: 3}"),
        (REPORT, "bleed: 3", "bleed: 3, standard: x-3"),
        (REPORT, "bleed: 3", "bleed: 3, marks: [fold]"),
        (FACTS, "value: 83308", "value: many"),
        (FACTS, "value: 83308\n", "values: 83308\n"),
        (FACTS, "    value: 8.54\n", ""),
        (FACTS, "scale: 亿", "scale: 兆"),
        (FACTS, "decimals: 1", "decimals: 1.5"),
        (FACTS, "decimals: 1", "decimals: -1"),
        (FACTS, "direction: down", "direction: sideways"),
        (FACTS, "  cases.concluded:", "  Cases.concluded:"),
        (FACTS, "en: [case, cases]", "en: [case]"),
        (FACTS, "en: [case, cases]", "en: case"),
        (TERMS, "    kind: institution\n", ""),
        (TERMS, "  office:", "  Office:"),
        (TERMS, "kind: institution", "draft: maybe\n    kind: institution"),
        (CHAPTER, "id: courts\n", ""),
        (CHAPTER, "  - id: courts-key\n    key", "  - key"),
        (CHAPTER, "id: courts-key", "id: courts-key-that-is-far-too-long"),
        (CHAPTER, "level: 3", "level: 4"),
        (CHAPTER, "kind: bar", "kind: radar"),
        (CHAPTER, "lead: {zh: 收案, en: Intake}", "lead: Intake"),
        (CHAPTER, "lead:", "led:"),
        (CHAPTER, "key_figures: [cases.received, cases.damages, courts.number]", "key_figures: []"),
        (CHAPTER, "- {group: {zh: 民事, en: Civil}}", "- {title: {zh: 民事, en: Civil}}"),
        (
            CHAPTER,
            "columns: [{zh: 指标, en: Indicator}, {zh: 2024年, en: '2024'}]",
            "columns: [{zh: 指标, en: X}]",
        ),
        (CHAPTER, "note: {zh", "status: nearly\n    note: {zh"),
        (
            CHAPTER,
            "facts: [cases.received, cases.concluded]\n      high",
            "facts: cases.received\n      high",
        ),
        (CHAPTER, "      alt: {zh: 两组柱。, en: Two groups of columns.}\n", ""),
    ],
)
def test_a_structural_fault_is_refused_by_both(path: Path, old: str, new: str) -> None:
    sound = path.read_text("utf-8")
    assert old in sound
    broken = sound.replace(old, new, 1)
    assert not loader_accepts(broken, kind_of(path))
    assert not schema_accepts(broken, kind_of(path))
