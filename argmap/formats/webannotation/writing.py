"""Graphs → Web Annotations."""

import json
from collections.abc import Mapping
from typing import Any, Final

from argmap.anchoring import Ambiguous, Anchor, Missing
from argmap.exchange.aspects import Aspect, tell_aspects
from argmap.exchange.contract import Exported, WriteOptions
from argmap.exchange.report import Tally
from argmap.formats.webannotation.vocabulary import (
    AGENTS,
    CLASSIFYING,
    CONTEXT,
    CONTRARY,
    DESCRIBING,
    IDENTIFYING,
    LINKING,
    TAGGING,
    iri_of,
)
from argmap.graph import Graph, Statement
from argmap.provenance import Provenance
from argmap.text import Text, language_of, words_of
from argmap.words import Act

KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.CONTRARIES),
        *(
            Aspect.ACTORS,
            Aspect.ACTOR_KINDS,
            Aspect.STATEMENTS,
            Aspect.STATEMENTS_ON_ARGUMENTS,
            Aspect.MIXED,
            Aspect.JOINT,
            Aspect.QUOTES,
        ),
        *(Aspect.CONTEXTS, Aspect.ACTS, Aspect.SOURCES, Aspect.TAGS),
    }
)
UNUSED_CLAIMS: Final = "claims that nobody utters and no argument names"
SILENT_SOURCES: Final = "sources without statements"
BIBLIOGRAPHY: Final = "authors and outlets of sources"
ALIKE: Final = "statements that differ from another in nothing that is kept"
OTHER_TAGS: Final = "tags of anything but statements"
SILENT_ACTORS: Final = "actors who say nothing"
"""What is lost of what is kept else."""


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as a collection of Web Annotations; quotes whose text is there get their positions besides."""
    tally = Tally()
    writer = _Writer(graph, options.language, provenance.anchors)
    statements = _each_once([writer.statement(statement) for statement in graph.statements.values()], tally)
    items = [{"id": iri_of(f"{options.name}/statement-{row}"), **item} for row, item in enumerate(statements, 1)]
    items += [writer.argument(name) for name in sorted(graph.arguments)]  # by id: the order of claims may change on the way
    items += [writer.contrary(*pair) for pair in sorted((min(pair), max(pair)) for pair in graph.contraries)]
    tell_aspects(graph, KEPT, tally, options.language)
    tally.lost(UNUSED_CLAIMS, number=len(graph.claims) - len(writer.claims))
    tally.lost(SILENT_ACTORS, number=len(graph.actors) - len(writer.actors))
    tally.lost(SILENT_SOURCES, number=len(graph.sources) - len({one.source for one in graph.statements.values()}))
    tally.lost(BIBLIOGRAPHY, number=sum(bool(one.author) + bool(one.outlet) for one in graph.sources.values()))
    entities = (graph.sources, graph.actors, graph.questions, graph.claims, graph.arguments)
    tally.lost(OTHER_TAGS, number=sum(len(one.tags) for table in entities for one in table.values()))
    collection = iri_of(options.name)
    value = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": f"{collection}/1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    data = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.jsonld": data}, report=tally.report())


def _each_once(items: list[dict[str, Any]], tally: Tally) -> list[dict[str, Any]]:
    """Leave out annotations that say what an earlier one says."""
    unique: dict[str, dict[str, Any]] = {}
    for item in items:
        unique.setdefault(json.dumps(item, sort_keys=True), item)
    tally.lost(ALIKE, number=len(items) - len(unique))
    return list(unique.values())


class _Writer:
    """What has been named so far: each claim and actor is spelled out where it is named."""

    def __init__(self, graph: Graph, language: str, anchors: Mapping[str, tuple[Anchor | Ambiguous | Missing, ...]]) -> None:
        self.graph = graph
        self.language = language
        self.anchors = anchors
        self.claims: set[str] = set()
        self.actors: set[str] = set()

    def statement(self, statement: Statement) -> dict[str, Any]:
        source = self.graph.sources[statement.source]
        bodies = [self._named(statement.target, DESCRIBING)]
        bodies += [self._actor(actor) for actor in statement.actors]
        bodies.append({"type": "TextualBody", "purpose": CLASSIFYING, "value": str(statement.stance)})
        if statement.act is not Act.ASSERT:
            bodies.append({"type": "TextualBody", "purpose": CLASSIFYING, "value": str(statement.act)})
        bodies += [{"type": "TextualBody", "purpose": TAGGING, "value": tag} for tag in statement.tags]
        annotation: dict[str, Any] = {"type": "Annotation", "motivation": IDENTIFYING}
        if source.annotator is not None:
            name = source.annotator.name or source.annotator.id
            annotation["creator"] = {"id": iri_of(f"annotator/{source.annotator.id}"), "type": "Person", "name": name}
        return {**annotation, "body": bodies, "target": self._targets(statement)}

    def argument(self, name: str) -> dict[str, Any]:
        argument = self.graph.arguments[name]
        return {
            "id": iri_of(name),
            "type": "Annotation",
            "motivation": LINKING,
            "body": [
                {"type": "TextualBody", "purpose": CLASSIFYING, "value": str(argument.relation)},
                *(self._named(premise, LINKING) for premise in argument.premises),
            ],
            "target": self._named(argument.target, None),
        }

    def contrary(self, first: str, second: str) -> dict[str, Any]:
        return {
            "id": iri_of(f"{first} {CONTRARY} {second}"),
            "type": "Annotation",
            "motivation": LINKING,
            "body": [{"type": "TextualBody", "purpose": CLASSIFYING, "value": CONTRARY}, self._named(first, LINKING)],
            "target": self._named(second, None),
        }

    def _named(self, node: str, purpose: str | None) -> dict[str, Any]:
        """A claim by its IRI and text, an argument by its IRI."""
        role = {} if purpose is None else {"purpose": purpose}
        if node in self.graph.arguments:
            return {"type": "SpecificResource", **role, "source": iri_of(node)} if role else {"id": iri_of(node)}
        self.claims.add(node)
        return {"id": iri_of(node), "type": "TextualBody", **role, **self._value(self.graph.claims[node].text)}

    def _value(self, text: Text) -> dict[str, str]:
        return {"value": " ".join(words_of(text, self.language).split()), "language": language_of(text, self.language)}

    def _actor(self, name: str) -> dict[str, Any]:
        actor = self.graph.actors[name]
        self.actors.add(name)
        agent = {"id": iri_of(name), "type": AGENTS[actor.kind], "name": self._value(actor.name)["value"]}
        return {"type": "SpecificResource", "purpose": IDENTIFYING, "source": agent}

    def _targets(self, statement: Statement) -> Any:
        source = self.graph.sources[statement.source]
        resource: dict[str, Any] = {"id": source.url or iri_of(source.id.partition("@")[0]), "type": "Text"}
        resource["label"] = self._value(source.title)["value"]
        if source.date is not None:
            resource["dcterms:issued"] = source.date
        if source.language is not None:
            resource["language"] = source.language
        outcomes = self.anchors.get(statement.id, ())
        targets: list[dict[str, Any]] = []
        for row, quote in enumerate(statement.quotes):
            context = {key: words for key, words in (("prefix", quote.prefix), ("suffix", quote.suffix)) if words}
            selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": quote.exact, **context}]
            if outcomes and isinstance(anchor := outcomes[row], Anchor):
                selectors.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
            targets.append({"type": "SpecificResource", "source": resource, "selector": selectors})
        return targets or {"type": "SpecificResource", "source": resource}
