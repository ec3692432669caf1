"""Edges as SVG: lines told apart by dashes, heads and signs, not by colour alone."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.drawing import Drawing, Edge, EdgeKind
from argmap.layout.plan import Point
from argmap.rendering.colours import Ink, Palette
from argmap.rendering.escaping import escape
from argmap.rendering.paths import disc, minus, number, path, plus, strike

SIGN_RADIUS: Final = 6.0

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
        for asserted in (True, False):
            edges = [edge for edge in drawing.edges if edge.kind is kind and edge.asserted is asserted]
            if edges:
                name = drawing.edge_names[kind] if asserted else f"{drawing.edge_names[kind]}: {drawing.annotator_name}"
                yield f"<g {look(kind, palette, asserted=asserted)}><title>{escape(name)}</title>\n"
                head = heads(kind, asserted=asserted)
                yield from _alike(edges, head, palette, drawing.edge_names[kind])
                yield "</g>\n"
    yield "</g>\n"


def _alike(edges: Iterable[Edge], head: str, palette: Palette, name: str) -> Iterator[str]:
    dot = f'fill="{palette[_INKS[EdgeKind.ATTACK]]}"'
    for edge in edges:
        rejected = ' class="rejected"' if edge.rejected else ""
        yield f'<g data-id="{escape(edge.id)}"{rejected}>'
        if edge.title:
            yield f"<title>{escape(f'{name}: {edge.title}')}</title>"
        for strand in edge.strands:
            yield f'<path d="{path(strand)}"/>'
        yield f'<path d="{path(edge.stem)}"{head}/>'
        junction = edge.junction
        if junction and junction.linked:
            yield sign(edge.kind, (junction.x, junction.y), palette, radius=junction.radius, rejected=edge.rejected)
        elif junction:
            yield f'<path class="dot" d="{disc(junction.x, junction.y, junction.radius)}" {dot} stroke="none"/>'
        if edge.mark:
            yield sign(edge.kind, edge.mark, palette, rejected=edge.rejected)
        yield "</g>\n"


def look(kind: EdgeKind, palette: Palette, *, asserted: bool) -> str:
    """Return class and presentation attributes of one kind of edges; a line nobody but the annotator draws is thin."""
    reading = "" if asserted else " reading"
    width = _WIDTHS[kind][0 if asserted else 1]
    return f'class="edge {kind}{reading}" stroke="{palette[_INKS[kind]]}" stroke-width="{width}"{_DASHES[kind]}'


def heads(kind: EdgeKind, *, asserted: bool) -> str:
    """Return the attributes that put the heads on a line."""
    match kind:
        case EdgeKind.ANSWER:
            return ""
        case EdgeKind.SUPPORT | EdgeKind.ATTACK:
            return f' marker-end="url(#argmap-{kind}{"" if asserted else "-reading"})"'
        case EdgeKind.UNDERCUT:
            return ' marker-end="url(#argmap-undercut)"'
        case EdgeKind.CONTRARY:
            return ' marker-start="url(#argmap-contrary-start)" marker-end="url(#argmap-contrary)"'


def sign(kind: EdgeKind, at: Point, palette: Palette, *, radius: float = SIGN_RADIUS, rejected: bool = False) -> str:
    """Return the sign of a relation in a circle around a point, struck through where the inference is rejected."""
    x, y = at
    reach = radius * 0.55
    lines = plus(x, y, reach) if kind is EdgeKind.SUPPORT else minus(x, y, reach)
    if rejected:
        lines += strike(x, y, radius + 1)
    paint = f'fill="{palette[Ink.PAPER]}" stroke-width="1.4" stroke-dasharray="none"'
    return f'<path class="sign" d="{disc(x, y, radius)}{lines}" {paint}/>'


def markers(palette: Palette) -> Iterator[str]:
    """Yield the heads of lines: filled where an actor draws the inference, hollow where it is the annotator's reading."""
    paper = palette[Ink.PAPER]
    for kind in (EdgeKind.SUPPORT, EdgeKind.ATTACK):
        colour = palette[_INKS[kind]]
        yield _marker(kind, 10.5, f'<path class="head {kind}" d="M0 0L11 5L0 10z" fill="{colour}"/>')
        hollow = f'<path class="hollow {kind}" d="M1 1L10 5L1 9z" fill="{paper}" stroke="{colour}" stroke-width="1.3"/>'
        yield _marker(f"{kind}-reading", 10.8, hollow)
    colour = palette[Ink.AGAINST]
    yield _marker("contrary", 10.5, f'<path class="head contrary" d="M0 0L11 5L0 10z" fill="{colour}"/>')
    yield _marker("contrary-start", 0.5, f'<path class="head contrary" d="M11 0L0 5L11 10z" fill="{colour}"/>')
    yield _marker("undercut", 8, f'<path class="tee" d="M7 0V10" stroke="{colour}" stroke-width="2.4"/>')


def _marker(name: str, tip: float, shape: str) -> str:
    return (
        f'<marker id="argmap-{name}" markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="10" refX="{number(tip)}" refY="5" '
        f'orient="auto">{shape}</marker>'
    )
