"""The JSON Schemas (draft 7) that let editors complete and check while people type."""

from __future__ import annotations

import json
import re
from typing import assert_never

from reportpub.source.kinds import (
    Both,
    Choice,
    Either,
    Flag,
    Kind,
    Named,
    Number,
    Record,
    Several,
    Text,
    Word,
)
from reportpub.source.press_shapes import FILES as PRESS_FILES
from reportpub.source.shapes import BLOCK, BLOCK_KINDS, FILES

Json = dict[str, object]


def schemas() -> dict[str, str]:
    """Return the text of each schema by file name."""
    return {f"{name}.schema.json": _file(name, kind) for name, kind in {**FILES, **PRESS_FILES}.items()}


def _file(name: str, kind: Record) -> str:
    head: Json = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"reportpub {name}"}
    return json.dumps(head | _schema(kind), ensure_ascii=False, indent=2) + "\n"


def _schema(kind: Kind) -> Json:
    match kind:
        case Text():
            return {"type": ["string", "number"]}
        case Word(pattern, example):
            # 2024 is a number to YAML; an id that begins with a letter never is.
            types = ["string", "number"] if re.fullmatch(pattern, "2024") else "string"
            return {"type": types, "pattern": f"^({pattern})$", "examples": [example]}
        case Choice(words):
            return {"enum": [*map(str, words), *(int(w) for w in words if w.isdecimal() and w.isascii())]}
        case Number(whole, least):
            bound: Json = {} if least is None else {"minimum": least}
            return {"type": "integer" if whole else "number"} | bound
        case Flag():
            return {"type": "boolean"}
        case Both(neutral):
            pair: Json = {
                "type": "object",
                "properties": {"zh": _schema(Text()), "en": _schema(Text())},
                "additionalProperties": False,
            }
            return {"anyOf": [pair, {"type": ["string", "number"]}]} if neutral else pair
        case Several(of, least):
            return {"type": "array", "items": _schema(of), "minItems": least}
        case Named(word, of):
            names: Json = {"pattern": f"^({word.pattern})$"}
            return {"type": "object", "additionalProperties": _schema(of), "propertyNames": names}
        case Record():
            return _record(kind)
        case Either(first, second, _):
            return {"anyOf": [_schema(first), _schema(second)]}
        case _:
            assert_never(kind)


def _record(kind: Record) -> Json:
    properties = {
        name: {"description": field.doc} | _schema(field.kind) for name, field in kind.fields.items()
    }
    required = [name for name, field in kind.fields.items() if field.required]
    shape: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        shape["required"] = required
    if kind.one_of:
        shape["oneOf"] = [{"required": [name]} for name in kind.one_of]
    if kind is BLOCK:
        shape["oneOf"] = [{"required": [name]} for name in BLOCK_KINDS]
    return shape
