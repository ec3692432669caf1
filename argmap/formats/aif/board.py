"""An AIF map in the making: nodes and edges with running numbers, and the people who speak."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Board:
    """The lists of the JSON object of a map."""

    nodes: list[dict[str, str]] = field(default_factory=list)
    edges: list[dict[str, str | None]] = field(default_factory=list)
    participants: list[dict[str, str]] = field(default_factory=list)
    locutions: list[dict[str, str]] = field(default_factory=list)
    _people: dict[str, str] = field(default_factory=dict)

    def node(self, kind: str, text: str) -> str:
        """Add a node; return its id."""
        number = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": number, "text": text, "type": kind})
        return number

    def edge(self, start: str, end: str) -> None:
        """Lead one node to another."""
        self.edges.append({"edgeID": str(len(self.edges) + 1), "fromID": start, "toID": end, "formEdgeID": None})

    def scheme(self, kind: str, text: str, start: str, end: str) -> None:
        """Lead one node to another over a scheme node."""
        node = self.node(kind, text)
        self.edge(start, node)
        self.edge(node, end)

    def kind_of(self, node: str) -> str:
        """Return the kind of a node."""
        return self.nodes[int(node) - 1]["type"]

    def locution(self, actor: str, name: str, words: str) -> str:
        """Add what an actor says; return the id of the node."""
        if actor not in self._people:
            self._people[actor] = str(len(self._people) + 1)
            first, _, last = name.rpartition(" ")
            self.participants.append({"participantID": self._people[actor], "firstname": first, "surname": last})
        node = self.node("L", f"{name} : {words}".rstrip())
        self.locutions.append({"nodeID": node, "personID": self._people[actor]})
        return node
