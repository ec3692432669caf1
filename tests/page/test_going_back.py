"""The browser's own Back and Forward in the page, and addresses that name what is not there."""

from pathlib import Path

import pytest

from tests.page.conftest import OpenRoom, Room


@pytest.fixture
def car_free(rooms: OpenRoom, car_free_page: Path) -> Room:
    """The page in a window without a history."""
    return rooms(car_free_page, fresh=True)


def state(room: Room) -> str:
    """Return the address once it is written and the map is still."""
    written = room.state()
    room.settle()
    return written


def back(room: Room) -> None:
    room.page.go_back()
    room.settle()


def test_back_leads_through_the_cards_that_were_opened_and_closed(car_free: Room) -> None:
    car_free.card("codebook/close-to-cars").click()
    assert state(car_free).startswith("claim=close-to-cars&open=1")
    car_free.card("codebook/close-by-hours").click()
    assert state(car_free).startswith("claim=close-by-hours&open=1")
    car_free.find("#card .card-bar button").click()
    assert "open=1" not in state(car_free)
    back(car_free)
    assert car_free.find("#card").get_attribute("data-shows") == "codebook/close-by-hours"
    back(car_free)
    assert car_free.find("#card").get_attribute("data-shows") == "codebook/close-to-cars"
    assert car_free.find("#card").is_visible()
    back(car_free)
    assert not car_free.find("#card").is_visible()
    assert car_free.find("#stage .card.selected").count() == 0
    car_free.page.go_forward()
    car_free.settle()
    assert car_free.find("#card").get_attribute("data-shows") == "codebook/close-to-cars"


def test_back_brings_the_map_back_to_where_it_stood(car_free: Room) -> None:
    before = car_free.place()
    car_free.find("#outline-tab").click()
    car_free.find("#outline a.link").last.click()
    car_free.settle()
    state(car_free)
    assert car_free.place() != before
    back(car_free)
    assert car_free.place() == before


def test_a_query_is_one_step_back_however_many_letters_it_has(car_free: Room) -> None:
    everything = len(car_free.shown())
    car_free.find("#query").focus()
    for letter in "tram":
        car_free.page.keyboard.type(letter)
        assert state(car_free).startswith("q=t")
    car_free.find("#asked .chip button").click()
    assert "q=" not in state(car_free)
    back(car_free)
    assert car_free.find("#query").input_value() == "tram"
    assert 0 < len(car_free.shown()) < everything
    back(car_free)
    assert len(car_free.shown()) == everything


def test_moving_the_map_is_no_step_back(car_free: Room) -> None:
    before = car_free.page.evaluate("history.length")
    car_free.find("#closer-button").click()
    car_free.settle()
    car_free.find("#fit-button").click()
    car_free.settle()
    assert state(car_free) == "at=whole"
    assert car_free.page.evaluate("history.length") == before


def test_a_claim_that_is_not_on_the_map_is_told(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=no-such-claim&open=1")
    assert car_free.find("#asked").inner_text().strip() == "There is no card “no-such-claim” on this map."
    assert car_free.said() == "There is no card “no-such-claim” on this map."
    assert not car_free.find("#card").is_visible()
    car_free.card("codebook/close-to-cars").click()
    car_free.settle()
    assert not car_free.find("#asked").is_visible()
    assert state(car_free).startswith("claim=close-to-cars&open=1")
