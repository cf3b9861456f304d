"""Damaged files never crash the preflight, and none passes that would print otherwise than the sound one.

A few dozen are tried each time; `pytest --mutations 300` tries as many as one likes.
"""

from __future__ import annotations

import shutil

import pytest
from tests.checks.preflight.mutations import bare, damaged, drawn, opened, sound, within_jpeg

from reportpub.checks.preflight.examine import Verdict, preflight
from reportpub.checks.preflight.profiles import built_in

RENDERED = pytest.mark.skipif(
    shutil.which("mutool") is None, reason="files are compared as mutool draws them"
)


def passed(whole: bytes, seeds: range) -> list[int]:
    """Return the seeds whose damage shows in print and is let pass."""
    shown, found = drawn(whole), []
    for seed in seeds:
        _, data = damaged(seed, whole)
        if preflight(data, built_in("sheet-cmyk")).verdict is Verdict.PASS and drawn(data) != shown:
            found.append(seed)
    return found


@RENDERED
def test_no_damage_crashes_and_none_that_shows_passes(mutations: int) -> None:
    assert passed(sound(), range(mutations)) == []


@RENDERED
def test_without_the_seal_pictures_are_proved_all_the_same(mutations: int) -> None:
    assert passed(opened(), range(mutations, mutations + mutations // 2)) == []


@RENDERED
def test_in_files_of_others_only_exchanged_bytes_of_a_jpeg_can_pass(mutations: int) -> None:
    seeds = range(2 * mutations, 2 * mutations + mutations // 2)
    assert [seed for seed in passed(bare(), seeds) if not within_jpeg(damaged(seed, bare())[1])] == []


@RENDERED
def test_the_sound_files_pass() -> None:
    for whole in (sound(), opened(), bare()):
        assert preflight(whole, built_in("sheet-cmyk")).verdict is Verdict.PASS


def test_a_seed_always_gives_the_same_damage() -> None:
    both = [[damaged(seed, sound()) for seed in range(14)] for _ in range(2)]
    assert both[0] == both[1]
