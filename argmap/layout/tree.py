"""The engine `tree`: our own packed tree, for maps of any size.

Time grows in proportion to the boxes and links, nothing recurses, and the page keeps the shape of a page: reasons stand in
columns under their head, and where a line of reasoning is too long it is folded. Links outside the tree are curves.
"""

from collections.abc import Sequence
from itertools import product
from math import sqrt
from typing import NamedTuple, assert_never

from argmap.layout.blocks import Block, compose
from argmap.layout.columns import ASPECT, ROW_LIMIT, WEAK_PULL, Aim, Reason, Track, arrangement, side_of
from argmap.layout.connectors import bridge, connector
from argmap.layout.crossings import cross_routes, framed
from argmap.layout.curves import Frame, frame_of
from argmap.layout.folding import compose_within, side_by_side
from argmap.layout.forest import NOWHERE, Forest, spanning_forest
from argmap.layout.packing import Page, Sheet, pack
from argmap.layout.plan import Box, Direction, Lane, Link, Placement, Plan, Point, Route
from argmap.layout.turning import turned_placement, turned_plan

NARROW = 0.3
"""Width by height of blocks that are made to be folded."""
NARROWEST = 0.6
"""Width by height of the narrowest answer that is aimed at."""
ASPECTS = (ASPECT, 2.2, 1.2, 1.0, 0.7)
"""Shapes of blocks that are tried: all for a small map, for a large one as many as it takes to get a fair page."""
SMALL = 300
"""So many boxes are composed fast enough to try more than one shape."""
FOLDS = (1.5, 1.1, 2.1, 0.8)
"""Heights at which long lines are folded, one after the other, as multiples of the side of a square of all boxes' area."""
FOLDED_FROM = 40
"""So many boxes make a map worth folding."""
SPARSE = 0.15
"""A page with a smaller part of it covered by boxes is worth folding."""


class _Laid(NamedTuple):
    """All blocks, and the page they make."""

    blocks: Sequence[Block]
    page: Page


class _Parts(NamedTuple):
    """What is put on the page."""

    forest: Forest
    trees: Sequence[int]
    """Their roots."""
    single: Sequence[int]
    """Boxes that no link touches."""
    sheet: Sheet


def arrange_as_tree(plan: Plan) -> Placement:
    """Return every box beside the head it hangs by, in columns; all other links are curves.

    Edges run up the page, or to its right where the plan says so, or where it leaves that open and the page gets better.
    """
    match plan.direction:
        case Direction.UP:
            return _upwards(plan, Sheet())
        case Direction.RIGHT:
            return turned_placement(_upwards(turned_plan(plan), Sheet(turned=True)), plan)
        case Direction.AUTO:
            upwards = _upwards(plan, Sheet())
            if Sheet().fair(upwards.width, upwards.height):
                return upwards
            rightwards = turned_placement(_upwards(turned_plan(plan), Sheet(turned=True)), plan)
            return min(upwards, rightwards, key=_poorness)
    assert_never(plan.direction)


def _poorness(placement: Placement) -> tuple[bool, float]:
    """Return what makes a page the worse of two: that its shape is not fair, then its size."""
    sheet = Sheet()
    return not sheet.fair(placement.width, placement.height), sheet.size(placement.width, placement.height)


def _upwards(plan: Plan, sheet: Sheet) -> Placement:
    """Return the placement with edges up the sheet."""
    if not plan.boxes:
        return Placement({}, {}, 0.0, 0.0)
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    forest = spanning_forest(plan, places)
    linked = {link.tail for link in plan.links} | {link.head for link in plan.links}
    parts = _Parts(
        forest,
        [root for root in forest.roots if plan.boxes[root].id in linked],
        [root for root in forest.roots if plan.boxes[root].id not in linked],
        sheet,
    )
    laid = _laid(plan, parts)
    origins = _origins(laid, parts)
    corners = [(x + block.head, y) for (x, y), block in zip(origins, laid.blocks, strict=True)]
    frames = [frame_of(corner, box) for box, corner in zip(plan.boxes, corners, strict=True)]
    routes = _connectors(plan, forest, laid.blocks, origins, frames)
    crossing = [link for link in plan.links if link.id not in routes]
    if crossing:
        places_of = {box.id: frame for box, frame in zip(plan.boxes, frames, strict=True)}
        routes |= cross_routes(crossing, places_of, routes.values())
    return framed(
        {box.id: corner for box, corner in zip(plan.boxes, corners, strict=True)},
        {link.id: routes[link.id] for link in plan.links},
        (laid.page.width, laid.page.height),
    )


