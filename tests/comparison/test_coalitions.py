"""Who stands together, what splits and unites them, and when nothing is claimed."""

import pytest
from hypothesis import given

from argmap.comparison.coalitions.groups import Coalitions
from argmap.comparison.comparing import Comparison, compare
from argmap.comparison.divisiveness import most_divisive, most_uniting
from argmap.comparison.request import NoteKind, Request
from argmap.graph import Graph
from argmap.words import Stance
from tests.comparison.debates import Said, debate, debates, local, said


def camps(*more: Said) -> Graph:
    """Two camps of two that hold opposite views on a and b; all are for c."""
    return debate(
        *(said(actor, what) for actor in "uv" for what in ("+a", "-b", "+c")),
        *(said(actor, what) for actor in "xy" for what in ("-a", "+b", "+c")),
        *more,
    )


def coalitions(graph: Graph, request: Request | None = None) -> Coalitions:
    found = compare(graph, request).coalitions
    assert found is not None
    return found


def balance(comparison: Comparison, claim: str) -> tuple[float, float]:
    (found,) = (one for one in comparison.balances if local(one.claim) == claim)
    return found.divisiveness, found.consensus


def test_those_who_say_the_same_are_a_coalition() -> None:
    found = coalitions(camps())
    assert found.groups == (("book/u", "book/v"), ("book/x", "book/y"))
    assert found.outside == ()


def test_modularity_and_polarisation_are_those_of_the_formulas() -> None:
    found = coalitions(camps())
    # Two ties of one weight, one in each group: half of it inside less a quarter, twice.
    assert found.modularity == pytest.approx(0.5)
    # Between the groups two of three shared claims are in conflict, within none.
    assert found.polarisation == pytest.approx(2 / 3)


def test_who_shares_too_little_is_outside() -> None:
    assert coalitions(camps(said("z", "+a"))).outside == ("book/z",)


def test_derived_oppositions_part_those_who_share_only_agreement() -> None:
    graph = debate(
        *(said(actor, what) for actor in "uvxy" for what in ("+c", "+d")),
        *(said(actor, what) for actor in "uv" for what in ("+a", "+e")),
        *(said(actor, what) for actor in "xy" for what in ("+b", "+f")),
        choices={"q": "a b", "r": "e f"},
    )
    assert coalitions(graph).groups == (("book/u", "book/v"), ("book/x", "book/y"))
    assert compare(graph, Request(derived=False)).coalitions is None
    # Between the camps two agreements and two derived oppositions, within them four agreements.
    assert coalitions(graph).polarisation == pytest.approx(1 / 2)


def test_nothing_is_claimed_on_too_little_data() -> None:
    comparison = compare(debate(said("x", "+a"), said("y", "+a"), said("x", "+b"), said("y", "+b")))
    assert comparison.coalitions is None
    assert [(note.kind, note.number) for note in comparison.notes] == [(NoteKind.FEW, 2)]


def test_those_who_all_agree_are_one_block() -> None:
    comparison = compare(debate(*(said(actor, what) for actor in "uvxy" for what in ("+a", "+b"))))
    assert comparison.coalitions is None
    assert [note.kind for note in comparison.notes] == [NoteKind.ONE_BLOCK]


def test_that_no_two_share_a_claim_is_said() -> None:
    notes = compare(debate(said("x", "+a"), said("y", "+b"))).notes
    assert NoteKind.NO_SHARED_CLAIMS in {note.kind for note in notes}


def test_that_there_is_nothing_is_said() -> None:
    comparison = compare(debate())
    assert [note.kind for note in comparison.notes] == [NoteKind.NOTHING]
    assert not comparison.positions


def test_divisiveness_and_consensus_are_those_of_the_formulas() -> None:
    comparison = compare(camps())
    # a: two for, two against, of four; in the one group both are for, in the other none.
    assert balance(comparison, "a") == pytest.approx((4 * 2 * 2 / 6**2, (3 / 4) * (1 / 4)))
    # c: all for it.
    assert balance(comparison, "c") == pytest.approx((0, (3 / 4) ** 2))


def test_without_coalitions_all_are_one_group() -> None:
    comparison = compare(debate(said("x", "+a"), said("y", "+a"), said("z", "○a")))
    assert balance(comparison, "a") == pytest.approx((0, 3 / 5))


def test_an_even_split_of_many_is_worse_than_one_against_one() -> None:
    many = [said(actor, f"{'+' if actor in 'uvw' else '-'}a") for actor in "uvwxyz"]
    found = compare(debate(*many, said("x", "+b"), said("y", "-b")))
    assert [local(one.claim) for one in most_divisive(found.balances)] == ["a", "b"]


def test_derived_opponents_are_counted_apart() -> None:
    graph = debate(said("x", "+a"), said("y", "+b"), said("z", "-a"), choices={"q": "a b"})
    (found,) = (one for one in compare(graph).balances if local(one.claim) == "a")
    assert (found.supporting, found.opposing, found.opposing_derived) == (("book/x",), ("book/z",), ("book/y",))
    assert found.positions == 3
    assert found.share == pytest.approx(1 / 3)


def test_what_unites_has_several_for_it_and_nobody_against_it() -> None:
    comparison = compare(camps(said("u", "+d"), said("x", "+e"), said("y", "-e"), said("v", "+e")))
    assert [local(one.claim) for one in most_uniting(comparison.balances)] == ["c"]


@given(debates())
def test_every_row_stands_on_one_side_of_a_claim_at_most(graph: Graph) -> None:
    comparison = compare(graph)
    for one in comparison.balances:
        sides = (one.supporting, one.opposing, one.mixed, one.neutral, one.opposing_derived)
        everybody = [party for side in sides for party in side]
        assert len(everybody) == len(set(everybody)) == one.positions
        for side, stance in zip(sides, (Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL), strict=False):
            assert all(comparison.positions[party, one.claim].stance is stance for party in side)
        assert set(one.opposing_derived) <= comparison.derived.against(one.claim)
        assert 0 <= one.divisiveness < 1
        assert 0 < one.consensus < 1


@given(debates())
def test_blocks_hold_every_row_and_claim_once(graph: Graph) -> None:
    comparison = compare(graph)
    rows, claims = comparison.blocks
    assert sorted(rows) == sorted(comparison.parties)
    assert sorted(claims) == sorted(comparison.claims)


def test_in_blocks_those_who_say_the_same_stand_together() -> None:
    mixed_up = debate(*(said(actor, what) for actor in "uxvy" for what in (("+a", "-b") if actor in "uv" else ("-a", "+b"))))
    rows, claims = compare(mixed_up).blocks
    assert [local(row) for row in rows] in (["u", "v", "x", "y"], ["x", "y", "u", "v"])
    assert [local(claim) for claim in claims] == (["a", "b"] if local(rows[0]) == "u" else ["b", "a"])
