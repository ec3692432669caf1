"""Node-link JSON: what `networkx.node_link_graph` reads and D3 draws."""

import json
from typing import Final

from argmap.exchange.aspects import not_kept, tell_aspects
from argmap.exchange.contract import Exported, Format, WriteOptions
from argmap.exchange.property_graph import KEPT, property_graph
from argmap.exchange.report import Tally
from argmap.graph import Graph
from argmap.provenance import Provenance


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as node-link JSON: a directed graph with parallel edges."""
    del provenance
    tally = Tally()
    network = property_graph(graph, options.language)
    value = {
        "directed": True,
        "multigraph": True,
        "graph": {"language": options.language},
        "nodes": [{"id": node.id, **node.properties} for node in network.nodes],
        "edges": [
            {"source": edge.source, "target": edge.target, "key": row, **edge.properties} for row, edge in enumerate(network.edges)
        ],
    }
    tell_aspects(graph, KEPT, tally, options.language)
    data = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.json": data}, report=tally.report())


FORMAT: Final = Format(
    name="node-link",
    title="Node-link JSON (D3, networkx)",
    suffix=".json",
    told_by="",
    write=write,
    keeps=(
        "Questions, claims, arguments, actors and sources are nodes, told apart by `kind`; edges say by `relation` what one is to "
        "another. An argument is a node between its premises and what it bears on; a statement is an edge from the actor. "
        '`networkx.node_link_graph(data)` reads it from version 3.6 on, 3.4 and 3.5 do with `edges="edges"`, older ones with '
        '`link="edges"`; D3 draws the links `data.edges`.'
    ),
    writing_loses=not_kept(KEPT),
)
