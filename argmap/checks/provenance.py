"""Checks of provenance (AM3xx): every quote stands in the text it is said to come from."""

from collections.abc import Iterator

from argmap.anchoring.outcomes import Ambiguous, Anchor, Missing, Outcome, Way
from argmap.checks.subject import Subject
from argmap.diagnostics import Finding, Place, TextFile
from argmap.graph import Statement

_SHOWN = 60


def _outcomes(subject: Subject) -> Iterator[tuple[Statement, int, TextFile, Outcome]]:
    """Every quote that was looked for: its statement, its row there, the text, and what became of it."""
    for statement in subject.graph.statements.values():
        outcomes = subject.provenance.anchors.get(statement.id, ())
        for row, outcome in enumerate(outcomes):
            yield statement, row, subject.provenance.texts[statement.source], outcome


def _at(subject: Subject, statement: Statement, row: int) -> Place:
    return subject.place(statement, "quote", row)


def _difference(words: str, found: str) -> str:
    from argmap.anchoring import difference  # needed for faulty quotes alone

    return difference(words, found)


def _brief(words: str) -> str:
    one_line = " ".join(words.split())
    return repr(one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…")


def quote_not_found(subject: Subject) -> Iterator[Finding]:
    """Report a quote that does not stand in the text.

    Why: the words are the proof; without them a statement is hearsay.

    Bad:   `quote: in the role of a catcher-up`, where the text says something else
    Good:  words copied from the text
    """
    for statement, row, text, outcome in _outcomes(subject):
        if isinstance(outcome, Missing):
            words = statement.quotes[row].exact
            hint = "copy the words from the text"
            if outcome.nearest is not None:
                found = text.text[outcome.nearest.start : outcome.nearest.end]
                line = text.place(outcome.nearest.start, outcome.nearest.end).line
                hint = f"nearest is line {line} of {text.name!r}: {_difference(words, found)}"
            yield Finding(_at(subject, statement, row), f"the quote {_brief(words)} is not in {text.name!r}", hint)


def quote_ambiguous(subject: Subject) -> Iterator[Finding]:
    """Report a quote that stands in the text more than once.

    Why: nobody could tell which passage is meant. Some words before or after it settle that.

    Bad:   `quote: Central Asia`
    Good:  `quote: {exact: Central Asia, prefix: 'enter ', suffix: ' this year'}`
    """
    for statement, row, text, outcome in _outcomes(subject):
        if isinstance(outcome, Ambiguous):
            lines = sorted({text.place(start, end).line for start, end in outcome.places})
            where = f"lines {', '.join(map(str, lines[:8]))}" if len(lines) > 1 else f"line {lines[0]}, {len(outcome.places)} times"
            hint = "quote more words, or add what stands before or after it: {exact: …, prefix: …, suffix: …}"
            yield Finding(
                _at(subject, statement, row),
                f"the quote {_brief(statement.quotes[row].exact)} stands in {text.name!r} more than once: {where}",
                hint,
            )


def quote_approximate(subject: Subject) -> Iterator[Finding]:
    """Report a quote that is found only nearly in the words of the text.

    Why: it is shown at the place found, but a reader who looks it up will see other words.

    Bad:   a quote typed from memory
    Good:  the words of the text, which the hint shows
    """
    for statement, row, text, outcome in _outcomes(subject):
        if isinstance(outcome, Anchor) and outcome.way is Way.APPROXIMATE:
            words = statement.quotes[row].exact
            found = text.text[outcome.start : outcome.end]
            place = text.place(outcome.start, outcome.end)
            message = f"the quote {_brief(words)} is not word for word in {text.name!r}"
            yield Finding(
                _at(subject, statement, row),
                message,
                f"line {place.line} has: {_difference(words, found)}; `argmap anchors --fix` puts it right",
            )


def look_alike_letters(subject: Subject) -> Iterator[Finding]:
    """Say that quote and text spell the same words with letters of different scripts.

    Why: a Cyrillic С and a Latin C look alike; a search for one does not find the other.

    Bad:   `quote: C5+1` with a Latin C, where the text has a Cyrillic one
    Good:  the words copied from the text
    """
    for statement, row, text, outcome in _outcomes(subject):
        if isinstance(outcome, Anchor) and outcome.lookalikes:
            words = _brief(statement.quotes[row].exact)
            message = f"the quote {words} and {text.name!r} use letters of different scripts that look alike"
            hint = "copy the words from the text, or let `argmap anchors --fix` do it"
            yield Finding(_at(subject, statement, row), message, hint)


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
