"""The words of a spine: what stands upright, what is turned, and what is left away when room is short."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tests.render.docx.sample import edition

from reportpub.findings import Span
from reportpub.layout.spread import Spread, spread
from reportpub.model.job import Job
from reportpub.model.text import Lang
from reportpub.render.spine import MARGIN, Piece, spine_words

EDITION = edition("sequential")


def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001  the shape of Measure
    return len(text) * size * (0.55 if bold else 0.5)


def around(spine: float, trim: tuple[float, float] = (210, 297)) -> Spread:
    cover = spread(Job(caliper_mm=0.1, trim=trim, span=Span("report.yaml")), 100)
    return replace(cover, spine=spine)


def said(pieces: tuple[Piece, ...], lang: Lang) -> str:
    return "".join(piece.text for piece in pieces if piece.lang is lang)


def test_chinese_stands_upright_and_latin_is_turned() -> None:
    pieces = spine_words(EDITION, around(8), measure)
    assert all(len(piece.text) == 1 for piece in pieces if not piece.turned)
    assert any(piece.turned and piece.lang is Lang.EN for piece in pieces)
    assert all(ord(c) < 0x2E80 for piece in pieces if piece.turned for c in piece.text)


def test_pieces_follow_each_other_within_the_page() -> None:
    pieces = spine_words(EDITION, around(8), measure)
    assert pieces[0].top == MARGIN
    assert all(a.top + a.length <= b.top + 1e-6 for a, b in pairwise(pieces))
    assert pieces[-1].top + pieces[-1].length <= 297 - MARGIN + 1e-6


def test_a_narrow_spine_has_no_words() -> None:
    assert spine_words(EDITION, around(4.9), measure) == ()
    assert spine_words(EDITION, around(0), measure) == ()


def test_words_keep_clear_of_the_edges() -> None:
    assert all(p.size * 25.4 / 72 <= 5 - 2 + 1e-6 for p in spine_words(EDITION, around(5), measure))


def test_the_issuer_goes_first_when_the_page_is_short() -> None:
    whole = spine_words(EDITION, around(8), measure)
    short = spine_words(EDITION, around(8, (100, 110)), measure)
    assert len(short) < len(whole)
    assert said(whole, Lang.ZH).startswith(said(short, Lang.ZH)[:4])
