"""The page of an actor: positions, words, changes of mind, who stands near and who far, on what evidence."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.graph import Actor
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.naming import coalition_letters
from argmap.rendering.comparison.sections import ground_values, shift_values
from argmap.site.material import Material

_MOST_NEAR: Final = 60
"""Others on the page of an actor: those with the most claims in common."""


def actor_values(material: Material, actor: Actor, entries: Entries) -> Mapping[str, Any]:
    """Return what the page of an actor shows."""
    graph, comparison, naming = material.graph, material.comparison, material.naming
    return {
        "title": naming.actor(actor.id),
        "kind": naming.catalogue.say(f"site.kind.{actor.kind}"),
        "role": naming.text(actor.role) if actor.role else None,
        "affiliation": entries.actor(actor.affiliation) if actor.affiliation else None,
        "members": [
            entries.actor(other.id)
            for other in graph.actors.values()
            if other.affiliation == actor.id and other.id in material.actors
        ],
        "letter": coalition_letters(comparison).get(actor.id, ""),
        "note": naming.text(actor.note) if actor.note else None,
        "sources": [
            (entries.source(source.id), naming.date(source.date))
            for source in graph.sources.values()
            if source.outlet == actor.id or actor.id in source.author
        ],
        "questions": [
            {
                "question": entries.question(one.question),
                "stance": one.stance,
                "positions": [(entries.claim(position.claim), position.stance) for position in one.positions],
            }
            for one in material.questions_of.get(actor.id, ())
        ],
        "positions": list(_positions(material, actor, entries)),
        "near": _near(material, actor, entries),
        "shifts": [shift_values(entries, shift) for shift in material.shifts_of.get(actor.id, ())],
        "grounds": [ground_values(comparison, entries, ground) for ground in material.grounds_of.get(actor.id, ())],
        "elsewhere": [entries.said(statement, with_claim=True) for statement in material.uncompared_of.get(actor.id, ())],
    }


def _positions(material: Material, actor: Actor, entries: Entries) -> Iterator[Mapping[str, Any]]:
    comparison = material.comparison
    for claim in material.claims_of.get(actor.id, ()):
        position, derived = comparison.positions.get((actor.id, claim)), comparison.derived.get((actor.id, claim))
        yield {
            "claim": entries.claim(claim),
            "evidence": material.graph.claims[claim].evidence,
            "stance": position.stance if position else None,
            "said": entries.of_position(position) if position else (),
            "because": entries.of_derived(derived) if derived else (),
        }


def _near(material: Material, actor: Actor, entries: Entries) -> list[Mapping[str, Any]]:
    """The others with whom there is anything in common: enough to judge first, then by agreement."""
    if actor.id not in material.comparison.parties:
        return []
    met = material.comparison.agreements.with_party(actor.id)[:_MOST_NEAR]
    return [
        {"actor": entries.actor(one.second if one.first == actor.id else one.first), "agreement": one}
        for one in sorted(met, key=lambda one: (not one.enough, -(one.agreement or 0), -one.shared))
    ]
