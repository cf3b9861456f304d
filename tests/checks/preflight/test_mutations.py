"""Damaged files never crash the preflight, and none passes that would print otherwise than the sound one.

A few dozen are tried each time; `pytest --mutations 300` tries as many as one likes.
"""

from __future__ import annotations

import shutil

import pytest
from tests.checks.preflight.mutations import damaged, drawn, sound, within_jpeg

from reportpub.checks.preflight.examine import Verdict, preflight
from reportpub.checks.preflight.profiles import built_in

RENDERED = pytest.mark.skipif(
    shutil.which("mutool") is None, reason="files are compared as mutool draws them"
)


@RENDERED
def test_no_damage_crashes_and_none_that_shows_passes(mutations: int) -> None:
    whole = drawn(sound())
    passed = []
    for seed in range(mutations):
        kind, data = damaged(seed)
        if preflight(data, built_in("sheet-cmyk")).verdict is not Verdict.PASS:
            continue
        if drawn(data) != whole and not within_jpeg(data):
            passed.append((seed, kind))
    assert passed == []


@RENDERED
def test_the_sound_file_passes() -> None:
    assert preflight(sound(), built_in("sheet-cmyk")).verdict is Verdict.PASS


def test_a_seed_always_gives_the_same_damage() -> None:
    assert [damaged(seed) for seed in range(14)] == [damaged(seed) for seed in range(14)]
