"""A network as one self-contained HTML page: the picture, and all its ties as a table."""

from collections.abc import Mapping, Sequence
from typing import Final

from argmap.comparison.networks.network import Link, Network, Tie
from argmap.rendering.colours import PALETTES, Theme
from argmap.rendering.comparison.brush import Brush
from argmap.rendering.comparison.entries import Named
from argmap.rendering.comparison.figure import Pen
from argmap.rendering.comparison.naming import Wording, wording_of
from argmap.rendering.comparison.net import network_figure, node_words, plain
from argmap.rendering.comparison.pictures import drawn
from argmap.rendering.comparison.templates import sheets_of

_TIE_HEADS: Final = (
    "comparison.weight",
    "comparison.congruence",
    "comparison.conflict",
    "comparison.derived_short",
    "comparison.shared_short",
)
_LINK_HEADS: Final = ("comparison.weight", "stance.for", "stance.against", "stance.mixed", "stance.neutral")

_MOST: Final = 2000
"""Ties in the table: the heaviest; all are in the CSV."""


def network_page(network: Network, language: str, theme: Theme = Theme.AUTO) -> str:
    """Return the page of a network for a reader of a language (a BCP 47 tag)."""
    wording = wording_of(language)
    say, count = wording.catalogue.say, wording.catalogue.count
    figure = network_figure(network, wording, Pen(Brush(PALETTES[theme]), wording.catalogue.language))
    names = {node.id: Named(*node_words(node, wording)) for node in network.nodes}
    edges: Sequence[Tie | Link] = network.edges
    shown = sorted(edges, key=lambda edge: -abs(edge.weight))[:_MOST]
    links = any(isinstance(edge, Link) for edge in shown)
    heads = _LINK_HEADS if links else _TIE_HEADS
    return sheets_of(theme, wording.catalogue.language).page(
        "comparison/network.html",
        styles=("comparison/common.css",),
        script="comparison/ranking",
        values={
            "title": wording.own(figure.title),
            "picture": drawn(figure, theme),
            "heads": [say(head) for head in heads],
            "rows": [_row(edge, names, wording) for edge in shown],
            "scope": count("comparison.ties", len(network.edges)),
        },
    )


def _row(edge: Tie | Link, names: Mapping[str, Named], wording: Wording) -> tuple[Named, Named, list[tuple[float, str]]]:
    """Both ends, and the numbers between them: each to be ranked by, and as it is shown."""
    if isinstance(edge, Link):
        numbers: tuple[float, ...] = (edge.weight, edge.supporting, edge.opposing, edge.mixed, edge.neutral)
    else:
        numbers = (edge.weight, edge.congruence, edge.conflict, edge.derived, edge.shared)
    return names[edge.first], names[edge.second], [(value, plain(value, wording)) for value in numbers]
