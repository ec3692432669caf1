"""The drawing: the view laid out in one language, before any output format. SVG and HTML draw the same drawing.

Lengths are points, x to the right, y downwards; within a card they are whole. Every piece carries the global id of what it shows.
What is drawn, and in which order, does not depend on the layout engine: only places, routes and the size do.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.layout.plan import Point, Route
from argmap.words import Certainty, Stance


class CardKind(StrEnum):
    """The shapes of the map."""

    QUESTION = "question"
    CLAIM = "claim"
    EVIDENCE = "evidence"


class EdgeKind(StrEnum):
    """The lines of the map; those of arguments have the values of `ArgumentRelation`."""

    ANSWER = "answer"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRARY = "contrary"


class Sample(StrEnum):
    """What the legend can explain; only what occurs in a drawing stands in its legend.

    Kinds of cards and edges, stances and hedges have here the values that they have themselves.
    """

    QUESTION = "question"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    IMPLICIT = "implicit"
    ANSWER = "answer"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRARY = "contrary"
    LINKED = "linked"
    ASSERTED = "asserted"
    ANNOTATOR = "annotator"
    REJECTED = "rejected"
    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    CONDITIONAL = "conditional"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    INFERRED = "inferred"
    TORN = "torn"


class Line(NamedTuple):
    """One line of text; x and y are its start on the base line.

    It keeps the space it was broken at; the width, which is the room it needs at most, does not count that space.
    """

    x: int
    y: int
    width: float
    words: str


class Chip(NamedTuple):
    """Who holds a claim: the mark of a stance and a name, in a box relative to its card."""

    x: int
    y: int
    width: int
    height: int
    stance: Stance
    name: Line
    language: str
    actor: str | None = None
    """None for a chip that counts the holders for whom there is no room."""
    conditional: bool = False
    torn: bool = False
    """The actor also holds a claim that competes with this one."""
    hedge: Certainty | None = None
    """How sure he sounds: a sign behind the name, which is part of its words."""
    inferred: bool = False
    """The annotator infers the stance: the name stands in brackets, which are part of its words."""


class Card(NamedTuple):
    """A box with its words; everything in it is relative to its upper left corner."""

    id: str
    kind: CardKind
    width: int
    height: int
    language: str
    """BCP 47 tag of its lines."""
    title: str
    """The whole text and who holds it, for the tooltip and for screen readers."""
    heading: Line | None = None
    """The kind of question, claim or evidence, in small letters."""
    lines: tuple[Line, ...] = ()
    chips: tuple[Chip, ...] = ()
    implicit: bool = False
    right_to_left: bool = False
    """Its lines start at their x and run to the left."""
    mark: Line | None = None
    """What an overlay says of it, in its upper right corner."""
    bar: float | None = None
    """A share, 0 to 1, along its lower border."""


class Junction(NamedTuple):
    """Where linked premises meet, or where an undercut ends on the inference it denies."""

    x: float
    y: float
    radius: float
    linked: bool


class Edge(NamedTuple):
    """One relation, drawn: lines from its premises to a junction, where it has one, and the line to what it bears on."""

    id: str
    """The id of an argument; `claim?question` for an answer, `claim<>claim` for contraries."""
    kind: EdgeKind
    tails: tuple[str, ...]
    head: str
    """The id of a claim; for an answer, of a question; for an undercut, of the argument whose inference it denies."""
    strands: tuple[Route, ...]
    """One from each premise to the junction; none where the one premise leads straight to the head."""
    stem: Route
    junction: Junction | None = None
    mark: Point | None = None
    """Where the sign of the relation stands, near the head; None where the junction bears it, or the relation has none."""
    asserted: bool = True
    """An actor draws this inference; else it is the annotator's reading."""
    rejected: bool = False
    """An actor rejects this inference, and none draws it."""
    title: str | None = None
    """Who draws or rejects the inference."""


class Caption(NamedTuple):
    """Words above the map, in one language."""

    lines: tuple[Line, ...]
    language: str


class Key(NamedTuple):
    """One entry of the legend: a sample with its upper left corner at (x, y), and its words relative to that corner."""

    x: int
    y: int
    sample: Sample
    words: Line


class Drawing(NamedTuple):
    """A picture of known size: cards and edges in canonical order, and the words that stand around them."""

    width: float
    height: float
    language: str
    """BCP 47 tag of the words that are not a card's."""
    title: str
    description: str
    headline: Caption
    bylines: tuple[Caption, ...]
    """Who published what when, below the title."""
    origin: Point
    """The upper left corner of the map itself: `corners`, routes and junctions count from there."""
    cards: tuple[Card, ...]
    corners: tuple[Point, ...]
    """The upper left corner of each card, in their order."""
    edges: tuple[Edge, ...]
    legend: tuple[Key, ...]
    edge_names: Mapping[EdgeKind, str]
    """What a kind of edge is called, for tooltips and screen readers."""
    annotator_name: str
    """What an inference is called that no actor draws."""
