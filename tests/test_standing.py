"""Which statements are in force, and the stance that follows from several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.api import loads
from argmap.graph import Graph, Statement
from argmap.standing import endings, in_force, joint_stance
from argmap.view import build_view
from argmap.words import Act, Stance
from tests.comparison.debates import debate, debates, local, positions, said

FOR, AGAINST, MIXED, NEUTRAL = Stance


def ends(one: Statement, other: Statement, graph: Graph, actor: str) -> bool:
    """Whether a statement ends what an actor said in another one, by the definition."""
    order = list(graph.statements)
    if actor not in one.actors or actor not in other.actors or one is other:
        return False
    earlier = order.index(other.id) < order.index(one.id)
    said_the_same = (one.target, one.stance) == (other.target, other.stance) and other.act is not Act.RETRACT
    if one.act is Act.RETRACT and earlier and said_the_same:
        return True
    replaced = graph.statements.get(one.replaces or "")
    if replaced is None or replaced is one or actor not in replaced.actors:
        return False
    same = (other.target, other.stance, other.given) == (replaced.target, replaced.stance, replaced.given)
    return other is replaced or (same and earlier and other.act is not Act.RETRACT)


@given(debates())
def test_a_statement_counts_unless_its_speaker_replaced_or_retracted_it(graph: Graph) -> None:
    statements = tuple(graph.statements.values())
    expected = [
        (statement.id, actor)
        for statement in statements
        if statement.act is not Act.RETRACT
        for actor in statement.actors
        if not any(ends(other, statement, graph, actor) for other in statements)
    ]
    assert [(statement.id, actor) for statement, actors in in_force(statements) for actor in actors] == expected


@given(debates())
def test_what_ends_a_statement_was_said_by_one_who_had_made_it(graph: Graph) -> None:
    for (statement, actor), ending in endings(graph.statements.values()).items():
        assert ends(graph.statements[ending], graph.statements[statement], graph, actor)


@given(debates())
def test_a_map_and_a_comparison_say_the_same_of_who_stands_where(graph: Graph) -> None:
    on_the_map = {
        (holder.actor.id, shown.claim.id): (
            holder.stance,
            holder.conditional,
            [statement.id for statement in holder.statements],
        )
        for shown in build_view(graph).claims
        for holder in shown.holders
    }
    compared = {
        cell: (position.stance, position.conditional, [event.statement.id for event in position.events])
        for cell, position in positions(graph).items()
        if position.stance is not None
    }
    assert on_the_map == compared


def test_who_changes_his_mind_no_longer_holds_what_he_had_said_twice() -> None:
    graph = debate(
        said("x y", "+a", "2025-01"),
        said("x", "+a", "2025-02", id="again"),
        said("x", "-a", "2025-03", replaces="news-2025-02/again"),
    )
    found = [(statement.stance, [*map(local, actors)]) for statement, actors in in_force(graph.statements.values())]
    assert found == [(FOR, ["y"]), (AGAINST, ["x"])]


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
    for retracting, left in (("a", ["b"]), ("[b, a]", []), ("b", ["a", "a"])):
        graph = loads(f"{text}  - {{by: {retracting}, claim: x, stance: for, act: retract}}\n").graph
        assert [local(actor) for _, actors in in_force(graph.statements.values()) for actor in actors] == left
