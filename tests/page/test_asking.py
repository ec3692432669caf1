"""Search, filters, folding, focus and colours in the browser, by mouse and by keys."""

from pathlib import Path

import pytest

from argmap.graph import Graph
from argmap.view import build_view
from tests.corpora import EVERYTHING
from tests.page.conftest import CAR_FREE, JAPAN, OpenRoom, Room, loaded


@pytest.fixture(scope="module")
def graph() -> Graph:
    return loaded(CAR_FREE).graph


ALL = len(build_view(loaded(CAR_FREE).graph).claims)
"""How many claims are on the map of the car-free corpus."""


def counted(room: Room) -> str:
    """Return how many of the claims and how many of the pieces of evidence are shown, in words."""
    claims, evidence = (
        (room.find(f"#stage .card.{kind}:not(.gone, .faded)").count(), room.find(f"#stage .card.{kind}").count())
        for kind in ("claim", "evidence")
    )
    return f"{claims[0]} of {claims[1]} claims, {evidence[0]} of {evidence[1]} pieces of evidence"


def matches(room: Room) -> str:
    return room.find("#asked .live").inner_text()


def test_search_finds_and_counts_while_one_types(car_free: Room) -> None:
    car_free.press("/")
    assert car_free.focused() == "query"
    car_free.page.keyboard.type("tram")
    car_free.settle()
    count = len(car_free.shown())
    assert 0 < count < 40
    assert matches(car_free) == counted(car_free)
    assert car_free.said() == matches(car_free)


def test_enter_in_the_search_field_goes_from_match_to_match(car_free: Room) -> None:
    car_free.find("#query").fill("tram")
    car_free.settle()
    wanted = car_free.shown()
    seen = []
    for _ in wanted:
        car_free.find("#query").press("Enter")
        car_free.settle()
        seen.append(car_free.find("#stage .card.selected").get_attribute("data-id"))
    assert seen == wanted
    box = car_free.find("#stage .card.selected").bounding_box()
    frame = car_free.find("#map").bounding_box()
    assert box
    assert frame
    assert frame["x"] <= box["x"] < frame["x"] + frame["width"]


def test_search_forgives_the_letter_yo_and_finds_quotes_in_another_language(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), language="en")
    room.find("#query").fill("ПОРТ надо")
    room.settle()
    assert room.shown() == ["everything/yes"]


def test_escape_empties_the_search_field_and_then_leaves_it(car_free: Room) -> None:
    car_free.find("#query").fill("tram")
    car_free.settle()
    car_free.find("#query").press("Escape")
    car_free.settle()
    assert len(car_free.shown()) == ALL
    assert not car_free.find("#asked").is_visible()


def test_a_filter_shows_what_an_actor_holds_with_a_stance(car_free: Room, graph: Graph) -> None:
    car_free.find("#filter-button").click()
    car_free.find('#filters input[value="codebook/rescue-chief"]').check()
    car_free.settle()
    held = {s.target for s in graph.statements.values() if "codebook/rescue-chief" in s.actors and s.target in graph.claims}
    assert set(car_free.shown()) <= held
    assert matches(car_free) == counted(car_free)
    before = set(car_free.shown())
    car_free.find('#filters input[data-facet="stance"][value="against"]').check()
    car_free.settle()
    assert set(car_free.shown()) < before


def test_filters_work_by_keys_and_keep_the_focus(car_free: Room) -> None:
    car_free.find("#filter-button").focus()
    car_free.press("Enter")
    car_free.page.keyboard.press("Tab")
    first = car_free.page.evaluate("[document.activeElement.dataset.facet, document.activeElement.value]")
    car_free.press(" ")
    assert car_free.page.evaluate("[document.activeElement.dataset.facet, document.activeElement.value]") == first
    assert car_free.find("#filters input:checked[data-facet]").count() == 1
    car_free.press("Escape")
    assert not car_free.find("#filters").is_visible()
    assert car_free.focused() == "filter-button"


def test_every_facet_shows_as_many_claims_as_it_says(car_free: Room) -> None:
    car_free.find("#filter-button").click()
    for facet in ("actor", "stance", "question", "kind", "relation", "tag", "source"):
        option = car_free.find(f'#filters label:has(input[data-facet="{facet}"])').first
        promised = int(option.locator(".count").inner_text())
        option.locator("input").check()
        car_free.settle()
        assert len(car_free.shown()) == promised, facet
        option.locator("input").uncheck()
        car_free.settle()


def test_what_does_not_match_leaves_when_the_reader_wants_it_so(car_free: Room) -> None:
    car_free.find("#filter-button").click()
    car_free.find("#query").fill("tram")
    car_free.settle()
    fading = car_free.find("#stage .card.faded").count()
    assert fading > 0
    car_free.find('#filters input[value="leave"]').check()
    car_free.settle()
    assert car_free.find("#stage .card.faded").count() == 0
    assert car_free.find("#stage .card.gone").count() == fading


def test_what_is_asked_for_can_be_taken_away_piece_by_piece_or_at_once(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "q=tram&stance=for&actor=rescue-chief")
    assert car_free.find("#asked .chip").count() == 3
    car_free.find("#asked .chip button").first.click()
    car_free.settle()
    assert car_free.find("#asked .chip").count() == 2
    car_free.find("#asked").get_by_text("Clear all").click()
    car_free.settle()
    assert len(car_free.shown()) == ALL


