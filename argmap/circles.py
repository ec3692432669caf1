"""Circles in a directed graph, in linear time and without recursion."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield one circle of each strongly connected part that has one, its nodes in the order of the edges.

    Within a part it is a shortest circle through the part's first node. Loops of one node are not reported.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    [['a', 'b', 'c']]
    """
    order = {node: position for position, node in enumerate(edges)}
    parts = [part for part in _strong_parts(edges) if len(part) > 1]
    for start, part in sorted(((min(part, key=order.__getitem__), part) for part in parts), key=lambda pair: order[pair[0]]):
        yield _circle_through(start, frozenset(part), edges)


def _circle_through(start: str, members: Collection[str], edges: Mapping[str, Sequence[str]]) -> list[str]:
    came_from: dict[str, str] = {}
    waiting = [start]
    for node in waiting:  # breadth first: the list grows while it is walked
        for other in edges[node]:
            if other == start and node != start:
                path = [node]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if other in members and other != start and other not in came_from:
                came_from[other] = node
                waiting.append(other)
    raise ValueError(f"{start!r} is in no circle")


def _strong_parts(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The strongly connected parts, after Kosaraju and Sharir (1981): search forwards, then backwards in the order of finishing."""
    backwards: dict[str, list[str]] = {}
    for node, others in edges.items():
        for other in others:
            backwards.setdefault(other, []).append(node)
    finished = [node for tree in _trees(edges, edges) for node in tree]
    yield from _trees(backwards, reversed(finished))


def _trees(edges: Mapping[str, Sequence[str]], starts: Iterable[str]) -> Iterator[list[str]]:
    """For each start what is reached from it and not from an earlier one, in the order in which a depth-first search leaves it."""
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        left: list[str] = []
        path = [(start, iter(edges.get(start, ())))]
        while path:
            node, others = path[-1]
            new = next((other for other in others if other not in seen), None)
            if new is None:
                path.pop()
                left.append(node)
            else:
                seen.add(new)
                path.append((new, iter(edges.get(new, ()))))
        yield left
