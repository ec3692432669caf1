from dataclasses import replace
from math import dist

import pytest
from hypothesis import given

from argmap.layout.plan import Box, Direction, Lane, Link, Placement, Plan
from argmap.layout.tree import arrange_as_tree
from tests.layout.geometry import crossed_boxes, loose_ends, outside, overlaps, rectangles, shared_by_unlike, slanted
from tests.layout.plans import STRESSES, any_plan, caterpillar, chain, debate, grown, half_strong, isolated, small_map, star

FILLED = ("tree of 1,000", "tree of 20,000", "5,000 supporters", "chain of 5,000")
"""Large plans whose boxes cover a fair part of the page."""

TURNED = (
    *("tree of 300 with cross links", "very deep tree of 300", "chain of 40", "chain of 500 with a neighbour each"),
    *("300 boxes with 3,000 links", "circle of 100", "300 questions"),
)
"""Plans that are also drawn to the right: one of each shape, since the same rules draw them."""


def assert_sound(plan: Plan, placement: Placement) -> None:
    assert list(placement.corners) == [box.id for box in plan.boxes]
    assert list(placement.routes) == [link.id for link in plan.links]
    assert overlaps(plan, placement) == []
    assert outside(plan, placement) == []
    assert loose_ends(plan, placement) == []
    assert slanted(plan, placement) == []
    assert crossed_boxes(plan, placement) == []


@given(any_plan())
def test_no_boxes_overlap_and_no_line_of_the_tree_runs_through_a_box_whatever_the_plan(plan: Plan) -> None:
    assert_sound(plan, arrange_as_tree(plan))


def test_the_same_plan_gives_the_same_placement() -> None:
    plan = debate(40, cross=0.2)
    assert arrange_as_tree(plan) == arrange_as_tree(plan)


@pytest.mark.parametrize("name", STRESSES)
def test_a_page_of_forty_boxes_or_more_is_well_filled_and_at_most_three_times_as_long_as_wide(name: str) -> None:
    plan = STRESSES[name]()
    placement = arrange_as_tree(plan)
    assert_sound(plan, placement)
    assert 1 / 3 <= placement.width / placement.height <= 3
    if name in FILLED:
        assert sum(box.width * box.height for box in plan.boxes) / (placement.width * placement.height) > 0.18


@pytest.mark.parametrize("count", [40, 100, 300, 1_000, 3_000])
@pytest.mark.parametrize("height", [78, 92, 120])
def test_a_page_of_cards_of_one_size_is_at_most_twice_as_long_as_wide(count: int, height: int) -> None:
    plan = debate(count)
    placement = arrange_as_tree(replace(plan, boxes=tuple(box._replace(width=260, height=height) for box in plan.boxes)))
    assert 1 / 2 <= placement.width / placement.height <= 2


@pytest.mark.parametrize("name", TURNED)
def test_so_is_a_page_whose_edges_run_to_the_right(name: str) -> None:
    plan = replace(STRESSES[name](), direction=Direction.RIGHT)
    placement = arrange_as_tree(plan)
    assert_sound(plan, placement)
    assert 1 / 3 <= placement.width / placement.height <= 3


def test_a_plan_without_boxes_is_an_empty_page() -> None:
    assert arrange_as_tree(Plan((), ())) == Placement({}, {}, 0.0, 0.0)


def test_reasons_stand_below_what_they_bear_on_where_edges_run_up() -> None:
    plan = debate(40, direction=Direction.UP)
    boxes = rectangles(plan, arrange_as_tree(plan))
    assert all(boxes[link.tail][1] >= boxes[link.head][3] for link in plan.links)


def test_reasons_stand_left_of_what_they_bear_on_where_edges_run_to_the_right() -> None:
    plan = debate(40, direction=Direction.RIGHT)
    boxes = rectangles(plan, arrange_as_tree(plan))
    assert all(boxes[link.tail][2] <= boxes[link.head][0] for link in plan.links)


def test_rival_answers_stand_side_by_side_under_their_question_joined_by_a_level_line() -> None:
    plan = small_map()
    placement = arrange_as_tree(plan)
    boxes = rectangles(plan, placement)
    assert boxes["yes"][1] == boxes["no"][1]
    assert boxes["yes"][2] < boxes["no"][0]
    (_, start_y), *_, (_, end_y) = placement.routes["rivals"].points
    assert start_y == end_y


def test_an_undercut_reaches_the_junction_from_its_side_and_premises_from_below() -> None:
    plan = small_map()
    placement = arrange_as_tree(plan)
    left, top, right, bottom = rectangles(plan, placement)["dot"]
    assert placement.routes["undercut"].points[-1] == (right, (top + bottom) / 2)
    assert placement.routes["against>"].points[-1] == ((left + right) / 2, bottom)


