import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from argmap.api import AnnotatedCorpus
from argmap.comparison.comparing import Comparison, compare
from argmap.comparison.facing import face_to_face
from argmap.comparison.networks.network import Mode, network
from argmap.layout.metrics import measure
from argmap.rendering.colours import DARK, LIGHT, PRINT, Theme
from argmap.rendering.comparison.pictures import Picture, comparison_svg, faces_svg, network_svg
from tests.conftest import Golden
from tests.corpora import HOSTILE, car_free, hostile, japan, large, single

SVG = "{http://www.w3.org/2000/svg}"
CORPORA = (japan, car_free, hostile, single, lambda: large(3, 5), lambda: large(60, 200))
NAMES = ("japan", "car-free", "hostile", "single", "3 x 5", "60 x 200")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own picture


@pytest.fixture(scope="module", params=CORPORA, ids=NAMES)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    make: Callable[[], AnnotatedCorpus] = request.param
    return compare(make().graph)


@pytest.mark.parametrize("picture", Picture)
def test_every_picture_of_every_corpus_is_xml_with_title_and_description(comparison: Comparison, picture: Picture) -> None:
    root = parsed(comparison_svg(comparison, "en", picture=picture))
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    assert not list(root.iter(f"{SVG}script"))


@pytest.mark.parametrize("picture", Picture)
def test_nothing_in_a_picture_is_outside_of_it(comparison: Comparison, picture: Picture) -> None:
    root = parsed(comparison_svg(comparison, "en", picture=picture))
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for box in root.iter(f"{SVG}rect"):
        if box.get("class") != "paper" and "x" in box.attrib and not box.get("transform"):
            assert float(box.get("x", "0")) >= 0
            assert float(box.get("x", "0")) + float(box.get("width", "0")) <= width
            assert float(box.get("y", "0")) + float(box.get("height", "0")) <= height
    parents = {child: parent for parent in root.iter() for child in parent}
    for text in root.iter(f"{SVG}text"):
        spans = list(text.iter(f"{SVG}tspan")) or [text]
        for span in spans:
            if "x" not in span.attrib or parents[text].get("transform"):
                continue
            words, x = "".join(span.itertext()).rstrip(), float(span.get("x", "0"))
            room = measure(words, float(text.get("font-size", "13")), bold=text.get("font-weight") == "bold")
            share = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
            assert x - room * share >= 0, words
            assert x + room * (1 - share) <= width, words


@pytest.mark.parametrize("picture", Picture)
def test_the_same_comparison_gives_the_same_picture(picture: Picture) -> None:
    one, other = (comparison_svg(compare(car_free().graph), "ru", picture=picture) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(("theme", "palette"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.PRINT, PRINT)])
def test_a_picture_uses_the_colours_of_its_theme_and_no_others(theme: Theme, palette: dict[object, str]) -> None:
    svg = comparison_svg(compare(car_free().graph), "en", theme=theme)
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-fA-F]+)"', svg))
    assert used <= set(palette.values())


def test_a_cell_tells_its_stance_by_a_mark_not_only_by_colour() -> None:
    matrix = comparison_svg(compare(car_free().graph), "en", theme=Theme.PRINT)
    assert matrix.count('fill-rule="evenodd"') > 70
    assert "City transport planner: against" in matrix


def test_a_derived_stance_is_drawn_hollow_and_named_so() -> None:
    matrix = comparison_svg(compare(japan().graph), "en")
    assert "Dosym Satpayev: against, derived" in matrix


def test_the_full_matrix_of_sixty_parties_names_everyone() -> None:
    matrix = comparison_svg(compare(large(60, 200).graph), "en")
    assert all(f"Speaker number {actor} of the assembly" in matrix for actor in range(60))
    assert all(f"Proposal {claim} " in matrix for claim in range(200))


def test_a_picture_that_leaves_something_out_says_so() -> None:
    assert "Left out" in comparison_svg(compare(large(90, 12).graph), "en")


def test_two_parties_meet_face_to_face_with_their_words() -> None:
    comparison = compare(japan().graph)
    faced = face_to_face(comparison, "japan-central-asia/satpaev", "japan-central-asia/japanese-media")
    svg = faces_svg(comparison, faced, "ru")
    assert "«знаковым событием" in svg
    assert "“знаковым событием" in faces_svg(comparison, faced, "en")
    assert "выведено (1)" in svg


@pytest.mark.parametrize("mode", Mode)
def test_every_network_has_a_picture_in_which_no_two_boxes_overlap(mode: Mode) -> None:
    root = parsed(network_svg(network(car_free().graph, mode), "en"))
    boxes = [
        (float(box.get("x", "0")), float(box.get("y", "0")), float(box.get("width", "0")), float(box.get("height", "0")))
        for box in root.iter(f"{SVG}rect")
        if "rx" in box.attrib
    ]
    assert boxes
    for place, (x, y, width, height) in enumerate(boxes):
        for u, v, other_width, other_height in boxes[place + 1 :]:
            assert x + width <= u or u + other_width <= x or y + height <= v or v + other_height <= y


def test_hostile_words_stay_words() -> None:
    for picture in Picture:
        svg = comparison_svg(compare(hostile().graph), "en", picture=picture)
        assert "<img" not in svg
        assert HOSTILE not in svg


@pytest.mark.parametrize("picture", [Picture.MATRIX, Picture.BARS, Picture.AGREEMENT, Picture.NETWORK])
def test_the_pictures_of_a_small_debate_look_like_this(golden: Golden, picture: Picture) -> None:
    golden.check(f"comparison/{picture}.svg", comparison_svg(compare(large(6, 6).graph), "en", picture=picture, theme=Theme.AUTO))
