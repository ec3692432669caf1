"""A worn quote is placed where no other place comes near, and else shown what is nearest."""

from itertools import pairwise

import pytest

from argmap.anchoring import Ambiguous, Anchor, Missing, Quote, Reason, Way, find_quote, index_text
from argmap.anchoring.approximate import nearest_places, similarity
from argmap.anchoring.normalising import IndexedText

NOTE = """Nobody answered the letter.
The harbour must be dredged before the winter, said the harbour master, or the ferries will have to go elsewhere in spring.
The treasurer has seen no letter, and she will not pay three million for a promise that nobody has put on paper.
"""
MASTER = (
    "The harbour must be dredged before the winter, said the harbour master, or the ferries will have to go elsewhere in spring."
)


def found(words: str, text: str = NOTE) -> str:
    """Return the words at the approximate place of a quote, which must have one."""
    anchor = find_quote(index_text(text), Quote(words))
    assert isinstance(anchor, Anchor), anchor
    assert anchor.way is Way.APPROXIMATE
    assert 80 <= anchor.score < 100
    return text[anchor.start : anchor.end]


@pytest.mark.parametrize(
    "worn",
    [
        MASTER.replace("dredged", "dregded").replace("elsewhere", "elswhere"),
        MASTER.replace("said the harbour master", "so the master of the harbour said to us when we asked"),
        MASTER.replace(", said the harbour master,", ""),
        MASTER.replace("The harbour", "Teh harbor").replace("spring.", "sprung."),
        MASTER.replace("winter", "wіnter").replace("go", "move").upper(),
        MASTER.replace("must", "should"),
    ],
)
def test_slips_and_clauses_put_in_or_left_out_do_not_move_the_ends(worn: str) -> None:
    assert found(worn) == MASTER


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The harbour must", "The old and narrow harbour must"),
        ("in spring.", "in late and rainy spring."),
        ("before the winter", "before the long and, as they all say, hard winter"),
    ],
)
def test_words_that_the_quote_leaves_out_belong_to_its_place(here: str, there: str) -> None:
    assert found(MASTER, NOTE.replace(here, there)) == MASTER.replace(here, there)


def test_an_end_stands_at_the_edge_of_a_word() -> None:
    assert found(MASTER.replace("in spring.", "in sprig")).endswith(" in spring")
    assert found(MASTER.replace("The harbour", "hee harbour")).startswith("The harbour")


def test_the_original_is_covered_from_end_to_end() -> None:
    text = NOTE.replace("The harbour", "The\u00ad  harbo\u0301ur").replace("spring", "sprin\u0301g")
    assert found(MASTER.replace("must", "should"), text) == "The\u00ad  harbo\u0301ur" + MASTER[11:].replace(
        "spring", "sprin\u0301g"
    )


def test_a_short_quote_is_shown_the_nearest_place_but_not_put_there() -> None:
    for quote in ("no letter, and she wil not pay", "has seen no letters, and she will not pay three"):
        answer = find_quote(index_text(NOTE), Quote(quote))
        assert isinstance(answer, Missing)
        assert answer.reason is Reason.SHORT
        assert answer.nearest
        assert NOTE[answer.nearest.start : answer.nearest.end].endswith(quote[-8:])


def test_the_limit_is_sixty_characters() -> None:
    sixty = NOTE[28:88].replace("must", "shall")[:60]
    assert len(sixty) == 60
    assert isinstance(find_quote(index_text(NOTE), Quote(sixty)), Anchor)
    assert isinstance(find_quote(index_text(NOTE), Quote(sixty[:-1])), Missing)


def test_a_quote_that_is_too_little_like_the_text_is_shown_the_nearest_place() -> None:
    worn = "The river must never be dredged in summer, thought the harbour pilot, for the boats would like to go home in spring."
    answer = find_quote(index_text(NOTE), Quote(worn))
    assert isinstance(answer, Missing)
    assert answer.reason is Reason.UNLIKE
    assert answer.nearest
    assert 60 <= answer.nearest.score < 80
    assert NOTE[answer.nearest.start : answer.nearest.end].startswith("The harbour must")


def test_words_from_another_text_have_no_nearest_place() -> None:
    elsewhere = "Quite another article says that trams every five minutes would change the minds of most shopkeepers."
    assert find_quote(index_text(NOTE), Quote(elsewhere)) == Missing(Reason.ABSENT)


TWICE = f"In May she said: {MASTER}\nIn June she wrote: {MASTER.replace('spring', 'autumn')}\n"


def test_two_places_that_come_near_are_ambiguous() -> None:
    worn = MASTER.replace("dredged", "dregded").replace("spring", "sprung")
    answer = find_quote(index_text(TWICE), Quote(worn))
    assert isinstance(answer, Ambiguous)
    assert [TWICE[start:end][:20] for start, end in answer.places] == ["The harbour must be "] * 2


def test_the_context_decides_between_two_places_that_come_near() -> None:
    worn = MASTER.replace("dredged", "dregded").replace("in spring.", "in time.")
    first, second = (find_quote(index_text(TWICE), Quote(worn, prefix=prefix)) for prefix in ("In May she said:", "she wrote:"))
    assert isinstance(first, Anchor)
    assert isinstance(second, Anchor)
    assert first.start == TWICE.index(MASTER)
    assert second.start == TWICE.index("The", first.end)


def test_a_place_that_leads_clearly_is_taken() -> None:
    text = TWICE.replace("elsewhere in autumn", "home at last")
    assert found(MASTER.replace("dredged", "dregded"), text) == MASTER


def test_a_quote_longer_than_the_text_is_placed_if_it_is_much_alike() -> None:
    answer = find_quote(index_text(MASTER), Quote(MASTER + " So she said."))
    assert isinstance(answer, Anchor)
    assert (answer.start, answer.end) == (0, len(MASTER))


def test_the_places_of_a_quote_of_many_thousand_characters_are_found(texts: tuple[IndexedText, ...]) -> None:
    text = index_text("\n".join(indexed.original for indexed in texts * 4))
    third = len(text.original) // 8
    quote = text.original[third : 2 * third].replace(" the ", " teh ").replace("на", "ан")
    assert len(quote) > 400
    answer = find_quote(text, Quote(quote))
    assert isinstance(answer, Ambiguous)
    assert any(abs(start - third) < 20 and abs(end - 2 * third) < 20 for start, end in answer.places)


def test_places_do_not_overlap_and_come_best_first(texts: tuple[IndexedText, ...]) -> None:
    for indexed in texts:
        text = indexed.normalised * 3
        quote = text[200:330].strip().replace("о", "a").replace("e", "i")
        places = nearest_places(text, quote, most=5)
        assert len(places) >= 3
        assert all(left.end <= right.start for left, right in pairwise(sorted(places, key=lambda place: place.start)))
        assert [place.score for place in places] == sorted((place.score for place in places), reverse=True)
        assert [place.score for place in places] == [similarity(quote, text[place.start : place.end]) for place in places]
