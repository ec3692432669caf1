"""Arrays of numbers: what is counted over 200,000 statements is counted here, a column at a time, and not object by object."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Integers: TypeAlias = NDArray[np.int64]
Numbers: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

NOTHING: Final = -1
"""In a column of places: there is none."""


def integers(values: Sequence[int]) -> Integers:
    """Return whole numbers as an array."""
    return np.array(values, np.int64)


def sums_by(place: Integers, values: Numbers, size: int) -> Numbers:
    """Return the sum of the values of each place, 0 to before `size`."""
    return np.bincount(place, values, minlength=size).astype(np.float64, copy=False)


def starts(in_order: Integers | Numbers) -> Flags:
    """Return where another value begins in an array that is in order.

    >>> starts(integers([2, 2, 5, 7, 7])).tolist()
    [True, False, True, True, False]
    """
    found: Flags = np.concatenate((np.ones(min(len(in_order), 1), np.bool_), in_order[1:] != in_order[:-1]))
    return found


def distinct(values: Integers) -> Integers:
    """Return the values in order, each once; sorting is several times faster here than what `numpy.unique` does."""
    in_order = np.sort(values)
    return in_order[starts(in_order)]


def begins(in_order: Integers, size: int) -> Integers:
    """Return where each of the values 0 to before `size` begins in an array that is in order, and where the last one ends."""
    return np.searchsorted(in_order, np.arange(size + 1))


def spread(counts: Integers) -> tuple[Integers, Integers]:
    """Return for so many things of each owner whose each is, and which of his it is, from 0.

    >>> owner, step = spread(integers([2, 0, 1]))
    >>> owner.tolist(), step.tolist()
    ([0, 0, 2], [0, 1, 0])
    """
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def found_in(keys: Integers, wanted: Integers) -> Flags:
    """Return which of the wanted are among some keys, which are in order."""
    if not len(keys):
        return np.zeros(len(wanted), np.bool_)
    found: Flags = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
    return found
