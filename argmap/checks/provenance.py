"""Checks of provenance (AM3xx): every quote stands in the text it is said to come from."""

from collections.abc import Iterator

from argmap.anchoring import Ambiguous, Anchor, Missing, Way, difference
from argmap.checks.subject import Subject
from argmap.diagnostics import Finding, Place, TextFile
from argmap.graph import Statement

_SHOWN = 60


def _outcomes(subject: Subject) -> Iterator[tuple[Statement, Place, str, TextFile, Anchor | Ambiguous | Missing]]:
    for statement in subject.graph.statements.values():
        outcomes = subject.provenance.anchors.get(statement.id, ())
        for row, outcome in enumerate(outcomes):
            words = statement.quotes[row].exact
            text = subject.provenance.texts[statement.source]
            yield statement, subject.place(statement, "quote", row), words, text, outcome


def _brief(words: str) -> str:
    one_line = " ".join(words.split())
    return repr(one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…")


def quote_not_found(subject: Subject) -> Iterator[Finding]:
    """Report a quote that does not stand in the text.

    Why: the words are the proof; without them a statement is hearsay.

    Bad:   `quote: in the role of a catcher-up`, where the text says something else
    Good:  words copied from the text
    """
    for _, at, words, text, outcome in _outcomes(subject):
        if isinstance(outcome, Missing):
            hint = "copy the words from the text"
            if outcome.nearest is not None:
                found = text.text[outcome.nearest.start : outcome.nearest.end]
                line = text.place(outcome.nearest.start, outcome.nearest.end).line
                hint = f"nearest is line {line} of {text.name!r}: {difference(words, found)}"
            yield Finding(at, f"the quote {_brief(words)} is not in {text.name!r}", hint)


def quote_ambiguous(subject: Subject) -> Iterator[Finding]:
    """Report a quote that stands in the text more than once.

    Why: nobody could tell which passage is meant. Some words before or after it settle that.

    Bad:   `quote: Central Asia`
    Good:  `quote: {exact: Central Asia, prefix: 'enter ', suffix: ' this year'}`
    """
    for _, at, words, text, outcome in _outcomes(subject):
        if isinstance(outcome, Ambiguous):
            lines = sorted({text.place(start, end).line for start, end in outcome.places})
            where = f"lines {', '.join(map(str, lines[:8]))}" if len(lines) > 1 else f"line {lines[0]}, {len(outcome.places)} times"
            hint = "quote more words, or add what stands before or after it: {exact: …, prefix: …, suffix: …}"
            yield Finding(at, f"the quote {_brief(words)} stands in {text.name!r} more than once: {where}", hint)


def quote_approximate(subject: Subject) -> Iterator[Finding]:
    """Report a quote that is found only nearly in the words of the text.

    Why: it is shown at the place found, but a reader who looks it up will see other words.

    Bad:   a quote typed from memory
    Good:  the words of the text, which the hint shows
    """
    for _, at, words, text, outcome in _outcomes(subject):
        if isinstance(outcome, Anchor) and outcome.way is Way.APPROXIMATE:
            found = text.text[outcome.start : outcome.end]
            place = text.place(outcome.start, outcome.end)
            message = f"the quote {_brief(words)} is not word for word in {text.name!r}"
            yield Finding(at, message, f"line {place.line} has: {difference(words, found)}; `argmap anchors --fix` puts it right")


def look_alike_letters(subject: Subject) -> Iterator[Finding]:
    """Say that quote and text spell the same words with letters of different scripts.

    Why: a Cyrillic С and a Latin C look alike; a search for one does not find the other.

    Bad:   `quote: C5+1` with a Latin C, where the text has a Cyrillic one
    Good:  the words copied from the text
    """
    for _, at, words, text, outcome in _outcomes(subject):
        if isinstance(outcome, Anchor) and outcome.lookalikes:
            message = f"the quote {_brief(words)} and {text.name!r} use letters of different scripts that look alike"
            yield Finding(at, message, "copy the words from the text, or let `argmap anchors --fix` do it")


def statement_without_source(subject: Subject) -> Iterator[Finding]:
    """Report statements in a file that has no source.

    Why: a statement is made somewhere; without source and date nobody can look it up. A file without source is a codebook.

    Bad:   `statements:` in a file without `source:`
    Good:  `source: {title: Interview with the minister, date: 2025-12-10}`
    """
    for document in subject.corpus.documents:
        if document.model.source is None and document.model.statements:
            yield Finding(
                document.place("statements", key=True), "statements need a source", "add `source:` with at least a `title`"
            )
