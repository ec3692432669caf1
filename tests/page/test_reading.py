"""Claims and the passages they rest on, in the browser: from the map to the text and back, and what an opened card tells."""

from pathlib import Path
from typing import Any

import pytest

from argmap.api import AnnotatedCorpus, load
from tests.corpora import EVERYTHING
from tests.page.conftest import CAR_FREE, JAPAN, SOURCES, OpenRoom, Room, loaded

MARKED = """() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const chosen = document.querySelector("#source")?.value ?? data.graph.sources[0].id;
  const whole = data.texts[chosen].pieces;
  const units = ([start, words], offset) => [...words].slice(0, offset - start).join("").length;
  const found = [];
  for (const statement of data.graph.statements.filter(one => one.source === chosen)) {
    for (const quote of statement.quotes ?? []) {
      if (quote.start === undefined) continue;
      const {start, end, exact} = quote;
      const piece = whole.find(([from, words]) => from <= start && end <= from + [...words].length);
      found.push({statement: statement.id, words: piece[1].slice(units(piece, start), units(piece, end)), exact});
    }
  }
  return found;
}"""
"""Every placed quote of the source that is shown, with the words that stand at its place in the text."""

WORDS_OF = """id => [...document.querySelectorAll("#text article mark")]
  .filter(mark => mark.dataset.passages.split("\\n").includes(id)).map(mark => mark.textContent).join("")"""
"""The words under all marks of a statement."""


def in_view(room: Room, selector: str, within: str) -> bool:
    return bool(
        room.page.evaluate(
            """([selector, within]) => {
              const [box, frame] = [selector, within].map(one => document.querySelector(one).getBoundingClientRect());
              return box.top >= frame.top && box.bottom <= frame.bottom;
            }""",
            [selector, within],
        )
    )


def corpora() -> list[AnnotatedCorpus]:
    """The corpora whose texts are at hand: ours always, the article where this machine has it."""
    japan = [load(JAPAN, [SOURCES])] if any(SOURCES.glob("japan*.txt")) else []
    return [loaded(CAR_FREE), loaded(EVERYTHING), *japan]


def test_a_click_on_a_claim_brings_its_passage_into_view_and_opens_its_card(car_free: Room) -> None:
    car_free.card("codebook/close-by-hours").click()
    car_free.settle()
    assert car_free.find("#card h2").text_content() == "The Island should be closed to private cars by day only."
    assert in_view(car_free, "#text .passage.chosen", "#text")
    assert "selected" in (car_free.card("codebook/close-by-hours").get_attribute("class") or "")


def test_a_click_does_not_move_the_map_and_a_drag_does_not_click(car_free: Room) -> None:
    before = car_free.place()
    box = car_free.card("codebook/close-by-hours").bounding_box()
    assert box
    car_free.page.mouse.click(box["x"] + 9, box["y"] + 9)
    car_free.settle()
    assert car_free.place() == before
    car_free.page.keyboard.press("Escape")
    car_free.page.mouse.move(box["x"] + 9, box["y"] + 9)
    car_free.page.mouse.down()
    car_free.page.mouse.move(box["x"] + 90, box["y"] + 60, steps=4)
    car_free.page.mouse.up()
    car_free.settle()
    assert not car_free.find("#card").is_visible()
    assert car_free.place()["x"] == pytest.approx(before["x"] + 81, abs=0.1)


def test_a_click_on_a_passage_lights_its_claims(car_free: Room) -> None:
    mark = car_free.find("#text .passage").nth(3)
    mark.click()
    car_free.settle()
    words = mark.text_content()
    lit = car_free.find("#stage .card.lit")
    assert lit.count() >= 1
    assert car_free.find("#card").is_visible()
    assert words
    assert "lit" in (mark.get_attribute("class") or "")


def test_passages_can_be_walked_and_chosen_by_keys(car_free: Room) -> None:
    car_free.find('#text [data-passage][tabindex="0"]').focus()
    car_free.press("ArrowDown", "ArrowDown")
    assert car_free.page.evaluate("document.activeElement === document.querySelectorAll('#text [data-passage]')[2]")
    assert car_free.find('#text [data-passage][tabindex="0"]').count() == 1
    car_free.press("Enter")
    assert car_free.find("#card").is_visible()
    assert car_free.find("#stage .card.lit").count() >= 1


def test_every_highlight_stands_where_its_quote_stands(rooms: OpenRoom) -> None:
    checked = 0
    for corpus in corpora():
        room = rooms(corpus, language="en")
        sources = room.find("#source option").evaluate_all("options => options.map(option => option.value)") or [None]
        for source in sources:
            if source is not None:
                room.find("#source").select_option(source)
            for quote in room.page.evaluate(MARKED):
                checked += 1
                marked = room.page.evaluate(WORDS_OF, quote["statement"])
                assert "".join(quote["words"].split()) in "".join(marked.split()), quote
    assert checked > 100


def test_a_claim_of_another_source_turns_to_that_source(car_free: Room) -> None:
    assert car_free.find("#source").input_value() == "plan-announced"
    car_free.open("claim=island-payments&open=1")
    assert car_free.find("#source").input_value().startswith("after-the-trial")
    assert in_view(car_free, "#text .passage.chosen", "#text")


