"""The reading room of a source: its map and its text on one page, narrowed down to what this source says."""

from collections.abc import Iterable
from dataclasses import replace

from argmap.graph import Graph, Statement
from argmap.provenance import Provenance


def graph_of_source(graph: Graph, source: str, statements: Iterable[Statement]) -> Graph:
    """Return what one source says: its statements, its own entries, and those of codebooks, which other sources share."""
    files = {other for other in graph.sources if other != source}
    claims = {name: one for name, one in graph.claims.items() if one.file not in files}
    return replace(
        graph,
        sources={source: graph.sources[source]},
        actors={name: one for name, one in graph.actors.items() if one.file not in files},
        questions={name: one for name, one in graph.questions.items() if one.file not in files},
        claims=claims,
        arguments={name: one for name, one in graph.arguments.items() if one.file not in files},
        statements={statement.id: statement for statement in statements},
        contraries=tuple(pair for pair in graph.contraries if pair[0] in claims and pair[1] in claims),
    )


def provenance_of_source(provenance: Provenance, graph: Graph) -> Provenance:
    """Return the texts and places of quotes of what a narrowed graph still has."""
    return Provenance(
        {source: text for source, text in provenance.texts.items() if source in graph.sources},
        {statement: provenance.anchors[statement] for statement in graph.statements if statement in provenance.anchors},
    )
