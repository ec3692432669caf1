"""Where somebody stands: never guessed, with counts, conditions and history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.dates import Period, period_of
from argmap.comparison.positions.questions import question_positions
from argmap.comparison.positions.said import Counts
from argmap.comparison.record.scope import scope_of
from argmap.comparison.request import Duplicates, Request
from argmap.graph import Graph
from argmap.standing import joint_stance
from argmap.words import Act, Stance
from tests.comparison.debates import debate, debates, positions, said

FOR, AGAINST, MIXED, NEUTRAL = Stance


@given(debates())
def test_a_position_follows_from_everything_that_counts_and_from_nothing_else(graph: Graph) -> None:
    events = scope_of(graph, Request()).record.events
    found = positions(graph)
    assert set(found) == {(event.party, event.claim) for event in events}
    for (party, claim), position in found.items():
        counting = [event for event in events if (event.party, event.claim) == (party, claim) and event.ended is None]
        past = [event for event in events if (event.party, event.claim) == (party, claim) and event.ended is not None]
        assert (list(position.events), list(position.past)) == (counting, past)
        assert position.stance == (joint_stance(event.stance for event in counting) if counting else None)
        assert position.counts.total == len(counting)


@given(debates(), st.sampled_from(Duplicates))
def test_equal_stances_count_once_in_a_document_or_period(graph: Graph, duplicates: Duplicates) -> None:
    events = [event for event in scope_of(graph, Request()).record.events if event.ended is None]

    def bucket(date: str | None, source: str, number: int) -> object:
        match duplicates:
            case Duplicates.ALL:
                return number
            case Duplicates.ONCE:
                return None
            case Duplicates.DOCUMENT:
                return source
            case _:
                return source if date is None else (period_of(date, Period(duplicates.value)),)

    for cell, position in positions(graph, Request(duplicates=duplicates)).items():
        mine = [event for event in events if (event.party, event.claim) == cell]
        kinds = {(event.stance, bucket(event.date, event.statement.source, number)) for number, event in enumerate(mine)}
        assert position.counts.total == len(kinds)


def test_silence_is_no_position() -> None:
    assert set(positions(debate(said("x", "+a"), said("y", "+b")))) == {("book/x", "book/a"), ("book/y", "book/b")}


def test_what_was_taken_back_leaves_silence_with_a_history() -> None:
    graph = debate(said("x", "+a", "2025-01"), said("x", "+a", "2025-02", act=Act.RETRACT))
    position = positions(graph)["book/x", "book/a"]
    assert (position.stance, position.counts, len(position.past)) == (None, Counts(), 1)


def test_the_mean_runs_from_minus_one_to_one() -> None:
    graph = debate(said("x", "+a"), said("x", "+a"), said("x", "-a"), said("x", "○a"))
    position = positions(graph)["book/x", "book/a"]
    assert (position.stance, position.counts.mean) == (MIXED, 0.25)


def test_conditions_and_hedges_are_kept() -> None:
    position = positions(debate(said("x", "+a", given="rain"), said("x", "+a", given="snow")))["book/x", "book/a"]
    assert position.conditions == ((("en", "rain"),), (("en", "snow"),))
    assert position.conditional


@pytest.mark.parametrize(
    ("statements", "conditional"),
    [
        ([said("x", "+a", given="rain"), said("x", "+a")], False),
        ([said("x", "-a", given="rain"), said("x", "○a")], True),
        ([said("x", "○a", given="rain")], True),
        ([said("x", "+a")], False),
    ],
)
def test_a_position_is_conditional_if_every_stance_that_decides_it_is(statements: list, conditional: bool) -> None:  # type: ignore[type-arg] # noqa: FBT001
    assert positions(debate(*statements))["book/x", "book/a"].conditional is conditional


def test_the_latest_stance_is_that_of_the_last_date() -> None:
    graph = debate(said("x", "+a", "2025-01"), said("x", "-a", "2025-02"), said("x", "-a", None))
    position = positions(graph)["book/x", "book/a"]
    assert (position.stance, position.latest) == (MIXED, AGAINST)


def stances_on_questions(graph: Graph) -> dict[tuple[str, str], Stance]:
    return {(one.party[5:], one.question[5:]): one.stance for one in question_positions(graph, positions(graph))}


@pytest.mark.parametrize(
    ("statements", "stance"),
    [
        (["+a"], FOR),
        (["+a", "-b"], FOR),
        (["+a", "+b"], MIXED),
        (["-a", "-b"], AGAINST),
        (["○a"], NEUTRAL),
        (["○a", "-b"], AGAINST),
        (["±a"], MIXED),
        (["+a", "-a"], MIXED),
        (["+a", "○b"], FOR),
    ],
)
def test_on_a_choice_rival_answers_are_a_mixed_position(statements: list[str], stance: Stance) -> None:
    graph = debate(*(said("x", what) for what in statements), choices={"q": "a b"})
    assert stances_on_questions(graph) == {("x", "q"): stance}


@pytest.mark.parametrize(
    ("statements", "stance"), [(["+a", "+b"], FOR), (["+a", "+c"], MIXED), (["+a", "-b"], FOR), (["-a"], AGAINST)]
)
def test_on_an_open_question_answers_add_up_unless_they_are_contraries(statements: list[str], stance: Stance) -> None:
    graph = debate(*(said("x", what) for what in statements), opens={"q": "a b c"}, contraries=["a c"])
    assert stances_on_questions(graph) == {("x", "q"): stance}


def test_who_took_everything_back_has_no_position_on_the_question() -> None:
    graph = debate(said("x", "+a", "2025-01"), said("x", "+a", "2025-02", act=Act.RETRACT), choices={"q": "a b"})
    assert stances_on_questions(graph) == {}