def _laid(plan: Plan, parts: _Parts) -> _Laid:
    """Return the blocks and the page of the best of a few trials, folded where no other way gives a fair page."""
    sheet = parts.sheet
    shapes = ASPECTS if len(plan.boxes) <= SMALL else ASPECTS[:1]
    aims = [Aim(aspect=1 / aspect if sheet.turned else aspect) for aspect in shapes]

    def size(laid: _Laid) -> float:
        return sheet.size(laid.page.width, laid.page.height)

    best = min((_trial(plan, parts, aim, 0.0) for aim in aims), key=size)
    for aspect in ASPECTS[len(aims) :]:
        if sheet.fair(best.page.width, best.page.height):
            break
        best = min(best, _trial(plan, parts, Aim(aspect=1 / aspect if sheet.turned else aspect), 0.0), key=size)
    if best.page.width > best.page.height and not sheet.fair(best.page.width, best.page.height):
        best = min(best, _trial(plan, parts, aims[0]._replace(rows=False), 0.0), key=size)
    ink = sum(box.width * box.height for box in plan.boxes)
    sparse = ink < SPARSE * best.page.width * best.page.height
    if len(plan.boxes) >= FOLDED_FROM and (sparse or not sheet.fair(best.page.width, best.page.height)):
        tallest = max(box.height for box in plan.boxes)
        for rows, share in product((True, False), FOLDS):
            folded = _trial(plan, parts, Aim(NARROW, WEAK_PULL, rows=rows), max(share * sqrt(ink), 1.5 * tallest))
            best = min(best, folded, key=size)
            if sheet.fair(best.page.width, best.page.height) and (not sparse or folded is best):
                break
    return best


def _trial(plan: Plan, parts: _Parts, aim: Aim, limit: float) -> _Laid:
    """Return all blocks, composed from the leaves up, none higher than the limit where folding can help; 0 is no limit."""
    boxes, forest = plan.boxes, parts.forest
    lanes = [plan.links[link].lane if link != NOWHERE else Lane.FOR for link in forest.hangs_by]
    aims = _aims(parts, lanes, aim)
    blocks = [Block(box.width, box.height) for box in boxes]
    for index in reversed(forest.downwards):
        children = forest.children[index]
        if not children:
            continue
        if limit:
            _close_all_but_one(children, blocks)
        reasons = [_reason(child, plan.links[forest.hangs_by[child]], boxes[child], blocks[child]) for child in children]
        if limit:
            blocks[index] = compose_within(boxes[index], reasons, aims[index], limit, blocks)
        else:
            blocks[index] = compose(boxes[index], arrangement(boxes[index], reasons, aims[index]))
    for root in parts.trees:
        blocks[root] = side_by_side(blocks[root], blocks)
    sizes = [[(blocks[root].width, blocks[root].height) for root in roots] for roots in (parts.trees, parts.single)]
    return _Laid(blocks, pack(sizes[0], sizes[1], parts.sheet))


def _aims(parts: _Parts, lanes: Sequence[Lane], aim: Aim) -> list[Aim]:
    """Return by box what its block should look like: answers that stand in one row are narrower."""
    aims = [aim] * len(lanes)
    for root in parts.trees:  # a root is no step of a staircase
        aims[root] = aim._replace(weak_pull=aim.pull)
    if aim.rows:
        for children in parts.forest.children:
            if 1 < len(children) <= ROW_LIMIT and all(lanes[child] is Lane.ANSWER for child in children):
                for child in children:
                    aims[child] = aim._replace(aspect=max(min(NARROWEST, aim.aspect), aim.aspect / len(children)))
    return aims


def _close_all_but_one(children: Sequence[int], blocks: list[Block]) -> None:
    """Set the parts of all children but the one with most of them side by side."""
    open_ones = [child for child in children if blocks[child].more]
    for child in sorted(open_ones, key=lambda child: len(blocks[child].more))[:-1]:
        blocks[child] = side_by_side(blocks[child], blocks)


def _reason(box: int, link: Link, size: Box, block: Block) -> Reason:
    track = Track(side_of(link.lane), link.strong)
    return Reason(box, link.lane, track, size.width, size.height, block.head, block.width, block.height, block.depth, block.denied)


def _origins(laid: _Laid, parts: _Parts) -> list[Point]:
    """Return by box the upper left corner of its block."""
    origins: list[Point] = [(0.0, 0.0)] * len(laid.blocks)
    for root, corner in zip((*parts.trees, *parts.single), laid.page.corners, strict=True):
        origins[root] = corner
    for index in parts.forest.downwards:
        x, y = origins[index]
        for box, right, down in laid.blocks[index].places:
            origins[box] = (x + right, y + down)
    return origins


def _connectors(
    plan: Plan, forest: Forest, blocks: Sequence[Block], origins: Sequence[Point], frames: Sequence[Frame]
) -> dict[str, Route]:
    """Return by its id the route of every link by which a box hangs."""
    routes: dict[str, Route] = {}
    for index, block in enumerate(blocks):
        for tie in block.ties:
            link = plan.links[forest.hangs_by[tie.box]]
            routes[link.id] = connector(tie, origins[index], plan.boxes[index], frames[tie.box])
        for line in block.bridges:
            link = plan.links[forest.hangs_by[line.box]]
            routes[link.id] = bridge(line, origins[index], frames[forest.head_of[line.box]], frames[line.box])
    return routes
