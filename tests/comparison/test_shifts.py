"""A change of mind is shown by what was said before and after it."""

import pytest
from hypothesis import given

from argmap.comparison.comparing import compare
from argmap.comparison.dates import Period, first_day, last_day
from argmap.comparison.request import By, Request
from argmap.comparison.shifts import Shift, ShiftKind
from argmap.graph import Graph
from argmap.words import Act
from tests.comparison.debates import Said, debate, debates, local, said


def shifts(*statements: Said, **fields: object) -> list[tuple[str, str, str, str | None]]:
    """Actor, and claim with stance before and after, of each shift."""
    return [in_short(shift) for shift in compare(debate(*statements, **fields)).shifts]  # type: ignore[arg-type]


def in_short(shift: Shift) -> tuple[str, str, str, str | None]:
    after = f"{shift.after} {local(shift.claim_after)}" if shift.after else None
    return shift.kind, local(shift.actor), f"{shift.before} {local(shift.claim)}", after


def test_another_stance_at_a_later_date_is_a_shift() -> None:
    assert shifts(said("x", "+a", "2025-01"), said("x", "-a", "2025-02")) == [("moved", "x", "for a", "against a")]


def test_each_step_is_a_shift_of_its_own() -> None:
    steps = shifts(said("x", "+a", "2025-01"), said("x", "±a", "2025-02"), said("x", "-a", "2025-03"), said("x", "-a", "2025-04"))
    assert steps == [("moved", "x", "for a", "mixed a"), ("moved", "x", "mixed a", "against a")]


@pytest.mark.parametrize(
    ("first", "second"), [("2025-01-01", "2025-01-01"), ("2025", "2025-06"), ("2025-06", "2025"), (None, "2025"), (None, None)]
)
def test_where_dates_do_not_tell_which_was_first_there_is_no_shift(first: str | None, second: str | None) -> None:
    assert shifts(said("x", "+a", first), said("x", "-a", second)) == []


def test_for_and_against_on_one_day_is_mixed_and_no_shift() -> None:
    assert shifts(said("x", "+a"), said("x", "-a"), said("x", "±a", "2026")) == []


def test_different_stances_of_two_members_are_no_change_of_mind() -> None:
    statements = [said("x", "+a", "2025-01"), said("y", "-a", "2025-02")]
    assert shifts(*statements, offices={"x": "city", "y": "city"}) == []
    graph = debate(*statements, said("x", "-a", "2025-03"), offices={"x": "city", "y": "city"})
    assert [in_short(one)[1] for one in compare(graph, Request(by=By.AFFILIATION)).shifts] == ["x"]


def test_a_statement_can_replace_one_on_another_claim_in_the_same_source() -> None:
    found = shifts(said("x", "+a", id="first"), said("x", "+b", replaces="news-2025-01-01/first"))
    assert found == [("replaced", "x", "for a", "for b")]


def test_a_replacement_at_a_later_date_is_told_once() -> None:
    found = shifts(said("x", "+a", "2025-01", id="first"), said("x", "-a", "2025-02", replaces="news-2025-01/first"))
    assert found == [("replaced", "x", "for a", "against a")]


def test_a_retraction_is_a_shift_to_silence() -> None:
    assert shifts(said("x", "+a", "2025-01"), said("x", "+a", "2025-02", act=Act.RETRACT)) == [("retracted", "x", "for a", None)]


def test_what_was_taken_back_the_same_day_was_not_the_stance_of_that_day() -> None:
    found = shifts(
        said("x", "-a", "2025-01"),
        said("x", "+a", "2025-02", id="slip"),
        said("x", "-a", "2025-02", replaces="news-2025-02/slip"),
    )
    assert found == [("replaced", "x", "for a", "against a")]


@given(debates())
def test_every_shift_is_proved_by_statements_of_its_actor(graph: Graph) -> None:
    for shift in compare(graph).shifts:
        assert shift.earlier
        assert shift.later
        assert all(shift.actor in statement.actors for statement in (*shift.earlier, *shift.later))
        assert all(statement.target == shift.claim for statement in shift.earlier)
        if shift.kind is not ShiftKind.RETRACTED:
            assert all(statement.target == shift.claim_after for statement in shift.later)
        if shift.kind is ShiftKind.MOVED:
            assert shift.date_before is not None
            assert shift.date_after is not None
            assert last_day(shift.date_before) < first_day(shift.date_after)
            assert shift.before is not shift.after


def test_positions_are_followed_by_period() -> None:
    graph = debate(
        said("x", "+a", "2025-01-30"),
        said("x", "-a", "2025-01-31"),
        said("x", "-a", "2025-02-01"),
        said("x", "-a", None),
    )
    found = compare(graph, Request(period=Period.MONTH)).by_period
    assert {period: position["book/x", "book/a"].stance for period, position in found.items()} == {
        "2025-01": "mixed",
        "2025-02": "against",
    }


def test_what_is_taken_back_later_still_counts_for_its_own_period() -> None:
    graph = debate(said("x", "+a", "2025-01"), said("x", "+a", "2025-02", act=Act.RETRACT))
    comparison = compare(graph)
    assert comparison.positions["book/x", "book/a"].stance is None
    assert comparison.by_period["2025-01"]["book/x", "book/a"].stance == "for"
    assert compare(graph, Request(period=Period.YEAR)).by_period["2025"]["book/x", "book/a"].stance is None
