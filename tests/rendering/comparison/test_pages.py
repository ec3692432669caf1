import itertools
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from argmap.api import AnnotatedCorpus, loads
from argmap.comparison.comparing import compare
from argmap.comparison.facing import face_to_face
from argmap.comparison.networks.network import Mode, network
from argmap.rendering.comparison import page as page_module
from argmap.rendering.comparison import sections
from argmap.rendering.comparison.network_page import network_page
from argmap.rendering.comparison.page import comparison_page
from tests.corpora import car_free, hostile, japan, large, single
from tests.windows import Windows


class OpenPage(Protocol):
    """Opens a page from a file; it fails the test where it errs or asks for anything outside."""

    def __call__(self, html: str, *, scripts: bool = True) -> Page: ...


@pytest.fixture
def open_page(windows: Windows, tmp_path: Path) -> OpenPage:
    count = itertools.count()

    def opened(html: str, *, scripts: bool = True) -> Page:
        path = tmp_path / f"page{next(count)}.html"
        path.write_text(html, "utf-8")
        page = windows(viewport={"width": 1400, "height": 900}, java_script_enabled=scripts).page
        page.goto(path.as_uri())
        return page

    return opened


@cache
def comparison_of(corpus: Callable[[], AnnotatedCorpus], language: str = "en") -> str:
    return comparison_page(compare(corpus().graph), language)


def box_of(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("mode", Mode)
def test_no_number_of_a_russian_page_has_a_decimal_point(mode: Mode) -> None:
    pages = [comparison_of(car_free, "ru"), network_page(network(car_free().graph, mode), "ru")]
    told = [text for page in pages for text in re.findall(r">([^<>{}]*\d\.\d[^<>{}]*)<", page)]
    assert [text for text in told if not text.startswith("argmap")] == []


def test_a_page_has_a_strict_policy_and_needs_nothing_from_outside() -> None:
    html = comparison_of(car_free)
    assert "default-src &#39;none&#39;" in html
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)
    assert " style=" not in html


def test_every_cell_opens_its_words_and_escape_closes_them(open_page: OpenPage) -> None:
    page = open_page(comparison_of(japan))
    cell = page.locator("td a").nth(0)
    cell.click()
    assert page.locator("#opened").is_visible()
    assert page.locator("#opened blockquote").count() > 0
    page.keyboard.press("Escape")
    assert not page.locator("#opened").is_visible()
    assert cell.evaluate("element => element === document.activeElement")


def test_arrow_keys_go_from_cell_to_cell(open_page: OpenPage) -> None:
    page = open_page(comparison_of(car_free))
    page.locator("td a").nth(0).focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") > 1


def test_claims_and_parties_can_be_filtered_and_sorted(open_page: OpenPage) -> None:
    page = open_page(comparison_of(car_free))
    rows = page.locator("#stances tbody tr:visible")
    everything = rows.count()
    page.fill("#find", "customers")
    assert 0 < rows.count() < everything
    page.fill("#find", "")
    page.check("#divided")
    assert 0 < rows.count() < everything
    page.uncheck("#divided")
    page.select_option("#sort-claims", "divided")
    values = [
        float(value) for value in page.locator("#stances tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.divided)")
    ]
    assert values == sorted(values, reverse=True)
    page.select_option("#sort-parties", "said")
    said = page.locator("#stances thead th[data-party]").evaluate_all("heads => heads.map((head) => Number(head.dataset.said))")
    assert said == sorted(said, reverse=True)
    first = page.locator("#stances thead th[data-party]").first.get_attribute("data-party")
    link = page.locator("#stances tbody td:nth-child(2) a").first
    assert page.locator(link.get_attribute("href") or "").get_attribute("data-party") == first
    page.select_option("#question", index=1)
    assert 0 < rows.count() < everything


def test_parties_that_are_hidden_take_their_claims_along(open_page: OpenPage) -> None:
    page = open_page(comparison_of(japan))
    page.click("#parties summary")
    page.click("#no-parties")
    assert page.locator("#stances tbody tr:visible").count() == 0
    page.locator("#parties input").first.check()
    assert page.locator("#stances thead th[data-party]:visible").count() == 1
    assert page.locator("#stances tbody tr:visible").count() >= 1


def test_who_speaks_alone_is_named_as_written(open_page: OpenPage) -> None:
    text = (
        "argmap: 1\nsource: {title: T}\nactors: {a: A $& B, b: C}\nclaims: {x: X., y: Y.}\n"
        "statements: [{by: a, claim: x, stance: for}, {by: b, claim: y, stance: for}]\n"
    )
    page = open_page(comparison_page(compare(loads(text, "t.yaml").graph), "en"))
    assert page.locator("#faced h3").all_inner_texts() == ["Only A $& B (1)", "Only C (1)"]


