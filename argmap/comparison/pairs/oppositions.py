"""Oppositions between rows that need not share a claim: one is for a claim, the other for one that competes with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from argmap.comparison.arrays import Flags, Integers, Numbers, sums_by
from argmap.comparison.pairs.congruence import conditions_part
from argmap.comparison.pairs.sums import PairSums, pair_sums
from argmap.rivalry import Rivalry


@dataclass(frozen=True, slots=True)
class Support:
    """Who is for which claim, how often and under which condition (0 for none), as arrays of equal length."""

    row: Integers
    claim: Integers
    """Places in some order of claims."""
    condition: Integers
    number: Numbers

    def where(self, chosen: Flags) -> "Support":
        """Return a part of it."""
        return Support(self.row[chosen], self.claim[chosen], self.condition[chosen], self.number[chosen])


def derived_conflict(support: Support, places: Mapping[str, int], rivalry: Rivalry, rows: int) -> PairSums:
    """Return `derived` of every two rows: Σ over competing claims x, y of (how often the one is for x) · (the other for y).

    For a group of claims of which every two compete that is the product of the two totals less the products on equal claims, so
    that the work does not grow with the square of the group. Claims held under different conditions do not conflict.

    Args:
        support: who is for what.
        places: of claims, as `support` counts them.
        rivalry: which claims compete.
        rows: how many rows there are.
    """
    groups = [[places[claim] for claim in group.claims if claim in places] for group in rivalry.groups]
    members = np.array([claim for group in groups for claim in group], np.int64)
    group_of_member = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    order = np.argsort(support.claim, kind="stable")
    begins = np.searchsorted(support.claim[order], members, side="left")
    counts = np.searchsorted(support.claim[order], members, side="right") - begins
    member = np.repeat(np.arange(len(members)), counts)
    step = np.arange(len(member)) - np.repeat(np.cumsum(counts) - counts, counts)
    entry = order[begins[member] + step]
    row, condition, number = support.row[entry], support.condition[entry], support.number[entry]
    group = group_of_member[member]
    conditions = int(condition.max(initial=0)) + 1
    key, place = np.unique((group * rows + row) * conditions + condition, return_inverse=True)
    total = sums_by(place, number, len(key))
    column = np.concatenate((key // (rows * conditions), len(groups) + member))
    all_rows = np.concatenate((key // conditions % rows, row))
    all_conditions = np.concatenate((key % conditions, condition))
    numbers = np.concatenate((total, number))
    sign = np.where(column < len(groups), 1.0, -1.0)

    def measure(left: Integers, right: Integers) -> Mapping[str, Numbers]:
        together = ~conditions_part(all_conditions[left], all_conditions[right])
        return {"derived": numbers[left] * numbers[right] * sign[left] * together}

    return pair_sums(column, all_rows, rows, measure)
