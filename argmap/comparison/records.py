"""Comparisons as JSON, for other programs; docs/comparison.md describes it. Texts are maps of language tags, ids are global.

What there may be very many of comes as a table by column (lists of equal length, as R and pandas take them), one column a line;
everything else as records, one a line, in which fields without a value are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from argmap.comparison.annotators.agreement import AnnotatorAgreement, AnnotatorPair
from argmap.comparison.coalitions.groups import Coalitions
from argmap.comparison.columns import DIGITS, encoded, tables
from argmap.comparison.comparing import Comparison
from argmap.comparison.divisiveness import ClaimBalance, most_divisive, most_uniting
from argmap.comparison.grounds import Answer, Clash, Ground
from argmap.comparison.record.parties import Party
from argmap.comparison.request import Note, Request
from argmap.comparison.shifts import Shift
from argmap.graph import Graph

JSON_VERSION: Final = 1

Record: TypeAlias = Mapping[str, Any]


def comparison_json(comparison: Comparison) -> str:
    """Return a comparison as JSON, in canonical order, ending in a line break."""
    return "".join(json_parts(comparison))


def json_parts(comparison: Comparison) -> Iterator[str]:
    """Yield the same in parts, each of which is made when it is its turn: of a large corpus they are big together."""
    separator = ",\n"
    yield f'{{"version":{JSON_VERSION}'
    for key, value in _single(comparison).items():
        yield f",\n{encoded(key)}:{encoded(value)}"
    for key, records in _lists(comparison).items():
        yield f",\n{encoded(key)}:[\n" + ",\n".join(encoded(_filled(record)) for record in records) + "\n]"
    for key, columns in tables(comparison):
        yield f",\n{encoded(key)}:{{\n"
        for number, (name, text) in enumerate(columns):
            yield f"{separator if number else ''}{encoded(name)}:"
            yield text
        yield "\n}"
    yield "}\n"


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


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, [], ())}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DIGITS)


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
    for question in (comparison.graph.questions[name] for name in comparison.question_positions.numbers):
        yield {"id": question.id, "text": question.text, "kind": question.kind.value}


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
