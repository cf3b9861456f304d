"""The committed faces are what the manifest says, and fit to be set and handed on."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportpub.foundry.charset import gb2312_han, general_table
from reportpub.foundry.check import check
from reportpub.foundry.manifest import Entry, read
from reportpub.foundry.metrics import SHARED, measure
from reportpub.foundry.names import COPYRIGHT, RESERVED
from reportpub.foundry.recipes import EXTENSION, FACES
from reportpub.foundry.spacing import features

FONTS = Path(__file__).resolve().parents[2] / "fonts"
ENTRIES = read((FONTS / "manifest.yaml").read_text(encoding="utf-8"))
COMMITTED = tuple(e for e in ENTRIES if not e.optional)


def faces(*families: str) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each committed face of some families."""
    wanted = [e for e in COMMITTED if not families or e.family in families]
    return pytest.mark.parametrize("entry", wanted, ids=lambda e: e.file)


EACH, CHINESE, LATIN = faces(), faces("RP Song", "RP Hei"), faces("RP Serif", "RP Sans")


def opened(entry: Entry) -> TTFont:
    return TTFont(BytesIO((FONTS / entry.file).read_bytes()), lazy=True)


def test_there_are_thirteen_faces_and_a_recipe_for_each() -> None:
    assert [e.file for e in COMMITTED] == [r.file for r in FACES]
    assert len(COMMITTED) == 13
    assert {e.file for e in ENTRIES if e.optional} == {EXTENSION.file}


def test_the_committed_faces_stay_near_twenty_megabytes() -> None:
    assert sum(e.size for e in COMMITTED) < 20_500_000


@EACH
def test_hash_and_size_are_those_of_the_manifest(entry: Entry) -> None:
    data = (FONTS / entry.file).read_bytes()
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (entry.sha256, entry.size)


@EACH
def test_vertical_metrics_are_the_same_in_all_faces(entry: Entry) -> None:
    assert measure(opened(entry)) == SHARED


@EACH
def test_no_name_record_but_the_copyright_bears_a_reserved_name(entry: Entry) -> None:
    records = {n.nameID: n.toUnicode() for n in opened(entry)["name"].names}
    copyright_line = records.pop(COPYRIGHT)
    assert not [text for text in records.values() for name in RESERVED if name.lower() in text.lower()]
    assert copyright_line
    assert set(records) <= {1, 2, 3, 4, 5, 6, 13, 14, 16, 17}


@EACH
def test_the_licence_travels_with_the_face(entry: Entry) -> None:
    licence = (FONTS / entry.licence_file).read_text(encoding="utf-8")
    copyright_line = opened(entry)["name"].getDebugName(COPYRIGHT).splitlines()[0]
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert copyright_line in licence
    assert "Open Font License" in opened(entry)["name"].getDebugName(13)


@EACH
def test_hinting_is_off(entry: Entry) -> None:
    assert not {"fpgm", "prep", "cvt "} & set(opened(entry).keys())


@CHINESE
def test_song_and_hei_have_all_standard_characters_and_the_features_of_chinese(entry: Entry) -> None:
    font = opened(entry)
    covered = font.getBestCmap().keys()
    assert not set(map(ord, (*general_table(), *gb2312_han(), *"，。、；：？！（）《》“”‘’·—…℃①"))) - covered
    assert {"halt", "chws", "kern", "locl"} <= features(font)
    assert len(covered) == 9770


def test_kai_has_han_and_the_space_only() -> None:
    (kai,) = (e for e in COMMITTED if e.family == "RP Kai")
    covered = opened(kai).getBestCmap().keys()
    assert not set(map(ord, (*general_table(), *gb2312_han()))) - covered
    assert not set(map(ord, "“”‘’，。、；：？！（）《》·—…A1")) & covered
    assert ord(" ") in covered
    assert len(covered) == 8233


@pytest.mark.parametrize(("family", "count"), [("RP Serif", 641), ("RP Sans", 851)])
def test_all_styles_of_a_latin_family_cover_the_same(family: str, count: int) -> None:
    covers = {frozenset(opened(e).getBestCmap()) for e in COMMITTED if e.family == family}
    assert [len(c) for c in covers] == [count]


@LATIN
def test_latin_figures_are_equally_wide(entry: Entry) -> None:
    font = opened(entry)
    cmap, widths = font.getBestCmap(), font["hmtx"]
    advances = [widths[cmap[ord(figure)]][0] for figure in "0123456789"]
    # The original of RP Sans Italic has figures of 479 and 480 units: a hundredth of a point at 10 pt.
    assert max(advances) - min(advances) <= 1


def test_the_folder_passes_its_own_check() -> None:
    assert check(FONTS) == ()
