"""Statements → the places of their quotes in the texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.anchoring.outcomes import Ambiguous, Anchor, Outcome
from argmap.diagnostics import TextFile
from argmap.graph import Graph
from argmap.quote import Quote


@dataclass(frozen=True, slots=True)
class Provenance:
    """The texts that are on this machine, and for each statement with one the outcome of each of its quotes, in their order."""

    texts: Mapping[str, TextFile]
    anchors: Mapping[str, tuple[Outcome, ...]]

    @property
    def searched(self) -> int:
        """How many quotes were looked for."""
        return sum(len(outcomes) for outcomes in self.anchors.values())

    @property
    def found(self) -> int:
        """How many of them were found."""
        return sum(isinstance(outcome, Anchor) for outcomes in self.anchors.values() for outcome in outcomes)


def anchor(graph: Graph, texts: Mapping[str, TextFile]) -> Provenance:
    """Return the place of every quote whose text is there; each text is indexed once."""
    if not texts:
        return Provenance(texts, {})
    from argmap.anchoring import find_quote, index_text

    indexed = {}
    anchors: dict[str, tuple[Outcome, ...]] = {}
    ambiguous: dict[tuple[str, Quote], Outcome] = {}
    """Kept, for a quote of a word or two may have many places, and may be there many times."""
    for statement in graph.statements.values():
        file = texts.get(statement.source)
        if file is None or not statement.quotes:
            continue
        if statement.source not in indexed:
            indexed[statement.source] = index_text(file.text)
        text = indexed[statement.source]
        outcomes: list[Outcome] = []
        for quote in statement.quotes:
            outcome = ambiguous.get((statement.source, quote)) or find_quote(text, quote)
            if isinstance(outcome, Ambiguous):
                ambiguous[statement.source, quote] = outcome
            outcomes.append(outcome)
        anchors[statement.id] = tuple(outcomes)
    return Provenance(texts, anchors)
