"""Who types what a hint says has said what was meant."""

import pytest

from argmap.api import loads


@pytest.mark.parametrize(
    "words", ["Итог: ничья", "it's: so", '"Новая нефть" региона', "'a' b", 'say "x": it\'s', "\"a\" and 'b' \\ c", "a: 'b' #1"]
)
def test_a_text_that_needs_quotes_is_shown_in_them(words: str) -> None:
    def claim(written: str) -> str:
        return f"argmap: 1\nclaims:\n  slow:\n    text: {written}\n"

    (diagnostic,) = loads(claim(words)).diagnostics
    hint = diagnostic.finding.hint or ""
    assert hint.startswith("put the whole text in quotes: ")
    if " #" not in words:
        annotated = loads(claim(hint.removeprefix("put the whole text in quotes: ")))
        assert annotated.diagnostics == ()
        assert [list(one.text.values()) for one in annotated.graph.claims.values()] == [[words]]


def test_the_id_of_an_argument_with_spaces_in_it_is_shown_without_them() -> None:
    text = "argmap: 1\nclaims: {a: A., b: {text: B., supports: a}, c: {text: C., undercuts: b > a}}\n"
    hints = [diagnostic.finding.hint for diagnostic in loads(text).diagnostics if diagnostic.rule.code == "AM104"]
    assert hints == ["write it without spaces: `b>a`"]
