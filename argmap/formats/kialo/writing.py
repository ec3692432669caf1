"""Graph → Kialo's text: a tree of pros and cons below each thesis."""

from collections.abc import Iterator
from typing import Final

from argmap.exchange.appearing import Appearances
from argmap.exchange.aspects import Aspect, tell_aspects
from argmap.exchange.contract import Exported, WriteOptions
from argmap.exchange.report import Tally
from argmap.formats.kialo.markdown import Link, marked
from argmap.graph import Claim, Graph
from argmap.provenance import Provenance
from argmap.text import words_of
from argmap.words import ArgumentRelation

UNDERCUTS: Final = "undercuts, as cons of the premise whose inference they deny"
LINKED: Final = "premises that count only together, as one pro or con each"
THESES: Final = "claims that bear on nothing, as answers to the question"
CIRCLES: Final = "claims that bear on each other in a circle: one of them as a thesis"
CITES: Final = "cites without an address; dates of cites"
OTHER_QUESTIONS: Final = "questions besides the first, and what answers them"
CHANGES: Final = (UNDERCUTS, LINKED, THESES, CIRCLES)
LOSES: Final = (CITES, OTHER_QUESTIONS)
KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.CITES),
        *(Aspect.QUESTIONS, Aspect.ANSWERS),
    }
)

_LABELS: Final = ("Pro", "Con")


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as a discussion."""
    del provenance
    tally = Tally()
    tell_aspects(graph, KEPT, tally, options.language)
    tally.lost(OTHER_QUESTIONS, number=len(graph.questions) - 1)
    tally.lost(CITES, number=sum(cite.url is None or cite.date is not None for one in graph.claims.values() for cite in one.cites))
    arguments = graph.arguments.values()
    tally.changed(UNDERCUTS, number=sum(argument.relation is ArgumentRelation.UNDERCUT for argument in arguments))
    tally.changed(LINKED, number=sum(len(argument.premises) > 1 for argument in arguments))
    text = "\n".join(_Writer(graph, options, tally).lines()) + "\n"
    return Exported(files={f"{options.name}.txt": text.encode("utf-8")}, report=tally.report())


class _Writer:
    """A discussion in the making."""

    def __init__(self, graph: Graph, options: WriteOptions, tally: Tally) -> None:
        self.graph = graph
        self.options = options
        self.tally = tally
        self._appearances = Appearances(graph.claims)
        self._numbers: dict[str, str] = {}
        self._reasons: dict[str, dict[str, dict[str, None]]] = {}
        """By claim: what bears on it, as what."""
        for argument in graph.arguments.values():
            label = "Pro" if argument.relation is ArgumentRelation.SUPPORT else "Con"
            target = argument.target
            while target in graph.arguments:
                target = graph.arguments[target].premises[0]
            for premise in argument.premises:
                if premise != target:
                    self._reasons.setdefault(target, {}).setdefault(premise, {})[label] = None

    def lines(self) -> Iterator[str]:
        """Yield the lines of the discussion."""
        yield f"Discussion Title: {self._title()}"
        yield ""
        bearing = {premise for reasons in self._reasons.values() for premise in reasons}
        question = next(iter(self.graph.questions), None)
        answering = {claim.id for claim in self.graph.claims.values() if question in claim.answers}
        theses = [claim for claim in self.graph.claims if claim not in bearing or claim in answering]
        count = 0
        for claim in self._appearances.in_order(theses):
            count += 1
            if claim not in answering:
                self.tally.changed(THESES, claim)
            yield from self._tree(claim, str(count))
        for claim in self._appearances.in_order(self.graph.claims):
            if claim not in self._numbers:
                count += 1
                self.tally.changed(CIRCLES, claim)
                yield from self._tree(claim, str(count))

    def _title(self) -> str:
        for text in (*(one.text for one in self.graph.questions.values()), *(one.title for one in self.graph.sources.values())):
            return " ".join(words_of(text, self.options.language).split())
        return self.options.name

    def _tree(self, thesis: str, number: str) -> Iterator[str]:
        """Yield a claim and everything below it, without recursion: discussions may be as deep as they are long."""
        yield self._line(thesis, number, "")
        below = [(number, self._below(thesis))] if self._numbers[thesis] == number else []
        counts = [0]
        while below:
            above, reasons = below[-1]
            found = next(reasons, None)
            if found is None:
                below.pop()
                counts.pop()
                continue
            label, claim = found
            counts[-1] += 1
            number = f"{above}.{counts[-1]}"
            yield self._line(claim, number, f"{label}: ")
            if self._numbers[claim] == number:
                below.append((number, self._below(claim)))
                counts.append(0)

    def _below(self, claim: str) -> Iterator[tuple[str, str]]:
        reasons = self._reasons.get(claim, {})
        for reason in self._appearances.in_order(reasons):
            for label in sorted(reasons[reason], key=_LABELS.index):
                yield label, reason

    def _line(self, claim: str, number: str, label: str) -> str:
        """The line of a claim: its words at its first number, later a reference to that."""
        if claim in self._numbers:
            return f"{number}. {label}-> See {self._numbers[claim]}."
        self._numbers[claim] = number
        self._appearances.add(claim)
        return f"{number}. {label}{self._words(self.graph.claims[claim])}"

    def _words(self, claim: Claim) -> str:
        language = self.options.language
        links = [
            Link(" ".join(words_of(one.title, language).split()) if one.title else "", one.url) for one in claim.cites if one.url
        ]
        return marked(" ".join(words_of(claim.text, language).split()), links)
