"""Expressions are read without `eval`, computed exactly, and rounded to the side of their qualifier."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.findings import Span
from reportpub.model.arithmetic import NotArithmetic, claim, expression
from reportpub.model.computing import Computer, Incomputable
from reportpub.model.facts import Change, Direction, Fact, Scale
from reportpub.model.intervals import Interval
from reportpub.model.precision import lies, rounded
from reportpub.model.qualifiers import Bound


def fact(name: str, value: str, unit: str = "case", **more: object) -> Fact:
    return Fact(
        id=name,
        label=("", ""),
        value=Decimal(value),
        unit=unit,
        period="2024",
        span=Span("facts.yaml"),
        **more,  # type: ignore[arg-type]
    )


FALL = Change("courts.new-cases", Direction.DOWN, "year-on-year")
FACTS = {
    f.id: f
    for f in (
        fact("courts.new-cases", "83308", last=Decimal(91088)),
        fact("courts.yoy", "8.54", "percent", decimals=2, change=FALL),
        fact("granted", "692600", scale=Scale.WAN, decimals=2),
        fact("over", "6100", bound=Bound.OVER),
        fact("share", "87", "percent"),
    )
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3 - 4 / 2", "7"),
        ("0.1 + 0.2", "0.3"),
        ("courts.new-cases - 308", "83000"),
        ("share(granted, 1385200)", "50"),
        ("last(courts.new-cases)", "91088"),
        ("gain(courts.new-cases)", "-7780"),
        ("listed(a, b-c, d)", "3"),
    ],
)
def test_an_expression_has_its_exact_value(text: str, value: str) -> None:
    assert Computer(FACTS, exact=True).value(expression(text)) == Interval.exactly(Decimal(value))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "missing before “the end”"),
        ("1 +", "missing before “the end”"),
        ("(1 + 2", "bracket"),
        ("1 2", "left over"),
        ("__import__", "no number, id or sign"),
        ("exec(a)", "no function “exec”"),
        ("share(a)", "share takes 2, found 1"),
        ("whole(a)", "no function “whole”"),
        ("(" * 40 + "1" + ")" * 40, "deep"),
    ],
)
def test_what_is_no_expression_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(NotArithmetic, match=why):
        expression(text)


@pytest.mark.parametrize("text", ["a", "a + b", "a == b", "a = b = c", "share(a, b)"])
def test_a_relation_compares_two_sides(text: str) -> None:
    with pytest.raises(NotArithmetic):
        claim(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nothing", "there is no fact"),
        ("1 / 0", "divides by zero"),
        ("last(granted)", "has no value of the year before"),
        ("before(granted, share)", "asks for a fact that tells a change"),
    ],
)
def test_what_has_no_value_says_why(text: str, why: str) -> None:
    with pytest.raises(Incomputable, match=why):
        Computer(FACTS).value(expression(text))


def test_a_figure_stands_for_all_that_may_have_been_rounded_to_it() -> None:
    assert lies(FACTS["courts.new-cases"]) == Interval.exactly(83308)
    assert lies(FACTS["granted"]) == Interval(Fraction(692550), Fraction(692650))
    assert lies(FACTS["over"]) == Interval(Fraction(6100), Fraction(6200))
    assert lies(FACTS["share"]) == Interval(Fraction("86.5"), Fraction("87.5"))
    before = Computer(FACTS).value(expression("before(courts.new-cases, courts.yoy)"))
    assert before.low < 91088 < before.high
    assert before.holds_whole()
    assert not Interval(Fraction("1.2"), Fraction("1.9")).holds_whole()


@given(
    value=st.fractions(min_value=0, max_value=10**12),
    last=st.integers(-4, 8),
    bound=st.sampled_from([None, Bound.OVER, Bound.UNDER, Bound.ABOUT]),
)
def test_rounding_never_moves_a_claim_across_its_qualifier(
    value: Fraction, last: int, bound: Bound | None
) -> None:
    said = Fraction(rounded(value, last, bound))
    step = Fraction(10) ** last
    assert abs(said - value) < step
    assert said % step == 0
    if bound is Bound.OVER:
        assert said <= value
    elif bound is Bound.UNDER:
        assert said >= value
    else:
        assert abs(said - value) <= step / 2