def test_any_two_parties_meet_face_to_face(open_page: OpenPage) -> None:
    page = open_page(comparison_of(japan))
    first, second = page.locator("#facing select").all()
    first.select_option(label="Dosym Satpayev")
    second.select_option(label="Japanese media (unnamed)")
    assert "derived" in page.locator("#faced").inner_text()
    assert "знаковым событием" in page.locator("#faced").inner_text()


def test_heads_stay_in_sight_in_a_large_table(open_page: OpenPage) -> None:
    page = open_page(comparison_page(compare(large(24, 60).graph), "en"))
    table = page.locator(".table")
    table.evaluate("element => { element.scrollTop = 1000; element.scrollLeft = 300; }")
    outer, corner, head = map(box_of, (table, page.locator(".corner"), page.locator("#stances tbody th").nth(29)))
    assert abs(corner["x"] - outer["x"]) < 3
    assert abs(corner["y"] - outer["y"]) < 3
    assert abs(head["x"] - outer["x"]) < 3
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_cell_leads_to_its_words(open_page: OpenPage) -> None:
    page = open_page(comparison_of(japan), scripts=False)
    page.locator("td a").first.click()
    assert page.url.endswith("#c1")
    assert page.locator("#c1 blockquote").first.is_visible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_page_is_wider_than_its_window(open_page: OpenPage, language: str) -> None:
    for html in (
        comparison_of(car_free, language),
        comparison_of(single, language),
        network_page(network(car_free().graph, Mode.AFFILIATION), language),
    ):
        page = open_page(html)
        for width in (420, 1400):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_hostile_words_do_nothing(open_page: OpenPage) -> None:
    graph = hostile().graph
    for html in (comparison_page(compare(graph), "en"), network_page(network(graph, Mode.SUBTRACT), "en")):
        page = open_page(html)
        assert page.title() != "broken into"
        assert page.locator("img").count() == 0
        assert "49" not in page.locator("h1").inner_text()


def test_a_network_page_ranks_its_ties(open_page: OpenPage) -> None:
    page = open_page(network_page(network(car_free().graph, Mode.SUBTRACT), "en"))
    page.locator("#ranked thead button").nth(2).click()
    values = page.locator("#ranked tbody tr").evaluate_all("rows => rows.map((row) => Number(row.cells[4].dataset.value))")
    assert values == sorted(values, reverse=True)
    assert values[0] > 0


def test_a_wide_network_is_as_wide_as_the_page_and_its_full_size_is_a_click_away(open_page: OpenPage) -> None:
    page = open_page(network_page(network(japan().graph, Mode.AFFILIATION), "en"))
    picture, frame = page.locator(".picture svg").first, page.locator("figure.picture")
    assert box_of(picture)["width"] <= box_of(frame)["width"]
    page.get_by_label("Full size").check()
    assert box_of(picture)["width"] > box_of(frame)["width"]
    assert frame.evaluate("figure => figure.scrollWidth > figure.clientWidth")


def test_a_page_of_two_actors_tells_what_they_say_and_nothing_else(open_page: OpenPage) -> None:
    comparison = compare(car_free().graph)
    lab, shops = "codebook/lab-head", "codebook/shopkeepers-chair"
    page = open_page(comparison_page(comparison, "en", faced=face_to_face(comparison, lab, shops)))
    heads = page.locator("#stances thead th[data-party]").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == ["Head of the Urban Mobility Lab", "Chair of the Shopkeepers’ Association"]
    assert page.get_by_text("In conflict (1)").is_visible()
    spoken = {claim for party, claim in comparison.positions if party in {lab, shops}}
    assert page.locator("#stances tbody tr").count() == len(spoken)
    others = [comparison.parties[party].name for party in comparison.parties if party not in {lab, shops}]
    matrix = page.locator("#matrix").inner_text()
    assert not [name for name in others if name and name["en"] in matrix]


def test_a_page_shows_so_much_of_each_list_and_says_how_much_more_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compare(car_free().graph)
    monkeypatch.setattr(sections, "MOST_POSITIONS", 12)
    monkeypatch.setattr(page_module, "MOST_SHIFTS", 3)
    monkeypatch.setattr(page_module, "MOST_GROUNDS", 2)
    html = comparison_page(comparison, "en")

    def section(name: str) -> str:
        return html.partition(f'<section id="{name}"')[2].partition("</section>")[0]

    def more(words: str) -> list[int]:
        return [int(number) for number in re.findall(r"(\d+) more are in the JSON", words)]

    spoken_of = comparison.question_positions.numbers
    shown = section("questions").count("<h3>")
    assert 0 < shown < len(spoken_of)
    assert sum(sorted(spoken_of.values(), reverse=True)[:shown]) == section("questions").count('class="stance"') <= 12
    assert more(section("questions")) == [len(spoken_of) - shown]
    assert section("changes").count('class="shift"') == 3
    assert more(section("changes")) == [len(comparison.shifts) - 3]
    assert section("grounds").count('<li class="reason') == 4
    assert more(section("grounds")) == [len(comparison.grounds) - 2, len(comparison.clashes) - 2]
