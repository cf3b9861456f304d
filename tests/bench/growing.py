"""The 2024 report with its chapters many times over: a project to see how a build grows with the content."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[2]
_ID = re.compile(r"^(?:- |  - )?id: ([\w-]+)$", re.MULTILINE)
_FIRST = re.compile(r"^ +accept: \{terms/short-first: .*\}\n", re.MULTILINE)
"""What is accepted of the first place of a term, which a copy does not hold."""
_LISTED = re.compile(r"^  body:\n((?:    - .*\n)+)", re.MULTILINE)


def grown(into: Path, times: int) -> Path:
    """Write the report into a folder with each chapter of its body so many times, and return the folder.

    Every copy has ids of its own, in what it says of itself and where it is cited; facts and terms are those
    of the report.
    """
    copytree(ROOT / "source", into / "source")
    source = into / "source"
    outline = (source / "report.yaml").read_text("utf-8")
    listed = _LISTED.search(outline)
    if listed is None:
        raise ValueError("the outline of the report lists no chapters in its body")
    names = [line.removeprefix("    - ") for line in listed[1].splitlines()]
    texts = {name: (source / "chapters" / f"{name}.yaml").read_text("utf-8") for name in names}
    ids = [one for text in texts.values() for one in _ID.findall(text)]
    more = []
    for at in range(2, times + 1):
        for name, text in texts.items():
            more.append(f"{name}-{at}")
            (source / "chapters" / f"{name}-{at}.yaml").write_text(_renamed(text, ids, at), "utf-8")
    lines = "".join(f"    - {name}\n" for name in more)
    outline = outline[: listed.end()] + lines + outline[listed.end() :]
    (source / "report.yaml").write_text(outline, "utf-8")
    return into


def _renamed(text: str, ids: list[str], at: int) -> str:
    """Return a chapter with another id in every place that says one."""
    one = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    said = re.compile(rf"(?P<before>^(?:- |  - )?id: |\[\^|\{{@)(?P<id>{one})(?=$|[\]}}:])", re.MULTILINE)
    return said.sub(rf"\g<before>\g<id>-{at}", _FIRST.sub("", text))


if __name__ == "__main__":
    print(grown(Path(sys.argv[1]), int(sys.argv[2])))
