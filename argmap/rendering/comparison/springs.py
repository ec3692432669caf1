"""Where the nodes of a network stand: springs between friends, repulsion between all, then boxes pushed apart.

After Fruchterman and Reingold (1991). Only sums, products and square roots, which every machine rounds alike: the same network
stands the same everywhere.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final, NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]

_ROUNDS: Final = 160
_FEWEST_ROUNDS: Final = 40
_WORK: Final = 1_200_000
"""About so many pairs are looked at in all, so that large networks do not take minutes."""
_GRAVITY: Final = 0.7
"""How strongly the middle pulls, so that foes do not fly away."""
_GAP: Final = 16
"""Between boxes, in points."""
_LINE: Final = 45
"""Between boxes a line of at least this length shows, with few exceptions, in points."""
_AXIS_ROUNDS: Final = 50
_NOTHING: Final = 1e-9
_PUSHES: Final = 400


class Spring(NamedTuple):
    """A tie between two nodes, by their places."""

    first: int
    second: int
    pull: float
    """From -1, foes, to 1, friends."""


def settled(sizes: Sequence[Point], springs: Sequence[Spring]) -> tuple[Point, ...]:
    """Return the middle of each node, in whole points; no two boxes overlap.

    Args:
        sizes: width and height of each node's box, in points.
        springs: between them.

    >>> settled([(10, 10), (10, 10)], [Spring(0, 1, 1)])[0] != settled([(10, 10), (10, 10)], [Spring(0, 1, 1)])[1]
    True
    """
    count = len(sizes)
    if count == 0:
        return ()
    area = sum((width + _GAP * 2) * (height + _GAP * 2) for width, height in sizes)
    ideal = 1.05 * sqrt(area / count)
    side = ideal * sqrt(count)
    frame = [_on_frame(place / count, side / 8) for place in range(count)]
    points = [(x * side + u, y * side + v) for (x, y), (u, v) in zip(_camps(count, springs), frame, strict=True)]
    eased = _eased(count, springs)
    rounds = max(_FEWEST_ROUNDS, min(_ROUNDS, 2 * _WORK // max(count * count, 1)))
    for step in range(rounds):
        _move(points, eased, ideal, ideal * 1.2 * (1 - step / rounds) + 1)
    # Boxes are wider than high: the picture is stretched, and they have less to be pushed.
    return _apart(_drawn_in([(x * 1.35, y * 0.85) for x, y in points], sizes, len(springs)), sizes)


def settled_apart(sizes: Sequence[Point], springs: Sequence[Spring]) -> tuple[Point, ...]:
    """Return the middle of each node as `settled` does, parts of the network that nothing ties together beside each other.

    The largest part comes first; the least x and y of any box are 0.
    """
    parts = _parts(len(sizes), springs)
    inside = {node: (part, at) for part, nodes in enumerate(parts) for at, node in enumerate(nodes)}
    ties: list[list[Spring]] = [[] for _ in parts]
    for first, second, pull in springs:
        ties[inside[first][0]].append(Spring(inside[first][1], inside[second][1], pull))
    laid = []
    extents: dict[str, Point] = {}
    for part, nodes in enumerate(parts):
        own = [sizes[node] for node in nodes]
        middles = settled(own, ties[part])
        left = min(x - width / 2 for (x, _), (width, _) in zip(middles, own, strict=True))
        top = min(y - height / 2 for (_, y), (_, height) in zip(middles, own, strict=True))
        right = max(x + width / 2 for (x, _), (width, _) in zip(middles, own, strict=True))
        bottom = max(y + height / 2 for (_, y), (_, height) in zip(middles, own, strict=True))
        laid.append([(x - left, y - top) for x, y in middles])
        extents[str(part)] = (right - left + 2 * _GAP, bottom - top + 2 * _GAP)
    room = max([width for width, _ in extents.values()] + [1.4 * sqrt(sum(w * h for w, h in extents.values()))])
    at, _ = in_rows(extents, room)
    found: list[Point] = [(0.0, 0.0)] * len(sizes)
    for part, nodes in enumerate(parts):
        x, y = at[str(part)][0] - extents[str(part)][0] / 2, at[str(part)][1] - extents[str(part)][1] / 2
        for node, (u, v) in zip(nodes, laid[part], strict=True):
            found[node] = (float(round(x + u)), float(round(y + v)))
    return tuple(found)


def _parts(count: int, springs: Sequence[Spring]) -> list[list[int]]:
    """The connected parts, the largest first."""
    near: list[list[int]] = [[] for _ in range(count)]
    for first, second, _ in springs:
        near[first].append(second)
        near[second].append(first)
    seen = [False] * count
    parts = []
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for node in part:
            for other in near[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: -len(part))


def _on_frame(share: float, side: float) -> Point:
    """A point on the sides of a diamond, clockwise from the top: neighbours in the order begin as neighbours."""
    quarter, rest = divmod(share * 4, 1)
    match int(quarter):
        case 0:
            return rest * side, (rest - 1) * side
        case 1:
            return (1 - rest) * side, rest * side
        case 2:
            return -rest * side, (1 - rest) * side
        case _:
            return (rest - 1) * side, -rest * side


def _eased(count: int, springs: Sequence[Spring]) -> list[Spring]:
    """Return the springs with foes pushing less where there are many, so that camps part, but stay in one picture."""
    foes = [0] * count
    for first, second, pull in springs:
        if pull < 0:
            foes[first] += 1
            foes[second] += 1
    return [
        spring
        if spring.pull > 0
        else spring._replace(pull=spring.pull / max(1.0, max(foes[spring.first], foes[spring.second]) / 3))
        for spring in springs
    ]


def _camps(count: int, springs: Sequence[Spring]) -> list[Point]:
    """Where nodes begin: friends near each other, foes apart, along the two strongest axes of the network, about from -1 to 1.

    These are the leading eigenvectors of the signed weights, centred, found by power iteration.
    """
    degree = [0.0] * count
    for first, second, pull in springs:
        degree[first] += abs(pull)
        degree[second] += abs(pull)
    shift = max(degree, default=0.0)
    axes: list[list[float]] = []
    for step in (1, 7):
        # Numbers without a pattern that a network may share.
        axis = _unit([float(place * step * 37 % 101 - 50) for place in range(count)], axes)
        for _ in range(_AXIS_ROUNDS):
            image = [shift * value for value in axis]
            for first, second, pull in springs:
                image[first] += pull * axis[second]
                image[second] += pull * axis[first]
            axis = _unit(image, axes)
        axes.append(axis)
    scale = sqrt(count) / 2
    return [(x * scale, y * scale) for x, y in zip(*axes, strict=True)]


def _unit(values: Sequence[float], others: Sequence[Sequence[float]]) -> list[float]:
    """Return values centred, at right angles to others, and of length 1; zeros where nothing is left."""
    mean = sum(values) / len(values)
    left = [value - mean for value in values]
    for other in others:
        share = sum(one * two for one, two in zip(left, other, strict=True))
        left = [one - share * two for one, two in zip(left, other, strict=True)]
    length = sqrt(sum(value * value for value in left))
    return [value / length for value in left] if length > _NOTHING else [0.0] * len(left)


def _move(points: list[Point], springs: Sequence[Spring], ideal: float, most: float) -> None:
    """Move every node once, by at most so much."""
    count = len(points)
    force_x, force_y = [0.0] * count, [0.0] * count
    square = ideal * ideal
    for one in range(count):
        x, y = points[one]
        for other in range(one + 1, count):
            dx, dy = x - points[other][0], y - points[other][1]
            distance = dx * dx + dy * dy
            # Two on one spot part along the line, in their order.
            dx, distance = (dx, distance) if distance > 1 else (1.0, 1.0)
            push = square / distance
            force_x[one] += dx * push
            force_y[one] += dy * push
            force_x[other] -= dx * push
            force_y[other] -= dy * push
    for first, second, pull in springs:
        dx, dy = points[first][0] - points[second][0], points[first][1] - points[second][1]
        distance = sqrt(dx * dx + dy * dy) or 1.0
        # Foes push each other as if they stood nearer; far away they no longer do.
        strength = pull * distance / ideal if pull > 0 else pull * ideal / distance
        force_x[first] -= dx * strength
        force_y[first] -= dy * strength
        force_x[second] += dx * strength
        force_y[second] += dy * strength
    for place, (x, y) in enumerate(points):
        fx, fy = force_x[place] - x * _GRAVITY, force_y[place] - y * _GRAVITY
        length = sqrt(fx * fx + fy * fy) or 1.0
        step = min(length, most) / length
        points[place] = (x + fx * step, y + fy * step)


def _drawn_in(points: list[Point], sizes: Sequence[Point], ties: int) -> list[Point]:
    """Bring everything nearer to the middle until some boxes stand too near for a line to show between them.

    The more ties there are, the fewer may: their lines need the room.
    """
    order = range(len(points))
    limits = sorted(
        (_nearest(points[one], points[other], sizes[one], sizes[other]) for one in order for other in order[one + 1 :]),
        reverse=True,
    )
    near = min(len(points), len(points) ** 2 // max(ties, 1), len(limits) - 1)
    scale = min(1.0, limits[near]) if limits else 1.0
    return [(x * scale, y * scale) for x, y in points]


def _nearest(one: Point, other: Point, size: Point, other_size: Point) -> float:
    """How much of their distance two boxes need to stand a line's length apart."""
    wide = ((size[0] + other_size[0]) / 2 + _LINE) / max(abs(one[0] - other[0]), _NOTHING)
    high = ((size[1] + other_size[1]) / 2 + _LINE) / max(abs(one[1] - other[1]), _NOTHING)
    return min(wide, high)


