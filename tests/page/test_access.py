"""The page for those who do not see it, or use no mouse: roles, names, the outline, what is told, and axe-core's judgement."""

from pathlib import Path

import pytest

from tests.corpora import EVERYTHING
from tests.page.conftest import CAR_FREE, OpenRoom, Room, loaded
from tests.windows import serious_faults

STATES = {
    "untouched": (EVERYTHING, "en", ""),
    "opened": (CAR_FREE, "ru", "claim=close-to-cars&open=1&q=car&actor=rescue-chief&colour=actor&folded=close-by-hours"),
    "outline": (EVERYTHING, "en", "pane=outline&claim=yes&focus=yes"),
}
"""What is shown; axe looks at every element on its own, so that one of each kind is enough."""


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_no_serious_fault(rooms: OpenRoom, name: str) -> None:
    corpus, language, state = STATES[name]
    room = rooms(loaded(corpus), state, language=language)
    if name == "opened":
        room.find("#filter-button").click()
        room.find("#language-button").click()
        room.find("#legend-button").click()
    assert serious_faults(room.page) == []


def test_axe_finds_no_serious_fault_in_the_list_of_keys(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), language="en")
    room.press("?")
    assert serious_faults(room.page) == []


def test_map_and_cards_have_the_roles_and_names_of_graphics(car_free: Room) -> None:
    picture = car_free.find("#stage svg.argmap")
    assert picture.get_attribute("role") == "graphics-document"
    cards = car_free.find("#stage .card")
    named = cards.evaluate_all(
        "cards => cards.filter(card => card.getAttribute('role') === 'graphics-symbol' && card.ariaLabel).length"
    )
    assert named == cards.count()
    label = car_free.card("codebook/close-by-hours").get_attribute("aria-label") or ""
    assert "The Island should be closed to private cars by day only." in label
    assert "Against: Ropewalk Residents’ Group" in label


def test_the_outline_says_all_that_the_map_says(car_free: Room) -> None:
    car_free.find("#outline-tab").click()
    graph = car_free.page.evaluate("JSON.parse(document.getElementById('data').textContent).graph")
    rows = car_free.find("#outline .row[data-node]").evaluate_all("rows => rows.map(row => row.dataset.node)")
    assert {claim["id"] for claim in graph["claims"]} <= set(rows)
    text = car_free.find("#outline").inner_text()
    for claim in graph["claims"]:
        assert claim["text"]["en"] in text
    verbs = car_free.find("#outline .verb").count()
    assert verbs >= len(graph["arguments"])
    lines = car_free.find('#outline .row[data-node="codebook/close-by-hours"] .quoted').all_inner_texts()
    assert any(line.startswith("Ropewalk Residents’ Group (against): close it round the clock") for line in lines)


def test_the_outline_opens_and_closes_by_keys_and_chooses_claims(car_free: Room) -> None:
    car_free.find("#outline-tab").click()
    toggle = car_free.find("#outline .toggle").first
    assert toggle.get_attribute("aria-expanded") == "true"
    toggle.focus()
    car_free.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "false"
    car_free.press("Enter")
    car_free.find("#outline a.link").nth(1).focus()
    car_free.press("Enter")
    assert car_free.find("#stage .card.selected").count() == 1
    assert car_free.find("#card").is_visible()


def test_tabs_are_changed_by_arrows(car_free: Room) -> None:
    car_free.find("#text-tab").focus()
    car_free.press("ArrowRight")
    assert car_free.focused() == "outline-tab"
    assert car_free.find("#outline").is_visible()
    assert not car_free.find("#text").is_visible()


def test_counts_are_told(car_free: Room) -> None:
    assert car_free.find("#announcer").get_attribute("aria-live") == "polite"
    car_free.find("#query").fill("tram")
    car_free.settle()
    assert car_free.said() == car_free.find("#asked .live").inner_text()
    car_free.find("#query").fill("")
    car_free.settle()
    assert car_free.said() == "34 claims, 33 pieces of evidence"


def test_who_wants_no_motion_gets_none(rooms: OpenRoom, car_free_page: Path) -> None:
    room = rooms(car_free_page, context={"reduced_motion": "reduce"})
    before = room.place()
    room.find("#closer-button").click()
    room.page.evaluate("() => new Promise(requestAnimationFrame)")
    room.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert room.place()["scale"] == pytest.approx(before["scale"] * 1.4, rel=0.001)


def test_who_does_not_mind_motion_sees_the_map_glide(rooms: OpenRoom, car_free_page: Path) -> None:
    room = rooms(car_free_page, context={"reduced_motion": "no-preference"})
    before = room.place()["scale"]
    scales = room.page.evaluate(
        """async () => {
          const scales = [];
          document.getElementById("closer-button").click();
          for (let frame = 0; frame < 6; frame += 1) {
            await new Promise(requestAnimationFrame);
            scales.push(+/scale\\((.+?)\\)/.exec(document.getElementById("stage").style.transform)[1]);
          }
          return scales;
        }"""
    )
    assert any(before * 1.001 < scale < before * 1.399 for scale in scales)
    room.page.wait_for_timeout(400)
    room.settle()
    assert room.place()["scale"] == pytest.approx(before * 1.4, rel=0.001)


def test_focus_is_seen_wherever_it_goes(car_free: Room) -> None:
    unseen = []
    for _ in range(16):
        car_free.page.keyboard.press("Tab")
        seen = car_free.page.evaluate(
            """() => {
              const element = document.activeElement;
              const style = getComputedStyle(element);
              const box = element.querySelector(":scope > .box");
              return style.outlineStyle !== "none" || (box && parseFloat(getComputedStyle(box).strokeWidth) > 3);
            }"""
        )
        if not seen:
            unseen.append(car_free.focused())
    assert unseen == []
