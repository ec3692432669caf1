"""arg-microtexts: argument graphs of short texts in XML, each with its text beside it.

Peldszus & Stede (2013), "From argument diagrams to argumentation mining in texts: a survey". Elementary units (`edu`) of the text
make up argumentative units (`adu`), alone or joined; each is uttered by the proponent, who wrote the text, or by the opponent whom
he imagines.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element

from argmap.exchange.building import BUILDING_LOSES, WITHOUT_WORDS, Draft
from argmap.exchange.contract import MEBIBYTE, Candidate, Format, FormatError, Imported, ReadOptions, read_each
from argmap.exchange.decoding import text_of, words_in, xml_of
from argmap.exchange.naming import bare_names
from argmap.exchange.quoting import Passages
from argmap.exchange.remarks import remark_losses
from argmap.exchange.report import Tally
from argmap.reading.texts import fingerprint
from argmap.reading.values import KeyPath
from argmap.words import ActorKind, ArgumentRelation, Stance

JOINED_TEXT: Final = "texts put together from their units: the text itself is not there, or does not hold them"
UNIT_IDS: Final = "units whose id is left out: ids are made from the texts"
EDGES_TO_NOWHERE: Final = "edges to or from what is not there"
UNKNOWN_EDGES: Final = "edges of an unknown type"
NO_TEXT: Final = "units without any text"
UNQUOTED: Final = "units whose words cannot be told from the same words elsewhere in the text: without a quote"

OWN: Final = "x-microtexts"
EXAMPLE: Final = "argument from example"

_MARK: Final = re.compile(r"<arggraph\b")
_SPACES: Final = re.compile(r"\s*")
_RELATIONS: Final = {"sup": ArgumentRelation.SUPPORT, "exa": ArgumentRelation.SUPPORT, "reb": ArgumentRelation.ATTACK}
_SPEAKERS: Final = {"pro": "Proponent", "opp": "Opponent"}


def tells(candidate: Candidate) -> bool:
    """Return whether a file is an argument graph of arg-microtexts."""
    return bool(_MARK.search(candidate.sample))


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for argument graphs; topics that several texts share stand in a codebook.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    graphs, faults = read_each(
        {name: data for name, data in files.items() if not name.lower().endswith(".txt")},
        lambda name, data: _graph(name, data, Tally(tally)),
    )
    names = bare_names(graph.name for graph in graphs)
    topics = [graph.topic for graph in graphs if graph.topic]
    shared = sorted({topic for topic in topics if topics.count(topic) > 1})
    codebook = Draft("codebook", options, tally)
    questions = {topic: codebook.question(_topic_text(topic), named=topic) for topic in shared}
    imported = {"codebook.yaml": codebook.finish()} if shared else {}
    texts: dict[str, str] = {}
    comments: dict[str, dict[KeyPath, str]] = {}
    for graph in graphs:
        draft = Draft(names[graph.name], options, graph.tally, codebook=codebook if shared else None)
        text = _text(graph, _beside(graph.name, files, options))
        texts[f"{draft.name}.txt"] = text
        own = {OWN: {"stance": graph.stance}} if graph.stance else {}
        draft.source(graph.id or draft.name, file=f"{draft.name}.txt", sha256=fingerprint(text), **own)
        _tell(graph, draft, Passages(text), questions)
        imported[f"{draft.name}.yaml"] = draft.finish()
        remark_losses(draft, graph.name.rpartition("/")[2])
        comments[f"{draft.name}.yaml"] = draft.comments
    tally.kept("claims", sum(len(file.claims) for file in imported.values()))
    tally.kept("statements", sum(len(file.statements) for file in imported.values()))
    return Imported(files=imported, texts=texts, comments=comments, faults=faults, report=tally.report())


@dataclass(slots=True)
class _Edge:
    kind: str
    source: str
    target: str
    premises: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Graph:
    """One file: units by id, and the edges between them."""

    name: str
    tally: Tally
    id: str
    topic: str
    stance: str
    edus: dict[str, str]
    implicit: frozenset[str]
    parts: dict[str, list[str]]
    """For each argumentative unit the elementary units it consists of, in the order of the text."""
    roles: dict[str, str]
    edges: dict[str, _Edge]


def _graph(name: str, data: bytes, tally: Tally) -> _Graph:
    root = xml_of(data, name)
    if root.tag != "arggraph":
        raise FormatError(f"the root of this XML file is {root.tag!r}, not 'arggraph'", file=name)
    edus = {one.get("id", ""): words_in(one.text or "") for one in root.iter("edu")}
    adus = {one.get("id", ""): one.get("type", "") for one in root.iter("adu")}
    joints: dict[str, list[str]] = {one.get("id", ""): [] for one in root.iter("joint")}
    edges: dict[str, _Edge] = {}
    segments: list[tuple[str, str]] = []
    for row, one in enumerate(root.iter("edge")):
        edge = _Edge(one.get("type", ""), one.get("src", ""), one.get("trg", ""))
        if edge.kind == "seg":
            segments.append((edge.source, edge.target))
        else:
            edges[one.get("id") or f"edge {row}"] = edge
    parts: dict[str, list[str]] = {unit: [] for unit in adus}
    for source, target in segments:
        if target in joints and source in edus:
            joints[target].append(source)
    for source, target in segments:
        if target in joints and source in edus:
            continue
        found = joints.get(source, [source] if source in edus else [])
        if target not in parts or not found:
            tally.lost(EDGES_TO_NOWHERE, f"{name}: {source} → {target}")
        else:
            parts[target] += found
    order = {unit: row for row, unit in enumerate(edus)}
    parts = {unit: sorted(set(found), key=order.__getitem__) for unit, found in parts.items()}
    implicit = frozenset(one.get("id", "") for one in root.iter("edu") if one.get("implicit") == "true")
    tally.changed(UNIT_IDS, number=len(edus) + len(adus) + len(joints))
    title, topic, stance = (_attribute(root, key) for key in ("id", "topic_id", "stance"))
    return _Graph(name, tally, title, topic, stance, edus, implicit, parts, adus, edges)


def _attribute(element: Element, name: str) -> str:
    return words_in(element.get(name, ""))


def _topic_text(topic: str) -> str:
    words = topic.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}?"


def _beside(name: str, files: Mapping[str, bytes], options: ReadOptions) -> str | None:
    """The text that stands beside a graph under the same name."""
    stem = name.rpartition(".")[0]
    data = next((files[other] for other in (f"{stem}.txt", f"{stem}.TXT") if other in files), None)
    return None if data is None else text_of(data, f"{stem}.txt", options.encoding)


def _text(graph: _Graph, beside: str | None) -> str:
    if beside is not None and _places(graph, beside) is not None:
        return beside
    graph.tally.changed(JOINED_TEXT, graph.name)
    return " ".join(words for unit, words in graph.edus.items() if words and unit not in graph.implicit) or graph.name


def _places(graph: _Graph, text: str) -> dict[str, tuple[int, int]] | None:
    """Where the elementary units stand in a text, one after the other; None where one of them does not."""
    places: dict[str, tuple[int, int]] = {}
    position = 0
    for unit, words in graph.edus.items():
        if words and unit not in graph.implicit:
            parts = words.split()
            position = _SPACES.match(text, position).end()  # type: ignore[union-attr] # it matches no space, too
            if text.startswith(plain := " ".join(parts), position):  # as nearly always: a pattern of its own takes long to make
                places[unit] = position, position + len(plain)
            else:
                match = re.compile(r"\s+".join(map(re.escape, parts))).search(text, position)
                if match is None:
                    return None
                places[unit] = match.span()
            position = places[unit][1]
    return places


def _tell(graph: _Graph, draft: Draft, passages: Passages, questions: Mapping[str, str]) -> None:
    places = _places(graph, passages.text) or {}
    claims: dict[str, str] = {}
    for unit, parts in graph.parts.items():
        words = " ".join(graph.edus[part] for part in parts if graph.edus[part])
        if not words:
            graph.tally.lost(NO_TEXT, f"{graph.name}: {unit}")
            continue
        is_implicit = graph.implicit.issuperset(parts)
        claims[unit] = draft.claim(words, implicit=True if is_implicit else None)
    _infer(graph, draft, claims)
    if graph.topic:
        question = questions.get(graph.topic) or draft.question(_topic_text(graph.topic), named=graph.topic)
        sources = {edge.source for edge in graph.edges.values()}
        for unit in claims.keys() - sources:
            (draft.node(claims[unit]) or {})["answers"] = [question]
    speakers: dict[str, str] = {}
    order = {edu: row for row, edu in enumerate(graph.edus)}
    for unit, claim in claims.items():
        if graph.implicit.issuperset(graph.parts[unit]):
            continue
        role = "opp" if graph.roles[unit] == "opp" else "pro"
        if role not in speakers:
            speakers[role] = draft.actor(_SPEAKERS[role], kind=ActorKind.UNNAMED)
        quotes = [passages.at(*span) for span in _spans(graph.parts[unit], order, places)]
        if None in quotes:
            graph.tally.lost(UNQUOTED, f"{graph.name}: {unit}")
        draft.state(speakers[role], Stance.FOR, claim=claim, quote=[quote for quote in quotes if quote is not None])


def _spans(parts: Iterable[str], order: Mapping[str, int], places: Mapping[str, tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of a unit: one for elementary units that follow each other in the text."""
    spans: list[tuple[int, int]] = []
    last = -2
    for part in parts:
        row = order[part]
        if part not in places:
            continue
        if spans and row == last + 1:
            spans[-1] = (spans[-1][0], places[part][1])
        else:
            spans.append(places[part])
        last = row
    return spans


