"""A quote is found where it stands, and where that is not certain nobody guesses."""

import subprocess
import sys

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from argmap.anchoring import Ambiguous, Anchor, Missing, Quote, Reason, Way, find_quote, index_text
from argmap.anchoring.normalising import normalise

ARTICLE = """Япония оказалась в роли догоняющего. Страны освоили формат "С5+1" и провели саммиты.
Ещё одна сторона – за\u0301мок у моря… Цена: −5 % за 2024 год. Длинный митинг окончен.
The Office leans towards a closure; the office — it says — will not say when.
"""
words = st.text(st.sampled_from("abcdeёжз -.\n"), min_size=1, max_size=60)
any_text = st.text(st.characters() | st.sampled_from("aа \u0301\u00ad\n"), max_size=80)


def found(words: str, prefix: str = "", suffix: str = "", *, text: str = ARTICLE) -> str:
    """Return the words at the place of a quote, which must have one."""
    anchor = find_quote(index_text(text), Quote(words, prefix, suffix))
    assert isinstance(anchor, Anchor)
    return text[anchor.start : anchor.end]


def way(words: str, *, text: str = ARTICLE) -> tuple[Way, bool]:
    anchor = find_quote(index_text(text), Quote(words))
    assert isinstance(anchor, Anchor)
    assert anchor.score == 100
    return anchor.way, anchor.lookalikes


def test_verbatim_words_are_found_verbatim() -> None:
    assert find_quote(index_text(ARTICLE), Quote("в роли")) == Anchor(17, 23, Way.EXACT, 100, lookalikes=False)


def test_offsets_count_code_points_of_the_text_as_it_was_given() -> None:
    text = "🙂\r\nза\u0301мок  \u00ad«А»"
    anchor = find_quote(index_text(text), Quote('ЗАМОК "а"'))
    assert anchor == Anchor(3, 15, Way.NORMALISED, 100, lookalikes=False)


def test_verbatim_words_win_over_the_same_words_in_another_spelling() -> None:
    assert found("The Office") == "The Office"
    assert found("the office") == "the office"
    assert find_quote(index_text(ARTICLE), Quote("THE OFFICE")) == Ambiguous(((167, 177), (203, 213)))


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("«с5+1» И", '"С5+1" и'),
        ("ещё\u00a0одна\n  сторона - замок", "Ещё одна сторона – за\u0301мок"),
        ("моря...", "моря…"),
        ("-5 %", "−5 %"),
        ("«в роли догоняющего»", "в роли догоняющего"),
        ("в роли догоняющего!", "в роли догоняющего"),
        ("… страны освоили формат …", "Страны освоили формат"),
        ("– Страны освоили формат", "Страны освоили формат"),
        ("[освоили]", "освоили"),
        ("\n  освоили формат\n", "освоили формат"),
        ("\ufeffосвоили", "освоили"),
    ],
)
def test_another_spelling_and_marks_around_the_words_are_forgiven(quote: str, words: str) -> None:
    assert found(quote) == words


def test_letters_of_another_script_are_told() -> None:
    assert way("С5+1") == (Way.EXACT, False)
    assert way("с5+1") == (Way.NORMALISED, False)
    assert way("C5+1") == (Way.NORMALISED, True)
    assert way("рoли") == (Way.NORMALISED, True)


def test_the_right_script_wins_over_a_look_alike() -> None:
    assert found("c5", text="С5 or C5") == "C5"


def test_marks_are_only_left_out_around_whole_words() -> None:
    assert find_quote(index_text(ARTICLE), Quote('"нг"')) == Missing(Reason.ABSENT)
    assert find_quote(index_text(ARTICLE), Quote("нги.")) == Missing(Reason.ABSENT)
    assert isinstance(find_quote(index_text(ARTICLE), Quote("нг")), Anchor)


def test_short_look_alikes_are_only_found_as_whole_words() -> None:
    assert not isinstance(find_quote(index_text("сорок сопок"), Quote("cop")), Anchor)
    assert isinstance(find_quote(index_text("сор и шум"), Quote("cop")), Anchor)


def test_a_minus_sign_is_no_mark_around_words() -> None:
    assert not isinstance(find_quote(index_text("a plus of 5 per cent"), Quote("-5 per cent")), Anchor)


def test_words_are_not_found_inside_a_letter_with_its_marks() -> None:
    assert not isinstance(find_quote(index_text("x\u0308 Straße"), Quote("X")), Anchor)
    assert not isinstance(find_quote(index_text("x\u0308 Straße"), Quote("STRAS")), Anchor)
    assert found("STRASSE", text="x\u0308 Straße") == "Straße"


REFRAIN = "First: no cars. Second: no cars!\nThird: no  cars. And that was all."


def test_words_that_occur_more_than_once_are_ambiguous() -> None:
    assert find_quote(index_text(REFRAIN), Quote("no cars")) == Ambiguous(((7, 14), (24, 31)))
    assert find_quote(index_text("aaa"), Quote("aa")) == Ambiguous(((0, 2), (1, 3)))


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("Second: ", "", 24),
        ("second:", "", 24),
        ("", "!", 24),
        ("", ". Second: no", 7),
        ("First:\n", ". Second", 7),
        ("Secnd: ", "", 24),
        ("Third:", "", 40),
    ],
)
def test_prefix_and_suffix_say_which_place_is_meant(prefix: str, suffix: str, start: int) -> None:
    anchor = find_quote(index_text(REFRAIN), Quote("no cars", prefix, suffix))
    assert isinstance(anchor, Anchor)
    assert anchor.start == start


