"""What the submission version of a report says beyond the report: its head and its end, in Chinese."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The elements of an official document (GB/T 9704-2012, 7.2 and 7.3); an empty one is left out.

    `mark` is the issuing mark in red, `number` has its year in 〔〕, `recipient` is addressed, `signatory`
    signs on `day`, `contact` stands below. `title` has a line for each time it breaks at its sense.
    """

    mark: str = ""
    number: str = ""
    recipient: str = ""
    signatory: str = ""
    day: str = ""
    contact: str = ""
    title: tuple[str, ...] = ()
