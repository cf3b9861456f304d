"""comments.xml: what the authors ask of reviewers, beside the block it is about.

Source: ECMA-376 part 1, 17.13.4 (annotations, comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportpub.model.text import Lang
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, escaped, paragraph, run
from reportpub.render.docx.words import EDITORS

_REFERENCE = '<w:rPr><w:rStyle w:val="AnnotationReference"/></w:rPr>'


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and in which language."""

    words: str
    lang: Lang


def comments_xml(questions: Sequence[Question], date: str) -> str:
    """Return the part; all comments bear the name of the office and the date of the report."""
    told = "".join(_comment(number, question, date) for number, question in enumerate(questions))
    return f"{PROLOGUE}<w:comments {NAMESPACES}>{told}</w:comments>"


def commented(content: str, number: int) -> str:
    """Return the paragraphs of a block with a comment on the first of them."""
    begun, closed = content.index("</w:pPr>") + len("</w:pPr>"), content.index("</w:p>")
    start = f'<w:commentRangeStart w:id="{number}"/>'
    end = f'<w:commentRangeEnd w:id="{number}"/><w:r>{_REFERENCE}<w:commentReference w:id="{number}"/></w:r>'
    return content[:begun] + start + content[begun:closed] + end + content[closed:]


def _comment(number: int, question: Question, date: str) -> str:
    author, initials = EDITORS[question.lang]
    mark = f"<w:r>{_REFERENCE}<w:annotationRef/></w:r>"
    words = paragraph("AnnotationText", mark + run(question.words, question.lang))
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="{escaped(date)}T00:00:00Z"'
        f' w:initials="{initials}">{words}</w:comment>'
    )
