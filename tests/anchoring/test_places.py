"""Places of words in long texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import Places, places


@pytest.fixture(autouse=True)
def every_text_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_LONG", 0)


def _only(text: str, words: str) -> int | None:
    """The definition."""
    found = [start for start in range(len(text)) if text.startswith(words, start)]
    return found[0] if len(found) == 1 else None


PIECES = st.sampled_from(["word ", "words and words ", "a", "b", "aaaaaaaaaaaaaaaaaaaaaaaa", "ё", "🏠", "\n"])


@given(st.lists(PIECES, max_size=60).map("".join), st.data())
def test_words_are_found_where_they_stand_if_it_is_one_place(text: str, data: st.DataObject) -> None:
    asked = Places(text)
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start + 1, len(text) + 1))] or "x"
    assert asked.only(words) == _only(text, words)
    assert asked.only(f"{words}—") is None


def test_words_that_are_like_all_else_are_found_by_going_through_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_MANY", 10)
    text = "a" * 5_000 + "b"
    assert Places(text).only(text[-100:]) == 4_901
    assert Places(text).only("a" * 100) is None
