"""Ranks of a plan: how a layered engine would set its boxes, for estimates and for what belongs side by side.

Boxes are known here by their place in the plan, from 0.
"""

from collections import Counter
from collections.abc import Sequence

from argmap.layout.columns import ROW_LIMIT
from argmap.layout.plan import Lane, Plan


def heads_by_tail(plan: Plan) -> list[list[int]]:
    """Return by box the boxes it bears on, without rivals and itself."""
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    heads: list[list[int]] = [[] for _ in plan.boxes]
    for link in plan.links:
        if link.lane is not Lane.RIVAL and link.tail != link.head:
            heads[places[link.tail]].append(places[link.head])
    return heads


def ranks(heads: Sequence[Sequence[int]]) -> list[int]:
    """Return by box the length of the longest way up from it; a link that closes a circle counts for nothing.

    >>> ranks([[], [0], [0, 1], [2]])
    [0, 1, 2, 3]
    """
    unseen, open_, done = 0, 1, 2
    state = [unseen] * len(heads)
    rank = [0] * len(heads)
    for start in range(len(heads)):
        stack = [start] if state[start] == unseen else []
        while stack:
            box = stack[-1]
            if state[box] == unseen:
                state[box] = open_
                stack += [head for head in heads[box] if state[head] == unseen]
            else:
                stack.pop()
                if state[box] == open_:
                    state[box] = done
                    rank[box] = max((rank[head] + 1 for head in heads[box] if state[head] == done), default=0)
    return rank


def answers_by_question(plan: Plan) -> list[list[int]]:
    """Return by question the boxes that answer it and nothing else, where there are several but not too many for a row."""
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    bearing = Counter(link.tail for link in plan.links if link.lane is not Lane.RIVAL)
    answers: dict[str, list[int]] = {}
    for link in plan.links:
        if link.lane is Lane.ANSWER and bearing[link.tail] == 1 and link.tail != link.head:
            answers.setdefault(link.head, []).append(places[link.tail])
    return [row for row in answers.values() if 1 < len(row) <= ROW_LIMIT]


def level_groups(plan: Plan) -> list[list[int]]:
    """Return groups of rivals that can stand on one level: none is above another, not even by way of a third box."""
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    heads = heads_by_tail(plan)
    group = list(range(len(plan.boxes)))
    members = [[index] for index in group]
    for link in plan.links:
        one, other = group[places[link.tail]], group[places[link.head]]
        if link.lane is not Lane.RIVAL or one == other:
            continue
        if _leads(one, other, heads, group, members) or _leads(other, one, heads, group, members):
            continue
        members[one] += members[other]
        for box in members[other]:
            group[box] = one
        members[other] = []
    return [sorted(boxes) for boxes in members if len(boxes) > 1]


def _leads(start: int, end: int, heads: Sequence[Sequence[int]], group: Sequence[int], members: Sequence[Sequence[int]]) -> bool:
    """Return whether a way up leads from one group to another."""
    seen = {start}
    stack = [start]
    while stack:
        for box in members[stack.pop()]:
            for head in heads[box]:
                above = group[head]
                if above == end:
                    return True
                if above not in seen:
                    seen.add(above)
                    stack.append(above)
    return False
