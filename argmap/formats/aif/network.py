"""The networks of AIF as they stand in JSON: nodes, edges, who uttered which locution. AIFdb, xAIF and OVA3 share it.

AIF: Chesñevar et al. (2006), "Towards an argument interchange format". Dialogue: Reed et al. (2008), AIF+.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final

from argmap.exchange.contract import FormatError
from argmap.exchange.decoding import taken, words_in
from argmap.exchange.report import Tally
from argmap.formats.aif.marked_text import NO_TEXT, MarkedText

CLASHING_IDS: Final = "nodes whose id another node has"
NO_ID: Final = "nodes without id"
EDGES_TO_NOWHERE: Final = "edges to or from nodes that are not there"
NO_NODES: Final = "entries that are no objects"
NETWORK_LOSES: Final = (CLASHING_IDS, NO_ID, EDGES_TO_NOWHERE, NO_NODES)


@dataclass(frozen=True, slots=True)
class Node:
    """A node: I (information), L (locution), or a scheme: RA, CA, MA, PA, TA, YA."""

    id: str
    kind: str
    text: str
    """Of an I node the claim, of a locution what was said, of a scheme its name."""


@dataclass(frozen=True, slots=True)
class Network:
    """A map: nodes in the order of the file, and what leads to what."""

    name: str
    origin: str
    """The name of the file it was in."""
    tally: Tally
    """Of this network alone."""
    nodes: Mapping[str, Node]
    incoming: Mapping[str, Sequence[str]]
    outgoing: Mapping[str, Sequence[str]]
    speakers: Mapping[str, str] = field(default_factory=dict)
    """By locution the id of the participant who uttered it."""
    participants: Mapping[str, str] = field(default_factory=dict)
    """The name of each participant."""
    analysed: MarkedText = NO_TEXT
    """The text that was analysed, where the file has it."""
    analyst: str = ""
    """Who analysed it."""
    title: str = ""
    url: str = ""
    note: str = ""
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Further fields of the claims that I nodes become."""

    def sources_of(self, node: str, *kinds: str) -> list[Node]:
        """Return the nodes of some kinds that lead to a node."""
        return [self.nodes[other] for other in self.incoming.get(node, ()) if self.nodes[other].kind in kinds]

    def targets_of(self, node: str, *kinds: str) -> list[Node]:
        """Return the nodes of some kinds that a node leads to."""
        return [self.nodes[other] for other in self.outgoing.get(node, ()) if self.nodes[other].kind in kinds]


def network_of(  # noqa: PLR0913, PLR0917 - what a file has besides its nodes
    value: Any, name: str, file: str, tally: Tally, analysed: MarkedText = NO_TEXT, analyst: str = ""
) -> Network:
    """Return the network that a JSON object describes.

    Args:
        value: the object with `nodes` and `edges`; either may be missing or null.
        name: what the network is called.
        file: the file's name, for errors.
        tally: what counts.
        analysed: the text that was analysed.
        analyst: who did so.

    Raises:
        FormatError: it is no object, or its nodes or edges are no lists.
    """
    if not isinstance(value, dict):
        raise FormatError("an AIF map is a JSON object with nodes and edges", file=file)
    nodes = (
        Node(words_in(entry.get("nodeID", entry.get("id"))), intern(words_in(entry.get("type")).upper()), _text_of(entry))
        for entry in objects(value, "nodes", file, tally)
    )
    edges = ((_end(entry, "fromID", "from"), _end(entry, "toID", "to")) for entry in objects(value, "edges", file, tally))
    return Network(
        name=name,
        origin=file.rpartition("/")[2],
        tally=tally,
        **connected(nodes, edges, tally),
        speakers=_speakers(value, file, tally),
        participants=_participants(value, file, tally),
        analysed=analysed,
        analyst=analyst,
    )


def connected(nodes: Iterable[Node], edges: Iterable[tuple[str, str]], tally: Tally) -> dict[str, Any]:
    """Return the fields of a network that say what leads to what; what leads nowhere and what has no id is counted."""
    known: dict[str, Node] = {}
    for node in nodes:
        if not node.id:
            tally.lost(NO_ID, node.text)
        elif known.setdefault(node.id, node) is not node and known[node.id] != node:
            tally.lost(CLASHING_IDS, f"{node.id}: {node.text}")
    incoming: dict[str, list[str]] = {}
    outgoing: dict[str, list[str]] = {}
    for start, end in edges:
        if start not in known or end not in known:
            tally.lost(EDGES_TO_NOWHERE, f"{start or '?'} → {end or '?'}")
        else:
            outgoing.setdefault(known[start].id, []).append(known[end].id)
            incoming.setdefault(known[end].id, []).append(known[start].id)
    for ends in (*incoming.values(), *outgoing.values()):
        ends[:] = dict.fromkeys(ends)
    return {"nodes": known, "incoming": incoming, "outgoing": outgoing}


def _text_of(entry: Mapping[str, Any]) -> str:
    return words_in(entry.get("text")) or words_in(entry.get("scheme"))


def _end(entry: Mapping[str, Any], key: str, old: str) -> str:
    """The id at one end of an edge; OVA before its third version writes the whole node there."""
    end = entry.get(key, entry.get(old))
    return words_in(end.get("nodeID", end.get("id"))) if isinstance(end, dict) else words_in(end)


def _speakers(value: dict[str, Any], file: str, tally: Tally) -> dict[str, str]:
    speakers: dict[str, str] = {}
    for entry in objects(value, "locutions", file, tally):
        person = words_in(entry.get("personID", entry.get("participantID")))
        if person:
            speakers.setdefault(words_in(entry.get("nodeID")), person)
    return speakers


def _participants(value: dict[str, Any], file: str, tally: Tally) -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in objects(value, "participants", file, tally):
        parts = (words_in(entry.get(key)) for key in ("firstname", "surname"))
        name = " ".join(part for part in parts if part) or words_in(entry.get("name"))
        if name:
            names.setdefault(words_in(entry.get("participantID", entry.get("id"))), name)
    return names


def objects(value: dict[str, Any], key: str, file: str, tally: Tally) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list under a key, and take them out of it; null is an empty list, and what is no object is counted.

    Raises:
        FormatError: there is something else than a list.
    """
    entries = value.get(key)
    if entries is None:
        return
    if not isinstance(entries, list):
        raise FormatError(f"{key!r} is no list", file=file)
    for entry in taken(entries):
        if isinstance(entry, dict):
            yield entry
        elif entry is not None:
            tally.lost(NO_NODES, f"in {key}")
