"""Exact decimal digits: a value is shifted and written out, never rounded."""

from __future__ import annotations

from decimal import Decimal


def shifted(value: Decimal, power: int) -> Decimal:
    """Return a value divided by a power of ten, exact whatever the decimal context."""
    sign, figures, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return value
    return Decimal((sign, figures, exponent - power))


def whole(value: Decimal) -> bool:
    """Say whether a value has no fraction."""
    return value == value.to_integral_value()


def places(value: Decimal) -> int:
    """Return how many decimals a value needs."""
    _, _, fraction = f"{value:f}".partition(".")
    return len(fraction.rstrip("0"))


def digits(value: Decimal, least: int = 0, group: str = "") -> str:
    """Return a value in figures with at least so many decimals, and more where the value has more.

    `group` parts the thousands of the whole number; it is empty for none.
    """
    integer, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    if group:
        integer = f"{int(integer):,}".replace(",", group)
    return f"{integer}.{fraction}" if fraction else integer
