"""The legend: what occurs on the map, each with a sample and its words."""

import math
from collections.abc import Sequence
from typing import Final

from argmap.catalogue import Catalogue
from argmap.drawing import Card, Edge, EdgeKind, Key, Line, Sample
from argmap.layout.captions import MARGIN
from argmap.layout.cards import HEDGES
from argmap.layout.metrics import Ruler
from argmap.words import Stance

KEY_SIZE: Final = 11
KEY_HEIGHT: Final = 24
KEY_GAP: Final = 20
SAMPLE_ROOM: Final = 43
"""A sample of 36 points and the space after it."""
MARK_ROOM: Final = 20
"""The same for the mark of a stance, or the sign of one who is not sure."""

_MARKS: Final = frozenset(map(Sample, (*Stance, *HEDGES)))
"""Samples that need little room."""


def samples(cards: Sequence[Card], edges: Sequence[Edge]) -> tuple[Sample, ...]:
    """Return what occurs on a map, in the order of the legend."""
    chips = [chip for card in cards for chip in card.chips]
    inferences = [edge for edge in edges if edge.kind not in {EdgeKind.ANSWER, EdgeKind.CONTRARY}]
    kinds: set[str] = {*(card.kind for card in cards), *(edge.kind for edge in edges)}
    manners: set[str] = {*(chip.stance for chip in chips), *(chip.hedge for chip in chips if chip.hedge in HEDGES)}
    others = {
        Sample.IMPLICIT: any(card.implicit for card in cards),
        Sample.LINKED: any(edge.junction is not None and edge.junction.linked for edge in edges),
        Sample.ASSERTED: any(edge.asserted for edge in inferences),
        Sample.ANNOTATOR: not all(edge.asserted for edge in inferences),
        Sample.REJECTED: any(edge.rejected for edge in edges),
        Sample.CONDITIONAL: any(chip.conditional for chip in chips),
        Sample.INFERRED: any(chip.inferred for chip in chips),
        Sample.TORN: any(chip.torn for chip in chips),
    }
    return tuple(sample for sample in Sample if others.get(sample, sample in kinds or sample in manners))


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
