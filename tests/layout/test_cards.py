from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.catalogue import catalogue_of
from argmap.drawing import Card
from argmap.layout.cards import CardMaker
from argmap.layout.metrics import measure
from argmap.layout.wrapping import one_line
from argmap.view import Overlay, ShownClaim
from argmap.words import Certainty, ClaimKind, EvidenceKind, Stance
from tests.views import claim, evidence, holder, question


def card_of(shown: ShownClaim, language: str = "en") -> Card:
    return CardMaker(language, catalogue_of(language)).claim(shown)


def assert_everything_is_inside(card: Card) -> None:
    for line in card.lines:
        start = line.x - line.width if card.right_to_left else line.x
        assert start >= 8
        assert start + line.width <= card.width - 8
        assert 10 <= line.y <= card.height - 8
    for one, other in pairwise(card.lines):
        assert other.y - one.y >= 16
    for chip in card.chips:
        assert chip.x >= 8
        assert chip.x + chip.width <= card.width - 8
        assert chip.y >= (card.lines[-1].y if card.lines else 0) + 3
        assert chip.y + chip.height <= card.height - 6
        assert chip.name.x + chip.name.width <= chip.width
    for one_chip, other_chip in pairwise(card.chips):
        assert other_chip.x >= one_chip.x + one_chip.width or other_chip.y >= one_chip.y + one_chip.height


names = st.text(min_size=1, max_size=60)
held = st.builds(
    holder,
    names,
    st.sampled_from(Stance),
    conditional=st.booleans(),
    torn=st.booleans(),
    hedge=st.sampled_from([None, *Certainty]),
    inferred=st.booleans(),
)
holders = st.lists(held, max_size=12)


@given(st.text(max_size=900), holders, st.booleans(), st.sampled_from([None, Overlay(bar=0.4, mark="credulously accepted")]))
def test_whatever_a_card_says_stays_inside_it(text: str, who: list, is_evidence: bool, overlay: Overlay | None) -> None:  # type: ignore[type-arg] # noqa: FBT001
    shown = (evidence if is_evidence else claim)("c", text, *who)
    card = card_of(ShownClaim(shown.claim, shown.holders, overlay))
    assert_everything_is_inside(card)
    assert "".join(line.words for line in card.lines) == one_line(text)


@pytest.mark.parametrize("length", [1, 20, 60, 110, 200, 500, 2_000, 10_000])
def test_a_card_is_never_much_taller_than_wide(length: int) -> None:
    text = ("Токио стремится укрепить свои позиции в регионе. " * 300)[:length]
    card = card_of(claim("c", text))
    assert "".join(line.words for line in card.lines) == one_line(text)
    assert card.height <= 1.3 * card.width


def test_usual_texts_make_cards_of_few_widths() -> None:
    texts = [
        ("Visits by leaders show how much a region matters to a country, and trade shows it better. " * 2)[:size]
        for size in range(5, 130)
    ]
    assert len({card_of(claim("c", text)).width for text in texts}) <= 8


def test_a_heading_says_what_kind_of_thing_it_is() -> None:
    headings = [
        card_of(shown).heading
        for shown in (
            claim("a", "A"),
            claim("b", "B", kind=ClaimKind.FORECAST),
            claim("c", "C", implicit=True, kind=ClaimKind.FACT),
            evidence("d", "D", kind=EvidenceKind.STATISTIC, observed="2015"),
            evidence("e", "E", kind=None),
        )
    ]
    assert [heading and heading.words for heading in headings] == [
        None,
        "Forecast",
        "Unstated premise · Claim of fact",
        "Statistic · 2015",
        "Evidence",
    ]


def test_up_to_four_holders_are_named_and_of_more_the_rest_is_counted_by_stance() -> None:
    four = card_of(claim("c", "C", *(holder(f"Person {number}") for number in range(4))))
    assert [chip.name.words for chip in four.chips] == ["Person 0", "Person 1", "Person 2", "Person 3"]
    against = [holder(f"Critic {number}", Stance.AGAINST) for number in range(2)]
    many = card_of(claim("c", "C", *(holder(f"Person {number}") for number in range(7)), *against))
    assert [(chip.stance, chip.name.words, chip.actor) for chip in many.chips] == [
        (Stance.FOR, "Person 0", "test/Person 0"),
        (Stance.FOR, "Person 1", "test/Person 1"),
        (Stance.FOR, "Person 2", "test/Person 2"),
        (Stance.FOR, "4 more", None),
        (Stance.AGAINST, "2 more", None),
    ]


def test_the_title_of_a_card_names_every_holder_in_full() -> None:
    long_name = "International Association of Shopkeepers and Restaurateurs of the Old Town"
    shown = claim("c", "Close it.", holder("Mayor"), holder(long_name, Stance.AGAINST), holder("Clerk", conditional=True))
    assert card_of(shown).title == f"Close it.\nFor: Mayor, Clerk (on a condition)\nAgainst: {long_name}"


def test_signs_at_a_name_tell_who_is_not_sure_and_whose_stance_is_inferred_and_the_title_says_it_in_words() -> None:
    held = [holder(f"{hedge}", hedge=hedge) for hedge in Certainty]
    card = card_of(claim("c", "C", *held))
    assert [chip.name.words for chip in card.chips] == ["certain", "likely ~", "possible ?", "unlikely ??"]
    long_name = "International Association of Shopkeepers and Restaurateurs"
    inferred = card_of(claim("c", "C", holder(long_name, hedge=Certainty.LIKELY, inferred=True)))
    assert inferred.chips[0].name.words.startswith("[International Association")
    assert inferred.chips[0].name.words.endswith("…] ~")
    assert inferred.title == f"C\nFor: {long_name} (sounds fairly sure; inferred by the annotator)"


def test_a_long_name_is_shortened_to_what_fits() -> None:
    (chip,) = card_of(claim("c", "C", holder("International Association of Shopkeepers and Restaurateurs"))).chips
    assert chip.name.words.startswith("International Association")
    assert chip.name.words.endswith("…")
    assert measure(chip.name.words, 11) <= chip.width


def test_a_text_is_shown_in_the_wanted_language_or_in_another_that_is_there() -> None:
    both, german = claim("c", {"en": "Peace", "ru": "Мир"}), claim("d", {"de": "Frieden"})
    assert [(card.language, card.lines[0].words) for card in (card_of(both, "ru"), card_of(both, "en"), card_of(german, "ru"))] == [
        ("ru", "Мир"),
        ("en", "Peace"),
        ("de", "Frieden"),
    ]


def test_a_text_that_runs_to_the_left_starts_at_the_right() -> None:
    card = card_of(claim("c", {"he": "שלום עולם"}))
    assert card.right_to_left
    assert card.lines[0].x == card.width - 12
    assert not card_of(claim("c", "Peace (שלום)")).right_to_left


def test_a_question_says_how_its_answers_relate() -> None:
    card = CardMaker("ru", catalogue_of("ru")).question(question("q", {"ru": "Что делать?"}))
    assert card.heading
    assert card.heading.words == "Вопрос: ответы соперничают"
