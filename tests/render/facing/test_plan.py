"""Laws of the plan of facing pages: every block once and in order, no page too full, no cheaper plan."""

from __future__ import annotations

from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.model.blocks import Sync
from reportpub.render.facing.atoms import Atom, Grid
from reportpub.render.facing.plan import Spread, TooHigh, plan, spread_cost
from reportpub.render.facing.spread import fill, fits

GRID = Grid(height=24, leading=(3, 2), gap=(3, 2), step=6, rule=(2, 2))


@st.composite
def blocks(draw: st.DrawFn, most: int = 12) -> tuple[Atom, ...]:
    """Return the atoms of a few blocks, some of them in stretches, in the grid of a small page."""
    found: list[Atom] = []
    for number in range(draw(st.integers(1, most))):
        head = not (found and found[-1].foot) and draw(st.integers(0, 3)) == 0
        count = 1 if head else draw(st.integers(1, 3))
        sync = Sync.FORCE if head else draw(st.sampled_from(Sync))
        apart = not head and draw(st.booleans())
        for at in range(count):
            heights = (3, 3) if head else (3 * draw(st.integers(0, 2)), 2 * draw(st.integers(1, 4)))
            notes = (0, 0) if head else draw(st.sampled_from([(0, 0), (0, 0), (2, 4)]))
            last = at == count - 1
            found.append(
                Atom(
                    block=f"b{number}",
                    heights=heights,
                    since=(at, at),
                    upto=(at + 1, at + 1),
                    notes=notes,
                    sync=sync,
                    opens=at == 0,
                    ends=last,
                    parting=None if head else 0.0 if last else 5.0,
                    foot=head,
                    apart=apart,
                )
            )
    return tuple(found)


@given(blocks())
def test_every_atom_stands_once_and_in_order(atoms: tuple[Atom, ...]) -> None:
    assert [one.atom for spread in plan(atoms, GRID) for one in spread.standing] == list(atoms)


@given(blocks())
def test_no_page_is_too_full_and_nothing_overlaps(atoms: tuple[Atom, ...]) -> None:
    for spread in plan(atoms, GRID):
        for side in (0, 1):
            foot = 0
            for one in spread.standing:
                assert one.tops[side] >= foot
                assert (
                    one.tops[side] % (GRID.leading[side] if one.atom.opens and not one.atom.foot else 1) == 0
                )
                foot = one.tops[side] + one.atom.heights[side]
            notes = sum(one.atom.notes[side] for one in spread.standing)
            assert foot + (notes + GRID.rule[side] if notes else 0) + spread.white[side] == GRID.height
            assert spread.white[side] >= 0


@given(blocks())
def test_what_is_forced_begins_or_ends_level(atoms: tuple[Atom, ...]) -> None:
    for spread in plan(atoms, GRID):
        for one in spread.standing:
            if one.atom.opens and one.atom.sync is Sync.FORCE:
                rise = one.atom.heights if one.atom.foot else (0, 0)
                assert one.tops[0] + rise[0] == one.tops[1] + rise[1]
                assert (one.tops[0] + rise[0]) % GRID.step == 0


@given(blocks())
def test_a_heading_is_never_last_on_a_spread(atoms: tuple[Atom, ...]) -> None:
    spreads = plan(atoms, GRID)
    assert all(spread.standing[-1].atom.parting is not None for spread in spreads[:-1])


@given(blocks(most=5))
def test_no_plan_costs_less(atoms: tuple[Atom, ...]) -> None:
    assert _cost(plan(atoms, GRID), atoms) == pytest.approx(_cheapest(atoms))


def test_a_block_higher_than_a_page_is_named() -> None:
    small, large = Atom(block="small", heights=(3, 2)), Atom(block="large", heights=(27, 2))
    with pytest.raises(TooHigh) as caught:
        plan((small, large), GRID)
    assert caught.value.block == "large"


def test_a_heading_with_what_it_may_not_be_parted_from_counts_together() -> None:
    head = Atom(block="head", heights=(3, 3), sync=Sync.FORCE, parting=None, foot=True)
    with pytest.raises(TooHigh) as caught:
        plan((head, Atom(block="large", heights=(21, 20))), GRID)
    assert caught.value.block == "large"


def test_nothing_needs_no_spread() -> None:
    assert plan((), GRID) == ()


def test_a_block_kept_level_gives_way_where_that_saves_a_spread() -> None:
    high = Atom(block="a", heights=(9, 16))
    low = Atom(block="b", heights=(12, 4), apart=True)
    forced = Atom(block="b", heights=(12, 4), sync=Sync.FORCE, apart=True)
    assert len(plan((high, low), GRID)) == 1
    assert plan((high, low), GRID)[0].standing[1].tops == (12, 18)
    assert len(plan((high, forced), GRID)) == 2


def test_white_spent_to_begin_level_is_counted() -> None:
    first, second = Atom(block="a", heights=(3, 8)), Atom(block="b", heights=(3, 2), sync=Sync.FORCE)
    (spread,) = plan((first, second), GRID)
    assert spread.standing[1].tops == (12, 12)
    assert spread.standing[1].white == (9, 4)


@pytest.mark.parametrize("boxed", ["a", "b"])
def test_what_stands_apart_has_white_above_it_and_below(boxed: str) -> None:
    first, second = (
        Atom(block=name, heights=(6, 6), sync=Sync.FLOAT, apart=name == boxed) for name in ("a", "b")
    )
    (spread,) = plan((first, second), GRID)
    assert spread.standing[1].tops == (9, 8)


def test_paragraphs_follow_each_other_closely() -> None:
    first, second = (Atom(block=name, heights=(6, 6)) for name in ("a", "b"))
    (spread,) = plan((first, second), GRID)
    assert spread.standing[1].tops == (6, 6)


def _cost(spreads: tuple[Spread, ...], atoms: tuple[Atom, ...]) -> float:
    ends = [0]
    for spread in spreads:
        ends.append(ends[-1] + len(spread.standing))
    return sum(_one(atoms, start, end) for start, end in pairwise(ends))


def _one(atoms: tuple[Atom, ...], start: int, end: int) -> float:
    """Return the least that one spread costs, found without the planner."""
    costs = []
    for kept in range(end - start + 1):
        filled = fill(atoms[start:end], GRID, kept)
        if fits(filled, GRID):
            costs.append(spread_cost(atoms[end - 1], filled, GRID, last=end == len(atoms)))
    return min(costs, default=float("inf"))


def _cheapest(atoms: tuple[Atom, ...]) -> float:
    """Return the least any division into spreads costs, trying every one."""
    inner = range(1, len(atoms))
    divisions = (cuts for count in range(len(atoms)) for cuts in combinations(inner, count))
    known = {(i, j): _one(atoms, i, j) for i, j in product(range(len(atoms) + 1), repeat=2) if i < j}
    return min(sum(known[pair] for pair in pairwise((0, *cuts, len(atoms)))) for cuts in divisions)
