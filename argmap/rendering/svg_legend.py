"""The legend as SVG: a small sample of what occurs on the map, and what it means."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.drawing import CardKind, Drawing, EdgeKind, Sample
from argmap.layout.cards import HEDGES
from argmap.layout.plan import Route
from argmap.rendering.colours import Ink, Palette
from argmap.rendering.paths import number, path
from argmap.rendering.svg_cards import box, stance_mark, torn_mark
from argmap.rendering.svg_edges import dot, heads, look, sign
from argmap.rendering.svg_text import text_element
from argmap.words import Stance

_LEVEL = 10.0
"""The height of a sample's middle."""


_SIGNS: Final = {Sample(hedge.value): sign for hedge, sign in HEDGES.items()}


def legend_elements(drawing: Drawing, palette: Palette) -> Iterator[str]:
    """Yield the entries of the legend."""
    samples = sample_elements(palette)
    yield '<g class="legend" font-size="11">\n'
    for key in drawing.legend:
        yield f'<g class="key" transform="translate({number(key.x)} {number(key.y)})">{samples[key.sample]}'
        yield text_element((key.words,), f' class="quiet" fill="{palette[Ink.QUIET]}"') + "</g>\n"
    yield "</g>\n"


def sample_elements(palette: Palette) -> Mapping[Sample, str]:
    """Return every sample, each in a box of 36 × 20 points."""
    support, attack = (sign(kind, (14, _LEVEL), palette) for kind in (EdgeKind.SUPPORT, EdgeKind.ATTACK))
    rejected = sign(EdgeKind.SUPPORT, (14, _LEVEL), palette, rejected=True)
    linked = '<path d="M0 2Q6 2 9 7M0 18Q6 18 9 13"/>' + sign(EdgeKind.SUPPORT, (14, _LEVEL), palette, radius=7)
    dashed = f'fill="{palette[Ink.CHIP]}" stroke="{palette[Ink.CHIP_BORDER]}" stroke-dasharray="3 2"'
    return {
        Sample.QUESTION: _card(CardKind.QUESTION, palette),
        Sample.CLAIM: _card(CardKind.CLAIM, palette),
        Sample.EVIDENCE: _card(CardKind.EVIDENCE, palette),
        Sample.IMPLICIT: _card(CardKind.CLAIM, palette, implicit=True),
        Sample.ANSWER: _edge(EdgeKind.ANSWER, palette),
        Sample.SUPPORT: _edge(EdgeKind.SUPPORT, palette, above=support),
        Sample.ATTACK: _edge(EdgeKind.ATTACK, palette, above=attack),
        Sample.UNDERCUT: _edge(EdgeKind.UNDERCUT, palette, end=27, above=dot((31, _LEVEL), palette, radius=4)),
        Sample.CONTRARY: _edge(EdgeKind.CONTRARY, palette),
        Sample.LINKED: _edge(EdgeKind.SUPPORT, palette, start=21, above=linked),
        Sample.ASSERTED: _edge(EdgeKind.SUPPORT, palette),
        Sample.ANNOTATOR: _edge(EdgeKind.SUPPORT, palette, asserted=False),
        Sample.REJECTED: _edge(EdgeKind.SUPPORT, palette, asserted=False, above=rejected),
        Sample.FOR: _stance(Stance.FOR, palette),
        Sample.AGAINST: _stance(Stance.AGAINST, palette),
        Sample.MIXED: _stance(Stance.MIXED, palette),
        Sample.NEUTRAL: _stance(Stance.NEUTRAL, palette),
        **{sample: _sign(sign, 8 - 3 * len(sign)) for sample, sign in _SIGNS.items()},
        Sample.INFERRED: _sign("[…]", 8),
        Sample.TORN: f'<g class="chip">{torn_mark(14, _LEVEL, palette)}</g>',
        Sample.CONDITIONAL: f'<g class="chip conditional"><rect x="2" y="1" width="34" height="18" rx="9" {dashed}/></g>',
    }


def _card(kind: CardKind, palette: Palette, *, implicit: bool = False) -> str:
    return f'<g class="{kind}" transform="translate(2 2)">{box(kind, 34, 16, palette, implicit=implicit)}</g>'


def _sign(sign: str, x: int) -> str:
    return f'<text x="{x}" y="14">{sign}</text>'


def _stance(stance: Stance, palette: Palette) -> str:
    return f'<g class="chip {stance}" transform="translate(-2 1)">{stance_mark(stance, palette)}</g>'


def _edge(kind: EdgeKind, palette: Palette, *, asserted: bool = True, start: float = 0, end: float = 36, above: str = "") -> str:  # noqa: PLR0913
    line = path(Route(((start, _LEVEL), (end, _LEVEL))))
    return f'<g fill="none" {look(kind, palette, asserted=asserted)}><path d="{line}"{heads(kind, asserted=asserted)}/>{above}</g>'
