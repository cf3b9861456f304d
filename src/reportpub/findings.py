"""Problems as data: where they are, how bad they are, what to do about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reportpub.sentences import NOTHING, Sentence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, half-open, counted in characters; lines and columns start at 1."""

    file: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        """Return the place as editors and compilers write it."""
        return f"{self.file}:{self.line}:{self.column}"


class Severity(IntEnum):
    """How bad a finding is; only an error stops a build."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """Return the severity as a lower-case word."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a finding is about, and what stands there: the other language, a declared fact."""

    span: Span
    said: str

    def __str__(self) -> str:
        """Return the place and its words."""
        return f"{self.span}: {self.said}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check: a code that occurs at one place in the program, a sentence, and advice.

    `related` are the other places it is about, for programs that lead from one to the other.
    """

    code: str
    severity: Severity
    message: Sentence
    span: Span | None = None
    hint: Sentence = NOTHING
    related: tuple[Related, ...] = ()

    def __str__(self) -> str:
        """Return the finding on one line, as the command line prints it."""
        place = f"{self.span}: " if self.span else ""
        return f"{place}{self.severity.word}[{self.code}]: {self.message}"


def error(code: str, message: Sentence, span: Span | None = None, hint: Sentence = NOTHING) -> Finding:
    """Return a finding that stops a build."""
    return Finding(code, Severity.ERROR, message, span, hint)


def warning(code: str, message: Sentence, span: Span | None = None, hint: Sentence = NOTHING) -> Finding:
    """Return a finding a person should look at."""
    return Finding(code, Severity.WARNING, message, span, hint)


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings once each, sorted by file, line, column and code."""
    unique = dict.fromkeys(findings)
    nowhere = Span("", 0, 0)
    return tuple(sorted(unique, key=lambda f: (f.span or nowhere, f.code, f.message)))


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop a build."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


class ReportpubError(Exception):
    """A stage that cannot go on, with every finding that says why.

    The exit code tells a script what happened: 1 for problems in the content, 2 for a tool that failed.

        ReportpubError
        ├── ContentError   1   the report must be corrected
        └── ToolError      2   a program, a font, a disk or a layout is not fit for the work
    """

    exit_code = 2

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings; the message is the first of them."""
        super().__init__(str(findings[0]) if findings else "")
        self.findings = findings


class ContentError(ReportpubError):
    """The content of a report has problems that its editors can mend."""

    exit_code = 1


class ToolError(ReportpubError):
    """The tool could not do its work, whatever the content says."""

    exit_code = 2
