"""Statements as pages show them: stance, words, place, date, condition, all in the reader's language; plain data for templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from argmap.comparison.positions.derived import DerivedStance
from argmap.comparison.positions.said import Position
from argmap.comparison.record.events import Event
from argmap.graph import Statement
from argmap.rendering.comparison.addresses import Addresses, Subject
from argmap.rendering.comparison.naming import Naming, Words
from argmap.text import primary_tag
from argmap.words import Act, Confidence, Stance


class Named(NamedTuple):
    """What something is called, and where its page is."""

    words: str
    language: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement."""

    stance: Stance
    speakers: tuple[Named, ...]
    quotes: tuple[str, ...]
    quote_language: str
    gloss: Words | None
    source: Named
    date: str
    details: tuple[str, ...]
    """How it was said and passed on, each in a few words."""
    condition: Words | None
    via: tuple[Named, ...]
    past: bool
    """Taken back or replaced later."""
    note: Words | None
    claim: Named | None = None
    """Where that is not told by what stands around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why a derived stance follows: a claim that is held, and the words for that."""

    claim: Named
    question: Named | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes entries of statements, for a reader of one language and a page in one place."""

    naming: Naming
    addresses: Addresses

    def claim(self, name: str) -> Named:
        """Return a claim."""
        return Named(*self.naming.claim(name), self.addresses.of(Subject.CLAIM, name))

    def question(self, name: str) -> Named:
        """Return a question."""
        return Named(*self.naming.question(name), self.addresses.of(Subject.QUESTION, name))

    def actor(self, name: str) -> Named:
        """Return an actor."""
        return Named(*self.naming.actor(name), self.addresses.of(Subject.ACTOR, name))

    def source(self, name: str) -> Named:
        """Return a source."""
        return Named(*self.naming.source(name), self.addresses.of(Subject.SOURCE, name))

    def said(self, statement: Statement, *, past: bool = False, with_claim: bool = False) -> Said:
        """Return a statement."""
        say = self.naming.catalogue.say
        source = self.naming.graph.sources[statement.source]
        details = [
            *([say(f"page.act.{statement.act}")] if statement.act is not Act.ASSERT else []),
            *([say(f"page.speech.{statement.speech}")] if statement.speech else []),
            *([say(f"page.hedge.{statement.hedge}")] if statement.hedge else []),
            *([say(f"page.confidence.{statement.confidence}")] if statement.confidence not in {None, Confidence.HIGH} else []),
        ]
        given = statement.given
        about_claim = statement.target_kind != "argument"
        return Said(
            stance=statement.stance,
            speakers=tuple(self.actor(actor) for actor in statement.actors),
            quotes=tuple(quote.exact for quote in statement.quotes),
            quote_language=source.language or "und",
            gloss=gloss_of(statement, self.naming),
            source=Named(
                *self.naming.source(source.id),
                self.addresses.reading(source.id, statement.target)
                if about_claim
                else self.addresses.of(Subject.SOURCE, source.id),
            ),
            date=self.naming.date(source.date),
            details=tuple(details),
            condition=None if given is None else self.naming.claim(given) if isinstance(given, str) else self.naming.text(given),
            via=tuple(self.actor(actor) for actor in statement.via),
            past=past,
            note=self.naming.text(statement.note) if statement.note else None,
            claim=self.claim(statement.target) if with_claim and about_claim else None,
        )

    def of_events(self, events: Iterable[Event]) -> tuple[Said, ...]:
        """Return the statements behind events."""
        return tuple(self.said(event.statement, past=event.ended is not None) for event in events)

    def of_position(self, position: Position) -> tuple[Said, ...]:
        """Return what counts and what no longer does, the latter last."""
        return self.of_events((*position.events, *position.past))

    def of_derived(self, derived: DerivedStance) -> tuple[Because, ...]:
        """Return why a derived stance follows."""
        return tuple(
            Because(
                claim=self.claim(reason.claim),
                question=self.question(reason.question) if reason.question else None,
                said=self.of_events(reason.events),
            )
            for reason in derived.reasons
        )


def gloss_of(statement: Statement, naming: Naming) -> Words | None:
    """Return what the words of a statement mean, for who does not read their language; None for who does."""
    language = naming.graph.sources[statement.source].language
    if statement.gloss is None or (language is not None and primary_tag(language) == primary_tag(naming.language)):
        return None
    return naming.text(statement.gloss)
