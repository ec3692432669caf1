"""Positions → x_ijk: how often each row takes each level on each claim, as the measures of networks want it."""

from collections.abc import Mapping, Sequence

import numpy as np

from argmap.comparison.pairs.congruence import Entries
from argmap.comparison.pairs.oppositions import Support
from argmap.comparison.positions.said import LEVELS, Cell, Condition, Position, condition_of, counted
from argmap.comparison.request import Duplicates
from argmap.words import Stance


def coded(parties: Sequence[str], claims: Sequence[str], positions: Mapping[Cell, Position], duplicates: Duplicates) -> Entries:
    """Return how often each row (in the order of the parties) takes each level on each column (in that of the claims)."""
    rows = {party: place for place, party in enumerate(parties)}
    columns = {claim: place for place, claim in enumerate(claims)}
    conditions: dict[Condition, int] = {}
    found: list[tuple[int, int, int, int]] = []
    for (party, claim), position in positions.items():
        row, column = rows[party], columns[claim]
        for event in counted(position.events, duplicates):
            condition = condition_of(event.statement)
            number = 0 if condition is None else conditions.setdefault(condition, len(conditions) + 1)
            found.append((row, column, LEVELS[event.stance], number))
    row_of, column_of, level, condition_number = np.array(found, np.int64).reshape(-1, 4).T
    return Entries(
        rows=len(rows),
        columns=len(columns),
        row=row_of,
        column=column_of,
        level=level.astype(np.float64),
        condition=condition_number,
        number=np.ones(len(found)),
    )


def support_of(entries: Entries) -> Support:
    """Return who is for what, of all stances."""
    everything = Support(entries.row, entries.column, entries.condition, entries.number)
    return everything.where(entries.level == LEVELS[Stance.FOR])
