"""Places of words in long texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import Places, places


@pytest.fixture(autouse=True)
def every_text_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is gone through only once before it is filed, and in which each place may be looked at."""
    monkeypatch.setattr(places, "_LONG", 0)
    monkeypatch.setattr(places, "_PATIENCE", 1)
    monkeypatch.setattr(places, "_LOOK", 1)


def _only(text: str, words: str) -> int | None:
    """The definition."""
    found = [start for start in range(len(text)) if text.startswith(words, start)]
    return found[0] if len(found) == 1 else None


TEXTS = st.lists(
    st.sampled_from(["word ", "words and words ", "a", "b", "aaaaaaaaaaaaaaaaaaaaaaaa", "ё", "🏠", "\n"]), max_size=60
).map("".join)
LENGTHS = st.sampled_from([1, 2, 3, 4, 5, 7, 8, 9, 22, 23, 24, 40, 1_000])
"""Also those at which words begin to be looked for in another way."""


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), LENGTHS), min_size=1, max_size=20))
def test_words_are_found_where_they_stand_if_it_is_one_place(text: str, spans: list[tuple[int, int]]) -> None:
    asked = Places(text)
    for start, length in spans:
        words = text[start : start + length] or "x"
        assert asked.only(words) == _only(text, words)
        assert asked.only(f"{words}—") is None


@pytest.mark.parametrize("length", [3, 4, 7, 8, 22, 23])
def test_each_place_of_a_text_is_found(length: int) -> None:
    text = " ".join(map(str, range(10_000, 10_300)))
    asked = Places(text)
    for start in range(len(text)):
        words = text[start : start + length]
        assert asked.only(words) == _only(text, words)


@pytest.mark.parametrize("length", [4, 8, 23])
@pytest.mark.parametrize("end", range(100, 117))
def test_the_last_words_of_a_text_are_found(length: int, end: int) -> None:
    text = " ".join(map(str, range(100, 200)))[:end]
    asked = Places(text)
    assert asked.only("nowhere") is None
    assert asked.only(text[-length:]) == end - length


def test_a_part_of_a_word_is_another_place() -> None:
    asked = Places("no concatenation of cats, cat by cat, is a caterpillar; a dog is")
    assert [asked.only(words) for words in ("cate", "cats", "cat ", "a dog", "aterpillar")] == [None, 20, 26, 56, 44]


def test_words_that_are_like_all_else_are_found_by_going_through_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_LOOK", 1_000)
    text = "a" * 5_000 + "b"
    asked = Places(text)
    for length in (100, 20, 4):
        assert asked.only(text[-length:]) == 5_001 - length
        assert asked.only("a" * length) is None
