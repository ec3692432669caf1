"""What a graph may say, aspect by aspect: writers name those that their format keeps, and all others are counted as not kept."""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.exchange.report import Tally
from argmap.graph import Entity, Graph
from argmap.text import Text, language_of
from argmap.words import Act, ActorKind, ArgumentRelation, QuestionKind, Stance


class Aspect(StrEnum):
    """A thing a graph may say, in the words of the report."""

    CLAIMS = "claims"
    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"
    LINKED_PREMISES = "premises that count only together"
    SCHEMES = "schemes of inference"
    CONTRARIES = "pairs of contraries"
    QUESTIONS = "questions"
    QUESTION_KINDS = "marks of open questions"
    ANSWERS = "which claims answer which question"
    EVIDENCE = "marks of evidence"
    KINDS = "kinds of claims and evidence"
    IMPLICIT = "marks of implicit claims"
    OBSERVED = "dates of observation"
    CITES = "cites"
    SOURCES = "sources: title, date, author, outlet, address"
    ACTORS = "actors"
    ACTOR_KINDS = "kinds of actors"
    ACTOR_DETAILS = "roles and affiliations of actors"
    STATEMENTS = "statements"
    STATEMENTS_ON_ARGUMENTS = "statements about arguments"
    MIXED = "mixed and neutral stances"
    JOINT = "statements by several actors as one"
    QUOTES = "quotes"
    CONTEXTS = "what stands before and after quotes"
    VIA = "who passes words on"
    REPLIES = "replies"
    REPLACES = "changes of mind (replaces)"
    ACTS = "concessions and retractions"
    SPEECH = "ways of speech (direct, paraphrase, inferred)"
    GLOSSES = "glosses"
    CONDITIONS = "conditions of statements"
    HEDGES = "hedges and confidence"
    STATEMENT_AFFILIATIONS = "affiliations of statements"
    WEIGHTS = "weights"
    TAGS = "tags"
    NOTES = "notes"
    OWN_KEYS = "own keys (x-…)"
    OTHER_LANGUAGES = "texts in other languages"


def not_kept(kept: Collection[Aspect]) -> tuple[str, ...]:
    """Return what a format that keeps some aspects does not keep, in the words of the report."""
    return tuple(aspect.value for aspect in Aspect if aspect not in kept)


def tell_aspects(graph: Graph, kept: Collection[Aspect], tally: Tally, language: str, own_key: str | None = None) -> None:
    """Count what is kept of a graph, and what is not.

    Args:
        graph: what is written.
        kept: the aspects that the format keeps.
        tally: what counts.
        language: the one in which texts are written.
        own_key: the `x-` key under which the format keeps what is its own.
    """
    for aspect in Aspect:
        number = _number(graph, aspect, language, own_key)
        if aspect not in kept:
            tally.lost(aspect.value, number=number)
        elif aspect in _TOLD_WHEN_KEPT:
            tally.kept(aspect.value, number)


_TOLD_WHEN_KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.CONTRARIES, Aspect.QUESTIONS),
        *(Aspect.SOURCES, Aspect.ACTORS, Aspect.STATEMENTS, Aspect.QUOTES),
    }
)


def _number(graph: Graph, aspect: Aspect, language: str, own_key: str | None) -> int:
    if aspect is Aspect.OWN_KEYS:
        return sum(len(one.extensions.keys() - {own_key}) for one in _entities(graph))
    if aspect is Aspect.OTHER_LANGUAGES:
        return sum(_has_others(text, language) for text in _texts(graph))
    return _COUNTS[aspect](graph)


def _entities(graph: Graph) -> Iterable[Entity]:
    for table in (graph.sources, graph.actors, graph.questions, graph.claims, graph.arguments, graph.statements):
        yield from table.values()


def _texts(graph: Graph) -> Iterable[Text]:
    yield from (actor.name for actor in graph.actors.values())
    yield from (source.title for source in graph.sources.values())
    yield from (question.text for question in graph.questions.values())
    yield from (claim.text for claim in graph.claims.values())


def _has_others(text: Text, language: str) -> bool:
    return len(text) > 1 or language_of(text, language) not in text


def _relations(relation: ArgumentRelation) -> Callable[[Graph], int]:
    return lambda graph: sum(argument.relation is relation for argument in graph.arguments.values())


