"""The words above the map: its title, and who published what when."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.drawing import Caption, Line
from argmap.graph import Actor, Source, declared_id
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
        publication = _publishers(view.sources[0], view, maker), _date(view.sources[0], maker)
        below = [(publication, catalogue.language)] if any(publication) else []
    else:
        language = catalogue.language
        title = catalogue.say("map")
        if view.sources:
            title = f"{title}: {catalogue.count('map.sources', len({declared_id(source) for source in view.sources}))}"
        below = [*_listed(view, maker)]
    headline = _caption(title, language, MARGIN + TITLE_RISE)
    y = MARGIN + len(headline.lines) * TITLE_LEADING + BYLINE_SIZE
    ruler = Ruler(BYLINE_SIZE)
    bylines = []
    for (words, date), tag in below:
        behind = f" · {date}" if words and date else date
        fitting = shortened(words, CAPTION_ROOM - ruler[behind], ruler) + behind
        bylines.append(Caption((Line(MARGIN, y, ruler[fitting], fitting),), tag))
        y += BYLINE_LEADING
    return title, headline, tuple(bylines)


def _caption(title: str, language: str, y: int) -> Caption:
    lines = wrap(title, CAPTION_ROOM, Ruler(TITLE_SIZE, bold=True).__getitem__)
    set_lines = (Line(MARGIN, y + place * TITLE_LEADING, width, words) for place, (words, width) in enumerate(lines))
    return Caption(tuple(set_lines), language)


def _listed(view: View, maker: CardMaker) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield a line a source: what may be shortened, the date that may not, and the language."""
    shown = view.sources if len(view.sources) <= SOURCES_SHOWN else view.sources[: SOURCES_SHOWN - 1]
    for source in shown:
        language = language_of(source.title, maker.language)
        parts = (one_line(source.title[language]), _reader(source, view, maker), _publishers(source, view, maker))
        yield (" · ".join(filter(None, parts)), _date(source, maker)), language
    more = {declared_id(source) for source in view.sources} - {declared_id(source) for source in shown}
    if more:
        yield (maker.catalogue.count("map.more_sources", len(more)), ""), maker.catalogue.language


def _reader(source: Source, view: View, maker: CardMaker) -> str | None:
    """Return who read a source, where the map joins several readings of it."""
    readings = [one for one in view.sources if declared_id(one) == declared_id(source)]
    if source.annotator is None or len(readings) == 1:
        return None
    return maker.catalogue.say("page.read_by", name=source.annotator.name or source.annotator.id)


def _publishers(source: Source, view: View, maker: CardMaker) -> str:
    """Return author and outlet of a source, as far as they are known."""
    actors: Iterable[Actor | None] = (view.actors.get(identity) for identity in (*source.author, source.outlet) if identity)
    return " · ".join(maker.name(actor) for actor in actors if actor)


def _date(source: Source, maker: CardMaker) -> str:
    return maker.catalogue.date(source.date) if source.date else ""


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
