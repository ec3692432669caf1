"""The tables of a comparison's JSON: by column, lists of equal length; each column is made, written and forgotten on its own."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np

from argmap.comparison.comparing import Comparison
from argmap.comparison.pairs.agreement import Agreements
from argmap.comparison.pairs.sums import Integers
from argmap.comparison.positions.said import Condition, Position
from argmap.comparison.shifts import events_by_period
from argmap.standing import joint_stance
from argmap.words import Stance

DIGITS: Final = 6
"""Numbers are rounded to so many places behind the point."""

encoded: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Columns: TypeAlias = Iterable[tuple[str, str]]
"""Names of columns, and their values as JSON."""


def tables(comparison: Comparison) -> Iterator[tuple[str, Columns]]:
    """Yield the tables by name."""
    yield "positions", _positions(list(comparison.positions.values()))
    yield "on_questions", _on_questions(comparison)
    yield "derived", _derived(comparison)
    yield "periods", _periods(comparison)
    yield "agreement", _agreement(comparison.agreements)
    yield "statements", _statements(comparison)


def _repeating(values: Sequence[Hashable]) -> str:
    """A list as JSON, each value of which is written out once: of very many, few differ."""
    texts = {value: encoded(value) for value in set(values)}
    return f"[{','.join(map(texts.__getitem__, values))}]"


def _lists(values: Iterable[Iterable[str]]) -> str:
    """A list of lists as JSON, of which hardly two are the same."""
    lists = [",".join(map(encoded, names)) for names in values]
    return f"[[{'],['.join(lists)}]]" if lists else "[]"


def _positions(found: Sequence[Position]) -> Columns:
    yield "actor", _repeating([one.party for one in found])
    yield "claim", _repeating([one.claim for one in found])
    yield "stance", _repeating([one.stance for one in found])
    yield "for", _repeating([one.counts.supporting for one in found])
    yield "against", _repeating([one.counts.opposing for one in found])
    yield "mixed", _repeating([one.counts.mixed for one in found])
    yield "neutral", _repeating([one.counts.neutral for one in found])
    means = {counts: round(counts.mean, DIGITS) if counts.total else None for counts in {one.counts for one in found}}
    yield "mean", _repeating([means[one.counts] for one in found])
    yield "conditional", _repeating([one.conditional for one in found])
    yield "conditions", encoded([[_condition(condition) for condition in one.conditions] for one in found])
    yield "hedges", _repeating([one.hedges for one in found])
    yield "statements", _lists([event.statement.id for event in one.events] for one in found)
    yield "past", _lists([event.statement.id for event in one.past] for one in found)
    yield "ended_by", _lists([event.ended or "" for event in one.past] for one in found)


def _condition(condition: Condition) -> Mapping[str, str]:
    return {"claim": condition} if isinstance(condition, str) else dict(condition)


def _on_questions(comparison: Comparison) -> Columns:
    found = comparison.question_positions
    yield "question", _repeating([one.question for one in found])
    yield "actor", _repeating([one.party for one in found])
    yield "stance", _repeating([one.stance for one in found])
    yield "claims", _lists([position.claim for position in one.positions] for one in found)


def _derived(comparison: Comparison) -> Columns:
    found = list(comparison.derived.everything())
    yield "actor", _repeating([one.party for one in found])
    yield "claim", _repeating([one.claim for one in found])
    yield "stance", _repeating([Stance.AGAINST] * len(found))
    yield "because", _lists([reason.claim for reason in one.reasons] for one in found)


def _periods(comparison: Comparison) -> Columns:
    """Who said what in each period; what the stances come to, when there are several on one claim, as in positions."""
    stances: dict[tuple[str, str, str], list[Stance]] = {}
    for period, events in events_by_period(comparison.graph, comparison.events, comparison.request.period).items():
        for event in events:
            if event.ended is None:
                stances.setdefault((period, event.party, event.claim), []).append(event.stance)
    yield "period", _repeating([period for period, _, _ in stances])
    yield "actor", _repeating([actor for _, actor, _ in stances])
    yield "claim", _repeating([claim for _, _, claim in stances])
    yield "stance", _repeating([taken[0] if len(taken) == 1 else joint_stance(taken) for taken in stances.values()])


def _agreement(agreements: Agreements) -> Columns:
    """`first` and `second` are places in `actors`, from 0: there may be millions of pairs."""
    yield "first", _whole(agreements.first)
    yield "second", _whole(agreements.second)
    for name in ("shared", "same", "opposite", "conditional", "derived"):
        yield name, _whole(agreements.numbers(name).astype(np.int64))
    shown = np.round(agreements.numbers("agreement"), DIGITS)
    texts = {number: "null" if np.isnan(number) else encoded(number) for number in np.unique(shown).tolist()}
    # What is undefined is null: JSON has no NaN, and no NaN equals another.
    yield "agreement", f"[{','.join([texts.get(number, 'null') for number in shown.tolist()])}]"


def _whole(numbers: Integers) -> str:
    """A list of whole numbers from 0 as JSON; of millions, few differ."""
    texts = np.array([str(number) for number in range(int(numbers.max(initial=0)) + 1)], np.object_)
    return f"[{','.join(texts[numbers].tolist())}]"


def _statements(comparison: Comparison) -> Columns:
    found = list({event.statement.id: event.statement for event in comparison.events}.values())
    sources = comparison.graph.sources
    yield "id", encoded([one.id for one in found])
    yield "source", _repeating([one.source for one in found])
    yield "date", _repeating([sources[one.source].date for one in found])
    yield "actors", _repeating([one.actors for one in found])
    yield "via", _repeating([one.via for one in found])
    yield "claim", _repeating([one.target for one in found])
    yield "stance", _repeating([one.stance for one in found])
    yield "act", _repeating([one.act for one in found])
    yield "speech", _repeating([one.speech for one in found])
    yield "quotes", _lists([quote.exact for quote in one.quotes] for one in found)
    yield "gloss", encoded([one.gloss for one in found])
    yield "given", encoded([{"claim": one.given} if isinstance(one.given, str) else one.given for one in found])
    yield "hedge", _repeating([one.hedge for one in found])
    yield "confidence", _repeating([one.confidence for one in found])
    yield "replies", _repeating([one.replies for one in found])
    yield "replaces", _repeating([one.replaces for one in found])
