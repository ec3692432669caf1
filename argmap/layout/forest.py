"""A spanning forest of a plan: the one link by which each box hangs, and the order in which a head's reasons stand.

Boxes and links are known here by their place in the plan, from 0, which is the canonical order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from argmap.layout.plan import Lane, Link, Plan

NOWHERE = -1
"""The head of a root, and the link by which it hangs."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that hold every box of a plan once."""

    roots: Sequence[int]
    children: Sequence[Sequence[int]]
    """By box: the boxes that hang under it, supports before attacks, strong ones first, rivals next to each other."""
    hangs_by: Sequence[int]
    """By box: the link that holds it; NOWHERE for a root."""
    head_of: Sequence[int]
    """By box: the box it hangs under; NOWHERE for a root."""
    downwards: Sequence[int]
    """All boxes, each after its head, a whole tree before the next."""


def spanning_forest(plan: Plan, places: dict[str, int]) -> Forest:
    """Return the forest in which every box hangs under the head that says most about where it belongs.

    A box hangs by its first link of the first kind it has, of: an answer, a premise or a denial (which make no sense away from
    their junction), a reason. Where this closes a circle, the first box in it that has another head outside lets go; where none
    has, the first box becomes a root.
    """
    ranked = _links_by_tail(plan, places)
    heads = [places[link.head] for link in plan.links]
    hangs_by = _without_circles([links[0] if links else NOWHERE for links in ranked], ranked, heads)
    children: list[list[int]] = [[] for _ in plan.boxes]
    for box, link in enumerate(hangs_by):
        if link != NOWHERE:
            children[heads[link]].append(box)
    rivals = _rivals(plan, places)
    lanes = [2 * lane_order(link.lane) + (not link.strong) for link in plan.links]
    for siblings in children:
        if len(siblings) > 1:
            siblings.sort(key=lambda box: lanes[hangs_by[box]])
            if rivals:
                siblings[:] = _rivals_together(siblings, rivals, [lanes[hangs_by[box]] for box in siblings])
    roots = [box for box, link in enumerate(hangs_by) if link == NOWHERE]
    if rivals:
        roots = _rivals_together(roots, rivals, [0] * len(roots))
    head_of = [heads[link] if link != NOWHERE else NOWHERE for link in hangs_by]
    return Forest(roots, children, hangs_by, head_of, _downwards(roots, children))


def lane_order(lane: Lane) -> int:
    """Return where the reasons of a lane stand under their head: what speaks for it first, what denies it last."""
    match lane:
        case Lane.ANSWER:
            return 0
        case Lane.PREMISE:
            return 1
        case Lane.FOR:
            return 2
        case Lane.AGAINST:
            return 3
        case Lane.DENIAL:
            return 4
        case Lane.RIVAL:
            return 5
    assert_never(lane)


def _hold(link: Link) -> int:
    """Return how strongly a link holds its tail: the lower the stronger."""
    match link.lane:
        case Lane.ANSWER:
            return 0
        case Lane.PREMISE | Lane.DENIAL:
            return 1
        case Lane.FOR | Lane.AGAINST:
            return 2
        case Lane.RIVAL:
            return 3
    assert_never(link.lane)


def _links_by_tail(plan: Plan, places: dict[str, int]) -> list[list[int]]:
    """Return by box the links it could hang by, the strongest first."""
    links: list[list[int]] = [[] for _ in plan.boxes]
    for index, link in enumerate(plan.links):
        if link.lane is not Lane.RIVAL and link.tail != link.head:
            links[places[link.tail]].append(index)
    for own in links:
        if len(own) > 1:
            own.sort(key=lambda index: _hold(plan.links[index]))
    return links


def _without_circles(hangs_by: list[int], ranked: Sequence[Sequence[int]], heads: Sequence[int]) -> list[int]:
    """Return the links by which the boxes hang, changed so that every way up ends at a root."""
    free = NOWHERE
    ends: list[int | None] = [None] * len(hangs_by)
    """By box: the circle its way up ends in, or that it is free."""
    circles: list[list[int]] = []
    caught: list[list[int]] = []
    for start in range(len(hangs_by)):
        way: dict[int, None] = {}
        box, end = start, ends[start]
        while end is None:
            way[box] = None
            if hangs_by[box] == NOWHERE:
                end = free
            else:
                box = heads[hangs_by[box]]
                end = ends[box]
                if box in way:
                    members = list(way)
                    circles.append(sorted(members[members.index(box) :]))
                    caught.append([])
                    end = len(circles) - 1
        for member in way:
            ends[member] = end
        if end != free:
            caught[end] += way
    for circle, boxes in zip(circles, caught, strict=True):
        ways_out = ((member, link) for member in circle for link in ranked[member] if ends[heads[link]] == free)
        member, link = next(ways_out, (circle[0], NOWHERE))
        hangs_by[member] = link
        for box in boxes:
            ends[box] = free
    return hangs_by


def _rivals(plan: Plan, places: dict[str, int]) -> dict[int, list[int]]:
    """Return by box the boxes that are its rivals, both ways."""
    rivals: dict[int, list[int]] = {}
    for link in plan.links:
        if link.lane is Lane.RIVAL:
            rivals.setdefault(places[link.tail], []).append(places[link.head])
            rivals.setdefault(places[link.head], []).append(places[link.tail])
    return rivals


def _rivals_together(siblings: Sequence[int], rivals: dict[int, list[int]], lanes: Sequence[int]) -> list[int]:
    """Return the siblings with each one's rivals of the same lane right after it; the order is kept otherwise."""
    lane_of = dict(zip(siblings, lanes, strict=True))
    order: dict[int, None] = {}
    for sibling in siblings:
        if sibling not in order:
            order[sibling] = None
            for rival in rivals.get(sibling, ()):
                if rival not in order and lane_of.get(rival) == lane_of[sibling]:
                    order[rival] = None
    return list(order)


def _downwards(roots: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """Return all boxes, each after its head."""
    order: list[int] = []
    stack = list(reversed(roots))
    while stack:
        box = stack.pop()
        order.append(box)
        stack.extend(reversed(children[box]))
    return order
