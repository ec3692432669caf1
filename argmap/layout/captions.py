"""The words above the map: its title, and who published what when."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.drawing import Caption, Line
from argmap.graph import Actor, Source
from argmap.layout.cards import CardMaker
from argmap.layout.metrics import Ruler, shortened
from argmap.layout.wrapping import one_line, wrap
from argmap.text import language_of
from argmap.view import View

MARGIN: Final = 28
"""The empty border of the page."""

TITLE_SIZE: Final = 20
TITLE_LEADING: Final = 25
TITLE_RISE: Final = 15
"""From the top of a title to its base line."""

BYLINE_SIZE: Final = 12
BYLINE_LEADING: Final = 17
CAPTION_ROOM: Final = 780
"""The title is set in this room whatever the width of the map, so that its lines do not depend on the engine."""

SOURCES_SHOWN: Final = 6


def captions(view: View, maker: CardMaker) -> tuple[str, Caption, tuple[Caption, ...]]:
    """Return the title of a view; the lines it is set in; and below them who published what when."""
    catalogue = maker.catalogue
    if len(view.sources) == 1:
        language = language_of(view.sources[0].title, maker.language)
        title = one_line(view.sources[0].title[language])
        publication = _publication(view.sources[0], view, maker)
        below = [(publication, catalogue.language)] if publication else []
    else:
        language = catalogue.language
        title = catalogue.say("map")
        if view.sources:
            title = f"{title}: {catalogue.count('map.sources', len(view.sources))}"
        below = [*_listed(view, maker)]
    headline = _caption(title, language, MARGIN + TITLE_RISE)
    y = MARGIN + len(headline.lines) * TITLE_LEADING + BYLINE_SIZE
    ruler = Ruler(BYLINE_SIZE)
    bylines = []
    for words, tag in below:
        fitting = shortened(words, CAPTION_ROOM, ruler)
        bylines.append(Caption((Line(MARGIN, y, ruler[fitting], fitting),), tag))
        y += BYLINE_LEADING
    return title, headline, tuple(bylines)


def _caption(title: str, language: str, y: int) -> Caption:
    lines = wrap(title, CAPTION_ROOM, Ruler(TITLE_SIZE, bold=True).__getitem__)
    set_lines = (Line(MARGIN, y + place * TITLE_LEADING, width, words) for place, (words, width) in enumerate(lines))
    return Caption(tuple(set_lines), language)


def _listed(view: View, maker: CardMaker) -> Iterator[tuple[str, str]]:
    shown = view.sources if len(view.sources) <= SOURCES_SHOWN else view.sources[: SOURCES_SHOWN - 1]
    for source in shown:
        language = language_of(source.title, maker.language)
        publication = _publication(source, view, maker)
        title = one_line(source.title[language])
        yield f"{title} · {publication}" if publication else title, language
    if len(shown) < len(view.sources):
        yield maker.catalogue.count("map.more_sources", len(view.sources) - len(shown)), maker.catalogue.language


def _publication(source: Source, view: View, maker: CardMaker) -> str:
    """Return author, outlet and date of a source, as far as they are known."""
    actors: Iterable[Actor | None] = (view.actors.get(identity) for identity in (*source.author, source.outlet) if identity)
    parts = [maker.name(actor) for actor in actors if actor]
    if source.date:
        parts.append(maker.catalogue.date(source.date))
    return " · ".join(parts)


def description(view: View, maker: CardMaker) -> str:
    """Return in one sentence what is on the map."""
    evidence = sum(shown.claim.evidence for shown in view.claims)
    held = [*(shown.holders for shown in view.claims), *(shown.holders for shown in view.arguments)]
    holders = {holder.actor.id for some in held for holder in some}
    counts = {
        "map.questions": len(view.questions),
        "map.claims": len(view.claims) - evidence,
        "map.evidence": evidence,
        "map.arguments": len(view.arguments),
        "map.actors": len(holders),
    }
    listed = ", ".join(maker.catalogue.count(key, number) for key, number in counts.items() if number)
    return f"{maker.catalogue.say('map')}: {listed}" if listed else maker.catalogue.say("map")
