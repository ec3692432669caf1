"""How a head's reasons are divided into columns, so that the block under it gets a good shape.

A column of one reason is reached from above; one of several has a trunk beside it: on the left for what speaks for the head,
on the right for what speaks against it. A reason much larger than the others may stand below all columns, as a footer, so that
a long line of reasoning goes straight down and does not push its small neighbours aside.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from math import sqrt
from typing import NamedTuple, assert_never

from argmap.layout.plan import Box, Lane

ASPECT = 1.5
"""Width by height that a block should have."""
HEAD_ROOM = 28.0
"""From the lower edge of a head to its first rail: room for an arrow and a sign."""
FOOT_ROOM = 18.0
"""From a rail to what stands below it."""
GUTTER = 34.0
"""The width of the lane beside a column in which its trunk runs."""
TRUNK = 14.0
"""From the outer edge of a gutter to the trunk in it."""
CLOSE = 0.01
"""Lengths that differ by less are one."""
MIXED = 1.12
"""So many times worse than its size says is an arrangement with both sides in one column."""
ROW_LIMIT = 5
"""So many answers to a question stand in one row, as rivals should."""


PULL = 0.5
"""How much the shape of a block counts against its size."""
WEAK_PULL = 0.2
"""The same where one reason is larger than all others together. Below 1/4, for else a long line of reasons with a small
neighbour each would become a staircase: each step aside improves the shape, and the area grows with the square of the length."""


ALL_TRIED = 4
"""With so many reasons every number of columns is tried."""


class Aim(NamedTuple):
    """What a block should look like."""

    aspect: float = ASPECT
    pull: float = PULL
    weak_pull: float = WEAK_PULL
    rows: bool = True
    """Whether a few answers must stand in one row."""


class Side(IntEnum):
    """Where the trunk of a lane runs."""

    LEFT = 0
    RIGHT = 1


class Track(NamedTuple):
    """What reasons have in common that share a trunk, a rail and the arrow at its end."""

    side: Side
    strong: bool


class Reason(NamedTuple):
    """What a head needs to know of a box that hangs under it: the size of its block, and where the box stands in that."""

    box: int
    lane: Lane
    track: Track
    width: float
    height: float
    """Of the box alone."""
    head: float
    """The left edge of the box in its block."""
    extent: float
    """The width of the block."""
    reach: float
    """The height of the block."""
    depth: int
    """How many levels of reasons the box has below it."""
    denied: bool
    """The right side of the box is not free."""

    @property
    def side(self) -> Side:
        """The side on which its trunk runs."""
        return self.track.side


class Column(NamedTuple):
    """Reasons below each other, with the gutters beside them (0 where there is none)."""

    reasons: Sequence[Reason]
    left: float
    right: float
    width: float
    height: float
    depth: int


class Arrangement(NamedTuple):
    """Columns, and the reason below them all, if there is one."""

    columns: Sequence[Column]
    footer: Reason | None
    lane: float
    """The width of the footer's own lane beside the columns, where it shares no trunk with any of them."""
    badness: float
    """How far the whole block is from small and well shaped: the side of a square of its area, longer where it is no page."""


def side_of(lane: Lane) -> Side:
    """Return the side on which the trunk of a lane runs."""
    match lane:
        case Lane.ANSWER | Lane.FOR | Lane.PREMISE | Lane.RIVAL:
            return Side.LEFT
        case Lane.AGAINST | Lane.DENIAL:
            return Side.RIGHT
    assert_never(lane)


def badness(width: float, height: float, aim: Aim) -> float:
    """Return how far a rectangle is from small and well shaped: its area, times the distance of its shape from the aim."""
    shape = width / (height * aim.aspect)
    return float(width * height * (shape if shape > 1 else 1 / shape) ** aim.pull)


def gap_between(above: Reason, below: Reason) -> float:
    """Return the space between two reasons in a column."""
    return 16.0 + 6.0 * min(max(above.depth, below.depth), 3) + (FOOT_ROOM if below.denied else 0.0)


def gap_above_footer(footer: Reason) -> float:
    """Return the space between the columns and the reason below them all."""
    return 30.0 + 6.0 * min(footer.depth, 3)


def gap_beside(left: Column, right: Column) -> float:
    """Return the space between two columns."""
    return 24.0 + 8.0 * min(max(left.depth, right.depth), 4)


def arrangement(head: Box, reasons: Sequence[Reason], aim: Aim, footer: int | None = None) -> Arrangement:
    """Return the best arrangement of reasons under a box.

    Args:
        head: the box.
        reasons: at least one, supports before attacks, those of one track together.
        aim: what the block should look like.
        footer: the box of the reason that must stand below all others, if any.
    """
    if footer is not None and len(reasons) > 1:
        place = [reason.box for reason in reasons].index(footer)
        return min(_with_footer(head, reasons, place, aim._replace(pull=aim.weak_pull)), key=_badness_of)
    if aim.rows and len(reasons) <= ROW_LIMIT and all(reason.lane is Lane.ANSWER for reason in reasons):
        return _weigh(head, [_column([reason]) for reason in reasons], None, aim)
    areas = [reason.extent * reason.reach for reason in reasons]
    largest = max(areas)
    if len(reasons) == 1 or 2 * largest <= sum(areas):
        return min(_in_columns(head, reasons, aim), key=_badness_of)
    aim = aim._replace(pull=aim.weak_pull)
    candidates = list(_in_columns(head, reasons, aim))
    if reasons[areas.index(largest)].depth:
        candidates += _with_footer(head, reasons, areas.index(largest), aim)
    return min(candidates, key=_badness_of)


