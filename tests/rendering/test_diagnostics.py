"""How findings look: the right part of a long line, carets under what is meant in every script, nothing that steers a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Finding, Place, Related, Rule, Severity, TextFile
from argmap.rendering.diagnostics import DiagnosticFormat, render_diagnostics

RULE = Rule("AM999", "a-rule", Severity.WARNING, "Report what is tested.")


def full(text: str, start: int, end: int, hint: str | None = None, *related: Related) -> list[str]:
    file = TextFile("a.yaml", text)
    finding = Finding(file.place(start, end), "something is odd", hint, related)
    return render_diagnostics([Diagnostic(RULE, finding)], [file]).splitlines()


def test_the_line_stands_under_the_message_and_carets_under_what_is_meant() -> None:
    assert full("one\nkey: value\n", 9, 14) == [
        "a.yaml:2:6: warning[AM999] something is odd",
        "  |",
        "2 | key: value",
        "  |      ^^^^^",
    ]


def test_hint_and_other_places_follow() -> None:
    places = [Related("first at", Place("b.yaml", 3, 4)), Related("then at", Place("c.yaml", 5, 6))]
    assert full("x", 0, 1, "write y", *places)[-2:] == ["  = hint: write y  (first at b.yaml:3:4)", "  = (then at c.yaml:5:6)"]
    assert full("x", 0, 1, None, *places)[-2:] == ["  = (first at b.yaml:3:4)", "  = (then at c.yaml:5:6)"]


@pytest.mark.parametrize(
    ("text", "word", "carets"),
    [
        ("text: 日本は遅い", "遅い", "            ^^^^"),
        ("text: Япония медлит", "медлит", "             ^^^^^^"),
        ("text: café slow", "slow", "           ^^^^"),
        ("\tslow", "slow", "    ^^^^"),
        ("a: \x01slow", "slow", "         ^^^^"),
    ],
)
def test_carets_stand_under_the_word_in_every_script(text: str, word: str, carets: str) -> None:
    start = text.index(word)
    assert full(text, start, start + len(word))[-1] == f"  | {carets}"


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    text = f"{'x' * 1000} here {'y' * 1000}"
    shown, carets = full(text, 1001, 1005)[-2:]
    assert len(shown) < 200
    assert "…x" in shown
    assert "y…" in shown
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "here"


def test_of_several_lines_the_first_is_shown() -> None:
    assert full("a: |\n  one\n  two\n", 0, 14)[-2:] == ["1 | a: |", "  | ^^^^"]


def test_a_place_at_the_end_of_the_file_has_a_caret_too() -> None:
    assert full("a\n", 2, 2)[-2:] == ["2 | ", "  | ^"]


def test_a_finding_without_a_file_has_no_excerpt() -> None:
    text = render_diagnostics([Diagnostic(RULE, Finding(Place("gone.yaml"), "it is gone"))], [])
    assert text == "gone.yaml:1:1: warning[AM999] it is gone\n"


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.data())
def test_no_text_steers_the_terminal_and_every_format_can_be_written(text: str, data: st.DataObject) -> None:
    file = TextFile(text, text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    diagnostic = Diagnostic(RULE, Finding(file.place(start, end), text, text, (Related(text, file.place(0, 0)),)))
    for form in DiagnosticFormat:
        written = render_diagnostics([diagnostic], [file], form)
        if form is DiagnosticFormat.JSON:
            assert json.loads(written)[0]["message"] == text
        elif form is not DiagnosticFormat.GITHUB:
            assert not [sign for sign in written if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}]
        else:
            assert written.count("\n") == 1
