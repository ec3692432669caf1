"""Positions → x_ijk: how often each row takes each level on each claim, as the measures of networks want it."""

import numpy as np

from argmap.comparison.arrays import Integers, Numbers
from argmap.comparison.pairs.congruence import Entries
from argmap.comparison.pairs.oppositions import Support
from argmap.comparison.positions.said import LEVELS, Positions
from argmap.comparison.record.events import STANCES
from argmap.words import Stance


def levels_of(stance: Integers) -> Numbers:
    """Return stances, given by their places, as numbers."""
    return np.array([LEVELS[one] for one in STANCES], np.float64)[stance]


def coded(positions: Positions) -> Entries:
    """Return how often each row takes each level on each claim of the graph."""
    events, places = positions.events, positions.order[positions.counted]
    return Entries(
        rows=len(events.parties),
        columns=len(events.claims),
        row=events.party[places],
        column=events.claim[places],
        level=levels_of(events.stance[places]),
        condition=events.condition[places],
        number=np.ones(len(places)),
    )


def support_of(entries: Entries) -> Support:
    """Return who is for what, of all stances."""
    everything = Support(entries.row, entries.column, entries.condition, entries.number)
    return everything.where(entries.level == LEVELS[Stance.FOR])
