"""Who stands where: the stance of a row on a claim and on a question, as it follows from all that still counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from argmap.comparison.dates import Period, period_of
from argmap.comparison.record.events import Event
from argmap.comparison.request import Duplicates
from argmap.graph import Graph, Statement
from argmap.standing import deciding, joint_stance
from argmap.text import Text
from argmap.words import Certainty, QuestionKind, Stance

LEVELS: Final[Mapping[Stance, int]] = {Stance.AGAINST: -1, Stance.MIXED: 0, Stance.NEUTRAL: 0, Stance.FOR: 1}
"""Stances as numbers."""

Cell: TypeAlias = tuple[str, str]
"""The ids of a row and of a claim."""

Condition: TypeAlias = str | tuple[tuple[str, str], ...]
"""Under what a stance holds: the id of a claim, or a text as pairs of language and words. Two are the same if they are equal."""


class Counts(NamedTuple):
    """How often each stance was taken, under the policy for duplicates."""

    supporting: int = 0
    opposing: int = 0
    mixed: int = 0
    neutral: int = 0

    @property
    def total(self) -> int:
        """How often any stance was taken."""
        return self.supporting + self.opposing + self.mixed + self.neutral

    @property
    def mean(self) -> float:
        """The mean stance, from -1, always against, to 1, always for; 0 where none was taken."""
        return (self.supporting - self.opposing) / self.total if self.total else 0.0


_ONE: Final[Mapping[Stance, Counts]] = {
    Stance.FOR: Counts(supporting=1),
    Stance.AGAINST: Counts(opposing=1),
    Stance.MIXED: Counts(mixed=1),
    Stance.NEUTRAL: Counts(neutral=1),
}


class Position(NamedTuple):
    """Where a row stands on a claim, as far as it has said so itself; a cell without one is silent, which is no disagreement."""

    party: str
    claim: str
    stance: Stance | None
    """None where everything was replaced or retracted: silent today, with a history."""
    counts: Counts
    events: tuple[Event, ...]
    """What counts, in canonical order."""
    past: tuple[Event, ...]
    """What no longer does."""
    conditions: tuple[Condition, ...] = ()
    """Those under which the stance holds, each once."""
    conditional: bool = False
    """Whether it holds under a condition only."""
    hedges: tuple[Certainty, ...] = ()
    """How sure the speakers sound, each word once."""

    @property
    def latest(self) -> Stance | None:
        """The stance that follows from what was said last; None without dates."""
        date = max((event.date for event in self.events if event.date is not None), default=None)
        return joint_stance(event.stance for event in self.events if event.date == date) if date is not None else None


class QuestionPosition(NamedTuple):
    """Where a row stands on a question, all its stances on the answers taken together."""

    party: str
    question: str
    stance: Stance
    """For: holds answers that do not compete. Against: only rejects answers. Mixed: holds rival answers, or is of two minds about
    one. Neutral: declines to choose."""
    positions: tuple[Position, ...]
    """On the answers, in canonical order, silence left out."""


def condition_of(statement: Statement) -> Condition | None:
    """Return the condition under which a stance holds; None where it holds without one."""
    given = statement.given
    return given if given is None or isinstance(given, str) else tuple(given.items())


def condition_text(graph: Graph, condition: Condition) -> Text:
    """Return a condition in words: those of the claim that it names, or its own."""
    return graph.claims[condition].text if isinstance(condition, str) else dict(condition)


def positions_of(events: Iterable[Event], duplicates: Duplicates) -> Mapping[Cell, Position]:
    """Return the position of every row on every claim that it said something about."""
    cells: dict[Cell, list[Event]] = {}
    for event in events:
        cells.setdefault((event.party, event.claim), []).append(event)
    return {cell: _position(cell, said, duplicates) for cell, said in cells.items()}


def _position(cell: Cell, said: Sequence[Event], duplicates: Duplicates) -> Position:
    if len(said) == 1 and said[0].ended is None:
        return _single_position(said[0])
    counting = tuple(event for event in said if event.ended is None)
    stance = joint_stance(event.stance for event in counting) if counting else None
    # For and against outweigh declining to choose: only they decide whether the stance hangs on a condition.
    conditions = [condition_of(statement) for statement in deciding(event.statement for event in counting)]
    return Position(
        party=cell[0],
        claim=cell[1],
        stance=stance,
        counts=counts_of(counting, duplicates),
        events=counting,
        past=tuple(event for event in said if event.ended is not None),
        conditions=tuple(dict.fromkeys(condition for condition in conditions if condition is not None)),
        conditional=bool(counting) and None not in conditions,
        hedges=tuple(dict.fromkeys(event.statement.hedge for event in counting if event.statement.hedge is not None)),
    )


def _single_position(event: Event) -> Position:
    """The common case, without detours: there may be hundreds of thousands."""
    condition, hedge = condition_of(event.statement), event.statement.hedge
    return Position(
        event.party,
        event.claim,
        event.stance,
        _ONE[event.stance],
        (event,),
        (),
        () if condition is None else (condition,),
        condition is not None,
        () if hedge is None else (hedge,),
    )


def in_order(graph: Graph, parties: Sequence[str], positions: Mapping[Cell, Position]) -> Mapping[Cell, Position]:
    """Return positions by row, then by claim, in canonical order."""
    claims = {claim: place for place, claim in enumerate(graph.claims)}
    by_party: dict[str, list[Cell]] = {party: [] for party in parties}
    for cell in positions:
        by_party[cell[0]].append(cell)
    return {cell: positions[cell] for cells in by_party.values() for cell in sorted(cells, key=lambda cell: claims[cell[1]])}


def claims_of(graph: Graph, positions: Mapping[Cell, Position]) -> tuple[str, ...]:
    """Return the claims on which there is any position, in canonical order."""
    found = {claim for _, claim in positions}
    return tuple(claim for claim in graph.claims if claim in found)


def counts_of(events: Sequence[Event], duplicates: Duplicates) -> Counts:
    """Return how often each stance is taken in events of one row on one claim."""
    stances = [event.stance for event in counted(events, duplicates)]
    return Counts(
        supporting=stances.count(Stance.FOR),
        opposing=stances.count(Stance.AGAINST),
        mixed=stances.count(Stance.MIXED),
        neutral=stances.count(Stance.NEUTRAL),
    )


def counted(events: Iterable[Event], duplicates: Duplicates) -> list[Event]:
    """Return the events that count under a policy for duplicates: of those that are the same the first.

    The same are a row's equal stances on a claim in one document or one period; without a date, in one document.
    """
    if duplicates is Duplicates.ALL:
        return list(events)
    first: dict[tuple[str, str, Stance, str], Event] = {}
    for event in events:
        first.setdefault((event.party, event.claim, event.stance, _bucket(event, duplicates)), event)
    return list(first.values())


def _bucket(event: Event, duplicates: Duplicates) -> str:
    if duplicates is Duplicates.ONCE:
        return ""
    if duplicates is Duplicates.DOCUMENT or event.date is None:
        return f"/{event.statement.source}"
    return period_of(event.date, Period(duplicates.value))


def question_positions(graph: Graph, positions: Mapping[Cell, Position]) -> tuple[QuestionPosition, ...]:
    """Return where each row stands on each question about whose answers it says something.

    By question in canonical order; rows and answers come in the order of the positions.
    """
    found: dict[str, dict[str, list[Position]]] = {question: {} for question in graph.questions}
    answered = {claim.id: tuple(dict.fromkeys(claim.answers)) for claim in graph.claims.values() if claim.answers}
    for position in positions.values():
        if position.stance is not None:
            for question in answered.get(position.claim, ()):
                found[question].setdefault(position.party, []).append(position)
    contraries = {frozenset(pair) for pair in graph.contraries}
    return tuple(
        QuestionPosition(
            party=party,
            question=question,
            stance=_stance_on_question(answers, contraries, choice=graph.questions[question].kind is QuestionKind.CHOICE),
            positions=tuple(answers),
        )
        for question, by_party in found.items()
        for party, answers in by_party.items()
    )


def _stance_on_question(positions: Sequence[Position], contraries: set[frozenset[str]], *, choice: bool) -> Stance:
    if len(positions) == 1 and positions[0].stance is not None:
        return positions[0].stance
    stances = {position.stance for position in positions}
    held = [position.claim for position in positions if position.stance is Stance.FOR]
    rivals = len(held) > 1 and (
        choice or any(frozenset((one, other)) in contraries for place, one in enumerate(held) for other in held[place + 1 :])
    )
    if rivals or Stance.MIXED in stances:
        return Stance.MIXED
    if held:
        return Stance.FOR
    return Stance.AGAINST if Stance.AGAINST in stances else Stance.NEUTRAL
