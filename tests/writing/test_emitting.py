"""Models written as YAML say, read back, the same: to us and to others."""

from collections.abc import Iterator
from textwrap import dedent
from types import NoneType
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from pydantic import BaseModel

from argmap import model
from argmap.lean import Lean
from argmap.model import AnnotationFile
from argmap.writing.emitting import emit
from argmap.writing.formatting import format_text
from argmap.writing.style import FIELDS
from tests.writing.annotations import annotations, order_of, read


@given(annotations)
def test_what_is_written_says_the_same_in_the_same_order(annotation: AnnotationFile) -> None:
    back = read(emit(annotation))
    assert back == annotation
    assert order_of(back) == order_of(annotation)


@given(annotations)
def test_other_yaml_readers_find_the_same_texts(annotation: AnnotationFile) -> None:
    value = yaml.safe_load(emit(annotation))
    for name in (
        "actors",
        "questions",
        "claims",
        "evidence",
        "arguments",
        "statements",
        "source",
        "include",
        "annotator",
        "x-mine",
    ):
        assert all(type(one) in {str, NoneType} for one in _leaves(value.get(name)))


def _leaves(value: Any) -> Iterator[Any]:
    """Keys and scalars, but for dates and switches: these are no texts to others, and need not be."""
    match value:
        case dict():
            yield from value
            for key, item in value.items():
                if key not in {"date", "observed", "implicit"}:
                    yield from _leaves(item)
        case list():
            for item in value:
                yield from _leaves(item)
        case _:
            yield value


@given(annotations)
def test_what_is_written_is_in_the_house_style_already(annotation: AnnotationFile) -> None:
    text = emit(annotation)
    assert format_text(text) == text


def test_a_new_file_looks_like_this() -> None:
    annotation = AnnotationFile.model_validate(
        {
            "argmap": "1",
            "source": {
                "id": "rent",
                "title": {"en": "Rents: a dispute", "ru": "Спор о ценах"},
                "author": ["anna"],
                "date": "2025-12",
            },
            "actors": {"anna": {"name": "Anna"}},
            "questions": {"cap": "Should rents be capped?"},
            "claims": {"yes-cap": {"text": "Yes.", "answers": ["cap"]}, "no-cap": "No."},
            "evidence": {
                "berlin": {
                    "text": "In Berlin supply fell.",
                    "kind": "event",
                    "supports": ["no-cap", "less"],
                    "cites": [{"title": "Report"}],
                }
            },
            "arguments": {"both": {"premises": ["berlin"], "attacks": "yes-cap"}},
            "statements": [
                {"by": ["anna"], "claim": "no-cap", "stance": "for", "quote": ["no"], "gloss": {"ru": "нет"}},
                {
                    "by": ["anna", "boris"],
                    "claim": "no-cap",
                    "stance": "for",
                    "quote": [{"exact": "no", "prefix": "say "}, "never"],
                },
            ],
            "weights": {"berlin": 0.9, "both": 1.0, "no-cap": 1e-7},
            "x-imported": {"from": "a spreadsheet", "row": 3, "empty": None},
        }
    )
    comments = {
        (): "Imported.\n\nLook it over.",
        ("claims",): "The two sides.",
        ("claims", "no-cap"): "Said twice.",
        ("statements", 1, "quote", 1): "On the next page.",
    }
    assert emit(annotation, comments) == dedent("""\
        # Imported.
        #
        # Look it over.

        argmap: 1
        language: en

        source:
          id: rent
          title:
            en: 'Rents: a dispute'
            ru: Спор о ценах
          author: anna
          date: 2025-12

        actors:
          anna: Anna

        questions:
          cap: Should rents be capped?

        # The two sides.
        claims:
          yes-cap:
            text: Yes.
            answers: cap
          # Said twice.
          no-cap: No.

        evidence:
          berlin:
            text: In Berlin supply fell.
            kind: event
            cites:
              - title: Report
            supports: [no-cap, less]

        arguments:
          both:
            premises: [berlin]
            attacks: yes-cap

        statements:
          - by: anna
            claim: no-cap
            stance: for
            quote: 'no'
            gloss:
              ru: нет
          - by: [anna, boris]
            claim: no-cap
            stance: for
            quote:
              - exact: 'no'
                prefix: 'say '
              # On the next page.
              - never

        weights:
          berlin: 0.9
          both: 1
          no-cap: 0.0000001

        x-imported:
          from: a spreadsheet
          row: 3
          empty: null
        """)


def test_a_comment_for_what_is_not_written_stands_above_the_entry_it_would_be_in() -> None:
    annotation = AnnotationFile.model_validate({"argmap": "1", "claims": {"a": {"text": "A", "tags": ["x"]}}})
    comments: dict[tuple[str | int, ...], str] = {
        ("claims", "a", "kind"): "No kind.",
        ("claims", "a", "note", "en"): "No note.",
    }
    text = emit(annotation, comments)
    assert "  # No kind.\n  # No note.\n  a:\n    text: A\n" in text


def test_characters_that_no_file_can_hold_are_left_out_like_the_reader_does() -> None:
    annotation = AnnotationFile.model_validate({"argmap": "1", "claims": {"a": "one\0\ud800two"}})
    assert read(emit(annotation, {(): "c\0d\u2028e"})).claims["a"].text == "onetwo"


def test_every_field_of_every_entry_has_its_place() -> None:
    assert {entry: sorted(fields) for entry, fields in FIELDS.items()} == {entry: sorted(entry.model_fields) for entry in FIELDS}


def test_every_kind_of_entry_is_known() -> None:
    kinds = {one for one in vars(model).values() if isinstance(one, type) and issubclass(one, BaseModel)}
    assert set(FIELDS) == kinds - {Lean, model.Entry, model.Proposition}


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in items:
        yield from _paths(one, (*path, step))


@given(annotations, st.data())
def test_comments_stand_above_what_they_are_for_and_stay_there(annotation: AnnotationFile, data: DataObject) -> None:
    paths = list(_paths(yaml.load(emit(annotation), Loader=yaml.BaseLoader)))  # noqa: S506 - reads everything as text
    chosen = data.draw(st.lists(st.sampled_from(paths), unique=True, max_size=4))
    text = emit(annotation, {path: f"⚑ {path}" for path in chosen})
    assert read(text) == annotation
    assert format_text(text) == text
    assert text.count("# ⚑") == len(chosen)
