import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.composing import compose
from argmap.rendering.colours import PALETTES, Theme
from argmap.rendering.svg import render_svg
from argmap.view import View
from argmap.words import Stance
from tests.conftest import Golden
from tests.views import claim, holder, question, small_view, source, synthetic_view, view

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

GEOMETRY = re.compile(r' (d|x|y|x1|x2|y1|y2|cx|cy|r|rx|width|height|transform|viewBox|points)="[^"]*"')


def svg_of(shown: View, language: str = "en", theme: Theme = Theme.LIGHT, engine: str | None = None) -> str:
    return render_svg(compose(shown, language=language, engine=engine), theme)


def parsed(text: str) -> Element:
    return ET.fromstring(text.encode("utf-8"))  # noqa: S314 - written here


def cards(root: Element) -> Iterator[Element]:
    return (element for element in root.iter(f"{SVG}g") if (element.get("class") or "").startswith("card "))


def words(element: Element) -> str:
    return "".join(text for child in element.iter(f"{SVG}text") for text in child.itertext())


@pytest.mark.parametrize("theme", Theme)
def test_the_small_map_looks_like_this(theme: Theme, golden: Golden) -> None:
    golden.check(f"small.{theme}.svg", svg_of(small_view(), "en", theme, "tree"))


def test_the_small_map_looks_like_this_in_russian(golden: Golden) -> None:
    golden.check("small.ru.svg", svg_of(small_view(), "ru", engine="tree"))


@pytest.mark.parametrize("shown", [small_view(), synthetic_view(30)], ids=["small", "synthetic"])
def test_engines_differ_in_geometry_alone(shown: View) -> None:
    structures = {GEOMETRY.sub("", svg_of(shown, engine=engine)) for engine in ("tree", "graphviz-pure", "dot")}
    assert len(structures) == 1


def test_every_card_and_every_edge_bears_the_id_of_what_it_shows() -> None:
    shown = small_view()
    root = parsed(svg_of(shown))
    assert [card.get("data-id") for card in cards(root)] == [
        *(question.id for question in shown.questions),
        *(claim.claim.id for claim in shown.claims),
    ]
    (edges,) = (element for element in root.iter(f"{SVG}g") if element.get("class") == "edges")
    drawn = {edge.get("data-id") for group in edges for edge in group if edge.get("data-id")}
    assert {argument.argument.id for argument in shown.arguments} < drawn


def test_the_picture_has_names_and_roles_for_screen_readers() -> None:
    root = parsed(svg_of(small_view()))
    assert root.get("role") == "graphics-document"
    names = {element.get("id"): element.text for element in root if element.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert names == {
        "argmap-title": "Close the centre?",
        "argmap-description": "Argument map: 1 question, 6 claims, 3 pieces of evidence, 7 arguments, 10 actors",
    }
    assert root.get("aria-labelledby") == " ".join(str(name) for name in names)
    for card in cards(root):
        assert card.get("role") == "graphics-symbol"
        assert card[0].tag == f"{SVG}title"
        assert card[0].text


def test_words_in_another_language_than_the_map_say_so() -> None:
    root = parsed(svg_of(small_view(), "ru"))
    assert (root.get("lang"), root.get(XML_LANG)) == ("ru", "ru")
    tags = {text.get("lang"): words(card) for card in cards(root) for text in card.iter(f"{SVG}text") if text.get("lang") == "de"}
    assert tags == {"de": "inEs wird ruhiger."}
    for element in root.iter():
        assert element.get("lang") == element.get(XML_LANG)
    close = next(card for card in cards(root) if card.get("data-id") == "test/close")
    assert close[0].get("lang") is None


@pytest.mark.parametrize("theme", Theme)
def test_the_picture_stands_alone(theme: Theme) -> None:
    text = svg_of(small_view(), theme=theme)
    assert " style=" not in text
    assert "var(" not in text
    assert not re.search(r"(href|src|url)\W+(https?:|//|data:)", text.replace('xmlns="http://www.w3.org/2000/svg"', ""))
    assert ("prefers-color-scheme" in text) == (theme is Theme.AUTO)
    root = parsed(text)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    colours = set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', text))
    assert colours <= set(PALETTES[theme].values())


def test_an_embedded_picture_brings_neither_declaration_nor_style_sheet() -> None:
    text = render_svg(compose(small_view(), language="en"), Theme.AUTO, embedded=True)
    assert text.startswith("<svg ")
    assert "<style" not in text


def test_the_same_view_gives_the_same_bytes() -> None:
    assert svg_of(synthetic_view(40)) == svg_of(synthetic_view(40))


HOSTILE = "</script><script>alert(1)</script> & \" ' <!-- ]]> \x00\x1b\ud800\uffff \u202egnirts\u202d \u2028{{7*7}} onload="


def test_hostile_words_stay_words() -> None:
    shown = view(
        [claim("c", {'en" onload="x': HOSTILE}, holder(HOSTILE, Stance.AGAINST), answers=["q"])],
        questions=[question("q", HOSTILE)],
        sources=[source(HOSTILE, date='"><script>')],
    )
    text = svg_of(shown)
    root = parsed(text)
    assert "<script" not in text
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    (card,) = (card for card in cards(root) if "claim" in (card.get("class") or ""))
    assert "</script><script>alert(1)</script> & \" ' <!-- ]]> \ufffd\ufffd\ufffd\ufffd \u202egnirts" in words(card)


def test_a_direction_that_a_text_leaves_on_ends_with_its_line() -> None:
    text = svg_of(view([claim("c", "\u202eThis text never turns back and it is long enough for some lines of words.")]))
    assert text.count('unicode-bidi="isolate"') >= 2


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_gives_a_picture_that_is_xml(text: str, name: str) -> None:
    root = parsed(svg_of(view([claim("c", text, holder(name))], sources=[source(text)])))
    assert len([*cards(root)]) == 1
