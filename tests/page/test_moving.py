"""Moving about on the map in the browser: mouse, wheel, touch, keys, minimap."""

from pathlib import Path

import pytest

from tests.page.conftest import OpenRoom, Room

MANY = "argmap: 1\nsource: {title: Many}\nquestions: {q: What?}\nclaims:\n" + "".join(
    f"  c{number}: {{text: Claim number {number}., answers: q}}\n" for number in range(170)
)

TWO_FINGERS = """async ([apart]) => {
  const map = document.getElementById("map");
  const box = map.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  map.setPointerCapture = () => {};
  const touch = {bubbles: true, pointerType: "touch", button: 0, clientY: y};
  const send = (type, id, dx) => map.dispatchEvent(new PointerEvent(type, {...touch, pointerId: id, clientX: x + dx}));
  send("pointerdown", 1, -50);
  send("pointerdown", 2, 50);
  for (let step = 1; step <= 10; step += 1) {
    const reach = 50 + (apart - 50) * step / 10;
    send("pointermove", 1, -reach);
    send("pointermove", 2, reach);
    await new Promise(requestAnimationFrame);
  }
  send("pointerup", 1, -apart);
  send("pointerup", 2, apart);
}"""


def middle(room: Room) -> tuple[float, float]:
    box = room.find("#map").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def whole(room: Room) -> bool:
    """Whether every card is inside the window."""
    return bool(
        room.page.evaluate(
            """() => {
              const frame = document.getElementById("map").getBoundingClientRect();
              return [...document.querySelectorAll("#stage .card")].every(card => {
                const box = card.getBoundingClientRect();
                return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
              });
            }"""
        )
    )


def test_a_map_that_is_small_enough_to_be_read_whole_is_seen_whole_first(rooms: OpenRoom) -> None:
    assert whole(rooms("argmap: 1\nsource: {title: Few}\nquestions: {q: What?}\nclaims: {a: {text: This., answers: q}}\n"))


@pytest.mark.parametrize("width", [1400, 420])
def test_a_larger_map_is_seen_from_its_first_question_on_large_enough_to_be_read(
    rooms: OpenRoom, car_free_page: Path, width: int
) -> None:
    room = rooms(car_free_page, context={"viewport": {"width": width, "height": 900}})
    assert room.place()["scale"] >= 0.6
    question, frame = room.find('#stage .card[data-node="?codebook/close-centre"]').bounding_box(), room.find("#map").bounding_box()
    assert question
    assert frame
    assert 0 < question["y"] - frame["y"] < 40
    assert frame["x"] <= question["x"] < question["x"] + question["width"] <= frame["x"] + frame["width"]


def test_a_claim_that_is_opened_on_a_map_seen_from_afar_is_brought_near_enough_to_be_read(car_free: Room) -> None:
    car_free.press("Escape")
    car_free.find("#fit-button").click()
    car_free.settle()
    assert car_free.place()["scale"] < 0.5
    car_free.card("codebook/streets-for-people").click()
    car_free.settle()
    assert car_free.place()["scale"] >= 0.6
    box, frame = car_free.card("codebook/streets-for-people").bounding_box(), car_free.find("#map").bounding_box()
    assert box
    assert frame
    assert frame["x"] < box["x"] < box["x"] + box["width"] < frame["x"] + frame["width"]


def test_the_map_stays_where_it_is_when_the_line_of_results_comes_and_goes(car_free: Room) -> None:
    before = car_free.card("codebook/close-to-cars").bounding_box()
    pane = car_free.find("#pane").bounding_box()
    car_free.find("#query").fill("tram")
    car_free.settle()
    assert car_free.find("#asked").is_visible()
    assert car_free.card("codebook/close-to-cars").bounding_box() == pytest.approx(before, abs=0.5)
    assert car_free.find("#pane").bounding_box() == pane
    car_free.find("#query").fill("")
    car_free.settle()
    assert car_free.card("codebook/close-to-cars").bounding_box() == pytest.approx(before, abs=0.5)


def test_what_is_left_on_the_map_is_all_in_sight_when_the_rest_leaves(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "away=leave")
    car_free.find("#query").fill("tram")
    car_free.settle()
    frame = car_free.find("#map").bounding_box()
    assert frame
    left = [card.bounding_box() for card in car_free.find("#stage .card:not(.gone)").all()]
    assert len(left) > 1
    for box in left:
        assert box
        assert frame["x"] <= box["x"] < box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] < box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_the_whole_map_is_seen_when_asked_for(car_free: Room) -> None:
    car_free.page.mouse.move(*middle(car_free))
    car_free.page.mouse.wheel(0, -600)
    car_free.settle()
    assert not whole(car_free)
    car_free.find("#fit-button").click()
    car_free.settle()
    assert whole(car_free)


