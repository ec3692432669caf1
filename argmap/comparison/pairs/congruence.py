"""Congruence and conflict of rows over what they say about the same columns (Leifeld 2017, and Discourse Network Analyzer 3).

x_ijk is how often row i takes level k on column j. For two rows i and i':

    congruence = Σ_j Σ_k Σ_k' x_ijk x_i'jk' (1 − |k − k'| / R)
    conflict   = Σ_j Σ_k Σ_k' x_ijk x_i'jk' |k − k'| / R
    subtract   = congruence − conflict
    ignore     = Σ_j (Σ_k x_ijk) (Σ_k x_i'jk) = congruence + conflict

R is the range of the declared scale, not of the observed levels. With two levels congruence is Σ_j Σ_k x_ijk x_i'jk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from argmap.comparison.arrays import Flags, Integers, Numbers, sums_by
from argmap.comparison.pairs.sums import PairSums, pair_sums

Key: TypeAlias = tuple[int, int, float, int]
"""Row, column, level, and the condition under which it was said; 0 for none."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What levels a stance can have."""

    lowest: float
    highest: float

    @property
    def range(self) -> float:
        """How far apart two stances can be."""
        return self.highest - self.lowest


STANCES: Final = Scale(-1, 1)
"""Against is -1, mixed and neutral are 0, for is 1."""


class Normalisation(StrEnum):
    """By what the weights of a network are divided, so that those who speak much do not outweigh the others."""

    NO = "no"
    AVERAGE = "average"
    """The average activity, (n_i + n_i') / 2, where n counts the statements of a row."""
    JACCARD = "jaccard"
    """Discourse Network Analyzer's: m10 + m01 + m11, over columns and levels; m10 counts the statements of the one row where the
    other has none, m01 the reverse, m11 is the sum of products where both have some."""
    DNA_COSINE = "dna-cosine"
    """What Discourse Network Analyzer calls cosine: n_i · n_i'."""
    COSINE = "cosine"
    """The cosine proper: √(congruence of i with itself) · √(that of i'); with two levels the lengths of the vectors of counts."""
    ACTIVITY = "activity"
    """Networks of rows and columns: the statements of the row."""
    PROMINENCE = "prominence"
    """Networks of rows and columns: the statements about the column."""


@dataclass(frozen=True)
class Entries:
    """x_ijk, sparse: what is not there is 0, and what is there several times adds up."""

    rows: int
    """How many rows there are."""
    columns: int
    row: Integers
    column: Integers
    level: Numbers
    condition: Integers
    number: Numbers
    """How often."""
    scale: Scale = STANCES


def entries_of(counts: Mapping[Key, float], rows: int, columns: int, scale: Scale = STANCES) -> Entries:
    """Return counts by row, column, level and condition as arrays.

    Raises:
        ValueError: a level is outside the scale.
    """
    keys: Sequence[Key] = sorted(counts)
    level = np.array([key[2] for key in keys], np.float64)
    if len(level) and (level.min() < scale.lowest or level.max() > scale.highest):
        raise ValueError(f"a level is outside the scale {scale.lowest} to {scale.highest}")
    return Entries(
        rows=rows,
        columns=columns,
        row=np.array([key[0] for key in keys], np.int64),
        column=np.array([key[1] for key in keys], np.int64),
        level=level,
        condition=np.array([key[3] for key in keys], np.int64),
        number=np.array([counts[key] for key in keys], np.float64),
        scale=scale,
    )


def transposed(entries: Entries) -> Entries:
    """Return the same with rows and columns exchanged."""
    return Entries(
        rows=entries.columns,
        columns=entries.rows,
        row=entries.column,
        column=entries.row,
        level=entries.level,
        condition=entries.condition,
        number=entries.number,
        scale=entries.scale,
    )


def congruence_and_conflict(entries: Entries) -> PairSums:
    """Return `congruence`, `conflict` and `ignore` of every two rows that speak about the same column.

    Stances that differ under different conditions do not conflict: neither of the first two sums counts them.

    The worked cell: i says −4 twice, i' says +2 three times, on a scale from −5 to 5.

    >>> worked = entries_of({(0, 0, -4, 0): 2, (1, 0, 2, 0): 3}, rows=2, columns=1, scale=Scale(-5, 5))
    >>> {name: float(sums[0]) for name, sums in congruence_and_conflict(worked).sums.items()}
    {'meetings': 1.0, 'congruence': 2.4, 'conflict': 3.6, 'ignore': 6.0}
    """
    scale_range = entries.scale.range

    def measure(left: Integers, right: Integers) -> Mapping[str, Numbers]:
        apart = np.abs(entries.level[left] - entries.level[right])
        weight = entries.number[left] * entries.number[right]
        ignore = weight.copy()
        weight[conditions_part(entries.condition[left], entries.condition[right]) & (apart > 0)] = 0
        # Divided last, so that whole numbers stay exact as long as they can.
        congruence, conflict = weight * (scale_range - apart) / scale_range, weight * apart / scale_range
        return {"congruence": congruence, "conflict": conflict, "ignore": ignore}

    return pair_sums(entries.column, entries.row, entries.rows, measure)


