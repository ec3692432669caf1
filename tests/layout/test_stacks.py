import pytest

from argmap.layout.plan import Box, Lane, Link, Placement, Plan, Route
from argmap.layout.stacks import stacked, unstacked
from tests.layout.geometry import loose_ends, outside, overlaps
from tests.layout.plans import small_map, star


def test_three_leaf_reasons_of_one_lane_become_one_box() -> None:
    boxes = (Box("claim", 200, 80), *(Box(f"r{index}", 200, 60) for index in range(5)))
    links = tuple(Link(f"l{index}", f"r{index}", "claim", Lane.FOR if index < 3 else Lane.AGAINST) for index in range(5))
    smaller, stacks = stacked(Plan(boxes, links))
    assert [box.id for box in smaller.boxes] == ["claim", "r0", "r3", "r4"]
    assert [[member.id for member in stack.members] for stack in stacks] == [["r0", "r1", "r2"]]
    assert [link.id for link in smaller.links] == ["l0", "l3", "l4"]


def test_answers_and_reasons_with_reasons_of_their_own_are_not_stacked() -> None:
    boxes = (Box("top", 200, 80), *(Box(f"r{index}", 200, 60) for index in range(4)))
    answers = tuple(Link(f"l{index}", f"r{index}", "top", Lane.ANSWER) for index in range(4))
    assert stacked(Plan(boxes, answers))[1] == ()
    deeper = (*(Link(f"l{index}", f"r{index}", "top", Lane.FOR) for index in range(3)), Link("l3", "r3", "r0", Lane.FOR))
    assert stacked(Plan(boxes, deeper))[1] == ()


@pytest.mark.parametrize("count", [3, 4, 12, 60])
def test_the_members_of_a_stack_get_their_places_and_lines_back(count: int) -> None:
    plan = star(count)
    smaller, stacks = stacked(plan)
    corners = {}
    top = 0.0
    for box in smaller.boxes:
        corners[box.id] = (0.0, top)
        top += box.height + 50
    sizes = {box.id: box for box in smaller.boxes}
    routes = {}
    for link in smaller.links:
        tail, head = sizes[link.tail], sizes[link.head]
        start, end = (tail.width / 2, corners[tail.id][1]), (head.width / 2, head.height)
        routes[link.id] = Route((start, start, end, end), smooth=True)
    whole = unstacked(Placement(corners, routes, max(box.width for box in smaller.boxes), top), stacks)
    assert set(whole.corners) == {box.id for box in plan.boxes}
    assert overlaps(plan, whole) == []
    assert loose_ends(plan, whole) == []
    assert outside(plan, whole) == []
    assert all(len(route.points) % 3 == 1 for route in whole.routes.values())


def test_a_plan_without_stacks_stays_as_it_is() -> None:
    assert stacked(small_map()) == (small_map(), ())
