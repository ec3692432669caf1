"""A head and the blocks of its reasons, composed into one block: columns under the head, with a lane for every line.

Reasons stand in columns. A column of one is reached from above; one of several has a trunk beside it, on the left for what
speaks for the head and on the right for what speaks against it, so that the two never meet. All trunks and tops of one side
join in a rail under the head. No line needs to pass where a box stands.

Offsets here are relative to the upper left corner of the block they are in.
"""

from collections.abc import Sequence
from enum import IntEnum
from math import log, sqrt
from typing import NamedTuple

HEAD_ROOM = 20.0
"""From the lower edge of a head to its first rail: room for an arrow and a sign."""
RAIL_GAP = 10.0
FOOT_ROOM = 16.0
"""From the last rail to what stands below it."""
GUTTER = 32.0
TRUNK = 14.0
"""From the outer edge of a gutter to the trunk in it."""
ASPECT = 1.5
"""Width by height that a block should have."""


class Side(IntEnum):
    """Where the trunk of a lane runs."""

    LEFT = 0
    RIGHT = 1


class Way(IntEnum):
    """How the line of a reason reaches the rail of its head."""

    UP = 0
    """From its top, straight."""
    ASIDE = 1
    """From its side to the trunk, and up."""
    OVER = 2
    """From its top, along above it to the trunk, and up."""


class Tie(NamedTuple):
    """The line of one reason: up to the rail, along it, into the head."""

    child: int
    way: Way
    x: float
    """Of the trunk, or of the reason's middle where it goes straight up."""
    over: float
    """The height at which the line runs above the reason, if it does."""
    rail: float
    port: float
    """Where it enters the head's lower edge; the rail ends in the head's side where the two are level."""


class Block(NamedTuple):
    """A box and everything under it."""

    width: float
    height: float
    head: float
    """The left edge of the box, which stands at the top."""
    depth: int
    places: tuple[tuple[int, float, float], ...] = ()
    """The blocks of the reasons: whose, x, y."""
    ties: tuple[Tie, ...] = ()
    denied: bool = False
    """A line enters the box from its right."""


class Reason(NamedTuple):
    """What a head needs to know of a box that hangs under it."""

    box: int
    block: Block
    width: float
    height: float
    """Of the box alone."""
    side: Side
    denies: bool


class Column(NamedTuple):
    """Reasons below each other."""

    reasons: Sequence[Reason]
    left: float
    """The width of the gutter on either side, 0 where there is none."""
    right: float
    width: float
    height: float
    depth: int


def compose(width: float, height: float, reasons: Sequence[Reason]) -> Block:
    """Return the block of a box of this size with these reasons under it."""
    if not reasons:
        return Block(width, height, 0.0, 0)
    return min((_with_columns(width, height, columns) for columns in _candidates(reasons)), key=_badness)


def _badness(block: Block) -> float:
    """Return how far a block is from small and well shaped."""
    return sqrt(block.width * block.height) * (1 + 0.5 * abs(log(block.width / block.height / ASPECT)))


def _candidates(reasons: Sequence[Reason]) -> list[list[Column]]:
    count = len(reasons)
    if count == 1:
        return [[_column(reasons)]]
    if count <= 4:
        counts = range(1, count + 1)
    else:
        total = sum(reason.block.height + 20 for reason in reasons)
        mean = sum(reason.block.width + 30 for reason in reasons) / count
        best = round(sqrt(ASPECT * total / mean))
        counts = range(max(1, best - 1), min(count, best + 1) + 1)
    return [_columns(reasons, number) for number in counts]


def _columns(reasons: Sequence[Reason], number: int) -> list[Column]:
    """Return the reasons in about that many columns of about one height."""
    share = sum(reason.block.height + 20 for reason in reasons) / number
    columns: list[list[Reason]] = [[] for _ in range(number)]
    above = 0.0
    for reason in reasons:
        extent = reason.block.height + 20
        columns[min(number - 1, int((above + extent / 2) / share))].append(reason)
        above += extent
    return [_column(column) for column in columns if column]


def _column(reasons: Sequence[Reason]) -> Column:
    width = max(reason.block.width for reason in reasons)
    depth = max(reason.block.depth for reason in reasons)
    if len(reasons) == 1:
        return Column(reasons, 0.0, 0.0, width, reasons[0].block.height, depth)
    left = GUTTER if reasons[0].side is Side.LEFT else 0.0
    right = GUTTER if reasons[-1].side is Side.RIGHT else 0.0
    height = sum(reason.block.height for reason in reasons)
    height += sum(_gap(above, below) for above, below in zip(reasons, reasons[1:], strict=False))
    return Column(reasons, left, right, left + width + right, height, depth)


def _gap(above: Reason, below: Reason) -> float:
    """Return the space between two reasons in a column."""
    return 16.0 + 6.0 * min(max(above.block.depth, below.block.depth), 3) + (FOOT_ROOM if below.block.denied else 0)


