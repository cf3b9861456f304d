"""Do the waivers of a report name rules that there are?"""

from __future__ import annotations

import difflib

from reportpub.checks.preflight.rulebook import rules
from reportpub.findings import Finding, error
from reportpub.model.waivers import Waiver
from reportpub.sentences import say


def unknown_rules(waivers: tuple[Waiver, ...]) -> tuple[Finding, ...]:
    """Return a finding for each waiver of a rule that is not there."""
    found = []
    for waiver in waivers:
        if waiver.rule not in rules():
            near = difflib.get_close_matches(waiver.rule, rules(), 1)
            hint = (
                say("did you mean “{near}”?", near=near[0])
                if near
                else say("docs/preflight.md lists the rules")
            )
            found.append(
                error("waivers/rule", say("there is no rule “{rule}”", rule=waiver.rule), waiver.span, hint)
            )
    return tuple(found)
