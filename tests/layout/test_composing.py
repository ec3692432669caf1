import pytest

from argmap.drawing import CardKind, Drawing, EdgeKind, Sample
from argmap.graph import Annotator
from argmap.layout.captions import CAPTION_ROOM
from argmap.layout.composing import compose
from argmap.view import View
from tests.views import SUPPORT, argument, claim, question, small_view, source, synthetic_view, view


def rectangles(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    return [(x, y, x + card.width, y + card.height) for card, (x, y) in zip(drawing.cards, drawing.corners, strict=True)]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the cards that touch each other, by a sweep from left to right."""
    found = []
    waiting: list[tuple[float, float, float, float, str]] = []
    for rectangle, card in sorted(zip(rectangles(drawing), drawing.cards, strict=True), key=lambda pair: pair[0]):
        left, top, _, bottom = rectangle
        waiting = [other for other in waiting if other[2] > left]
        found += [(other[4], card.id) for other in waiting if other[1] < bottom and top < other[3]]
        waiting.append((*rectangle, card.id))
    return found


@pytest.mark.parametrize("engine", ["tree", "graphviz-pure", "dot"])
def test_every_engine_places_the_small_map_without_overlap(engine: str) -> None:
    assert overlapping(compose(small_view(), language="en", engine=engine)) == []


@pytest.mark.parametrize("count", [5, 40, 300, 1000])
@pytest.mark.parametrize("cross", [0.0, 0.15])
def test_no_two_cards_overlap_and_all_are_on_the_page(count: int, cross: float) -> None:
    drawing = compose(synthetic_view(count, cross), language="ru")
    assert overlapping(drawing) == []
    left, top = drawing.origin
    for x, y, right, bottom in rectangles(drawing):
        assert left + x >= 0
        assert top + y >= 0
        assert left + right <= drawing.width
        assert top + bottom <= drawing.height
    assert len(drawing.cards) == count + 1


def test_a_sign_stands_in_the_open() -> None:
    drawing = compose(synthetic_view(60, 0.0), language="en", engine="tree")
    boxes = rectangles(drawing)
    signs = [edge.mark for edge in drawing.edges if edge.mark]
    assert len(signs) > 30
    for x, y in signs:
        assert not any(left - 4 < x < right + 4 and top - 4 < y < bottom + 4 for left, top, right, bottom in boxes)


def test_the_edges_of_the_small_map_are_told_apart() -> None:
    drawing = compose(small_view(), language="en")
    assert [(edge.id, edge.kind, edge.asserted, edge.rejected, bool(edge.junction), bool(edge.mark)) for edge in drawing.edges] == [
        ("test/close?test/course", EdgeKind.ANSWER, True, False, False, False),
        ("test/open?test/course", EdgeKind.ANSWER, True, False, False, False),
        ("test/trade>close", EdgeKind.SUPPORT, True, False, False, True),
        ("test/walkers", EdgeKind.SUPPORT, True, False, True, False),
        ("test/rain>walkers", EdgeKind.UNDERCUT, False, False, False, False),
        ("test/loss>close", EdgeKind.ATTACK, True, False, True, True),
        ("test/empty>loss", EdgeKind.SUPPORT, False, True, False, True),
        ("test/calm>close", EdgeKind.SUPPORT, False, False, False, True),
        ("test/calm>loss>close", EdgeKind.UNDERCUT, True, False, False, False),
        ("test/loss<>test/trade", EdgeKind.CONTRARY, True, False, False, False),
    ]


def test_who_draws_or_rejects_an_inference_is_said() -> None:
    titles = {edge.id: edge.title for edge in compose(small_view(), language="en").edges if edge.title}
    assert titles == {
        "test/trade>close": "drawn by Mayor",
        "test/walkers": "drawn by Planner",
        "test/loss>close": "drawn by Shopkeepers",
        "test/empty>loss": "rejected by Planner",
        "test/calm>loss>close": "drawn by Mayor",
    }


def test_an_undercut_ends_in_the_junction_of_the_inference_it_denies() -> None:
    drawing = compose(small_view(), language="en", engine="tree")
    edges = {edge.id: edge for edge in drawing.edges}
    junction = edges["test/walkers"].junction
    assert junction
    x, y = edges["test/rain>walkers"].stem.points[-1]
    assert ((x - junction.x) ** 2 + (y - junction.y) ** 2) ** 0.5 <= junction.radius + 1


def test_a_question_and_a_claim_may_share_their_id() -> None:
    drawing = compose(
        view([claim("same", "A claim.", answers=["same"])], questions=[question("same", "A question?")]), language="en"
    )
    assert [card.kind for card in drawing.cards] == [CardKind.QUESTION, CardKind.CLAIM]
    assert overlapping(drawing) == []


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    drawing = compose(small_view(), language="en")
    assert [key.sample for key in drawing.legend] == list(Sample)
    plain = compose(view([claim("a", "A"), claim("b", "B")], [argument("a", SUPPORT, "b")]), language="en")
    assert [key.sample for key in plain.legend] == [Sample.CLAIM, Sample.SUPPORT, Sample.ANNOTATOR]


def test_the_captions_name_source_author_outlet_and_date() -> None:
    drawing = compose(view([claim("a", "A")], sources=[source()]), language="en")
    assert drawing.title == "Close the centre?"
    assert [line.words for byline in drawing.bylines for line in byline.lines] == ["Ann Author · The Paper · 10 December 2025"]
    assert drawing.description == "Argument map: 1 claim"


def test_many_sources_are_counted_and_the_first_of_them_listed() -> None:
    sources = [source(f"Title {number}", id=f"s{number}", outlet=None) for number in range(9)]
    drawing = compose(view([claim("a", "A")], sources=sources), language="ru")
    assert drawing.title == "Карта аргументов: 9\u00a0источников"
    assert [line.words for byline in drawing.bylines for line in byline.lines] == [
        *(f"Title {number} · Ann Author · 10\u00a0декабря 2025\u00a0г." for number in range(5)),
        "и ещё 4\u00a0источника",
    ]


def test_a_source_that_two_annotators_read_is_counted_once_and_both_are_named() -> None:
    readings = [source("Title", id=f"s@{name}", author=(), outlet=None, annotator=Annotator(id=name)) for name in ("anna", "boris")]
    drawing = compose(view([claim("a", "A")], sources=[*readings, source("Other", id="o", author=(), outlet=None)]), language="en")
    assert drawing.title == "Argument map: 2 sources"
    assert [line.words for byline in drawing.bylines for line in byline.lines] == [
        "Title · read by anna · 10 December 2025",
        "Title · read by boris · 10 December 2025",
        "Other · 10 December 2025",
    ]


def test_a_long_line_about_a_source_keeps_its_date() -> None:
    drawing = compose(view([claim("a", "A")], sources=[source("Long title " * 20, id="a"), source(id="b")]), language="en")
    line = drawing.bylines[0].lines[0]
    assert line.words.endswith("… · 10 December 2025")
    assert line.width <= CAPTION_ROOM


@pytest.mark.parametrize("nothing", [view([]), view([], sources=[source()]), view([], questions=[question("q", "Why?")])])
def test_a_view_of_nothing_is_a_page_with_a_title(nothing: View) -> None:
    drawing = compose(nothing, language="en")
    assert drawing.headline.lines
    assert drawing.width > 0
    assert drawing.height > 0
