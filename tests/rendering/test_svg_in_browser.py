from typing import Any

import pytest
from playwright.sync_api import Page

from argmap.layout.composing import compose
from argmap.rendering.colours import Theme
from argmap.rendering.svg import render_svg
from argmap.view import View
from tests.views import claim, holder, small_view, source, synthetic_view, view
from tests.windows import Windows

ROOM_LEFT = """() => [...document.querySelectorAll('svg .card')].flatMap(card => {
  const width = card.querySelector('.box').getBBox().width;
  const lines = [...card.querySelectorAll(':scope > text')].flatMap(text => text.children.length ? [...text.children] : [text]);
  const room = line => (line.closest('[direction]') ? +line.getAttribute('x') : width - line.getAttribute('x'));
  const chips = [...card.querySelectorAll('.chip')].map(chip => [chip.querySelector('text'), chip.querySelector('rect')]);
  return [
    ...lines.map(line => [line.textContent, room(line) - line.getComputedTextLength()]),
    ...chips.map(([name, box]) => [name.textContent, box.getBBox().width - name.getAttribute('x') - name.getComputedTextLength()]),
  ];
})"""
"""The points between the end of each line and the border of its card or chip."""

PAINT = """() => [...document.querySelectorAll('svg, svg *:not(title, desc, style, defs)')].map(element => {
  const style = getComputedStyle(element);
  return [element.tagName, element.getAttribute('class'), style.fill, style.stroke].join(' ');
})"""

TYPICAL = view(
    [
        claim(
            "ru",
            {"ru": "Присутствие Японии исторически разнообразнее, чем присутствие американского бизнеса."},
            holder("Досым Сатпаев"),
        ),
        claim("en", "Historically the region was never one of Japan's main priorities; WWW MMM @@@ — 2025.", holder("Wim Wenders")),
        claim("el", {"el": "Η Ιαπωνία ενισχύει τη θέση της στην Κεντρική Ασία."}, holder("Οδυσσέας")),
        claim("ja", {"ja": "日本は中央アジアで多様な存在感を示している。"}, holder("高市早苗")),
        claim("long", "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 6),
        claim("he", {"he": "ליפן נוכחות מגוונת במרכז אסיה מזה שנים רבות מאוד."}, holder("שלום")),
    ],
    sources=[source("Words of every width")],
)


@pytest.fixture
def page(windows: Windows) -> Page:
    return windows().page


def show(page: Page, shown: View, theme: Theme = Theme.LIGHT, fonts: str = "") -> None:
    picture = render_svg(compose(shown, language="en"), theme)
    page.set_content(f"<!doctype html><style>svg text{{font-family:{fonts}}}</style>" + picture.partition("?>")[2])


def paint(page: Page, theme: Theme, scheme: Any, media: Any = "screen") -> list[str]:
    page.emulate_media(color_scheme=scheme, media=media)
    show(page, small_view(), theme)
    painted = list(page.evaluate(PAINT))
    page.emulate_media(color_scheme="null", media="null")
    return painted


@pytest.mark.parametrize("fonts", ["'Liberation Sans'", "'DejaVu Sans'", "sans-serif"])
@pytest.mark.parametrize("shown", [small_view(), TYPICAL, synthetic_view(40)], ids=["small", "typical", "synthetic"])
def test_every_line_is_narrower_than_its_card_in_usual_fonts(page: Page, fonts: str, shown: View) -> None:
    show(page, shown, fonts=fonts)
    measured = page.evaluate(ROOM_LEFT)
    assert len(measured) > 10
    assert [line for line in measured if line[1] < 3] == []


def test_our_measure_is_chromiums_measure_plus_the_share_to_spare(page: Page) -> None:
    drawing = compose(TYPICAL, language="en")
    show(page, TYPICAL, fonts="'Liberation Sans'")
    lengths = page.evaluate("() => [...document.querySelectorAll('.card[data-id=\"test/en\"] > text')].at(-1).textContent")
    width = page.evaluate(
        "() => [...document.querySelectorAll('.card[data-id=\"test/en\"] > text > tspan')].at(-1).getComputedTextLength()"
    )
    line = next(card for card in drawing.cards if card.id == "test/en").lines[-1]
    assert lengths.endswith(line.words)
    assert width * 1.14 == pytest.approx(line.width, rel=0.01)


def test_a_map_that_follows_the_system_is_painted_like_a_dark_one_in_the_dark(page: Page) -> None:
    assert paint(page, Theme.AUTO, "dark") == paint(page, Theme.DARK, "light")
    assert paint(page, Theme.AUTO, "light") == paint(page, Theme.LIGHT, "dark")


def test_a_map_that_follows_the_system_is_printed_black_on_white(page: Page) -> None:
    assert paint(page, Theme.AUTO, "dark", "print") == paint(page, Theme.PRINT, "light")
