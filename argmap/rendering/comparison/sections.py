"""The sections of a page besides the matrix: questions, coalitions, changes of mind, grounds, clashes, annotators; plain data."""

from collections.abc import Mapping
from typing import Any, Final

from argmap.comparison.annotators.agreement import AnnotatorPair, Disagreement
from argmap.comparison.comparing import Comparison
from argmap.comparison.grounds import Clash, Ground
from argmap.comparison.positions.questions import QuestionPositions
from argmap.comparison.record.readings import annotators_of
from argmap.comparison.shifts import Shift
from argmap.rendering.comparison.addresses import Subject
from argmap.rendering.comparison.entries import Entries, Named
from argmap.rendering.comparison.naming import group_letter

MOST_POSITIONS: Final = 1_000
"""On questions, on one page; all are in the JSON."""

MOST_SHIFTS: Final = 400
"""The latest, on one page."""

MOST_GROUNDS: Final = 400
"""Reasons, and as many clashes, on one page."""

_MEASURES: Final = ("percent", "kappa", "alpha_nominal", "alpha_ordinal", "coding_f1", "span_f1", "character_f1")


def party_name(comparison: Comparison, entries: Entries, party: str) -> Named:
    """Return the name of a row."""
    return Named(*entries.naming.party(comparison.parties[party]), entries.addresses.of(Subject.ACTOR, party))


def question_sections(
    comparison: Comparison, entries: Entries, positions: QuestionPositions
) -> tuple[list[Mapping[str, Any]], int]:
    """Return who stands where on each question, and how many questions are left out: those of which fewest speak."""
    numbers = positions.numbers
    shown: set[str] = set()
    room = MOST_POSITIONS
    for question in sorted(numbers, key=lambda question: -numbers[question]):
        room -= numbers[question]
        if shown and room < 0:
            break
        shown.add(question)
    sections: list[Mapping[str, Any]] = [
        {
            "question": entries.question(question),
            "positions": [
                {
                    "party": party_name(comparison, entries, one.party),
                    "stance": one.stance,
                    "positions": [(entries.claim(position.claim), position.stance) for position in one.positions],
                }
                for one in positions.on(question)
            ],
        }
        for question in numbers
        if question in shown
    ]
    return sections, len(numbers) - len(sections)


def coalition_section(comparison: Comparison, entries: Entries) -> Mapping[str, Any] | None:
    """Return the coalitions and how they were found; None where none can be named."""
    coalitions = comparison.coalitions
    if coalitions is None:
        return None
    say, number = entries.naming.catalogue.say, entries.naming.catalogue.number
    return {
        "groups": [
            (group_letter(place), [party_name(comparison, entries, party) for party in group])
            for place, group in enumerate(coalitions.groups)
        ],
        "outside": [party_name(comparison, entries, party) for party in coalitions.outside],
        "how": say(
            "comparison.coalitions_how",
            method=say(f"comparison.method.{coalitions.method}"),
            modularity=number(coalitions.modularity, 2),
            seed=coalitions.seed,
        ),
        "polarisation": None
        if coalitions.polarisation is None
        else say("comparison.polarisation", polarisation=number(coalitions.polarisation, 2)),
    }


def shift_values(entries: Entries, shift: Shift) -> Mapping[str, Any]:
    """Return a change of mind."""
    graph = entries.naming.graph
    return {
        "actor": entries.actor(shift.actor),
        "claim": entries.claim(shift.claim),
        "claim_after": entries.claim(shift.claim_after)
        if shift.claim_after != shift.claim and shift.claim_after in graph.claims
        else None,
        "before": shift.before,
        "after": shift.after,
        "earlier": tuple(entries.said(statement) for statement in shift.earlier),
        "later": tuple(entries.said(statement) for statement in shift.later),
    }


def ground_values(comparison: Comparison, entries: Entries, ground: Ground) -> Mapping[str, Any]:
    """Return a reason that an actor gives, or that the annotator reads into what it says."""
    answers = [answer for answer in ground.answers if answer.by_others(ground.party)]
    return {
        "party": party_name(comparison, entries, ground.party),
        "claim": entries.claim(ground.claim),
        "relation": ground.relation.value,
        "premises": tuple(entries.claim(premise) for premise in ground.premises),
        "own": ground.own,
        "answers": [
            {
                "kind": answer.kind.value,
                "premises": tuple(entries.claim(premise) for premise in entries.naming.graph.arguments[answer.argument].premises)
                if answer.argument
                else (),
                "by": tuple(
                    party_name(comparison, entries, party)
                    for party in dict.fromkeys((*answer.drawn_by, *answer.stated_by))
                    if party != ground.party and party in comparison.parties
                ),
            }
            for answer in answers
        ],
    }


def clash_values(comparison: Comparison, entries: Entries, clash: Clash) -> Mapping[str, Any]:
    """Return an attack or undercut between what rows hold."""
    graph = entries.naming.graph
    target = clash.target
    while target in graph.arguments:
        target = graph.arguments[target].target
    return {
        "relation": clash.relation.value,
        "premises": tuple(entries.claim(premise) for premise in clash.premises),
        "target": entries.claim(target),
        "attacking": tuple(party_name(comparison, entries, party) for party in clash.attacking if party in comparison.parties),
        "defending": tuple(party_name(comparison, entries, party) for party in clash.defending if party in comparison.parties),
        "drawn": bool(clash.drawn_by),
    }


def annotator_section(comparison: Comparison, entries: Entries) -> list[Mapping[str, Any]]:
    """Return how far every two annotators agree, and where they differ."""
    if comparison.annotators is None:
        return []
    names = annotators_of(comparison.sources)
    return [_pair(entries, pair, names) for pair in comparison.annotators.pairs]


def _pair(entries: Entries, pair: AnnotatorPair, names: Mapping[str, str | None]) -> Mapping[str, Any]:
    say, number = entries.naming.catalogue.say, entries.naming.catalogue.number
    first, second = (names.get(name) or name or say("comparison.nameless_annotator") for name in (pair.first, pair.second))
    measures = [(say("comparison.measure.both"), str(pair.both))]
    for key in _MEASURES:
        value: float | None = getattr(pair, key)
        if value is None:
            shown = say("comparison.undefined")
        else:
            shown = f"{number(value * 100)}\u00a0%" if key == "percent" else number(value, 2)
        measures.append((say(f"comparison.measure.{key}"), shown))
    return {
        "first": first,
        "second": second,
        "measures": measures,
        "disagreements": [_disagreement(entries, one) for one in pair.disagreements],
    }


def _disagreement(entries: Entries, one: Disagreement) -> Mapping[str, Any]:
    graph = entries.naming.graph
    statements = (*one.first_statements, *one.second_statements)
    actors = [actor for actor in statements[0].actors if actor == one.actor or actor.endswith(f"/{one.actor}")]
    claim = statements[0].target
    return {
        "actor": entries.actor(actors[0] if actors else statements[0].actors[0]),
        "claim": entries.claim(claim) if claim in graph.claims else None,
        "first": one.first,
        "second": one.second,
        "first_said": tuple(entries.said(statement) for statement in one.first_statements),
        "second_said": tuple(entries.said(statement) for statement in one.second_statements),
    }
