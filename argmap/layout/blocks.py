"""A head and the blocks of its reasons, composed into one block, with a free lane for every line.

All trunks and tops of one side join in a rail under the head. No line needs to pass where a box stands, and no two lines of
different sides cross. Offsets here are relative to the upper left corner of the block they are in.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.columns import (
    CLOSE,
    FOOT_ROOM,
    HEAD_ROOM,
    TRUNK,
    Arrangement,
    Column,
    Reason,
    Side,
    gap_above_footer,
    gap_beside,
    gap_between,
)
from argmap.layout.plan import Box, Lane

RAIL_GAP = 10.0
"""Between the rails of the two sides, where both are needed."""


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

    box: int
    way: Way
    trunk: float
    over: float
    """The height at which the line runs above the reason, if it does."""
    rail: float
    port: float
    """Where it enters the head's lower edge; level with the head, the rail ends at its side."""


class Bridge(NamedTuple):
    """The line of a box whose block stands beside the one that holds its head: over, down between the two, and back."""

    box: int
    street: float
    """The height at which it runs above the box."""
    gutter: float
    """Where it comes down."""


class Block(NamedTuple):
    """A box and everything under it."""

    width: float
    height: float
    head: float = 0.0
    """The left edge of the box, which stands at the top."""
    depth: int = 0
    places: Sequence[tuple[int, float, float]] = ()
    """The blocks of the reasons: whose, x, y."""
    ties: Sequence[Tie] = ()
    denied: bool = False
    """The right side of the box is not free."""
    more: Sequence[int] = ()
    """The boxes whose blocks continue this one, each beside the one before; not placed yet."""
    bridges: Sequence[Bridge] = ()
    """The lines of those boxes, once placed."""


class _Spread(NamedTuple):
    """What stands where from left to right."""

    columns: Sequence[float]
    tops: tuple[Sequence[float], Sequence[float]]
    """By side: where lines come up to the rail."""
    head: float
    footer: float
    width: float


class _Rails(NamedTuple):
    """How the lines of the two sides reach the head."""

    levels: tuple[float, float]
    ports: tuple[float, float]
    foot: float
    """Where the first row of reasons begins."""
    denied: bool


def compose(box: Box, arranged: Arrangement) -> Block:
    """Return the block of a box with its reasons arranged so."""
    columns, footer, _ = arranged
    spread = _spread(box.width, columns, footer)
    rails = _rails(box, arranged, spread)
    places: list[tuple[int, float, float]] = []
    ties: list[Tie] = []
    bottom = rails.foot
    for left, column in zip(spread.columns, columns, strict=True):
        y = rails.foot
        above: Reason | None = None
        for reason in column.reasons:
            if above:
                y += gap_between(above, reason)
            x = left + column.left
            if reason.side is Side.RIGHT and column.right:
                x = left + column.width - column.right - reason.extent
            places.append((reason.box, x, y))
            ties.append(_tie(reason, (x, y), (left, column), rails))
            y += reason.reach
            above = reason
        bottom = max(bottom, y)
    depth = max(column.depth for column in columns)
    if footer:
        y = bottom + gap_above_footer(footer)
        places.append((footer.box, spread.footer, y))
        trunk = spread.tops[footer.side][0 if footer.side is Side.LEFT else -1]
        ties.append(Tie(footer.box, Way.OVER, trunk, y - TRUNK, rails.levels[footer.side], rails.ports[footer.side]))
        bottom = y + footer.reach
        depth = max(depth, footer.depth)
    return Block(spread.width, bottom, spread.head, depth + 1, places, ties, rails.denied)


def _tie(reason: Reason, place: tuple[float, float], within: tuple[float, Column], rails: _Rails) -> Tie:
    """Return the line of a reason that stands at a place in a column."""
    x, y = place
    left, column = within
    level, port = rails.levels[reason.side], rails.ports[reason.side]
    if not (column.right if reason.side is Side.RIGHT else column.left):
        return Tie(reason.box, Way.UP, x + reason.head + reason.width / 2, y, level, port)
    if reason.side is Side.LEFT:
        return Tie(reason.box, Way.ASIDE, left + TRUNK, y, level, port)
    way = Way.OVER if reason.denied else Way.ASIDE
    return Tie(reason.box, way, left + column.width - TRUNK, y - FOOT_ROOM / 2, level, port)


