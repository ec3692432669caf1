"""Circles in a directed graph, in linear time and without recursion."""

from collections.abc import Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield one circle of each strongly connected part that has one, its nodes in the order of the edges.

    Tarjan (1972) finds the parts; within each, a shortest circle through its first node is taken. Loops of one node are not reported.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    [['a', 'b', 'c']]
    """
    for part in _strong_parts(edges):
        if len(part) > 1:
            members = set(part)
            start = next(node for node in edges if node in members)
            yield _circle_through(start, members, edges)


def _circle_through(start: str, members: set[str], edges: Mapping[str, Sequence[str]]) -> list[str]:
    came_from: dict[str, str] = {}
    waiting = [start]
    for node in waiting:  # breadth first: the list grows while it is walked
        for other in edges.get(node, ()):
            if other == start:
                path = [node]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if other in members and other not in came_from:
                came_from[other] = node
                waiting.append(other)
    return [start]


def _strong_parts(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    on_stack: set[str] = set()
    stack: list[str] = []
    for root in edges:
        if root in number:
            continue
        work = [(root, 0)]
        while work:
            node, step = work.pop()
            if step == 0:
                number[node] = low[node] = len(number)
                stack.append(node)
                on_stack.add(node)
            targets = edges.get(node, ())
            if step > 0:
                low[node] = min(low[node], low[targets[step - 1]])
            descended = False
            for position in range(step, len(targets)):
                other = targets[position]
                if other not in number:
                    work += [(node, position + 1), (other, 0)]
                    descended = True
                    break
                if other in on_stack:
                    low[node] = min(low[node], number[other])
            if not descended and low[node] == number[node]:
                part = []
                while True:
                    member = stack.pop()
                    on_stack.remove(member)
                    part.append(member)
                    if member == node:
                        break
                yield part