def conditions_part(left: Integers, right: Integers) -> Flags:
    """Return where two stances hold under different conditions; what holds without one (0) can always be compared."""
    part: Flags = (left != right) & (left != 0) & (right != 0)
    return part


def shared_columns(entries: Entries) -> PairSums:
    """Return of every two rows, as `meetings`, on how many columns both take a level."""
    cells = np.unique(entries.row * entries.columns + entries.column)
    row, column = np.divmod(cells, max(entries.columns, 1))
    return pair_sums(column, row, entries.rows, lambda _left, _right: {})


def normaliser(entries: Entries, normalisation: Normalisation, pairs: PairSums) -> Numbers:
    """Return for each pair of rows what its weight is to be divided by; never 0.

    Raises:
        ValueError: the normalisation is one for networks of rows and columns.
    """
    activity = sums_by(entries.row, entries.number, entries.rows)
    one, other = pairs.first, pairs.second
    match normalisation:
        case Normalisation.NO:
            return np.ones(len(pairs))
        case Normalisation.AVERAGE:
            return (activity[one] + activity[other]) / 2
        case Normalisation.DNA_COSINE:
            return activity[one] * activity[other]
        case Normalisation.JACCARD:
            return _jaccard(entries, activity, pairs)
        case Normalisation.COSINE:
            length = np.sqrt(_self_congruence(entries))
            return length[one] * length[other]
        case Normalisation.ACTIVITY | Normalisation.PROMINENCE:
            raise ValueError(f"{normalisation} is for networks of actors and claims")


def _jaccard(entries: Entries, activity: Numbers, pairs: PairSums) -> Numbers:
    """m10 = n_i less what i says where i' says the same; m01 likewise; m11 = Σ x_ijk x_i'jk."""
    entries = _without_conditions(entries)
    levels, level = np.unique(entries.level, return_inverse=True)

    def measure(left: Integers, right: Integers) -> Mapping[str, Numbers]:
        one, other = entries.number[left], entries.number[right]
        return {"one": one, "other": other, "both": one * other}

    same = pair_sums(entries.column * len(levels) + level, entries.row, entries.rows, measure)
    only_one, only_other, both = activity[pairs.first], activity[pairs.second], np.zeros(len(pairs))
    if len(same):
        # Rows that say the same thing also meet, so that every pair of `same` is one of `pairs`.
        place = np.searchsorted(pairs.first * entries.rows + pairs.second, same.first * entries.rows + same.second)
        only_one[place] -= same.sums["one"]
        only_other[place] -= same.sums["other"]
        both[place] = same.sums["both"]
    return only_one + only_other + both


def _self_congruence(entries: Entries) -> Numbers:
    """Σ_j Σ_k Σ_k' x_ijk x_ijk' (1 − |k − k'| / R) for each row."""
    entries = _without_conditions(entries)
    total = sums_by(entries.row, entries.number**2, entries.rows)
    cell = entries.row * entries.columns + entries.column
    step = 1
    # Entries of one cell stand next to each other, one a level: few.
    while (same := np.flatnonzero(cell[step:] == cell[:-step])).size:
        distance = np.abs(entries.level[same + step] - entries.level[same]) / entries.scale.range
        weight = 2 * entries.number[same] * entries.number[same + step] * (1 - distance)
        total = total + sums_by(entries.row[same], weight, entries.rows)
        step += 1
    return total


def _without_conditions(entries: Entries) -> Entries:
    """The same counts, by row, column and level only; sorted by row, then by column."""
    levels, level = np.unique(entries.level, return_inverse=True)
    key = (entries.row * entries.columns + entries.column) * len(levels) + level
    kept, place = np.unique(key, return_inverse=True)
    cell = kept // max(len(levels), 1)
    return Entries(
        rows=entries.rows,
        columns=entries.columns,
        row=cell // max(entries.columns, 1),
        column=cell % max(entries.columns, 1),
        level=levels[kept % max(len(levels), 1)],
        condition=np.zeros(len(kept), np.int64),
        number=sums_by(place, entries.number, len(kept)),
        scale=entries.scale,
    )