def _spread(width: float, columns: Sequence[Column], footer: Reason | None) -> _Spread:
    """Return where the columns, the footer and the head stand, and where lines come up."""
    lefts = [0.0]
    for column, following in pairwise(columns):
        lefts.append(lefts[-1] + column.width + gap_beside(column, following))
    span = lefts[-1] + columns[-1].width
    total = max(span, footer.extent) if footer else span
    under = 0.0
    if footer and footer.side is Side.RIGHT:
        lefts = [left + total - span for left in lefts]
        under = total - footer.extent
    head = _head(width, columns, lefts)
    shift = max(0.0, -head)
    lefts = [left + shift for left in lefts]
    return _Spread(lefts, _tops(columns, lefts), head + shift, under + shift, max(total + shift, head + shift + width))


def _tops(columns: Sequence[Column], lefts: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return by side where lines come up to the rail: the trunks, and the tops of reasons that have none."""
    tops: tuple[list[float], list[float]] = ([], [])
    for left, column in zip(lefts, columns, strict=True):
        if column.left:
            tops[Side.LEFT].append(left + TRUNK)
        if column.right:
            tops[Side.RIGHT].append(left + column.width - TRUNK)
        only = column.reasons[0]
        if len(column.reasons) == 1 and not (column.left if only.side is Side.LEFT else column.right):
            tops[only.side].append(left + _middle(column))
    for side in tops:
        side.sort()
    return tops


def _middle(column: Column) -> float:
    """Return where the middle of a column seems to be: that of its only box, else of all its width."""
    only = column.reasons[0]
    return column.left + only.head + only.width / 2 if len(column.reasons) == 1 else column.width / 2


def _head(width: float, columns: Sequence[Column], lefts: Sequence[float]) -> float:
    """Return where the left edge of the head belongs: over a single trunk, else over the middle of what is below."""
    first, last = columns[0], columns[-1]
    if len(columns) == 1 and (first.left or first.right):
        if width < 2 * TRUNK:
            return lefts[0] + (TRUNK if first.left else first.width - TRUNK) - width / 2
        if width <= first.width and not (first.left and first.right):
            return lefts[0] if first.left else lefts[0] + first.width - width
    return (lefts[0] + _middle(first) + lefts[-1] + _middle(last)) / 2 - width / 2


def _ports(width: float, spread: _Spread) -> tuple[float, float]:
    """Return where the lines of either side enter the lower edge of the head: straight above a single trunk where it can be."""
    middle = spread.head + width / 2
    if width < 2 * TRUNK:
        return (middle, middle)
    apart = min(16.0, width / 8) if all(spread.tops) else 0.0
    ports = [middle - apart, middle + apart]
    for side in Side:
        tops = spread.tops[side]
        if len(tops) == 1 and spread.head + TRUNK <= tops[0] <= spread.head + width - TRUNK:
            ports[side] = tops[0]
    if all(spread.tops) and ports[1] - ports[0] < 2 * apart:
        return (middle - apart, middle + apart)
    return (ports[0], ports[1])


def _rails(box: Box, arranged: Arrangement, spread: _Spread) -> _Rails:
    """Return the rails of the two sides.

    The side whose lines come up beyond the other's port lies lower, so that no two lines cross. What denies a junction enters
    it from its right.
    """
    tops = spread.tops
    left, right = _ports(box.width, spread)
    upper, lower = box.height + HEAD_ROOM, box.height + HEAD_ROOM + RAIL_GAP
    bent = [any(abs(top - port) > CLOSE for top in tops[side]) for side, port in ((Side.LEFT, left), (Side.RIGHT, right))]
    denied = box.width < 2 * TRUNK and bool(tops[1]) and tops[1][0] > spread.head + box.width + TRUNK and _is_denied(arranged)
    if denied:
        bent[Side.RIGHT] = False
        level = (upper, box.height / 2)
        right = spread.head + box.width
    elif all(bent) and tops[0][-1] >= right:
        level = (lower, upper)
    elif all(bent) and tops[1][0] <= left:
        level = (upper, lower)
    else:
        level = (upper, upper)
    lowest = max(level)
    trunks = all((column.left or column.right) and len(column.reasons) > 1 for column in arranged.columns)
    foot = lowest if trunks and not any(bent) else lowest + FOOT_ROOM
    return _Rails(level, (left, right), foot, denied)


def _is_denied(arranged: Arrangement) -> bool:
    """Return whether there is an undercut among the reasons."""
    reasons = [reason for column in arranged.columns for reason in column.reasons]
    return any(reason.lane is Lane.DENIAL for reason in (*reasons, *((arranged.footer,) if arranged.footer else ())))
