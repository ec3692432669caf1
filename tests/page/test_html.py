"""The page as a file: what is in it, and what no words can do to it."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from argmap.api import loads, render
from argmap.rendering.colours import DARK, LIGHT, Ink, Theme, contrast
from argmap.rendering.page.colours import ACTORS, HUES, Hue
from tests.page.conftest import loaded

ROOT = Path(__file__).parents[2]
CAR_FREE = ROOT / "annotations" / "car-free-centre"

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)><!--"

HOSTILE = f"""argmap: 1
annotator: {{id: eve, name: "{ATTACK}"}}
source:
  title: "{ATTACK}"
  author: eve
  url: "javascript:alert('{ATTACK}')"
  note: "{ATTACK}"
actors:
  eve: {{name: "{ATTACK}", role: "{ATTACK}"}}
questions:
  q: {{text: "{ATTACK}", note: "{ATTACK}"}}
claims:
  c: {{text: "{ATTACK}", answers: q, tags: ["{ATTACK}"], note: "{ATTACK}"}}
  d: {{text: "{ATTACK}"}}
evidence:
  e:
    text: "{ATTACK}"
    kind: other
    cites: [{{title: "{ATTACK}", url: "javascript:alert(1)"}}, {{title: plain, url: "https://example.org/?<script>"}}]
arguments:
  a: {{premises: [d, e], supports: c, scheme: "{ATTACK}", note: "{ATTACK}", tags: ["{ATTACK}"]}}
statements:
  - by: eve
    claim: c
    stance: for
    quote: {{exact: "{ATTACK}", prefix: "{ATTACK}", suffix: "{ATTACK}"}}
    gloss: "{ATTACK}"
    given: "{ATTACK}"
    note: "{ATTACK}"
    tags: ["{ATTACK}"]
  - {{by: eve, argument: a, stance: for, quote: "{ATTACK}"}}
"""


class Outside(HTMLParser):
    """Collects every element with its attributes, and the texts of style and script elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inlined: list[tuple[dict[str, str | None], str]] = []
        self._in: dict[str, str | None] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = dict(attrs) | {"tag": tag} if tag in {"style", "script"} else None

    def handle_data(self, data: str) -> None:
        if self._in is not None:
            self.inlined.append((self._in, data))
            self._in = None


def page_of(text: str) -> str:
    return render(loads(text), "html")


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    found = json.loads(match[1])
    assert isinstance(found, dict)
    return found


def test_no_words_become_markup() -> None:
    plain, hostile = (Outside(page_of(text)) for text in (HOSTILE.replace(ATTACK, "words"), HOSTILE))
    # A longer text has more lines on its card.
    tags = [[tag for tag, _ in outside.elements if tag not in {"text", "tspan"}] for outside in (plain, hostile)]
    assert tags[0] == tags[1]
    names = [{name for _, attributes in outside.elements for name in attributes} for outside in (plain, hostile)]
    assert names[0] == names[1]


def test_the_graph_in_the_page_is_the_graph() -> None:
    page = page_of(HOSTILE)
    assert data_of(page)["graph"] == json.loads(render(loads(HOSTILE), "json"))
    assert data_of(page)["graph"]["claims"][0]["text"] == {"en": ATTACK}


def test_nothing_in_the_page_needs_what_its_policy_forbids() -> None:
    outside = Outside(page_of(HOSTILE))
    for tag, attributes in outside.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        assert tag not in {"link", "iframe", "object", "embed", "base", "form"} or (tag == "form" and "action" not in attributes)
        for name in ("src", "href"):
            address = attributes.get(name)
            assert address is None or address.startswith("#"), (tag, address)


def test_the_policy_names_the_hash_of_every_script_and_style() -> None:
    outside = Outside(page_of(HOSTILE))
    policy = next(attributes["content"] for tag, attributes in outside.elements if tag == "meta" and "http-equiv" in attributes)
    assert policy is not None
    runs = [text for attributes, text in outside.inlined if attributes.get("type") != "application/json"]
    assert len(runs) == 2
    for text in runs:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy


def test_a_half_character_is_kept_out_of_the_script() -> None:
    page = page_of('argmap: 1\nsource: {title: T}\nclaims:\n  c: {text: "half \\ud800 \\u2028 end"}\n')
    page.encode("utf-8")


@pytest.mark.parametrize("theme", list(Theme))
def test_a_theme_is_the_same_for_page_and_map(theme: Theme) -> None:
    page = render(loaded(CAR_FREE), "html", theme=theme)
    assert ("prefers-color-scheme:dark" in page) is (theme is Theme.AUTO)
    assert f'<html lang="en" class="{theme} wide">' in page


def test_no_absolute_path_is_in_the_page() -> None:
    assert str(ROOT) not in render(loaded(CAR_FREE), "html")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_words_of_the_page_can_be_read_on_every_ground_they_stand_on(theme: Theme) -> None:
    inks, hues = (LIGHT if theme is Theme.LIGHT else DARK), HUES[theme]
    grounds = [inks[Ink.PAPER], hues[Hue.BAR], hues[Hue.PRESSED]]
    for ground in grounds:
        for words in (inks[Ink.TEXT], inks[Ink.QUIET], hues[Hue.LINK]):
            assert contrast(words, ground) >= 4.5, (words, ground)
    for marked in (Hue.MARKED, Hue.MARKED_TWICE, Hue.MARKED_THRICE, Hue.LIT):
        assert contrast(inks[Ink.TEXT], hues[marked]) >= 4.5, marked
    assert contrast(inks[Ink.QUIET], hues[Hue.MARKED]) >= 4.5
    assert contrast(hues[Hue.LINK], hues[Hue.MARKED]) >= 4.5


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_what_is_no_word_but_means_something_stands_out(theme: Theme) -> None:
    inks, hues = (LIGHT if theme is Theme.LIGHT else DARK), HUES[theme]
    for hue in (*ACTORS, Hue.EDGE, Hue.LIT_EDGE):
        for ground in (inks[Ink.PAPER], inks[Ink.CARD], inks[Ink.EVIDENCE]):
            assert contrast(hues[hue], ground) >= 3, (hue, ground)
    assert len({hues[actor] for actor in ACTORS}) == len(ACTORS)
