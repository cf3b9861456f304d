"""A finished file counts as up to date only while nothing it came from, and nothing in it, has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.stamps import OURS, fresh, made_by, name_of, place_of, stamp_path, stamped, written

MAKERS = {"reportpub": "1", "weasyprint": "70.0"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("project/source/a.yaml", "product/font.ttf"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("content", encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def artefact(project: Path) -> Path:
    """Return a file with its stamp, made from a source, a listing and a face outside the project."""
    product = project.parent / "product"
    inputs = Inputs(project, product)
    inputs.read_bytes(project / "source" / "a.yaml")
    inputs.read_bytes(product / "font.ttf")
    inputs.names(project / "source")
    path = project / "out" / "zh" / "r-zh-print.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF")
    stamp_path(path).parent.mkdir()
    told = stamped(b"%PDF", 12, inputs.reads, MAKERS, project)
    stamp_path(path).write_text(written(told), encoding="utf-8")
    return path


def test_an_untouched_file_is_fresh_and_tells_its_pages(project: Path, artefact: Path) -> None:
    told = fresh(artefact, MAKERS, project)
    assert told
    assert told.pages == 12


def test_the_stamp_lies_out_of_the_way_and_names_sources_from_the_project(
    project: Path, artefact: Path
) -> None:
    assert stamp_path(artefact) == project / "out" / ".stamps" / "r-zh-print.pdf.json"
    told = json.loads(stamp_path(artefact).read_text(encoding="utf-8"))
    assert set(told["reads"]) == {
        "source",
        "source/a.yaml",
        str((project.parent / "product" / "font.ttf").resolve()),
    }


def test_a_project_that_was_moved_is_still_fresh(project: Path, artefact: Path) -> None:
    moved = project.rename(project.with_name("elsewhere"))
    assert fresh(moved / artefact.relative_to(project), MAKERS, moved)


def add_a_source(project: Path) -> None:
    (project / "source" / "b.yaml").touch()


def change_a_source(project: Path) -> None:
    (project / "source" / "a.yaml").write_text("changed", encoding="utf-8")


def lose_a_source(project: Path) -> None:
    (project / "source" / "a.yaml").unlink()


def change_a_face(project: Path) -> None:
    (project.parent / "product" / "font.ttf").write_text("other", encoding="utf-8")


def touch_the_file(project: Path) -> None:
    (project / "out" / "zh" / "r-zh-print.pdf").write_bytes(b"%PDF edited")


def lose_the_file(project: Path) -> None:
    (project / "out" / "zh" / "r-zh-print.pdf").unlink()


def lose_the_stamp(project: Path) -> None:
    (project / "out" / ".stamps" / "r-zh-print.pdf.json").unlink()


def cut_the_stamp(project: Path) -> None:
    path = project / "out" / ".stamps" / "r-zh-print.pdf.json"
    path.write_bytes(path.read_bytes()[:-40])


def empty_the_stamp(project: Path) -> None:
    (project / "out" / ".stamps" / "r-zh-print.pdf.json").write_text("{}", encoding="utf-8")


def list_the_stamp(project: Path) -> None:
    (project / "out" / ".stamps" / "r-zh-print.pdf.json").write_text("[]", encoding="utf-8")


CHANGES = (
    add_a_source,
    change_a_source,
    lose_a_source,
    change_a_face,
    touch_the_file,
    lose_the_file,
    lose_the_stamp,
    cut_the_stamp,
    empty_the_stamp,
    list_the_stamp,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_any_change_makes_it_stale(project: Path, artefact: Path, change: Callable[[Path], None]) -> None:
    change(project)
    assert not fresh(artefact, MAKERS, project)


@pytest.mark.parametrize(
    "makers", [MAKERS | {"weasyprint": "70.1"}, MAKERS | {"pikepdf": "10"}, {"reportpub": "1"}, {}]
)
def test_other_makers_make_it_stale(project: Path, artefact: Path, makers: dict[str, str]) -> None:
    assert not fresh(artefact, makers, project)


def test_the_makers_are_our_code_the_packages_and_the_system_libraries() -> None:
    makers = made_by()
    assert len(makers["reportpub"]) == 64
    assert makers["weasyprint"] == "70.0"
    assert makers["lib Pango"]
    assert made_by() == makers


def test_what_belongs_to_the_product_has_the_same_name_wherever_it_lies(project: Path) -> None:
    face = home() / "fonts" / "manifest.yaml"
    assert name_of(face, project) == f"{OURS}fonts/manifest.yaml"
    assert place_of(name_of(face, project), project) == face
    # Where the project is the product's own folder its files are those of the project.
    assert name_of(face, home()) == "fonts/manifest.yaml"