def test_supports_and_attacks_of_one_claim_enter_it_at_different_places_and_share_no_piece() -> None:
    boxes = (Box("claim", 220, 80), *(Box(f"r{index}", 220, 80) for index in range(9)))
    links = tuple(Link(f"l{index}", f"r{index}", "claim", Lane.FOR if index % 2 else Lane.AGAINST) for index in range(9))
    placement = arrange_as_tree(Plan(boxes, links, Direction.UP))
    ports = {
        lane: {placement.routes[link.id].points[-1] for link in links if link.lane is lane} for lane in (Lane.FOR, Lane.AGAINST)
    }
    assert len(ports[Lane.FOR]) == len(ports[Lane.AGAINST]) == 1
    assert ports[Lane.FOR].isdisjoint(ports[Lane.AGAINST])
    trunks = {
        lane: {point for link in links if link.lane is lane for point in placement.routes[link.id].points[1:]}
        for lane in (Lane.FOR, Lane.AGAINST)
    }
    assert trunks[Lane.FOR].isdisjoint(trunks[Lane.AGAINST])


@pytest.mark.parametrize(
    "plan",
    [debate(300), debate(40, seed=2), grown(300, reach=9), caterpillar(200), star(60)],
    ids=["wide", "small", "deep", "spine", "star"],
)
@pytest.mark.parametrize("direction", [Direction.UP, Direction.RIGHT])
def test_links_that_look_different_share_neither_head_nor_trunk(plan: Plan, direction: Direction) -> None:
    plan = replace(half_strong(plan), direction=direction)
    placement = arrange_as_tree(plan)
    assert_sound(plan, placement)
    assert shared_by_unlike(plan, placement) == []


def test_supports_stand_before_attacks_and_keep_their_order() -> None:
    lanes = (Lane.AGAINST, Lane.FOR, Lane.AGAINST, Lane.FOR)
    boxes = (Box("claim", 220, 80), *(Box(f"r{index}", 220, 80) for index in range(4)))
    links = tuple(Link(f"l{index}", f"r{index}", "claim", lane) for index, lane in enumerate(lanes))
    corners = arrange_as_tree(Plan(boxes, links, Direction.UP)).corners
    assert sorted((f"r{index}" for index in range(4)), key=lambda name: corners[name]) == ["r1", "r3", "r0", "r2"]


def test_claims_that_bear_on_nothing_stand_after_everything_else() -> None:
    plan = small_map()
    boxes = rectangles(plan, arrange_as_tree(plan))
    lowest = max(box[3] for name, box in boxes.items() if name != "lone")
    assert boxes["lone"][1] > boxes["question"][3]
    assert boxes["lone"][3] >= lowest or boxes["lone"][1] > lowest


def test_isolated_boxes_stand_in_rows_in_their_order() -> None:
    plan = isolated(30)
    corners = arrange_as_tree(plan).corners
    assert sorted(corners, key=lambda name: (corners[name][1], corners[name][0])) == [box.id for box in plan.boxes]


def test_a_long_chain_is_folded_into_parts_side_by_side_and_a_short_one_is_not() -> None:
    long, short = arrange_as_tree(chain(100)), arrange_as_tree(replace(chain(8), direction=Direction.UP))
    assert len({x for x, _ in long.corners.values()}) > 3
    assert long.width > 600
    assert short.width <= 260


@pytest.mark.parametrize("plan", [debate(40, cross=0.1), debate(300, cross=0.15), chain(200, cross=30)])
def test_links_outside_the_tree_are_led_around_all_boxes(plan: Plan) -> None:
    placement = arrange_as_tree(plan)
    boxes = rectangles(plan, placement)
    crossing = [link for link in plan.links if placement.routes[link.id].smooth]
    assert crossing
    for link in crossing:
        for x, y in _along(placement.routes[link.id].points):
            struck = [name for name, (left, top, right, bottom) in boxes.items() if left < x < right and top < y < bottom]
            assert struck == [], link


@pytest.mark.parametrize("plan", [debate(100, cross=0.15), chain(200, cross=30)])
def test_every_link_outside_the_tree_has_an_end_of_its_own_so_that_no_two_signs_overlap(plan: Plan) -> None:
    placement = arrange_as_tree(plan)
    crossing = {link.id for link in plan.links if placement.routes[link.id].smooth}
    assert crossing
    ends = {link.id: placement.routes[link.id].points[-1] for link in plan.links}
    for name in crossing:
        assert [other for other, end in ends.items() if dist(end, ends[name]) < 11] == [name]


def _along(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Return many points of a Bézier path."""
    found = []
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, 20):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            found.append(
                (
                    sum(weight * point[0] for weight, point in zip(weights, (a, b, c, d), strict=True)),
                    sum(weight * point[1] for weight, point in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return found
