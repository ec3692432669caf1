"""Comparisons as tables in CSV."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, assert_never

from argmap.comparison.record.conditions import condition_of, condition_text
from argmap.comparison.spreadsheet import Value, csv_text
from argmap.text import Text, words_of
from argmap.words import Stance

if TYPE_CHECKING:
    from argmap.comparison.comparing import Comparison

_STATEMENT_COLUMNS: Final = (
    *("date", "source", "actor", "actor_name", "claim", "claim_text", "stance", "derived_from", "ended_by", "act", "hedge"),
    *("condition", "confidence", "speech", "via", "quote", "gloss", "statement"),
)


class Table(StrEnum):
    """Which of the tables of a comparison."""

    STATEMENTS = "statements"
    """One line for each stance that was taken, and for each that follows from others."""
    MATRIX = "matrix"
    """One line for each row, one column for each claim; stances in brackets are derived."""
    AGREEMENT = "agreement"
    """One line for each two rows that have anything in common."""
    CLAIMS = "claims"
    """One line for each claim: who stands where, how much it splits, how far all can live with it."""


def comparison_csv(comparison: "Comparison", table: Table, language: str, *, mark: bool = False) -> str:
    """Return a table of a comparison as CSV, the names and texts in a language."""
    match table:
        case Table.STATEMENTS:
            lines = _statements(comparison, language)
        case Table.MATRIX:
            lines = _matrix(comparison, language)
        case Table.AGREEMENT:
            lines = _agreement(comparison, language)
        case Table.CLAIMS:
            lines = _claims(comparison, language)
        case _ as unreachable:
            assert_never(unreachable)
    return csv_text(lines, mark=mark)


def _words(text: Text | None, language: str) -> str:
    return words_of(text, language) if text else ""


def _statements(comparison: "Comparison", language: str) -> Iterator[Sequence[Value]]:
    graph = comparison.graph
    names = _names(comparison, language)
    yield _STATEMENT_COLUMNS
    for event in comparison.events:
        said = event.statement
        condition = condition_of(event.statement)
        yield [
            event.date,
            said.source,
            event.party,
            names[event.party],
            event.claim,
            _words(graph.claims[event.claim].text, language),
            event.stance.value,
            None,
            event.ended,
            said.act.value,
            said.hedge.value if said.hedge else None,
            _words(condition_text(graph, condition), language) if condition is not None else None,
            said.confidence.value if said.confidence else None,
            said.speech.value if said.speech else None,
            " < ".join(_words(graph.actors[actor].name, language) for actor in said.via),
            " […] ".join(quote.exact for quote in said.quotes),
            _words(said.gloss, language),
            said.id,
        ]
    for derived in comparison.derived.everything():
        text = _words(graph.claims[derived.claim].text, language)
        because = " ".join(reason.claim for reason in derived.reasons)
        yield [None, None, derived.party, names[derived.party], derived.claim, text, Stance.AGAINST.value, because, *[None] * 10]


def _matrix(comparison: "Comparison", language: str) -> Iterator[Sequence[Value]]:
    names = _names(comparison, language)
    claims = comparison.claims
    yield ["actor", "actor_name", *claims]
    yield [None, None, *(_words(comparison.graph.claims[claim].text, language) for claim in claims)]
    cells = dict.fromkeys(comparison.derived, f"({Stance.AGAINST})")
    cells.update((cell, stance.value) for _, cell, stance in comparison.positions.taken())
    for party in comparison.parties:
        yield [party, names[party], *(cells.get((party, claim)) for claim in claims)]


def _agreement(comparison: "Comparison", language: str) -> Iterator[Sequence[Value]]:
    names = _names(comparison, language)
    counts = ("shared", "agreement", "same", "opposite", "conditional", "derived", "enough")
    yield ["first", "second", "first_name", "second_name", *counts]
    for pair in comparison.agreements:
        ends = (pair.first, pair.second, names[pair.first], names[pair.second])
        yield [
            *ends,
            pair.shared,
            pair.agreement,
            pair.same,
            pair.opposite,
            pair.conditional,
            pair.derived,
            str(pair.enough).lower(),
        ]


def _claims(comparison: "Comparison", language: str) -> Iterator[Sequence[Value]]:
    sides = ("for", "against", "against_derived", "mixed", "neutral")
    yield ["claim", "claim_text", *sides, "share_for", "divisiveness", "consensus"]
    for balance in comparison.balances:
        yield [
            balance.claim,
            _words(comparison.graph.claims[balance.claim].text, language),
            len(balance.supporting),
            len(balance.opposing),
            len(balance.opposing_derived),
            len(balance.mixed),
            len(balance.neutral),
            balance.share,
            balance.divisiveness,
            balance.consensus,
        ]


def _names(comparison: "Comparison", language: str) -> Mapping[str, str]:
    return {party.id: _words(party.name, language) or party.id for party in comparison.parties.values()}
