"""Many leaf reasons of one head put into one box before a layered engine sees them, so that its ranks do not run wide.

In the box they stand below each other in columns, each column with a trunk beside it; the trunks join in a rail at the top of
the box, from whose middle one line goes to the head.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from argmap.layout.columns import GUTTER, TRUNK, Side, side_of
from argmap.layout.connectors import ENTRY_LIMIT, straightened
from argmap.layout.plan import Box, Lane, Link, Placement, Plan, Point, Route
from argmap.layout.roundings import rounded

FEWEST = 3
"""So many leaf reasons of one head and lane are stacked."""
ASPECT = 0.6
"""Width by height at which a stack gets another column."""
GAP = 16.0
COLUMN_GAP = 24.0
STRIP = 16.0
"""The height of the rail's strip at the top."""
CORNER = 8.0
"""The radius of the corners of a line, in points."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Leaf reasons in one box, which bears the id of the first of them, and whose link bears the id of that one's link."""

    box: Box
    links: tuple[Link, ...]
    members: tuple[Box, ...]
    places: tuple[Point, ...]
    """By member: its upper left corner in the box."""
    trunks: tuple[float, ...]
    """By member: where its trunk runs."""


def stacked(plan: Plan) -> tuple[Plan, tuple[Stack, ...]]:
    """Return the plan with its leaf reasons stacked, and the stacks."""
    boxes = {box.id: box for box in plan.boxes}
    ends = [end for link in plan.links for end in (link.tail, link.head)]
    touched: dict[str, int] = {}
    for end in ends:
        touched[end] = touched.get(end, 0) + 1
    groups: dict[tuple[str, Lane, bool], list[Link]] = {}
    for link in plan.links:
        if touched[link.tail] == 1 and link.lane is not Lane.RIVAL and link.lane is not Lane.ANSWER:
            groups.setdefault((link.head, link.lane, link.strong), []).append(link)
    stacks = tuple(
        _stack(links, [boxes[link.tail] for link in links], side_of(lane))
        for (_, lane, _), links in groups.items()
        if len(links) >= FEWEST
    )
    whole = {stack.box.id: stack.box for stack in stacks}
    hidden = {link.tail for stack in stacks for link in stack.links} - set(whole)
    return (
        Plan(
            tuple(whole.get(box.id, box) for box in plan.boxes if box.id not in hidden),
            tuple(link for link in plan.links if link.tail not in hidden),
            plan.direction,
        ),
        stacks,
    )


def _stack(links: Sequence[Link], members: Sequence[Box], side: Side) -> Stack:
    """Return the members in as many columns of about one height as suit the shape."""
    reach = sum(member.height + GAP for member in members)
    width = max(member.width for member in members)
    number = max(1, round(sqrt(reach * ASPECT / (GUTTER + width))))
    rows = ceil(len(members) / number)
    places: list[Point] = []
    trunks: list[float] = []
    left = bottom = 0.0
    for start in range(0, len(members), rows):
        column = members[start : start + rows]
        widest = max(member.width for member in column)
        y = STRIP
        for member in column:
            places.append((left + (GUTTER if side is Side.LEFT else widest - member.width), y))
            trunks.append(left + (TRUNK if side is Side.LEFT else widest + GUTTER - TRUNK))
            y += member.height + GAP
        bottom = max(bottom, y - GAP)
        left += GUTTER + widest + COLUMN_GAP
    box = Box(members[0].id, left - COLUMN_GAP, bottom)
    return Stack(box, tuple(links), tuple(members), tuple(places), tuple(trunks))


def unstacked(placement: Placement, stacks: Sequence[Stack]) -> Placement:
    """Return the placement of a plan with stacks as one of the plan without."""
    corners: dict[str, Point] = dict(placement.corners)
    routes: dict[str, Route] = dict(placement.routes)
    for stack in stacks:
        corner, way = placement.corners[stack.box.id], placement.routes[stack.links[0].id]
        for index, (link, member) in enumerate(zip(stack.links, stack.members, strict=True)):
            x, y = corner[0] + stack.places[index][0], corner[1] + stack.places[index][1]
            corners[member.id] = (x, y)
            start = rounded(_to_middle(stack, index, corner, (x, y), way), CORNER)
            routes[link.id] = Route((*start, *way.points[1:]), smooth=True)
    return Placement(corners, routes, placement.width, placement.height)


def _to_middle(stack: Stack, index: int, corner: Point, place: Point, way: Route) -> tuple[Point, ...]:
    """Return the corners of a member's line up to the start of the way from the stack to its head."""
    x, y = place
    member, trunk = stack.members[index], corner[0] + stack.trunks[index]
    level = y + min(member.height / 2, ENTRY_LIMIT)
    rail = corner[1] + STRIP / 2
    start = way.points[0]
    return straightened([(x if trunk < x else x + member.width, level), (trunk, level), (trunk, rail), (start[0], rail), start])
