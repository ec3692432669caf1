"""Edges as SVG: lines told apart by dashes, heads and signs, not by colour alone."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.drawing import Drawing, Edge, EdgeKind
from argmap.layout.plan import Point
from argmap.rendering.colours import Ink, Palette
from argmap.rendering.escaping import escape
from argmap.rendering.paths import disc, minus, number, path, plus, strike

SIGN_RADIUS: Final = 5.5

_INKS: Final = {
    EdgeKind.ANSWER: Ink.ANSWER,
    EdgeKind.SUPPORT: Ink.FOR,
    EdgeKind.ATTACK: Ink.AGAINST,
    EdgeKind.UNDERCUT: Ink.AGAINST,
    EdgeKind.CONTRARY: Ink.AGAINST,
}

_DASHES: Final = {
    EdgeKind.ANSWER: "",
    EdgeKind.SUPPORT: "",
    EdgeKind.ATTACK: ' stroke-dasharray="7 4"',
    EdgeKind.UNDERCUT: ' stroke-dasharray="0.1 4.5" stroke-linecap="round"',
    EdgeKind.CONTRARY: "",
}

_WIDTHS: Final = {
    EdgeKind.ANSWER: (1.4, 1.4),
    EdgeKind.SUPPORT: (2.2, 1.3),
    EdgeKind.ATTACK: (2.2, 1.3),
    EdgeKind.UNDERCUT: (3.0, 2.2),
    EdgeKind.CONTRARY: (1.6, 1.6),
}
"""Of an inference that an actor draws, and of the annotator's reading."""


def edge_elements(drawing: Drawing, palette: Palette) -> Iterator[str]:
    """Yield the edges, those of one look together and each of these groups in canonical order."""
    yield '<g class="edges" fill="none">\n'
    for kind in EdgeKind:
        # Where lines cross, the one that an actor draws is seen whole.
        for asserted in (False, True):
            edges = [edge for edge in drawing.edges if edge.kind is kind and edge.asserted is asserted]
            if edges:
                yield from _alike(edges, drawing, palette)
    yield "</g>\n"


def _alike(edges: Sequence[Edge], drawing: Drawing, palette: Palette) -> Iterator[str]:
    kind, asserted = edges[0].kind, edges[0].asserted
    name = drawing.edge_names[kind]
    group = name if asserted else f"{name}: {drawing.annotator_name}"
    yield f"<g {look(kind, palette, asserted=asserted)}><title>{escape(group)}</title>\n"
    head = heads(kind, asserted=asserted)
    for edge in edges:
        rejected = ' class="rejected"' if edge.rejected else ""
        title = f"<title>{escape(f'{name}: {edge.title}')}</title>" if edge.title else ""
        strands = "".join([f'<path d="{path(strand)}"/>' for strand in edge.strands])
        yield f'<g data-id="{escape(edge.id)}"{rejected}>{title}{strands}<path d="{path(edge.stem)}"{head}/>'
        junction = edge.junction
        if junction and junction.linked:
            yield sign(kind, (junction.x, junction.y), palette, radius=junction.radius, rejected=edge.rejected)
        elif junction:
            yield dot((junction.x, junction.y), palette, radius=junction.radius)
        if edge.mark:
            yield sign(kind, edge.mark, palette, rejected=edge.rejected)
        yield "</g>\n"
    yield "</g>\n"


def look(kind: EdgeKind, palette: Palette, *, asserted: bool) -> str:
    """Return class and presentation attributes of one kind of edges; a line nobody but the annotator draws is thin."""
    reading = "" if asserted else " reading"
    width = _WIDTHS[kind][0 if asserted else 1]
    return f'class="edge {kind}{reading}" stroke="{palette[_INKS[kind]]}" stroke-width="{width}"{_DASHES[kind]}'


def heads(kind: EdgeKind, *, asserted: bool) -> str:
    """Return the attributes that put the heads on a line, which is drawn from its head."""
    match kind:
        case EdgeKind.ANSWER:
            return ""
        case EdgeKind.SUPPORT | EdgeKind.ATTACK:
            return f' marker-start="url(#argmap-{kind}{"" if asserted else "-reading"})"'
        case EdgeKind.UNDERCUT:
            return ' marker-start="url(#argmap-undercut)"'
        case EdgeKind.CONTRARY:
            return ' marker-start="url(#argmap-contrary)" marker-end="url(#argmap-contrary-tail)"'


def sign(kind: EdgeKind, at: Point, palette: Palette, *, radius: float = SIGN_RADIUS, rejected: bool = False) -> str:
    """Return the sign of a relation in a circle around a point, struck through where the inference is rejected."""
    shape = _SIGNS.get((kind, radius, rejected)) or _sign(kind, radius, rejected=rejected)
    paint = f'fill="{palette[Ink.PAPER]}" stroke-width="1.4" stroke-dasharray="none"'
    return f'<path class="sign" d="M{number(at[0])} {number(at[1])}{shape}" {paint}/>'


def _sign(kind: EdgeKind, radius: float, *, rejected: bool) -> str:
    reach = radius * 0.57
    return disc(radius) + (plus(reach) if kind is EdgeKind.SUPPORT else minus(reach)) + (strike(radius + 2) if rejected else "")


_SIGNS: Final = {
    (kind, SIGN_RADIUS, rejected): _sign(kind, SIGN_RADIUS, rejected=rejected)
    for kind in (EdgeKind.SUPPORT, EdgeKind.ATTACK)
    for rejected in (False, True)
}
"""The usual signs, written once."""


def dot(at: Point, palette: Palette, *, radius: float) -> str:
    """Return the dot in which an undercut ends."""
    place = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"'
    return f'<circle class="dot" {place} fill="{palette[Ink.AGAINST]}" stroke="none"/>'


def markers(palette: Palette) -> Iterator[str]:
    """Yield the heads of lines: filled where an actor draws the inference, hollow where it is the annotator's reading."""
    paper = palette[Ink.PAPER]
    for kind in (EdgeKind.SUPPORT, EdgeKind.ATTACK):
        colour = palette[_INKS[kind]]
        yield _marker(kind, 0.5, f'<path class="head {kind}" d="M10 .5L0 5L10 9.5z" fill="{colour}"/>')
        hollow = f'<path class="hollow {kind}" d="M9.3 1.2L1 5L9.3 8.8z" fill="{paper}" stroke="{colour}" stroke-width="1.3"/>'
        yield _marker(f"{kind}-reading", 0.2, hollow)
    colour = palette[Ink.AGAINST]
    yield _marker("contrary", 0.5, f'<path class="head contrary" d="M10 .5L0 5L10 9.5z" fill="{colour}"/>')
    yield _marker("contrary-tail", 9.5, f'<path class="head contrary" d="M0 .5L10 5L0 9.5z" fill="{colour}"/>')
    yield _marker("undercut", 0, f'<path class="tee" d="M2 0V10" stroke="{colour}" stroke-width="2.4"/>')


def _marker(name: str, tip: float, shape: str) -> str:
    return (
        f'<marker id="argmap-{name}" markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="10" refX="{number(tip)}" refY="5" '
        f'orient="auto">{shape}</marker>'
    )
