"""Where a row stands on a question: all its stances on the answers taken together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from argmap.comparison.arrays import NOTHING, Flags, Integers, begins, found_in, integers, spread, starts
from argmap.comparison.made import Chosen, Made
from argmap.comparison.positions.said import Position, Positions
from argmap.comparison.record.events import STANCES
from argmap.graph import Graph
from argmap.words import QuestionKind, Stance

_FOR, _AGAINST, _MIXED, _NEUTRAL = (STANCES.index(one) for one in (Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL))


class QuestionPosition(NamedTuple):
    """Where a row stands on a question, all its stances on the answers taken together."""

    party: str
    question: str
    stance: Stance
    """For: holds answers that do not compete. Against: only rejects answers. Mixed: holds rival answers, or is of two minds about
    one. Neutral: declines to choose."""
    positions: tuple[Position, ...]
    """On the answers, in canonical order, silence left out."""


@dataclass(frozen=True, eq=False, kw_only=True)
class QuestionPositions(Made[QuestionPosition]):
    """Where each row stands on each question about whose answers it says something: by question, then by row."""

    positions: Positions
    questions: Sequence[str]
    """The ids of all questions."""
    question: Integers
    """Of each its place in `questions`, in order."""
    party: Integers
    stance: Integers
    """Places in `STANCES`."""
    place: Integers
    """The places of the positions on answers, one question and row after the other."""
    begins: Integers
    """Where those of each begin, and where those of the last one end."""

    def among(self, parties: Collection[str]) -> "QuestionPositions":
        """Return those of some rows."""
        chosen = np.array([party in parties for party in self.positions.events.parties], np.bool_)[self.party]
        counts = (self.begins[1:] - self.begins[:-1])[chosen]
        owner, step = spread(counts)
        return replace(
            self,
            question=self.question[chosen],
            party=self.party[chosen],
            stance=self.stance[chosen],
            place=self.place[self.begins[:-1][chosen][owner] + step],
            begins=np.append(0, np.cumsum(counts)),
        )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """How many rows have a position on each question on which any has one, in canonical order."""
        numbers = np.bincount(self.question, minlength=len(self.questions)).tolist()
        return {question: number for question, number in zip(self.questions, numbers, strict=True) if number}

    @cached_property
    def _question_at(self) -> Mapping[str, int]:
        return {question: place for place, question in enumerate(self.questions)}

    def on(self, question: str) -> Sequence[QuestionPosition]:
        """Return where rows stand on one question."""
        place = self._question_at[question]
        begin, end = np.searchsorted(self.question, (place, place + 1))
        return self[int(begin) : int(end)]

    def taking(self, stance: Stance) -> Sequence[QuestionPosition]:
        """Return those of one stance."""
        return Chosen(self, np.flatnonzero(self.stance == STANCES.index(stance)))

    def __len__(self) -> int:
        return len(self.question)

    def at(self, place: int) -> QuestionPosition:
        """Make the position in one place."""
        return QuestionPosition(
            party=self.positions.events.parties[self.party[place]],
            question=self.questions[self.question[place]],
            stance=STANCES[self.stance[place]],
            positions=tuple(self.positions.at(one) for one in self.place[self.begins[place] : self.begins[place + 1]].tolist()),
        )


def question_positions(graph: Graph, positions: Positions) -> QuestionPositions:
    """Return where each row stands on each question about whose answers it says something."""
    taken = np.flatnonzero(positions.stance != NOTHING)
    answered, place = _answers(graph, positions, taken)
    key = answered * len(positions.events.parties) + positions.party[place]
    order = np.argsort(key, kind="stable")
    first = starts(key[order])
    place = place[order]
    group = np.cumsum(first) - 1
    question = answered[order][first]
    return QuestionPositions(
        positions=positions,
        questions=tuple(graph.questions),
        question=question,
        party=positions.party[place[first]],
        stance=_stances(graph, positions, place, group, question),
        place=place,
        begins=begins(group, len(question)),
    )


def _answers(graph: Graph, positions: Positions, taken: Integers) -> tuple[Integers, Integers]:
    """Each question that some of the positions answer, position by position, and which position that is."""
    question_at = {question: place for place, question in enumerate(graph.questions)}
    answers = [tuple(dict.fromkeys(claim.answers)) if claim.answers else () for claim in graph.claims.values()]
    number = integers([len(questions) for questions in answers])
    answered = integers([question_at[question] for questions in answers for question in questions])
    claim = positions.claim[taken]
    owner, step = spread(number[claim])
    return answered[(np.cumsum(number) - number)[claim][owner] + step], taken[owner]


def _stances(graph: Graph, positions: Positions, place: Integers, group: Integers, question: Integers) -> Integers:
    """The stance of each group of positions, which are those of one row on the answers to one question."""
    stance, size = positions.stance[place], len(question)
    counts = np.bincount(group * len(STANCES) + stance, minlength=size * len(STANCES)).reshape(size, len(STANCES))
    choice = np.array([one.kind is QuestionKind.CHOICE for one in graph.questions.values()], np.bool_)
    held = stance == _FOR
    contraries = _hold_contraries(graph, positions.claim[place[held]], group[held], size)
    rivals = (counts[:, _FOR] > 1) & (choice[question] | contraries)
    return np.select(
        [rivals | (counts[:, _MIXED] > 0), counts[:, _FOR] > 0, counts[:, _AGAINST] > 0],
        [_MIXED, _FOR, _AGAINST],
        _NEUTRAL,
    )


def _hold_contraries(graph: Graph, claim: Integers, group: Integers, size: int) -> Flags:
    """In which groups two claims that are held are contraries."""
    claim_at = {name: place for place, name in enumerate(graph.claims)}
    pairs = integers([claim_at[name] for pair in graph.contraries for name in pair]).reshape(-1, 2)
    pairs = pairs[np.argsort(pairs[:, 0], kind="stable")]
    at = begins(pairs[:, 0], len(claim_at))
    owner, step = spread(at[claim + 1] - at[claim])
    other = pairs[at[claim][owner] + step, 1]
    meet = found_in(np.sort(group * len(claim_at) + claim), group[owner] * len(claim_at) + other)
    found: Flags = np.bincount(group[owner][meet], minlength=size) > 0
    return found
