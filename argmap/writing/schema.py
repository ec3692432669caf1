"""The annotation format as JSON Schema (draft 2020-12), made from the models, for completion and checks in editors."""

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from argmap.model import ARGUMENT_TARGETS, FREE_KEY_PATTERN, ID_PATTERN, STATEMENT_TARGETS, AnnotationFile, Argument, Statement
from argmap.writing.style import FIELDS, SHORT, Form, Style, style_of

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NULL: Final = {"type": "null"}
_TEXT: Final = {"type": "string", "minLength": 1}
_VERSION: Final = {
    "description": "Version of the format.",
    "type": ["number", "string"],
    "minimum": 1,
    "exclusiveMaximum": 2,
    "pattern": r"^1(\.[0-9]+)?$",
}
_ID_SIGNS: Final = (r"[\p{L}\p{M}\p{N}_-]", r"[^\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f\s]")
"""The signs of ids, and the same but for foreign punctuation in words that the regular expressions of every language know."""


def schema_text() -> str:
    """Return the JSON Schema of an annotation file, indented, ending in a line break."""
    _, generated = models_json_schema([(entry, "validation") for entry in FIELDS])
    names = {entry.__name__: entry for entry in FIELDS}
    definitions = {
        name: _entry(names[name], schema) if name in names else _plain(schema)
        for name, schema in generated["$defs"].items()
        if name != "JsonValue"
    }
    file = definitions.pop(AnnotationFile.__name__)
    file["properties"]["argmap"] = _VERSION
    schema = {"$schema": _DIALECT, **file, "title": "argmap annotation", "$defs": definitions}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: type[BaseModel], generated: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of one kind of entry: its fields in the order of the house style, and keys of the user's own."""
    properties = {name: _field(entry, name, generated["properties"][name]) for name in FIELDS[entry]}
    schema: dict[str, Any] = {"type": "object", "description": generated.get("description", ""), "properties": properties}
    if "required" in generated:
        schema["required"] = generated["required"]
    for kind, targets in ((Argument, ARGUMENT_TARGETS), (Statement, STATEMENT_TARGETS)):
        if entry is kind:
            schema["oneOf"] = [{"required": [target]} for target in targets]
    if entry.model_config.get("extra") == "allow":
        schema["patternProperties"] = {FREE_KEY_PATTERN: {}}
    schema["additionalProperties"] = False
    return schema


def _field(entry: type[BaseModel], name: str, generated: Mapping[str, Any]) -> dict[str, Any]:
    style = style_of(entry, name)
    match style.form:
        case Form.ENTRY:
            schema = _reference(style)
        case Form.ENTRIES:
            schema = {
                "type": "object",
                "propertyNames": {"pattern": ID_PATTERN.replace(*_ID_SIGNS)},
                "additionalProperties": _reference(style),
            }
        case Form.ITEMS:
            items = {"type": "array", "items": _reference(style)}
            schema = items if entry is AnnotationFile else _any_of(_reference(style), items)
        case Form.TEXT | Form.BARE | Form.SWITCH | Form.IDS | Form.LIST | Form.WEIGHTS | Form.OWN:
            schema = _plain(generated)
    is_section = entry is AnnotationFile and style.form in {Form.ENTRY, Form.ENTRIES, Form.ITEMS, Form.WEIGHTS}
    return _any_of(schema, _NULL) if is_section else schema


def _reference(style: Style) -> dict[str, Any]:
    """An entry, or the bare text that may stand for it."""
    assert style.entry is not None  # noqa: S101 - entries have a kind
    reference = {"$ref": f"#/$defs/{style.entry.__name__}"}
    return _any_of(_TEXT, reference) if style.entry in SHORT else reference


def _any_of(*options: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one for option in options for one in option.get("anyOf", [option])]}


def _plain(generated: Any) -> Any:
    """What pydantic writes, without names that only repeat the key, defaults, and null, which stands for absence."""
    match generated:
        case list():
            return [_plain(part) for part in generated if part != _NULL]
        case dict():
            schema = {_plain(key): _plain(value) for key, value in generated.items() if key not in {"title", "default"}}
            if "patternProperties" in schema:
                schema["additionalProperties"] = False
            options = schema.get("anyOf", [])
            return {key: value for key, value in schema.items() if key != "anyOf"} | options[0] if len(options) == 1 else schema
        case str():
            return generated.replace(*_ID_SIGNS)
        case _:
            return generated
