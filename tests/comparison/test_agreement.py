"""How far two agree, over what they share, and over what they oppose each other without sharing it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.pairs.agreement import Agreements, agreements_of
from argmap.comparison.positions.said import LEVELS
from argmap.graph import Graph
from argmap.rivalry import Rivalry, rivalry_of
from argmap.words import Stance
from tests.comparison.debates import debate, debates, positions, said
from tests.comparison.test_derived import competing


def agreements(graph: Graph, least: int = 2, *, derived: bool = True) -> Agreements:
    return agreements_of(positions(graph), rivalry_of(graph) if derived else Rivalry(()), least)


@given(debates(), st.integers(1, 3))
def test_agreement_is_what_the_definition_says(graph: Graph, least: int) -> None:
    found = {cell: position for cell, position in positions(graph).items() if position.stance is not None}
    pairs = agreements(graph, least)
    for one, other in combinations(pairs.parties, 2):
        distances, conditional = [], 0
        for claim in graph.claims:
            a, b = found.get((one, claim)), found.get((other, claim))
            if a is None or b is None or a.stance is None or b.stance is None:
                continue
            distance = abs(LEVELS[a.stance] - LEVELS[b.stance])
            if distance and a.conditional and b.conditional and a.conditions != b.conditions:
                conditional += 1
            else:
                distances.append(distance)
        pair = pairs.of(one, other)
        assert pair.shared == len(distances)
        assert pair.agreement == (pytest.approx(1 - sum(distances) / 2 / len(distances)) if distances else None)
        assert (pair.same, pair.opposite, pair.conditional) == (distances.count(0), distances.count(2), conditional)
        assert pair.enough == (len(distances) >= least)
        assert pairs.of(other, one) == pair


@given(debates(conditions=False))
def test_derived_oppositions_are_pairs_of_competing_claims(graph: Graph) -> None:
    found = positions(graph)
    pairs = agreements(graph)
    for one, other in combinations(pairs.parties, 2):
        held = [
            {
                claim
                for claim in graph.claims
                if (party, claim) in found and any(event.stance is Stance.FOR for event in found[party, claim].events)
            }
            for party in (one, other)
        ]
        expected = sum(competing(graph, x, y) for x in held[0] for y in held[1])
        assert pairs.of(one, other).derived == expected


@given(debates())
def test_every_pair_with_anything_in_common_is_there_and_no_other(graph: Graph) -> None:
    pairs = agreements(graph)
    listed = {(pair.first, pair.second) for pair in pairs}
    for one, other in combinations(pairs.parties, 2):
        pair = pairs.of(one, other)
        assert ((one, other) in listed) == bool(pair.shared or pair.conditional or pair.derived)


@given(debates())
def test_the_ranking_begins_with_those_who_agree_most(graph: Graph) -> None:
    pairs = agreements(graph)
    ranked = [(-(pair.agreement or 0), -pair.shared) for pair in pairs.ranked]
    assert ranked == sorted(ranked)
    assert {(pair.first, pair.second) for pair in pairs.ranked} == {(pair.first, pair.second) for pair in pairs if pair.enough}
    farthest = [(pair.agreement or 0, -pair.shared) for pair in pairs.farthest]
    assert farthest == sorted(farthest)
    assert {(pair.first, pair.second) for pair in pairs.farthest} == {(pair.first, pair.second) for pair in pairs.ranked}
    assert all(pair.derived and not pair.enough for pair in pairs.opposed)
    assert len(pairs.opposed) == sum(bool(pair.derived and not pair.enough) for pair in pairs)


def test_silence_is_no_disagreement() -> None:
    pair = agreements(debate(said("x", "+a"), said("y", "+b"))).of("book/x", "book/y")
    assert (pair.shared, pair.agreement, pair.enough) == (0, None, False)


def test_a_derived_stance_is_no_shared_claim() -> None:
    graph = debate(said("x", "+a"), said("y", "+b"), choices={"q": "a b"})
    pair = agreements(graph).of("book/x", "book/y")
    assert (pair.shared, pair.agreement, pair.derived) == (0, None, 1)
    assert agreements(graph, derived=False).of("book/x", "book/y").derived == 0


def test_claims_held_under_different_conditions_are_not_opposed() -> None:
    graph = debate(said("x", "+a", given="rain"), said("y", "+b", given="snow"), said("z", "+b"), choices={"q": "a b"})
    assert agreements(graph).of("book/x", "book/y").derived == 0
    assert agreements(graph).of("book/x", "book/z").derived == 1


def test_slices_are_sequences_of_pairs() -> None:
    pairs = agreements(debate(*(said(actor, "+a") for actor in "xyz")))
    assert [(pair.first, pair.second) for pair in pairs[1:]] == [("book/x", "book/z"), ("book/y", "book/z")]
    assert len(pairs.ranked) == 0
    assert [pair.agreement for pair in agreements(debate(*(said(actor, "+a") for actor in "xyz")), 1).ranked[1:]] == [1, 1]


@given(debates())
def test_the_pairs_of_one_row_and_of_some_are_those_of_all(graph: Graph) -> None:
    pairs = agreements(graph)
    for party in pairs.parties:
        met = [pair for pair in pairs if party in {pair.first, pair.second}]
        assert list(pairs.with_party(party)) == sorted(met, key=lambda pair: -pair.shared)
    some = pairs.parties[::2]
    assert list(pairs.among(some)) == [pair for pair in pairs if pair.first in some and pair.second in some]
