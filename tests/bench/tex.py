"""The content of an edition set by XeLaTeX with ctex, from Markdown by way of pandoc."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

FACE = Path(__file__).parents[2] / "fonts"
_PASSES = 3
HEAD = r"""\documentclass[fontset=none]{ctexart}
\usepackage[a4paper,margin=25mm]{geometry}
\usepackage{longtable,booktabs,array,calc,graphicx,hyperref}
\setCJKmainfont[Path=%s/,BoldFont=RPHei-Bold.ttf]{RPSong-Regular.ttf}
\providecommand{\tightlist}{}
\begin{document}\tableofcontents
"""


def ready() -> bool:
    """Tell whether both programs are there."""
    return all(shutil.which(name) for name in ("pandoc", "xelatex"))


def tex(markdown: str, measure: Callable[[Callable[[], object]], dict[str, float]]) -> dict[str, float]:
    """Return what XeLaTeX takes for the passes its contents need; pandoc is not measured."""
    command = ["pandoc", "-f", "markdown", "-t", "latex"]
    body = subprocess.run(command, input=markdown, check=True, capture_output=True, text=True).stdout
    with TemporaryDirectory() as folder:
        (Path(folder) / "one.tex").write_text(f"{HEAD % FACE}{body}\\end{{document}}\n", encoding="utf-8")
        run = ["xelatex", "-interaction=nonstopmode", "-no-shell-escape", "one.tex"]

        def passed() -> None:
            for _ in range(_PASSES):
                subprocess.run(run, cwd=folder, check=False, capture_output=True)

        cost = measure(passed)
        assert (Path(folder) / "one.pdf").exists(), (Path(folder) / "one.log").read_text("utf-8", "replace")
    return cost
