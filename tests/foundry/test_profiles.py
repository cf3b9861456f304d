"""The colour profiles are the files their manifest names, and of the kind PDF/X and PDF/A ask for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportpub.nodes import Mapping, Node, Scalar, Sequence, read

ICC = Path(__file__).resolve().parents[2] / "layouts" / "base" / "icc"


def profiles() -> tuple[Node, ...]:
    """Return the entries of the manifest."""
    root, problems = read((ICC / "manifest.yaml").read_text(encoding="utf-8"), "manifest.yaml")
    assert not problems
    assert isinstance(root, Mapping)
    listed = root.get("profiles")
    assert isinstance(listed, Sequence)
    return listed.items


def word(node: Node, key: str) -> str:
    """Return the text under a key."""
    assert isinstance(node, Mapping)
    value = node.get(key)
    assert isinstance(value, Scalar)
    return value.text


def test_every_profile_is_listed() -> None:
    assert {word(p, "file") for p in profiles()} == {p.name for p in ICC.glob("*.icc")}


@pytest.mark.parametrize("profile", profiles(), ids=lambda p: word(p, "file"))
def test_hash_size_and_licence_are_those_of_the_manifest(profile: Node) -> None:
    data = (ICC / word(profile, "file")).read_bytes()
    assert hashlib.sha256(data).hexdigest() == word(profile, "sha256")
    assert len(data) == int(word(profile, "size"))
    assert (ICC / word(profile, "licence-file")).is_file()


@pytest.mark.parametrize(
    ("file", "kind", "space"), [("FOGRA39L_coated", b"prtr", b"CMYK"), ("sRGB", b"mntr", b"RGB ")]
)
def test_device_class_and_colour_space(file: str, kind: bytes, space: bytes) -> None:
    header = (ICC / f"{file}.icc").read_bytes()[:128]
    # ISO 15076-1, 7.2: version at 8, class at 12, colour space at 16, signature at 36.
    assert (header[8], header[12:16], header[16:20], header[36:40]) == (2, kind, space, b"acsp")