def test_a_context_that_fits_nowhere_decides_nothing() -> None:
    assert find_quote(index_text(REFRAIN), Quote("no cars", prefix="xyz ")) == Ambiguous(((7, 14), (24, 31)))
    assert found("And that", prefix="xyz ", text=REFRAIN) == "And that"


def test_a_context_that_fits_two_places_leaves_these_two() -> None:
    text = "he said yes. she said yes. yes."
    assert find_quote(index_text(text), Quote("yes", prefix="said ")) == Ambiguous(((8, 11), (22, 25)))


def test_a_context_of_which_one_side_fits_is_enough() -> None:
    anchor = find_quote(index_text(REFRAIN), Quote("no cars", prefix="Second: ", suffix=" any more"))
    assert anchor == Anchor(24, 31, Way.EXACT, 100, lookalikes=False)


def test_a_context_that_is_only_a_little_like_a_place_does_not_decide() -> None:
    assert isinstance(find_quote(index_text(REFRAIN[:38]), Quote("no cars", prefix="Third: ")), Ambiguous)


def test_look_alikes_and_spelling_are_forgiven_in_a_context() -> None:
    text = "формат «С5»: провели. формат «В5»: провели."
    assert find_quote(index_text(text), Quote("провели", prefix='B5": ')) == Anchor(35, 42, Way.EXACT, 100, lookalikes=False)


@pytest.mark.parametrize("empty", ["", " \n\u00a0", "\u00ad\u200b", "\u0301"])
def test_a_quote_without_a_visible_character_is_nowhere(empty: str) -> None:
    assert find_quote(index_text(ARTICLE), Quote(empty)) == Missing(Reason.EMPTY)


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "short"])
def test_a_quote_longer_than_the_text_is_nowhere(text: str) -> None:
    assert find_quote(index_text(text), Quote(ARTICLE)) == Missing(Reason.ABSENT)


@given(any_text, st.data())
@example("a\u0301b", None)
def test_a_slice_of_a_text_is_found_where_it_reads_the_same(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else 1
    quote = text[start:end]
    assume(normalise(quote).strip())
    match find_quote(index_text(text), Quote(quote)):
        case Anchor() as anchor:
            assert anchor.way is Way.EXACT
            assert text[anchor.start : anchor.end] == quote.strip()
        case Ambiguous(places):
            assert {text[low:high] for low, high in places} == {quote.strip()}
            assert any(start <= low and high <= end for low, high in places)
        case Missing():
            pytest.fail("the words are there")


@given(words, st.data())
def test_with_all_that_stands_around_it_a_passage_is_never_ambiguous(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end].strip()
    assume(quote)
    start = text.index(quote, start)
    anchor = find_quote(index_text(text), Quote(quote, prefix=text[:start], suffix=text[start + len(quote) :]))
    assert anchor == Anchor(start, start + len(quote), Way.EXACT, 100, lookalikes=False)


@given(words, st.data())
def test_a_passage_in_another_spelling_is_found_where_its_words_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end].upper().replace("Е", "Ё").replace("-", "—").replace(" ", "\u00a0\n").replace("A", "A\u0301")
    assume(quote.strip())
    match find_quote(index_text(text), Quote(quote)):
        case Anchor() as anchor:
            assert normalise(text[anchor.start : anchor.end]) == normalise(quote).strip()
        case Ambiguous(places):
            assert {normalise(text[low:high]) for low, high in places} == {normalise(quote).strip()}
        case Missing():
            pytest.fail("the words are there")


@given(any_text, any_text, any_text, any_text)
def test_any_text_and_any_quote_have_an_answer(text: str, exact: str, prefix: str, suffix: str) -> None:
    match find_quote(index_text(text), Quote(exact, prefix, suffix)):
        case Anchor(start, end) | Missing(nearest=Anchor(start, end)):
            assert 0 <= start < end <= len(text)
        case Ambiguous(places):
            assert len(places) > 1
            assert list(places) == sorted(places)
        case Missing(nearest=None):
            pass


def test_the_library_for_approximate_search_is_only_imported_where_it_is_needed() -> None:
    program = """
import sys
from argmap.anchoring import *
find_quote(index_text("no cars, no trams"), Quote("No trams"))
find_quote(index_text("no cars, no trams"), Quote("no"))
print("rapidfuzz" in sys.modules)
find_quote(index_text("no cars, no trams"), Quote("no trains, no cars"))
print("rapidfuzz" in sys.modules)
"""
    command = [sys.executable, "-c", program]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 (the program above)
    assert printed.split() == ["False", "True"]


def test_of_places_whose_context_reads_alike_the_one_counts_where_it_stands_letter_by_letter() -> None:
    text = index_text("RENTS rise: no. Rents rise: no.")
    found = [find_quote(text, Quote("rise", prefix)) for prefix in ("RENTS ", "Rents ", "rents ")]
    assert [one.start if isinstance(one, Anchor) else type(one) for one in found] == [6, 22, Ambiguous]
