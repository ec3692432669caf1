"""Comparisons as JSON, for other programs; docs/comparison.md describes it. Texts are maps of language tags, ids are global.

What there may be very many of comes as a table by column (lists of equal length, as R and pandas take them), one column a line;
everything else as records, one a line, in which fields without a value are left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any, Final, TypeAlias

import numpy as np

from argmap.comparison.annotators.agreement import AnnotatorAgreement, AnnotatorPair
from argmap.comparison.coalitions.groups import Coalitions
from argmap.comparison.comparing import Comparison
from argmap.comparison.divisiveness import ClaimBalance, most_divisive, most_uniting
from argmap.comparison.grounds import Answer, Clash, Ground
from argmap.comparison.pairs.agreement import Agreements
from argmap.comparison.positions.said import Condition, Position, QuestionPosition
from argmap.comparison.record.events import Party
from argmap.comparison.request import Note, Request
from argmap.comparison.shifts import Shift, events_by_period
from argmap.graph import Graph
from argmap.standing import joint_stance
from argmap.words import Stance

JSON_VERSION: Final = 1

_DIGITS: Final = 6

Record: TypeAlias = Mapping[str, Any]
Table: TypeAlias = Mapping[str, list[Any]]


def comparison_json(comparison: Comparison) -> str:
    """Return a comparison as JSON, in canonical order, ending in a line break."""
    return "".join(_pieces(comparison))


def _pieces(comparison: Comparison) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    yield f'{{"version":{JSON_VERSION}'
    for key, value in _single(comparison).items():
        yield f",\n{encode(key)}:{encode(value)}"
    for key, records in _lists(comparison).items():
        yield f",\n{encode(key)}:[\n" + ",\n".join(encode(_filled(record)) for record in records) + "\n]"
    for key, table in _tables(comparison):
        column_text = _repeating if key == "agreement" else encode
        yield (
            f",\n{encode(key)}:{{\n" + ",\n".join(f"{encode(name)}:{column_text(column)}" for name, column in table.items()) + "\n}"
        )
    yield "}\n"


def _repeating(numbers: Sequence[float | None]) -> str:
    """A list of numbers as JSON, each of which is written out once: of millions, few differ."""
    texts = {number: json.dumps(number) for number in set(numbers)}
    return f"[{','.join([texts[number] for number in numbers])}]"


def _single(comparison: Comparison) -> Record:
    return {
        "request": _filled(_request(comparison.request)),
        "coalitions": _coalitions(comparison.coalitions),
        "splits": [balance.claim for balance in most_divisive(comparison.balances)],
        "unites": [balance.claim for balance in most_uniting(comparison.balances)],
        "annotators": _annotators(comparison.annotators),
    }


def _lists(comparison: Comparison) -> Mapping[str, Iterable[Record]]:
    graph = comparison.graph
    return {
        "notes": map(_note, comparison.notes),
        "sources": (_source(graph, source) for source in graph.sources if source in comparison.files),
        "actors": map(_party, comparison.parties.values()),
        "questions": _questions(comparison),
        "claims": (_claim(graph, balance) for balance in comparison.balances),
        "shifts": map(_shift, comparison.shifts),
        "grounds": map(_ground, comparison.grounds),
        "clashes": map(_clash, comparison.clashes),
    }


def _tables(comparison: Comparison) -> Iterator[tuple[str, Table]]:
    yield "positions", _positions(comparison.positions.values())
    yield "on_questions", _on_questions(comparison.question_positions)
    derived = list(comparison.derived.everything())
    yield (
        "derived",
        {
            "actor": [one.party for one in derived],
            "claim": [one.claim for one in derived],
            "stance": [Stance.AGAINST.value] * len(derived),
            "because": [[reason.claim for reason in one.reasons] for one in derived],
        },
    )
    yield "periods", _periods(comparison)
    yield "agreement", _agreement(comparison.agreements)
    yield "statements", _statements(comparison)


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, [], ())}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DIGITS)


def _request(request: Request) -> Record:
    return {
        "by": request.by.value,
        "questions": request.questions,
        "from": request.since,
        "to": request.until,
        "annotator": request.annotator,
        "derived": request.derived,
        "duplicates": request.duplicates.value,
        "least_shared": request.least_shared,
        "period": request.period.value,
    }


def _note(note: Note) -> Record:
    return {"kind": note.kind.value, "names": note.names, "about": note.about, "number": note.number}


def _source(graph: Graph, name: str) -> Record:
    source = graph.sources[name]
    annotator = source.annotator.id if source.annotator else None
    return {"id": name, "title": source.title, "date": source.date, "outlet": source.outlet, "annotator": annotator}


def _party(party: Party) -> Record:
    return {"id": party.id, "name": party.name, "kind": party.kind, "actors": party.actors}


def _questions(comparison: Comparison) -> Iterator[Record]:
    asked = dict.fromkeys(one.question for one in comparison.question_positions)
    for question in (comparison.graph.questions[name] for name in asked):
        yield {"id": question.id, "text": question.text, "kind": question.kind.value}


def _on_questions(found: Sequence[QuestionPosition]) -> Table:
    return {
        "question": [one.question for one in found],
        "actor": [one.party for one in found],
        "stance": [one.stance for one in found],
        "claims": [[position.claim for position in one.positions] for one in found],
    }


def _claim(graph: Graph, balance: ClaimBalance) -> Record:
    claim = graph.claims[balance.claim]
    return {
        "id": claim.id,
        "text": claim.text,
        "type": "evidence" if claim.evidence else "claim",
        "kind": claim.kind.value if claim.kind else None,
        "answers": claim.answers,
        "for": balance.supporting,
        "against": balance.opposing,
        "mixed": balance.mixed,
        "neutral": balance.neutral,
        "against_derived": balance.opposing_derived,
        "share_for": _rounded(balance.share),
        "divisiveness": _rounded(balance.divisiveness),
        "consensus": _rounded(balance.consensus),
    }


def _positions(found: Iterable[Position]) -> Table:
    positions = list(found)
    return {
        "actor": [one.party for one in positions],
        "claim": [one.claim for one in positions],
        "stance": [one.stance for one in positions],
        "for": [one.counts.supporting for one in positions],
        "against": [one.counts.opposing for one in positions],
        "mixed": [one.counts.mixed for one in positions],
        "neutral": [one.counts.neutral for one in positions],
        "mean": [_rounded(one.counts.mean) if one.events else None for one in positions],
        "conditional": [one.conditional for one in positions],
        "conditions": [[_condition(condition) for condition in one.conditions] for one in positions],
        "hedges": [one.hedges for one in positions],
        "statements": [[event.statement.id for event in one.events] for one in positions],
        "past": [[event.statement.id for event in one.past] for one in positions],
        "ended_by": [[event.ended for event in one.past] for one in positions],
    }


def _periods(comparison: Comparison) -> Table:
    """Who said what in each period; what the stances come to, when there are several on one claim, as in positions."""
    stances: dict[tuple[str, str, str], list[Stance]] = {}
    for period, events in events_by_period(comparison.graph, comparison.events, comparison.request.period).items():
        for event in events:
            if event.ended is None:
                stances.setdefault((period, event.party, event.claim), []).append(event.stance)
    return {
        "period": [period for period, _, _ in stances],
        "actor": [actor for _, actor, _ in stances],
        "claim": [claim for _, _, claim in stances],
        "stance": [taken[0] if len(taken) == 1 else joint_stance(taken) for taken in stances.values()],
    }


def _condition(condition: Condition) -> Record:
    return {"claim": condition} if isinstance(condition, str) else dict(condition)


def _agreement(agreements: Agreements) -> Table:
    """`first` and `second` are places in `actors`, from 0: there may be millions of pairs."""
    counts = ("shared", "same", "opposite", "conditional", "derived")
    shown = np.round(agreements.numbers("agreement"), _DIGITS).tolist()
    return {
        "first": agreements.first.tolist(),
        "second": agreements.second.tolist(),
        **{name: agreements.numbers(name).astype(np.int64).tolist() for name in counts},
        # What is undefined is null: JSON has no NaN.
        "agreement": [None if isnan(number) else number for number in shown],
    }


def _coalitions(coalitions: Coalitions | None) -> Record | None:
    if coalitions is None:
        return None
    return _filled(
        {
            "groups": coalitions.groups,
            "outside": coalitions.outside,
            "method": coalitions.method.value,
            "seed": coalitions.seed,
            "modularity": _rounded(coalitions.modularity),
            "polarisation": _rounded(coalitions.polarisation),
        }
    )


def _shift(shift: Shift) -> Record:
    return {
        "kind": shift.kind.value,
        "actor": shift.actor,
        "claim": shift.claim,
        "before": shift.before.value,
        "claim_after": shift.claim_after,
        "after": shift.after.value if shift.after else None,
        "date_before": shift.date_before,
        "date_after": shift.date_after,
        "earlier": [statement.id for statement in shift.earlier],
        "later": [statement.id for statement in shift.later],
    }


def _ground(ground: Ground) -> Record:
    return {
        "actor": ground.party,
        "claim": ground.claim,
        "stance": ground.stance.value if ground.stance else None,
        "argument": ground.argument,
        "relation": ground.relation.value,
        "premises": ground.premises,
        "evidence": ground.evidence,
        "own": ground.own,
        "answered": ground.answered,
        "answers": [_filled(_answer(answer)) for answer in ground.answers],
    }


def _answer(answer: Answer) -> Record:
    return {
        "kind": answer.kind.value,
        "target": answer.target,
        "argument": answer.argument,
        "drawn_by": answer.drawn_by,
        "stated_by": answer.stated_by,
    }


def _clash(clash: Clash) -> Record:
    return {
        "argument": clash.argument,
        "relation": clash.relation.value,
        "premises": clash.premises,
        "target": clash.target,
        "attacking": clash.attacking,
        "defending": clash.defending,
        "drawn_by": clash.drawn_by,
    }


def _statements(comparison: Comparison) -> Table:
    statements = list({event.statement.id: event.statement for event in comparison.events}.values())
    sources = comparison.graph.sources
    return {
        "id": [one.id for one in statements],
        "source": [one.source for one in statements],
        "date": [sources[one.source].date for one in statements],
        "actors": [one.actors for one in statements],
        "via": [one.via for one in statements],
        "claim": [one.target for one in statements],
        "stance": [one.stance for one in statements],
        "act": [one.act for one in statements],
        "speech": [one.speech for one in statements],
        "quotes": [[quote.exact for quote in one.quotes] for one in statements],
        "gloss": [one.gloss for one in statements],
        "given": [
            None if one.given is None else {"claim": one.given} if isinstance(one.given, str) else one.given for one in statements
        ],
        "hedge": [one.hedge for one in statements],
        "confidence": [one.confidence for one in statements],
        "replies": [one.replies for one in statements],
        "replaces": [one.replaces for one in statements],
    }


def _annotators(agreement: AnnotatorAgreement | None) -> Record | None:
    if agreement is None:
        return None
    return _filled(
        {
            "units": agreement.units,
            "alpha_nominal": _rounded(agreement.alpha_nominal),
            "alpha_ordinal": _rounded(agreement.alpha_ordinal),
            "pairs": [_filled(_pair(pair)) for pair in agreement.pairs],
        }
    )


def _pair(pair: AnnotatorPair) -> Record:
    return {
        "first": pair.first,
        "second": pair.second,
        "sources": pair.sources,
        "both": pair.both,
        "percent": _rounded(pair.percent),
        "kappa": _rounded(pair.kappa),
        "alpha_nominal": _rounded(pair.alpha_nominal),
        "alpha_ordinal": _rounded(pair.alpha_ordinal),
        "only_first": pair.only_first,
        "only_second": pair.only_second,
        "coding_f1": _rounded(pair.coding_f1),
        "span_f1": _rounded(pair.span_f1),
        "character_f1": _rounded(pair.character_f1),
        "disagreements": [
            {
                "source": one.source,
                "actor": one.actor,
                "claim": one.claim,
                "first": one.first.value if one.first else None,
                "second": one.second.value if one.second else None,
            }
            for one in pair.disagreements
        ],
    }