_Count: TypeAlias = Callable[[Graph], int]
_COUNTS: Final[Mapping[Aspect, _Count]] = MappingProxyType(
    {
        Aspect.CLAIMS: lambda graph: len(graph.claims),
        Aspect.SUPPORTS: _relations(ArgumentRelation.SUPPORT),
        Aspect.ATTACKS: _relations(ArgumentRelation.ATTACK),
        Aspect.UNDERCUTS: _relations(ArgumentRelation.UNDERCUT),
        Aspect.LINKED_PREMISES: lambda graph: sum(len(one.premises) > 1 for one in graph.arguments.values()),
        Aspect.SCHEMES: lambda graph: sum(one.scheme is not None for one in graph.arguments.values()),
        Aspect.CONTRARIES: lambda graph: len(graph.contraries),
        Aspect.QUESTIONS: lambda graph: len(graph.questions),
        Aspect.QUESTION_KINDS: lambda graph: sum(one.kind is QuestionKind.OPEN for one in graph.questions.values()),
        Aspect.ANSWERS: lambda graph: sum(len(one.answers) for one in graph.claims.values()),
        Aspect.EVIDENCE: lambda graph: sum(one.evidence for one in graph.claims.values()),
        Aspect.KINDS: lambda graph: sum(one.kind is not None for one in graph.claims.values()),
        Aspect.IMPLICIT: lambda graph: sum(one.implicit for one in graph.claims.values()),
        Aspect.OBSERVED: lambda graph: sum(one.observed is not None for one in graph.claims.values()),
        Aspect.CITES: lambda graph: sum(len(one.cites) for one in graph.claims.values()),
        Aspect.SOURCES: lambda graph: len(graph.sources),
        Aspect.ACTORS: lambda graph: len(graph.actors),
        Aspect.ACTOR_KINDS: lambda graph: sum(one.kind is not ActorKind.PERSON for one in graph.actors.values()),
        Aspect.ACTOR_DETAILS: lambda graph: sum(
            (one.role is not None) + (one.affiliation is not None) for one in graph.actors.values()
        ),
        Aspect.STATEMENTS: lambda graph: len(graph.statements),
        Aspect.STATEMENTS_ON_ARGUMENTS: lambda graph: sum(one.target_kind == "argument" for one in graph.statements.values()),
        Aspect.MIXED: lambda graph: sum(one.stance in {Stance.MIXED, Stance.NEUTRAL} for one in graph.statements.values()),
        Aspect.JOINT: lambda graph: sum(len(one.actors) > 1 for one in graph.statements.values()),
        Aspect.QUOTES: lambda graph: sum(len(one.quotes) for one in graph.statements.values()),
        Aspect.CONTEXTS: lambda graph: sum(
            bool(quote.prefix or quote.suffix) for one in graph.statements.values() for quote in one.quotes
        ),
        Aspect.VIA: lambda graph: sum(bool(one.via) for one in graph.statements.values()),
        Aspect.REPLIES: lambda graph: sum(one.replies is not None for one in graph.statements.values()),
        Aspect.REPLACES: lambda graph: sum(one.replaces is not None for one in graph.statements.values()),
        Aspect.ACTS: lambda graph: sum(one.act is not Act.ASSERT for one in graph.statements.values()),
        Aspect.SPEECH: lambda graph: sum(one.speech is not None for one in graph.statements.values()),
        Aspect.GLOSSES: lambda graph: sum(one.gloss is not None for one in graph.statements.values()),
        Aspect.CONDITIONS: lambda graph: sum(one.given is not None for one in graph.statements.values()),
        Aspect.HEDGES: lambda graph: sum(
            (one.hedge is not None) + (one.confidence is not None) for one in graph.statements.values()
        ),
        Aspect.STATEMENT_AFFILIATIONS: lambda graph: sum(one.affiliation is not None for one in graph.statements.values()),
        Aspect.WEIGHTS: lambda graph: (
            sum(one.credence is not None for one in graph.claims.values())
            + sum(one.strength is not None for one in graph.arguments.values())
        ),
        Aspect.TAGS: lambda graph: sum(len(one.tags) for one in _entities(graph)),
        Aspect.NOTES: lambda graph: sum(one.note is not None for one in _entities(graph)),
    }
)
