"""What must hold of every placement."""

from collections.abc import Iterator
from itertools import pairwise

from argmap.layout.plan import Lane, Placement, Plan, Point

CLOSE = 0.05
CELL = 300.0

Rectangle = tuple[float, float, float, float]


def rectangles(plan: Plan, placement: Placement) -> dict[str, Rectangle]:
    """Return by box its left, top, right and bottom."""
    return {box.id: (x, y, x + box.width, y + box.height) for box in plan.boxes for x, y in (placement.corners[box.id],)}


def overlaps(plan: Plan, placement: Placement) -> list[tuple[str, str]]:
    """Return the pairs of boxes that overlap."""
    boxes = rectangles(plan, placement)
    cells = _cells(boxes)
    return sorted(
        {
            (one, other)
            for names in cells.values()
            for one in names
            for other in names
            if one < other and _meet(boxes[one], boxes[other])
        }
    )


def outside(plan: Plan, placement: Placement) -> list[str]:
    """Return the boxes and links that leave the page."""

    def leaves(x: float, y: float) -> bool:
        return not (-CLOSE <= x <= placement.width + CLOSE and -CLOSE <= y <= placement.height + CLOSE)

    boxes = [
        name
        for name, (left, top, right, bottom) in rectangles(plan, placement).items()
        if leaves(left, top) or leaves(right, bottom)
    ]
    return boxes + [link.id for link in plan.links if any(leaves(x, y) for x, y in placement.routes[link.id].points)]


def loose_ends(plan: Plan, placement: Placement) -> list[str]:
    """Return the links that do not run from the border of their tail to the border of their head."""
    boxes = rectangles(plan, placement)
    return [
        link.id
        for link in plan.links
        for points in (placement.routes[link.id].points,)
        if not (_on_border(points[0], boxes[link.tail]) and _on_border(points[-1], boxes[link.head]))
    ]


def slanted(plan: Plan, placement: Placement) -> list[str]:
    """Return the links that are drawn with straight pieces one of which is neither level nor upright."""
    return [
        link.id
        for link in plan.links
        for route in (placement.routes[link.id],)
        if not route.smooth
        and any(abs(x - to_x) > CLOSE and abs(y - to_y) > CLOSE for (x, y), (to_x, to_y) in pairwise(route.points))
    ]


def crossed_boxes(plan: Plan, placement: Placement) -> list[tuple[str, str]]:
    """Return the links drawn with straight pieces that run through a box, with that box."""
    boxes = rectangles(plan, placement)
    cells = _cells(boxes)
    found = set()
    for link in plan.links:
        route = placement.routes[link.id]
        if route.smooth:
            continue
        for (x, y), (to_x, to_y) in pairwise(route.points):
            piece = (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
            found |= {(link.id, name) for cell in _cells_of(piece) for name in cells.get(cell, ()) if _meet(piece, boxes[name])}
    return sorted(found)


def shared_by_unlike(plan: Plan, placement: Placement) -> list[tuple[str, str]]:
    """Return the pairs of links, one strong and one not, that end at one point of a card or run along one line somewhere."""
    cards = {box.id for box in plan.boxes if box.width >= 60}
    pieces = []
    for link in plan.links:
        points = placement.routes[link.id].points
        pieces += [(link, points[-1], points[-1])] if link.head in cards else []
        pieces += [(link, start, end) for start, end in pairwise(points)]
    pieces.sort(key=lambda piece: (piece[0].strong, piece[0].id))
    weak = [piece for piece in pieces if not piece[0].strong]
    return sorted(
        {
            (link.id, other.id)
            for link, start, end in pieces[len(weak) :]
            for other, from_, to in weak
            if link.head == other.head and link.lane is not Lane.RIVAL and other.lane is not Lane.RIVAL
            if _along((start, end), (from_, to))
        }
    )


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Return whether two level or upright pieces lie upon each other, or two points are one."""
    for across, along in ((0, 1), (1, 0)):
        at = {point[across] for point in (*one, *other)}
        if max(at) - min(at) < 1:
            low = max(min(point[along] for point in piece) for piece in (one, other))
            high = min(max(point[along] for point in piece) for piece in (one, other))
            if high - low > CLOSE or one[0] == one[1] == other[0] == other[1]:
                return True
    return False


def _cells(boxes: dict[str, Rectangle]) -> dict[tuple[int, int], list[str]]:
    cells: dict[tuple[int, int], list[str]] = {}
    for name, box in boxes.items():
        for cell in _cells_of(box):
            cells.setdefault(cell, []).append(name)
    return cells


def _cells_of(box: Rectangle) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // CELL) for side in box)
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield column, row


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] - CLOSE and other[0] < one[2] - CLOSE and one[1] < other[3] - CLOSE and other[1] < one[3] - CLOSE


def _on_border(point: Point, box: Rectangle) -> bool:
    x, y = point
    left, top, right, bottom = box
    inside = left - CLOSE <= x <= right + CLOSE and top - CLOSE <= y <= bottom + CLOSE
    return inside and min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= CLOSE
