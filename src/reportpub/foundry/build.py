"""All faces of a folder, derived afresh, with their manifest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportpub.foundry import manifest, sources
from reportpub.foundry.derive import derive
from reportpub.foundry.manifest import Entry
from reportpub.foundry.recipes import EXTENSION, FACES, Recipe

LICENCE = "OFL-1.1"


def derive_all(target: Path, packages: Path, *, extension: bool = False) -> tuple[str, ...]:
    """Derive every face into a folder, write its manifest, and return the files whose bytes are new.

    `packages` keeps what was fetched. The extension keeps its place in the manifest when it is not asked for.
    """
    target.mkdir(parents=True, exist_ok=True)
    before = _before(target)
    recipes = (*FACES, EXTENSION) if extension else FACES
    entries = tuple(_make(recipe, target, packages) for recipe in recipes)
    made = {entry.file for entry in entries}
    entries += tuple(e for e in before.values() if e.optional and e.file not in made)
    _put(target / manifest.NAME, manifest.write(entries).encode())
    return tuple(e.file for e in entries if e.file not in before or before[e.file].sha256 != e.sha256)


def _make(recipe: Recipe, target: Path, packages: Path) -> Entry:
    data, changes = derive(sources.read(recipe.source, packages), recipe)
    _put(target / recipe.file, data)
    return Entry(
        file=recipe.file,
        family=recipe.family,
        weight=recipe.weight,
        italic=recipe.italic,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        source=recipe.source,
        subset=recipe.subset.value,
        changes=changes,
        licence=LICENCE,
        licence_file=recipe.licence_file,
        optional=recipe.optional,
    )


def _before(target: Path) -> dict[str, Entry]:
    path = target / manifest.NAME
    if not path.is_file():
        return {}
    return {entry.file: entry for entry in manifest.read(path.read_text(encoding="utf-8"), str(path))}


def _put(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