def _badness_of(candidate: Arrangement) -> float:
    return candidate.badness


def _in_columns(head: Box, reasons: Sequence[Reason], aim: Aim) -> Iterator[Arrangement]:
    """Give arrangements in columns alone."""
    for number in _numbers(reasons, aim):
        yield _weigh(head, _columns(reasons, number), None, aim)


def _with_footer(head: Box, reasons: Sequence[Reason], place: int, aim: Aim) -> Iterator[Arrangement]:
    """Give arrangements in which the reason at a place stands below all others."""
    footer = reasons[place]
    others = [*reasons[:place], *reasons[place + 1 :]]
    left = footer.side is Side.LEFT
    # Its trunk is the outermost one, so those that share it stand outermost too.
    others.sort(key=lambda reason: (reason.side, reason.side is footer.side and (reason.track == footer.track) is not left))
    for number in _numbers(others, aim):
        columns = _columns(others, number)
        outer = 0 if left else -1
        beside = [reason.track for reason in columns[outer].reasons if reason.side is footer.side]
        own = any(track != footer.track for track in beside)
        if not own:
            columns[outer] = _column(columns[outer].reasons, left=left, right=not left)
        yield _weigh(head, columns, footer, aim, GUTTER if own else 0.0)


def _numbers(reasons: Sequence[Reason], aim: Aim) -> range:
    """Return the numbers of columns that are worth a trial."""
    count = len(reasons)
    if count <= ALL_TRIED:
        return range(1, count + 1)
    total = sum(reason.reach + 20.0 for reason in reasons)
    mean = sum(reason.extent + 30.0 for reason in reasons) / count
    best = min(count, max(1, round(sqrt(aim.aspect * total / mean))))
    return range(max(1, best - 1), min(count, best + 1) + 1)


def _columns(reasons: Sequence[Reason], number: int) -> list[Column]:
    """Return the reasons in about that many columns of about one height, in their order; a column has one track a side."""
    if number == len(reasons):
        return [_column([reason]) for reason in reasons]
    share = sum(reason.reach + 20.0 for reason in reasons) / number
    columns: list[list[Reason]] = [[] for _ in range(number)]
    above = 0.0
    for reason in reasons:
        reach = reason.reach + 20.0
        columns[min(number - 1, int((above + reach / 2) / share))].append(reason)
        above += reach
    return [_column(part) for column in columns if column for part in _by_track(column)]


def _by_track(reasons: Sequence[Reason]) -> Iterator[Sequence[Reason]]:
    """Give the reasons in parts that have one track a side, which is all of them at once but rarely."""
    start = 0
    for index, (before, reason) in enumerate(pairwise(reasons), start=1):
        if reason.side is before.side and reason.track != before.track:
            yield reasons[start:index]
            start = index
    yield reasons[start:]


def _column(reasons: Sequence[Reason], *, left: bool = False, right: bool = False) -> Column:
    """Return the reasons as a column, with the gutters they need and those that are asked for."""
    first = reasons[0]
    if len(reasons) == 1 and not left and not right:
        return Column(reasons, 0.0, 0.0, first.extent, first.reach, first.depth)
    several = len(reasons) > 1
    before = GUTTER if left or (several and first.side is Side.LEFT) else 0.0
    after = GUTTER if right or (several and reasons[-1].side is Side.RIGHT) else 0.0
    extent, height, depth = first.extent, first.reach, first.depth
    for above, below in pairwise(reasons):
        extent = max(extent, below.extent)
        height += below.reach + gap_between(above, below)
        depth = max(depth, below.depth)
    return Column(reasons, before, after, before + extent + after, height, depth)


def _weigh(head: Box, columns: Sequence[Column], footer: Reason | None, aim: Aim, lane: float = 0.0) -> Arrangement:
    """Return the arrangement with its badness."""
    first = columns[0]
    total, below, mixed = first.width, first.height, bool(first.left and first.right)
    for before, column in pairwise(columns):
        total += column.width + gap_beside(before, column)
        below = max(below, column.height)
        mixed = mixed or bool(column.left and column.right)
    total += lane
    reach = head.height + HEAD_ROOM + FOOT_ROOM + below
    if footer:
        total = max(total, footer.extent)
        reach += gap_above_footer(footer) + footer.reach
    return Arrangement(columns, footer, lane, (MIXED if mixed else 1.0) * badness(max(head.width, total), reach, aim))
