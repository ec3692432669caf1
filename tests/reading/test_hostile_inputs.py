"""Inputs that break programs end in a map or in a clear diagnostic."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from argmap.api import loads, render
from argmap.diagnostics import Severity
from tests.reading import hostile


def codes(text: str) -> set[str]:
    return {diagnostic.rule.code for diagnostic in loads(text).diagnostics}


@pytest.mark.parametrize("name", hostile.LARGE)
def test_what_is_only_large_or_tangled_is_told_in_full_and_becomes_a_map(name: str) -> None:
    make, told = hostile.LARGE[name]
    annotated = loads(make())
    assert [diagnostic.rule.code for diagnostic in annotated.diagnostics] == told
    picture = ET.fromstring(render(annotated, "svg"))  # noqa: S314 - our own picture
    cards = [element for element in picture.iter() if "card" in element.get("class", "").split()]
    assert len(cards) == len(annotated.graph.claims) > 0


@pytest.mark.parametrize(("make", "count"), [(hostile.chain, hostile.CHAIN), (hostile.many_verbs, hostile.MANY)])
def test_every_reason_is_one_even_where_its_target_is_named_twice(make: Callable[[], str], count: int) -> None:
    assert len(loads(make()).graph.arguments) == count - 1


def test_nesting_without_end_is_refused() -> None:
    assert codes(hostile.nested(300)) == {"AM006"}
    assert codes(hostile.nested(100_000)) == {"AM006"}


def test_aliases_are_told_and_never_expanded() -> None:
    annotated = loads(hostile.alias_bomb())
    assert codes(hostile.alias_bomb()) == {"AM005"}
    assert len(annotated.diagnostics) == 8 * 10 + 9


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["windows", "old-mac", "unix"])
def test_line_ends_of_every_system_give_the_same_map_and_the_same_places(end: str) -> None:
    text = "argmap: 1\nclaims:\n  slow: Japan is slow.\n  late:\n    text: |\n      Japan\n      is late.\n    suports: slow\n"
    there = loads(text.replace("\n", end))
    assert render(there, "json") == render(loads(text), "json")
    (finding,) = (diagnostic.finding for diagnostic in there.diagnostics)
    assert (finding.at.line, finding.at.column, finding.at.end_column) == (8, 5, 12)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "AM008"),
        ("\n \n", "AM008"),
        ("# only a comment", "AM008"),
        ("---\n", "AM008"),
        ("{}", "AM008"),
        ("\ufeff", "AM008"),
        ("null", "AM103"),
        ("words", "AM103"),
        ("[]", "AM103"),
        ("argmap: 1\n\0", "AM010"),
        ("argmap: 1\nclaims: {a: \ud800}", "AM010"),
        ("argmap: 1\nclaims: {a: \ufffe}", "AM010"),
        ("argmap: 1\n---\nargmap: 1\n", "AM009"),
        ("? [a]\n: b\n", "AM103"),
        ("*a : b\n", "AM005"),
        ("&a\n", "AM005"),
        ("!!python/object/apply:os.system [echo]", "AM005"),
        ("%TAG ! tag:x,2000:\n---\nargmap: 1\n", None),
        ("\ufeffargmap: 1\n", None),
        ("--- {argmap: 1}\n...\n", None),
    ],
)
def test_odd_texts_are_told_by_their_code(text: str, code: str | None) -> None:
    assert codes(text) >= ({code} if code else set())
    assert bool(codes(text)) is bool(code)


def test_a_broken_syntax_has_one_diagnostic_and_leaves_no_echo() -> None:
    assert codes("argmap: 1\nclaims: {a: {text: b, supports: c}, ") == {"AM003"}


def test_what_is_wrong_is_left_out_and_the_rest_is_drawn() -> None:
    annotated = loads(
        "argmap: 1\nclaims:\n  slow: Japan is slow.\n  late:\n    text: Japan is late.\n    supports: [slow, gone]\n    kind: x\n"
    )
    assert {diagnostic.severity for diagnostic in annotated.diagnostics} == {Severity.ERROR}
    assert list(annotated.graph.claims) == ["annotation/slow", "annotation/late"]
    assert list(annotated.graph.arguments) == ["annotation/late>slow"]
