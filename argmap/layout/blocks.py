"""A head and the blocks of its reasons, composed into one block, with a free lane for every line.

All trunks and tops of one track join in a rail under the head. No line needs to pass where a box stands, and no two lines of
different tracks cross. Offsets here are relative to the upper left corner of the block they are in.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import combinations, pairwise
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
    Track,
    gap_above_footer,
    gap_beside,
    gap_between,
)
from argmap.layout.plan import Box, Lane

RAIL_GAP = 10.0
"""Between the rails of two tracks, where one must run below the other."""
PORT_GAP = 32.0
"""Between the places where the lines of two tracks enter their head, if it is wide enough."""


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
    tops: Mapping[Track, Sequence[float]]
    """By track, from left to right: where lines come up to the rail. No track's are among another's."""
    head: float
    footer: float
    width: float


class _Rails(NamedTuple):
    """How the lines of each track reach the head."""

    levels: Mapping[Track, float]
    ports: Mapping[Track, float]
    foot: float
    """Where the first row of reasons begins."""
    denied: bool


def compose(box: Box, arranged: Arrangement) -> Block:
    """Return the block of a box with its reasons arranged so."""
    columns, footer, _, _ = arranged
    spread = _spread(box.width, arranged)
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
        trunk = spread.tops[footer.track][0 if footer.side is Side.LEFT else -1]
        ties.append(Tie(footer.box, Way.OVER, trunk, y - TRUNK, rails.levels[footer.track], rails.ports[footer.track]))
        bottom = y + footer.reach
        depth = max(depth, footer.depth)
    return Block(spread.width, bottom, spread.head, depth + 1, places, ties, rails.denied)


def _tie(reason: Reason, place: tuple[float, float], within: tuple[float, Column], rails: _Rails) -> Tie:
    """Return the line of a reason that stands at a place in a column."""
    x, y = place
    left, column = within
    level, port = rails.levels[reason.track], rails.ports[reason.track]
    if not (column.right if reason.side is Side.RIGHT else column.left):
        return Tie(reason.box, Way.UP, x + reason.head + reason.width / 2, y, level, port)
    if reason.side is Side.LEFT:
        return Tie(reason.box, Way.ASIDE, left + TRUNK, y, level, port)
    way = Way.OVER if reason.denied else Way.ASIDE
    return Tie(reason.box, way, left + column.width - TRUNK, y - FOOT_ROOM / 2, level, port)


def _spread(width: float, arranged: Arrangement) -> _Spread:
    """Return where the columns, the footer and the head stand, and where lines come up."""
    columns, footer, lane, _ = arranged
    lefts = [lane if footer and footer.side is Side.LEFT else 0.0]
    for column, following in pairwise(columns):
        lefts.append(lefts[-1] + column.width + gap_beside(column, following))
    span = lefts[-1] + columns[-1].width + (lane if footer and footer.side is Side.RIGHT else 0.0)
    total = max(span, footer.extent) if footer else span
    under = 0.0
    if footer and footer.side is Side.RIGHT:
        lefts = [left + total - span for left in lefts]
        under = total - footer.extent
    head = _head(width, columns, lefts)
    shift = max(0.0, -head)
    lefts = [left + shift for left in lefts]
    tops = _tops(columns, lefts, footer)
    if footer and lane:
        tops[footer.track] = [shift + (TRUNK if footer.side is Side.LEFT else total - TRUNK)]
    in_order = dict(sorted(tops.items(), key=lambda entry: entry[1]))
    return _Spread(lefts, in_order, head + shift, under + shift, max(total + shift, head + shift + width))


def _tops(columns: Sequence[Column], lefts: Sequence[float], footer: Reason | None) -> dict[Track, list[float]]:
    """Return by track where lines come up to the rail: the trunks, and the tops of reasons that have none."""

    def own(reason: Reason, side: Side) -> Track:
        return footer.track if footer and reason.side is not side else reason.track  # a gutter that only the footer needs

    tops: dict[Track, list[float]] = {}
    for left, column in zip(lefts, columns, strict=True):
        first, last = column.reasons[0], column.reasons[-1]
        if column.left:
            tops.setdefault(own(first, Side.LEFT), []).append(left + TRUNK)
        if column.right:
            tops.setdefault(own(last, Side.RIGHT), []).append(left + column.width - TRUNK)
        if len(column.reasons) == 1 and not (column.left if first.side is Side.LEFT else column.right):
            tops.setdefault(first.track, []).append(left + _middle(column))
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


def _ports(width: float, spread: _Spread) -> dict[Track, float]:
    """Return where the lines of each track enter the lower edge of the head: straight above a single trunk where it can be."""
    middle = spread.head + width / 2
    if width < 2 * TRUNK:
        return dict.fromkeys(spread.tops, middle)
    count = len(spread.tops)
    apart = min(PORT_GAP, width / (count + 2))
    usual = [middle + (place - (count - 1) / 2) * apart for place in range(count)]
    straight = [
        tops[0] if len(tops) == 1 and spread.head + TRUNK <= tops[0] <= spread.head + width - TRUNK else port
        for tops, port in zip(spread.tops.values(), usual, strict=True)
    ]
    free = all(after - before >= apart for before, after in pairwise(straight))
    return dict(zip(spread.tops, straight if free else usual, strict=True))


def _rails(box: Box, arranged: Arrangement, spread: _Spread) -> _Rails:
    """Return the rails of all tracks.

    A track whose lines come up beyond another's port has its rail below the other's, so that no two lines cross. What denies a
    junction enters it from its right.
    """
    ports = _ports(box.width, spread)
    from_right = [track for track in spread.tops if track.side is Side.RIGHT]
    beside = spread.head + box.width + TRUNK
    denied = box.width < 2 * TRUNK and bool(from_right) and spread.tops[from_right[0]][0] > beside and _is_denied(arranged)
    levels: dict[Track, float] = {}
    if denied:
        for place, track in enumerate(reversed(from_right), start=1):
            levels[track] = box.height * place / (len(from_right) + 1)
            ports[track] = spread.head + box.width
    below = [track for track in spread.tops if track not in levels]
    bent = {track for track in below if any(abs(top - ports[track]) > CLOSE for top in spread.tops[track])}
    steps = _steps([(spread.tops[track], ports[track]) for track in below if track in bent])
    steps_of = dict(zip([track for track in below if track in bent], steps, strict=True))
    levels |= {track: box.height + HEAD_ROOM + RAIL_GAP * steps_of.get(track, 0) for track in below}
    lowest = max(levels[track] for track in below) if below else box.height + HEAD_ROOM
    trunks = all((column.left or column.right) and len(column.reasons) > 1 for column in arranged.columns)
    foot = lowest if trunks and not bent else lowest + FOOT_ROOM
    return _Rails(levels, ports, foot, denied)


def _steps(tracks: Sequence[tuple[Sequence[float], float]]) -> list[int]:
    """Return by track how many rails must run above its own: tracks are their tops and port, from left to right.

    >>> _steps([([10], 30), ([50], 40)]), _steps([([10], 60), ([50], 70)]), _steps([([10, 90], 30), ([95], 40)])
    ([0, 0], [0, 1], [1, 0])
    """
    steps = [0] * len(tracks)
    for _ in tracks:
        for (one, (tops, port)), (other, (further, beyond)) in combinations(enumerate(tracks), 2):
            if tops[-1] >= beyond:
                steps[one] = max(steps[one], steps[other] + 1)
            elif further[0] <= port:
                steps[other] = max(steps[other], steps[one] + 1)
    return steps


def _is_denied(arranged: Arrangement) -> bool:
    """Return whether there is an undercut among the reasons."""
    reasons = [reason for column in arranged.columns for reason in column.reasons]
    return any(reason.lane is Lane.DENIAL for reason in (*reasons, *((arranged.footer,) if arranged.footer else ())))
