"""The lines of a tree: from each reason along its trunk and rail into its head, with right angles."""

from argmap.layout.blocks import Bridge, Tie, Way
from argmap.layout.columns import CLOSE, TRUNK
from argmap.layout.curves import Frame
from argmap.layout.plan import Box, Point, Route

ENTRY_LIMIT = 40.0
"""A line leaves the side of a tall box at most this far below its top."""


BRIDGE_ROOM = 22.0
"""A bridge comes back this far below its head: past the sign on its last piece, above all rails."""


def connector(tie: Tie, block: Point, head: Box, reason: Frame) -> Route:
    """Return the line of a reason.

    Args:
        tie: how the line runs.
        block: the upper left corner of the head's block.
        head: the box the line ends in, which stands at the top of that block.
        reason: the box the line starts from.
    """
    left, top, right, bottom = reason
    trunk, rail, port = block[0] + tie.trunk, block[1] + tie.rail, block[0] + tie.port
    points: list[Point]
    match tie.way:
        case Way.UP:
            points = [(trunk, top)]
        case Way.ASIDE:
            level = top + min((bottom - top) / 2, ENTRY_LIMIT)
            points = [(left if trunk < left else right, level), (trunk, level)]
        case Way.OVER:
            start = trunk if left + TRUNK <= trunk <= right - TRUNK else (left + right) / 2
            over = block[1] + tie.over
            points = [(trunk, top)] if start == trunk else [(start, top), (start, over), (trunk, over)]
    if tie.rail < head.height:
        points += [(trunk, rail), (port, rail)]
    elif abs(trunk - port) < CLOSE:
        points.append((trunk, block[1] + head.height))
    else:
        points += [(trunk, rail), (port, rail), (port, block[1] + head.height)]
    return Route(tuple(points))


def bridge(line: Bridge, block: Point, head: Frame, reason: Frame) -> Route:
    """Return the line of a reason that stands in another part than its head.

    Args:
        line: how the line runs.
        block: the upper left corner of the block that holds both parts.
        head: the box the line ends in.
        reason: the box the line starts from.
    """
    middle = (reason.left + reason.right) / 2
    port = max((head.left + head.right) / 2, head.right - 2 * TRUNK)  # a trunk may come up at the first TRUNK
    street, gutter, level = block[1] + line.street, block[0] + line.gutter, head.bottom + BRIDGE_ROOM
    way = [(middle, reason.top), (middle, street), (gutter, street), (gutter, level), (port, level), (port, head.bottom)]
    return Route(straightened(way))


def straightened(points: list[Point]) -> tuple[Point, ...]:
    """Return the corners of an orthogonal line without repeated points and without points inside a straight piece.

    >>> straightened([(0, 0), (0, 5), (0, 5), (0, 9), (4, 9)])
    ((0, 0), (0, 9), (4, 9))
    """
    kept: list[Point] = []
    for x, y in points:
        if kept and abs(kept[-1][0] - x) < CLOSE and abs(kept[-1][1] - y) < CLOSE:
            continue
        if len(kept) > 1:
            before_x, before_y = kept[-2]
            last_x, last_y = kept[-1]
            upright = abs(before_x - last_x) < CLOSE and abs(last_x - x) < CLOSE
            if upright or (abs(before_y - last_y) < CLOSE and abs(last_y - y) < CLOSE):
                kept.pop()
        kept.append((x, y))
    return tuple(kept)