def test_all_that_is_in_focus_is_seen_when_asked_for(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-by-hours&focus=close-by-hours&at=0,0,2")
    car_free.card("codebook/close-by-hours").focus()
    car_free.settle()
    car_free.press("0")
    assert car_free.place()["scale"] > 0.3
    map_ = car_free.find("#map").bounding_box()
    boxes = [card.bounding_box() for card in car_free.find("#stage .card:not(.gone)").all()]
    assert map_
    left, right = map_["x"], map_["x"] + map_["width"]
    assert [box for box in boxes if not box or box["x"] < left or box["x"] + box["width"] > right] == []


def test_what_the_browser_scrolls_to_moves_the_map_and_nothing_around_it(car_free: Room) -> None:
    before, button = car_free.place(), car_free.find("#fit-button").bounding_box()
    car_free.page.evaluate("document.getElementById('map').scrollBy(120, 60)")
    car_free.settle()
    after = car_free.place()
    assert (after["x"], after["y"]) == pytest.approx((before["x"] - 120, before["y"] - 60), abs=0.1)
    assert car_free.find("#fit-button").bounding_box() == button


def test_the_map_stays_whole_when_its_window_changes(car_free: Room) -> None:
    car_free.find("#fit-button").click()
    car_free.settle()
    car_free.find("#filter-button").click()
    car_free.settle()
    assert whole(car_free)
    car_free.page.set_viewport_size({"width": 900, "height": 700})
    car_free.settle()
    assert whole(car_free)


def test_a_drag_moves_the_map_with_the_pointer(car_free: Room) -> None:
    x, y = middle(car_free)
    before = car_free.place()
    car_free.page.mouse.move(x, y)
    car_free.page.mouse.down()
    car_free.page.mouse.move(x - 120, y + 45, steps=6)
    car_free.page.mouse.up()
    car_free.settle()
    now = car_free.place()
    assert now["x"] - before["x"] == pytest.approx(-120, abs=0.01)
    assert now["y"] - before["y"] == pytest.approx(45, abs=0.01)
    assert now["scale"] == before["scale"]


def test_the_wheel_zooms_at_the_pointer(car_free: Room) -> None:
    box = car_free.card("codebook/close-by-hours").bounding_box()
    assert box
    x, y = box["x"] + 4, box["y"] + 4
    car_free.page.mouse.move(x, y)
    car_free.page.mouse.wheel(0, -400)
    car_free.settle()
    grown = car_free.card("codebook/close-by-hours").bounding_box()
    assert grown
    assert grown["width"] > box["width"] * 1.5
    assert grown["x"] < x < grown["x"] + grown["width"]
    assert grown["y"] < y < grown["y"] + grown["height"]


def test_two_fingers_zoom(car_free: Room) -> None:
    before = car_free.place()["scale"]
    car_free.page.evaluate(TWO_FINGERS, [150])
    car_free.settle()
    assert car_free.place()["scale"] == pytest.approx(before * 2.7, rel=0.1)


def test_a_double_click_zooms_in(car_free: Room) -> None:
    box = car_free.find("#map").bounding_box()
    assert box
    before = car_free.place()["scale"]
    car_free.page.mouse.dblclick(box["x"] + 20, box["y"] + 20)
    car_free.settle()
    assert car_free.place()["scale"] == pytest.approx(before * 1.8, rel=0.001)


def test_buttons_zoom(car_free: Room) -> None:
    before = car_free.place()["scale"]
    car_free.find("#closer-button").click()
    car_free.settle()
    assert car_free.place()["scale"] == pytest.approx(before * 1.4, rel=0.001)
    car_free.find("#farther-button").click()
    car_free.settle()
    assert car_free.place()["scale"] == pytest.approx(before, rel=0.001)


def test_keys_zoom_and_move_the_map(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-to-cars")
    car_free.card("codebook/close-to-cars").focus()
    before = car_free.place()
    car_free.press("+")
    assert car_free.place()["scale"] == pytest.approx(before["scale"] * 1.3, rel=0.001)
    car_free.press("-")
    assert car_free.place()["scale"] == pytest.approx(before["scale"], rel=0.001)
    now = car_free.place()
    car_free.press("Shift+ArrowRight")
    assert car_free.place()["x"] == pytest.approx(now["x"] - 120, abs=0.01)
    car_free.press("0")
    assert whole(car_free)


def test_the_map_cannot_be_lost(car_free: Room) -> None:
    x, y = middle(car_free)
    for _ in range(6):
        car_free.page.mouse.move(x, y)
        car_free.page.mouse.down()
        car_free.page.mouse.move(x + 400, y + 380)
        car_free.page.mouse.up()
    car_free.settle()
    frame = car_free.find("#map").bounding_box()
    assert frame
    boxes = [card.bounding_box() for card in car_free.find("#stage .card").all()]
    assert any(box and box["x"] < frame["x"] + frame["width"] and box["y"] < frame["y"] + frame["height"] for box in boxes)


def test_the_map_is_one_stop_of_the_tab_key(car_free: Room) -> None:
    stops = []
    for _ in range(40):
        car_free.page.keyboard.press("Tab")
        stops.append(car_free.page.evaluate("document.activeElement.closest('#stage') !== null"))
    assert stops.count(True) <= 2
    assert car_free.find('#stage [tabindex="0"]').count() == 1


def test_arrows_walk_along_relations_and_among_siblings(car_free: Room) -> None:
    car_free.find('#stage [tabindex="0"]').focus()
    assert car_free.focused() == "?codebook/close-centre"
    car_free.press("ArrowDown")
    assert car_free.focused() == "codebook/close-to-cars"
    car_free.press("ArrowRight")
    assert car_free.focused() == "codebook/close-by-hours"
    car_free.press("ArrowUp")
    assert car_free.focused() == "?codebook/close-centre"
    car_free.press("ArrowUp")
    assert car_free.said() == "No further card this way"
    car_free.press("ArrowDown", "ArrowDown", "Home")
    assert car_free.focused() == "?codebook/close-centre"


def test_a_card_that_is_walked_to_can_be_read_and_seen_to_have_the_focus(car_free: Room) -> None:
    car_free.find('#stage [tabindex="0"]').focus()
    car_free.press("ArrowDown", "ArrowDown")
    node = car_free.focused()
    box, frame = car_free.card(node).bounding_box(), car_free.find("#map").bounding_box()
    assert box
    assert frame
    assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]  # noqa: PT018 - one rectangle
    assert car_free.place()["scale"] >= 0.6
    width = car_free.card(node).locator(".box").evaluate("box => getComputedStyle(box).strokeWidth")
    assert float(width.removesuffix("px")) > 3


def test_enter_opens_a_card_enter_again_goes_to_it_and_escape_comes_back(car_free: Room) -> None:
    car_free.find('#stage [tabindex="0"]').focus()
    car_free.press("ArrowDown", "Enter")
    assert car_free.find("#card").is_visible()
    assert car_free.focused() == "codebook/close-to-cars"
    car_free.press("Enter")
    assert car_free.focused() == "card"
    car_free.press("Escape")
    assert not car_free.find("#card").is_visible()
    assert car_free.focused() == "codebook/close-to-cars"


def test_letters_work_on_a_keyboard_of_another_alphabet(car_free: Room) -> None:
    car_free.find('#stage [tabindex="0"]').focus()
    car_free.press("ArrowDown")
    event = {"key": "а", "code": "KeyF", "bubbles": True}
    car_free.card("codebook/close-to-cars").dispatch_event("keydown", event)
    car_free.settle()
    assert "focus=close-to-cars" in car_free.state()


def test_the_list_of_keys_opens_by_its_key_and_closes(car_free: Room) -> None:
    car_free.press("?")
    assert car_free.find("#keys").is_visible()
    assert car_free.find("#keys dt").count() >= 12
    car_free.press("Escape")
    assert not car_free.find("#keys").is_visible()


def test_a_large_map_has_a_small_one_that_moves_it(rooms: OpenRoom) -> None:
    room = rooms(MANY)
    small = room.find(".minimap")
    box = small.bounding_box()
    assert box
    room.page.mouse.move(*middle(room))
    room.page.mouse.wheel(0, -900)
    room.settle()
    before = room.place()
    room.page.mouse.click(box["x"] + 4, box["y"] + 4)
    room.settle()
    assert room.place()["x"] > before["x"]
    assert room.place()["scale"] == before["scale"]


def test_a_map_of_few_cards_has_no_small_one(car_free: Room) -> None:
    assert car_free.find(".minimap").count() == 0


def test_the_reading_pane_is_widened_by_mouse_and_by_keys(car_free: Room) -> None:
    width = car_free.find("#pane").evaluate("pane => pane.clientWidth")
    box = car_free.find("#splitter").bounding_box()
    assert box
    car_free.page.mouse.move(box["x"] + 3, box["y"] + 300)
    car_free.page.mouse.down()
    car_free.page.mouse.move(box["x"] - 97, box["y"] + 300, steps=4)
    car_free.page.mouse.up()
    car_free.settle()
    widened = car_free.find("#pane").evaluate("pane => pane.clientWidth")
    assert widened == pytest.approx(width + 100, abs=6)
    car_free.find("#splitter").focus()
    car_free.press("ArrowRight")
    assert car_free.find("#pane").evaluate("pane => pane.clientWidth") == pytest.approx(widened - 32, abs=2)


def test_on_a_narrow_screen_the_map_stands_above_the_reading_pane(rooms: OpenRoom, car_free_page: object) -> None:
    room = rooms(car_free_page, context={"viewport": {"width": 420, "height": 900}, "has_touch": True})
    above, below = room.find("#map").bounding_box(), room.find("#pane").bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    assert above["height"] > 250
    assert below["height"] > 300
    assert room.page.evaluate("document.documentElement.scrollWidth") <= 420
    room.card("codebook/close-to-cars").tap()
    room.settle()
    assert room.find("#card").is_visible()
