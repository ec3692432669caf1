"""Which statements are in force, and the stance that follows from several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.api import loads
from argmap.graph import Graph
from argmap.standing import in_force, joint_stance
from argmap.words import Act, Stance
from tests.graphs import graphs

FOR, AGAINST, MIXED, NEUTRAL = Stance


@given(graphs())
def test_a_statement_is_in_force_unless_it_is_replaced_or_taken_back_later(graph: Graph) -> None:
    statements = tuple(graph.statements.values())
    expected = [
        statement
        for statement in statements
        if statement.act is not Act.RETRACT
        and not any(other.replaces == statement.id for other in statements)
        and not any(
            other.act is Act.RETRACT
            and other.position > statement.position
            and (other.target, other.stance) == (statement.target, statement.stance)
            and set(statement.actors) <= set(other.actors)
            for other in statements
        )
    ]
    assert in_force(statements) == expected


@pytest.mark.parametrize(
    ("stances", "joint"),
    [
        ([FOR], FOR),
        ([AGAINST], AGAINST),
        ([NEUTRAL], NEUTRAL),
        ([FOR, NEUTRAL], FOR),
        ([NEUTRAL, AGAINST], AGAINST),
        ([FOR, AGAINST], MIXED),
        ([FOR, MIXED], MIXED),
        ([NEUTRAL, MIXED], MIXED),
        ([], NEUTRAL),
    ],
)
def test_several_stances_make_one(stances: list[Stance], joint: Stance) -> None:
    assert joint_stance(stances) is joint


@given(st.lists(st.sampled_from(Stance)), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_changes_the_joint_stance(stances: list[Stance], random: object) -> None:
    shuffled = [*stances, *stances]
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis's Random
    assert joint_stance(shuffled) is joint_stance(stances)


def test_who_takes_back_a_joint_statement_takes_back_for_himself_only() -> None:
    text = "argmap: 1\nsource: {title: T}\nactors: {a: A, b: B}\nclaims: {x: X.}\nstatements:\n"
    text += "  - {by: a, claim: x, stance: for}\n  - {by: [a, b], claim: x, stance: for}\n"
    for retracting, left in (("a", [1]), ("[b, a]", []), ("b", [0, 1])):
        graph = loads(f"{text}  - {{by: {retracting}, claim: x, stance: for, act: retract}}\n").graph
        assert [statement.position for statement in in_force(tuple(graph.statements.values()))] == left
