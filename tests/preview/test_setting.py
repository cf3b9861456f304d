"""A chapter that is set by itself looks as it does in the whole edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_report import change, copied

from reportpub.preview.leaves import Pages
from reportpub.preview.pictures import Drawer
from reportpub.preview.setting import Want, pages
from reportpub.preview.shelf import Shelf

WIDTH = 420
"""px; small, and yet a moved line is seen."""


def wanted(want: Want) -> Pages:
    found = pages(want)
    assert isinstance(found, Pages), found
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("preview") / "book").resolve()


@pytest.mark.parametrize("edition", ["zh", "sequential"])
def test_the_pages_of_each_chapter_are_those_of_the_whole(project: Path, edition: str) -> None:
    whole = wanted(Want(project, edition))
    shelf = Shelf()
    shelf.take(whole)
    found = list(dict.fromkeys(leaf.stretch for leaf in whole.leaves if leaf.stretch))
    assert len(found) == 3 * (2 if edition == "sequential" else 1)
    for stretch in found:
        assert shelf.can_stand_alone(stretch)
        at, folio = shelf.first(stretch)
        some = wanted(Want(project, edition, stretch, at, folio))
        drawer = Drawer()
        drawer.keep({whole.document: whole.pdf, some.document: some.pdf})
        old = [leaf for leaf in whole.leaves if leaf.stretch == stretch]
        new = [leaf for leaf in some.leaves if leaf.stretch == stretch]
        assert [(leaf.folio, leaf.spots) for leaf in new] == [(leaf.folio, leaf.spots) for leaf in old]
        for one, other in zip(old, new, strict=True):
            pictures = [drawer.picture(leaf.document, leaf.index, WIDTH) for leaf in (one, other)]
            assert pictures[0] == pictures[1] is not None, (stretch, one.index)


def test_the_origin_of_a_block_has_its_lines_and_both_languages(project: Path) -> None:
    found = wanted(Want(project, "zh")).origins["outlook-quote"]
    assert (found.file, found.lines[0].strip()) == ("source/chapters/02-outlook.yaml", "- id: outlook-quote")
    assert found.lines[-1].lstrip().startswith("source:")
    said = {lang.key: said for lang, said in found.said.items()}
    assert said["zh"].words.startswith("保护知识产权就是保护创新。")
    assert said["en"].words.startswith("To protect intellectual property")
    assert said["en"].line == said["zh"].line + 1


def test_content_with_errors_gives_its_findings_instead_of_pages(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    change(project, "chapters/01-courts.yaml", "{cases.received}", "{cases.recieved}")
    found = pages(Want(project, "zh"))
    assert not isinstance(found, Pages)
    assert [finding.code for finding in found] == ["source/unknown-fact"]


def test_an_edition_that_is_not_there_is_a_finding(project: Path) -> None:
    found = pages(Want(project, "fr"))
    assert not isinstance(found, Pages)
    assert found[0].code == "preview/edition"
