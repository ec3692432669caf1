"""GraphML: graphs in XML with typed attributes, for Gephi, yEd, Cytoscape, R's igraph and networkx.

Brandes et al. (2002), "GraphML progress report", and the primer at graphml.graphdrawing.org.
"""

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType
from typing import Final

from argmap.exchange.aspects import not_kept, tell_aspects
from argmap.exchange.contract import Exported, Format, WriteOptions
from argmap.exchange.property_graph import KEPT, Properties, Property, PropertyGraph, property_graph
from argmap.exchange.report import Tally
from argmap.graph import Graph
from argmap.provenance import Provenance

_TYPES: Final = MappingProxyType({bool: "boolean", int: "int", float: "double", str: "string"})


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as GraphML."""
    del provenance
    tally = Tally()
    network = property_graph(graph, options.language)
    tell_aspects(graph, KEPT, tally, options.language)
    text = "\n".join((*_lines(network), ""))
    return Exported(files={f"{options.name}.graphml": text.encode("utf-8")}, report=tally.report())


def _lines(network: PropertyGraph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    keys = {
        (part, name): (f"{part[0]}{row}", _TYPES[kind])
        for part, entries in (("node", network.nodes), ("edge", network.edges))
        for row, (name, kind) in enumerate(_types(entry.properties for entry in entries).items())
    }
    for (part, name), (key, kind) in keys.items():
        yield f'  <key id="{key}" for="{part}" attr.name={_quoted(name)} attr.type="{kind}"/>'
    yield '  <graph id="argmap" edgedefault="directed">'
    for node in network.nodes:
        yield f"    <node id={_quoted(node.id)}>"
        yield from _data("node", node.properties, keys)
        yield "    </node>"
    for row, edge in enumerate(network.edges):
        yield f'    <edge id="e{row}" source={_quoted(edge.source)} target={_quoted(edge.target)}>'
        yield from _data("edge", edge.properties, keys)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _types(all_properties: Iterator[Properties]) -> dict[str, type[Property]]:
    types: dict[str, type[Property]] = {}
    for properties in all_properties:
        for name, value in properties.items():
            types.setdefault(name, type(value))
    return types


def _data(part: str, properties: Properties, keys: Mapping[tuple[str, str], tuple[str, str]]) -> Iterator[str]:
    for name, value in properties.items():
        words = str(value).lower() if isinstance(value, bool) else escape(str(value), quote=False)
        yield f'      <data key="{keys[part, name][0]}">{words}</data>'


def _quoted(words: str) -> str:
    return f'"{escape(words)}"'


FORMAT: Final = Format(
    name="graphml",
    title="GraphML (Gephi, yEd, igraph)",
    suffix=".graphml",
    told_by="",
    write=write,
    keeps=(
        "Questions, claims, arguments, actors and sources are nodes, told apart by `kind`; edges say by `relation` what one is to "
        "another. An argument is a node between its premises and what it bears on; a statement is an edge from the actor. All "
        "attributes are typed."
    ),
    writing_loses=not_kept(KEPT),
)
