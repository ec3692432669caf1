"""Graphs → AIF maps: what `reading.py` and `dialogue.py` read comes out again the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from argmap.exchange.aspects import Aspect, tell_aspects
from argmap.exchange.ordering import ordered_arguments
from argmap.exchange.report import Tally
from argmap.formats.aif.board import Board
from argmap.formats.aif.reading import CONTRARY, DEFAULTS, LINKS, X_AIF
from argmap.formats.aif.uttering import ACTS_AGAINST, JOINED_QUOTES, JOINT, SAME_WORDS, SECOND_REPLIES, SILENT_ACTORS, utter
from argmap.graph import Argument, Claim, Graph
from argmap.text import words_of
from argmap.words import ArgumentRelation

KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.SCHEMES),
        *(Aspect.CONTRARIES, Aspect.ACTORS, Aspect.STATEMENTS, Aspect.STATEMENTS_ON_ARGUMENTS, Aspect.MIXED),
        *(Aspect.QUOTES, Aspect.VIA, Aspect.REPLIES, Aspect.ACTS),
    }
)
LOST_LINKS: Final = "rephrases and preferences of claims that are not there"

WRITING_CHANGES: Final = (JOINED_QUOTES, JOINT, SAME_WORDS)
WRITING_LOSES: Final = (ACTS_AGAINST, LOST_LINKS, SECOND_REPLIES, SILENT_ACTORS)


@dataclass(frozen=True, slots=True)
class Written:
    """A graph as the JSON object of an AIF map, and the locutions that each statement became."""

    value: Mapping[str, Any]
    said: Mapping[str, list[str]]


def written_network(graph: Graph, language: str, tally: Tally) -> Written:
    """Return a graph as an AIF map.

    Args:
        graph: what is written; locutions of all its sources stand in one map.
        language: BCP 47 tag of the texts.
        tally: what counts.
    """
    board = Board()
    ids: dict[str, str] = {}
    for claim in graph.claims.values():
        ids[claim.id] = board.node("I", " ".join(words_of(claim.text, language).split()))
    arguments = ordered_arguments(graph, _has_scheme)
    for argument in arguments:
        kind = "RA" if argument.relation is ArgumentRelation.SUPPORT else "CA"
        ids[argument.id] = board.node(kind, argument.scheme or DEFAULTS[kind])
    for argument in arguments:
        for premise in argument.premises:
            board.edge(ids[premise], ids[argument.id])
        board.edge(ids[argument.id], ids[argument.target])
    for first, second in graph.contraries:
        for start, end in ((first, second), (second, first)):
            board.scheme("CA", CONTRARY, ids[start], ids[end])
    for claim in graph.claims.values():
        _links(claim, graph, ids, board, tally)
    said = utter(graph, language, ids, board, tally)
    tell_aspects(graph, KEPT, tally, language, X_AIF)
    value = {
        "nodes": board.nodes,
        "edges": board.edges,
        "schemefulfillments": [],
        "participants": board.participants,
        "locutions": board.locutions,
    }
    return Written(value, said)


def _has_scheme(argument: Argument) -> bool:
    kind = "RA" if argument.relation is ArgumentRelation.SUPPORT else "CA"
    return (argument.scheme or DEFAULTS[kind]).casefold() != DEFAULTS[kind].casefold()


def _links(claim: Claim, graph: Graph, ids: Mapping[str, str], board: Board, tally: Tally) -> None:
    own = claim.extensions.get(X_AIF)
    for kind, key in LINKS.items():
        links = own.get(key) if isinstance(own, Mapping) else None
        for name, label in links.items() if isinstance(links, Mapping) else ():
            other = ids.get(_claim_named(graph, claim.file, str(name)))
            if other is None:
                tally.lost(LOST_LINKS, str(name))
            else:
                board.scheme(kind, str(label), ids[claim.id], other)


def _claim_named(graph: Graph, file: str, name: str) -> str:
    """The claim that a name under `x-aif` stands for: of the same file, else the only one of all that is called so."""
    if f"{file}/{name}" in graph.claims:
        return f"{file}/{name}"
    found = [claim for claim in graph.claims if claim.endswith(f"/{name}")]
    return found[0] if len(found) == 1 else ""
