"""The command line: it reads the arguments, calls the work, prints, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO, assert_never

from reportpub.assemble import Order
from reportpub.build import Artefact, artefact_path, build, orders
from reportpub.call_figures import call_figures, files
from reportpub.checks.manuscripts import compared, manuscript
from reportpub.checks.project import unbuildable
from reportpub.checks.relations import unrelated
from reportpub.checks.release import unfinished
from reportpub.checks.typed import repairs
from reportpub.commands import (
    Build,
    Check,
    Command,
    Compare,
    Doctor,
    Figures,
    Format,
    New,
    Schema,
    Verify,
    command,
)
from reportpub.doctor import advice, examine
from reportpub.edition.forms import misfits
from reportpub.findings import ContentError, Finding, ReportpubError, ToolError, error, errors, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.layout.layout import home
from reportpub.model.report import EditionSpec, Report, Target
from reportpub.progress import Progress
from reportpub.publish import publish
from reportpub.source.load import read_report
from reportpub.source.schema import schemas
from reportpub.source.starter import starter
from reportpub.telling import told
from reportpub.verify import verify


def main_entry() -> NoReturn:
    """Run the command of this process and end it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:], sys.stdout, sys.stderr))


def main(arguments: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 the tool could not do it."""
    asked = command(arguments)
    try:
        return _run(asked, out, err)
    except ReportpubError as failed:
        _print(failed.findings, asked, out, err)
        return failed.exit_code
    except KeyboardInterrupt:
        err.write("\nstopped; the files of the last good build are still there\n")
        return 2


def _run(asked: Command, out: TextIO, err: TextIO) -> int:
    match asked:
        case Build():
            return _build(asked, out, err)
        case Check():
            _, found = _load(asked.project, release=asked.release)
            _print(found, asked, out, err)
            if not found and asked.format is Format.TEXT:
                out.write("nothing to mend\n")
            return 1 if errors(found) else 0
        case Compare():
            return _compare(asked, out, err)
        case Verify():
            return _verify(asked, out, err)
        case Figures():
            return _figures(asked, out, err)
        case Doctor(project):
            return _doctor(project, out)
        case Schema(into):
            publish({into / name: text.encode() for name, text in schemas().items()})
            out.write(f"{into}: {', '.join(schemas())}\n")
            return 0
        case New(into):
            return _new(into, out)
        case _:
            assert_never(asked)


def _compare(asked: Compare, out: TextIO, err: TextIO) -> int:
    inputs = Inputs(*(path.resolve().parent for path in asked.files))
    try:
        said = [p for path in dict.fromkeys(asked.files) for p in manuscript(path, inputs)]
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    terms = _load(asked.project, release=False)[0].terms if asked.project else {}
    found = in_order(compared(said, terms))
    _print(found, asked, out, err)
    if not found and asked.format is Format.TEXT:
        out.write("both say the same\n")
    return 1 if errors(found) else 0


def _load(project: Path, *, release: bool) -> tuple[Report, tuple[Finding, ...]]:
    """Return the report with everything that can be said of it before a build, however broken it is."""
    root = project.resolve()
    inputs = Inputs(root, home())
    report, found = read_report(root, inputs)
    if report is None:
        raise ContentError(found)
    more = (*misfits(report), *unbuildable(report, root, inputs), *repairs(report), *unrelated(report))
    if release:
        more = (*more, *unfinished(report))
    return report, in_order((*found, *more))


def _build(asked: Build, out: TextIO, err: TextIO) -> int:
    report, found = _load(asked.project, release=asked.release)
    if errors(found):
        raise ContentError(found)
    root = asked.project.resolve()
    wanted = _wanted(asked, report, root)
    progress = Progress(err, len(wanted))
    outcome = build(report, wanted, root / "out", progress)
    progress.close()
    if asked.format is Format.TEXT:
        out.writelines(_line(artefact, root) for artefact in outcome.artefacts)
    _print((*found, *in_order(outcome.findings)), asked, out, err)
    return outcome.exit_code


def _verify(asked: Verify, out: TextIO, err: TextIO) -> int:
    report, before = _load(asked.project, release=False)
    if errors(before):
        raise ContentError(before)
    root = asked.project.resolve()
    wanted = _wanted(asked, report, root)
    progress = Progress(err, len(wanted))
    found = in_order(verify(report, wanted, root / "out", progress))
    progress.close()
    _print(found, asked, out, err)
    if not found and asked.format is Format.TEXT:
        for order in wanted:
            for target in order.targets:
                path = artefact_path(root / "out", report.id, order.edition, target)
                out.write(f"{path.relative_to(root)}: right\n")
    return 1 if errors(found) else 0


def _figures(asked: Figures, out: TextIO, err: TextIO) -> int:
    """Build the edition whose pages are named, if need be, then write the sheet from its finished file."""
    report, found = _load(asked.project, release=False)
    if errors(found):
        raise ContentError(found)
    root = asked.project.resolve()
    spec, target = _paged(asked.edition, report)
    progress = Progress(err, 1)
    outcome = build(report, orders(report, root, (spec.name,), (target,)), root / "out", progress)
    progress.close()
    if outcome.exit_code:
        raise ToolError(outcome.findings)
    finished = artefact_path(root / "out", report.id, spec.name, target).read_bytes()
    sheet = call_figures(report, spec, finished, asked.since)
    into = asked.into or root / "out" / "figures"
    made = files(sheet, report.id, root)
    publish({into / name: data for name, data in made.items()})
    out.writelines(f"{into / name}\n" for name in made)
    out.write(f"{len(sheet.lines)} of {len(sheet.every)} figures are listed\n")
    return 0


def _paged(name: str, report: Report) -> tuple[EditionSpec, Target]:
    """Return an edition that has pages and its file that names them best; `ToolError` where there is none."""
    for spec in report.editions:
        kinds = [t for t in (Target.SCREEN, Target.PRINT) if t in spec.targets]
        if kinds and name in ("", spec.name):
            return spec, kinds[0]
    hint = "editions with pages: " + ", ".join(s.name for s in report.editions if s.targets != (Target.DOCX,))
    message = f"there is no edition “{name}” with a PDF" if name else "no edition has a PDF"
    raise ToolError((error("build/edition", message, None, hint),))


def _wanted(asked: Build | Verify, report: Report, root: Path) -> tuple[Order, ...]:
    """Return what is asked for; `ToolError` for an edition or a target that the report does not have."""
    targets = {spec.name: spec.targets for spec in report.editions}
    found = []
    for name in asked.editions:
        lacks = [t for t in asked.targets if t not in targets.get(name, ())]
        if name not in targets:
            hint = "there are: " + ", ".join(targets)
            found.append(error("build/edition", f"there is no edition “{name}”", None, hint))
        elif lacks:
            hint = "add it to the targets of the edition in report.yaml"
            found.append(error("build/target", f"the edition “{name}” has no {', '.join(lacks)}", None, hint))
    wanted = orders(report, root, asked.editions, asked.targets)
    if not wanted and not found:
        found.append(error("build/target", f"no edition has {', '.join(asked.targets)}"))
    if found:
        raise ToolError(tuple(found))
    return wanted


def _doctor(project: Path, out: TextIO) -> int:
    probes = examine(project)
    for probe in probes:
        mark = "ok" if probe.ok else "MISSING" if probe.required else "absent"
        out.write(f"{mark:8} {probe.name}: {probe.seen}  ({probe.purpose})\n")
    said = advice(probes)
    if said:
        out.write(said + "\n")
    return 2 if any(probe.required and not probe.ok for probe in probes) else 0


def _new(into: Path, out: TextIO) -> int:
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        hint = "name a folder that is not there yet, or an empty one"
        raise ToolError((error("new/not-empty", f"{into} is not empty", None, hint),))
    files = starter(into.resolve().name)
    publish({into / name: text.encode() for name, text in files.items()})
    out.writelines(f"{into / name}\n" for name in sorted(files))
    out.write(f"now run: reportpub build --project {into}\n")
    return 0


def _line(artefact: Artefact, root: Path) -> str:
    size = artefact.path.stat().st_size
    pages = f"{artefact.pages} pages, " if artefact.pages else ""
    state = "  (up to date)" if artefact.kept else ""
    return f"{artefact.path.relative_to(root)}  {pages}{size / 1024:,.0f} kB{state}\n"


def _print(found: Sequence[Finding], asked: Command, out: TextIO, err: TextIO) -> None:
    form = asked.format if isinstance(asked, (Build, Check, Compare, Verify)) else Format.TEXT
    said = told(found, form)
    if said:
        (err if form is Format.TEXT else out).write(said + "\n")
