"""Ratios of our work to plain WeasyPrint's on the same pages, all taken in one run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EDITIONS = ("zh", "parallel")
ROUNDS = 2


def measured(what: str, name: str = "all") -> list[dict[str, float]]:
    """Return what one piece of work costs in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.measured", what, name]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    costs: list[dict[str, float]] = json.loads(done.stdout)
    return costs


def best(costs: list[dict[str, float]]) -> dict[str, float]:
    """Return the least of each cost: what disturbs a measurement only ever adds to it."""
    return {key: min(cost[key] for cost in costs) for key in costs[0]}


def main() -> None:
    """Measure in turns, so that a machine that slows down slows all down, and print the table."""
    print(f"{'each ratio: the first against the second':58} {'time':>6} {'CPU':>6} {'memory':>7}")
    for name in EDITIONS:
        kinds = ("plain", "print", "both")
        rounds = [{what: measured(what, name)[0] for what in kinds} for _ in range(ROUNDS)]
        costs = {what: best([one[what] for one in rounds]) for what in kinds}
        row(f"{name}: press PDF, finished and proved : plain WeasyPrint", costs["print"], costs["plain"])
        row(f"{name}: press and screen PDF, proved : plain WeasyPrint", costs["both"], costs["plain"])
    once, often = measured("preflight", "zh")
    built = best([measured("print", "zh")[0] for _ in range(ROUNDS)])
    row("zh: preflight of the press PDF : its build", once, built)
    row("zh: preflight of its pages ten times over : once", often, once)
    full, again = measured("whole")
    row("all editions: build without a change : full build", again, full, with_memory=False)


def row(said: str, first: dict[str, float], second: dict[str, float], *, with_memory: bool = True) -> None:
    """Print one line of ratios."""
    ratios = {key: first[key] / second[key] for key in first}
    # The processes that do the work of a whole build are not in the CPU time of the one that waits.
    more = f" {ratios['cpu']:6.2f} {ratios['peak']:7.2f}" if with_memory else ""
    print(f"{said:58} {ratios['wall']:6.2f}{more}", flush=True)


if __name__ == "__main__":
    main()
