"""The lines of a tree: from each reason along its trunk and rail into its head, with right angles."""

from argmap.layout.blocks import Bridge, Tie, Way
from argmap.layout.columns import TRUNK
from argmap.layout.plan import Box, Point, Route

ENTRY_LIMIT = 40.0
"""A line leaves the side of a tall box at most this far below its top."""


BRIDGE_ROOM = 22.0
"""A bridge comes back this far below its head: past the sign on its last piece, above all rails."""


def connector(tie: Tie, block: Point, head: Box, reason: Box, corner: Point) -> Route:
    """Return the line of a reason.

    Args:
        tie: how the line runs.
        block: the upper left corner of the head's block.
        head: the box the line ends in.
        reason: the box the line starts from.
        corner: the upper left corner of that box.
    """
    left, top = corner
    right = left + reason.width
    trunk, rail, port = block[0] + tie.trunk, block[1] + tie.rail, block[0] + tie.port
    points: list[Point]
    match tie.way:
        case Way.UP:
            points = [(trunk, top)]
        case Way.ASIDE:
            level = top + min(reason.height / 2, ENTRY_LIMIT)
            points = [(left if trunk < left else right, level), (trunk, level)]
        case Way.OVER:
            start = trunk if left + TRUNK <= trunk <= right - TRUNK else (left + right) / 2
            over = block[1] + tie.over
            points = [(start, top), (start, over), (trunk, over)]
    points += [(trunk, rail), (port, rail)]
    if tie.rail >= head.height:
        points.append((port, block[1] + head.height))
    return Route(straightened(points))


def bridge(line: Bridge, block: Point, head: Box, head_corner: Point, reason: Box, corner: Point) -> Route:
    """Return the line of a reason that stands in another part than its head.

    Args:
        line: how the line runs.
        block: the upper left corner of the block that holds both parts.
        head: the box the line ends in.
        head_corner: the upper left corner of that box.
        reason: the box the line starts from.
        corner: the upper left corner of that box.
    """
    middle = corner[0] + reason.width / 2
    port = head_corner[0] + max(head.width / 2, head.width - TRUNK)
    foot = head_corner[1] + head.height
    street, gutter = block[1] + line.street, block[0] + line.gutter
    way = [(middle, corner[1]), (middle, street), (gutter, street), (gutter, foot + BRIDGE_ROOM), (port, foot + BRIDGE_ROOM), (port, foot)]
    return Route(straightened(way))


def straightened(points: list[Point]) -> tuple[Point, ...]:
    """Return the corners of an orthogonal line without repeated points and without points inside a straight piece."""
    kept: list[Point] = []
    for x, y in points:
        if kept and abs(kept[-1][0] - x) < 0.01 and abs(kept[-1][1] - y) < 0.01:
            continue
        if len(kept) > 1:
            (before_x, before_y), (last_x, last_y) = kept[-2:]
            if (abs(before_x - last_x) < 0.01 and abs(last_x - x) < 0.01) or (abs(before_y - last_y) < 0.01 and abs(last_y - y) < 0.01):
                kept.pop()
        kept.append((x, y))
    return tuple(kept)