def test_folding_up_hides_reasons_counts_them_and_leaves_the_other_cards_where_they_are(car_free: Room) -> None:
    before = car_free.find("#stage .card").evaluate_all("cards => cards.map(card => card.getAttribute('transform'))")
    card = car_free.card("codebook/close-to-cars")
    card.hover()
    card.locator(".badge").click()
    car_free.settle()
    hidden = car_free.find("#stage .card.gone").count()
    assert hidden > 5
    assert card.locator(".badge text").text_content() == f"+{hidden}"
    assert car_free.find("#stage .card").evaluate_all("cards => cards.map(card => card.getAttribute('transform'))") == before
    assert not car_free.find("#card").is_visible()
    card.locator(".badge").click()
    car_free.settle()
    assert car_free.find("#stage .card.gone").count() == 0


def test_folding_up_works_by_keys_and_is_told(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-to-cars")
    car_free.card("codebook/close-to-cars").focus()
    car_free.press(" ")
    hidden = car_free.find("#stage .card.gone").count()
    assert car_free.said() == f"{hidden} cards folded away"
    car_free.press("e")
    assert car_free.find("#stage .card.gone").count() == 0
    assert car_free.said() == "Unfolded"


def test_a_claim_that_is_folded_away_comes_back_when_it_is_chosen(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "folded=close-to-cars&pane=outline")
    assert car_free.card("codebook/streets-for-people").is_hidden()
    car_free.find("#outline a.link", has_text="A street is there for people").first.click()
    car_free.settle()
    assert car_free.card("codebook/streets-for-people").is_visible()


def test_focus_shows_what_bears_on_a_claim_to_a_depth(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-to-cars&open=1")
    car_free.find("#card .actions button").first.click()
    car_free.settle()
    everything = len(car_free.shown())
    assert 5 < everything < ALL
    claims, evidence = (int(part.split()[0]) for part in car_free.find("#asked .live").inner_text().split(", "))
    assert claims + evidence == everything
    car_free.find("#asked select").select_option("1")
    car_free.settle()
    assert 1 < len(car_free.shown()) < everything
    car_free.card("codebook/close-to-cars").focus()
    car_free.press("f")
    assert len(car_free.shown()) == ALL


def test_focus_unfolds_its_claim(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-to-cars&folded=close-to-cars&folded=close-by-hours")
    car_free.card("codebook/close-to-cars").focus()
    car_free.press("f")
    assert car_free.card("codebook/streets-for-people").is_visible()
    assert car_free.state().startswith("claim=close-to-cars&folded=close-by-hours&focus=close-to-cars")


def test_colours_show_who_stands_behind_what(car_free: Room) -> None:
    assert car_free.find("#stage .band:visible").count() == 0
    car_free.find("#colour-button").click()
    car_free.settle()
    holders = car_free.page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).graph.claims"
        ".flatMap(claim => (claim.holders ?? []).filter(holder => holder.stance !== 'neutral')).length"
    )
    assert car_free.find("#stage .band:visible").count() == holders
    car_free.find("#filter-button").click()
    assert car_free.find("#filters .swatch:visible").count() >= 10
    swatch = car_free.find("#filters .swatch.actor-1").evaluate("element => getComputedStyle(element).backgroundColor")
    band = car_free.find("#stage .band.actor-1").first.evaluate("element => getComputedStyle(element).stroke")
    assert swatch == band


def test_hovering_over_an_actor_lights_what_it_holds(car_free: Room) -> None:
    car_free.find("#filter-button").click()
    car_free.find('#filters label:has(input[value="codebook/rescue-chief"])').hover()
    car_free.settle()
    assert car_free.find("#stage .card.lit").count() > 1


def test_colours_come_with_a_key_that_names_every_actor(car_free: Room) -> None:
    assert not car_free.find("#legend-actors").is_visible()
    car_free.find("#colour-button").click()
    car_free.settle()
    key = car_free.find("#legend-actors")
    assert key.is_visible()
    hues = set(car_free.find("#stage .band").evaluate_all("bands => bands.map(band => /actor-\\d/.exec(band.classList)[0])"))
    named = set(key.locator(".swatch").evaluate_all("swatches => swatches.map(swatch => /actor-\\d/.exec(swatch.classList)[0])"))
    assert named == hues
    assert "City transport planner" in key.inner_text()
    assert "hollow: against" in key.inner_text()
    car_free.find("#colour-button").click()
    assert not key.is_visible()
    car_free.open("colour=actor")
    assert key.is_visible()


def test_an_actor_who_holds_rival_claims_is_said_to_on_the_opened_card(rooms: OpenRoom) -> None:
    room = rooms(loaded(JAPAN), "claim=catch-up-player&open=1", language="en")
    assert "Also for a rival claim" in room.find("#card").inner_text()
    link = room.find("#card .torn a.link")
    assert link.count() == 1
    link.click()
    room.settle()
    assert room.find("#card").get_attribute("data-shows") == "japan-central-asia/diversified-presence"
