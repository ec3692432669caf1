"""The engines `graphviz-pure` and `dot`: Graphviz's layered drawing (Gansner, Koutsofios, North and Vo, 1993), for small maps.

The program gets boxes of fixed size without words, under names of our own, and gives back coordinates. Connected parts are laid
out each by itself and then put on a page.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, assert_never

from argmap.layout.components import components
from argmap.layout.curves import Frame, curve_between, snapped
from argmap.layout.packing import Page, Sheet, pack
from argmap.layout.plan import Direction, LayoutError, Placement, Plan, Point, Route
from argmap.layout.programs import description, run
from argmap.layout.stacks import stacked, unstacked


def arrange_by_dot(plan: Plan, program: Path) -> Placement:
    """Return the placement by a Graphviz program; an open direction is the one that gives the better page.

    Raises:
        LayoutError: the program cannot be run, fails, or does not end in time.
    """
    match plan.direction:
        case Direction.UP | Direction.RIGHT:
            return _arranged(plan, program, plan.direction)
        case Direction.AUTO:
            upwards = _arranged(plan, program, Direction.UP)
            if Sheet().fair(upwards.width, upwards.height):
                return upwards
            rightwards = _arranged(plan, program, Direction.RIGHT)
            return min(upwards, rightwards, key=lambda placement: Sheet().size(placement.width, placement.height))
    assert_never(plan.direction)


def _arranged(plan: Plan, program: Path, direction: Direction) -> Placement:
    """Return the placement in one direction. Where edges run to the right, leaf reasons stand below each other anyway."""
    smaller, stacks = stacked(plan) if direction is Direction.UP else (plan, ())
    parts, single = components(smaller)
    placed = _placed(parts, program, direction) if parts else []
    sizes = [(part.width, part.height) for part in placed]
    page = pack(sizes, [(box.width, box.height) for box in single], Sheet()) if plan.boxes else Page([], 0.0, 0.0)
    corners: dict[str, Point] = {}
    routes: dict[str, Route] = {}
    for part, (x, y) in zip(placed, page.corners, strict=False):
        corners |= {box: (x + left, y + top) for box, (left, top) in part.corners.items()}
        routes |= {link: _moved(route, x, y) for link, route in part.routes.items()}
    corners |= {box.id: corner for box, corner in zip(single, page.corners[len(placed) :], strict=True)}
    whole = unstacked(Placement(corners, routes, page.width, page.height), stacks)
    return Placement(
        {box.id: whole.corners[box.id] for box in plan.boxes},
        {link.id: whole.routes[link.id] for link in plan.links},
        page.width,
        page.height,
    )


def _placed(parts: Sequence[Plan], program: Path, direction: Direction) -> list[Placement]:
    """Return the placement of each part, all by one run of the program."""
    answer = run(program, "".join(description(part, direction) for part in parts))
    try:
        graphs = list(_documents(answer))
        return [_placement(part, graph) for part, graph in zip(parts, graphs, strict=True)]
    except (ValueError, KeyError, TypeError) as failure:
        raise LayoutError(f"{program.name} gave an answer that cannot be read ({failure!r}); use --engine tree") from None


def _documents(answer: str) -> Iterator[Any]:
    """Give the JSON documents that stand one after the other in a text."""
    decoder = json.JSONDecoder()
    start = 0
    while start < len(answer.rstrip()):
        while answer[start].isspace():
            start += 1
        document, start = decoder.raw_decode(answer, start)
        yield document


def _placement(part: Plan, graph: Any) -> Placement:
    """Return the placement of a part from the program's answer, whose y grows upwards; objects and edges may be absent."""
    middles = {entry["name"]: _points(entry["pos"])[0] for entry in graph.get("objects", ()) if "pos" in entry}
    frames: dict[str, Frame] = {}
    for index, box in enumerate(part.boxes):
        x, y = middles[f"n{index}"]
        frames[box.id] = Frame(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)
    ways = {entry["id"]: _points(entry["pos"]) for entry in graph.get("edges", ()) if "pos" in entry}
    routes: dict[str, Route] = {}
    for index, link in enumerate(part.links):
        tail, head = frames[link.tail], frames[link.head]
        way = ways.get(f"e{index}")
        if way and len(way) % 3 == 1:
            routes[link.id] = Route((snapped(way[0], tail), *way[1:-1], snapped(way[-1], head)), smooth=True)
        else:
            routes[link.id] = curve_between(tail, head, link.lane)
    xs = [x for frame in frames.values() for x in (frame.left, frame.right)]
    ys = [y for frame in frames.values() for y in (frame.top, frame.bottom)]
    for route in routes.values():
        xs += [x for x, _ in route.points]
        ys += [y for _, y in route.points]
    left, top = min(xs), min(ys)
    return Placement(
        {box: (frame.left - left, frame.top - top) for box, frame in frames.items()},
        {link: _moved(route, -left, -top) for link, route in routes.items()},
        max(xs) - left,
        max(ys) - top,
    )


def _points(text: str) -> list[Point]:
    """Return the points of a position or a spline, with y downwards."""
    return [(float(x), -float(y)) for x, y in (pair.split(",") for pair in text.split())]


def _moved(route: Route, x: float, y: float) -> Route:
    return Route(tuple((x + across, y + down) for across, down in route.points), route.smooth)
