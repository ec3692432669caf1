"""The start page of a site: what there is, and the ways to it."""

from collections.abc import Mapping
from typing import Any

from argmap.comparison.divisiveness import most_divisive, most_uniting
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.naming import coalition_letters, title_of
from argmap.site.claims import kind_words
from argmap.site.material import COMPARISON, Material


def start_values(material: Material, entries: Entries) -> Mapping[str, Any]:
    """Return what the start page shows."""
    naming, comparison, graph = material.naming, material.comparison, material.graph
    letters = coalition_letters(comparison)
    taken: dict[str, int] = {}
    held: dict[str, int] = {}
    for (party, claim), position in comparison.positions.items():
        if position.stance is not None:
            taken[party] = taken.get(party, 0) + 1
            held[claim] = held.get(claim, 0) + 1
    return {
        "title": title_of(comparison, naming),
        "scope": _scope(material),
        "comparison": COMPARISON if comparison.positions else None,
        "sources": [
            {
                "source": entries.source(source.id),
                "date": naming.date(source.date),
                "by": [entries.actor(actor) for actor in (*source.author, *([source.outlet] if source.outlet else []))],
                "annotator": (source.annotator.name or source.annotator.id) if source.annotator else None,
            }
            for source in graph.sources.values()
        ],
        "questions": [
            {
                "question": entries.question(question.id),
                "answers": [entries.claim(claim.id) for claim in material.answers_to.get(question.id, ())],
            }
            for question in material.view.questions
        ],
        "actors": [
            {
                "actor": entries.actor(actor),
                "role": naming.text(role) if (role := graph.actors[actor].role) else None,
                "letter": letters.get(actor, ""),
                "said": taken.get(actor, 0),
            }
            for actor in sorted(material.actors, key=lambda actor: -taken.get(actor, 0))
        ],
        "claims": [
            {"claim": entries.claim(shown.claim.id), "kind": kind_words(material, shown.claim), "said": held.get(shown.claim.id, 0)}
            for shown in material.view.claims
        ],
        "divisive": [(entries.claim(one.claim), one) for one in most_divisive(comparison.balances)[:5]],
        "uniting": [(entries.claim(one.claim), one) for one in most_uniting(comparison.balances)[:5]],
    }


def _scope(material: Material) -> str:
    """Return what the page lists, counted; the comparison takes fewer: those who take a stance, what they take one on."""
    evidence = sum(shown.claim.evidence for shown in material.view.claims)
    counts = {
        "map.sources": len(material.comparison.files),
        "map.actors": len(material.actors),
        "map.claims": len(material.view.claims) - evidence,
        "map.evidence": evidence,
    }
    return " · ".join(material.naming.catalogue.count(key, number) for key, number in counts.items() if number)
