"""The shape of each file as JSON Schema, made from the classes the loader fills, for editors."""

import re
from collections.abc import Mapping
from dataclasses import MISSING
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from guide.content.answers import AnswersFile
from guide.content.files import SINGLE_FILES, Cases, names_of
from guide.content.key_help import KEY_HELP
from guide.domain.conditions import Condition

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, type] = MappingProxyType(
    {name.removesuffix(".yaml"): kind for name, kind in SINGLE_FILES.items()}
    | {"condition": Condition, "cases": Cases, "answers": AnswersFile}
)
"""Kind of file to what it holds. ``answers`` is what the command ``assess`` reads."""

_SIMPLE: Mapping[Any, Schema] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        float: {"type": "number"},
        # Editors that read the newer YAML take yes and no for texts; the loader takes both.
        bool: {"enum": [True, False, "yes", "no"]},
    }
)


def schema_of(kind: str) -> Schema:
    """One kind of file, with everything it refers to in it."""
    definitions: dict[str, Schema] = {}
    top = _of(KINDS[kind], definitions)
    return {"$schema": DIALECT, "title": f"Little Spots: {kind}", **top, "$defs": definitions}


def schema_of_all() -> Schema:
    """Every kind at once: a file fits where it fits one of them."""
    definitions: dict[str, Schema] = {}
    kinds = [_of(kind, definitions) for kind in KINDS.values()]
    return {"$schema": DIALECT, "title": "Little Spots", "anyOf": kinds, "$defs": definitions}


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if names_of(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # a class within itself finds itself here
            definitions[kind.__name__].update(_of_object(kind, definitions))
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        names = {"propertyNames": _of(key, definitions)}
        return {"type": "object", **names, "additionalProperties": _of(value, definitions)}
    if type(None) in get_args(kind):
        return _of(get_args(kind)[0], definitions)
    return dict(_SIMPLE[kind])


def _of_object(kind: type, definitions: dict[str, Schema]) -> Schema:
    fields: Mapping[str, Any] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    needed = [
        name
        for name, field in fields.items()
        if field.default is MISSING and field.default_factory is MISSING
    ]
    properties = {name: _described(kind, name, field.type, definitions) for name, field in fields.items()}
    return {
        **_description(kind),
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _described(owner: type, name: str, kind: Any, definitions: dict[str, Schema]) -> Schema:
    words = KEY_HELP.get((owner, name))
    return {**({"description": words} if words else {}), **_of(kind, definitions)}


def _description(kind: type) -> Schema:
    """The class's own words, unless they are only the list of its fields that Python puts there."""
    words = " ".join((kind.__doc__ or "").replace("``", "").split())
    return {} if not words or re.match(rf"{kind.__name__}\(", words) else {"description": words}
