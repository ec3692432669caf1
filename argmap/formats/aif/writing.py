"""Graphs → AIF networks: what `reading.py` and `dialogue.py` read comes out again the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.formats.aif.dialogue import ILLOCUTION, WORDS
from argmap.formats.aif.illocutions import label_of, stance_of
from argmap.formats.aif.reading import CONTRARY, DEFAULTS, LINKS, X_AIF
from argmap.formats.aspects import Aspect, tell_aspects
from argmap.formats.report import Tally
from argmap.graph import Claim, Graph, Statement
from argmap.text import Text, words_of
from argmap.words import Act, ArgumentRelation, Stance

KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.SCHEMES),
        *(Aspect.CONTRARIES, Aspect.ACTORS, Aspect.STATEMENTS, Aspect.STATEMENTS_ON_ARGUMENTS, Aspect.MIXED),
        *(Aspect.QUOTES, Aspect.VIA, Aspect.REPLIES, Aspect.ACTS),
    }
)
JOINED_QUOTES: Final = "quotes of several passages, joined by …"
JOINT: Final = "statements by several actors, written once for each"
ACTS_AGAINST: Final = "concessions and retractions of what one is not for"
LOST_LINKS: Final = "rephrases and preferences of claims that are not there"
SILENT_ACTORS: Final = "actors who say nothing"

WRITING_CHANGES: Final = (JOINED_QUOTES, JOINT)
WRITING_LOSES: Final = (ACTS_AGAINST, LOST_LINKS, SILENT_ACTORS)


def network_json(graph: Graph, language: str, tally: Tally) -> dict[str, Any]:
    """Return a graph as the JSON object of an AIF map.

    Args:
        graph: what is written; locutions of all its sources stand in one map.
        language: BCP 47 tag of the texts.
        tally: what counts.
    """
    writer = _Writer(graph, language, tally)
    writer.write()
    tell_aspects(graph, KEPT, tally, language, X_AIF)
    return {
        "nodes": writer.nodes,
        "edges": writer.edges,
        "schemefulfillments": [],
        "participants": writer.participants,
        "locutions": writer.locutions,
    }


@dataclass(slots=True)
class _Writer:
    graph: Graph
    language: str
    tally: Tally
    nodes: list[dict[str, str]] = field(default_factory=list)
    edges: list[dict[str, str | None]] = field(default_factory=list)
    participants: list[dict[str, str]] = field(default_factory=list)
    locutions: list[dict[str, str]] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _people: dict[str, str] = field(default_factory=dict)
    _uttered: dict[tuple[object, ...], str] = field(default_factory=dict)
    _replies: dict[tuple[str, str], None] = field(default_factory=dict)

    def write(self) -> None:
        graph = self.graph
        for claim in graph.claims.values():
            self._ids[claim.id] = self._node("I", self._words(claim.text))
        for argument in graph.arguments.values():
            kind = "RA" if argument.relation is ArgumentRelation.SUPPORT else "CA"
            self._ids[argument.id] = self._node(kind, argument.scheme or DEFAULTS[kind])
        for argument in graph.arguments.values():
            for premise in argument.premises:
                self._edge(self._ids[premise], self._ids[argument.id])
            self._edge(self._ids[argument.id], self._ids[argument.target])
        for first, second in graph.contraries:
            for start, end in ((first, second), (second, first)):
                self._scheme("CA", CONTRARY, self._ids[start], self._ids[end])
        for claim in graph.claims.values():
            self._links(claim)
        said: dict[str, list[str]] = {}
        for statement in graph.statements.values():
            said[statement.id] = self._statement(statement)
        self._transitions(said)
        silent = len(graph.actors) - len(self._people)
        self.tally.lost(SILENT_ACTORS, number=silent)

    def _node(self, kind: str, text: str) -> str:
        number = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": number, "text": text, "type": kind})
        return number

    def _edge(self, start: str, end: str) -> None:
        self.edges.append({"edgeID": str(len(self.edges) + 1), "fromID": start, "toID": end, "formEdgeID": None})

    def _scheme(self, kind: str, text: str, start: str, end: str) -> None:
        node = self._node(kind, text)
        self._edge(start, node)
        self._edge(node, end)

    def _words(self, text: Text) -> str:
        return " ".join(words_of(text, self.language).split())

    def _links(self, claim: Claim) -> None:
        own = claim.extensions.get(X_AIF)
        for kind, key in LINKS.items():
            links = own.get(key) if isinstance(own, Mapping) else None
            for name, label in links.items() if isinstance(links, Mapping) else ():
                other = self._ids.get(_claim_named(self.graph, claim.file, str(name)))
                if other is None:
                    self.tally.lost(LOST_LINKS, str(name))
                else:
                    self._scheme(kind, str(label), self._ids[claim.id], other)

    def _statement(self, statement: Statement) -> list[str]:
        """Write a statement, once for each of its actors; return its locutions."""
        own = statement.extensions.get(X_AIF)
        extension = own if isinstance(own, Mapping) else {}
        words = " … ".join(" ".join(quote.exact.split()) for quote in statement.quotes) or str(extension.get(WORDS, ""))
        if len(statement.quotes) > 1:
            self.tally.changed(JOINED_QUOTES, words)
        if len(statement.actors) > 1:
            self.tally.changed(JOINT, words)
        if statement.act is not Act.ASSERT and statement.stance is not Stance.FOR:
            self.tally.lost(ACTS_AGAINST, statement.id)
        content = self._ids[statement.target]
        kind = self.nodes[int(content) - 1]["type"]
        labels = _labels(statement, kind, extension)
        locutions = [self._locution(actor, words, statement) for actor in statement.actors]
        for locution in locutions:
            for label in labels:
                self._scheme("YA", label, locution, content)
        return locutions

    def _locution(self, actor: str, words: str, statement: Statement) -> str:
        """The node of what an actor says; one for several statements that the same words show."""
        key = (statement.source, actor, words, statement.via, statement.replies)
        if words and key in self._uttered:
            return self._uttered[key]
        node = self._uttered[key] = self._utterance(actor, words)
        passed_on = node
        for passer in statement.via:
            if passer != actor:
                reporting = self._utterance(passer, "")
                self._scheme("YA", "Asserting", reporting, passed_on)
                passed_on = reporting
        return node

    def _utterance(self, actor: str, words: str) -> str:
        name = self._words(self.graph.actors[actor].name)
        if actor not in self._people:
            self._people[actor] = str(len(self._people) + 1)
            first, _, last = name.rpartition(" ")
            self.participants.append({"participantID": self._people[actor], "firstname": first, "surname": last})
        node = self._node("L", f"{name} : {words}".rstrip())
        self.locutions.append({"nodeID": node, "personID": self._people[actor]})
        return node

    def _transitions(self, said: Mapping[str, list[str]]) -> None:
        for statement in self.graph.statements.values():
            for before in said.get(statement.replies or "", ())[:1]:
                for after in said[statement.id]:
                    if before != after:
                        self._replies.setdefault((before, after))
        for before, after in self._replies:
            self._scheme("TA", "Default Transition", before, after)


def _labels(statement: Statement, kind: str, extension: Mapping[str, object]) -> tuple[str, ...]:
    if statement.stance is Stance.MIXED:
        return tuple(label_of(stance, Act.ASSERT, kind) for stance in (Stance.FOR, Stance.AGAINST))
    label = extension.get(ILLOCUTION)
    if isinstance(label, str):
        meant = stance_of(label, kind)
        if meant == (statement.stance, statement.act) or (meant is None and statement.stance is Stance.NEUTRAL):
            return (label,)
    return (label_of(statement.stance, statement.act, kind),)


def _claim_named(graph: Graph, file: str, name: str) -> str:
    """The claim that a name under `x-aif` stands for: of the same file, else the only one of all that is called so."""
    if f"{file}/{name}" in graph.claims:
        return f"{file}/{name}"
    found = [claim for claim in graph.claims if claim.endswith(f"/{name}")]
    return found[0] if len(found) == 1 else ""
