"""Which engine draws a map better, where nobody has said which one to take.

The packed tree draws what is nearly a tree: aligned, compact, at any size, and the few links outside the tree led around the
boxes. A layered engine draws a small tangle better, where many claims bear on several others. What decides is how much of a
tangle the plan is, by numbers of the plan alone, never the clock.
"""

from collections import Counter

from argmap.layout.confusion import confusion
from argmap.layout.forest import spanning_forest
from argmap.layout.packing import Sheet
from argmap.layout.plan import Engine, Lane, Placement, Plan
from argmap.layout.programs import program_of
from argmap.layout.ranks import heads_by_tail, ranks

MOST_BOXES = 80
MOST_WORK = 600
"""Boxes, and ranks that links span, beyond which a layered drawing is neither quick nor clear."""
TANGLE = 0.125
"""The share of links outside the tree from which the plan is a tangle."""
WORSE = 1.5
"""So many times larger than the tree's a page of the layered engine may be."""
PAGE_FROM = 40
"""From so many boxes on a page must not be more than three times as long as it is wide, or the other way round."""
LONGEST_PAGE = 3.0
SMALL_MAP = 24
"""A map of so many boxes is laid out in both ways if it is more than a tree, and the one that is easier to follow is taken."""


def layered_engine(plan: Plan) -> Engine | None:
    """Return the layered engine that is worth a trial and installed; None where the tree is better or there is no other."""
    if len(plan.boxes) > MOST_BOXES or not (is_tangle(plan) or _is_small_and_no_tree(plan)):
        return None
    return next((engine for engine in (Engine.GRAPHVIZ_PURE, Engine.DOT) if program_of(engine)), None)


def is_tangle(plan: Plan) -> bool:
    """Return whether so many links stand outside a spanning forest that ranks show them better, and not too many to show."""
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    directed = [link for link in plan.links if link.lane is not Lane.RIVAL and link.tail != link.head]
    held = len(plan.boxes) - len(spanning_forest(plan, places).roots)
    if len(directed) - held <= TANGLE * len(directed):
        return False
    heads = heads_by_tail(plan)
    rank = ranks(heads)
    spans = sum(abs(rank[tail] - rank[head]) for tail, own in enumerate(heads) for head in own)
    return len(plan.boxes) + spans <= MOST_WORK


def _is_small_and_no_tree(plan: Plan) -> bool:
    """Return whether a small map has a link outside the tree, so that a trial is worth the start of a program."""
    if len(plan.boxes) > SMALL_MAP:
        return False
    return any(count > 1 for count in Counter(link.tail for link in plan.links if link.lane is not Lane.RIVAL).values())


def better(plan: Plan, layered: Placement, tree: Placement) -> Placement:
    """Return the layered placement, unless its page is too long or much larger than the tree's, or a small map's is less clear."""
    if len(plan.boxes) >= PAGE_FROM and not layered.height <= LONGEST_PAGE * layered.width <= LONGEST_PAGE**2 * layered.height:
        return tree
    sizes = [Sheet().size(placement.width, placement.height) for placement in (layered, tree)]
    if sizes[0] > WORSE * sizes[1] or (len(plan.boxes) <= SMALL_MAP and confusion(plan, tree) <= confusion(plan, layered)):
        return tree
    return layered
