"""One piece of work, measured in a process of its own: seconds, seconds of the processor, peak memory."""

from __future__ import annotations

import gc
import json
import multiprocessing
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pikepdf import Pdf
from tests.bench import changes
from tests.bench.markdown import markdown
from tests.bench.template import filled
from tests.bench.tex import ready, tex

from reportpub.assemble import make
from reportpub.build import build, orders
from reportpub.checks.preflight.examine import preflight
from reportpub.checks.preflight.profiles import built_in
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home
from reportpub.layout.stylesheet import style_sheets
from reportpub.model.report import Target
from reportpub.order import Order
from reportpub.render import pdf
from reportpub.render.docx.file import docx_bytes
from reportpub.render.drawings import page_drawings, word_pictures
from reportpub.render.html.page import page
from reportpub.source.load import load_report
from reportpub.typesetting import chosen_layout

ROOT = Path(__file__).parents[2]
WORD_ROUNDS = 9
"""How often each maker of Word files is measured."""
LONG = 10
"""How many times the pages are repeated to see whether the time grows with them."""


def html_of(name: str) -> tuple[str, Path]:
    """Return the very document that is laid out for an edition, and the folder its addresses start from."""
    inputs = Inputs(ROOT)
    report, _ = load_report(ROOT, inputs)
    edition = resolve(report, next(spec for spec in report.editions if spec.name == name))
    layout = chosen_layout(edition, ROOT, inputs)
    faces = load_faces(home() / "fonts", inputs)
    sheets = style_sheets(layout, faces, edition.job)
    return page(edition, layout, sheets, page_drawings(edition, layout, faces), inputs), layout.shared


def plain(name: str) -> None:
    """Write the document as WeasyPrint alone does."""
    html, base = html_of(name)
    engine = pdf.weasyprint  # type: ignore[attr-defined]  # shut off from the fonts of the system there
    engine.HTML(string=html, base_url=base.as_uri() + "/").write_pdf()


def set_pages(name: str, *, composed: bool, tagged: bool) -> dict[str, float]:
    """Measure laying out and drawing alone, by our composer or by WeasyPrint; the document is made before."""
    html, base = html_of(name)

    def plainly() -> None:
        engine = pdf.weasyprint  # type: ignore[attr-defined]
        engine.HTML(string=html, base_url=base.as_uri() + "/").write_pdf(pdf_tags=tagged)

    def composing() -> None:
        pages = pdf.lay_out(html, base, Inputs(ROOT))
        assert pages.raw if tagged else pages.plain()

    return measure(composing if composed else plainly)


def grown(name: str, times: int) -> Callable[[], object]:
    """Return the work of laying out and drawing an edition with its body so many times over."""
    html, base = html_of(name)
    head, opened, rest = html.partition("<body")
    attributes, _, rest = rest.partition(">")
    body, closed, foot = rest.rpartition("</body>")
    # The same name must not stand twice.
    copies = (re.sub(r'\bid="([^"]+)"', rf'id="\1-{at}"', body) for at in range(1, times))
    text = "".join((head, opened, attributes, ">", body, *copies, closed, foot))
    return lambda: pdf.lay_out(text, base, Inputs(ROOT)).raw


def ours(name: str, *targets: Target) -> None:
    """Make files of an edition and prove them."""
    make(Order(ROOT, name, targets), lambda _: None)


def word(name: str) -> dict[str, dict[str, float]]:
    """Return what the Word file of an edition costs here, through docxtpl and through pandoc, by its maker.

    Ours and docxtpl's run from the edition to the bytes, each time in a copy of a process that has loaded
    them and made nothing yet, in turns. Pandoc is measured as it is run: a program that reads Markdown of
    the same content; `started` is what it takes to do so with a full stop for content. The least of several
    rounds counts; makers that are not there are left out.
    """
    inputs, edition = Inputs(ROOT), edition_of(name)
    pictures = word_pictures(edition, inputs)
    makers: dict[str, Callable[[], dict[str, float]]] = {
        "ours": partial(apart, lambda: docx_bytes(edition, pictures))
    }
    for maker, dressed in (("docxtpl, in runs", True), ("docxtpl, words alone", False)):
        if fill := filled(edition, dressed=dressed):
            makers[maker] = partial(apart, fill)
    if shutil.which("pandoc"):
        makers |= {"pandoc": partial(pandoc, markdown(edition)), "started": partial(pandoc, ".")}
    # What is there already is no work of those who come next.
    gc.collect()
    gc.freeze()
    rounds = [{maker: work() for maker, work in makers.items()} for _ in range(WORD_ROUNDS)]
    return {
        maker: {cost: min(one[maker][cost] for one in rounds) for cost in rounds[0][maker]}
        for maker in makers
    }


