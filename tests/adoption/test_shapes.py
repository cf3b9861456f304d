"""Whatever shape a manuscript comes in, it has the structure of its plain twin."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.adoption.shapes import SHAPES, Shape, plain
from tests.adoption.structure import adopt, outline


@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
def test_a_shape_has_the_structure_of_its_twin(shape: Callable[[], Shape], tmp_path: Path) -> None:
    wanted = outline(adopt(tmp_path, ("twin.txt", plain())))
    assert len([line for line in wanted if " || " in line]) == 4
    assert outline(adopt(tmp_path, *shape())) == wanted
