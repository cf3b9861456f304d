"""The rules of Open XML, as a program that is not ours knows them, on every Word file of the report."""

from __future__ import annotations

import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.report.finished import ARTEFACTS, Finished

from reportpub.model.report import Target


@pytest.mark.parametrize("name", [name for name, target in ARTEFACTS if target is Target.DOCX])
def test_no_word_file_breaks_a_rule_of_the_oldest_office(finished: Finished, name: str) -> None:
    """What Office 2013 takes, later ones take; `.ci/run` asks the SDK itself for all of them."""
    validator = openxml_audit.OpenXmlValidator(file_format=openxml_audit.FileFormat.OFFICE_2013)
    assert validator.validate(finished.path(name, Target.DOCX)).errors == []
