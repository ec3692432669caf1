"""The annotation format as JSON Schema (draft 2020-12), made from the models."""

import json
from typing import Any

from argmap.model import ID_PATTERN, AnnotationFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Return the JSON Schema of an annotation file, indented, ending in a line break."""
    schema = AnnotationFile.model_json_schema(by_alias=True, mode="validation")
    described = _for_editors(schema)
    described = {"$schema": _DIALECT, "title": "argmap annotation", **described}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _for_editors(schema: Any) -> Any:
    """Adapt what pydantic writes: only `x-` keys are free, `argmap: 1` may be a number, and absence is not null."""
    if isinstance(schema, list):
        return [_for_editors(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: _for_editors(value) for key, value in schema.items()}
    options = result.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        kept = [option for option in options if option != {"type": "null"}]
        result.pop("anyOf")
        result.pop("default", None)
        result = {**kept[0], **result} if len(kept) == 1 else {"anyOf": kept, **result}
    if result.get("type") == "object" and "properties" in result and result.get("additionalProperties") is not False:
        result["additionalProperties"] = False
        result["patternProperties"] = {"^x-": {}}
        version = result["properties"].get("argmap")
        if version is not None:
            result["properties"]["argmap"] = {"type": ["integer", "number", "string"], "title": "Version of the format", "const": 1}
    for key in ("pattern",):
        if result.get(key) == ID_PATTERN:
            result[key] = r"^[\p{L}\p{M}\p{N}_-]+$"
    return result
