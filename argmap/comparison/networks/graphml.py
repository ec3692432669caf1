"""Networks as GraphML, with typed attributes, as Gephi and networkx read it.

Written line by line: a network of a million ties would take networkx a minute and gigabytes.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from argmap.comparison.networks.network import Mode, Network
from argmap.text import words_of

_NODES: Final = {"label": "string", "type": "string", "statements": "long"}
_TIES: Final = {"weight": "double", "congruence": "double", "conflict": "double", "derived": "double", "shared": "long"}
_LINKS: Final = {
    "weight": "double",
    "supporting": "long",
    "opposing": "long",
    "mixed": "long",
    "neutral": "long",
    "stance": "string",
}
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, however it is escaped."""


def network_graphml(network: Network, language: str) -> str:
    """Return a network as GraphML, the names of nodes in a language."""
    return "".join(graphml_lines(network, language))


def graphml_lines(network: Network, language: str) -> Iterator[str]:
    """Yield its lines, each with its end; of a network of a million ties they are big together."""
    return (line + "\n" for line in _lines(network, language))


def _lines(network: Network, language: str) -> Iterator[str]:
    edge_fields = _LINKS if network.mode is Mode.AFFILIATION else _TIES
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for owner, fields in (("node", _NODES), ("edge", edge_fields)):
        for name, kind in fields.items():
            yield f'  <key id="{owner}.{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield f'  <graph id="{network.mode}" edgedefault="undirected">'
    for node in network.nodes:
        label = words_of(node.text, language) if node.text else node.id
        yield f"    <node id={_quoted(node.id)}>"
        yield f'      <data key="node.label">{_text(label)}</data>'
        yield f'      <data key="node.type">{node.type}</data>'
        yield f'      <data key="node.statements">{node.statements}</data>'
        yield "    </node>"
    for edge in network.edges:
        yield f"    <edge source={_quoted(edge.first)} target={_quoted(edge.second)}>"
        for name in edge_fields:
            yield f'      <data key="edge.{name}">{getattr(edge, name)}</data>'
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _quoted(words: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", words))


def _text(words: str) -> str:
    return escape(_NO_XML.sub("\ufffd", words))
