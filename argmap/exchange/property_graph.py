"""A graph as nodes and edges with typed properties, for programs that know nothing of arguments: Gephi, R, networkx, D3.

Every argument is a node: its premises lead to it and it leads to what it bears on, so that an undercut can end on it. An actor
leads to what he takes a stance on, once for each statement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from argmap.exchange.aspects import Aspect
from argmap.graph import Argument, Claim, Entity, Graph, Statement
from argmap.text import Text, words_of
from argmap.words import Act

Property: TypeAlias = str | int | float | bool
Properties: TypeAlias = Mapping[str, Property]

KEPT: Final = frozenset(Aspect) - {Aspect.CONTEXTS, Aspect.OWN_KEYS}


@dataclass(frozen=True, slots=True)
class Node:
    """A question, claim, piece of evidence, argument, actor or source."""

    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """What one node is to another."""

    source: str
    target: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes and edges in canonical order; ids of nodes are unique over all kinds."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def property_graph(graph: Graph, language: str) -> PropertyGraph:
    """Return a graph as nodes and edges; `label` is the text in one language, `text_xx` the same in each that is there."""
    return PropertyGraph(tuple(_nodes(graph, language)), tuple(_edges(graph, language)))


def _nodes(graph: Graph, language: str) -> Iterator[Node]:
    for question in graph.questions.values():
        yield _node("question", question, language, question.text, question_kind=str(question.kind))
    for claim in graph.claims.values():
        yield _node("evidence" if claim.evidence else "claim", claim, language, claim.text, **_of_claim(claim, language))
    for argument in graph.arguments.values():
        yield _node("argument", argument, language, None, **_of_argument(argument))
    for actor in graph.actors.values():
        role = {} if actor.role is None else {"role": words_of(actor.role, language)}
        yield _node("actor", actor, language, actor.name, actor_kind=str(actor.kind), **role)
    for source in graph.sources.values():
        annotator = source.annotator.name or source.annotator.id if source.annotator else None
        fields = {"date": source.date, "url": source.url, "language": source.language, "annotator": annotator}
        yield _node("source", source, language, source.title, **fields)


def _edges(graph: Graph, language: str) -> Iterator[Edge]:
    for claim in graph.claims.values():
        yield from (_edge(claim.id, f"question:{question}", "answers") for question in claim.answers)
    for argument in graph.arguments.values():
        yield from (_edge(premise, argument.id, "premise") for premise in argument.premises)
        yield _edge(argument.id, argument.target, f"{argument.relation}s")
    yield from (_edge(first, second, "contrary") for first, second in graph.contraries)
    for statement in graph.statements.values():
        properties = _of_statement(statement, graph, language)
        yield from (_edge(f"actor:{actor}", statement.target, "states", **properties) for actor in statement.actors)
    for member in graph.actors.values():
        if member.affiliation is not None:
            yield _edge(f"actor:{member.id}", f"actor:{member.affiliation}", "affiliation")
    for source in graph.sources.values():
        yield from (_edge(f"source:{source.id}", f"actor:{author}", "author") for author in source.author)
        if source.outlet is not None:
            yield _edge(f"source:{source.id}", f"actor:{source.outlet}", "outlet")


def _node(kind: str, entity: Entity, language: str, text: Text | None, /, **properties: Property | None) -> Node:
    texts = {} if text is None else {"label": words_of(text, language), **{f"text_{tag}": words for tag, words in text.items()}}
    note = None if entity.note is None else words_of(entity.note, language)
    common = {"file": entity.file, "tags": "; ".join(entity.tags) or None, "note": note}
    name = entity.id if kind in {"claim", "evidence", "argument"} else f"{kind}:{entity.id}"
    return Node(name, _given({"kind": kind, **texts, **properties, **common}))


def _edge(source: str, target: str, relation: str, /, **properties: Property | None) -> Edge:
    return Edge(source, target, _given({"relation": relation, **properties}))


def _of_claim(claim: Claim, language: str) -> dict[str, Property | None]:
    cites = (
        " ".join(part for part in (words_of(cite.title, language) if cite.title else None, cite.url, cite.date) if part)
        for cite in claim.cites
    )
    return {
        "claim_kind": None if claim.kind is None else str(claim.kind),
        "implicit": claim.implicit or None,
        "observed": claim.observed,
        "cites": "; ".join(cites) or None,
        "credence": claim.credence,
    }


def _of_argument(argument: Argument) -> dict[str, Property | None]:
    return {
        "label": argument.scheme or str(argument.relation),
        "relation": str(argument.relation),
        "scheme": argument.scheme,
        "strength": argument.strength,
    }


def _of_statement(statement: Statement, graph: Graph, language: str) -> dict[str, Property | None]:
    given = statement.given
    condition = None if given is None else given if isinstance(given, str) else words_of(given, language)
    return {
        "statement": statement.id,
        "stance": str(statement.stance),
        "act": None if statement.act is Act.ASSERT else str(statement.act),
        "speech": None if statement.speech is None else str(statement.speech),
        "quote": " … ".join(" ".join(quote.exact.split()) for quote in statement.quotes) or None,
        "gloss": None if statement.gloss is None else words_of(statement.gloss, language),
        "given": condition,
        "hedge": None if statement.hedge is None else str(statement.hedge),
        "confidence": None if statement.confidence is None else str(statement.confidence),
        "via": "; ".join(statement.via) or None,
        "affiliation": statement.affiliation,
        "replies": statement.replies,
        "replaces": statement.replaces,
        "said_in": statement.source,
        "date": graph.sources[statement.source].date,
        "tags": "; ".join(statement.tags) or None,
        "note": None if statement.note is None else words_of(statement.note, language),
    }


def _given(properties: Mapping[str, Property | None]) -> dict[str, Property]:
    return {name: value for name, value in properties.items() if value is not None}
