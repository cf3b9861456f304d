"""The body in its layout's wrapper: the one module that knows Jinja."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportpub.edition.edition import Edition
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.layout.layout import Layout
from reportpub.model.text import Shown, plain
from reportpub.render.html.body import part
from reportpub.render.html.contents import contents, contents_of
from reportpub.render.spine import Piece
from reportpub.sentences import say


def page(
    edition: Edition,
    layout: Layout,
    css: tuple[str, ...],
    drawings: Mapping[str, str],
    inputs: Inputs,
    *,
    first_page: bool = True,
    spreads: str | None = None,
) -> str:
    """Return the whole document of an edition: style sheets, front matter, contents and parts.

    Content only ever reaches the wrapper as values, never as template source. Without its `first_page` the
    document leaves the cover to a file of its own. Planned `spreads` stand in the place of the parts.
    """
    meta = edition.metadata
    parts = [
        {
            "language": shown.languages[0].key,
            "tag": str(shown.languages[0]),
            "title": " · ".join(plain(w.inlines) for w in meta.title.passages if w.lang in shown.languages),
            "contents": Markup(contents_of(edition, shown)),  # noqa: S704  built from escaped words
            "html": Markup("" if spreads is not None else part(edition, shown, drawings)),  # noqa: S704
        }
        for shown in edition.parts
    ]
    return filled(
        layout,
        inputs,
        **_said(edition, css),
        arrangement=str(edition.spec.arrangement),
        first_page=first_page,
        contents=Markup(contents(edition)),  # noqa: S704  built from escaped words
        spreads=Markup(spreads or ""),  # noqa: S704  built from escaped words
        parts=parts,
    )


def cover_page(
    edition: Edition, layout: Layout, css: tuple[str, ...], spine: Iterable[Piece], inputs: Inputs
) -> str:
    """Return the document of a cover that is a sheet of its own, with the words of its spine."""
    pieces = [
        {
            "text": piece.text,
            "way": "turned" if piece.turned else "upright",
            "bold": piece.bold,
            "tag": str(piece.lang),
            "key": piece.lang.key,
            "top": f"{piece.top:.3f}",
            "size": f"{piece.size:.2f}",
            "length": f"{piece.length:.3f}",
        }
        for piece in spine
    ]
    with _refusing(layout):
        template = _wrapped(layout, inputs).get_template("spread.html.j2")
        return template.render(_said(edition, css), spine=pieces, flaps=edition.job.flaps_mm > 0)


def _wrapped(layout: Layout, inputs: Inputs) -> ImmutableSandboxedEnvironment:
    def source(name: str) -> str:
        for folder in layout.wrappers:
            try:
                return inputs.read_text(folder / name)
            except Refused:
                continue
        raise TemplateNotFound(name)

    return ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(source),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _said(edition: Edition, css: tuple[str, ...]) -> Mapping[str, object]:
    """Return what every wrapper may say: the metadata of the edition, and its style sheets."""
    meta = edition.metadata
    return {
        "language": str(edition.languages[0]),
        "languages": [lang.key for lang in edition.languages],
        "title": _both(meta.title),
        "plain_title": " · ".join(plain(p.inlines) for p in meta.title.passages),
        "subtitle": _both(meta.subtitle) if meta.subtitle else [],
        "issuer": _both(meta.issuer),
        "plain_issuer": " · ".join(plain(p.inlines) for p in meta.issuer.passages),
        "period": meta.period,
        "submission": meta.submission,
        "day": meta.submission.day,
        "date": meta.date,
        "imprint": [_both(line) for line in meta.imprint],
        "english_status": _both(meta.english_status),
        "keywords": ", ".join(plain(p.inlines) for p in meta.keywords.passages) if meta.keywords else "",
        "css": [Markup(sheet) for sheet in css],  # noqa: S704  our own style sheets, not content
    }


def filled(layout: Layout, inputs: Inputs, **values: object) -> str:
    """Return the wrapper of a layout with its values in place; every value is escaped unless it is Markup."""
    with _refusing(layout):
        return _wrapped(layout, inputs).from_string(layout.wrapper).render(**values)


@contextmanager
def _refusing(layout: Layout) -> Iterator[None]:
    """Say what a wrapper asks for that it cannot have; `ToolError` whatever goes wrong within it."""
    try:
        yield
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None)
        where = say(", line {line}", line=line) if line else ""
        message = say(
            "the wrapper of the layout “{name}” cannot be filled{where}: {wrong}",
            name=layout.name,
            where=where,
            wrong=wrong,
        )
        hint = say(
            "a wrapper may use what those of the product use, and partials of its own folder and of base"
        )
        raise ToolError((error("layout/wrapper", message, None, hint),)) from None


def _both(text: Shown) -> list[dict[str, str]]:
    """Return a text for the wrapper: language tag, short name and words of each passage."""
    return [
        {"tag": str(p.lang), "key": p.lang.key, "words": plain(p.inlines, breaks=True)} for p in text.passages
    ]
