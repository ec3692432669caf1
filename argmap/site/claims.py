"""The page of a claim or a piece of evidence: who stands where on it and in which words, its reasons, what it bears on."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.graph import Claim
from argmap.rendering.comparison.entries import Entries
from argmap.site.material import Material
from argmap.site.reasons import Reasons
from argmap.words import QuestionKind, Stance


def claim_values(material: Material, claim: Claim, entries: Entries) -> Mapping[str, Any]:
    """Return what the page of a claim shows."""
    graph, naming = material.graph, material.naming
    reasons = Reasons(material, entries)
    rivals = {
        other.id: None
        for question in claim.answers
        if graph.questions[question].kind is QuestionKind.CHOICE
        for other in material.answers_to.get(question, ())
        if other.id != claim.id
    }
    return {
        "title": naming.claim(claim.id),
        "others": [(tag, words) for tag, words in claim.text.items() if words != claim.text[naming.claim(claim.id).language]],
        "kind": kind_words(material, claim),
        "answers": [entries.question(question) for question in claim.answers],
        "rivals": [entries.claim(rival) for rival in rivals],
        "contraries": [entries.claim(other) for other in material.contraries_of.get(claim.id, ())],
        "positions": list(_positions(material, claim, entries)),
        "elsewhere": _elsewhere(material, claim, entries),
        "reasons": reasons.for_and_against(claim.id),
        "bearing": reasons.bearing(claim.id),
        "observed": naming.date(claim.observed) if claim.observed else None,
        "cites": [
            (naming.text(cite.title) if cite.title else None, _web(cite.url), naming.date(cite.date) if cite.date else None)
            for cite in claim.cites
        ],
        "note": naming.text(claim.note) if claim.note else None,
        "implicit": claim.implicit,
    }


def kind_words(material: Material, claim: Claim) -> str:
    """Return what kind of claim it is, in words."""
    say = material.naming.catalogue.say
    if claim.implicit:
        return say("claim.implicit")
    if claim.evidence:
        return say(f"evidence.{claim.kind or 'other'}")
    return say(f"claim.{claim.kind}") if claim.kind else say("page.kind.claim")


def _positions(material: Material, claim: Claim, entries: Entries) -> Iterator[Mapping[str, Any]]:
    """Who takes a stance, for first, then against, then the others; then those who are against by derivation alone."""
    comparison = material.comparison
    order = [Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL, None]
    found = material.positions_on.get(claim.id, ())
    for stance in order:
        for position in found:
            if position.stance is stance:
                derived = comparison.derived.get((position.party, claim.id))
                yield {
                    "actor": entries.actor(position.party),
                    "stance": stance,
                    "said": entries.of_position(position),
                    "because": entries.of_derived(derived) if derived else (),
                }
    spoken = {position.party for position in found}
    silent = comparison.derived.against(claim.id) - spoken
    for party in comparison.parties:
        if party in silent:
            because = entries.of_derived(comparison.derived[party, claim.id])
            yield {"actor": entries.actor(party), "stance": None, "said": (), "because": because}


def _elsewhere(material: Material, claim: Claim, entries: Entries) -> list[Any]:
    """What readings that are not compared say about it."""
    return [
        entries.said(statement)
        for statement in material.statements_on.get(claim.id, ())
        if statement.source not in material.comparison.files
    ]


def _web(url: str | None) -> str | None:
    """An address that may be followed: nothing but the web's."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else None
