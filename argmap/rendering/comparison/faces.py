"""Two parties face to face as a picture: the claims between them, on either side the stance and the words that prove it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.facing import FaceToFace
from argmap.comparison.positions.said import Position
from argmap.comparison.record.events import Event
from argmap.layout.metrics import Ruler
from argmap.layout.wrapping import one_line, wrap
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.entries import gloss_of
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row
from argmap.rendering.comparison.naming import Naming, Words
from argmap.rendering.paths import number
from argmap.words import Stance

_SIDE: Final = 300
_MIDDLE: Final = 270
_GAP: Final = 26
_SIZE: Final = 12
_LEADING: Final = 15
_MOST_QUOTES: Final = 4
"""Of one party on one claim."""


class _Column:
    """Lines that are set below each other, in one column of a row."""

    def __init__(self, pen: Pen, x: float, room: float) -> None:
        self._pen, self._x, self._room = pen, x, room
        self._set: list[tuple[float, tuple[str, ...], str, Ink, bool]] = []
        self._marks: list[tuple[float, Stance | None]] = []
        self.height = 0.0

    def say(self, words: Words, *, ink: Ink = Ink.TEXT, bold: bool = False, indent: float = 0) -> None:
        ruler = Ruler(_SIZE, bold=bold)
        lines = tuple(line for line, _ in wrap(words.words, self._room - indent, ruler.__getitem__))
        self._set.append((self.height, lines, words.language, ink, bold))
        self.height += _LEADING * len(lines) + 2

    def mark(self, stance: Stance | None) -> None:
        self._marks.append((self.height, stance))

    def draw(self, top: float) -> Iterator[str]:
        for y, stance in self._marks:
            at = (self._x - 13, top + y + 8)
            yield self._pen.mark(stance, *at) if stance else self._pen.derived_mark(*at)
        for y, lines, language, ink, bold in self._set:
            yield self._pen.lines(
                self._x, top + y + 12, lines, _SIZE, language=language, ink=ink, bold=bold, leading=_LEADING / _SIZE
            )


def faces_figure(comparison: Comparison, faced: FaceToFace, naming: Naming, pen: Pen) -> Figure:
    """Return two parties face to face: what they conflict over, what they agree on, what only one speaks about."""
    say = naming.catalogue.say
    first, second = (naming.party(comparison.parties[party]) for party in (faced.first, faced.second))
    left = MARGIN + 24.0
    middle = left + _SIDE + _GAP
    right = middle + _MIDDLE + _GAP + 24
    width = right + _SIDE + MARGIN
    captions = (
        pen.text(MARGIN, 42, say("comparison.facing"), 20, bold=True),
        pen.text(MARGIN, 62, verdict(faced, naming), 12, ink=Ink.QUIET),
    )
    parts = [
        *_heads(pen, first, second, left, right),
    ]
    y = 128.0
    for heading, rows in _sections(faced, naming, (first.words, second.words)):
        if not rows:
            continue
        parts.append(pen.box(MARGIN, y, width - 2 * MARGIN, 24, fill=Ink.CHIP))
        parts.append(pen.text(MARGIN + 8, y + 16.5, f"{heading} ({len(rows)})", 12.5, bold=True))
        y += 30
        for claims, one, other in rows:
            columns = [_Column(pen, left, _SIDE), _Column(pen, middle, _MIDDLE), _Column(pen, right, _SIDE)]
            for column, position in ((columns[0], one), (columns[2], other)):
                _fill(column, naming, position)
            for place, claim in enumerate(claims):
                if place:
                    columns[1].say(naming.own("↔"), ink=Ink.QUIET)
                columns[1].say(naming.claim(claim), bold=True)
            for column in columns:
                parts += column.draw(y + 4)
            y += max(column.height for column in columns) + 12
            parts.append(pen.line(f"M{MARGIN} {number(y)}H{number(width - MARGIN)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.35"'))
            y += 2
        y += 10
    taken = {event.stance for party in (faced.first, faced.second) for event in comparison.events.of(party)}
    keys = [(pen.mark(stance, 9.5, 9), say(f"legend.{stance}")) for stance in Stance if stance in taken]
    if faced.oppositions:
        keys.append((pen.derived_mark(9.5, 9), say("comparison.derived")))
    legend, room = legend_row(pen, y + 6, width - MARGIN, keys)
    return Figure(
        name="faces",
        title=f"{first.words} – {second.words}",
        description=verdict(faced, naming),
        language=naming.catalogue.language,
        width=width,
        height=y + 6 + room + MARGIN - 8,
        captions=captions,
        parts=(*parts, *legend),
    )


def _heads(pen: Pen, first: Words, second: Words, left: float, right: float) -> Iterator[str]:
    for x, name in ((left, first), (right, second)):
        lines = [line for line, _ in wrap(name.words, _SIDE, Ruler(15, bold=True).__getitem__)][:2]
        yield pen.lines(x, 96, lines, 15, language=name.language, bold=True)


def verdict(faced: FaceToFace, naming: Naming) -> str:
    """Return how far two actors agree, over how many claims, in words."""
    agreement = faced.agreement
    count = naming.catalogue.count("comparison.shared", agreement.shared)
    if agreement.agreement is None or not agreement.enough:
        return f"{count}: {naming.catalogue.say('comparison.too_little')}"
    return naming.catalogue.say("comparison.verdict", percent=round(agreement.agreement * 100), shared=count)


_Row = tuple[tuple[str, ...], Position | Sequence[Event] | None, Position | Sequence[Event] | None]


def _sections(faced: FaceToFace, naming: Naming, names: tuple[str, str]) -> Iterable[tuple[str, list[_Row]]]:
    say = naming.catalogue.say
    first, second = names
    yield say("comparison.faced.conflict"), [((pair.claim,), pair.first, pair.second) for pair in faced.conflict]
    yield (
        say("comparison.faced.derived"),
        [((one.first_claim, one.second_claim), one.first_events, one.second_events) for one in faced.oppositions],
    )
    yield say("comparison.faced.differ"), [((pair.claim,), pair.first, pair.second) for pair in faced.differ]
    yield say("comparison.faced.conditional"), [((pair.claim,), pair.first, pair.second) for pair in faced.conditional]
    yield say("comparison.faced.agree"), [((pair.claim,), pair.first, pair.second) for pair in faced.agree]
    yield say("comparison.faced.only_first", first=first), [((one.claim,), one, None) for one in faced.only_first]
    yield say("comparison.faced.only_second", second=second), [((one.claim,), None, one) for one in faced.only_second]


def _fill(column: _Column, naming: Naming, position: Position | Sequence[Event] | None) -> None:
    """Set what one side says about a claim; that it is silent, where it says nothing."""
    if position is None:
        column.say(naming.own(naming.catalogue.say("comparison.silent")), ink=Ink.QUIET)
        return
    events = position.events if isinstance(position, Position) else tuple(position)
    for event in events[:_MOST_QUOTES]:
        column.mark(event.stance)
        source = naming.graph.sources[event.statement.source]
        language = source.language or naming.catalogue.language
        for quote in event.statement.quotes:
            column.say(Words(naming.catalogue.say("page.quoted", words=one_line(quote.exact)), language))
        gloss = gloss_of(event.statement, naming)
        if gloss is not None:
            column.say(gloss, ink=Ink.QUIET)
        if event.statement.given is not None:
            given = event.statement.given
            condition = naming.claim(given) if isinstance(given, str) else naming.text(given)
            column.say(naming.own(f"{naming.catalogue.say('page.given')} {condition.words}"), ink=Ink.QUIET)
        if len(naming.graph.sources) > 1:
            where = naming.source(source.id)
            column.say(Words(f"{naming.date(event.date)} · {where.words}", where.language), ink=Ink.QUIET)
    if len(events) > _MOST_QUOTES:
        column.say(naming.own(naming.catalogue.count("holders.more", len(events) - _MOST_QUOTES)), ink=Ink.QUIET)
