"""Ratios of our work to that of others on the same content, all taken in one run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from math import log
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EDITIONS = ("zh", "parallel")
GROWN = (10, 40)
"""How many times over the longer documents have the content of the shorter."""
SET = ("zh", "en", "parallel", "sequential")
"""Editions whose pages are set both ways; those that face are set by more than one layout."""
OTHERS = ("facing", "gongwen", "review")
"""The other editions."""
WORD_EDITIONS = ("zh", "sequential")
COLUMNS = {"wall": 6, "cpu": 6, "peak": 7}
"""The costs in order, and how wide the column of each is."""
ROUNDS = 2


def measured(what: str, name: str = "all") -> list[Any]:
    """Return what one piece of work costs in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.measured", what, name]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    costs: list[Any] = json.loads(done.stdout)
    return costs


def best(costs: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the least of each cost: what disturbs a measurement only ever adds to it."""
    return {key: min(cost[key] for cost in costs) for key in costs[0]}


def main() -> None:
    """Measure in turns, so that a machine that slows down slows all down, and print the table."""
    print(f"{'each ratio: the first against the second':58} {'time':>6} {'CPU':>6} {'memory':>7}")
    for name in SET:
        lines_and_pages(name)
    for name in EDITIONS:
        kinds = ("plain", "print", "both")
        rounds = [{what: measured(what, name)[0] for what in kinds} for _ in range(ROUNDS)]
        costs = {what: best([one[what] for one in rounds]) for what in kinds}
        row(f"{name}: press PDF, finished and proved : plain WeasyPrint", costs["print"], costs["plain"])
        row(f"{name}: press and screen PDF, proved : plain WeasyPrint", costs["both"], costs["plain"])
        for cost in measured("tex", name):
            row(f"{name}: press and screen PDF, proved : XeLaTeX, its pages", costs["both"], cost)
        changed(name, costs["both"])
    growth("zh")
    once, often = measured("preflight", "zh")
    built = best([measured("print", "zh")[0] for _ in range(ROUNDS)])
    row("zh: preflight of the press PDF : its build", once, built)
    row("zh: preflight of its pages ten times over : once", often, once)
    for name in WORD_EDITIONS:
        word(name)
    full, again = measured("whole")
    # The processors' time of the worker processes is not in that of the one that waits for them.
    row("all editions: build without a change : full build", again, {"wall": full["wall"]})
    parts = [measured("alone", name)[0]["wall"] for name in (*SET, *OTHERS)]
    row("all editions : one after the other, each in its own build", full, {"wall": sum(parts)})


def changed(name: str, both: dict[str, float]) -> None:
    """Print what a changed word costs, in a build and in the preview, against all of the edition."""
    full, own, other = measured("word-changed", name)
    row(f"{name}: build after a changed word : full build", own, full)
    row(f"{name}: build after a word of another language : full build", other, full)
    pages = best(measured("page-changed", name))
    row(f"{name}: updated chapter in the preview : both PDFs, proved", pages, both)


def lines_and_pages(name: str) -> None:
    """Print what it costs to lay out and draw one PDF, composing included; nothing is finished or proved."""
    for more, said in (("", "untagged"), ("-tagged", "tagged")):
        kinds = ("engine" + more, "composed" + more)
        rounds = [[measured(what, name)[0] for what in kinds] for _ in range(ROUNDS)]
        plain, composed = map(best, zip(*rounds, strict=True))
        row(f"{name}: laid out and drawn, {said} : plain WeasyPrint", composed, plain)


def growth(name: str) -> None:
    """Print how time and memory grow with the content: an exponent of 1 is as fast as the content."""
    short = measured("grown-1", name)[0]
    for times in GROWN:
        long = measured(f"grown-{times}", name)[0]
        exponents = [f"{log(long[key] / short[key], times):{wide}.2f}" for key, wide in COLUMNS.items()]
        said = f"{name}: {times} times the content, exponent"
        print(f"{said:58} {' '.join(exponents)}  ({long['peak']:.0f} MB)", flush=True)


def word(name: str) -> None:
    """Print how our writer of Word files compares with others that are given the same content."""
    costs = measured("word", name)[0]
    for maker in ("docxtpl, in runs", "docxtpl, words alone", "pandoc"):
        said = f"{name}: Word file : {maker}"
        if maker not in costs:
            print(f"{said:58} is not there")
            continue
        row(said, costs["ours"], {key: costs[maker][key] for key in ("wall", "cpu")})
    if "pandoc" in costs:
        alone = {key: costs["pandoc"][key] - costs["started"][key] for key in ("wall", "cpu")}
        row(f"{name}: Word file : pandoc, without its start", costs["ours"], alone)


def row(said: str, first: dict[str, float], second: dict[str, float]) -> None:
    """Print one line of ratios, of those costs that the second has."""
    ratios = [f"{first[key] / second[key]:{wide}.2f}" for key, wide in COLUMNS.items() if key in second]
    print(f"{said:58} {' '.join(ratios)}", flush=True)


if __name__ == "__main__":
    main()
