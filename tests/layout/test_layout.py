"""A layout folder is found and read; whatever is odd in it is a finding with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportpub.findings import Finding, ToolError
from reportpub.inputs import Inputs
from reportpub.layout.layout import find_layout, home, load_layout

ROOT = Path(__file__).parents[2]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a layout of a project's own."""
    folder = tmp_path / "layouts" / "mine"
    shutil.copytree(ROOT / "layouts" / "single", folder)
    return folder


def findings(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(ToolError) as raised:
        load_layout(folder, Inputs(folder.parents[1], home()))
    assert raised.value.exit_code == 2
    return raised.value.findings


def test_the_product_stands_where_its_fonts_and_layouts_are() -> None:
    assert (home() / "fonts" / "manifest.yaml").is_file()
    assert (home() / "layouts" / "base" / "base.css").is_file()


@pytest.mark.parametrize("name", ["parallel", "sequential", "single"])
def test_the_layouts_of_the_product_are_found_from_any_project(tmp_path: Path, name: str) -> None:
    folder = find_layout(name, tmp_path)
    assert folder == home() / "layouts" / name
    layout = load_layout(folder, Inputs(home()))
    assert layout.name == name
    assert len(layout.css) == 2
    assert layout.wrapper


def test_the_projects_own_layout_comes_first_and_falls_back_on_the_shared_base(own: Path) -> None:
    project = own.parents[1]
    assert find_layout("mine", project) == own
    own.rename(own.with_name("single"))
    assert find_layout("single", project) == own.with_name("single")
    layout = load_layout(own.with_name("single"), Inputs(project, home()))
    assert "red" in layout.tokens.colours


@pytest.mark.parametrize("name", ["nowhere", "base", "", ".", "Single"])
def test_what_is_no_layout_is_not_found(tmp_path: Path, name: str) -> None:
    assert not find_layout(name, tmp_path)


def test_a_token_overrides_the_one_of_the_base_and_leaves_the_others(own: Path) -> None:
    (own / "layout.yaml").write_text("colours:\n  red: {cmyk: [0, 90, 80, 0], srgb: '#CC2222'}\n", "utf-8")
    layout = load_layout(own, Inputs(own.parents[1], home()))
    base = load_layout(ROOT / "layouts" / "single", Inputs(home()))
    assert layout.tokens.colours["red"].cmyk == (0.0, 90.0, 80.0, 0.0)
    assert layout.tokens.colours["navy"] == base.tokens.colours["navy"]


@pytest.mark.parametrize(
    "odd",
    [
        "colours: {red: '#ff0000'}",
        "colours: {red: {cmyk: [0, 90, 80], srgb: '#CC2222'}}",
        "colours: {red: {cmyk: [0, 90, 80, much], srgb: '#CC2222'}}",
        "colours: {red: {cmyk: [0, 90, 80, 0]}}",
        "colours: {red: {cmyk: [0, 90, 80, 0], srgb: red}}",
        "colours: {red: {cmyk: [0, 90, 80, 140], srgb: '#CC2222'}}",
        "type: {zh-body: 10}",
        "type: {zh-body: [10, 16, 2]}",
        "type: {zh-body: [10, wide]}",
        "type: {zh-body: [nan, 16]}",
        "page: {top: [1]}",
        "page: {top: 2 cm}",
        "page: {top: -3}",
        "colour: {}",
        "page: {topp: 3}",
        "colours: [red]",
        "- red",
    ],
)
def test_an_odd_token_is_a_finding_that_names_the_file(own: Path, odd: str) -> None:
    (own / "layout.yaml").write_text(odd + "\n", encoding="utf-8")
    found = findings(own)
    assert [f.code for f in found] == ["layout/token"]
    assert found[0].span is not None
    assert found[0].span.file.endswith("layout.yaml")
    assert found[0].hint


def test_broken_yaml_is_a_finding_with_its_line(own: Path) -> None:
    (own / "layout.yaml").write_text("page:\n  top: [1\n", encoding="utf-8")
    assert [f.code for f in findings(own)] == ["yaml/syntax"]


def test_every_missing_file_of_a_layout_is_named_at_once(own: Path) -> None:
    (own / "print.css").unlink()
    (own / "page.html.j2").unlink()
    assert [(f.code, "print.css" in f.message, "page.html.j2" in f.message) for f in findings(own)] == [
        ("inputs/missing", False, True),
        ("inputs/missing", True, False),
    ]
