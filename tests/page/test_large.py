"""A large map in the browser: only what is in sight is built, and it is built as a small map's cards are drawn."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from argmap.api import load
from argmap.rendering.page import drawing_record
from tests.page.conftest import CAR_FREE, OpenRoom, Pages, Room, loaded

COUNT = 400
"""Far more cards than a window has room for. Here such a map is large; by itself one is from 1,001 on, and takes its time."""


def debate(count: int) -> str:
    """Return an annotation of so many claims, four of which bear on each one above them."""
    claims = "".join(
        f"  c{number}:\n    text: Claim number {number} about the harbour and its mud.\n"
        + (f"    supports: c{(number - 1) // 4}\n" if number else "    answers: q\n")
        for number in range(count)
    )
    statements = "".join(
        f"  - {{by: {'ab'[number % 2]}, claim: c{number}, stance: {('for', 'against')[number % 3 == 0]}}}\n"
        for number in range(count)
    )
    head = "argmap: 1\nsource: {title: Large}\nactors: {a: Anna, b: Boris}\nquestions: {q: What?}\n"
    return f"{head}claims:\n{claims}statements:\n{statements}"


PIECES = """() => Object.fromEntries([...document.querySelectorAll("#stage .card")].map(card => {
  const painted = ["fill", "stroke", "xml:lang", "lang", "tabindex", "aria-label", "data-node"];
  const piece = element => [
    element.tagName,
    [...element.attributes].filter(({name}) => !painted.includes(name)).map(({name, value}) => `${name}=${value}`).sort(),
    element.closest("[lang]").getAttribute("lang"),
    element.children.length === 0 ? element.textContent : [...element.children].map(piece),
  ];
  const copy = card.cloneNode(true);
  for (const added of copy.querySelectorAll(".badge, .band, title")) added.remove();
  card.after(copy);
  const found = piece(copy);
  copy.remove();
  return [card.dataset.node, JSON.stringify(found)];
}))"""
"""Every card with its shapes and words, without what paints them and what the page adds to them."""

LINES = """() => Object.fromEntries([...document.querySelectorAll("#stage .edges:not(.overview .edges) [data-id]")].map(line => [
  line.dataset.id,
  JSON.stringify([
    line.parentElement.getAttribute("class"),
    ...[...line.querySelectorAll("path:not(.sign)")].map(path => [path.getAttribute("d"), path.getAttribute("marker-start")]),
  ]),
]))"""
"""Every line with its class and its paths."""


@pytest.fixture
def large_page(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(drawing_record, "LARGE", COUNT - 1)
    return pages(debate(COUNT))


@pytest.fixture
def large(rooms: OpenRoom, large_page: Path) -> Room:
    return rooms(large_page)


def built(room: Room) -> list[str]:
    return list(room.find("#stage .card").evaluate_all("cards => cards.map(card => card.dataset.node)"))


def test_a_card_that_is_built_is_the_card_that_would_be_drawn(rooms: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = rooms(loaded(CAR_FREE), language="en")
    expected: dict[str, Any] = drawn.page.evaluate(PIECES)
    lines: dict[str, Any] = drawn.page.evaluate(LINES)
    monkeypatch.setattr(drawing_record, "LARGE", 1)
    room = rooms(load(CAR_FREE), language="en")
    room.find("#fit-button").click()
    expect(room.find("#stage .card")).to_have_count(len(expected))
    assert room.page.evaluate(PIECES) == expected
    assert room.page.evaluate(LINES) == lines


def test_from_afar_nothing_but_the_overview_is_built(rooms: OpenRoom) -> None:
    large = rooms(debate(drawing_record.LARGE + 1))
    large.find("#fit-button").click()
    large.settle()
    assert len(built(large)) <= 1
    assert large.find("#stage .overview path").count() > 3
    assert large.find("#stage svg.far").count() == 1


def test_near_by_what_is_in_sight_is_built_and_what_is_not_is_dropped(rooms: OpenRoom, large_page: Path) -> None:
    large = rooms(large_page, "claim=c30")
    large.page.wait_for_timeout(400)
    here = built(large)
    assert any(node.endswith("/c30") for node in here)
    assert 2 < len(here) < 100
    box = large.find("#map").bounding_box()
    assert box
    for _ in range(8):
        large.page.mouse.move(box["x"] + 700, box["y"] + 300)
        large.page.mouse.down()
        large.page.mouse.move(box["x"] + 60, box["y"] + 300, steps=5)
        large.page.mouse.up()
    large.settle()
    large.page.wait_for_timeout(400)
    there = built(large)
    assert len(there) > 2
    assert len(set(here) & set(there)) <= 1 + len(here) // 2


def test_every_card_in_sight_is_there(rooms: OpenRoom, large_page: Path) -> None:
    large = rooms(large_page, "claim=c40")
    large.page.wait_for_timeout(500)
    missing = large.page.evaluate(
        """() => {
          const {drawing} = JSON.parse(document.getElementById("data").textContent);
          const frame = document.getElementById("map").getBoundingClientRect();
          const {transform} = document.getElementById("stage").style;
          const [, x, y, scale] = /translate3d\\((.+?)px, (.+?)px.*?scale\\((.+?)\\)/.exec(transform).map(Number);
          const built = new Set([...document.querySelectorAll("#stage .card")].map(card => card.dataset.node));
          return drawing.cards.filter(([node, left, top, width, height]) => {
            const [from, over] = [(left + drawing.origin[0]) * scale + x, (top + drawing.origin[1]) * scale + y];
            const inside = from < frame.width && from + width * scale > 0 && over < frame.height && over + height * scale > 0;
            return inside && !built.has(node);
          });
        }"""
    )
    assert missing == []


def test_a_search_shows_its_matches_from_afar_and_leads_to_them(large: Room) -> None:
    large.find("#query").fill("number 345")
    large.settle()
    assert large.find("#asked .live").inner_text().startswith("1 of 400 claims")
    assert large.find("#stage .overview .found").count() >= 1
    assert large.find("#stage .overview .faded").count() >= 1
    large.find("#query").press("Enter")
    large.settle()
    large.page.wait_for_timeout(300)
    assert large.find("#stage .card.selected").count() == 1
    assert "number 345" in (large.find("#stage .card.selected").get_attribute("aria-label") or "")


def test_arrows_walk_on_a_large_map_too(large: Room) -> None:
    large.find('#stage [tabindex="0"]').focus()
    large.press("ArrowDown", "ArrowDown", "ArrowRight")
    assert large.focused().endswith("/c2")
    assert large.find("#stage .card.selected").count() == 1


def test_what_is_folded_away_leaves_the_overview(large: Room) -> None:
    before = large.find("#stage .overview").evaluate("overview => overview.outerHTML.length")
    large.open("folded=c1")
    after = large.find("#stage .overview").evaluate("overview => overview.outerHTML.length")
    assert after < before * 0.9


def test_the_outline_of_a_large_map_is_made_as_it_is_opened(large: Room) -> None:
    large.find("#outline-tab").click()
    assert large.find("#outline .row").count() < 10
    large.find("#outline .toggle").nth(1).click()
    assert large.find("#outline .row").count() < 30
    large.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert large.find("#outline .row[data-node]").count() == COUNT + 1


def test_a_claim_is_shown_in_the_outline_of_a_large_map(rooms: OpenRoom, large_page: Path) -> None:
    large = rooms(large_page, "claim=c270&pane=outline")
    assert large.find("#outline .row.selected").count() == 1
    assert large.find("#outline .row.selected").is_visible()


def test_the_words_of_a_large_map_stay_in_the_file_once(large_page: Path) -> None:
    text = large_page.read_text("utf-8")
    assert text.count("<tspan") < 10
    assert len(text) / COUNT < 2000
