"""The tables of a comparison's JSON: by column, lists of equal length; each column is made, written and forgotten on its own."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from argmap.comparison.arrays import NOTHING, Flags, Integers, begins, distinct, starts
from argmap.comparison.comparing import Comparison
from argmap.comparison.pairs.agreement import Agreements
from argmap.comparison.positions.said import Positions, joint_stances
from argmap.comparison.record.conditions import Condition
from argmap.comparison.record.events import STANCES
from argmap.comparison.shifts import counting_then, periods_of
from argmap.graph import Statement
from argmap.words import Certainty, Stance

DIGITS: Final = 6
"""Numbers are rounded to so many places behind the point."""

encoded: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=dict).encode
"""Returns a value as JSON; texts are mappings of any kind."""

Columns: TypeAlias = Iterable[tuple[str, str]]
"""Names of columns, and their values as JSON."""

Texts: TypeAlias = NDArray[np.object_]
"""What is often written, as JSON."""


def tables(comparison: Comparison) -> Iterator[tuple[str, Columns]]:
    """Yield the tables by name."""
    written = _Written(comparison)
    yield "positions", _positions(comparison.positions, written)
    yield "on_questions", _on_questions(comparison, written)
    yield "derived", _derived(comparison, written)
    yield "periods", _periods(comparison, written)
    yield "agreement", _agreement(comparison.agreements)
    yield "statements", _statements(comparison, written)


@dataclass(frozen=True)
class _Written:
    """The names that occur again and again, each written out once."""

    comparison: Comparison

    @cached_property
    def parties(self) -> Texts:
        return _texts(self.comparison.events.parties)

    @cached_property
    def claims(self) -> Texts:
        return _texts(self.comparison.events.claims)

    @cached_property
    def statements(self) -> Texts:
        return _texts(statement.id for statement in self.comparison.events.statements)

    @cached_property
    def stances(self) -> Texts:
        """The last one, -1, is that of nobody."""
        return np.array([*map(encoded, (*STANCES, None))], np.object_)


def _texts(values: Iterable[str]) -> Texts:
    return np.array([*map(encode_basestring, values)], np.object_)


def _list(texts: Sequence[str]) -> str:
    return f"[{','.join(texts)}]"


def _taken(texts: Texts, places: Integers) -> str:
    return _list(texts[places].tolist())


def _repeating(values: Sequence[Hashable]) -> str:
    """A list as JSON, each value of which is written out once: of very many, few differ."""
    texts = {value: encoded(value) for value in set(values)}
    return _list([*map(texts.__getitem__, values)])


def _lists(texts: Texts, bounds: Integers) -> str:
    """A list of lists as JSON, of which most have one text or none: where each begins, and where the last one ends."""
    counts = bounds[1:] - bounds[:-1]
    inner = np.full(len(counts), "", np.object_)
    inner[counts == 1] = texts[bounds[:-1][counts == 1]]
    for place in np.flatnonzero(counts > 1).tolist():
        inner[place] = ",".join(texts[bounds[place] : bounds[place + 1]])
    return f"[[{'],['.join(inner.tolist())}]]" if len(inner) else "[]"


def _whole(numbers: Integers) -> str:
    """A list of whole numbers from 0 as JSON; of millions, few differ."""
    texts = np.array([f"{number}," for number in range(int(numbers.max(initial=0)) + 1)], np.bytes_)
    return _joined(texts, numbers)


def _joined(texts: NDArray[np.bytes_], places: Integers) -> str:
    """A list as JSON of texts that end in a comma: as bytes of one width, of which those are dropped that only fill up."""
    taken = texts[places].view(np.uint8)
    return f"[{taken[taken != 0].tobytes().decode('ascii')[:-1]}]"


def _seldom(size: int, filled: Mapping[int, str]) -> str:
    """A list of lists as JSON, of which few have anything in them: those by their places, as JSON."""
    texts = ["[]"] * size
    for place, text in filled.items():
        texts[place] = text
    return _list(texts)


def _positions(positions: Positions, written: _Written) -> Columns:
    events, size = positions.events, len(positions)
    yield "actor", _taken(written.parties, positions.party)
    yield "claim", _taken(written.claims, positions.claim)
    yield "stance", _taken(written.stances, positions.stance)
    for stance in (Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL):
        yield stance.value, _whole(positions.counts[:, STANCES.index(stance)])
    yield "mean", _means(positions)
    yield "conditional", _taken(np.array(["false", "true"], np.object_), positions.conditional.astype(np.int64))
    yield "conditions", _seldom(size, dict(_conditions(positions)))
    yield "hedges", _seldom(size, dict(_hedges(positions)))
    statement, counting = events.statement[positions.order], positions.counting
    yield "statements", _lists(written.statements[statement[counting]], begins(positions.cell[counting], size))
    bounds = begins(positions.cell[~counting], size)
    yield "past", _lists(written.statements[statement[~counting]], bounds)
    yield "ended_by", _lists(_texts(events.enders)[events.ended[positions.order[~counting]]], bounds)


def _means(positions: Positions) -> str:
    supporting, opposing = (positions.counts[:, STANCES.index(stance)] for stance in (Stance.FOR, Stance.AGAINST))
    total = positions.counts.sum(axis=1)
    key = (supporting - opposing) * (int(total.max(initial=0)) + 1) + total
    kinds = distinct(key)
    first = np.searchsorted(key[order := np.argsort(key, kind="stable")], kinds)
    means = (positions.counts_at(place) for place in order[first])
    texts = [encoded(round(one.mean, DIGITS) if one.total else None) for one in means]
    return _taken(np.array(texts, np.object_), np.searchsorted(kinds, key))


def _conditions(positions: Positions) -> Iterator[tuple[int, str]]:
    for place in np.flatnonzero(positions.conditioned).tolist():
        yield place, encoded([_condition(condition) for condition in positions.conditions_at(place)])


def _hedges(positions: Positions) -> Iterator[tuple[int, str]]:
    events = positions.events
    hedged: Flags = np.array([statement.hedge is not None for statement in events.statements], np.bool_)
    hedging = positions.counting & hedged[events.statement[positions.order]]
    words: dict[int, dict[Certainty | None, None]] = {}
    statements = events.statement[positions.order[hedging]].tolist()
    for place, statement in zip(positions.cell[hedging].tolist(), statements, strict=True):
        words.setdefault(place, {})[events.statements[statement].hedge] = None
    return ((place, encoded(list(hedges))) for place, hedges in words.items())


def _condition(condition: Condition) -> Mapping[str, str]:
    return {"claim": condition} if isinstance(condition, str) else dict(condition)


def _on_questions(comparison: Comparison, written: _Written) -> Columns:
    found = comparison.question_positions
    yield "question", _taken(_texts(found.questions), found.question)
    yield "actor", _taken(written.parties, found.party)
    yield "stance", _taken(written.stances, found.stance)
    yield "claims", _lists(written.claims[found.positions.claim[found.place]], found.begins)


def _derived(comparison: Comparison, written: _Written) -> Columns:
    found, claims = comparison.derived, written.claims.tolist()
    yield "actor", _taken(written.parties, found.party)
    yield "claim", _taken(written.claims, found.claim)
    yield "stance", _list([encoded(Stance.AGAINST)] * len(found))
    yield "because", _list([_list([claims[place] for place in reasons]) for reasons in found.because()])


def _periods(comparison: Comparison, written: _Written) -> Columns:
    """Who said what in each period; what the stances come to, when there are several on one claim, as in positions."""
    events = comparison.events
    names, period = periods_of(events, comparison.request.period)
    then = np.flatnonzero((period != NOTHING) & counting_then(comparison.graph, events, comparison.request.period))
    key = (period[then] * len(events.parties) + events.party[then]) * len(events.claims) + events.claim[then]
    order = np.argsort(key, kind="stable")
    first = starts(key[order])
    place = np.cumsum(first) - 1
    taken = np.zeros((int(first.sum()), len(STANCES)), np.bool_)
    taken[place, events.stance[then][order]] = True
    at = then[order[first]]
    # Within a period in the order in which it was said.
    shown = np.lexsort((at, period[at]))
    yield "period", _taken(_texts(names), period[at][shown])
    yield "actor", _taken(written.parties, events.party[at][shown])
    yield "claim", _taken(written.claims, events.claim[at][shown])
    yield "stance", _taken(written.stances, joint_stances(taken)[shown])


def _agreement(agreements: Agreements) -> Columns:
    """`first` and `second` are places in `actors`, from 0: there may be millions of pairs."""
    yield "first", _whole(agreements.first)
    yield "second", _whole(agreements.second)
    for name in ("shared", "same", "opposite", "conditional", "derived"):
        yield name, _whole(agreements.numbers(name).astype(np.int64))
    # What is undefined is null: JSON has no NaN. It is put below all others.
    shown = np.round(agreements.numbers("agreement"), DIGITS)
    shown[np.isnan(shown)] = NOTHING
    in_order = np.sort(shown)
    kinds = in_order[starts(in_order)]
    texts = [f"{'null' if kind == NOTHING else encoded(kind)}," for kind in kinds.tolist()]
    yield "agreement", _joined(np.array(texts, np.bytes_), np.searchsorted(kinds, shown))


def _statements(comparison: Comparison, written: _Written) -> Columns:
    events, sources = comparison.events, comparison.graph.sources
    places = distinct(events.statement)
    found: list[Statement] = [events.statements[place] for place in places.tolist()]

    def each(field: str) -> list[Any]:
        return [*map(attrgetter(field), found)]

    yield "id", _taken(written.statements, places)
    source = each("source")
    yield "source", _repeating(source)
    dates = {name: encoded(one.date) for name, one in sources.items()}
    yield "date", _list([*map(dates.__getitem__, source)])
    yield "actors", _repeating(each("actors"))
    yield "via", _repeating(each("via"))
    yield "claim", _repeating(each("target"))
    first = np.searchsorted(events.statement, places)
    yield "stance", _taken(written.stances, events.stance[first])
    for field in ("act", "speech"):
        yield field, _repeating(each(field))
    yield "quotes", encoded([[quote.exact for quote in quotes] for quotes in each("quotes")])
    yield "gloss", encoded(each("gloss"))
    yield "given", encoded([{"claim": given} if isinstance(given, str) else given for given in each("given")])
    for field in ("hedge", "confidence", "replies", "replaces"):
        yield field, _repeating(each(field))
