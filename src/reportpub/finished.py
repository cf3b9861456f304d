"""The finished files of a project: which of them are still true, and how new ones take their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportpub.findings import Finding, ReportpubError, ToolError, error
from reportpub.model.report import Report, Target
from reportpub.order import Made, Order
from reportpub.publish import publish, recover
from reportpub.record import record_path, recorded
from reportpub.record import written as as_record
from reportpub.sentences import say
from reportpub.stamps import Stamp, fresh, stamp_path, stamped, written

REJECTED = ".rejected"
"""The folder in `out/` for files that failed their proof; a good build takes them away."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file: where it is, how many pages it has, and whether it was already there."""

    path: Path
    edition: str
    target: Target
    pages: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: the files, and what stood in the way of the others."""

    artefacts: tuple[Artefact, ...]
    findings: tuple[Finding, ...]
    exit_code: int


def artefact_path(out: Path, report: str, edition: str, target: Target) -> Path:
    """Return where a finished file belongs: `out/<edition>/<report>-<edition>-<target>.pdf` or `.docx`."""
    name = f"{report}-{edition}" + (".docx" if target is Target.DOCX else f"-{target}.pdf")
    return out / edition / name


@dataclass(slots=True)
class Finished:
    """The files that a build has been asked for, while they are made; its folder is claimed meanwhile.

    `makers` is what makes a file now. Each edition is a set of its own: one that fails keeps none of the
    others from its place, and leaves the files that are there.
    """

    report: Report
    out: Path
    makers: Mapping[str, str]
    wanted: tuple[Order, ...]
    stale: tuple[Order, ...] = ()
    _kept: list[Artefact] = field(default_factory=list)
    _made: list[Artefact] = field(default_factory=list)
    _findings: list[Finding] = field(default_factory=list)
    _code: int = 0
    _fault: Exception | None = None

    def look(self) -> None:
        """Bring a broken-off build to its end, and find out what has to be made."""
        recover(self.out)
        self.stale = tuple(filter(None, map(self._missing, self.wanted)))

    def _missing(self, order: Order) -> Order | None:
        missing, kept = [], {}
        for target in order.targets:
            path = self._path(order.edition, target)
            if stamp := fresh(path, self.makers, order.project):
                kept[target] = stamp
                self._kept.append(Artefact(path, order.edition, target, stamp.pages, kept=True))
            else:
                missing.append(target)
        if missing:
            return replace(order, targets=tuple(missing))
        self._keep_record(order, kept)
        return None

    def take(self, result: Made | Exception) -> None:
        """Put the files of an edition in their place, or keep what is said against them.

        A fault of the program is kept until it is asked for the outcome.
        """
        match result:
            case ReportpubError():
                self.fail(result.findings, result.exit_code)
            case Exception():
                self._fault = self._fault or result
            case Made():
                try:
                    self._made += self._hand_over(result)
                except ReportpubError as failed:
                    self.fail(failed.findings, failed.exit_code)
                self._findings += result.remarks

    def fail(self, findings: Iterable[Finding], code: int) -> None:
        """Keep what stood in the way of a file."""
        self._findings += findings
        self._code = max(self._code, code)

    def outcome(self) -> Outcome:
        """Return what the build came to, files in the order they were asked for; a fault is raised now."""
        if self._fault:
            raise self._fault
        order_of = {order.edition: at for at, order in enumerate(self.wanted)}
        targets = list(Target)
        artefacts = sorted(
            (*self._kept, *self._made), key=lambda a: (order_of[a.edition], targets.index(a.target))
        )
        return Outcome(tuple(artefacts), tuple(self._findings), self._code)

    def _path(self, edition: str, target: Target) -> Path:
        return artefact_path(self.out, self.report.id, edition, target)

    def _keep_record(self, order: Order, kept: Mapping[Target, Stamp]) -> None:
        """Write the record of files that are all there, where it was lost or is another's."""
        record = self._record(order, kept)
        if all(path.is_file() and path.read_bytes() == data for path, data in record.items()):
            return
        try:
            publish(record)
        except ToolError as failed:
            self.fail(failed.findings, failed.exit_code)

    def _hand_over(self, made: Made) -> list[Artefact]:
        """Publish the files of an edition with stamps and record as one set; those with faults stay aside."""
        if made.faults:
            try:
                aside: tuple[Finding, ...] = (self._kept_aside(made),)
            except ToolError as full:
                aside = full.findings
            raise ToolError((*made.faults, *aside))
        files: dict[Path, bytes] = {}
        artefacts, stamps = [], {}
        for target, data in made.files.items():
            path, pages = self._path(made.order.edition, target), made.pages.get(target, 0)
            stamps[target] = stamped(data, pages, made.reads, self.makers, made.order.project)
            files |= {path: data, stamp_path(path): written(stamps[target]).encode()}
            artefacts.append(Artefact(path, made.order.edition, target, pages))
            files |= _beside(path, made.reports.get(target, {}))
        publish(files | self._record(made.order, stamps))
        for path in files:
            (self.out / REJECTED / path.name).unlink(missing_ok=True)
        return artefacts

    def _record(self, order: Order, stamps: Mapping[Target, Stamp]) -> dict[Path, bytes]:
        """Return the record of an edition: of these files, and of others of it that are as true as they."""
        spec = next(spec for spec in self.report.editions if spec.name == order.edition)
        paths = {target: self._path(order.edition, target) for target in spec.targets}
        told = {
            target: stamps.get(target) or fresh(path, self.makers, order.project)
            for target, path in paths.items()
        }
        made = tuple((paths[target].name, target, stamp) for target, stamp in told.items() if stamp)
        one = recorded(self.report.id, order.edition, made)
        return {record_path(self.out, order.edition): as_record(one)}

    def _kept_aside(self, made: Made) -> Finding:
        """Keep files that failed their proof where nobody takes them for good ones, and say where."""
        folder = self.out / REJECTED
        names = {target: self._path(made.order.edition, target).name for target in made.files}
        files = {folder / names[target]: data for target, data in made.files.items()}
        for target, reports in made.reports.items():
            files |= _beside(folder / names[target], reports)
        publish(files)
        hint = say("the files of the last good build stay in place; please report the fault with these")
        said = say(
            "the files of “{edition}” failed their proof and are kept in {folder}",
            edition=made.order.edition,
            folder=folder,
        )
        return error("build/rejected", said, None, hint)


def _beside(path: Path, reports: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Return the reports of a file at their places beside it."""
    return {path.with_name(path.stem + more): data for more, data in reports.items()}
