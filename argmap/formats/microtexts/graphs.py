"""The XML of arg-microtexts → units and edges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from argmap.exchange.contract import MEBIBYTE, FormatError
from argmap.exchange.decoding import Handlers, parse_xml, words_in
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size

UNIT_IDS: Final = "units whose id is left out: ids are made from the texts"
EDGES_TO_NOWHERE: Final = "edges to or from what is not there"


class Edge(NamedTuple):
    """What leads from a unit to a unit, or to an edge."""

    kind: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class ArgumentGraph:
    """One file: units by id, and the edges between them."""

    name: str
    tally: Tally
    id: str
    topic: str
    stance: str
    edus: dict[str, str]
    implicit: set[str]
    parts: Mapping[str, Sequence[str]]
    """For each argumentative unit the elementary units it consists of, in the order of the text."""
    roles: dict[str, str]
    edges: dict[str, Edge]


class _Elements(Handlers):
    """The elements of a graph as they are met; each counts as an entry, or a quote, that it may become."""

    def __init__(self, name: str, size: Size) -> None:
        self.root: dict[str, str] | None = None
        self.edus: dict[str, str] = {}
        self.adus: dict[str, str] = {}
        self.joints: dict[str, list[str]] = {}
        self.implicit: set[str] = set()
        self.edges: dict[str, Edge] = {}
        self.segments: list[tuple[str, str]] = []
        self._name = name
        self._size = size
        self._rows = 0
        self._edu: str | None = None
        self._words: list[str] = []
        self._values: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._end_edu()
        name, kind, source, target = (self._once(attributes.get(key, "")) for key in ("id", "type", "src", "trg"))
        if self.root is None:
            if tag != "arggraph":
                raise FormatError(f"the root of this XML file is {tag!r}, not 'arggraph'", file=self._name)
            self.root = attributes
        elif tag == "edge":
            if kind == "seg":
                self.segments.append((source, target))
            else:
                self.edges[name or f"edge {self._rows}"] = Edge(kind, source, target)
            self._rows += 1
            self._size.add(1)
        elif tag == "edu":
            self._edu = name
            if attributes.get("implicit") == "true":
                self.implicit.add(name)
            self._size.add(1)
        elif tag == "adu":
            self.adus[name] = kind
            self._size.add(1)
        elif tag == "joint":
            self.joints[name] = []
            self._size.add(1)

    def end(self, tag: str) -> None:
        del tag
        self._end_edu()

    def data(self, words: str) -> None:
        if self._edu is not None:
            self._words.append(words)

    def _end_edu(self) -> None:
        """Take the words of an elementary unit, which end where anything else begins."""
        if self._edu is not None:
            self.edus[self._edu] = words_in("".join(self._words))
            self._edu = None
            self._words.clear()

    def _once(self, value: str) -> str:
        """The same value as it was met first: an id stands in a file many times."""
        return self._values.setdefault(value, value)


def graph_of(name: str, data: bytes, tally: Tally, size: Size) -> ArgumentGraph:
    """Return the argument graph in an XML file.

    Args:
        name: of the file.
        data: what is in it.
        tally: where what cannot be kept is counted.
        size: where its elements are counted.

    Raises:
        FormatError: it is none, or is too large; the message says why.
    """
    met = _Elements(name, size)
    parse_xml(data, name, met)
    parts: dict[str, list[str]] = {unit: [] for unit in met.adus}
    for source, target in met.segments:
        if target in met.joints and source in met.edus:
            met.joints[target].append(source)
    longest = max(len(data), MEBIBYTE)
    for source, target in met.segments:
        if target in met.joints and source in met.edus:
            continue
        found = met.joints.get(source, [source] if source in met.edus else [])
        if target not in parts or not found:
            tally.lost(EDGES_TO_NOWHERE, f"{name}: {source} → {target}")
        else:
            longest -= sum(1 + len(met.edus[part]) for part in found)
            if longest < 0:
                raise FormatError("its units share more words than there are in it", file=name)
            parts[target] += found
    order = {unit: row for row, unit in enumerate(met.edus)}
    tally.changed(UNIT_IDS, number=len(met.edus) + len(met.adus) + len(met.joints))
    title, topic, stance = (words_in((met.root or {}).get(key, "")) for key in ("id", "topic_id", "stance"))
    ordered = {unit: tuple(sorted(set(found), key=order.__getitem__)) for unit, found in parts.items()}
    return ArgumentGraph(name, tally, title, topic, stance, met.edus, met.implicit, ordered, met.adus, met.edges)
