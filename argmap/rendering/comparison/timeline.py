"""Positions over time: a line a party and claim, a mark a date; where the stance shifts the line is strong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.dates import first_day
from argmap.comparison.record.events import Event
from argmap.layout.metrics import Ruler
from argmap.layout.wrapping import wrap
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row, titled
from argmap.rendering.comparison.naming import Naming, scope_line
from argmap.rendering.paths import number
from argmap.standing import joint_stance
from argmap.words import Stance

_ROOM: Final = 360
_SIZE: Final = 12
_MOST: Final = 60
"""Lines in one picture."""
_SPAN: Final = 560
_LEAST_STEP: Final = 46
"""Between two dates, in points."""
_MOST_TICKS: Final = 14


@dataclass(frozen=True, slots=True)
class Course:
    """What a party said about a claim, date by date."""

    party: str
    claim: str
    points: tuple[tuple[str, Stance, bool], ...]
    """Date, stance on that date, and whether it was taken back since; at least two."""

    @property
    def shifts(self) -> int:
        """How often the stance changes."""
        return sum(one[1] is not other[1] for one, other in pairwise(self.points))


def courses_of(comparison: Comparison) -> tuple[Course, ...]:
    """Return the courses with more than one date: those that shift first, by party, then by claim."""
    courses = [
        Course(
            party,
            claim,
            tuple(
                (day, joint_stance(event.stance for event in dates[day]), all(event.ended for event in dates[day]))
                for day in sorted(dates, key=first_day)
            ),
        )
        for (party, claim), said in comparison.positions.several_times()
        if len(dates := _by_date(said)) > 1
    ]
    parties = {party: place for place, party in enumerate(comparison.parties)}
    claims = {claim: place for place, claim in enumerate(comparison.claims)}
    ordered = sorted(courses, key=lambda one: (one.shifts == 0, parties[one.party], claims[one.claim]))
    return tuple(ordered[:_MOST])


def _by_date(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.date is not None:
            found.setdefault(event.date, []).append(event)
    return found


def timeline_figure(comparison: Comparison, naming: Naming, pen: Pen) -> Figure:
    """Return the courses of positions; without any, a picture that says so."""
    say = naming.catalogue.say
    courses = courses_of(comparison)
    places = _places(sorted({first_day(day) for one in courses for day, _, _ in one.points}))
    left = MARGIN + _ROOM + 40
    width = left + max(places.values(), default=200.0) + 70 + MARGIN
    captions = (
        pen.text(MARGIN, 42, say("comparison.timeline"), 20, bold=True),
        pen.text(MARGIN, 62, scope_line(comparison, naming), 12, ink=Ink.QUIET),
    )
    parts: list[str] = []
    y = 118.0
    if not courses:
        parts.append(pen.text(MARGIN, 96, say("comparison.no_course"), 13))
    rows: list[str] = []
    party = ""
    for course in courses:
        if course.party != party:
            party = course.party
            name = naming.party(comparison.parties[party])
            rows.append(pen.text(MARGIN, y + 16, name, 13, bold=True))
            y += 24
        words = naming.claim(course.claim)
        lines = [line for line, _ in wrap(words.words, _ROOM - 12, Ruler(_SIZE).__getitem__)]
        height = max(28.0, 11 + 15 * len(lines))
        rows.append(pen.lines(MARGIN + 12, y + 10 + _SIZE * 0.7, lines, _SIZE, language=words.language))
        rows += _course(pen, naming, course, left, y + height / 2, places)
        y += height
        rows.append(pen.line(f"M{MARGIN} {number(y)}H{number(width - MARGIN)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.3"'))
    parts += _axis(pen, naming, places, left, y) if courses else ()
    legend, taken = legend_row(pen, y + 16, width - MARGIN, _keys(courses, naming, pen))
    return Figure(
        name="timeline",
        title=say("comparison.timeline"),
        description=say("comparison.timeline_lead"),
        language=naming.catalogue.language,
        width=max(width, 560.0),
        height=y + 16 + taken + MARGIN - 8,
        captions=captions,
        parts=(*parts, *rows, *legend),
    )


def _places(days: Sequence[date]) -> dict[date, float]:
    """Where each day stands: in proportion to time, but never closer than marks need."""
    if not days:
        return {}
    whole = max((days[-1] - days[0]).days, 1)
    at = {days[0]: 0.0}
    for before, day in pairwise(days):
        at[day] = at[before] + max((day - before).days / whole * _SPAN, _LEAST_STEP)
    return at


def _axis(pen: Pen, naming: Naming, places: dict[date, float], left: float, bottom: float) -> Iterator[str]:
    step = -(-len(places) // _MOST_TICKS)
    for place, (day, x) in enumerate(places.items()):
        at = number(left + x)
        yield pen.line(f"M{at} 112V{number(bottom)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.45" stroke-dasharray="1 3"')
        if place % step == 0:
            yield pen.text(left + x, 92, naming.catalogue.date(day.isoformat()[:7]), 11, ink=Ink.QUIET, anchor="middle")
            yield pen.text(left + x, 106, str(day.day), 11, ink=Ink.QUIET, anchor="middle")


def _course(pen: Pen, naming: Naming, course: Course, left: float, y: float, places: dict[date, float]) -> Iterator[str]:  # noqa: PLR0913, PLR0917
    say = naming.catalogue.say
    for (one, before, _), (other, after, _) in pairwise(course.points):
        start, end = left + places[first_day(one)] + 10, left + places[first_day(other)] - 10
        way = f"M{number(start)} {number(y)}H{number(end)}"
        if before is after:
            yield pen.line(way, Ink.CARD_BORDER, 1.4)
        else:
            head = f"M{number(end - 6)} {number(y - 4)}L{number(end)} {number(y)}L{number(end - 6)} {number(y + 4)}"
            yield titled(
                pen.line(way + head, Ink.TEXT, 2.4),
                f"{naming.date(one)}: {say(f'stance.{before}')} → {naming.date(other)}: {say(f'stance.{after}')}",
            )
    for day, stance, past in course.points:
        shape = pen.mark(stance, left + places[first_day(day)], y, 1.15)
        if past:
            x = left + places[first_day(day)]
            shape += pen.line(f"M{number(x - 9)} {number(y + 9)}L{number(x + 9)} {number(y - 9)}", Ink.TEXT, 1.6)
        yield titled(shape, f"{naming.date(day)}: {say(f'stance.{stance}')}" + (f", {say('page.past')}" if past else ""))


def _keys(courses: Sequence[Course], naming: Naming, pen: Pen) -> Iterator[tuple[str, str]]:
    say = naming.catalogue.say
    taken = {stance for course in courses for _, stance, _ in course.points}
    for stance in Stance:
        if stance in taken:
            yield pen.mark(stance, 9.5, 9), say(f"legend.{stance}")
    if any(course.shifts for course in courses):
        yield pen.line("M0 9H18M12 5L18 9L12 13", Ink.TEXT, 2.4), say("comparison.shift")
    if any(past for course in courses for _, _, past in course.points):
        yield pen.line("M2 16L16 2", Ink.TEXT, 1.6), say("page.past")
