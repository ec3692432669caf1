"""Networks: what is connected, by what weight, and that other programs read what is written."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Final

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.comparing import compare
from argmap.comparison.networks.graphml import network_graphml
from argmap.comparison.networks.network import Aggregation, Link, Mode, Network, Tie, network
from argmap.comparison.pairs.congruence import Normalisation
from argmap.comparison.records import comparison_json
from argmap.comparison.request import By, ComparisonError, Duplicates, Request
from argmap.comparison.spreadsheet import csv_text
from argmap.comparison.tables import Table, comparison_csv
from argmap.graph import Graph
from tests.comparison.debates import debate, debates, local, said

ACTORS: Final = (Mode.CONGRUENCE, Mode.CONFLICT, Mode.SUBTRACT, Mode.IGNORE)

TALK: Final = debate(
    said("x", "+a"),
    said("x", "+a", "2025-02"),
    said("x", "-b"),
    said("y", "+a"),
    said("y", "+b"),
    said("z", "○a"),
    said("z", "+c"),
    said("v", "+d"),
    choices={"q": "c d"},
)


def weights(found: Network) -> Mapping[tuple[str, str], float]:
    return {(local(edge.first), local(edge.second)): edge.weight for edge in found.edges}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        # x and y: both for a, of x twice; on b against and for. x and z on a: for and neutral, twice.
        (Mode.CONGRUENCE, {("x", "y"): 2, ("x", "z"): 1, ("y", "z"): 0.5}),
        (Mode.CONFLICT, {("x", "y"): 1, ("x", "z"): 1, ("y", "z"): 0.5, ("v", "z"): 0}),
        (Mode.SUBTRACT, {("x", "y"): 1, ("v", "z"): 0}),
        (Mode.IGNORE, {("x", "y"): 3, ("x", "z"): 2, ("y", "z"): 1}),
    ],
)
def test_actors_are_tied_by_what_they_say(mode: Mode, expected: Mapping[tuple[str, str], float]) -> None:
    assert weights(network(TALK, mode)) == expected


def test_derived_conflict_stands_beside_the_weight_and_never_in_it() -> None:
    found = network(TALK, Mode.SUBTRACT)
    assert [
        (local(edge.first), local(edge.second), edge.weight, edge.derived) for edge in found.edges if isinstance(edge, Tie)
    ] == [
        ("v", "z", 0, 1),
        ("x", "y", 1, 0),
    ]
    assert weights(network(TALK, Mode.SUBTRACT, request=Request(derived=False))) == {("x", "y"): 1}


@pytest.mark.parametrize(
    ("normalisation", "weight"),
    [
        (Normalisation.NO, 2),
        (Normalisation.AVERAGE, 2 / 2.5),
        (Normalisation.DNA_COSINE, 2 / 6),
        # x says b−, which y does not; y says b+, which x does not; both say a+, twice and once.
        (Normalisation.JACCARD, 2 / (1 + 1 + 2)),
        (Normalisation.COSINE, 2 / (5**0.5 * 2**0.5)),
    ],
)
def test_weights_are_divided_by_how_much_is_said(normalisation: Normalisation, weight: float) -> None:
    assert weights(network(TALK, Mode.CONGRUENCE, normalisation))["x", "y"] == pytest.approx(weight)


def test_duplicates_count_once_where_that_is_asked_for() -> None:
    once = Request(duplicates=Duplicates.ONCE)
    assert weights(network(TALK, Mode.CONGRUENCE, request=once))["x", "y"] == 1
    assert weights(network(TALK, Mode.CONGRUENCE, request=Request(duplicates=Duplicates.DOCUMENT)))["x", "y"] == 2


def test_claims_are_tied_by_the_actors_who_speak_about_both() -> None:
    assert weights(network(TALK, Mode.CONCEPT)) == {("a", "b"): 1, ("a", "c"): 0.5}
    assert weights(network(TALK, Mode.CONCEPT, aggregation=Aggregation.CONFLICT)) == {("a", "b"): 2, ("a", "c"): 0.5}
    assert weights(network(TALK, Mode.CONCEPT, aggregation=Aggregation.IGNORE)) == {("a", "b"): 3, ("a", "c"): 1}


def links(aggregation: Aggregation | None, normalisation: Normalisation = Normalisation.NO) -> Mapping[tuple[str, str], float]:
    return weights(network(TALK, Mode.AFFILIATION, normalisation, aggregation))


def test_actors_are_linked_to_the_claims_on_which_they_take_a_stance() -> None:
    expected = {("v", "d"): 1, ("x", "a"): 2, ("x", "b"): -1, ("y", "a"): 1, ("y", "b"): 1, ("z", "a"): 0, ("z", "c"): 1}
    assert links(None) == expected
    assert links(Aggregation.IGNORE) == {**expected, ("x", "b"): 1, ("z", "a"): 1}
    assert links(Aggregation.COMBINE) == dict.fromkeys(expected, 1) | {("x", "b"): 2, ("z", "a"): 4}


def test_links_are_divided_by_activity_or_prominence() -> None:
    assert links(None, Normalisation.ACTIVITY)["x", "a"] == pytest.approx(2 / 3)
    assert links(None, Normalisation.PROMINENCE)["x", "a"] == pytest.approx(2 / 4)


def test_nodes_say_how_much_is_said_and_are_there_without_edges_too() -> None:
    found = network(TALK, Mode.CONGRUENCE)
    assert [(local(node.id), node.type, node.statements) for node in found.nodes] == [
        ("v", "actor", 1),
        ("x", "actor", 3),
        ("y", "actor", 2),
        ("z", "actor", 2),
    ]
    both = network(TALK, Mode.AFFILIATION)
    assert [(local(node.id), node.statements) for node in both.nodes if node.type == "claim"] == [
        ("a", 4),
        ("b", 2),
        ("c", 1),
        ("d", 1),
    ]


@pytest.mark.parametrize(
    ("mode", "normalisation", "aggregation", "message"),
    [
        (Mode.SUBTRACT, Normalisation.ACTIVITY, None, "not for the mode subtract"),
        (Mode.AFFILIATION, Normalisation.JACCARD, None, "not for the mode affiliation"),
        (Mode.SUBTRACT, Normalisation.NO, Aggregation.COMBINE, "weighed by their mode"),
        (Mode.CONCEPT, Normalisation.NO, Aggregation.COMBINE, "for the mode affiliation"),
        (Mode.AFFILIATION, Normalisation.NO, Aggregation.CONFLICT, "between two actors"),
        (Mode.AFFILIATION, Normalisation.ACTIVITY, Aggregation.COMBINE, "cannot be divided"),
    ],
)
def test_what_does_not_go_together_is_refused(
    mode: Mode, normalisation: Normalisation, aggregation: Aggregation | None, message: str
) -> None:
    with pytest.raises(ComparisonError, match=message):
        network(TALK, mode, normalisation, aggregation)


def test_the_mode_of_actors_may_be_said_twice() -> None:
    assert network(TALK, Mode.CONFLICT, aggregation=Aggregation.CONFLICT) == network(TALK, Mode.CONFLICT)


@given(debates(), st.sampled_from(Mode), st.sampled_from(By))
def test_networkx_reads_the_graphml_and_gets_what_we_have(graph: Graph, mode: Mode, by: By) -> None:
    found = network(graph, mode, request=Request(by=by))
    read = nx.parse_graphml(found.to_graphml())
    ours = found.to_networkx()
    assert list(read.nodes) == list(ours.nodes)
    assert {frozenset(edge[:2]): edge[2]["weight"] for edge in read.edges(data=True)} == {
        frozenset(edge[:2]): edge[2]["weight"] for edge in ours.edges(data=True)
    }
    fields = Link._fields[2:] if mode is Mode.AFFILIATION else Tie._fields[2:]
    for edge in read.edges(data=True):
        assert tuple(edge[2]) == fields
        assert isinstance(edge[2]["weight"], float)


def test_graphml_takes_any_name() -> None:
    graph = debate(said("x", "+a"), said("y", "+a"))
    hostile = '<a href="x">&amp;\x00\x0b\ud800\uffff"'
    actor = graph.actors["book/x"]
    named = Graph(
        **{
            **{name: getattr(graph, name) for name in graph.__dataclass_fields__},
            "actors": {**graph.actors, "book/x": type(actor)(id=actor.id, file=actor.file, name={"en": hostile}, kind=actor.kind)},
        }
    )
    read = nx.parse_graphml(network_graphml(network(named, Mode.CONGRUENCE), "en"))
    assert read.nodes["book/x"]["label"] == '<a href="x">&amp;\ufffd\ufffd\ufffd\ufffd"'


@given(debates(), st.sampled_from(Mode))
def test_the_csv_of_a_network_has_its_edges(graph: Graph, mode: Mode) -> None:
    found = network(graph, mode)
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    assert [(row["Source"], row["Target"]) for row in rows] == [(edge.first, edge.second) for edge in found.edges]
    assert [float(row["weight"]) for row in rows] == pytest.approx([edge.weight for edge in found.edges], abs=1e-6)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")), min_size=1), min_size=1))
def test_a_spreadsheet_reads_back_the_texts_and_none_is_a_formula(lines: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(lines))))
    assert [
        [
            cell.removeprefix("'") if cell[:1] == "'" and cell[1:2] and not original.startswith("'") else cell
            for cell, original in zip(line, given_line, strict=True)
        ]
        for line, given_line in zip(read, lines, strict=True)
    ] == lines
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝")) for line in read for cell in line)


def test_numbers_stay_numbers_and_a_byte_order_mark_comes_on_request() -> None:
    assert csv_text([[-0.5, 2, None, "-2"]], mark=True) == "\ufeff-0.5,2,,'-2\n"


@given(debates())
def test_tables_of_a_comparison_have_a_line_for_everything(graph: Graph) -> None:
    comparison = compare(graph)

    def rows(table: Table) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(comparison_csv(comparison, table, "en"))))

    assert len(rows(Table.STATEMENTS)) == len(comparison.events) + len(comparison.derived)
    assert len(rows(Table.AGREEMENT)) == len(comparison.agreements)
    assert [row["claim"] for row in rows(Table.CLAIMS)] == [one.claim for one in comparison.balances]
    matrix = {row["actor"]: row for row in rows(Table.MATRIX)[1:]}
    assert list(matrix) == list(comparison.parties)
    for (party, claim), position in comparison.positions.items():
        derived = "(against)" if (party, claim) in comparison.derived else ""
        assert matrix[party][claim] == (position.stance or derived)


@given(debates())
def test_the_json_of_a_comparison_holds_its_positions_pairs_and_statements(graph: Graph) -> None:
    comparison = compare(graph)
    read = json.loads(comparison_json(comparison))
    actors = [one["id"] for one in read["actors"]]
    table = read["positions"]
    assert {len(column) for column in table.values()} == {len(comparison.positions)}
    assert list(zip(table["actor"], table["claim"], table["stance"], strict=True)) == [
        (party, claim, position.stance) for (party, claim), position in comparison.positions.items()
    ]
    pairs = read["agreement"]
    assert [
        (actors[first], actors[second], shared, None if value is None else pytest.approx(value, abs=1e-6))
        for first, second, shared, value in zip(pairs["first"], pairs["second"], pairs["shared"], pairs["agreement"], strict=True)
    ] == [(pair.first, pair.second, pair.shared, pair.agreement) for pair in comparison.agreements]
    assert len(read["derived"]["actor"]) == len(comparison.derived)
    assert set(read["statements"]["id"]) == {event.statement.id for event in comparison.events}


@given(debates())
def test_the_same_debate_gives_the_same_bytes(graph: Graph) -> None:
    assert comparison_json(compare(graph)) == comparison_json(compare(graph))
