"""The door of the comparison: a graph → who stands where, with whom, over what they split and what changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.comparison.annotators.agreement import AnnotatorAgreement, annotator_agreement
from argmap.comparison.coalitions.groups import Coalitions, coalitions_of
from argmap.comparison.divisiveness import ClaimBalance, balances_of
from argmap.comparison.grounds import Clash, Ground, clashes_of, debate_of, grounds_of
from argmap.comparison.made import Cell
from argmap.comparison.ordering import in_blocks
from argmap.comparison.pairs.agreement import Agreements, agreements_of
from argmap.comparison.positions.derived import DerivedStances
from argmap.comparison.positions.questions import QuestionPositions, question_positions
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import Events
from argmap.comparison.record.parties import Party
from argmap.comparison.record.readings import ReadSource
from argmap.comparison.record.scope import scope_of
from argmap.comparison.request import By, Note, NoteKind, Request
from argmap.comparison.shifts import Shift, by_period, shifts_of
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.rivalry import Rivalry, rivalry_of


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Who stands where. Rows are parties, columns are claims (evidence among them); everything is in canonical order.

    What is silent has no entry: silence is no disagreement. What is derived is never mixed with what was said.
    """

    graph: Graph
    """With the texts of everything that is named here by its id."""
    request: Request
    sources: tuple[ReadSource, ...]
    """What was read, with all readings of each source."""
    files: frozenset[str]
    """The ids of the sources of the graph that were compared: of each published text one reading."""
    parties: Mapping[str, Party]
    """The rows."""
    claims: tuple[str, ...]
    """The columns: claims on which something was said."""
    events: Events
    """Every stance on a claim, in order of the source's date and the place in it, also those that no longer count."""
    positions: Positions
    """What was said, by row and claim; one without a stance has been taken back."""
    rivalry: Rivalry
    """Which claims compete; no groups where derived stances are off."""
    derived: DerivedStances
    """What follows from what was said, by row and claim; empty where derived stances are off."""
    question_positions: QuestionPositions
    agreements: Agreements
    coalitions: Coalitions | None
    """None where too little is known; a note says why."""
    balances: tuple[ClaimBalance, ...]
    """Of each claim on which anybody takes a position."""
    shifts: tuple[Shift, ...]
    """Changes of mind, always of actors, whatever the rows are."""
    grounds: tuple[Ground, ...]
    clashes: tuple[Clash, ...]
    annotators: AnnotatorAgreement | None
    """None where no source has two annotators. Over all readings, whatever else was asked for."""
    notes: tuple[Note, ...]

    @cached_property
    def by_period(self) -> Mapping[str, Positions]:
        """The positions that follow from what was said in each period, in order; what has no date is in none."""
        said = by_period(self.graph, self.events, self.request.period)
        return {period: Positions(events, self.request.duplicates) for period, events in said.items()}

    def to_csv(self, table: str = "statements", language: str = "en", *, mark: bool = False) -> str:
        """Return a table as CSV.

        Args:
            table: `statements`, `matrix`, `agreement` or `claims`.
            language: of names and texts.
            mark: begin with a byte order mark, by which spreadsheets know UTF-8.

        Raises:
            ValueError: there is no such table.
        """
        from argmap.comparison.tables import Table, comparison_csv

        return comparison_csv(self, Table(table), language, mark=mark)

    def to_json(self) -> str:
        """Return all of it as JSON, as docs/comparison.md describes it."""
        from argmap.comparison.records import comparison_json

        return comparison_json(self)

    @cached_property
    def cells_of(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each claim in which anything was said."""
        found: dict[str, list[Cell]] = {}
        for cell in self.positions:
            found.setdefault(cell[1], []).append(cell)
        return {claim: tuple(cells) for claim, cells in found.items()}

    @cached_property
    def blocks(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Rows and claims in an order in which blocks show: those who say the same stand together."""
        return in_blocks(self.positions, self.derived)


def compare(
    graph: Graph, request: Request | None = None, provenance: Callable[[Collection[str]], Provenance] | None = None
) -> Comparison:
    """Return who stands where in a graph.

    Args:
        graph: what was said.
        request: what of it is compared, and how; None compares everything.
        provenance: finds the quotes of some sources in their texts; asked only for sources with several annotators.

    Raises:
        ComparisonError: no annotator or no question is called so.
    """
    asked = request or Request()
    scope = scope_of(graph, asked)
    said = scope.record
    parties = tuple(said.parties)
    positions = Positions(said.events, asked.duplicates)
    rivalry = rivalry_of(graph) if asked.derived else Rivalry(())
    derived = DerivedStances(rivalry, positions)
    agreements = agreements_of(positions, rivalry, asked.least_shared)
    coalitions = coalitions_of(parties, agreements, asked.seed)
    named = coalitions if isinstance(coalitions, Coalitions) else None
    debate = debate_of(graph, scope.nodes, positions, said.inferences)
    several = [file for source in scope.sources if len(source.readings) > 1 for one in source.readings for file in one.files]
    return Comparison(
        graph=graph,
        request=asked,
        sources=scope.sources,
        files=scope.files,
        parties=said.parties,
        claims=positions.claims,
        events=said.events,
        positions=positions,
        rivalry=rivalry,
        derived=derived,
        question_positions=question_positions(graph, positions),
        agreements=agreements,
        coalitions=named,
        balances=balances_of(positions, derived, named.groups if named else ()),
        shifts=shifts_of(graph, positions if asked.by is By.ACTOR else _of_actors(graph, asked)),
        grounds=grounds_of(debate),
        clashes=clashes_of(debate),
        annotators=annotator_agreement(graph, scope.sources, provenance(several) if provenance and several else None),
        notes=(*scope.notes, *_notes(parties, agreements, coalitions)),
    )


def _of_actors(graph: Graph, asked: Request) -> Positions:
    """The positions of actors, where rows are something else."""
    return Positions(scope_of(graph, replace(asked, by=By.ACTOR)).record.events, asked.duplicates)


def _notes(parties: Sequence[str], agreements: Agreements, coalitions: Coalitions | Note) -> list[Note]:
    if not parties:
        return [Note(kind=NoteKind.NOTHING)]
    notes = [] if agreements.numbers("shared").any() else [Note(kind=NoteKind.NO_SHARED_CLAIMS)]
    return [*notes, coalitions] if isinstance(coalitions, Note) else notes
