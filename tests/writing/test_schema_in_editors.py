"""In an editor, the JSON Schema lets pass what argmap writes and reads, and objects to what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from argmap.model import AnnotationFile
from argmap.writing.emitting import emit
from argmap.writing.schema import schema_text
from argmap.writing.skeleton import Text, skeleton
from argmap.writing.style import FIELDS
from tests.writing.annotations import annotations

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)


class Loader(yaml.SafeLoader):
    """Reads like editors do, by YAML 1.2: a date is a text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's way
        sign: [one for one in resolvers if not one[0].endswith("timestamp")]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def faults(text: str) -> list[str]:
    value: Any = yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(value)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(annotations)
def test_whatever_argmap_writes_passes(annotation: AnnotationFile) -> None:
    assert faults(emit(annotation)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "annotations").rglob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_annotations_pass(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


def test_a_new_annotation_passes_before_and_after_it_is_filled_in() -> None:
    start = skeleton(Text("Title\n", "a.txt"), "a")
    assert faults(start) == []
    assert faults(re.sub(r"^  # ", "  ", start, flags=re.MULTILINE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "claims: {a: A}",
        "argmap: 2",
        "{argmap: 1, clams: {a: A}}",
        "{argmap: 1, claims: {a: {text: A, suports: b}}}",
        "{argmap: 1, claims: {a b: A}}",
        "{argmap: 1, claims: {a: {kind: fact}}}",
        "{argmap: 1, evidence: {a: {text: A, kind: fact}}}",
        "{argmap: 1, arguments: {a: {premises: b}}}",
        "{argmap: 1, arguments: {a: {premises: b, supports: c, attacks: d}}}",
        "{argmap: 1, statements: [{by: x, claim: a, stance: pro}]}",
        "{argmap: 1, statements: [{by: x, claim: a, argument: b, stance: for}]}",
        "{argmap: 1, statements: [{by: x, claim: a, stance: for, quote: {prefix: b}}]}",
        "{argmap: 1, weights: {a: 2}}",
        "{argmap: 1, source: {title: T, date: 10.12.2025}}",
    ],
)
def test_what_the_reader_refuses_does_not_pass(text: str) -> None:
    assert faults(text) != []


def test_every_field_of_every_entry_is_offered() -> None:
    known = {entry.__name__: set(fields) for entry, fields in FIELDS.items()}
    offered = {name: set(schema["properties"]) for name, schema in SCHEMA["$defs"].items() if name in known}
    assert {**offered, "AnnotationFile": set(SCHEMA["properties"])} == known


def test_no_name_only_repeats_its_key_and_nothing_leads_nowhere() -> None:
    references = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', schema_text()))
    assert references <= set(SCHEMA["$defs"])
    assert '"title": "Text"' not in schema_text()
