"""A source file is taken only from the named package, and only with the named bytes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.foundry.manifest import Registry, Source
from reportpub.foundry.sources import read

DATA = b"the bytes of a font"
SOURCE = Source(
    registry=Registry.NPM,
    package="@some/package",
    version="1.0.0",
    path="package/face.ttf",
    sha256=hashlib.sha256(DATA).hexdigest(),
)


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    file = tmp_path / "npm-some-package-1.0.0" / "package" / "face.ttf"
    file.parent.mkdir(parents=True)
    file.write_bytes(DATA)
    return tmp_path


def test_a_kept_package_is_used_without_fetching(packages: Path) -> None:
    assert read(SOURCE, packages) == DATA


def test_other_bytes_than_named_are_refused(packages: Path) -> None:
    with pytest.raises(ToolError, match="has the SHA-256"):
        read(replace(SOURCE, sha256="0" * 64), packages)


def test_a_file_that_is_not_in_the_package_is_refused(packages: Path) -> None:
    with pytest.raises(ToolError, match="has no file"):
        read(replace(SOURCE, path="package/other.ttf"), packages)
