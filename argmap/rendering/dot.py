"""A view in the DOT language of Graphviz, for those who lay it out and restyle it with their own tools."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from argmap.catalogue import catalogue_of
from argmap.drawing import CardKind, EdgeKind
from argmap.layout.cards import CardMaker
from argmap.layout.planning import Relation, relations
from argmap.layout.wrapping import one_line, wrap
from argmap.rendering.colours import LIGHT, Ink
from argmap.text import words_of
from argmap.view import Holder, ShownClaim, View
from argmap.words import Stance

LINE: Final = 32
"""Characters a line, about: Graphviz breaks none by itself."""

_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_SIGNS: Final = {Stance.FOR: "+", Stance.AGAINST: "−", Stance.MIXED: "±", Stance.NEUTRAL: "○"}

_NODES: Final = {
    CardKind.QUESTION: f'shape=box, style=filled, fillcolor="{LIGHT[Ink.QUESTION]}", color="{LIGHT[Ink.QUESTION_BORDER]}"',
    CardKind.CLAIM: f'shape=box, style="filled,rounded", fillcolor="{LIGHT[Ink.CARD]}", color="{LIGHT[Ink.CARD_BORDER]}"',
    CardKind.EVIDENCE: f'shape=note, style=filled, fillcolor="{LIGHT[Ink.EVIDENCE]}", color="{LIGHT[Ink.EVIDENCE_BORDER]}"',
}
_IMPLICIT: Final = ', style="filled,rounded,dashed"'

_EDGES: Final = {
    EdgeKind.ANSWER: f'color="{LIGHT[Ink.ANSWER]}", arrowhead=none',
    EdgeKind.SUPPORT: f'color="{LIGHT[Ink.FOR]}", headlabel="+"',
    EdgeKind.ATTACK: f'color="{LIGHT[Ink.AGAINST]}", style=dashed, headlabel="−"',
    EdgeKind.UNDERCUT: f'color="{LIGHT[Ink.AGAINST]}", style=dotted, arrowhead=tee',
    EdgeKind.CONTRARY: f'color="{LIGHT[Ink.AGAINST]}", dir=both, constraint=false',
}


def render_dot(view: View, language: str) -> str:
    """Return a view as a DOT digraph whose edges run from reasons up to what they bear on, with texts in a language."""
    return "".join(f"{line}\n" for line in _lines(view, CardMaker(language, catalogue_of(language))))


def _lines(view: View, maker: CardMaker) -> Iterator[str]:
    yield "digraph argmap {"
    yield "  rankdir=BT;"
    yield '  node [fontname="Arial", fontsize=11, margin="0.15,0.08"];'
    yield '  edge [fontname="Arial", fontsize=12, labeldistance=1.7];'
    for question in view.questions:
        lines = [maker.catalogue.say(f"question.{question.kind}"), *_wrapped(words_of(question.text, maker.language))]
        yield f"  {_quoted(f'{question.id}?')} [{_label(lines)}, {_NODES[CardKind.QUESTION]}];"
    for shown in view.claims:
        yield f"  {_quoted(shown.claim.id)} [{_claim(shown, maker)}];"
    found = {relation.id: relation for relation in relations(view)}
    for relation in found.values():
        yield from _edges(relation, found.get(relation.head))
    yield "}"


def _claim(shown: ShownClaim, maker: CardMaker) -> str:
    claim = shown.claim
    heading = maker.heading(claim)
    lines = [heading] if heading else []
    lines += [*_wrapped(words_of(claim.text, maker.language)), *_holders(shown.holders, maker)]
    look = _NODES[CardKind.EVIDENCE if claim.evidence else CardKind.CLAIM] + (_IMPLICIT if claim.implicit else "")
    return f"{_label(lines)}, {look}"


def _edges(relation: Relation, denied: Relation | None) -> Iterator[str]:
    """Yield the lines of a relation; an undercut ends in the junction of the inference it denies."""
    look = f"id={_quoted(relation.id)}, {_EDGES[relation.kind]}"
    if relation.argument and not relation.argument.asserted:
        look += ", arrowhead=empty" if relation.kind in {EdgeKind.SUPPORT, EdgeKind.ATTACK} else ""
    match relation.kind:
        case EdgeKind.ANSWER:
            head = f"{relation.head}?"
        case EdgeKind.UNDERCUT:
            head = denied.junction if denied and denied.junction else relation.head
        case EdgeKind.SUPPORT | EdgeKind.ATTACK | EdgeKind.CONTRARY:
            head = relation.head
    if relation.junction is None:
        yield f"  {_quoted(relation.tails[0])} -> {_quoted(head)} [{look}];"
        return
    yield f"  {_quoted(relation.junction)} [shape=point, width=0.1];"
    for tail in relation.tails:
        yield f'  {_quoted(tail)} -> {_quoted(relation.junction)} [{_EDGES[relation.kind]}, arrowhead=none, headlabel=""];'
    yield f"  {_quoted(relation.junction)} -> {_quoted(head)} [{look}];"


def _holders(holders: Iterable[Holder], maker: CardMaker) -> Iterator[str]:
    for holder in holders:
        yield from _wrapped(f"{_SIGNS[holder.stance]} {maker.names([holder])}")


def _wrapped(text: str) -> list[str]:
    return [line for line, _ in wrap(text, LINE, len)]


def _label(lines: Iterable[str]) -> str:
    """Return the attribute of a label, its lines flush left; Graphviz reads backslashes and HTML entities in it."""
    words = (_clean(line).strip().replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines)
    return 'label="' + "".join(f"{line}\\l" for line in words) + '"'


def _quoted(words: str) -> str:
    escaped = _clean(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _clean(words: str) -> str:
    return _NOT_TEXT.sub("\ufffd", one_line(words))
