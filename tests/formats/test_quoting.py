"""Places of a text as quotes: the least context that tells them apart, found again where they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import Anchor, Quote, find_quote, index_text, normalise
from argmap.exchange.quoting import Passages

CONTEXTS = (0, 16, 32, 64, 128, 256)
WORDS = st.sampled_from(["word", "Word", "wórd", "w", " ", "  ", "\n", "—", "…", "ё", "«", "\u0301", "x"])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map("".join) | st.integers(1, 120).map(lambda number: "word " * number)


def _told_apart(text: str, start: int, end: int) -> Quote | None:
    """The definition: words with the least around them that begins at one place of the text only."""
    for context in CONTEXTS:
        quote = Quote(text[start:end], text[max(0, start - context) : start], text[end : end + context])
        whole = quote.prefix + quote.exact + quote.suffix
        if sum(text.startswith(whole, place) for place in range(len(text))) == 1:
            return quote
    return None


@given(st.data(), TEXTS)
def test_a_place_gets_the_least_context_that_tells_it_apart_and_is_found_again(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    fields = Passages(text).at(start, end)
    words = text[start:end].strip()
    start += text[start:end].index(words)
    quote = Quote(**fields) if fields else None
    assert quote == (_told_apart(text, start, start + len(words)) if normalise(words).strip() else None)
    if quote is not None:
        found = find_quote(index_text(text), quote)
        assert isinstance(found, Anchor)
        assert (found.start, found.end) == (start, start + len(words))


def test_of_a_word_ten_thousand_times_over_only_places_near_something_else_can_be_told() -> None:
    text = "word " * 5_000 + "END " + "word " * 5_000
    passages = Passages(text)
    words = [found.start() for found in re.finditer("word", text)]
    told = [row for row, start in enumerate(words) if passages.at(start, start + 4) is not None]
    assert told == list(range(5_000 - 51, 5_000 + 51))


def test_words_are_quoted_only_where_they_stand_once() -> None:
    passages = Passages("Rents rise. Rents fall, they say.")
    assert passages.of("rents FALL") == {"exact": "Rents fall"}
    assert [passages.of(words) for words in ("Rents", "Rents", "nothing of it")] == [None] * 3