def test_of_a_text_that_two_have_read_it_is_said_who_read_it_so(rooms: OpenRoom, car_free_page: Path) -> None:
    car_free = rooms(car_free_page, "claim=close-to-cars&open=1")
    told = car_free.find("#card .about").all_inner_texts()
    assert {line.rpartition(" · ")[2] for line in told if line.count("After the summer")} == {
        "read by Anna, first annotator",
        "read by Boris, second annotator",
    }
    assert "read by" in car_free.find("#source option").last.inner_text()


def test_the_text_speaks_its_own_language(car_free: Room) -> None:
    car_free.find("#source").select_option("summer-trial")
    assert car_free.find("#text article").get_attribute("lang") == "ru"


def test_an_opened_card_tells_everything(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), "claim=yes&open=1", language="en")
    told = room.find("#card").inner_text()
    for words in (
        "Claim of policy",
        "The harbour must be dredged.",
        "Гавань надо углубить.",
        "Dredge the harbour?",
        "Harbour master",
        "head of the port",
        "The Gazette",
        "own words",
        "sounds certain",
        "annotator fairly sure",
        "Порт надо углубить",
        "The port must be dredged",
        "passed on by Rita Porter",
        "money is found",
        "10 December 2025",
        "Said on the quay.",
        "Anglers",
        "сделали бы хуже",
        "Ferries fell from 240 to 212.",
        "Ferries need four metres.",
        "draws this inference",
        "inferred by the annotator",
        "argument from sign",
        "strength 0.6",
        "Read between the lines.",
        "It was the weather.",
        "The harbour is deep enough.",
        "The master's own words.",
        "#money",
        "everything.yaml:",
    ):
        assert words in told, words
    headings = room.find("#card h3").all_inner_texts()
    assert headings == ["Who says so, and who does not", "Reasons for", "Reasons against", "Cannot both hold with"]


def test_the_card_of_a_piece_of_evidence_tells_its_kind_and_what_it_cites(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), "claim=fewer&open=1", language="en")
    told = room.find("#card").inner_text()
    for words in (
        "Statistic · May 2025",
        "credence 0.9",
        "Port register · June 2025",
        "A leaflet (ftp://example.org/leaflet)",
        "together with:",
    ):
        assert words in told, words
    assert room.find("#card a[target]").evaluate_all("links => links.map(link => link.href)") == ["https://example.org/register"]


def test_links_in_a_card_lead_on_by_mouse_and_by_keys(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), "claim=yes&open=1", language="en")
    room.find("#card a.link", has_text="Ferries fell").click()
    assert room.find("#card h2").text_content() == "Ferries fell from 240 to 212."
    room.find("#card a.link", has_text="The harbour must be dredged.").focus()
    room.press("Enter")
    assert room.find("#card h2").text_content() == "The harbour must be dredged."
    assert room.focused() == "card"


def test_a_quote_in_a_card_shows_its_passage(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), "claim=yes&open=1&pane=outline", language="en")
    room.find("#card blockquote button", has_text="сделали бы хуже").click()
    assert room.find("#text").is_visible()
    assert in_view(room, "#text .passage.against", "#text")


def test_where_passages_overlap_the_reader_chooses_among_their_claims(rooms: OpenRoom) -> None:
    room = rooms(loaded(EVERYTHING), language="en")
    room.find("#text .passage.deep-3").first.click()
    assert room.find("#card .also li").count() == 3
    assert room.find("#card .also p").inner_text() == "This passage bears on 3 cards:"
    room.find("#card .also a").last.click()
    assert room.find("#card .also [aria-current]").count() == 1
    assert room.find("#stage .card.lit").count() >= 3


def test_without_its_text_a_source_is_read_by_its_quotes_in_order(rooms: OpenRoom) -> None:
    room = rooms(loaded(JAPAN), language="en")
    assert "not at hand" in (room.find("#text .share").text_content() or "")
    assert room.find("#text article").count() == 0
    assert room.find("#text .quotes li").count() > 40
    room.find("#text .quotes blockquote").first.click()
    assert room.find("#card h2").text_content() == "Tokyo is taking the region more seriously than before."


@pytest.mark.parametrize(("share", "pieces"), [("full", 1), ("excerpts", 3), ("none", 0)])
def test_as_much_of_the_text_goes_along_as_is_asked_for(rooms: OpenRoom, share: str, pieces: int) -> None:
    room = rooms(loaded(CAR_FREE), language="en", share=share)
    data: Any = room.page.evaluate("JSON.parse(document.getElementById('data').textContent).texts['plan-announced']")
    assert data["share"] == share
    assert len(data["pieces"]) >= pieces
    assert (room.find("#text article").count() == 1) is (share != "none")
    assert (room.find("#text .left-out").count() > 0) is (share == "excerpts")


def test_quotes_that_are_not_in_the_text_are_listed_below_it(rooms: OpenRoom, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Something else entirely.\n", "utf-8")
    (tmp_path / "a.yaml").write_text(
        "argmap: 1\nsource: {title: A, file: a.txt}\nactors: {m: M}\nclaims: {c: It is so.}\n"
        "statements:\n  - {by: m, claim: c, stance: for, quote: never written anywhere}\n",
        "utf-8",
    )
    room = rooms(load(tmp_path / "a.yaml"))
    assert room.find("#text .quotes blockquote").all_inner_texts() == ["never written anywhere"]
    assert room.find("#text h3").inner_text() == "Quotes that were not found in the text"
