"""The plan of a view: which boxes are to be placed, and which links run between them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from argmap.drawing import Card, CardKind, EdgeKind
from argmap.layout.plan import Box, Direction, Lane, Link, Plan
from argmap.view import ShownArgument, View
from argmap.words import ArgumentRelation

LINKED_RADIUS: Final = 9.0
DENIED_RADIUS: Final = 4.0


class Relation(NamedTuple):
    """One relation of the view, and the links that draw it."""

    id: str
    kind: EdgeKind
    tails: tuple[str, ...]
    head: str
    stem: str
    """The id of the link with the arrowhead."""
    strands: tuple[str, ...] = ()
    """The ids of the links from each premise to the junction."""
    junction: str | None = None
    """The id of the junction's box."""
    argument: ShownArgument | None = None

    @property
    def linked(self) -> bool:
        """Whether premises meet that count only together."""
        return len(self.tails) > 1


def relations(view: View) -> Iterator[Relation]:
    """Yield the relations of a view in canonical order: answers, arguments, contraries.

    The premises and the target of an argument in a view are in it too; a question that is not gets no line.
    """
    questions = {question.id for question in view.questions}
    for shown in view.claims:
        for question in shown.claim.answers:
            if question in questions:
                identity = f"{shown.claim.id}?{question}"
                yield Relation(identity, EdgeKind.ANSWER, (shown.claim.id,), question, identity)
    denied = {shown.argument.target for shown in view.arguments if shown.argument.relation is ArgumentRelation.UNDERCUT}
    for shown_argument in view.arguments:
        argument = shown_argument.argument
        kind, identity, tails = EdgeKind(argument.relation), argument.id, argument.premises
        if len(tails) > 1 or identity in denied:
            # No id holds a space, so that these clash with none.
            strands = tuple(f"{identity} {place}" for place in range(len(tails)))
            yield Relation(identity, kind, tails, argument.target, identity, strands, f"{identity} junction", shown_argument)
        else:
            yield Relation(identity, kind, tails, argument.target, identity, argument=shown_argument)
    for one, other in view.contraries:
        identity = f"{one}<>{other}"
        yield Relation(identity, EdgeKind.CONTRARY, (one,), other, identity)


def radius_of(relation: Relation) -> float:
    """Return the size of a relation's junction: it bears a sign where premises meet, and is a dot where an undercut ends."""
    return LINKED_RADIUS if relation.linked else DENIED_RADIUS


def box_of(card: Card) -> str:
    """Return the id of a card's box: a question may have the id of a claim."""
    return f"{card.id}?" if card.kind is CardKind.QUESTION else card.id


def plan_of(cards: Iterable[Card], shown: Iterable[Relation], direction: Direction) -> Plan:
    """Return what an engine has to place: a box for each card and junction, a link for each line."""
    boxes = [Box(box_of(card), card.width, card.height) for card in cards]
    links: list[Link] = []
    relations_by_id = {relation.id: relation for relation in shown}
    for relation in relations_by_id.values():
        if relation.junction is not None:
            side = 2 * radius_of(relation)
            boxes.append(Box(relation.junction, side, side))
        links += _links(relation, relations_by_id)
    return Plan(tuple(boxes), tuple(links), direction)


def _links(relation: Relation, relations_by_id: Mapping[str, Relation]) -> Iterator[Link]:
    tail = relation.junction or relation.tails[0]
    asserted = relation.argument is None or relation.argument.asserted
    if relation.junction is not None:
        for identity, premise in zip(relation.strands, relation.tails, strict=True):
            yield Link(identity, premise, relation.junction, Lane.PREMISE)
    match relation.kind:
        case EdgeKind.ANSWER:
            yield Link(relation.stem, tail, f"{relation.head}?", Lane.ANSWER)
        case EdgeKind.SUPPORT:
            yield Link(relation.stem, tail, relation.head, Lane.FOR, asserted)
        case EdgeKind.ATTACK:
            yield Link(relation.stem, tail, relation.head, Lane.AGAINST, asserted)
        case EdgeKind.UNDERCUT:
            yield Link(relation.stem, tail, relations_by_id[relation.head].junction or relation.head, Lane.DENIAL, asserted)
        case EdgeKind.CONTRARY:
            yield Link(relation.stem, tail, relation.head, Lane.RIVAL)
