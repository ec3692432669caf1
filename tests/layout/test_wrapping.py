import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.layout.metrics import Ruler
from argmap.layout.wrapping import one_line, wrap

ROOM = 140.0


def lines_of(text: str, room: int) -> list[str]:
    return [line for line, _ in wrap(text, room, len)]


@given(st.text(max_size=400))
@example("a" * 300)
@example("слово-через-дефис/и/косую " * 9)
@example("\ud800\x00 " * 20)
@example("👩‍👩‍👧‍👦🇯🇵" * 30)
def test_any_text_wraps_to_lines_that_fit_and_loses_no_character(text: str) -> None:
    ruler = Ruler(13)
    lines = wrap(text, ROOM, ruler.__getitem__)
    assert "".join(line for line, _ in lines) == one_line(text)
    for line, width in lines:
        assert line.strip(" ")
        assert width == pytest.approx(ruler[line.rstrip(" ")], abs=1e-6)
        assert width <= ROOM + 1e-6


@given(st.text(alphabet="аб e\u0301\u200d👍🏽🇯🇵각한", max_size=80))
def test_no_line_begins_with_a_mark_of_the_line_before(text: str) -> None:
    lines = lines_of(text, 5)
    for before, line in pairwise(lines):
        assert before.endswith(" ") or not (unicodedata.category(line[0]).startswith("M") or line[0] == "\u200d")


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=9), min_size=1, max_size=40).map(" ".join), st.integers(9, 40))
def test_there_are_as_few_lines_as_fit(text: str, room: int) -> None:
    # One letter stays with the next word, which may need a line more; the text is chosen without such words.
    text = text.replace(" ", "x ") + "x"
    fullest = 1
    used = -1
    for word in text.split(" "):
        if used >= 0 and used + 1 + len(word) > room:
            fullest, used = fullest + 1, len(word)
        else:
            used += 1 + len(word)
    if max(map(len, text.split(" "))) <= room:
        assert len(lines_of(text, room)) == fullest


def test_lines_are_of_about_the_same_width() -> None:
    text = "one two three four five six seven eight nine ten eleven"
    widths = [len(line.rstrip()) for line in lines_of(text, 40)]
    assert max(widths) - min(widths) <= 8


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \t\n ", []),
        ("tabs\tand\r\nline ends", ["tabs and ", "line ends"]),
        ("a no\u00a0break space", ["a no\u00a0break ", "space"]),
        ("Центральная Азия — регион", ["Центральная ", "Азия — ", "регион"]),
        ("считают в Токио", ["считают ", "в Токио"]),
        ("north-south and 2010-2015", ["north-", "south and ", "2010-2015"]),
        ("длинное из-за слова", ["длинное ", "из-за слова"]),
        ("на 31 000 машин", ["на 31 000 ", "машин"]),
        ("of 2024 500 were", ["of 2024 ", "500 were"]),
        ("text: </title></b> end", ["text: ", "</title></b> ", "end"]),
        ("see example.org/page/one", ["see ", "example.org/", "page/one"]),
        ("either/or choice", ["either/or ", "choice"]),
        ("東京は、中央アジアで「存在感」を", ["東京は、中央アジ", "アで「存在感」を"]),
    ],
)
def test_lines_break_where_an_editor_would(text: str, lines: list[str]) -> None:
    assert lines_of(text, 12) == lines
