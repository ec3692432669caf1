"""What an engine is given and what it gives back: boxes of fixed size, links between them, and their places.

Nothing here knows claims, words or colours, so that every engine that honours sizes is interchangeable.
Lengths are points (1/72 inch); x grows to the right, y grows downwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]


class Lane(StrEnum):
    """The role a link plays; links of one lane into one box may share a trunk, and supports stand before attacks."""

    ANSWER = "answer"
    FOR = "for"
    AGAINST = "against"
    DENIAL = "denial"
    PREMISE = "premise"
    RIVAL = "rival"
    """A contrary: it keeps two boxes near each other but puts neither above the other."""


class Direction(StrEnum):
    """Where the edges run: up the page, or to its right; `auto` takes what suits the shape of the page."""

    AUTO = "auto"
    UP = "up"
    RIGHT = "right"


class Engine(StrEnum):
    """What places the boxes: our own packed tree, the program of the graphviz-pure wheel, or the Graphviz of the system."""

    TREE = "tree"
    GRAPHVIZ_PURE = "graphviz-pure"
    DOT = "dot"


class Box(NamedTuple):
    """A rectangle of fixed size that is to be placed; its id is unique in its plan."""

    id: str
    width: float
    height: float


class Link(NamedTuple):
    """A line from the lower box (the reason) to the upper one (what it bears on)."""

    id: str
    tail: str
    head: str
    lane: Lane
    strong: bool = True
    """Links into one box that differ in this look different at their ends, so that they share no trunk."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be placed: boxes and links in canonical order, which every engine keeps where it is free to."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    direction: Direction = Direction.AUTO


class Route(NamedTuple):
    """The way of one link, from the border of its tail to the border of its head.

    Where `smooth`, the points are one cubic Bézier path (a start, then three points a piece); else the corners of straight
    pieces, which are drawn with rounded corners.
    """

    points: tuple[Point, ...]
    smooth: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where everything is: the upper left corner of each box by its id, the route of each link by its id, the page's size."""

    corners: Mapping[str, Point]
    routes: Mapping[str, Route]
    width: float
    height: float


class LayoutError(Exception):
    """No placement could be made; the message is one sentence for the person who asked for the map, and says what to do."""
