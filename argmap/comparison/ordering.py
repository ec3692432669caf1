"""An order of rows and claims in which blocks show: those who say the same stand together, and so do the claims they say it of."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from argmap.comparison.arrays import NOTHING, Integers, Numbers, sums_by
from argmap.comparison.pairs.coding import levels_of
from argmap.comparison.positions.derived import DerivedStances
from argmap.comparison.positions.said import Positions

_ROUNDS: Final = 60
_DIGITS: Final = 9
"""Scores that differ by less are equal, so that the order is the same on every machine."""


def in_blocks(positions: Positions, derived: DerivedStances) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return rows and claims along the first axis of a correspondence analysis (Hill 1974, reciprocal averaging).

    A row stands at the mean of the stances it takes, a stance (a claim for, a claim against) at the mean of the rows that take
    it. Derived stances count like others. Claims stand where those are who are for them.
    """
    parties, claims = tuple(positions.events.parties), positions.claims
    taken = positions.stance != NOTHING
    sided = np.flatnonzero(taken)[levels_of(positions.stance[taken]) != 0]
    spoken = np.bincount(positions.claim, minlength=len(positions.events.claims)) > 0
    followed = spoken[derived.claim]
    row = np.concatenate((positions.party[sided], derived.party[followed]))
    if not len(row):
        return parties, claims
    place = np.cumsum(spoken) - 1
    column = place[np.concatenate((positions.claim[sided], derived.claim[followed]))]
    in_favour = np.concatenate((levels_of(positions.stance[sided]) > 0, np.zeros(int(followed.sum()), np.bool_)))
    score = _axis(row, 2 * column + ~in_favour, len(parties), 2 * len(claims))
    for_claim = _mean(column[in_favour], score[row[in_favour]], len(claims))
    against = _mean(column[~in_favour], score[row[~in_favour]], len(claims))
    has_favour = np.bincount(column[in_favour], minlength=len(claims)) > 0
    return _sorted(parties, score), _sorted(claims, np.where(has_favour, for_claim, -against))


def _axis(row: Integers, stance: Integers, rows: int, stances: int) -> Numbers:
    weight = np.bincount(row, minlength=rows).astype(np.float64)
    score: Numbers = np.linspace(-1.0, 1.0, rows)
    for _ in range(_ROUNDS):
        # The mean is the trivial axis, on which all rows are alike; without it the next one comes out.
        score = score - float((score * weight).sum() / weight.sum())
        length = float(np.sqrt((score**2 * weight).sum()))
        if length < 10.0**-_DIGITS:
            return np.zeros(rows)
        score = _mean(row, _mean(stance, (score / length)[row], stances)[stance], rows)
    first = int(np.flatnonzero(weight)[0])
    return score if score[first] <= 0 else -score


def _mean(place: Integers, values: Numbers, size: int) -> Numbers:
    return sums_by(place, values, size) / np.maximum(np.bincount(place, minlength=size), 1)


def _sorted(names: Sequence[str], score: Numbers) -> tuple[str, ...]:
    # Rounded before they are compared; equal ones stay in canonical order.
    rounded = np.round(score, _DIGITS).tolist()
    return tuple(names[place] for place in sorted(range(len(names)), key=lambda place: rounded[place]))