def _infer(graph: _Graph, draft: Draft, claims: Mapping[str, str]) -> None:
    """Tell the arguments: a further source (`add`) is one more premise of the edge it points at."""
    for name, edge in graph.edges.items():
        if edge.kind == "add":
            first = _first_edge(graph, name)
            if first is None or edge.source not in claims:
                graph.tally.lost(EDGES_TO_NOWHERE, f"{graph.name}: {name}")
            else:
                graph.edges[first].premises.append(claims[edge.source])
    for name, edge in graph.edges.items():
        if edge.kind == "add":
            continue
        if edge.kind not in {*_RELATIONS, "und"}:
            graph.tally.lost(UNKNOWN_EDGES, f"{graph.name}: {name} {edge.kind}")
            continue
        target: Any = _first_edge(graph, edge.target) if edge.kind == "und" else claims.get(edge.target)
        if target is None or edge.source not in claims:
            graph.tally.lost(EDGES_TO_NOWHERE, f"{graph.name}: {name}")
            continue
        premises = [claims[edge.source], *edge.premises]
        relation = _RELATIONS.get(edge.kind, ArgumentRelation.UNDERCUT)
        draft.infer(name, premises, relation, target, scheme=EXAMPLE if edge.kind == "exa" else None)


def _first_edge(graph: _Graph, name: str) -> str | None:
    """The edge that a further source belongs to in the end; None where there is none."""
    seen: set[str] = set()
    while name in graph.edges and graph.edges[name].kind == "add":
        if name in seen:
            return None
        seen.add(name)
        name = graph.edges[name].target
    return name if name in graph.edges else None


FORMAT: Final = Format(
    name="microtexts",
    title="arg-microtexts XML",
    suffix=".xml",
    companions=(".txt",),
    told_by="the XML element `arggraph`",
    tells=tells,
    largest=8 * MEBIBYTE,
    read=read,
    keeps=(
        "Argumentative units are claims, uttered by the proponent or the opponent; their words are quotes of the text beside the "
        "graph. `und` is an undercut, `add` one more premise, `exa` a support with the scheme “argument from example”. The claim "
        "that bears on nothing answers the topic; topics of several texts stand in `codebook.yaml`. The stance of a text on its "
        "topic stands under `x-microtexts`."
    ),
    reading_changes=(UNIT_IDS, JOINED_TEXT, WITHOUT_WORDS),
    reading_loses=(EDGES_TO_NOWHERE, UNKNOWN_EDGES, NO_TEXT, UNQUOTED, *BUILDING_LOSES),
)
