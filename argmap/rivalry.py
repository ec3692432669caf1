"""Which claims compete: contraries, and the rival answers to a choice. Whoever holds one of them speaks against the others."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.graph import Graph
from argmap.words import QuestionKind


@dataclass(frozen=True, slots=True)
class Rivals:
    """Claims of which every two compete."""

    question: str | None
    """The choice to which they are answers; None for two contraries."""
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Which claims of a graph compete; no two of them are together in more than one group."""

    groups: tuple[Rivals, ...]


def rivalry_of(graph: Graph) -> Rivalry:
    """Return which claims of a graph compete."""
    answers = {question: claims for question, claims in _answers(graph).items() if len(claims) > 1}
    choices = Counter(claim for claims in answers.values() for claim in claims)
    # Two claims that both answer two choices would meet twice: claims like that are paired one by one.
    single = {question: [claim for claim in claims if choices[claim] == 1] for question, claims in answers.items()}
    groups = [Rivals(question, tuple(claims)) for question, claims in single.items() if len(claims) > 1]
    together = {claim: group.question for group in groups for claim in group.claims}
    order = {claim: place for place, claim in enumerate(graph.claims)}
    pairs: dict[tuple[str, str], str | None] = {}
    for question, claims in answers.items():
        for one, other in ((one, other) for one in claims if choices[one] > 1 for other in claims if other != one):
            pairs.setdefault((one, other) if order[one] < order[other] else (other, one), question)
    for one, other in graph.contraries:
        if one not in together or together[one] != together.get(other):
            pairs.setdefault((one, other), None)
    in_pairs = sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return Rivalry((*groups, *(Rivals(pairs[pair], pair) for pair in in_pairs)))


def _answers(graph: Graph) -> Mapping[str, list[str]]:
    """The answers of each choice, in canonical order."""
    answers: dict[str, list[str]] = {
        question.id: [] for question in graph.questions.values() if question.kind is QuestionKind.CHOICE
    }
    for claim in graph.claims.values():
        for question in dict.fromkeys(claim.answers):
            if question in answers:
                answers[question].append(claim.id)
    return answers
