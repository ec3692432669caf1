"""Networks of actors, of claims, and of both: the measures of Discourse Network Analyzer, ready for Gephi, R and networkx."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, assert_never

import numpy as np

from argmap.comparison.arrays import Numbers
from argmap.comparison.pairs.coding import coded, support_of
from argmap.comparison.pairs.congruence import (
    Entries,
    Normalisation,
    congruence_and_conflict,
    normaliser,
    shared_columns,
    transposed,
)
from argmap.comparison.pairs.oppositions import derived_conflict
from argmap.comparison.pairs.sums import MEETINGS, PairSums, joined
from argmap.comparison.positions.said import Counts, Positions
from argmap.comparison.record.parties import Party
from argmap.comparison.record.scope import scope_of
from argmap.comparison.request import ComparisonError, Note, NoteKind, Request
from argmap.graph import Graph
from argmap.rivalry import Rivalry, rivalry_of
from argmap.text import Text
from argmap.words import Stance

if TYPE_CHECKING:
    import networkx as nx


class Mode(StrEnum):
    """What a network connects, and by what."""

    CONGRUENCE = "congruence"
    """Actors who say the same."""
    CONFLICT = "conflict"
    """Actors who say the opposite."""
    SUBTRACT = "subtract"
    """Actors: congruence less conflict, so that friends are above 0 and foes below."""
    IGNORE = "ignore"
    """Actors who speak about the same, whatever they say."""
    AFFILIATION = "affiliation"
    """Actors and the claims on which they take a stance."""
    CONCEPT = "concept"
    """Claims on which the same actors take stances."""


class Aggregation(StrEnum):
    """How stances become one weight, where the mode leaves it open."""

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"
    """Of claims congruence less conflict; of an actor and a claim the stances for less those against."""
    IGNORE = "ignore"
    """How often, whatever the stance."""
    COMBINE = "combine"
    """Of an actor and a claim the kind of stance: 1 for, 2 against, 3 both, 4 neither."""


class Node(NamedTuple):
    """An actor, or what actors are taken together as, or a claim."""

    id: str
    type: Literal["actor", "claim"]
    text: Text | None
    """The name of an actor, the words of a claim; None for kinds of actors, which the interface names."""
    statements: int
    """How many count: the activity of an actor, the prominence of a claim."""


class Tie(NamedTuple):
    """Two actors, or two claims."""

    first: str
    second: str
    weight: float
    """Of the mode, normalised."""
    congruence: float
    """Not normalised, like all that follows."""
    conflict: float
    derived: float
    """Conflict over competing claims that need not be shared; never part of the weight. 0 for claims."""
    shared: int
    """The claims on which both actors, or the actors who on both claims, take a stance."""


class Link(NamedTuple):
    """An actor and a claim."""

    first: str
    """The actor."""
    second: str
    """The claim."""
    weight: float
    supporting: int
    opposing: int
    mixed: int
    neutral: int
    stance: Stance
    """The position that follows."""


Edges: TypeAlias = tuple[Tie, ...] | tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Network:
    """A weighted, undirected network. Nodes and edges are in canonical order; nodes without edges are there too."""

    mode: Mode
    aggregation: Aggregation
    normalisation: Normalisation
    nodes: tuple[Node, ...]
    edges: Edges
    notes: tuple[Note, ...]

    def to_csv(self, language: str = "en", *, mark: bool = False) -> str:
        """Return the edges as CSV, one a line, with the names of both ends.

        Args:
            language: of the names.
            mark: begin with a byte order mark, by which spreadsheets know UTF-8.
        """
        from argmap.comparison.networks.tables import network_csv

        return network_csv(self, language, mark=mark)

    def to_graphml(self, language: str = "en") -> str:
        """Return the network as GraphML with typed attributes, as Gephi and networkx read it."""
        from argmap.comparison.networks.graphml import network_graphml

        return network_graphml(self, language)

    def to_networkx(self) -> "nx.Graph[str]":
        """Return the network as a networkx graph; nodes and edges carry their fields as attributes, texts as mappings."""
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph(mode=self.mode.value, normalisation=self.normalisation.value)
        for node in self.nodes:
            graph.add_node(node.id, **{key: value for key, value in node._asdict().items() if key != "id"})
        for edge in self.edges:
            fields = {key: value for key, value in edge._asdict().items() if key not in {"first", "second"}}
            graph.add_edge(edge.first, edge.second, **fields)
        return graph


_ONE_MODE: Final = frozenset(
    {Normalisation.NO, Normalisation.AVERAGE, Normalisation.JACCARD, Normalisation.DNA_COSINE, Normalisation.COSINE}
)
_TWO_MODE: Final = frozenset({Normalisation.NO, Normalisation.ACTIVITY, Normalisation.PROMINENCE})


def network(
    graph: Graph,
    mode: Mode,
    normalisation: Normalisation = Normalisation.NO,
    aggregation: Aggregation | None = None,
    request: Request | None = None,
) -> Network:
    """Return a network of what was said in a graph.

    Args:
        graph: what was said.
        mode: what is connected.
        normalisation: by what weights are divided.
        aggregation: for claims congruence where it is None; for actors and claims subtract. The modes of actors say it.
        request: what of the graph is taken; None takes all of it.

    Raises:
        ComparisonError: normalisation or aggregation are not for this mode, or an annotator is unknown.
    """
    wanted = _aggregation(mode, aggregation)
    _check(mode, normalisation, wanted)
    asked = request or Request()
    scope = scope_of(graph, asked)
    positions = Positions(scope.record.events, asked.duplicates)
    parties, claims = positions.events.parties, positions.events.claims
    totals = _totals(positions)
    entries = coded(positions)
    if mode is Mode.AFFILIATION:
        edges: Edges = _links(positions, totals, wanted, normalisation)
    elif mode is Mode.CONCEPT:
        edges = _ties(claims, transposed(entries), wanted, normalisation, None)
    else:
        rivalry = rivalry_of(graph) if asked.derived else Rivalry(())
        opposed = derived_conflict(support_of(entries), {claim: place for place, claim in enumerate(claims)}, rivalry, len(parties))
        edges = _ties(parties, entries, wanted, normalisation, opposed)
    notes = scope.notes if parties else (*scope.notes, Note(kind=NoteKind.NOTHING))
    return Network(
        mode=mode,
        aggregation=wanted,
        normalisation=normalisation,
        nodes=_nodes(graph, mode, scope.record.parties, positions.claims, totals),
        edges=edges,
        notes=notes,
    )


def _aggregation(mode: Mode, asked: Aggregation | None) -> Aggregation:
    match mode:
        case Mode.AFFILIATION:
            return asked or Aggregation.SUBTRACT
        case Mode.CONCEPT:
            return asked or Aggregation.CONGRUENCE
        case Mode.CONGRUENCE | Mode.CONFLICT | Mode.SUBTRACT | Mode.IGNORE:
            if asked is not None and asked.value != mode.value:
                raise ComparisonError(
                    f"Networks of actors are weighed by their mode, {mode}; {asked} is for affiliation or concept."
                )
            return Aggregation(mode.value)
        case _ as unreachable:
            assert_never(unreachable)


def _check(mode: Mode, normalisation: Normalisation, aggregation: Aggregation) -> None:
    two_modes = mode is Mode.AFFILIATION
    if normalisation not in (_TWO_MODE if two_modes else _ONE_MODE):
        fitting = ", ".join(sorted(_TWO_MODE if two_modes else _ONE_MODE))
        raise ComparisonError(f"The normalisation {normalisation} is not for the mode {mode}; take one of {fitting}.")
    if two_modes and aggregation in {Aggregation.CONGRUENCE, Aggregation.CONFLICT}:
        raise ComparisonError(
            f"{aggregation} is between two actors or two claims; for affiliation take subtract, combine or ignore."
        )
    if not two_modes and aggregation is Aggregation.COMBINE:
        raise ComparisonError("combine is for the mode affiliation.")
    if aggregation is Aggregation.COMBINE and normalisation is not Normalisation.NO:
        raise ComparisonError("combine names kinds of stances, which cannot be divided; leave out the normalisation.")


def _ties(
    names: Sequence[str], entries: Entries, aggregation: Aggregation, normalisation: Normalisation, opposed: PairSums | None
) -> tuple[Tie, ...]:
    parts = {"said": congruence_and_conflict(entries), "columns": shared_columns(entries)}
    pairs = joined(len(names), parts if opposed is None else {**parts, "opposed": opposed})
    weight = _weight(aggregation, pairs) / normaliser(entries, normalisation, pairs)
    derived = pairs.sums.get("opposed.derived", np.zeros(len(pairs)))
    shows_conflict = aggregation in {Aggregation.CONFLICT, Aggregation.SUBTRACT}
    kept = np.flatnonzero((weight != 0) | ((derived != 0) & shows_conflict))
    shared = pairs.sums[f"columns.{MEETINGS}"].astype(np.int64)
    columns = (weight, pairs.sums["said.congruence"], pairs.sums["said.conflict"], derived, shared)
    ends = ([names[place] for place in end[kept].tolist()] for end in (pairs.first, pairs.second))
    return tuple(map(Tie._make, zip(*ends, *(column[kept].tolist() for column in columns), strict=True)))


def _weight(aggregation: Aggregation, pairs: PairSums) -> Numbers:
    congruence, conflict = pairs.sums["said.congruence"], pairs.sums["said.conflict"]
    match aggregation:
        case Aggregation.CONGRUENCE:
            return congruence
        case Aggregation.CONFLICT:
            return conflict
        case Aggregation.SUBTRACT:
            return congruence - conflict
        case Aggregation.IGNORE:
            return pairs.sums["said.ignore"]
        case Aggregation.COMBINE:
            raise ValueError("combine is for actors and claims")
        case _ as unreachable:
            assert_never(unreachable)


def _links(
    positions: Positions, totals: Mapping[str, int], aggregation: Aggregation, normalisation: Normalisation
) -> tuple[Link, ...]:
    links = []
    for place, (party, claim), stance in positions.taken():
        counts = positions.counts_at(place)
        weight = _link_weight(aggregation, counts, stance)
        if normalisation is Normalisation.ACTIVITY:
            weight /= totals[party]
        elif normalisation is Normalisation.PROMINENCE:
            weight /= totals[claim]
        links.append(Link(party, claim, weight, *counts, stance=stance))
    return tuple(links)


_KINDS: Final[Mapping[Stance, float]] = {Stance.FOR: 1, Stance.AGAINST: 2, Stance.MIXED: 3, Stance.NEUTRAL: 4}


def _link_weight(aggregation: Aggregation, counts: Counts, stance: Stance) -> float:
    match aggregation:
        case Aggregation.SUBTRACT:
            return counts.supporting - counts.opposing
        case Aggregation.IGNORE:
            return counts.total
        case Aggregation.COMBINE:
            return _KINDS[stance]
        case Aggregation.CONGRUENCE | Aggregation.CONFLICT:
            raise ValueError(f"{aggregation} is between two actors or two claims")
        case _ as unreachable:
            assert_never(unreachable)


def _totals(positions: Positions) -> Mapping[str, int]:
    """How many statements of each row, and about each claim, count."""
    totals: dict[str, int] = {}
    number = positions.counts.sum(axis=1)
    for names, places in ((positions.events.parties, positions.party), (positions.events.claims, positions.claim)):
        of_each = np.bincount(places, number, minlength=len(names)).astype(np.int64)
        totals.update(zip(names, of_each.tolist(), strict=True))
    return totals


def _nodes(
    graph: Graph, mode: Mode, parties: Mapping[str, Party], claims: Sequence[str], totals: Mapping[str, int]
) -> tuple[Node, ...]:
    actors = [Node(party.id, "actor", party.name, totals.get(party.id, 0)) for party in parties.values()]
    concepts = [Node(claim, "claim", graph.claims[claim].text, totals.get(claim, 0)) for claim in claims]
    match mode:
        case Mode.AFFILIATION:
            return (*actors, *concepts)
        case Mode.CONCEPT:
            return tuple(concepts)
        case Mode.CONGRUENCE | Mode.CONFLICT | Mode.SUBTRACT | Mode.IGNORE:
            return tuple(actors)
        case _ as unreachable:
            assert_never(unreachable)
