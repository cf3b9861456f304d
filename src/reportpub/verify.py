"""Are the finished files there, true to the source as it is now, and right when opened again?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportpub.assemble import proof
from reportpub.checks.preflight.gate import at_the_gate
from reportpub.checks.rendered import rendered_alike
from reportpub.claim import claimed
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, error, errors
from reportpub.finished import artefact_path
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.report import Report, Target
from reportpub.order import Order
from reportpub.press_proof import PRESS, press_proof
from reportpub.publish import recover
from reportpub.sentences import say
from reportpub.source.waivers import read_waivers
from reportpub.stamps import fresh, made_by
from reportpub.typesetting import chosen_layout, faces_of
from reportpub.workers import Step


def verify(
    report: Report, wanted: tuple[Order, ...], out: Path, told: Callable[[Step], None]
) -> tuple[Finding, ...]:
    """Return what is wrong with the finished files; none means that every one of them may be handed over."""
    if out.is_dir():
        with claimed(
            out,
            lambda process: told(("out", say("waiting for the build of process {process}", process=process))),
        ):
            recover(out)
    makers = made_by()
    specs = {spec.name: spec for spec in report.editions}
    waivers, wrong = read_waivers(report, Inputs(report.root.parent))
    found: list[Finding] = [*wrong]
    for order in wanted:
        edition = resolve(report, specs[order.edition])
        inputs = Inputs(order.project, home())
        layout = chosen_layout(edition, order.project, inputs)
        faces, _ = faces_of(layout, order.project, inputs)
        for target in order.targets:
            path = artefact_path(out, report.id, order.edition, target)
            told((order.edition, target.value))
            hint = say(
                "run: reportpub build {edition} --target {target}", edition=order.edition, target=target
            )
            if not path.is_file():
                found.append(error("verify/missing", say("{path} is not there", path=path), None, hint))
                continue
            if not fresh(path, makers, order.project):
                found.append(
                    error(
                        "verify/stale",
                        say("{path} is not what the source would make now", path=path),
                        None,
                        hint,
                    )
                )
            data = path.read_bytes()
            found += proof(edition, target, data, faces, layout)
            if target is not Target.DOCX:
                found += rendered_alike(data)
            if target in PRESS:
                found += errors(at_the_gate(press_proof(edition, target, data, waivers), {}))
    return tuple(found)
