"""What was said, by whom, when, and whether it still counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.dates import first_day, last_day
from argmap.comparison.record.parties import NOBODY
from argmap.comparison.record.statements import Record, record
from argmap.comparison.request import By, ComparisonError, Request
from argmap.graph import Graph, Statement
from argmap.words import Act, ActorKind
from tests.comparison.debates import DATES, debate, debates, local, said


def all_of(graph: Graph, request: Request | None = None) -> Record:
    return record(graph, frozenset(graph.sources), {*graph.claims, *graph.arguments}, request or Request())


@given(debates())
def test_every_speaker_of_every_stance_on_a_claim_has_an_event(graph: Graph) -> None:
    expected = [
        (statement.id, actor, statement.target, statement.stance)
        for statement in graph.statements.values()
        if statement.act is not Act.RETRACT
        for actor in statement.actors
    ]
    assert [(event.statement.id, event.party, event.claim, event.stance) for event in all_of(graph).events] == expected


@given(debates(), st.sampled_from(By))
def test_no_statement_counts_twice_for_one_row(graph: Graph, by: By) -> None:
    events = [(event.party, event.statement.id) for event in all_of(graph, Request(by=by)).events]
    assert len(events) == len(set(events))


def test_who_passes_words_on_takes_no_stance() -> None:
    graph = debate(said("office", "+a"))
    (statement,) = graph.statements.values()
    passed_on = Statement(
        id=statement.id,
        file=statement.file,
        source=statement.source,
        position=0,
        actors=statement.actors,
        via=("book/reporter",),
        target=statement.target,
        target_kind="claim",
        stance=statement.stance,
    )
    events = all_of(Graph(**{**_fields(graph), "statements": {statement.id: passed_on}})).events  # type: ignore[arg-type]
    assert [event.party for event in events] == ["book/office"]


def _fields(graph: Graph) -> dict[str, object]:
    return {name: getattr(graph, name) for name in graph.__dataclass_fields__}


def test_a_stance_on_an_argument_is_none_on_a_claim() -> None:
    found = all_of(debate(said("x", "+a>b"), said("x", "+a"), arguments=["a>b"]))
    assert [local(event.claim) for event in found.events] == ["a"]
    assert [local(event.claim) for event in found.inferences] == ["a>b"]


def test_who_changes_his_mind_no_longer_holds_what_he_said_before() -> None:
    graph = debate(
        said("x y", "+a", "2025-01", id="letter"),
        said("x", "+a", "2025-02", id="again"),
        said("x", "+b", "2025-03", replaces="news-2025-02/again"),
    )
    found = [(event.statement.id, local(event.party), event.ended) for event in all_of(graph).events]
    assert found == [
        ("news-2025-01/letter", "x", "news-2025-03/0"),
        ("news-2025-01/letter", "y", None),
        ("news-2025-02/again", "x", "news-2025-03/0"),
        ("news-2025-03/0", "x", None),
    ]


def test_what_was_said_under_another_condition_is_not_replaced_along() -> None:
    graph = debate(
        said("x", "+a", "2025-01", given="rain"),
        said("x", "+a", "2025-02", id="bare"),
        said("x", "-a", "2025-03", replaces="news-2025-02/bare"),
    )
    assert [event.ended for event in all_of(graph).events] == [None, "news-2025-03/0", None]


@given(debates(), st.sampled_from(DATES[:5]), st.sampled_from(DATES[:5]))
def test_only_what_certainly_lies_in_the_period_counts(graph: Graph, since: str | None, until: str | None) -> None:
    assert since is not None
    assert until is not None
    if first_day(since) > last_day(until):
        with pytest.raises(ComparisonError, match="ends before it begins"):
            Request(since=since, until=until)
        return
    found = all_of(graph, Request(since=since, until=until))
    dates = [graph.sources[statement.source].date for statement in graph.statements.values()]

    def inside(date: str | None) -> bool:
        return date is not None and first_day(since) <= first_day(date) and last_day(date) <= last_day(until)

    def outside(date: str | None) -> bool:
        return date is not None and (last_day(date) < first_day(since) or first_day(date) > last_day(until))

    assert all(inside(event.date) for event in found.events)
    assert found.left_out == sum(not inside(date) and not outside(date) for date in dates)


def test_what_was_taken_back_after_the_period_still_counts_in_it() -> None:
    graph = debate(said("x", "+a", "2025-01"), said("x", "+a", "2025-06", act=Act.RETRACT))
    assert [event.ended for event in all_of(graph).events] == ["news-2025-06/0"]
    assert [event.ended for event in all_of(graph, Request(until="2025-05")).events] == [None]


def test_rows_are_actors_offices_outlets_or_kinds() -> None:
    graph = debate(
        said("x y", "+a", affiliation="guild"),
        said("x", "-b", source="post"),
        offices={"x": "city"},
        outlets={"news": "courier"},
        kinds={"y": ActorKind.GROUP},
    )

    def rows(by: By) -> list[tuple[str, str]]:
        return [(local(event.party) or event.party, local(event.claim)) for event in all_of(graph, Request(by=by)).events]

    assert rows(By.ACTOR) == [("x", "a"), ("y", "a"), ("x", "b")]
    assert rows(By.AFFILIATION) == [("guild", "a"), ("city", "b")]
    assert rows(By.OUTLET) == [("courier", "a"), (NOBODY, "b")]
    assert rows(By.KIND) == [("person", "a"), ("group", "a"), ("person", "b")]


def test_who_belongs_to_nobody_stands_for_himself() -> None:
    assert list(all_of(debate(said("x", "+a")), Request(by=By.AFFILIATION)).parties) == ["book/x"]


def test_a_row_names_the_actors_in_it() -> None:
    graph = debate(said("y", "+a"), said("x", "+b"), offices={"x": "city", "y": "city"})
    (party,) = all_of(graph, Request(by=By.AFFILIATION)).parties.values()
    assert (party.id, party.actors, party.name) == ("book/city", ("book/x", "book/y"), {"en": "City"})


@pytest.mark.parametrize("date", ["yesterday", "2025-13", "2025-1", "25", "2025-02-30", "", "２０２５"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ComparisonError, match="not a date"):
        Request(since=date)
