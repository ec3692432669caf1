"""A view in the DOT language of Graphviz, for those who lay it out and restyle it with their own tools."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from argmap.catalogue import catalogue_of
from argmap.drawing import CardKind, EdgeKind
from argmap.layout.captions import captions
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
    CardKind.QUESTION: ("box", "filled", Ink.QUESTION, Ink.QUESTION_BORDER),
    CardKind.CLAIM: ("box", "filled,rounded", Ink.CARD, Ink.CARD_BORDER),
    CardKind.EVIDENCE: ("note", "filled", Ink.EVIDENCE, Ink.EVIDENCE_BORDER),
}
"""Shape, style, ground and border."""

_LINES: Final = {
    EdgeKind.ANSWER: f'color="{LIGHT[Ink.ANSWER]}"',
    EdgeKind.SUPPORT: f'color="{LIGHT[Ink.FOR]}"',
    EdgeKind.ATTACK: f'color="{LIGHT[Ink.AGAINST]}", style=dashed',
    EdgeKind.UNDERCUT: f'color="{LIGHT[Ink.AGAINST]}", style=dotted',
    EdgeKind.CONTRARY: f'color="{LIGHT[Ink.AGAINST]}", constraint=false',
}


def render_dot(view: View, language: str) -> str:
    """Return a view as a DOT digraph whose edges run from reasons up to what they bear on, with texts in a language."""
    return "".join(f"{line}\n" for line in _lines(view, CardMaker(language, catalogue_of(language))))


def _lines(view: View, maker: CardMaker) -> Iterator[str]:
    yield "digraph argmap {"
    title, _, _ = captions(view, maker)
    yield f'  rankdir=BT; labelloc=t; fontname="Arial"; fontsize=16; {_label([title])};'
    yield '  node [fontname="Arial", fontsize=11, margin="0.15,0.08"];'
    yield '  edge [fontname="Arial", fontsize=12, labeldistance=1.7];'
    for question in view.questions:
        lines = [maker.catalogue.say(f"question.{question.kind}"), *_wrapped(words_of(question.text, maker.language))]
        yield f"  {_quoted(f'{question.id}?')} [{_label(lines)}, {_look(CardKind.QUESTION)}];"
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
    return f"{_label(lines)}, {_look(CardKind.EVIDENCE if claim.evidence else CardKind.CLAIM, implicit=claim.implicit)}"


def _look(kind: CardKind, *, implicit: bool = False) -> str:
    shape, style, ground, border = _NODES[kind]
    dashed = ",dashed" if implicit else ""
    return f'shape={shape}, style="{style}{dashed}", fillcolor="{LIGHT[ground]}", color="{LIGHT[border]}"'


def _edges(relation: Relation, denied: Relation | None) -> Iterator[str]:
    """Yield the lines of a relation; an undercut ends in the junction of the inference it denies."""
    look = f"id={_quoted(relation.id)}, {_LINES[relation.kind]}, {_head(relation)}"
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
        yield f"  {_quoted(tail)} -> {_quoted(relation.junction)} [{_LINES[relation.kind]}, arrowhead=none];"
    yield f"  {_quoted(relation.junction)} -> {_quoted(head)} [{look}];"


def _head(relation: Relation) -> str:
    """Return the head of a line: filled where an actor draws the inference, hollow where it is the annotator's reading."""
    shape = "normal" if relation.argument and relation.argument.asserted else "empty"
    match relation.kind:
        case EdgeKind.ANSWER:
            return "arrowhead=none"
        case EdgeKind.SUPPORT:
            return f'arrowhead={shape}, headlabel="+"'
        case EdgeKind.ATTACK:
            return f'arrowhead={shape}, headlabel="−"'
        case EdgeKind.UNDERCUT:
            return "arrowhead=tee"
        case EdgeKind.CONTRARY:
            return "dir=both"


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
