"""The measures of Discourse Network Analyzer: sparse sums against their definitions, and numbers worked out by hand."""

from collections.abc import Mapping
from itertools import product
from math import sqrt
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap.comparison.pairs.sums as pairs_module
from argmap.comparison.pairs.congruence import (
    Entries,
    Key,
    Normalisation,
    Scale,
    congruence_and_conflict,
    entries_of,
    normaliser,
    shared_columns,
    transposed,
)
from argmap.comparison.pairs.sums import joined, pair_sums

ROWS: Final = 5
COLUMNS: Final = 4
WIDE: Final = Scale(-2, 2)
ONE_MODE: Final = [Normalisation.NO, Normalisation.AVERAGE, Normalisation.JACCARD, Normalisation.DNA_COSINE, Normalisation.COSINE]


def counts(levels: tuple[float, ...], conditions: int = 2) -> st.SearchStrategy[Mapping[Key, float]]:
    keys = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), st.sampled_from(levels), st.integers(0, conditions))
    return st.dictionaries(keys, st.integers(1, 4).map(float), max_size=25)


def taken(found: Mapping[Key, float], row: int, column: int) -> list[tuple[float, int, float]]:
    """Level, condition and number of everything a row says on a column."""
    return [(level, condition, number) for (i, j, level, condition), number in found.items() if (i, j) == (row, column)]


def defined(found: Mapping[Key, float], one: int, other: int, scale: Scale) -> dict[str, float]:
    """The sums of two rows by their definition."""
    sums = {"congruence": 0.0, "conflict": 0.0, "ignore": 0.0}
    for column in range(COLUMNS):
        for (k, c, x), (m, d, y) in product(taken(found, one, column), taken(found, other, column)):
            sums["ignore"] += x * y
            if k == m or c == d or not c or not d:
                sums["congruence"] += x * y * (1 - abs(k - m) / scale.range)
                sums["conflict"] += x * y * abs(k - m) / scale.range
    return sums


def meets(found: Mapping[Key, float], one: int, other: int) -> int:
    return sum(bool(taken(found, one, column) and taken(found, other, column)) for column in range(COLUMNS))


@given(counts((-1, 0, 1)))
def test_congruence_and_conflict_are_what_the_definition_says(found: Mapping[Key, float]) -> None:
    entries = entries_of(found, ROWS, COLUMNS)
    sums, shared = congruence_and_conflict(entries), shared_columns(entries)
    for one in range(ROWS):
        for other in range(one + 1, ROWS):
            place = sums.places.get((one, other))
            assert (place is not None) == (meets(found, one, other) > 0)
            if place is not None:
                expected = defined(found, one, other, entries.scale)
                assert {name: sums.sums[name][place] for name in expected} == pytest.approx(expected)
                assert shared.sums["meetings"][shared.places[one, other]] == meets(found, one, other)


@given(counts((-2, -1, 0.5, 2), conditions=0))
def test_the_scale_is_a_parameter(found: Mapping[Key, float]) -> None:
    sums = congruence_and_conflict(entries_of(found, ROWS, COLUMNS, WIDE))
    for (one, other), place in sums.places.items():
        expected = defined(found, one, other, WIDE)
        assert {name: sums.sums[name][place] for name in expected} == pytest.approx(expected)


@given(counts((-1, 1), conditions=0))
def test_with_two_levels_congruence_is_the_product_on_equal_levels(found: Mapping[Key, float]) -> None:
    sums = congruence_and_conflict(entries_of(found, ROWS, COLUMNS))
    for (one, other), place in sums.places.items():
        expected = sum(
            found.get((one, column, level, 0), 0) * found.get((other, column, level, 0), 0)
            for column in range(COLUMNS)
            for level in (-1, 1)
        )
        assert sums.sums["congruence"][place] == expected


def test_the_worked_cell() -> None:
    found: dict[Key, float] = {(0, 0, -4, 0): 2, (1, 0, 2, 0): 3}
    sums = congruence_and_conflict(entries_of(found, 2, 1, Scale(-5, 5))).sums
    assert sums["congruence"] == pytest.approx([2.4])
    assert sums["conflict"] == pytest.approx([3.6])


def test_the_range_is_that_of_the_declared_scale_not_of_what_was_seen() -> None:
    found: dict[Key, float] = {(0, 0, 0, 0): 1, (1, 0, 1, 0): 1}
    assert congruence_and_conflict(entries_of(found, 2, 1)).sums["congruence"] == pytest.approx([0.5])


def test_a_level_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the scale"):
        entries_of({(0, 0, 2, 0): 1}, 1, 1)


def test_stances_that_differ_under_different_conditions_do_not_conflict() -> None:
    apart = congruence_and_conflict(entries_of({(0, 0, 1, 1): 1, (1, 0, -1, 2): 1}, 2, 1)).sums
    alike = congruence_and_conflict(entries_of({(0, 0, 1, 1): 1, (1, 0, -1, 1): 1}, 2, 1)).sums
    always = congruence_and_conflict(entries_of({(0, 0, 1, 0): 1, (1, 0, -1, 2): 1}, 2, 1)).sums
    same = congruence_and_conflict(entries_of({(0, 0, 1, 1): 1, (1, 0, 1, 2): 1}, 2, 1)).sums
    assert [float(sums["conflict"][0]) for sums in (apart, alike, always, same)] == [0, 1, 1, 0]
    assert [float(sums["congruence"][0]) for sums in (apart, alike, always, same)] == [0, 0, 0, 1]


