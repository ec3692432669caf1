"""What parties, claims, questions and sources are called in the language of the reader, and coalitions by a letter."""

from dataclasses import dataclass
from typing import NamedTuple

from argmap.catalogue import Catalogue, catalogue_of
from argmap.comparison.comparing import Comparison
from argmap.comparison.record.conditions import Condition, condition_text
from argmap.comparison.record.parties import Party
from argmap.graph import Graph
from argmap.layout.wrapping import one_line
from argmap.text import Text, language_of


class Words(NamedTuple):
    """Words and the BCP 47 tag of their language."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts and words of the interface for a reader of one language; what is not there in it comes in another."""

    language: str
    """The wanted language of texts, a BCP 47 tag."""
    catalogue: Catalogue
    """The words of the interface."""

    def text(self, text: Text) -> Words:
        """Return a text in one language, on one line."""
        tag = language_of(text, self.language)
        return Words(one_line(text[tag]), tag)

    def date(self, iso: str | None) -> str:
        """Return a date in words; without one, that there is none."""
        return self.catalogue.date(iso) if iso else self.catalogue.say("comparison.undated")

    def own(self, words: str) -> Words:
        """Return words of the interface."""
        return Words(words, self.catalogue.language)


@dataclass(frozen=True, slots=True)
class Naming(Wording):
    """Names of what is in a graph."""

    graph: Graph

    def actor(self, name: str) -> Words:
        """Return an actor's name."""
        return self.text(self.graph.actors[name].name)

    def party(self, party: Party) -> Words:
        """Return the name of a row: an actor's, or what actors of a kind, or of no outlet, are called."""
        if party.name is not None:
            return self.text(party.name)
        key = f"comparison.kind.{party.kind}" if party.kind else "comparison.no_outlet"
        return self.own(self.catalogue.say(key))

    def claim(self, name: str) -> Words:
        """Return the words of a claim or a piece of evidence."""
        return self.text(self.graph.claims[name].text)

    def question(self, name: str) -> Words:
        """Return the words of a question."""
        return self.text(self.graph.questions[name].text)

    def source(self, name: str) -> Words:
        """Return the title of a source."""
        return self.text(self.graph.sources[name].title)

    def condition(self, condition: Condition) -> Words:
        """Return under what a stance holds."""
        return self.text(condition_text(self.graph, condition))


def wording_of(language: str) -> Wording:
    """Return texts and words for a reader of a language (a BCP 47 tag)."""
    return Wording(language, catalogue_of(language))


def naming_of(graph: Graph, language: str) -> Naming:
    """Return the names of what is in a graph, for a reader of a language (a BCP 47 tag)."""
    return Naming(language, catalogue_of(language), graph)


def title_of(comparison: Comparison, naming: Naming) -> Words:
    """Return what a comparison is called: its question where it has one, its source where that is the only one."""
    if len(comparison.request.questions) == 1:
        return naming.question(comparison.request.questions[0])
    sources = [source for source in comparison.graph.sources if source in comparison.files]
    if len(sources) == 1:
        return naming.source(sources[0])
    return naming.own(naming.catalogue.say("comparison.title"))


def scope_line(comparison: Comparison, naming: Naming) -> str:
    """Return what was compared, counted: sources, parties, claims."""
    count = naming.catalogue.count
    parts = [
        count("map.sources", len(comparison.files)),
        count("map.actors", len(comparison.parties)),
        count("map.claims", len(comparison.claims)),
    ]
    request = comparison.request
    if request.since or request.until:
        parts.append(
            f"{naming.date(request.since) if request.since else '…'} – {naming.date(request.until) if request.until else '…'}"
        )
    return " · ".join(parts)


def coalition_letters(comparison: Comparison) -> dict[str, str]:
    """Return the letter by which the coalition of each row that is in one is called: A for the largest."""
    groups = comparison.coalitions.groups if comparison.coalitions else ()
    return {party: group_letter(place) for place, group in enumerate(groups) for party in group}


def group_letter(place: int) -> str:
    """Return what a coalition is called by its place.

    >>> group_letter(0), group_letter(27)
    ('A', 'B2')
    """
    turn, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")
