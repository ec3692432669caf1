"""What is made on access is what a list or a dict of it would be."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.comparing import Comparison, compare
from argmap.graph import Graph
from tests.comparison.debates import debates
from tests.corpora import car_free


def sequences(comparison: Comparison) -> list[Sequence[object]]:
    agreements = comparison.agreements
    return [comparison.events, comparison.question_positions, agreements, agreements.ranked, agreements.opposed]


PLACES = st.none() | st.integers(-9, 9)


@given(debates(), st.builds(slice, PLACES, PLACES, PLACES.filter(lambda step: step != 0)))
def test_places_count_from_both_ends_and_parts_are_parts(graph: Graph, part: slice) -> None:
    for made in sequences(compare(graph)):
        listed = list(made)
        assert list(made[part]) == listed[part]
        assert [made[place] for place in range(-len(listed), len(listed))] == listed * 2
        assert list(made[part][::-1]) == listed[part][::-1]


def test_behind_the_end_there_is_nothing() -> None:
    for made in sequences(compare(car_free().graph)):
        assert len(made) > 0
        for place in (len(made), -len(made) - 1):
            with pytest.raises(IndexError):
                made[place]


def test_cells_are_found_by_their_ids_and_only_those() -> None:
    comparison = compare(car_free().graph)
    parties, claims = comparison.events.parties, comparison.events.claims
    for cells in (comparison.positions, comparison.derived):
        found = {(party, claim) for party in parties for claim in claims if (party, claim) in cells}
        assert found == set(cells) == {(one.party, one.claim) for one in cells.values()}
        assert len(cells) == len(found) > 0
        assert ("nobody", claims[0]) not in cells
        assert (parties[0], "nothing") not in cells
