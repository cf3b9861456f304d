"""Matrices and boxes of a page, in points with y upwards; millimetres are for people."""

from __future__ import annotations

from math import hypot, sqrt

Matrix = tuple[float, float, float, float, float, float]
"""The six numbers of a transformation (ISO 32000-1, 8.3.4)."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
POINTS_PER_MM = 72 / 25.4


def multiplied(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does the inner one first and then the outer one."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return (x * a + y * c + e, x * b + y * d + f)


def around(points: list[Point]) -> Box:
    """Return the least box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(up), max(across), max(up))


def transformed(matrix: Matrix, box: Box) -> Box:
    """Return the least upright box around a box after a transformation."""
    left, bottom, right, top = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return around([placed(matrix, x, y) for x, y in corners])


def common(one: Box, other: Box) -> Box:
    """Return what two boxes have in common; turned inside out where they have nothing."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def apart(one: Box, other: Box, by: float = 0.0) -> bool:
    """Tell whether two boxes lie apart; an overlap of no more than `by` does not count."""
    left, bottom, right, top = common(one, other)
    return right - left < by or top - bottom < by


def scale(matrix: Matrix) -> float:
    """Return by how much a matrix enlarges lengths, in the mean of all directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def across(matrix: Matrix) -> float:
    """Return how long a matrix makes a unit along x."""
    return hypot(matrix[0], matrix[1])


def upward(matrix: Matrix) -> float:
    """Return how long a matrix makes a unit along y."""
    return hypot(matrix[2], matrix[3])
