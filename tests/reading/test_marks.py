"""Where the keys and values of a text stand."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import TextFile
from argmap.reading.marks import Marks
from argmap.reading.values import KeyPath, parse

WORDS = st.text("abcdefgh", min_size=1, max_size=3)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=20
) | st.integers(60, 70).flatmap(
    lambda number: st.sampled_from([{f"k{row}": f"v{row}" for row in range(number)}, [[f"v{row}"] for row in range(number)]])
)


@given(VALUES)
def test_every_value_and_every_key_is_found_where_it_stands(value: Any) -> None:
    text = json.dumps(value)
    marks = parse(TextFile("x", text)).marks
    for path, inner in _paths(value, ()):
        assert json.loads(text[slice(*marks.span_at(path))]) == inner
        if path and isinstance(path[-1], str):
            assert json.loads(text[slice(*marks.span_at(path, key=True))]) == path[-1]
    assert list(_walked(marks, 0, ())) == [path for path, _ in _paths(value, ())]


def test_a_path_that_leads_nowhere_ends_at_the_nearest_that_is_there() -> None:
    text = "a:\n  b: [c]\nd:\n"
    marks = parse(TextFile("x", text)).marks
    found = [text[slice(*marks.span_at(path))] for path in (("a", "b", 7), ("a", "b", "x"), ("a", "x"), ("d",), ("d", "x"), ("x",))]
    assert found == ["[c]", "[c]", "b: [c]", "d", "d", text.rstrip()]


def test_what_stands_under_the_second_of_two_equal_keys_is_found_too() -> None:
    many = "".join(f"  k{row}: v\n" for row in range(70))
    for filling in ("", many):
        text = f"claims:\n  a: first\n{filling}claims:\n  a: second\n  b: third\n{filling}"
        marks = parse(TextFile("x", text)).marks
        assert text[slice(*marks.span_at(("claims", "a")))] == "first"
        assert text[slice(*marks.span_at(("claims", "b")))] == "third"


def test_the_same_keys_written_twice_over_are_each_told_with_the_first_line() -> None:
    text = "".join(f"k{row}: v\n" for row in range(100)) * 2
    told = [one.finding.message for one in parse(TextFile("x", text)).diagnostics]
    assert told == [f"key 'k{row}' stands twice in one mapping, here and on line {row + 1}" for row in range(100)]


def _paths(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    yield path, value
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _paths(inner, (*path, step))


def _walked(marks: Marks, row: int, path: KeyPath) -> Iterator[KeyPath]:
    yield path
    if not marks.is_scalar(row):
        for step, _, inner in marks.children(row):
            yield from _walked(marks, inner, (*path, step))
