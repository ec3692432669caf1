"""Where the nodes of an AIF map stand on the board of OVA: arguments on the left, on their right who says what."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

_Places: TypeAlias = dict[str, tuple[int, int]]
_Ends: TypeAlias = Sequence[tuple[str, str]]

_LETTERS: Final = 36
"""OVA breaks lines after so many; a node is as wide as its longest line."""
_LETTER: Final = 6
_LINE: Final = 14
_BESIDE: Final = 32
_ABOVE: Final = 24
"""A letter, a line and what is around them, in pixels."""
_COLUMN: Final = 280
"""From a column of nodes to the next."""
_SPOKEN: Final = frozenset({"L", "YA", "TA"})


def places(nodes: Sequence[Mapping[str, str]], edges: Iterable[Mapping[str, str | None]]) -> _Places:
    """Return where each node of a map stands: the middle of its upper side, in pixels to the right and down."""
    kinds = {node["nodeID"]: node["type"] for node in nodes}
    sizes = {node["nodeID"]: _size(node["text"]) for node in nodes}
    ends = list(dict.fromkeys((str(edge["fromID"]), str(edge["toID"])) for edge in edges))
    found = _arguments(kinds, sizes, ends)
    _locutions(kinds, sizes, ends, found)
    return found


def _arguments(kinds: Mapping[str, str], sizes: Mapping[str, tuple[int, int]], ends: _Ends) -> _Places:
    """The places of all that nobody speaks, as in our own maps."""
    from argmap.layout.arranging import arrange
    from argmap.layout.plan import Box, Engine, Lane, Link, Plan

    def lane(start: str, end: str) -> Lane:
        if kinds[start] == "I":
            return Lane.PREMISE
        if kinds[start] == "CA":
            return Lane.AGAINST if kinds[end] == "I" else Lane.DENIAL
        return Lane.FOR

    boxes = tuple(Box(name, *sizes[name]) for name, kind in kinds.items() if kind not in _SPOKEN)
    argued = [pair for pair in ends if not {kinds[end] for end in pair} & _SPOKEN]
    links = tuple(Link(f"{start} {end}", start, end, lane(start, end)) for start, end in argued)
    corners = arrange(Plan(boxes, links), Engine.TREE).corners
    return {name: (round(x) + sizes[name][0] // 2 + _BESIDE, round(y) + _ABOVE) for name, (x, y) in corners.items()}


def _locutions(kinds: Mapping[str, str], sizes: Mapping[str, tuple[int, int]], ends: _Ends, found: _Places) -> None:
    """Add locutions in a column at the height of what they show, with illocutions before them; reported ones before reports."""
    shown: dict[str, list[str]] = {name: [] for name, kind in kinds.items() if kind == "L"}
    content = {start: end for start, end in ends if kinds[start] == "YA"}
    for start, end in ends:
        if kinds[start] == "L" and kinds[end] == "YA":
            shown[start].append(end)
    edge = max((x + sizes[name][0] // 2 for name, (x, _) in found.items()), default=0)
    waiting = list(shown)
    while waiting:
        ready = [name for name in waiting if all(content.get(act) in found for act in shown[name])] or waiting
        heights = {
            name: min((found[end][1] for act in shown[name] if (end := content.get(act, "")) in found), default=0) for name in ready
        }
        down = 0
        for name in sorted(ready, key=lambda one: heights[one]):
            down = max(down, heights[name])
            found[name] = (edge + _COLUMN + _COLUMN // 2, down)
            for row, act in enumerate(shown[name]):
                found[act] = (edge + _COLUMN // 2, down + row * (_LINE + _ABOVE))
            down += max(sizes[name][1], len(shown[name]) * (_LINE + _ABOVE)) + _ABOVE
        edge += 2 * _COLUMN
        waiting = [name for name in waiting if name not in found]
    _transitions(kinds, ends, found, edge + _COLUMN // 2)


def _transitions(kinds: Mapping[str, str], ends: _Ends, found: _Places, across: int) -> None:
    """Add transitions in a column of their own, each at the height of the later locution."""
    down = 0
    after = {start: end for start, end in ends if kinds[start] == "TA"}
    for name, end in sorted(after.items(), key=lambda one: found[one[1]][1]):
        down = max(down, found[end][1])
        found[name] = (across, down)
        down += _LINE + 2 * _ABOVE


def _size(text: str) -> tuple[int, int]:
    lines = textwrap.wrap(text, _LETTERS) or [""]
    return max(map(len, lines)) * _LETTER + _BESIDE, len(lines) * _LINE + _ABOVE
