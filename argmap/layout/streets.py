"""The free space between boxes, cut into rectangles, and ways through them.

A sweep down the page cuts the free space at every upper and lower edge of a box. A* (Hart, Nilsson and Raphael, 1968) finds which
of these rectangles a way passes; it is then pulled tight through the gates between them, so that it turns at corners of boxes only.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import count, groupby, pairwise
from math import ceil, copysign, floor, hypot, inf
from typing import NamedTuple

from argmap.layout.curves import Frame
from argmap.layout.funnel import Gate, funnel
from argmap.layout.plan import Point

OUTSKIRTS = 60
"""So far beyond the outermost boxes ways may run."""
BAND = 60
"""The height of a band of the index of rectangles."""


class Way(NamedTuple):
    """A tight way: which start it leaves from, its corners, and which goal it reaches."""

    start: int
    corners: Sequence[Point]
    goal: int
    cells: Sequence[int]
    """The rectangles it passes."""


ARRIVED = -1
"""Stands for the rectangle of a way that is at its end."""


class _Step(NamedTuple):
    """The last step of a way that is being looked for."""

    estimate: float
    """Of the length of the whole way."""
    order: int
    length: float
    """So far."""
    at: Point
    cell: int
    start: int
    """Which start it comes from; at the end, which goal it reached."""
    through: Gate | None
    before: "_Step | None"


class Streets:
    """The free space around some frames, which may overlap.

    So many points of length as it is `busy` it is worth to keep off a rectangle for each other line that passes it.
    """

    def __init__(self, frames: Sequence[Frame], busy: float = 0.0) -> None:
        self._busy = busy
        self._cells: list[tuple[float, float, float]] = []
        """Left, top, right: of each rectangle; their lower edges stand apart, known only once the sweep has passed."""
        self._bottoms: list[float] = []
        self._gates: list[list[tuple[int, Gate]]] = []
        """For each rectangle which others one can go to, and through what."""
        self._bands: dict[int, list[int]] = {}
        self._passing: Counter[int] = Counter()
        """For each rectangle how many lines pass it."""
        self._sweep(frames)
        for cell, (_, top, _) in enumerate(self._cells):
            for band in range(int(top // BAND), int(self._bottoms[cell] // BAND) + 1):
                self._bands.setdefault(band, []).append(cell)
        for cells in self._bands.values():
            cells.sort(key=lambda cell: self._cells[cell][0])

    def _sweep(self, frames: Sequence[Frame]) -> None:
        boxes = [(floor(left), floor(top), ceil(right), ceil(bottom)) for left, top, right, bottom in frames]
        events = [(top, 1, left, right) for left, top, right, _ in boxes]
        events += [(bottom, 0, left, right) for left, _, right, bottom in boxes]
        events.sort()
        widest = max(right - left for left, _, right, _ in boxes)
        start, end = min(box[0] for box in boxes) - OUTSKIRTS, max(box[2] for box in boxes) + OUTSKIRTS
        blocked: list[tuple[int, int]] = []
        gaps: list[tuple[int, int, int]] = [(start, end, self._opened(start, events[0][0] - OUTSKIRTS, end))]
        for y, group in groupby(events, key=lambda event: event[0]):
            low, high = end, start
            for _, begins, left, right in group:
                if begins:
                    insort(blocked, (left, right))
                else:
                    blocked.pop(bisect_left(blocked, (left, right)))
                low, high = min(low, left), max(high, right)
            first = bisect_left(gaps, low, key=lambda gap: gap[1])
            last = bisect_right(gaps, high, key=lambda gap: gap[0])
            old = gaps[first:last]
            if old:
                low, high = min(low, old[0][0]), max(high, old[-1][1])
            near = blocked[bisect_left(blocked, (low - widest, start)) : bisect_right(blocked, (high, end))]
            gaps[first:last] = self._passed(y, old, list(_between(near, low, high)))
        for _, _, cell in gaps:
            self._bottoms[cell] = events[-1][0] + OUTSKIRTS

    def _passed(self, y: int, old: Sequence[tuple[int, int, int]], new: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
        """Return the gaps below a level as they are now, those that changed as new rectangles with gates to the old ones."""
        kept = {(left, right): cell for left, right, cell in old}
        below = [(left, right, kept.pop((left, right), None)) for left, right in new]
        closed = [(left, right, cell) for (left, right), cell in kept.items()]
        for _, _, cell in closed:
            self._bottoms[cell] = y
        gaps: list[tuple[int, int, int]] = []
        place = 0
        for left, right, known in below:
            if known is not None:
                gaps.append((left, right, known))
                continue
            cell = self._opened(left, y, right)
            gaps.append((left, right, cell))
            while place < len(closed) and closed[place][1] <= left:
                place += 1
            for from_, to, above in closed[place:]:
                if from_ >= right:
                    break
                gate = Gate(max(left, from_), min(right, to), y)
                self._gates[cell].append((above, gate))
                self._gates[above].append((cell, gate))
        return gaps

    def _opened(self, left: float, top: float, right: float) -> int:
        self._cells.append((left, top, right))
        self._bottoms.append(inf)
        self._gates.append([])
        return len(self._cells) - 1

    def _cell_at(self, point: Point) -> int | None:
        x, y = point
        band = self._bands.get(int(y // BAND), [])
        # The nearest to the left first.
        for place in range(bisect_right(band, x, key=lambda cell: self._cells[cell][0]) - 1, -1, -1):
            _, top, right = self._cells[band[place]]
            if x <= right and top <= y <= self._bottoms[band[place]]:
                return band[place]
        return None

    def pass_through(self, cells: Iterable[int]) -> None:
        """Take note that a line passes some rectangles."""
        self._passing.update(cells)

    def pass_by(self, points: Iterable[Point]) -> None:
        """Take note that lines pass at some points."""
        self._passing.update(cell for cell in map(self._cell_at, points) if cell is not None)

    def _by_cell(self, points: Sequence[Point]) -> dict[int, list[int]]:
        """Return which points are in which rectangle; those in none are left out."""
        found: dict[int, list[int]] = {}
        for number, point in enumerate(points):
            cell = self._cell_at(point)
            if cell is not None:
                found.setdefault(cell, []).append(number)
        return found

    def way(self, starts: Sequence[Point], goals: Sequence[Point], target: Point, effort: int) -> Way | None:
        """Return a short way from one of some points to another, None if there is none or it takes more than so many steps.

        Args:
            starts: where it may start.
            goals: where it may end.
            target: what the goals stand around.
            effort: how many rectangles may be looked at.
        """
        ends = self._by_cell(goals)
        to_x, to_y = target
        order = count()
        queue = [
            _Step(
                hypot(starts[number][0] - to_x, starts[number][1] - to_y),
                next(order),
                0.0,
                starts[number],
                cell,
                number,
                None,
                None,
            )
            for cell, numbers in self._by_cell(starts).items()
            for number in numbers
        ]
        heapify(queue)
        busy, passing = self._busy, self._passing
        closed: set[int] = set()
        shortest: dict[int, float] = {}
        while queue and ends and len(closed) < effort:
            step = heappop(queue)
            _, _, length, (x, y), cell, start_or_goal, _, before = step
            if cell == ARRIVED:
                return _pulled(starts, goals, before, start_or_goal)
            if cell in closed:
                continue
            closed.add(cell)
            for number in ends.get(cell, ()):
                goal = goals[number]
                further = length + hypot(goal[0] - x, goal[1] - y)
                estimate = further + hypot(goal[0] - to_x, goal[1] - to_y)
                heappush(queue, _Step(estimate, next(order), further, goal, ARRIVED, number, None, step))
            for other, gate in self._gates[cell]:
                if other in closed:
                    continue
                across = _across((x, y), gate, target)
                further = length + hypot(across - x, gate.y - y) + busy * passing.get(other, 0)
                if further < shortest.get(other, inf):
                    shortest[other] = further
                    estimate = further + hypot(across - to_x, gate.y - to_y)
                    heappush(queue, _Step(estimate, next(order), further, (across, gate.y), other, start_or_goal, gate, step))
        return None

    def shifted(self, corners: Sequence[Point], by: float) -> list[Point] | None:
        """Return a tight way with its corners further off what they turn around, where there is room; None if it meets a box."""
        moved = [corners[0]]
        for (x, y), (at_x, at_y), (to_x, to_y) in zip(corners, corners[1:], corners[2:], strict=False):
            before, after = hypot(x - at_x, y - at_y) or 1.0, hypot(to_x - at_x, to_y - at_y) or 1.0
            inwards = (x - at_x) / before + (to_x - at_x) / after, (y - at_y) / before + (to_y - at_y) / after
            further = at_x - copysign(by, inwards[0]), at_y - copysign(by, inwards[1])
            moved.append((at_x, at_y) if self._cell_at(further) is None else further)
        moved.append(corners[-1])
        for place, piece in enumerate([*pairwise(moved)]):
            if not self._in_sight(*piece):
                moved[place : place + 2] = corners[place : place + 2]
        return moved if all(self._in_sight(*piece) for piece in pairwise(moved)) else None

    def _in_sight(self, start: Point, end: Point) -> bool:
        """Return whether a straight line stays in the free space."""
        (x, y), (to_x, to_y) = start, end
        low, high = min(y, to_y), max(y, to_y)
        cell = self._cell_at(start)
        seen: set[int] = set()
        while cell is not None:
            left, top, right = self._cells[cell]
            if left <= to_x <= right and top <= to_y <= self._bottoms[cell]:
                return True
            seen.add(cell)
            cell = next(
                (
                    other
                    for other, (from_, to, level) in self._gates[cell]
                    if low <= level <= high and low < high and from_ <= x + (to_x - x) * (level - y) / (to_y - y) <= to
                    if other not in seen
                ),
                None,
            )
        return False


def _across(point: Point, gate: Gate, target: Point) -> float:
    """Return where to pass a gate on the way to a target: where the straight line passes its level, or near that."""
    (x, y), (to_x, to_y) = point, target
    left, right, level = gate
    if y < level < to_y or to_y < level < y:
        x += (to_x - x) * (level - y) / (to_y - y)
    return left if x < left else min(x, right)


def _pulled(starts: Sequence[Point], goals: Sequence[Point], last: "_Step | None", goal: int) -> Way | None:
    """Return the tight way that some steps lead."""
    gates: list[Gate] = []
    cells: list[int] = []
    step = last
    while step:
        cells.append(step.cell)
        if not step.through:
            return Way(step.start, funnel(starts[step.start], gates[::-1], goals[goal]), goal, cells)
        gates.append(step.through)
        step = step.before
    return None


def _between(blocked: Iterable[tuple[int, int]], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Give the free intervals between some blocked ones, which are sorted, from low to high."""
    for left, right in blocked:
        if left > low:
            yield low, min(left, high)
        low = max(low, right)
        if low >= high:
            return
    if low < high:
        yield low, high
