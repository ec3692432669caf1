"""The pictures of a comparison by name: as documents of their own, and as parts of a page."""

from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from markupsafe import Markup

from argmap.comparison.comparing import Comparison
from argmap.comparison.facing import FaceToFace
from argmap.comparison.networks.network import Mode, Network, network
from argmap.rendering.colours import PALETTES, Theme
from argmap.rendering.comparison.bars import bars_figure
from argmap.rendering.comparison.brush import Brush
from argmap.rendering.comparison.faces import faces_figure
from argmap.rendering.comparison.figure import Figure, Pen, figure_svg
from argmap.rendering.comparison.heat import heat_figure
from argmap.rendering.comparison.matrix import matrix_figure
from argmap.rendering.comparison.naming import Naming, coalition_letters, naming_of, wording_of
from argmap.rendering.comparison.net import network_figure
from argmap.rendering.comparison.part import part_of
from argmap.rendering.comparison.timeline import timeline_figure

MOST_PARTIES = 80
MOST_CLAIMS = 300
"""More than this nobody can read in one table; the rest is in the CSV and JSON."""
MOST_PAIRED = 60
"""Actors in a picture of pairs."""
_ROOM: Final = 1180
"""How wide a picture may be on a page, in points."""
_FIT: Final = 2 * _ROOM
"""Up to this width its words can be read when it is made as wide as the page."""


class Picture(StrEnum):
    """What a picture of a comparison shows."""

    MATRIX = "matrix"
    """Who takes which stance on what."""
    BARS = "bars"
    """Who is for and who against, claim by claim."""
    AGREEMENT = "agreement"
    """How far every two agree."""
    NETWORK = "network"
    """Who stands with whom, who against whom."""
    TIMELINE = "timeline"
    """How positions moved."""


class Drawn(NamedTuple):
    """A picture on a page."""

    title: str
    svg: Markup
    fit: bool | None
    """Whether it is first shown as wide as the page; None where it is no wider than that."""


def comparison_svg(
    comparison: Comparison, language: str, *, picture: Picture | str = Picture.MATRIX, theme: Theme = Theme.LIGHT
) -> str:
    """Return a picture of a comparison as an SVG document.

    Args:
        comparison: what is drawn.
        language: of the reader, a BCP 47 tag.
        picture: what it shows.
        theme: its colours.

    Raises:
        ValueError: there is no such picture.
    """
    naming = naming_of(comparison.graph, language)
    pen = Pen(Brush(PALETTES[theme]), naming.catalogue.language)
    return figure_svg(comparison_figure(comparison, Picture(picture), naming, pen), theme)


def faces_svg(comparison: Comparison, faced: FaceToFace, language: str, theme: Theme = Theme.LIGHT) -> str:
    """Return two parties of a comparison face to face as an SVG document."""
    naming = naming_of(comparison.graph, language)
    return figure_svg(faces_figure(comparison, faced, naming, Pen(Brush(PALETTES[theme]), naming.catalogue.language)), theme)


def network_svg(net: Network, language: str, theme: Theme = Theme.LIGHT) -> str:
    """Return a network as an SVG document."""
    wording = wording_of(language)
    return figure_svg(network_figure(net, wording, Pen(Brush(PALETTES[theme]), wording.catalogue.language)), theme)


def comparison_figure(comparison: Comparison, picture: Picture, naming: Naming, pen: Pen) -> Figure:
    """Return one of the pictures."""
    match picture:
        case Picture.MATRIX:
            return matrix_figure(comparison, part_of(comparison, parties=MOST_PARTIES, claims=MOST_CLAIMS), naming, pen)
        case Picture.BARS:
            return bars_figure(comparison, naming, pen)
        case Picture.AGREEMENT:
            return heat_figure(comparison, part_of(comparison, parties=MOST_PAIRED, claims=len(comparison.claims)), naming, pen)
        case Picture.NETWORK:
            net = network(comparison.graph, Mode.SUBTRACT, request=comparison.request)
            return network_figure(net, naming, pen, coalition_letters(comparison))
        case Picture.TIMELINE:
            return timeline_figure(comparison, naming, pen)
        case _ as unreachable:
            assert_never(unreachable)


def drawn(figure: Figure, theme: Theme) -> Drawn:
    """Return a picture as a part of a page."""
    return placed(figure.title, figure_svg(figure, theme, embedded=True), figure.width)


def placed(title: str, svg: str, width: float) -> Drawn:
    """Return an SVG element as a part of a page: as wide as the page where it can be read so, else in its own size."""
    fit = width <= _FIT if width > _ROOM else None
    return Drawn(title, Markup(svg), fit)  # noqa: S704 - escaped where it is made
