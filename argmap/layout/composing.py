"""From a view to a drawing: cards are made, an engine places them, lines and captions are drawn around them."""

import math
from typing import Final

from argmap.catalogue import catalogue_of
from argmap.drawing import Drawing, EdgeKind
from argmap.layout.arranging import arrange
from argmap.layout.captions import MARGIN, captions, description
from argmap.layout.cards import CardMaker
from argmap.layout.edges import edges_of
from argmap.layout.legend import legend, samples
from argmap.layout.plan import Direction
from argmap.layout.planning import box_of, plan_of, relations
from argmap.view import View

CAPTION_GAP: Final = 24
"""Between the captions and the map, and between the map and the legend."""

LEGEND_ROOM: Final = 480
"""The least width the legend gets, however narrow the map."""


def compose(view: View, *, language: str, direction: Direction = Direction.AUTO, engine: str | None = None) -> Drawing:
    """Return the drawing of a view in a language (a BCP 47 tag), placed by an engine (by default one that suits its size).

    Raises:
        LayoutError: the engine is not known, not installed, or did not end.
    """
    maker = CardMaker(language, catalogue_of(language))
    cards = (*(maker.question(question) for question in view.questions), *(maker.claim(claim) for claim in view.claims))
    shown = tuple(relations(view))
    placement = arrange(plan_of(cards, shown, direction), engine)
    edges = tuple(edges_of(shown, placement, maker))
    title, headline, bylines = captions(view, maker)
    lines = [line for caption in (headline, *bylines) for line in caption.lines]
    inner = max([placement.width, LEGEND_ROOM, *(line.width for line in lines)])
    top = max(line.y for line in lines) + CAPTION_GAP
    bottom = top + math.ceil(placement.height) + (CAPTION_GAP if cards else 0)
    keys, bottom = legend(samples(cards, edges), maker.catalogue, bottom, inner)
    return Drawing(
        width=inner + 2 * MARGIN,
        height=bottom + MARGIN,
        language=maker.catalogue.language,
        title=title,
        description=description(view, maker),
        headline=headline,
        bylines=bylines,
        origin=(MARGIN + (inner - placement.width) / 2, top),
        cards=cards,
        corners=tuple(placement.corners[box_of(card)] for card in cards),
        edges=edges,
        legend=keys,
        edge_names={kind: maker.catalogue.say(f"relation.{kind}") for kind in EdgeKind},
        annotator_name=maker.catalogue.say("relation.annotator"),
    )
