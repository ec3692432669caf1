"""Passing a view on: its address, its picture, paper; and the languages of the page."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.page.conftest import CAR_FREE, OpenRoom, Room, loaded

SVG = "{http://www.w3.org/2000/svg}"
STATE = "claim=close-by-hours&open=1&q=car&actor=rescue-chief&away=leave&folded=close-to-cars&colour=actor&pane=outline&words=ru"

LOOK = """() => ({
  shown: [...document.querySelectorAll("#stage .card:not(.gone)")].map(card => card.dataset.node),
  selected: [...document.querySelectorAll("#stage .card.selected")].map(card => card.dataset.node),
  opened: document.querySelector("#card h2")?.textContent,
  query: document.getElementById("query").value,
  asked: document.querySelectorAll("#asked .chip").length,
  pane: document.querySelector("[role=tab][aria-selected=true]").id,
  coloured: document.documentElement.classList.contains("by-actor"),
  language: document.documentElement.lang,
})"""


def downloaded(room: Room, folder: Path) -> ET.Element:
    room.find("#share-button").click()
    with room.page.expect_download() as download:
        room.find("#download-button").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return ET.parse(path).getroot()  # noqa: S314 - our own file


def test_an_address_opens_the_view_that_it_was_taken_from(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, STATE)
    look = car_free.page.evaluate(LOOK)
    assert car_free.state().startswith(STATE.replace("&words", "&words"))
    again = car_free.state()
    car_free.open(again)
    assert car_free.page.evaluate(LOOK) == look
    assert look["selected"] == ["codebook/close-by-hours"]
    assert (look["query"], look["asked"], look["pane"], look["language"]) == ("car", 3, "outline-tab", "ru")


def test_the_address_follows_what_the_reader_does(car_free: Room) -> None:
    assert car_free.state() == ""
    car_free.card("codebook/close-by-hours").click()
    assert car_free.state() == "claim=close-by-hours&open=1"
    car_free.find("#query").fill("tram")
    assert car_free.state() == "claim=close-by-hours&open=1&q=tram"
    car_free.find("#closer-button").click()
    car_free.settle()
    assert "&at=" in car_free.state()


def test_a_place_on_the_map_is_sent_along(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "at=900,700,1.25")
    assert car_free.place()["scale"] == pytest.approx(1.25)
    box = car_free.find("#map").bounding_box()
    assert box
    assert car_free.place()["x"] == pytest.approx(box["width"] / 2 - 900 * 1.25, abs=1)


def test_a_changed_address_changes_the_page(car_free: Room) -> None:
    car_free.page.evaluate("location.hash = '#claim=close-by-hours&open=1&q=tram'")
    car_free.settle()
    assert car_free.find("#card h2").is_visible()
    assert car_free.find("#query").input_value() == "tram"


def test_the_link_is_copied(rooms: OpenRoom, car_free_page: Path) -> None:
    room = rooms(car_free_page, "claim=close-by-hours", context={"permissions": ["clipboard-read", "clipboard-write"]})
    room.find("#share-button").click()
    room.find("#copy-button").click()
    room.find("#copy-button", has_text="Link copied").wait_for()
    assert "claim=close-by-hours" in room.page.evaluate("navigator.clipboard.readText()")
    assert room.said() == "Link copied"


def test_the_downloaded_picture_is_what_is_seen(rooms: OpenRoom, car_free_page: Path, tmp_path: Path) -> None:
    car_free = rooms(car_free_page, "folded=close-to-cars&colour=actor")
    car_free.find("#closer-button").click()
    car_free.settle()
    picture = downloaded(car_free, tmp_path)
    assert picture.tag == f"{SVG}svg"
    cards = [group for group in picture.iter(f"{SVG}g") if "card" in group.get("class", "").split()]
    assert len(cards) == car_free.find("#stage .card:not(.gone)").count()
    assert not any("gone" in group.get("class", "") for group in picture.iter())
    _, _, width, height = (float(number) for number in picture.get("viewBox", "").split())
    frame = car_free.find("#map").bounding_box()
    assert frame
    assert width / height == pytest.approx(frame["width"] / frame["height"], rel=0.01)
    assert width * car_free.place()["scale"] == pytest.approx(frame["width"], rel=0.01)
    assert "var(" not in ET.tostring(picture, "unicode")
    assert [element for element in picture.iter() if element.get("style") or element.tag == f"{SVG}style"] == []


def test_the_downloaded_picture_looks_alike_in_the_dark(rooms: OpenRoom, car_free_page: Path, tmp_path: Path) -> None:
    room = rooms(car_free_page, context={"color_scheme": "dark"})
    picture = downloaded(room, tmp_path)
    boxes = {box.get("fill") for box in picture.iter(f"{SVG}rect") if box.get("class") == "box"}
    assert "rgb(30, 35, 41)" in boxes


def test_on_paper_stand_the_map_and_the_whole_outline(car_free: Room) -> None:
    car_free.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    car_free.page.emulate_media(media="print")
    assert car_free.find("#stage svg").is_visible()
    assert car_free.find("#outline").is_visible()
    claims = car_free.page.evaluate("JSON.parse(document.getElementById('data').textContent).graph.claims.map(claim => claim.id)")
    rows = car_free.find("#outline .row[data-node]:visible").evaluate_all("rows => rows.map(row => row.dataset.node)")
    assert set(claims) <= set(rows)
    for selector in ("#search", ".tools", "#zoom", "#tabs", "#text", "#legend"):
        assert not car_free.find(selector).is_visible(), selector
    box = car_free.find("#stage svg").bounding_box()
    assert box
    assert box["width"] <= 1400
    assert len(car_free.page.pdf(format="A4")) > 50_000
    pages = car_free.page.evaluate("['#bar', '#stage'].map(part => getComputedStyle(document.querySelector(part)).page)")
    assert pages == ["wide", "wide"], "the title stands above the map, not on a page of its own"


def test_the_page_speaks_the_language_that_is_chosen(car_free: Room) -> None:
    car_free.find("#language-button").click()
    car_free.find('#languages input[name="words"][value="ru"]').check()
    car_free.settle()
    assert car_free.find("#filter-button").inner_text() == "Фильтр"
    assert car_free.find("#query").get_attribute("placeholder") == "Искать тезисы, цитаты, имена …"
    assert car_free.find("#zoom").get_attribute("aria-label") == "Масштаб"
    assert car_free.page.evaluate("document.documentElement.lang") == "ru"
    assert car_free.page.title() == car_free.find("h1").inner_text() == "Карта аргументов: 3\u00a0источника"
    assert "тезис" in car_free.find("#byline").inner_text()
    car_free.find("#query").fill("tram")
    car_free.settle()
    assert "\u00a0тезисов" in car_free.find("#asked").inner_text()


def test_the_texts_of_the_pane_turn_into_another_language_and_the_map_stays(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-by-hours&open=1")
    before = car_free.card("codebook/close-by-hours").locator("text").first.text_content()
    car_free.find("#language-button").click()
    car_free.find('#languages input[name="texts"][value="ru"]').check()
    car_free.settle()
    heading = car_free.find("#card h2")
    assert heading.get_attribute("lang") == "ru"
    assert "Остров" in heading.inner_text()
    assert car_free.card("codebook/close-by-hours").locator("text").first.text_content() == before


def test_every_text_in_another_language_says_so(rooms: OpenRoom) -> None:
    room = rooms(loaded(CAR_FREE), "claim=close-by-hours&open=1", language="en")
    strange = room.page.evaluate(
        """() => {
          const found = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const element = walk.currentNode.parentElement;
            if (element.closest("script, style, noscript")) continue;
            const language = element.closest("[lang]").lang;
            if (/[а-яё]{3}/i.test(walk.currentNode.data) && !language.startsWith("ru")) found.push(walk.currentNode.data);
          }
          return found;
        }"""
    )
    assert strange == []


def test_a_language_without_a_catalogue_speaks_english_around_its_texts(rooms: OpenRoom) -> None:
    text = "argmap: 1\nlanguage: kk\nsource: {title: Тақырып}\nclaims: {c: Бұл тезис.}\n"
    room = rooms(text, "claim=c&open=1", language="kk")
    assert room.page.evaluate("document.documentElement.lang") == "en"
    assert room.find("#card h2").get_attribute("lang") == "kk"
    assert room.find("#filter-button").inner_text() == "Filter"


def test_russian_pages_open_in_russian(rooms: OpenRoom) -> None:
    room = rooms(loaded(CAR_FREE), language="ru")
    assert room.find("#outline-tab").inner_text() == "Структура"
    assert "Остров" in (room.card("codebook/close-by-hours").get_attribute("aria-label") or "")
