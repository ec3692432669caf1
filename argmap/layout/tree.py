"""The engine `tree`: our own packed tree, linear and without recursion."""

from argmap.layout.blocks import Block, Reason, Side, Tie, Way, compose
from argmap.layout.curves import curve
from argmap.layout.forest import NOWHERE, spanning_forest
from argmap.layout.packing import pack
from argmap.layout.plan import Lane, Placement, Plan, Point, Route


def arrange_as_tree(plan: Plan) -> Placement:
    """Return every box under its head, in columns, and the other links as curves."""
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    forest = spanning_forest(plan, places)
    blocks: list[Block | None] = [None] * len(plan.boxes)
    for index in reversed(forest.downwards):
        box = plan.boxes[index]
        reasons = []
        for child in forest.children[index]:
            lane = plan.links[forest.hangs_by[child]].lane
            side = Side.RIGHT if lane in (Lane.AGAINST, Lane.DENIAL) else Side.LEFT
            reasons.append(Reason(child, blocks[child], plan.boxes[child].width, plan.boxes[child].height, side, lane is Lane.DENIAL))
        blocks[index] = compose(box.width, box.height, reasons)
    corners, width, height = pack([(blocks[root].width, blocks[root].height) for root in forest.roots])
    origins: list[Point] = [(0.0, 0.0)] * len(plan.boxes)
    for root, corner in zip(forest.roots, corners, strict=True):
        origins[root] = corner
    box_corners: list[Point] = [(0.0, 0.0)] * len(plan.boxes)
    routes: dict[str, Route] = {}
    for index in forest.downwards:
        x, y = origins[index]
        block = blocks[index]
        box_corners[index] = (x + block.head, y)
        for child, dx, dy in block.places:
            origins[child] = (x + dx, y + dy)
    for index in forest.downwards:
        x, y = origins[index]
        for tie in blocks[index].ties:
            routes[plan.links[forest.hangs_by[tie.child]].id] = Route(
                _way(tie, x, y, plan.boxes[index].height, box_corners[tie.child], plan.boxes[tie.child])
            )
    for link in plan.links:
        if link.id not in routes:
            tail, head = places[link.tail], places[link.head]
            routes[link.id] = curve(box_corners[tail], plan.boxes[tail], box_corners[head], plan.boxes[head], link.lane)
    return Placement(
        {box.id: corner for box, corner in zip(plan.boxes, box_corners, strict=True)},
        {link.id: routes[link.id] for link in plan.links},
        width,
        height,
    )


def _way(tie: Tie, x: float, y: float, height: float, corner: Point, box) -> tuple[Point, ...]:
    middle = corner[0] + box.width / 2
    trunk, rail, port = x + tie.x, y + tie.rail, x + tie.port
    match tie.way:
        case Way.UP:
            points = [(middle, corner[1]), (middle, rail)]
        case Way.ASIDE:
            level = corner[1] + min(box.height / 2, 40.0)
            side = corner[0] if trunk < corner[0] else corner[0] + box.width
            points = [(side, level), (trunk, level), (trunk, rail)]
        case Way.OVER:
            points = [(middle, corner[1]), (middle, y + tie.over), (trunk, y + tie.over), (trunk, rail)]
    points.append((port, rail))
    if tie.rail >= height:
        points.append((port, y + height))
    return tuple(_clean(points))


def _clean(points: list[Point]) -> list[Point]:
    """Return the points without repeated ones and without ones in the middle of a straight piece."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and (
            (abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-2][0] - point[0]) < 0.01)
            or (abs(kept[-1][1] - point[1]) < 0.01 and abs(kept[-2][1] - point[1]) < 0.01)
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return kept