def _with_columns(width: float, height: float, columns: Sequence[Column]) -> Block:
    """Return the block of a head with its reasons in these columns."""
    # Where the columns stand, and where the lines of either side come up.
    lefts: list[float] = []
    attached: tuple[list[float], list[float]] = ([], [])
    x = 0.0
    centres: list[float] = []
    for index, column in enumerate(columns):
        if index:
            x += 20.0 + 8.0 * min(max(column.depth, columns[index - 1].depth), 4)
        lefts.append(x)
        first = column.reasons[0]
        if len(column.reasons) == 1:
            top = x + first.block.head + first.width / 2
            attached[first.side].append(top)
            centres.append(top)
        else:
            if column.left:
                attached[Side.LEFT].append(x + TRUNK)
            if column.right:
                attached[Side.RIGHT].append(x + column.width - TRUNK)
            centres.append(x + column.width / 2)
        x += column.width
    span = x
    # Where the head stands: over the middle; over a single column so that the trunk runs straight into it.
    head = (centres[0] + centres[-1]) / 2 - width / 2
    if len(columns) == 1 and len(columns[0].reasons) > 1:
        if width < 2 * TRUNK:
            head = (attached[0] or attached[1])[0] - width / 2
        elif not columns[0].right:
            head = min(head, 0.0) if span < width else 0.0
        elif not columns[0].left:
            head = span - width
    shift = max(0.0, -head)
    head += shift
    total = max(span + shift, head + width)
    tops = [[value + shift for value in side] for side in attached]
    ports = _ports(head, width, tops)
    # How high the rails lie.
    rails, first_row = _rails(height, tops, ports, straight=all(len(column.reasons) > 1 for column in columns))
    denials = any(reason.denies for column in columns for reason in column.reasons)
    denied = denials and width < 2 * TRUNK and tops[Side.RIGHT][0] > head + width + 6
    if denied:
        rails = (rails[0], height / 2)
        ports = (ports[0], head + width)
    places: list[tuple[int, float, float]] = []
    ties: list[Tie] = []
    bottom = 0.0
    for left, column in zip(lefts, columns, strict=True):
        y = first_row
        alone = len(column.reasons) == 1
        for index, reason in enumerate(column.reasons):
            if index:
                y += _gap(column.reasons[index - 1], reason)
            spare = column.width - column.left - column.right - reason.block.width
            indent = column.left + (spare if reason.side is Side.RIGHT and not alone else 0.0)
            place = left + shift + indent
            places.append((reason.box, place, y))
            side = reason.side
            if alone:
                tie = Tie(reason.box, Way.UP, place + reason.block.head + reason.width / 2, y, rails[side], ports[side])
            else:
                trunk = left + shift + (TRUNK if side is Side.LEFT else column.width - TRUNK)
                way = Way.OVER if reason.block.denied and side is Side.RIGHT else Way.ASIDE
                tie = Tie(reason.box, way, trunk, y - FOOT_ROOM / 2, rails[side], ports[side])
            ties.append(tie)
            y += reason.block.height
        bottom = max(bottom, y)
    depth = 1 + max(column.depth for column in columns)
    return Block(total, bottom, head, depth, tuple(places), tuple(ties), denied)


def _ports(head: float, width: float, tops: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Return where the lines of either side enter the lower edge of the head."""
    middle = head + width / 2
    if width < 2 * TRUNK:
        return (middle, middle)
    inset = min(TRUNK, width / 4)
    if not tops[0] or not tops[1]:
        ports = [middle, middle]
    else:
        apart = min(16.0, width / 8)
        ports = [middle - apart, middle + apart]
    for side in Side:
        if len(tops[side]) == 1 and head + inset <= tops[side][0] <= head + width - inset:
            ports[side] = tops[side][0]
    if tops[0] and tops[1] and ports[1] - ports[0] < 16:
        ports = [middle - apart, middle + apart]
    return (ports[0], ports[1])


def _rails(
    height: float, tops: Sequence[Sequence[float]], ports: tuple[float, float], *, straight: bool
) -> tuple[tuple[float, float], float]:
    """Return the heights of the two rails, and of the first reasons below them.

    The side whose lines come up beyond the other's port lies lower, so that no two lines cross.
    """
    upper, lower = height + HEAD_ROOM, height + HEAD_ROOM + RAIL_GAP
    bent = [any(abs(top - ports[side]) > 0.01 for top in tops[side]) for side in Side]
    if not any(bent):
        return (upper, upper), height + (HEAD_ROOM if straight else HEAD_ROOM + FOOT_ROOM)
    if not (all(bent) and tops[0] and tops[1]):
        return (upper, upper), upper + FOOT_ROOM
    if max(tops[0]) >= ports[1]:
        return (lower, upper), lower + FOOT_ROOM
    if min(tops[1]) <= ports[0]:
        return (upper, lower), lower + FOOT_ROOM
    return (upper, upper), upper + FOOT_ROOM
