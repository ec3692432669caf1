"""The view: the part of the graph that is shown, sorted and with who holds what, in all languages still.

Overlays (a bar, a mark, a note by claim id) let evaluation or comparison be shown on a map without the view knowing them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from argmap.graph import Actor, Argument, Claim, Graph, Question, Source, Statement
from argmap.rivalry import Rivalry, rivalry_of
from argmap.selection import EVERYTHING, Selection, selected
from argmap.standing import InForce, deciding, in_force, joint_stance
from argmap.text import Text
from argmap.words import Certainty, Speech, Stance


class Overlay(NamedTuple):
    """Something another stage knows about a claim and wants drawn on its card."""

    bar: float | None = None
    """A share, 0 to 1."""
    mark: str | None = None
    note: Text | None = None


class Holder(NamedTuple):
    """An actor who takes a stance on a claim or an argument, with the statements that show it."""

    actor: Actor
    stance: Stance
    """Mixed where the statements in force go both ways."""
    statements: tuple[Statement, ...]
    conditional: bool = False
    """Every statement from which the stance follows holds under a condition only."""
    rivals: tuple[str, ...] = ()
    """Claims that the same actor is for as well, though they compete with the one he is for here."""
    hedge: Certainty | None = None
    """How sure he sounds where he sounds surest; None where he says it plainly somewhere."""
    inferred: bool = False
    """The annotator infers the stance from what he says: in so many words he nowhere takes it."""
    passed_on_by: tuple[Actor, ...] = ()
    """Where others than the source pass all his words on: those nearest to him."""


class ShownClaim(NamedTuple):
    """A claim or a piece of evidence, with who holds it."""

    claim: Claim
    holders: tuple[Holder, ...]
    overlay: Overlay | None = None


class ShownArgument(NamedTuple):
    """An inference, with who draws or rejects it; where nobody does it is the annotator's reading."""

    argument: Argument
    holders: tuple[Holder, ...]

    @property
    def asserted(self) -> bool:
        """Whether an actor draws this inference; else it is the annotator's reading."""
        return any(holder.stance in {Stance.FOR, Stance.MIXED} for holder in self.holders)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown, in canonical order."""

    sources: tuple[Source, ...]
    """All of them, or those from which something of a selection comes."""
    actors: Mapping[str, Actor]
    questions: tuple[Question, ...]
    claims: tuple[ShownClaim, ...]
    arguments: tuple[ShownArgument, ...]
    contraries: tuple[tuple[str, str], ...]
    short: Mapping[str, str] = field(default_factory=dict)
    """The id to show for each global id: without its file where that is unique in the view."""
    selected: Selection = EVERYTHING
    """What the view was narrowed down to."""


def build_view(graph: Graph, selection: Selection = EVERYTHING, overlays: Mapping[str, Overlay] = MappingProxyType({})) -> View:
    """Return what a selection of a graph shows; without one everything, codebook entries that no source uses apart."""
    shown = selected(graph, selection)
    by_target: dict[str, list[InForce]] = {}
    for standing in in_force(graph.statements.values()):
        by_target.setdefault(standing.statement.target, []).append(standing)
    holders = {claim: _holders(graph, by_target.get(claim, ())) for claim in graph.claims}
    torn = _torn(holders, rivalry_of(graph))
    claims = tuple(
        ShownClaim(claim, torn.get(claim.id, holders[claim.id]), overlays.get(claim.id))
        for claim in graph.claims.values()
        if claim.id in shown
    )
    arguments = tuple(
        ShownArgument(argument, _holders(graph, by_target.get(argument.id, ())))
        for argument in graph.arguments.values()
        if argument.id in shown
    )
    questions = tuple(question for question in graph.questions.values() if question.id in shown)
    ids = [*graph.sources, *graph.actors, *(question.id for question in questions), *(one.claim.id for one in claims)]
    sources = tuple(graph.sources.values())
    return View(
        sources=sources if selection == EVERYTHING else _contributing(sources, claims, arguments),
        actors=graph.actors,
        questions=questions,
        claims=claims,
        arguments=arguments,
        contraries=tuple((first, second) for first, second in graph.contraries if first in shown and second in shown),
        short=short_ids([*ids, *(one.argument.id for one in arguments), *graph.statements]),
        selected=selection,
    )


def narrowed(view: View, shown: Collection[str]) -> View:
    """Return the part of a view that shows some questions, claims and arguments; who holds what stays as it is."""
    claims = tuple(one for one in view.claims if one.claim.id in shown)
    arguments = tuple(one for one in view.arguments if one.argument.id in shown)
    return replace(
        view,
        sources=_contributing(view.sources, claims, arguments),
        questions=tuple(question for question in view.questions if question.id in shown),
        claims=claims,
        arguments=arguments,
        contraries=tuple((first, second) for first, second in view.contraries if first in shown and second in shown),
    )


def _contributing(
    sources: Iterable[Source], claims: Iterable[ShownClaim], arguments: Iterable[ShownArgument]
) -> tuple[Source, ...]:
    """The sources that define something shown, or in which an actor takes a stance on it."""
    entries = [*((one.claim, one.holders) for one in claims), *((one.argument, one.holders) for one in arguments)]
    names = {entry.file for entry, _ in entries}
    names.update(statement.source for _, holders in entries for holder in holders for statement in holder.statements)
    return tuple(source for source in sources if source.id in names)


def _holders(graph: Graph, standing: Iterable[InForce]) -> tuple[Holder, ...]:
    by_actor: dict[str, list[Statement]] = {}
    for statement, actors in standing:
        for actor in actors:
            by_actor.setdefault(actor, []).append(statement)
    return tuple(_holder(graph, actor, said) for actor, said in by_actor.items())


def _holder(graph: Graph, actor: str, said: Sequence[Statement]) -> Holder:
    decisive = deciding(said)
    hedges = {statement.hedge for statement in decisive}
    return Holder(
        actor=graph.actors[actor],
        stance=joint_stance(statement.stance for statement in said),
        statements=tuple(said),
        conditional=all(statement.given is not None for statement in decisive),
        hedge=None if None in hedges else next((hedge for hedge in Certainty if hedge in hedges), None),
        inferred=all(statement.speech is Speech.INFERRED for statement in decisive),
        passed_on_by=_passed_on_by(graph, decisive),
    )


def _passed_on_by(graph: Graph, statements: Sequence[Statement]) -> tuple[Actor, ...]:
    nearest: dict[str, None] = {}
    for statement in statements:
        if not statement.via or statement.via[0] in graph.sources[statement.source].author:
            return ()
        nearest[statement.via[0]] = None
    return tuple(graph.actors[actor] for actor in nearest)


def _torn(holders: Mapping[str, tuple[Holder, ...]], rivalry: Rivalry) -> dict[str, tuple[Holder, ...]]:
    """The holders of competing claims, with what else each of them is for."""
    torn: dict[str, tuple[Holder, ...]] = {}
    for group in rivalry.groups:
        held: dict[str, list[str]] = {}
        for claim in group.claims:
            for holder in holders[claim]:
                if holder.stance is Stance.FOR:
                    held.setdefault(holder.actor.id, []).append(claim)
        for claim in group.claims:
            others = {
                actor: tuple(other for other in claims if other != claim) for actor, claims in held.items() if claim in claims
            }
            if any(others.values()):
                torn[claim] = tuple(
                    holder._replace(rivals=holder.rivals + others.get(holder.actor.id, ()))
                    for holder in torn.get(claim, holders[claim])
                )
    return torn


def short_ids(ids: Iterable[str]) -> Mapping[str, str]:
    """Return for each global id the form to show: without its file where that is unique among them.

    >>> short_ids(["a/rent", "b/rent", "b/wage"])
    {'a/rent': 'a/rent', 'b/rent': 'b/rent', 'b/wage': 'wage'}
    """
    all_ids = tuple(ids)
    count: dict[str, int] = {}
    for name in all_ids:
        local = name.partition("/")[2] or name
        count[local] = count.get(local, 0) + 1
    return {name: local if count[local := name.partition("/")[2] or name] == 1 else name for name in all_ids}
