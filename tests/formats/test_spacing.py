"""White space: a large text becomes one line as a small one does."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange import spacing
from argmap.exchange.spacing import on_one_line


@given(st.lists(st.sampled_from(["a", "bc", " ", "\n", "\u2003", "\x1f", "я" * 4_000])).map("".join))
def test_a_text_on_one_line_is_its_words_with_a_blank_between_them(text: str) -> None:
    assert on_one_line(text) == " ".join(text.split())


def test_a_text_that_is_one_line_already_stays_the_very_same() -> None:
    text = "two words " * 3 * spacing._STRETCH + "end"
    assert on_one_line(text) is text
