"""A network as a picture: who is tied to whom; support and conflict look as on the map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from argmap.comparison.networks.network import Link, Mode, Network, Node, Tie
from argmap.layout.metrics import Ruler
from argmap.layout.wrapping import wrap
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row, titled
from argmap.rendering.comparison.naming import Wording, Words
from argmap.rendering.comparison.springs import Point, Spring, in_rows, settled_apart
from argmap.rendering.paths import disc, minus, number, plus
from argmap.words import ActorKind, Stance

_MOST_NODES: Final = 120
"""In one picture: those that say, or of which is said, most."""
_MOST_SIGNS: Final = 90
_NAME_ROOM: Final = 150
_CLAIM_ROOM: Final = 190
_SIZE: Final = 12
_LEADING: Final = 15
_THINNEST: Final = 1.2
_WIDEST: Final = 5.0
"""The line of the heaviest tie, in points."""
_WIDEST_OF_MANY: Final = 2.2


@dataclass(frozen=True, slots=True)
class _Look:
    ink: Ink
    dashes: str
    sign: str
    """`+`, `−` or empty."""
    pull: float


_FRIENDS: Final = _Look(Ink.FOR, "", "+", 1)
_FOES: Final = _Look(Ink.AGAINST, ' stroke-dasharray="7 4"', "−", -1)
_DERIVED: Final = _Look(Ink.AGAINST, ' stroke-dasharray="2.2 2.6"', "", -0.6)
_PLAIN: Final = _Look(Ink.ANSWER, "", "", 0.7)


@dataclass(frozen=True, slots=True)
class _Box:
    lines: tuple[str, ...]
    language: str
    width: float
    height: float


def network_figure(network: Network, naming: Wording, pen: Pen, letters: Mapping[str, str] | None = None) -> Figure:
    """Return a network as a picture.

    Args:
        network: of actors, of claims, or of both.
        naming: says it to a reader.
        pen: that writes.
        letters: of the coalitions of actors.
    """
    say = naming.catalogue.say
    shown = _most(network.nodes)
    boxes = {node.id: _box(node, naming) for node in shown}
    edges = [edge for edge in network.edges if edge.first in boxes and edge.second in boxes]
    tied = {end for edge in edges for end in (edge.first, edge.second)}
    at, width, bottom = _placed(shown, boxes, edges, network.mode, tied)
    title = say(f"comparison.network.{network.mode}")
    captions = (
        pen.text(MARGIN, 42, title, 20, bold=True),
        pen.text(MARGIN, 62, _counted(network, naming), 12, ink=Ink.QUIET),
    )
    parts: list[str] = []
    if len(shown) < len(network.nodes):
        parts.append(
            pen.text(MARGIN, 78, say("comparison.network_left_out", number=len(network.nodes) - len(shown)), 12, ink=Ink.QUIET)
        )
    lone = [node for node in shown if node.id not in tied]
    if lone and tied:
        top = min(at[node.id][1] - boxes[node.id].height / 2 for node in lone)
        parts.append(pen.text(MARGIN, top - 10, say("comparison.untied"), 11, ink=Ink.QUIET))
    names = {node.id: node_words(node, naming).words for node in shown}
    parts += _lines(pen, naming, edges, at, network.mode, names)
    for node in shown:
        parts.append(_drawn(pen, naming, node, boxes[node.id], at[node.id], (letters or {}).get(node.id, "")))
    legend, taken = legend_row(pen, bottom + 20, width - MARGIN, _keys(edges, network.mode, naming, pen, lettered=bool(letters)))
    return Figure(
        name="network",
        title=title,
        description=f"{say('comparison.network_lead')} {_counted(network, naming)}",
        language=naming.catalogue.language,
        width=width,
        height=bottom + 20 + taken + MARGIN - 8,
        captions=captions,
        parts=(*parts, *legend),
    )


def _most(nodes: Sequence[Node]) -> tuple[Node, ...]:
    if len(nodes) <= _MOST_NODES:
        return tuple(nodes)
    kept = {node.id for node in sorted(nodes, key=lambda node: -node.statements)[:_MOST_NODES]}
    return tuple(node for node in nodes if node.id in kept)


def _placed(
    nodes: Sequence[Node], boxes: Mapping[str, _Box], edges: Sequence[Tie | Link], mode: Mode, tied: set[str]
) -> tuple[dict[str, Point], float, float]:
    """The middle of each box on the picture, its width, and where the boxes end: those that are tied, then the others in rows."""
    inside = [node.id for node in nodes if node.id in tied]
    place = {name: at for at, name in enumerate(inside)}
    heaviest = max((abs(edge.weight) for edge in edges), default=0.0) or 1.0
    springs = [
        Spring(place[edge.first], place[edge.second], _pull(edge, mode) * (0.35 + 0.65 * abs(edge.weight) / heaviest))
        for edge in edges
    ]
    sizes = [(boxes[name].width, boxes[name].height) for name in inside]
    middles = settled_apart(sizes, springs)
    left = min((x - size[0] / 2 for (x, _), size in zip(middles, sizes, strict=True)), default=0.0)
    top = min((y - size[1] / 2 for (_, y), size in zip(middles, sizes, strict=True)), default=0.0)
    at = {name: (x - left + MARGIN, y - top + 100) for name, (x, y) in zip(inside, middles, strict=True)}
    right = max((at[name][0] + boxes[name].width / 2 for name in inside), default=0.0)
    bottom = max((at[name][1] + boxes[name].height / 2 for name in inside), default=84.0)
    width = max(right + MARGIN, 640.0)
    lone = {node.id: (boxes[node.id].width, boxes[node.id].height) for node in nodes if node.id not in tied}
    if lone:
        start = bottom + (46 if inside else 16)
        rows, taken = in_rows(lone, width - 2 * MARGIN)
        at.update({name: (x + MARGIN, y + start) for name, (x, y) in rows.items()})
        bottom = start + taken
        width = max(width, *(at[name][0] + boxes[name].width / 2 + MARGIN for name in lone))
    return at, width, bottom


def _box(node: Node, naming: Wording) -> _Box:
    words = node_words(node, naming)
    actor = node.type == "actor"
    ruler = Ruler(_SIZE, bold=actor)
    lines = wrap(words.words, _NAME_ROOM if actor else _CLAIM_ROOM, ruler.__getitem__)
    width = max((width for _, width in lines), default=20.0) + 22
    return _Box(tuple(line.rstrip() for line, _ in lines), words.language, round(width), _LEADING * len(lines) + 13)


def node_words(node: Node, naming: Wording) -> Words:
    """Return what a node is called."""
    if node.text is not None:
        return naming.text(node.text)
    if node.id in set(ActorKind):
        return naming.own(naming.catalogue.say(f"comparison.kind.{node.id}"))
    return naming.own(naming.catalogue.say("comparison.no_outlet"))


def _counted(network: Network, naming: Wording) -> str:
    count = naming.catalogue.count
    actors = sum(node.type == "actor" for node in network.nodes)
    claims = len(network.nodes) - actors
    parts = [
        *([count("map.actors", actors)] if actors else []),
        *([count("map.claims", claims)] if claims else []),
        count("comparison.ties", len(network.edges)),
    ]
    return " · ".join(parts)


def _look(edge: Tie | Link, mode: Mode) -> _Look:
    match edge:
        case Link(stance=Stance.FOR):
            return _FRIENDS
        case Link(stance=Stance.AGAINST):
            return _Look(_FOES.ink, _FOES.dashes, _FOES.sign, 0.7)
        case Link():
            return _PLAIN
        case Tie():
            return _look_of_tie(edge, mode)
        case _ as unreachable:
            assert_never(unreachable)


def _look_of_tie(tie: Tie, mode: Mode) -> _Look:
    match mode:
        case Mode.CONGRUENCE:
            return _FRIENDS
        case Mode.CONFLICT:
            return _FOES if tie.weight else _DERIVED
        case Mode.SUBTRACT | Mode.CONCEPT:
            if tie.weight == 0:
                return _DERIVED
            return _FRIENDS if tie.weight > 0 else _FOES
        case Mode.IGNORE | Mode.AFFILIATION:
            return _PLAIN
        case _ as unreachable:
            assert_never(unreachable)


def _pull(edge: Tie | Link, mode: Mode) -> float:
    """How strongly an edge pulls; where there is nothing but conflict, those who conflict stand near each other."""
    return abs(_look(edge, mode).pull) if mode is Mode.CONFLICT else _look(edge, mode).pull


def _lines(  # noqa: PLR0913, PLR0917 - edges and how they are drawn
    pen: Pen,
    naming: Wording,
    edges: Sequence[Tie | Link],
    at: Mapping[str, Point],
    mode: Mode,
    names: Mapping[str, str],
) -> Iterator[str]:
    # Weak ties first, so that strong ones lie above them.
    signs = len(edges) <= _MOST_SIGNS
    widest = _WIDEST if signs else _WIDEST_OF_MANY
    faint = "" if signs else ' stroke-opacity="0.6"'
    weights = {abs(edge.weight) for edge in edges if edge.weight}
    lightest, heaviest = min(weights, default=0.0), max(weights, default=0.0)
    for edge in sorted(edges, key=lambda edge: abs(edge.weight)):
        look = _look(edge, mode)
        (x, y), (u, v) = at[edge.first], at[edge.second]
        share = (abs(edge.weight) - lightest) / (heaviest - lightest) if heaviest > lightest else 0.25
        width = _THINNEST + (widest - _THINNEST) * max(share, 0.0)
        shape = pen.line(f"M{number(x)} {number(y)}L{number(u)} {number(v)}", look.ink, width, look.dashes + faint)
        if signs and look.sign:
            reach = plus(3.1) if look.sign == "+" else minus(3.1)
            paint = pen.brush.paint(fill=Ink.PAPER, stroke=look.ink)
            shape += f'<path d="M{number((x + u) / 2)} {number((y + v) / 2)}{disc(5.5)}{reach}" stroke-width="1.4"{paint}/>'
        yield titled(shape, _told(edge, naming, names))


def _told(edge: Tie | Link, naming: Wording, names: Mapping[str, str]) -> str:
    say = naming.catalogue.say
    ends = f"{names[edge.first]} – {names[edge.second]}"
    if isinstance(edge, Link):
        return f"{ends}: {say(f'stance.{edge.stance}')}"
    derived = f"; {naming.catalogue.count('comparison.derived_count', round(edge.derived))}" if edge.derived else ""
    congruence, conflict = plain(edge.congruence, naming), plain(edge.conflict, naming)
    told = say("comparison.tie", congruence=congruence, conflict=conflict, shared=edge.shared)
    return f"{ends}: {told}{derived}"


def plain(value: float, naming: Wording) -> str:
    """Return a number with at most two decimals.

    >>> from argmap.rendering.comparison.naming import wording_of
    >>> plain(2.0, wording_of("en")), plain(-0.333, wording_of("ru"))
    ('2', '−0,33')
    """
    decimals = len(f"{value:.2f}".rstrip("0").partition(".")[2])
    return naming.catalogue.number(value, decimals)


def _drawn(pen: Pen, naming: Wording, node: Node, box: _Box, at: Point, letter: str) -> str:  # noqa: PLR0913, PLR0917
    left, top = at[0] - box.width / 2, at[1] - box.height / 2
    actor = node.type == "actor"
    ground, border = (Ink.CHIP, Ink.CHIP_BORDER) if actor else (Ink.CARD, Ink.CARD_BORDER)
    radius = min(box.height / 2, 13) if actor else 6
    shape = pen.box(left, top, box.width, box.height, fill=ground, stroke=border, attributes=f' rx="{number(radius)}"')
    shape += pen.lines(
        at[0], top + 17.5, box.lines, _SIZE, language=box.language, anchor="middle", leading=_LEADING / _SIZE, bold=actor
    )
    if letter:
        shape += (
            f'<path d="M{number(left + box.width - 4)} {number(top)}{disc(8)}" {pen.brush.paint(fill=Ink.PAPER, stroke=border)}/>'
        )
        shape += pen.text(left + box.width - 4, top + 3.8, letter, 10, anchor="middle", bold=True)
    return titled(shape, f"{node_words(node, naming).words}: {naming.catalogue.count('comparison.statements', node.statements)}")


def _keys(edges: Sequence[Tie | Link], mode: Mode, naming: Wording, pen: Pen, *, lettered: bool) -> Iterator[tuple[str, str]]:
    say = naming.catalogue.say
    looks = {_look(edge, mode).sign or _look(edge, mode).dashes: _look(edge, mode) for edge in edges}
    links = mode is Mode.AFFILIATION
    for key in ("+", "−", _DERIVED.dashes, ""):
        if key not in looks:
            continue
        look = looks[key]
        line = pen.line("M0 9H20", look.ink, 2.2, look.dashes)
        words = {
            "+": "stance.for" if links else "comparison.tie_together",
            "−": "stance.against" if links else "comparison.tie_apart",
            _DERIVED.dashes: "comparison.derived_opposition",
            "": "comparison.tie_plain",
        }[key]
        yield line, say(words)
    if lettered:
        yield pen.text(10, 13, "A", 10, anchor="middle", bold=True), say("comparison.coalition", letter="A")
