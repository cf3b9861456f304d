"""The faces to derive: from which file of which package, cut to which characters, under which name."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.foundry.charset import Subset
from reportpub.foundry.manifest import Registry, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How one face is made; an optional face is derived on request and is not committed."""

    family: str
    style: str
    weight: int
    italic: bool = False
    subset: Subset
    source: Source
    licence_file: str
    optional: bool = False

    @property
    def file(self) -> str:
        """Return the name of the built file."""
        return f"{self.postscript_name}.ttf"

    @property
    def postscript_name(self) -> str:
        """Return the PostScript name: family and style without spaces."""
        return f"{self.family.replace(' ', '')}-{self.style}"


_STYLES = {
    "Regular": ("400Regular", 400, False),
    "Italic": ("400Regular_Italic", 400, True),
    "SemiBold": ("600SemiBold", 600, False),
    "Bold": ("700Bold", 700, False),
}
"""Folder in the package, weight, italic."""


def _npm(package: str, version: str, stem: str, style: str, sha256: str) -> Source:
    folder = _STYLES[style][0]
    return Source(
        registry=Registry.NPM,
        package=f"@expo-google-fonts/{package}",
        version=version,
        path=f"package/{folder}/{stem}_{folder}.ttf",
        sha256=sha256,
    )


def _song(style: str, sha256: str) -> Recipe:
    return Recipe(
        family="RP Song",
        style=style,
        weight=_STYLES[style][1],
        subset=Subset.CHINESE,
        source=_npm("noto-serif-sc", "0.4.3", "NotoSerifSC", style, sha256),
        licence_file="OFL-song.txt",
    )


def _hei(style: str, sha256: str) -> Recipe:
    return Recipe(
        family="RP Hei",
        style=style,
        weight=_STYLES[style][1],
        subset=Subset.CHINESE,
        source=_npm("noto-sans-sc", "0.4.3", "NotoSansSC", style, sha256),
        licence_file="OFL-hei.txt",
    )


def _serif(style: str, sha256: str) -> Recipe:
    return Recipe(
        family="RP Serif",
        style=style,
        weight=_STYLES[style][1],
        italic=_STYLES[style][2],
        subset=Subset.LATIN,
        source=_npm("source-serif-4", "0.4.1", "SourceSerif4", style, sha256),
        licence_file="OFL-serif.txt",
    )


def _sans(style: str, sha256: str) -> Recipe:
    return Recipe(
        family="RP Sans",
        style=style,
        weight=_STYLES[style][1],
        italic=_STYLES[style][2],
        subset=Subset.LATIN,
        source=_npm("source-sans-3", "0.4.1", "SourceSans3", style, sha256),
        licence_file="OFL-sans.txt",
    )


_SONG_REGULAR = "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"

FACES: tuple[Recipe, ...] = (
    _song("Regular", _SONG_REGULAR),
    _song("Bold", "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6"),
    _hei("Regular", "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"),
    _hei("Bold", "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"),
    Recipe(
        family="RP Kai",
        style="Regular",
        weight=400,
        subset=Subset.HAN,
        source=Source(
            registry=Registry.DEBIAN,
            package="fonts-lxgw-wenkai",
            version="1.250+repack-1",
            path="usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
            sha256="bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        ),
        licence_file="OFL-kai.txt",
    ),
    _serif("Regular", "d47da11c5f55f031d9ec54c3172865d76009b2cbab5c706dfa73866b00096639"),
    _serif("Italic", "8abc06ebcf3a84d6e18763fad2fd237c9149104f16963f459c8763390048aff2"),
    _serif("SemiBold", "d31cd1fb273e5399efc04691e9ac14b581eae836d783f6cf3c560225ebcf95c0"),
    _serif("Bold", "162a20188bb5c72582b77ca1c3a03480b743695b1c3c04dd0d79ead4e74f4533"),
    _sans("Regular", "393fb5b878ceed04aebc34b097e853ae5138c51d0c34b496ce8e2b47e0d0b94a"),
    _sans("Italic", "f17facaa9ed293bb38526db3638e240510b7393c37ffa70e5c48f39575de44ab"),
    _sans("SemiBold", "bd2550fce2d295b0bf20bd8b1b7f1477da834f1066bd850aafdb4787a67a63ca"),
    _sans("Bold", "7109021766e915ecd9721e28d11dfc732d57affda49e4ca15bb6d1529add7fdd"),
)
"""The faces that are committed."""

EXTENSION = Recipe(
    family="RP Song Ext",
    style="Regular",
    weight=400,
    subset=Subset.LEVEL_2,
    source=_npm("noto-serif-sc", "0.4.3", "NotoSerifSC", "Regular", _SONG_REGULAR),
    licence_file="OFL-song.txt",
    optional=True,
)
"""Rare characters of personal and place names; too large to commit, picked up when present."""
