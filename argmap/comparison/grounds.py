"""What stances rest on: the evidence and reasons under each, which of them the others answer, and which stand unanswered.

An argument that no statement asserts is the annotator's reading; it is never an actor's own argument, nor its evidence his.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

import numpy as np

from argmap.comparison.arrays import starts
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import STANCES, Event
from argmap.graph import Argument, Claim, Graph
from argmap.standing import joint_stance
from argmap.words import ArgumentRelation, Stance


class AnswerKind(StrEnum):
    """How an argument is answered."""

    UNDERCUT = "undercut"
    """Another argument denies the inference."""
    ATTACK = "attack"
    """Another argument attacks one of its premises."""
    DENIAL = "denial"
    """Somebody is against one of its premises."""
    REJECTION = "rejection"
    """Somebody rejects the inference itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Something that speaks against an argument."""

    kind: AnswerKind
    target: str
    """The premise that is attacked or denied; for an undercut or a rejection the argument."""
    argument: str | None
    """The argument that attacks or undercuts; None where somebody just says no."""
    drawn_by: tuple[str, ...]
    """Rows that draw this argument themselves, or that deny or reject."""
    stated_by: tuple[str, ...]
    """Rows that hold a premise of it; where nobody draws it, that it answers is the annotator's reading."""

    def by_others(self, party: str) -> bool:
        """Whether anybody but one row stands behind it."""
        return any(other != party for other in (*self.drawn_by, *self.stated_by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason for or against a claim that a row gives, or that the annotator reads into what it says."""

    party: str
    claim: str
    stance: Stance | None
    """Of the row on the claim; None where it draws the inference and leaves the claim to the reader."""
    argument: str
    relation: ArgumentRelation
    """Support or attack."""
    premises: tuple[str, ...]
    evidence: tuple[str, ...]
    """The premises that are evidence."""
    own: bool
    """Whether the row draws the inference; else nobody does, and the row only holds a premise of it."""
    answers: tuple[Answer, ...]

    @property
    def answered(self) -> bool:
        """Whether anybody else answers it."""
        return any(answer.by_others(self.party) for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An attack or undercut between what rows hold: "A's x attacks B's y". It is no stance, and is not counted as one."""

    argument: str
    relation: ArgumentRelation
    """Attack or undercut."""
    premises: tuple[str, ...]
    target: str
    """A claim; of an undercut an argument."""
    attacking: tuple[str, ...]
    """Rows that draw the argument or are for one of its premises."""
    defending: tuple[str, ...]
    """Rows that are for the claim, or draw the argument, that is attacked."""
    drawn_by: tuple[str, ...]
    """Those of `attacking` that draw it; where it is nobody, the annotator sees the clash."""


@dataclass(frozen=True)
class Debate:
    """Who holds and who draws what, and what speaks against what."""

    arguments: Mapping[str, Argument]
    claims: Mapping[str, Claim]
    positions: Positions
    drawing: Mapping[str, Mapping[str, Stance]]
    """Argument → the rows that draw, reject or weigh it."""
    holding: Mapping[str, Sequence[str]]
    """Claim → the rows that are for it, or of two minds."""
    denying: Mapping[str, Sequence[str]]
    """Claim → the rows that are against it."""
    against: Mapping[str, Sequence[Argument]]
    """Claim or argument → the arguments that attack or undercut it."""

    def drawn_by(self, argument: str) -> tuple[str, ...]:
        """Return the rows that draw an argument."""
        return tuple(party for party, stance in self.drawing.get(argument, {}).items() if stance in _HOLDING)

    def holders(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the rows that hold any of some claims."""
        return tuple(dict.fromkeys(party for claim in claims for party in self.holding.get(claim, ())))


_HOLDING: Final = frozenset({Stance.FOR, Stance.MIXED})


def debate_of(graph: Graph, nodes: Collection[str], positions: Positions, inferences: Iterable[Event]) -> Debate:
    """Return what some claims and arguments of a graph look like as a debate; rows come in the order of positions and events."""
    said: dict[str, dict[str, list[Stance]]] = {}
    for event in inferences:
        if event.ended is None:
            said.setdefault(event.claim, {}).setdefault(event.party, []).append(event.stance)
    arguments = {argument.id: argument for argument in graph.arguments.values() if argument.id in nodes}
    against: dict[str, list[Argument]] = {}
    for argument in arguments.values():
        if argument.relation is not ArgumentRelation.SUPPORT:
            against.setdefault(argument.target, []).append(argument)
    return Debate(
        arguments=arguments,
        claims=graph.claims,
        positions=positions,
        drawing={
            argument: {party: joint_stance(stances) for party, stances in parties.items()} for argument, parties in said.items()
        },
        holding=_rows_by_claim(positions, _HOLDING),
        denying=_rows_by_claim(positions, {Stance.AGAINST}),
        against=against,
    )


def _rows_by_claim(positions: Positions, stances: Collection[Stance]) -> Mapping[str, Sequence[str]]:
    """The rows that take one of some stances, for each claim on which any does."""
    places = np.flatnonzero(np.isin(positions.stance, [STANCES.index(stance) for stance in stances]))
    places = places[np.argsort(positions.claim[places], kind="stable")]
    claims, parties = positions.events.claims, positions.events.parties
    rows = [parties[row] for row in positions.party[places].tolist()]
    begins = np.flatnonzero(starts(positions.claim[places]))
    names = [claims[claim] for claim in positions.claim[places[begins]].tolist()]
    return {name: rows[begin:end] for name, (begin, end) in zip(names, pairwise([*begins.tolist(), len(rows)]), strict=True)}


def grounds_of(debate: Debate) -> tuple[Ground, ...]:
    """Return every reason that a row gives for or against a claim, and what the annotator reads so, in order of the arguments."""
    return tuple(
        ground
        for argument in debate.arguments.values()
        if argument.relation is not ArgumentRelation.UNDERCUT
        for ground in _grounds(debate, argument)
    )


def _grounds(debate: Debate, argument: Argument) -> Iterator[Ground]:
    drawing = debate.drawn_by(argument.id)
    parties = drawing or [party for party in debate.holders(argument.premises) if _fits(debate, argument, party)]
    if not parties:
        return
    answers = _answers(debate, argument)
    for party in parties:
        yield Ground(
            party=party,
            claim=argument.target,
            stance=debate.positions.stance_of(party, argument.target),
            argument=argument.id,
            relation=argument.relation,
            premises=argument.premises,
            evidence=tuple(premise for premise in argument.premises if debate.claims[premise].evidence),
            own=bool(drawing),
            answers=answers,
        )


def _fits(debate: Debate, argument: Argument, party: str) -> bool:
    """Whether an argument that nobody draws speaks for the stance that a row takes on its target."""
    side = Stance.FOR if argument.relation is ArgumentRelation.SUPPORT else Stance.AGAINST
    return debate.positions.stance_of(party, argument.target) in {side, Stance.MIXED}


def _answers(debate: Debate, argument: Argument) -> tuple[Answer, ...]:
    found = [_answer(debate, AnswerKind.UNDERCUT, argument.id, other) for other in debate.against.get(argument.id, ())]
    rejecting = tuple(party for party, stance in debate.drawing.get(argument.id, {}).items() if stance is Stance.AGAINST)
    if rejecting:
        found.append(_said_no(AnswerKind.REJECTION, argument.id, rejecting))
    for premise in argument.premises:
        found += [_answer(debate, AnswerKind.ATTACK, premise, other) for other in debate.against.get(premise, ())]
        if premise in debate.denying:
            found.append(_said_no(AnswerKind.DENIAL, premise, tuple(debate.denying[premise])))
    return tuple(found)


def _answer(debate: Debate, kind: AnswerKind, target: str, other: Argument) -> Answer:
    return Answer(
        kind=kind,
        target=target,
        argument=other.id,
        drawn_by=debate.drawn_by(other.id),
        stated_by=debate.holders(other.premises),
    )


def _said_no(kind: AnswerKind, target: str, parties: tuple[str, ...]) -> Answer:
    return Answer(kind=kind, target=target, argument=None, drawn_by=parties, stated_by=())


def clashes_of(debate: Debate) -> tuple[Clash, ...]:
    """Return every attack and undercut in which two different rows meet, in order of the arguments."""
    found = []
    for argument in debate.arguments.values():
        if argument.relation is ArgumentRelation.SUPPORT:
            continue
        drawn_by = debate.drawn_by(argument.id)
        attacking = tuple(dict.fromkeys((*drawn_by, *debate.holders(argument.premises))))
        undercut = argument.relation is ArgumentRelation.UNDERCUT
        defending = debate.drawn_by(argument.target) if undercut else tuple(debate.holding.get(argument.target, ()))
        if attacking and defending and len({*attacking, *defending}) > 1:
            found.append(
                Clash(
                    argument=argument.id,
                    relation=argument.relation,
                    premises=argument.premises,
                    target=argument.target,
                    attacking=attacking,
                    defending=defending,
                    drawn_by=drawn_by,
                )
            )
    return tuple(found)
