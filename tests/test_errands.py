"""An order that travels with its files is made elsewhere as it would be made here, or it is told why not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from tests.killing import one_page

from reportpub.cluster import cluster, elsewhere
from reportpub.errands import Brought, arrived, errand, packed
from reportpub.findings import ToolError
from reportpub.layout.layout import home
from reportpub.model.report import Target
from reportpub.order import Made, Order
from reportpub.workers import worked


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    return Order(one_page(tmp_path_factory.mktemp("errand") / "book"), "zh", (Target.DOCX,))


def test_what_comes_back_is_what_is_made_here(order: Order) -> None:
    made = worked(order, lambda _: None)
    with ThreadPoolExecutor(2) as threads:
        ((_, brought),) = elsewhere(threads, 2).work([order], lambda *_: None)
    assert isinstance(made, Made)
    assert brought == made
    assert brought.reads == made.reads


def test_a_worker_with_another_version_refuses(order: Order) -> None:
    parcel = packed(order)
    other = replace(parcel, made_by={**parcel.made_by, "weasyprint": "69.0"})
    result = arrived(errand(other), order)
    assert isinstance(result, ToolError)
    assert [one.code for one in result.findings] == ["cluster/version"]
    assert "weasyprint 70.0 ≠ 69.0" in result.findings[0].message


def test_a_face_that_differs_is_found_when_the_files_come_back(order: Order) -> None:
    made = Made(order, "book", {}, {}, {})
    brought = Brought(made, {"reportpub:fonts/manifest.yaml": "0" * 64}, "there")
    result = arrived(brought, order)
    assert isinstance(result, ToolError)
    assert result.findings[0].message == "the worker there has another reportpub:fonts/manifest.yaml"


def test_a_parcel_holds_the_files_of_the_project_and_none_of_the_product(order: Order) -> None:
    assert "source/report.yaml" in packed(order).files
    assert not any(name.startswith("out/") for name in packed(order).files)
    ours = packed(Order(home(), "zh", (Target.DOCX,)))
    assert ours.ours == ("layouts", "fonts")
    assert all(name.startswith("source/") for name in ours.files)


def test_a_parcel_cannot_reach_out_of_its_room(order: Order) -> None:
    parcel = packed(order)
    with pytest.raises(ValueError, match="evil"):
        errand(replace(parcel, files={"../evil": b""}))
    assert not [*Path(order.project).parent.glob("evil")]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1:9"])
def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("reportpub.cluster._SECONDS", 0.2)
    with pytest.raises(ToolError, match="cluster/unreachable"), cluster(address):
        pass
