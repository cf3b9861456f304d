"""Deriving a face is repeatable and leaves the letters as they were."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from reportpub.foundry.charset import Subset
from reportpub.foundry.derive import derive
from reportpub.foundry.manifest import Registry, Source, read, write
from reportpub.foundry.metrics import SHARED, measure
from reportpub.foundry.recipes import Recipe

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SOURCE = (FONTS / "RPSerif-Italic.ttf").read_bytes()
RECIPE = Recipe(
    family="RP Trial",
    style="SemiBold",
    weight=600,
    italic=True,
    subset=Subset.LATIN,
    source=Source(registry=Registry.NPM, package="trial", version="1.0.0", path="trial.ttf", sha256="0" * 64),
    licence_file="OFL-serif.txt",
)


def test_deriving_twice_gives_the_same_bytes() -> None:
    assert derive(SOURCE, RECIPE) == derive(SOURCE, RECIPE)


def test_a_derived_face_has_its_new_names_and_the_shared_metrics() -> None:
    data, changes = derive(SOURCE, RECIPE)
    font = TTFont(BytesIO(data))
    names = {n.nameID: n.toUnicode() for n in font["name"].names}
    assert (names[1], names[2]) == ("RP Trial SemiBold", "Regular")
    assert (names[16], names[17]) == ("RP Trial", "SemiBold")
    assert names[6] == "RPTrial-SemiBold"
    assert measure(font) == SHARED
    assert "renamed" in changes


def test_outlines_and_widths_stay() -> None:
    before, after = TTFont(BytesIO(SOURCE)), TTFont(BytesIO(derive(SOURCE, RECIPE)[0]))
    for code in map(ord, "Ågßﬁ0—“"):
        old, new = before.getBestCmap()[code], after.getBestCmap()[code]
        assert before["hmtx"][old] == after["hmtx"][new]
        assert before["glyf"][old].numberOfContours == after["glyf"][new].numberOfContours


def test_the_manifest_reads_back_as_it_was_written() -> None:
    entries = read((FONTS / "manifest.yaml").read_text(encoding="utf-8"))
    assert read(write(entries)) == entries
    assert write(entries) == (FONTS / "manifest.yaml").read_text(encoding="utf-8")
