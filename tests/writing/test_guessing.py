"""What a text says of itself, and that nothing is made up where it does not say it."""

from pathlib import Path

import pytest

from argmap.writing.guessing import date_of, language_of, title_of

LINES = (Path(__file__).parent / "paragraphs.txt").read_text("utf-8").splitlines()
PARAGRAPHS = {name: words for name, _, words in (line.partition(": ") for line in LINES)}
"""A paragraph each in the languages that are known, by tag, and in some of their neighbours, by name."""
KNOWN = [name for name in PARAGRAPHS if len(name) == 2]
OTHERS = [words for name, words in PARAGRAPHS.items() if name not in KNOWN]


@pytest.mark.parametrize("language", KNOWN)
def test_the_language_of_a_paragraph_is_known(language: str) -> None:
    assert language_of(PARAGRAPHS[language]) == language


@pytest.mark.parametrize(
    "text", [*OTHERS, "", "Tokyo.", "12 34", PARAGRAPHS["en"] + PARAGRAPHS["de"], PARAGRAPHS["ru"] + PARAGRAPHS["uk"]]
)
def test_a_language_that_is_not_certain_is_not_named(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A title\n2025-12-10\n", "2025-12-10"),
        ("A title\nPublished 1.2.2025, 10:30", "2025-02-01"),
        ("10.12.2025 A title, again 2025-12-10", "2025-12-10"),
        ("A title\n10/12/2025", None),
        ("A title\n10.12.2025\n11.12.2025", None),
        ("A title\n31.02.2025 and 2025-13-01", None),
        ("A title, number 12025-12-10, version 1.2.3.2025", None),
        ("Заголовок\n10 декабря 2025, 21:38", "2025-12-10"),
        ("A title\nBy A. Writer, December 10, 2025", "2025-12-10"),
        ("A title\n10 xyz 2025", None),
        ("A title\nThe last visit was on 5 May 2015, and nothing followed it, as those who remember will tell.", None),
        ("line\n" * 8 + "2025-12-10", None),
        ("", None),
    ],
)
def test_a_date_is_taken_where_the_first_lines_name_one_and_one_only(text: str, date: str | None) -> None:
    assert date_of(text) == date


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Tokyo   moves \nMore", "Tokyo moves"),
        ("# Tokyo moves #", "Tokyo moves"),
        ("===\n**Tokyo moves**", "Tokyo moves"),
        ("10.12.2025\nTokyo moves", "Tokyo moves"),
        ("date 2025-12-10 Токио", "Токио"),
        ("Tokyo moves, - A. Writer\n\nTokyo moves\n", "Tokyo moves"),
        ("Tokyo moves again\nTokyo moves\n", "Tokyo moves again"),
        ("word " * 40, "word " * 29 + "word…"),
        ("w" * 200, "w" * 149 + "…"),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_that_says_something_and_not_too_long(text: str, title: str) -> None:
    assert title_of(text) == title
