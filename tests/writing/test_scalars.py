"""Texts as YAML scalars: whatever reads them, it reads the same text."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.diagnostics import TextFile
from argmap.reading.syntax import UNPRINTABLE
from argmap.reading.values import parse
from argmap.writing import scalars

HOSTILE = (
    "",
    " ",
    "no",
    "Yes",
    "ON",
    "y",
    "null",
    "~",
    "True",
    "1",
    "-1",
    "1_000",
    "0x1F",
    "0o17",
    "0b1",
    "017",
    "1:20",
    "1e3",
    "1.5e+3",
    ".5",
    ".inf",
    "-.INF",
    ".NaN",
    "2025-12-10",
    "2025-1-1",
    "2025-12-10T10:00:00Z",
    "2025-12-10 10:00",
    "=",
    "<<",
    "-",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a:",
    "a #b",
    "#a",
    "&a",
    "*a",
    "!a",
    "|",
    "> a",
    "'a'",
    '"a"',
    "%a",
    "@a",
    "`a",
    "[a]",
    "{a}",
    ", a",
    "---",
    "...",
    "--- a",
    "a\\b",
    "it's",
    'it\'s "so"',
    " a",
    "a ",
    "a\u00a0",
    "a\nb",
    "a\nb\n",
    "a\n\nb",
    "\na\nb",
    " a\nb",
    "a \nb",
    "a\n b",
    "a\n\n",
    "a\r\nb",
    "a\tb",
    "a\x85b",
    "a\u2028b\u2029c",
    "\ufeffa",
    "a\0b",
    "\x7f\x9f\ufffe\uffff",
    "\U0001f600",
    "«Ларнхавенский курьер»",
    "a\n#b",
    "a\n---\nb",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(alphabet=" :#-?'\"\\\n\t\r[]{},&*!|>%@`~=<.0123456789eExno_ая\u2028\x85\u00a0"),
)


def _in_a_file(written: tuple[str, ...]) -> str:
    return "\n".join((f"k: {written[0]}", *(f"  {line}" if line else "" for line in written[1:]), "x: y", ""))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_back_as_it_was(text: str) -> None:
    document = _in_a_file(scalars.lines(text))
    assert yaml.safe_load(document) == {"k": text, "x": "y"}
    assert parse(TextFile("k", document)).value == {"k": UNPRINTABLE.sub("", text), "x": "y"}


@given(TEXTS)
@example("a\n\u3000b")
def test_every_text_comes_back_from_our_reader_and_from_pyyaml(text: str) -> None:
    document = _in_a_file(scalars.lines(text))
    assert yaml.safe_load(document) == {"k": text, "x": "y"}
    assert parse(TextFile("k", document)).value == {"k": UNPRINTABLE.sub("", text), "x": "y"}


@given(TEXTS)
def test_every_text_comes_back_from_a_list_in_brackets_and_as_a_key(text: str) -> None:
    assert yaml.safe_load(f"k: [{scalars.one_line_in_brackets(text)}, z]\n") == {"k": [text, "z"]}
    assert yaml.safe_load(f"{scalars.one_line(text)}: z\n") == {text: "z"}


@given(TEXTS)
def test_a_text_without_a_line_end_is_written_on_one_line(text: str) -> None:
    written = scalars.lines(text)
    assert len(written) == 1 or "\n" in text
    assert all("\n" not in line and "\r" not in line for line in written)


@pytest.mark.parametrize(
    "text",
    ["Tokyo moves", "22 per cent", "a, b", "C5+1", "http://a.b/c?d=e#f", "Why?", "rival-summits>catch-up", "2015–2020", "a:b"],
)
def test_ordinary_words_need_no_quotes(text: str) -> None:
    assert scalars.lines(text) == (text,)


def test_quotes_are_the_ones_that_need_no_escape() -> None:
    assert scalars.one_line("Japan's: a start") == '"Japan\'s: a start"'
    assert scalars.one_line('"new oil"') == "'\"new oil\"'"
    assert scalars.one_line('Japan\'s "new": oil') == "'Japan''s \"new\": oil'"


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        scalars.one_line("a\ud800")


@pytest.mark.parametrize(
    ("text", "plain", "expected"),
    [("3", True, "3"), ("3", False, "'3'"), ("-1", True, "-1"), ("a: b", True, "'a: b'"), ("no", True, "no")],
)
def test_a_value_of_the_users_own_stays_what_it_is_to_others(text: str, plain: bool, expected: str) -> None:  # noqa: FBT001 - a table of cases
    assert scalars.as_written(text, plain=plain) == expected
