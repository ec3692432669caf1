"""What no words and no address can do to the page, in the browser."""

from tests.page.conftest import OpenRoom, Room
from tests.page.test_html import ATTACK, HOSTILE


def nothing_ran(room: Room) -> None:
    assert room.page.evaluate("document.querySelectorAll('img, iframe, object').length") == 0
    assert room.page.evaluate("document.querySelectorAll('script').length") == 2
    assert (
        room.page.evaluate(
            "[...document.querySelectorAll('a[href]')].filter(link => !/^(https?:|#|file:.*#)/.test(link.href)).length"
        )
        == 0
    )


def test_hostile_words_do_nothing_wherever_they_are_shown(rooms: OpenRoom) -> None:
    room = rooms(HOSTILE)
    nothing_ran(room)
    for identity in ("c", "d", "e"):
        room.open(f"claim={identity}&open=1&pane=outline&colour=actor")
        room.find("#filter-button").click()
        assert ATTACK in room.find("#card").inner_text()
        nothing_ran(room)
    room.find("#query").fill(ATTACK)
    room.settle()
    assert room.find("#asked .chip").count() >= 1
    nothing_ran(room)
    room.find("#text-tab").click()
    room.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    nothing_ran(room)


def test_a_hostile_address_does_nothing(rooms: OpenRoom) -> None:
    room = rooms(
        HOSTILE, "q=<img src=x onerror=alert(1)>&claim=<script>&texts=__proto__&words=constructor&at=NaN,1,2&actor=../../x"
    )
    assert room.find("#query").input_value() == "<img src=x onerror=alert(1)>"
    nothing_ran(room)


def test_a_script_that_somebody_adds_does_not_run(rooms: OpenRoom) -> None:
    room = rooms(HOSTILE)
    room.page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.broken = true";
          document.body.append(script);
          document.body.setAttribute("onclick", "window.broken = true");
        }"""
    )
    room.page.mouse.click(600, 400)
    assert room.page.evaluate("window.broken") is None
    # The browser says that it has refused; that is no fault of the page.
    refused = [fault for fault in room.faults if "Content Security Policy" in fault]
    assert len(refused) >= 1
    room.faults[:] = [fault for fault in room.faults if fault not in refused]
