"""The legend: what occurs on the map, each with a sample and its words."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.catalogue import Catalogue
from argmap.drawing import Card, CardKind, Edge, EdgeKind, Key, Line, Sample
from argmap.layout.captions import MARGIN
from argmap.layout.metrics import Ruler
from argmap.words import Certainty, Stance

KEY_SIZE: Final = 11
KEY_HEIGHT: Final = 24
KEY_GAP: Final = 20
SAMPLE_ROOM: Final = 43
"""A sample of 36 points and the space after it."""
MARK_ROOM: Final = 20
"""The same for the mark of a stance, or the sign of one who is not sure."""

_CARDS: Final = {
    CardKind.QUESTION: Sample.QUESTION,
    CardKind.CLAIM: Sample.CLAIM,
    CardKind.EVIDENCE: Sample.EVIDENCE,
}

_STANCES: Final = {
    Stance.FOR: Sample.FOR,
    Stance.AGAINST: Sample.AGAINST,
    Stance.MIXED: Sample.MIXED,
    Stance.NEUTRAL: Sample.NEUTRAL,
}

_HEDGES: Final = {
    Certainty.LIKELY: Sample.LIKELY,
    Certainty.POSSIBLE: Sample.POSSIBLE,
    Certainty.UNLIKELY: Sample.UNLIKELY,
}

_MARKS: Final = {*_STANCES.values(), *_HEDGES.values()}
"""Samples that need little room."""

_EDGES: Final = {
    EdgeKind.ANSWER: Sample.ANSWER,
    EdgeKind.SUPPORT: Sample.SUPPORT,
    EdgeKind.ATTACK: Sample.ATTACK,
    EdgeKind.UNDERCUT: Sample.UNDERCUT,
    EdgeKind.CONTRARY: Sample.CONTRARY,
}


def samples(cards: Iterable[Card], edges: Iterable[Edge]) -> tuple[Sample, ...]:
    """Return what occurs on a map, in the order of the legend."""
    found: set[Sample] = set()
    for card in cards:
        found.add(_CARDS[card.kind])
        if card.implicit:
            found.add(Sample.IMPLICIT)
        for chip in card.chips:
            found.add(_STANCES[chip.stance])
            if chip.conditional:
                found.add(Sample.CONDITIONAL)
            if chip.hedge in _HEDGES:
                found.add(_HEDGES[chip.hedge])
            if chip.inferred:
                found.add(Sample.INFERRED)
            if chip.torn:
                found.add(Sample.TORN)
    for edge in edges:
        found.update(_occurring(edge))
    return tuple(sample for sample in Sample if sample in found)


def _occurring(edge: Edge) -> Iterable[Sample]:
    yield _EDGES[edge.kind]
    if edge.junction and edge.junction.linked:
        yield Sample.LINKED
    if edge.kind not in {EdgeKind.ANSWER, EdgeKind.CONTRARY}:
        yield Sample.ASSERTED if edge.asserted else Sample.ANNOTATOR
    if edge.rejected:
        yield Sample.REJECTED


def legend(shown: Sequence[Sample], catalogue: Catalogue, top: int, room: float) -> tuple[tuple[Key, ...], int]:
    """Return the keys of a legend, in rows from a top and each row as long as fits into the room; and where it ends."""
    ruler = Ruler(KEY_SIZE)
    x, y = 0, top
    keys = []
    for sample in shown:
        words = catalogue.say(f"legend.{sample}")
        before = MARK_ROOM if sample in _MARKS else SAMPLE_ROOM
        width = math.ceil(before + ruler[words])
        if x and x + width > room:
            x, y = 0, y + KEY_HEIGHT
        keys.append(Key(MARGIN + x, y, sample, Line(before, 14, ruler[words], words)))
        x += width + KEY_GAP
    return tuple(keys), y + KEY_HEIGHT if keys else y
