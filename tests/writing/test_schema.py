"""The JSON Schema that editors use, against the models: what these accept it accepts, and most of what they refuse it refuses."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from jsonschema.protocols import Validator

from argmap.api import loads
from argmap.writing.schema import schema_text
from tests.reading.annotations import annotations

ROOT: Final = Path(__file__).resolve().parents[2]
ANNOTATIONS: Final = tuple(sorted((ROOT / "annotations").rglob("*.yaml")))
CASES: Final = tuple(sorted((ROOT / "tests" / "checks" / "cases").glob("AM1*.yaml")))


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are texts, and so are `no` and `yes`."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}  # type: ignore[misc] # the stub calls it an instance's


for tag, pattern, first in (
    ("null", r"null|~|", "n~\0"),
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), [*first, ""])


@cache
def validator() -> Validator:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(value)]


def shape_codes(text: str) -> set[str]:
    return {diagnostic.rule.code for diagnostic in loads(text).diagnostics if diagnostic.rule.code < "AM2"}


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_the_annotations_of_the_project_are_valid(path: Path) -> None:
    assert faults(yaml.load(path.read_text(encoding="utf-8"), EditorLoader)) == []  # noqa: S506 - a safe loader


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_models_and_schema_agree_on_the_cases_of_shape(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    try:
        value = yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader
    except yaml.constructor.ConstructorError:  # a list as a key: no schema sees that
        return
    assert bool(faults(value)) is bool(shape_codes(text))


@given(annotations)
@settings(max_examples=100)
def test_the_schema_accepts_whatever_the_models_accept(value: Any) -> None:
    if not shape_codes(json.dumps(value, ensure_ascii=False)):
        assert faults(value) == []
