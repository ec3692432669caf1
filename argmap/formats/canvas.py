"""JSON Canvas (jsoncanvas.org, version 1.0): a board of cards that Obsidian opens, laid out as our own maps are.

A canvas has no edges that end on edges, so an argument with several premises, or one that is undercut, is a small card of its own.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from argmap.drawing import Card, CardKind, Drawing, Edge, EdgeKind
from argmap.exchange.aspects import Aspect, not_kept, tell_aspects
from argmap.exchange.contract import Exported, Format, WriteOptions
from argmap.exchange.markdown_text import escaped
from argmap.exchange.report import Tally
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.text import words_of
from argmap.view import Holder, build_view
from argmap.words import Stance

KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.CONTRARIES),
        *(Aspect.QUESTIONS, Aspect.ANSWERS, Aspect.EVIDENCE),
    }
)
_SCALE: Final = 1.6
"""Obsidian sets cards in larger letters than our maps do."""
_JUNCTION: Final = 50
"""Width and height of the card of an argument."""
_COLOURS: Final = MappingProxyType({CardKind.QUESTION: "6", CardKind.CLAIM: "5", CardKind.EVIDENCE: None})
"""Presets of the format: 5 cyan, 6 purple; evidence has the colour of the board."""
_RELATIONS: Final = MappingProxyType(
    {
        EdgeKind.ANSWER: (None, None),
        EdgeKind.SUPPORT: ("+", "5"),
        EdgeKind.ATTACK: ("−", "2"),
        EdgeKind.UNDERCUT: ("×", "2"),
        EdgeKind.CONTRARY: ("⇔", "2"),
    }
)
"""Label and colour (a preset of the format: 2 orange, 5 cyan) of each kind of edge."""
_SIGNS: Final = MappingProxyType({Stance.FOR: "+", Stance.AGAINST: "−", Stance.MIXED: "±", Stance.NEUTRAL: "○"})


@dataclass(frozen=True, slots=True)
class _Box:
    """A card on the board, in whole points."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a map as a JSON Canvas."""
    from argmap.layout.composing import compose

    del provenance
    tally = Tally()
    view = build_view(graph)
    drawing = compose(view, language=options.language, engine="tree")
    texts = {_question(question.id): f"**{escaped(words_of(question.text, options.language))}**" for question in view.questions}
    for one in view.claims:
        words = escaped(words_of(one.claim.text, options.language))
        texts[one.claim.id] = "\n\n".join((words, *_holders(one.holders, options.language)))
    boxes = dict(_boxes(drawing))
    nodes = [_node(_name(card), boxes[_name(card)], texts[_name(card)], _COLOURS[card.kind]) for card in drawing.cards]
    nodes += [
        _node(edge.id, boxes[edge.id], _RELATIONS[edge.kind][0] or "", _RELATIONS[edge.kind][1])
        for edge in drawing.edges
        if edge.id in boxes
    ]
    edges = [one for edge in drawing.edges for one in _edges(edge, boxes)]
    tell_aspects(graph, KEPT, tally, options.language)
    data = json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False, indent="\t").encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.canvas": data}, report=tally.report())


def _name(card: Card) -> str:
    return _question(card.id) if card.kind is CardKind.QUESTION else card.id


def _question(name: str) -> str:
    """The name of a question's card: a question may have the id of a claim."""
    return f"question:{name}"


def _boxes(drawing: Drawing) -> Iterator[tuple[str, _Box]]:
    for card, (x, y) in zip(drawing.cards, drawing.corners, strict=True):
        yield _name(card), _Box(*(round(length * _SCALE) for length in (x, y, card.width, card.height)))
    for edge in drawing.edges:
        if edge.junction is not None:
            x, y = (round(length * _SCALE) - _JUNCTION // 2 for length in edge.junction[:2])
            yield edge.id, _Box(x, y, _JUNCTION, _JUNCTION)


def _node(name: str, box: _Box, text: str, colour: str | None) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": name,
        "type": "text",
        "text": text,
        "x": box.x,
        "y": box.y,
        "width": box.width,
        "height": box.height,
    }
    return node if colour is None else {**node, "color": colour}


def _edges(edge: Edge, boxes: Mapping[str, _Box]) -> Iterator[dict[str, Any]]:
    label, colour = _RELATIONS[edge.kind]
    head = _question(edge.head) if edge.kind is EdgeKind.ANSWER else edge.head
    if edge.id in boxes:
        for tail in edge.tails:
            yield _edge(f"{edge.id} {tail}", tail, edge.id, boxes, {"toEnd": "none"})
        yield _edge(f"{edge.id} ", edge.id, head, boxes, {"color": colour} if colour else {})
        return
    more: dict[str, Any] = {} if label is None else {"label": label, "color": colour}
    if edge.kind is EdgeKind.CONTRARY:
        more["fromEnd"] = "arrow"
    yield _edge(f"{edge.id} ", edge.tails[0], head, boxes, more)


def _edge(name: str, tail: str, head: str, boxes: Mapping[str, _Box], more: Mapping[str, Any]) -> dict[str, Any]:
    (x, y), (to_x, to_y) = boxes[tail].middle, boxes[head].middle
    if abs(to_y - y) >= abs(to_x - x):
        sides = ("top", "bottom") if to_y < y else ("bottom", "top")
    else:
        sides = ("left", "right") if to_x < x else ("right", "left")
    return {"id": name, "fromNode": tail, "fromSide": sides[0], "toNode": head, "toSide": sides[1], **more}


def _holders(holders: tuple[Holder, ...], language: str) -> Iterator[str]:
    """A line for each stance that is taken; the sign is bold, for a bare + would begin a list."""
    for stance, sign in _SIGNS.items():
        names = [escaped(words_of(holder.actor.name, language)) for holder in holders if holder.stance is stance]
        if names:
            yield f"**{sign}** {', '.join(names)}"


FORMAT: Final = Format(
    name="canvas",
    title="JSON Canvas (Obsidian)",
    suffix=".canvas",
    told_by="",
    write=write,
    keeps=(
        "Questions, claims and arguments, laid out as our own maps are, with who is for and against on each card. An undercut ends "
        "on the small card of the argument it denies."
    ),
    writing_loses=not_kept(KEPT),
)
