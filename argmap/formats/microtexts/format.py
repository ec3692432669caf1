"""arg-microtexts: argument graphs of short texts in XML, each with its text beside it.

Peldszus & Stede (2013), "From argument diagrams to argumentation mining in texts: a survey". Elementary units (`edu`) of the text
make up argumentative units (`adu`), alone or joined; each is uttered by the proponent, who wrote the text, or by the opponent whom
he imagines.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import MEBIBYTE, Candidate, Format, Imported, ReadOptions, read_each, text_beside, without_texts
from argmap.exchange.decoding import text_of
from argmap.exchange.finishing import finish, finished
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.naming import bare_names
from argmap.exchange.quoting import Passages
from argmap.exchange.remarks import remark_losses
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.microtexts.graphs import EDGES_TO_NOWHERE, UNIT_IDS, ArgumentGraph, Edge, graph_of
from argmap.reading.texts import fingerprint
from argmap.words import ActorKind, ArgumentRelation, Stance

JOINED_TEXT: Final = "texts put together from their units: the text itself is not there, or does not hold them"
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
    size = Size(options.most)
    graphs, faults = read_each(
        without_texts(files),
        lambda name, data: graph_of(name, data, Tally(tally), size),
    )
    size.add(0)  # too much of all files together is no fault of one of them
    names = bare_names(graph.name for graph in graphs)
    topics = Counter(graph.topic for graph in graphs if graph.topic)
    shared = sorted(topic for topic, number in topics.items() if number > 1)
    codebook = Draft("codebook", options, tally)
    questions = {topic: codebook.question(_topic_text(topic), named=topic) for topic in shared}
    ready = [finish(codebook)] if shared else []
    texts: dict[str, str] = {}
    graphs.reverse()
    while graphs:  # each is let go as it becomes a draft
        name, text = graphs[-1].name, _text(graphs[-1], _beside(graphs[-1].name, files, options))
        draft = Draft(names[name], options, graphs[-1].tally, codebook=codebook if shared else None)
        texts[f"{draft.name}.txt"] = text
        _tell(graphs.pop(), draft, text, questions)
        ready.append(finish(draft))
        remark_losses(draft, name.rpartition("/")[2])
    return finished((), tally, faults, texts=texts, ready=ready)


def _topic_text(topic: str) -> str:
    words = topic.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}?"


def _beside(name: str, files: Mapping[str, bytes], options: ReadOptions) -> str | None:
    """The text that stands beside a graph under the same name."""
    found = text_beside(name, files)
    return None if found is None else text_of(found[1], found[0], options.encoding)


def _text(graph: ArgumentGraph, beside: str | None) -> str:
    if beside is not None and _places(graph, beside) is not None:
        return beside
    graph.tally.changed(JOINED_TEXT, graph.name)
    return " ".join(words for unit, words in graph.edus.items() if words and unit not in graph.implicit) or graph.name


def _places(graph: ArgumentGraph, text: str) -> dict[str, tuple[int, int]] | None:
    """Where the elementary units stand in a text, one after the other; None where one of them does not."""
    places: dict[str, tuple[int, int]] = {}
    position = 0
    for unit, words in graph.edus.items():
        if words and unit not in graph.implicit:
            position = _SPACES.match(text, position).end()  # type: ignore[union-attr] # it matches no space, too
            if text.startswith(words, position):  # as nearly always: a pattern of its own takes long to make
                places[unit] = position, position + len(words)
            else:
                match = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, position)
                if match is None:
                    return None
                places[unit] = match.span()
            position = places[unit][1]
    return places


def _tell(graph: ArgumentGraph, draft: Draft, text: str, questions: Mapping[str, str]) -> None:
    own = {OWN: {"stance": graph.stance}} if graph.stance else {}
    draft.source(graph.id or draft.name, file=f"{draft.name}.txt", sha256=fingerprint(text), **own)
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
    graph.edges.clear()  # told, and there may be as many as units
    _state(graph, draft, claims, Passages(text))


def _state(graph: ArgumentGraph, draft: Draft, claims: Mapping[str, str], passages: Passages) -> None:
    """Tell who utters the claims, and where."""
    places = _places(graph, passages.text) or {}
    order = {edu: row for row, edu in enumerate(graph.edus)}
    speakers: dict[str, str] = {}
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


def _infer(graph: ArgumentGraph, draft: Draft, claims: Mapping[str, str]) -> None:
    """Tell the arguments: a further source (`add`) is one more premise of the edge it points at."""
    firsts = _first_edges(graph.edges)
    further: dict[str, list[str]] = {}
    for name, edge in graph.edges.items():
        if edge.kind == "add":
            first = firsts[name]
            if first is None or edge.source not in claims:
                graph.tally.lost(EDGES_TO_NOWHERE, f"{graph.name}: {name}")
            else:
                further.setdefault(first, []).append(claims[edge.source])
    for name, edge in graph.edges.items():
        if edge.kind == "add":
            continue
        if edge.kind not in {*_RELATIONS, "und"}:
            graph.tally.lost(UNKNOWN_EDGES, f"{graph.name}: {name} {edge.kind}")
            continue
        target = firsts.get(edge.target) if edge.kind == "und" else claims.get(edge.target)
        if target is None or edge.source not in claims:
            graph.tally.lost(EDGES_TO_NOWHERE, f"{graph.name}: {name}")
            continue
        premises = [claims[edge.source], *further.get(name, ())]
        relation = _RELATIONS.get(edge.kind, ArgumentRelation.UNDERCUT)
        draft.infer(name, premises, relation, target, scheme=EXAMPLE if edge.kind == "exa" else None)


def _first_edges(edges: Mapping[str, Edge]) -> dict[str, str | None]:
    """For each edge the one that it belongs to in the end: itself, or where further sources lead; None where that is nowhere."""
    firsts: dict[str, str | None] = {name: name for name, edge in edges.items() if edge.kind != "add"}
    for start in edges:
        path: dict[str, None] = {}
        name = start
        while name in edges and name not in firsts and name not in path:
            path[name] = None
            name = edges[name].target
        firsts |= dict.fromkeys(path, firsts.get(name))
    return firsts


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
    reading_loses=(EDGES_TO_NOWHERE, UNKNOWN_EDGES, NO_TEXT, UNQUOTED, *INFERRING_LOSES),
)
