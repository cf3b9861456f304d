"""Which language somebody is spoken to in: what was asked for, else what the system speaks, else English."""

from __future__ import annotations

from collections.abc import Mapping

from reportpub.model.text import Lang

VARIABLES = ("REPORTPUB_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Our own first, then those of POSIX in their order (XBD 8.2)."""


def preferred(environment: Mapping[str, str]) -> Lang:
    """Return the language of the first variable that says one; anything but Chinese is told in English."""
    said = next(filter(None, map(environment.get, VARIABLES)), "")
    return Lang.ZH if said.lower().startswith("zh") else Lang.EN


def asked(arguments: list[str]) -> Lang | None:
    """Return the language the arguments ask for, before there is a parser that would speak it."""
    found = None
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            found = value or next(iter(arguments[at + 1 : at + 2]), "")
    return next((lang for lang in Lang if lang.key == found), None)
