"""The finished PDFs, opened again: whether they are what a printer and a reader need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError

from reportpub.checks.navigation import check_ways
from reportpub.checks.pdf_fonts import check_fonts
from reportpub.checks.pdf_reading import Origin, check_reading
from reportpub.checks.ua.content import content
from reportpub.checks.ua.tree import tree
from reportpub.findings import Finding, error, in_order
from reportpub.sentences import say


def check_print(data: bytes, faces: frozenset[str]) -> tuple[Finding, ...]:
    """Return what is wrong with a press file of ours; `faces` are the families its text may be set in.

    Whether a printer takes it is the affair of the preflight.
    """
    return _checked(data, lambda pdf: check_fonts(pdf, faces))


def check_screen(
    data: bytes, faces: frozenset[str], origin: Origin | None = None, *, ways: bool = False
) -> tuple[Finding, ...]:
    """Return what is wrong with a screen file; `faces` are the families its text may be set in.

    With `ways`, contents and bookmarks are followed too.
    """

    def check(pdf: Pdf) -> tuple[Finding, ...]:
        shown = content(pdf)
        known = tree(pdf, shown)
        found = check_reading(pdf, origin or Origin(ours=True), shown, known)
        return (*check_fonts(pdf, faces), *found, *(check_ways(data, pdf, known) if ways else ()))

    return _checked(data, check, anyway=True)


def check_foreign_screen(data: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with a file of anybody, as a screen file."""

    def check(pdf: Pdf) -> Iterable[Finding]:
        shown = content(pdf)
        return check_reading(pdf, Origin(), shown, tree(pdf, shown))

    return _checked(data, check, anyway=True)


def _checked(
    data: bytes, check: Callable[[Pdf], Iterable[Finding]], *, anyway: bool = False
) -> tuple[Finding, ...]:
    """Return what a check finds; an encrypted file is looked at no further, unless `anyway`."""
    try:
        with Pdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            found = [error("pdf/encrypted", say("the file is encrypted"))] if pdf.is_encrypted else []
            if not found or anyway:
                found += check(pdf)
            # The parser repairs what it can and says so only once everything was read.
            found += (
                error("pdf/damaged", say("the file is damaged: {problem}", problem=one))
                for one in pdf.check_pdf_syntax()
            )
    except PasswordError:
        return (error("pdf/locked", say("the file cannot be opened without a password")),)
    except PdfError as broken:
        return (error("pdf/unreadable", say("the file cannot be read: {broken}", broken=broken)),)
    return in_order(tuple(found))