def expected_normaliser(found: Mapping[Key, float], one: int, other: int, name: Normalisation) -> float:
    """By what a weight is divided, by the definition."""
    levels = sorted({key[2] for key in found})

    def number(row: int, column: int, level: float) -> float:
        return sum(x for k, _, x in taken(found, row, column) if k == level)

    def activity(row: int) -> float:
        return sum(x for key, x in found.items() if key[0] == row)

    def with_itself(row: int) -> float:
        return sum(
            number(row, column, k) * number(row, column, m) * (1 - abs(k - m) / 2)
            for column in range(COLUMNS)
            for k in levels
            for m in levels
        )

    cells = [(number(one, column, level), number(other, column, level)) for column in range(COLUMNS) for level in levels]
    return {
        Normalisation.NO: 1.0,
        Normalisation.AVERAGE: (activity(one) + activity(other)) / 2,
        Normalisation.DNA_COSINE: activity(one) * activity(other),
        Normalisation.JACCARD: sum(x for x, y in cells if not y) + sum(y for x, y in cells if not x) + sum(x * y for x, y in cells),
        Normalisation.COSINE: sqrt(with_itself(one)) * sqrt(with_itself(other)),
    }[name]


@pytest.mark.parametrize("name", ONE_MODE)
@given(found=counts((-1, 0, 1)))
def test_normalisations_are_what_the_definition_says(name: Normalisation, found: Mapping[Key, float]) -> None:
    entries = entries_of(found, ROWS, COLUMNS)
    sums = congruence_and_conflict(entries)
    divisors = normaliser(entries, name, sums)
    for (one, other), place in sums.places.items():
        assert divisors[place] == pytest.approx(expected_normaliser(found, one, other, name))


@given(counts((-1, 0, 1), conditions=0))
def test_the_true_cosine_lies_between_zero_and_one(found: Mapping[Key, float]) -> None:
    entries = entries_of(found, ROWS, COLUMNS)
    sums = congruence_and_conflict(entries)
    cosine = sums.sums["congruence"] / normaliser(entries, Normalisation.COSINE, sums)
    assert ((cosine >= 0) & (cosine <= 1 + 1e-9)).all()


@given(counts((-1, 1), conditions=0))
def test_with_two_levels_the_true_cosine_is_that_of_the_vectors_of_counts(found: Mapping[Key, float]) -> None:
    entries = entries_of(found, ROWS, COLUMNS)
    sums = congruence_and_conflict(entries)
    cosine = sums.sums["congruence"] / normaliser(entries, Normalisation.COSINE, sums)
    vectors = np.zeros((ROWS, COLUMNS, 2))
    for (row, column, level, _), number in found.items():
        vectors[row, column, int(level > 0)] += number
    for (one, other), place in sums.places.items():
        first, second = vectors[one].ravel(), vectors[other].ravel()
        assert cosine[place] == pytest.approx(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


@pytest.mark.parametrize("name", [Normalisation.ACTIVITY, Normalisation.PROMINENCE])
def test_normalisations_of_two_modes_are_refused_for_one(name: Normalisation) -> None:
    entries = entries_of({(0, 0, 1, 0): 1, (1, 0, 1, 0): 1}, 2, 1)
    with pytest.raises(ValueError, match="networks of actors and claims"):
        normaliser(entries, name, congruence_and_conflict(entries))


@given(counts((-1, 0, 1)))
def test_exchanging_rows_and_columns_twice_changes_nothing(found: Mapping[Key, float]) -> None:
    entries = entries_of(found, ROWS, COLUMNS)
    assert as_counts(transposed(transposed(entries))) == found
    assert as_counts(transposed(entries)) == {(j, i, k, c): x for (i, j, k, c), x in found.items()}


def as_counts(entries: Entries) -> dict[Key, float]:
    keys = zip(entries.row.tolist(), entries.column.tolist(), entries.level.tolist(), entries.condition.tolist(), strict=True)
    return dict(zip(keys, entries.number.tolist(), strict=True))


@given(counts((-1, 0, 1)))
def test_sums_do_not_depend_on_how_the_work_is_cut_up(found: Mapping[Key, float]) -> None:
    whole = congruence_and_conflict(entries_of(found, ROWS, COLUMNS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs_module, "_AT_ONCE", 2)
        patch.setattr(pairs_module, "_TABLE", 2 * ROWS)
        pieces = congruence_and_conflict(entries_of(found, ROWS, COLUMNS))
    assert dict(pieces.places) == dict(whole.places)
    assert all((pieces.sums[name] == whole.sums[name]).all() for name in whole.sums)


def test_nothing_gives_no_pairs_but_every_sum_by_its_name() -> None:
    nothing = entries_of({}, 0, 0)
    found = joined(0, {"said": congruence_and_conflict(nothing), "columns": shared_columns(nothing)})
    assert len(found) == 0
    assert set(found.sums) == {"said.meetings", "said.congruence", "said.conflict", "said.ignore", "columns.meetings"}
    assert all(len(normaliser(nothing, name, found)) == 0 for name in ONE_MODE)


def test_a_row_does_not_meet_itself() -> None:
    column = row = np.zeros(3, np.int64)
    assert len(pair_sums(column, row, 1, lambda _left, _right: {})) == 0
