"""What the pages of a site are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from argmap.comparison.comparing import Comparison
from argmap.comparison.divisiveness import ClaimBalance
from argmap.comparison.grounds import Ground
from argmap.comparison.positions.questions import QuestionPosition
from argmap.comparison.positions.said import Position
from argmap.comparison.shifts import Shift
from argmap.corpus import Corpus
from argmap.graph import Argument, Claim, Graph, Statement
from argmap.provenance import Provenance
from argmap.rendering.colours import Theme
from argmap.rendering.comparison.addresses import Addresses, Subject
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.naming import Naming
from argmap.rendering.page.passages import Share
from argmap.selection import Selectable, selectable
from argmap.site.names import page_paths
from argmap.view import View

START: Final = "index.html"
COMPARISON: Final = "comparison.html"

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Material:
    """A corpus with all that follows from it, and how its site is to look."""

    graph: Graph
    corpus: Corpus
    provenance: Provenance
    apart: frozenset[str]
    """The sources whose texts are kept apart from their annotations."""
    view: View
    """Of the whole graph."""
    comparison: Comparison
    """Of all actors; of each published text one reading."""
    naming: Naming
    theme: Theme = Theme.AUTO
    share: Share | None = None
    """How much of the articles goes along with the reading rooms; None as in single pages."""
    engine: str | None = None
    """The layout engine of the maps."""

    @cached_property
    def paths(self) -> Mapping[tuple[Subject, str], str]:
        """The path of each page, from the root of the site."""
        return page_paths(
            {
                Subject.SOURCE: self.graph.sources,
                Subject.QUESTION: (question.id for question in self.view.questions),
                Subject.ACTOR: self.actors,
                Subject.CLAIM: (shown.claim.id for shown in self.view.claims),
            }
        )

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The actors who say, pass on, write or publish something, and whom they speak for; in canonical order."""
        found: set[str] = set()
        for source in self.graph.sources.values():
            found.update(source.author, [source.outlet] if source.outlet else [])
        for statement in self.graph.statements.values():
            found.update(statement.actors, statement.via, [statement.affiliation] if statement.affiliation else [])
        waiting = list(found)
        while waiting:
            actor = self.graph.actors.get(waiting.pop())
            if actor is not None and actor.affiliation and actor.affiliation not in found:
                found.add(actor.affiliation)
                waiting.append(actor.affiliation)
        return tuple(actor for actor in self.graph.actors if actor in found)

    @cached_property
    def statements_on(self) -> Mapping[str, tuple[Statement, ...]]:
        """All statements by what they are about, also those of readings that are not compared."""
        return _grouped((statement.target, statement) for statement in self.graph.statements.values())

    @cached_property
    def arguments_on(self) -> Mapping[str, tuple[Argument, ...]]:
        """Arguments by what they bear on."""
        return _grouped((shown.argument.target, shown.argument) for shown in self.view.arguments)

    @cached_property
    def arguments_from(self) -> Mapping[str, tuple[Argument, ...]]:
        """Arguments by their premises."""
        return _grouped((premise, shown.argument) for shown in self.view.arguments for premise in shown.argument.premises)

    @cached_property
    def statements_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by source."""
        return _grouped((statement.source, statement) for statement in self.graph.statements.values())

    @cached_property
    def uncompared_of(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements of readings that are not compared, by actor."""
        return _grouped(
            (actor, statement)
            for statement in self.graph.statements.values()
            if statement.source not in self.comparison.files
            for actor in statement.actors
        )

    @cached_property
    def positions_on(self) -> Mapping[str, tuple[Position, ...]]:
        """Positions by claim."""
        return _grouped((claim, position) for (_, claim), position in self.comparison.positions.items())

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[str, ...]]:
        """The claims on which an actor takes a position, or on which one follows, in canonical order."""
        cells = {*self.comparison.positions, *self.comparison.derived}
        order = {claim: place for place, claim in enumerate(self.graph.claims)}
        return {
            party: tuple(sorted(claims, key=order.__getitem__))
            for party, claims in _grouped((party, claim) for party, claim in sorted(cells)).items()
        }

    @cached_property
    def balances(self) -> Mapping[str, ClaimBalance]:
        """How each claim divides those who take a position on it."""
        return {balance.claim: balance for balance in self.comparison.balances}

    @cached_property
    def questions_of(self) -> Mapping[str, tuple[QuestionPosition, ...]]:
        """Positions on questions by actor."""
        return _grouped((one.party, one) for one in self.comparison.question_positions)

    @cached_property
    def shifts_of(self) -> Mapping[str, tuple[Shift, ...]]:
        """Changes of mind by actor."""
        return _grouped((shift.actor, shift) for shift in self.comparison.shifts)

    @cached_property
    def grounds_of(self) -> Mapping[str, tuple[Ground, ...]]:
        """What the stances of each actor rest on."""
        return _grouped((ground.party, ground) for ground in self.comparison.grounds)

    @cached_property
    def positions_about(self) -> Mapping[str, tuple[QuestionPosition, ...]]:
        """Positions on questions by question."""
        return _grouped((one.question, one) for one in self.comparison.question_positions)

    @cached_property
    def selectable(self) -> Selectable:
        """What all selections from the graph start from."""
        return selectable(self.graph)

    @cached_property
    def answers_to(self) -> Mapping[str, tuple[Claim, ...]]:
        """The answers of each question, in canonical order."""
        return _grouped((question, shown.claim) for shown in self.view.claims for question in dict.fromkeys(shown.claim.answers))

    @cached_property
    def contraries_of(self) -> Mapping[str, tuple[str, ...]]:
        """The contraries of each claim, in canonical order."""
        return _grouped(ends for one, other in self.graph.contraries for ends in ((one, other), (other, one)))

    def entries(self, up: str) -> Entries:
        """Return what makes entries for a page from which the root of the site is `up`."""
        return Entries(self.naming, Addresses(self.paths, up))


def _grouped(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}
