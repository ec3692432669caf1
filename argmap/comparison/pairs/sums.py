"""Sums over all pairs of rows that meet in the same column, by sparse products: the work is in the meetings, not in rows².

This is why the package needs numpy: of 200,000 statements by 2,000 actors on 3,000 claims, 6.5 million pairs meet. That takes
half a second with arrays, and two with dictionaries, for each of half a dozen measures.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np

from argmap.comparison.arrays import Flags, Integers, Numbers, starts, sums_by

Measure: TypeAlias = Callable[[Integers, Integers], Mapping[str, Numbers]]
"""From the entries that meet, left and right, to what each meeting adds to the sums of its pair, by name."""

MEETINGS: Final = "meetings"
"""The sum that every pair has: how often it meets."""

_AT_ONCE: Final = 1 << 19
"""So many meetings are worked out at a time: enough for speed, and 4 MB an array."""

_TABLE: Final = 1 << 20
"""So many pairs are summed in one table, of which most are empty."""


@dataclass(frozen=True)
class PairSums:
    """Sums by pair of rows; pairs that never meet are left out."""

    first: Integers
    """The lower row of each pair, in order."""
    second: Integers
    sums: Mapping[str, Numbers]
    """By name, one number a pair."""

    @cached_property
    def places(self) -> Mapping[tuple[int, int], int]:
        """Where a pair stands."""
        return {pair: place for place, pair in enumerate(zip(self.first.tolist(), self.second.tolist(), strict=True))}

    def place(self, first: int, second: int) -> int | None:
        """Return where one pair stands; None where it does not meet. Pairs are in order, so that no table of them is needed."""
        begin, end = np.searchsorted(self.first, (first, first + 1))
        place = int(begin) + int(np.searchsorted(self.second[begin:end], second))
        return place if place < end and self.second[place] == second else None

    def __len__(self) -> int:
        return len(self.first)

    def where(self, kept: Flags) -> "PairSums":
        """Return some of the pairs."""
        return PairSums(self.first[kept], self.second[kept], {name: values[kept] for name, values in self.sums.items()})


def pair_sums(column: Integers, row: Integers, size: int, measure: Measure) -> PairSums:
    """Return the sums of a measure over all meetings: two entries in one column and different rows.

    The rows are gone through in blocks, so that the sums of a block's pairs fit a table and nothing has to be sorted or merged.

    Args:
        column: of each entry.
        row: of each entry, 0 to before `size`.
        size: the number of rows.
        measure: gets places of entries; the left one is always of the lower row.
    """
    nothing = np.zeros(0, np.int64)
    # An empty block comes first, so that every sum is there by its name even where nothing meets.
    keys = [nothing]
    sums = {name: [value] for name, value in {MEETINGS: np.zeros(0), **measure(nothing, nothing)}.items()}
    for first_row, last_row, left, right in _meetings(column, row, size):
        key = (row[left] - first_row) * size + row[right]
        table = (last_row - first_row) * size
        meetings = np.bincount(key, minlength=table)
        met = np.flatnonzero(meetings)
        keys.append(met + first_row * size)
        sums[MEETINGS].append(meetings[met].astype(np.float64))
        for name, value in measure(left, right).items():
            sums[name].append(sums_by(key, value, table)[met])
    key = np.concatenate(keys)
    # Each sum gives up its parts as it is made whole, or millions of pairs would be there twice.
    whole = {name: np.concatenate(sums.pop(name)) for name in tuple(sums)}
    return PairSums(key // max(size, 1), key % max(size, 1), whole)


def _meetings(column: Integers, row: Integers, size: int) -> Iterator[tuple[int, int, Integers, Integers]]:
    """Yield blocks of rows, first and behind the last, with the entries of every meeting whose lower row is in the block."""
    order = np.lexsort((row, column))
    sorted_column, sorted_row = column[order], row[order]
    followers = np.searchsorted(sorted_column, sorted_column, side="right") - np.arange(len(order)) - 1
    by_row = np.argsort(sorted_row, kind="stable")
    begins = np.searchsorted(sorted_row[by_row], np.arange(size + 1))
    behind = np.concatenate((np.zeros(1, np.int64), np.cumsum(followers[by_row])))[begins]
    first = 0
    while first < size:
        most = min(size, first + max(1, _TABLE // size))
        last = max(first + 1, min(most, int(np.searchsorted(behind, behind[first] + _AT_ONCE, side="right")) - 1))
        lower = by_row[begins[first] : begins[last]]
        counts = followers[lower]
        left = np.repeat(lower, counts)
        right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(counts) - counts, counts)
        apart = sorted_row[left] != sorted_row[right]
        yield first, last, order[left[apart]], order[right[apart]]
        first = last


def joined(size: int, parts: Mapping[str, PairSums]) -> PairSums:
    """Return the pairs of several sums over the same rows together, each sum under its name behind that of its part.

    >>> one = pair_sums(np.array([0, 0]), np.array([0, 1]), 3, lambda left, right: {})
    >>> other = pair_sums(np.array([0, 0]), np.array([1, 2]), 3, lambda left, right: {})
    >>> {name: sums.tolist() for name, sums in joined(3, {"one": one, "other": other}).sums.items()}
    {'one.meetings': [1.0, 0.0], 'other.meetings': [0.0, 1.0]}
    """
    keys = {name: pairs.first * size + pairs.second for name, pairs in parts.items()}
    # The keys of each part are in order already, so that sorting is no more than merging.
    in_order = np.sort(np.concatenate(list(keys.values())), kind="stable")
    met = in_order[starts(in_order)]
    sums: dict[str, Numbers] = {}
    for part, pairs in parts.items():
        everywhere = len(pairs) == len(met)
        place = None if everywhere else np.searchsorted(met, keys[part])
        for name, values in pairs.sums.items():
            whole = values if place is None else np.zeros(len(met))
            if place is not None:
                whole[place] = values
            sums[f"{part}.{name}"] = whole
    return PairSums(met // max(size, 1), met % max(size, 1), sums)