def apart(work: Callable[[], object]) -> dict[str, float]:
    """Measure a piece of work in a copy of this process, which has made nothing yet."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    copy = fork.Process(target=lambda: there.send(measure(work)))
    copy.start()
    costs: dict[str, float] = here.recv()
    copy.join()
    return costs


def pandoc(text: str) -> dict[str, float]:
    """Return what pandoc takes to make a Word file of Markdown."""
    with TemporaryDirectory() as folder:
        command = ["pandoc", "-f", "markdown", "-t", "docx", "-o", str(Path(folder) / "made.docx")]
        began, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=text.encode(), check=True)
        took, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    return {"wall": took, "cpu": cpu, "peak": now.ru_maxrss / 1024}


def whole(out: Path, *editions: str) -> None:
    """Build some editions into a folder, or every one."""
    report, _ = load_report(ROOT, Inputs(ROOT))
    build(report, orders(report, ROOT, editions, ()), out, lambda _: None)


def edition_of(name: str) -> Edition:
    """Return an edition of the report."""
    report, _ = load_report(ROOT, Inputs(ROOT))
    return resolve(report, next(spec for spec in report.editions if spec.name == name))


def press_file(name: str, times: int) -> bytes:
    """Return the press file of an edition, its pages so many times one after the other."""
    made = make(Order(ROOT, name, (Target.PRINT,)), lambda _: None)
    out = BytesIO()
    with Pdf.open(BytesIO(made.files[Target.PRINT])) as pdf:
        pages = len(pdf.pages)
        for _ in range(times - 1):
            pdf.pages.extend(list(pdf.pages)[:pages])
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def preflights(name: str) -> list[dict[str, float]]:
    """Measure the preflight of a press file, and of the same ten times over."""
    files = [press_file(name, times) for times in (1, LONG)]

    def work(data: bytes) -> None:
        preflight(data, built_in("sheet-cmyk"))

    return [measure(partial(work, data)) for data in files]


def measure(work: Callable[[], object]) -> dict[str, float]:
    """Return what a piece of work costs: wall clock and processor in s, peak memory in MB."""
    began, used = time.perf_counter(), _processor()
    work()
    took, used = time.perf_counter() - began, _processor() - used
    # Linux counts in kB.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": took, "cpu": used, "peak": peak}


def _processor() -> float:
    """Return the seconds of the processor that this process has used, and the programs it started."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def main(what: str, name: str) -> None:
    """Measure one kind of work and print it as JSON."""
    found: list[Any]
    match what:
        case "plain":
            found = [measure(lambda: plain(name))]
        case "composed" | "engine" | "composed-tagged" | "engine-tagged":
            composed, tagged = what.startswith("composed"), what.endswith("tagged")
            found = [set_pages(name, composed=composed, tagged=tagged)]
        case "print":
            found = [measure(lambda: ours(name, Target.PRINT))]
        case "both":
            found = [measure(lambda: ours(name, Target.PRINT, Target.SCREEN))]
        case _ if what.startswith("grown-"):
            found = [measure(grown(name, int(what.removeprefix("grown-"))))]
        case "preflight":
            found = preflights(name)
        case "word":
            found = [word(name)]
        case "word-changed":
            found = changes.word(name, measure)
        case "page-changed":
            found = changes.page(name, measure)
        case "tex":
            found = [tex(markdown(edition_of(name)), measure)] if ready() else []
        case "alone":
            with TemporaryDirectory() as out:
                found = [measure(lambda: whole(Path(out), name))]
        case _:
            with TemporaryDirectory() as out:
                found = [measure(lambda: whole(Path(out))) for _ in range(2)]
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
