"""Networks as CSV: the edges, one a line, as Gephi expects them."""

from collections.abc import Iterator, Sequence

from argmap.comparison.networks.network import Link, Mode, Network, Tie
from argmap.comparison.spreadsheet import Value, csv_text
from argmap.text import words_of


def network_csv(network: Network, language: str, *, mark: bool = False) -> str:
    """Return the edges of a network as CSV; the first columns are called as Gephi expects it."""
    names = {node.id: words_of(node.text, language) if node.text else node.id for node in network.nodes}
    fields = (Link if network.mode is Mode.AFFILIATION else Tie)._fields[2:]

    def lines() -> Iterator[Sequence[Value]]:
        yield ["Source", "Target", "Type", "source_name", "target_name", *fields]
        for edge in network.edges:
            yield [edge.first, edge.second, "Undirected", names[edge.first], names[edge.second], *edge[2:]]

    return csv_text(lines(), mark=mark)