def _apart(points: list[Point], sizes: Sequence[Point]) -> tuple[Point, ...]:
    """Push boxes apart that overlap, each pair along the shorter way; what is left after many pushes is set below the others."""
    places = list(points)
    order = range(len(places))
    for _ in range(_PUSHES):
        moved = False
        for one in order:
            for other in range(one + 1, len(places)):
                overlap = _overlap(places[one], places[other], sizes[one], sizes[other])
                if overlap is None:
                    continue
                moved = True
                wide, high = overlap
                (x, y), (u, v) = places[one], places[other]
                if wide < high:
                    step = wide / 2 + 0.5 if x < u or (x == u and one < other) else -(wide / 2 + 0.5)
                    places[one], places[other] = (x - step, y), (u + step, v)
                else:
                    step = high / 2 + 0.5 if y < v or (y == v and one < other) else -(high / 2 + 0.5)
                    places[one], places[other] = (x, y - step), (u, v + step)
        if not moved:
            break
    return _rounded(_stacked(places, sizes))


def _overlap(one: Point, other: Point, size: Point, other_size: Point) -> Point | None:
    wide = (size[0] + other_size[0]) / 2 + _GAP - abs(one[0] - other[0])
    high = (size[1] + other_size[1]) / 2 + _GAP - abs(one[1] - other[1])
    return (wide, high) if wide > 0 and high > 0 else None


def _stacked(places: list[Point], sizes: Sequence[Point]) -> list[Point]:
    """Set a box that still overlaps an earlier one below everything."""
    kept: list[Point] = []
    for place, point in enumerate(places):
        clear = all(_overlap(point, other, sizes[place], sizes[at]) is None for at, other in enumerate(kept))
        lowest = max((y + sizes[at][1] / 2 for at, (_, y) in enumerate(kept)), default=0.0)
        kept.append(point if clear else (point[0], lowest + _GAP + sizes[place][1] / 2 + 1))
    return kept


def _rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple((float(round(x)), float(round(y))) for x, y in points)


def in_rows(sizes: Mapping[str, Point], room: float) -> tuple[dict[str, Point], float]:
    """Return the middles of boxes set in rows from the origin, and the height that they take."""
    at: dict[str, Point] = {}
    x, top, row = 0.0, 0.0, 0.0
    for name, (width, height) in sizes.items():
        if x > 0 and x + width > room:
            x, top, row = 0.0, top + row + 10, 0.0
        at[name] = (x + width / 2, top + height / 2)
        x, row = x + width + 12, max(row, height)
    return at, top + row
