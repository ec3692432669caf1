"""Quotes put right in the YAML they stand in: only the scalars that change are rewritten, everything else is kept byte for byte."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from argmap.anchoring.finding import find_quote
from argmap.anchoring.normalising import IndexedText, index_text, visible
from argmap.anchoring.outcomes import Anchor, Way
from argmap.graph import Graph, Statement
from argmap.provenance import Provenance
from argmap.reading.document import Document
from argmap.reading.syntax import UNPRINTABLE
from argmap.writing.scalars import one_line, one_line_in_brackets

_BLOCK_COMMENT: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
"""A comment behind the sign that begins a block of lines."""
_DIVIDED: Final = re.compile(r"(?<!\w)(\w+)([-\u00ad\u2010])[ \t]*\r?\n\s*(\w+)")
"""A word that a line end divides, or two that a hyphen joins: only whoever reads can tell."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A quote that is not the words of its text, and the words that are."""

    statement: Statement
    row: int
    """Which of the statement's quotes."""
    written: str
    words: str


def corrections(graph: Graph, provenance: Provenance) -> Iterator[Correction]:
    """Yield every quote whose place is certain and whose words are not those of the text.

    White space apart, what nobody sees, and how words are divided at line ends. A quote that would have another place by the
    words of the text, or none, is left as it is.
    """
    indexed: dict[str, IndexedText] = {}
    for statement in graph.statements.values():
        for row, outcome in enumerate(provenance.anchors.get(statement.id, ())):
            if isinstance(outcome, Anchor) and outcome.way is not Way.EXACT:
                quote, text = statement.quotes[row], provenance.texts[statement.source].text
                passage = text[outcome.start : outcome.end]
                words = _words(_undivided(passage, quote.exact) if outcome.way is Way.APPROXIMATE else passage)
                if visible(words) == visible(quote.exact):
                    continue
                if statement.source not in indexed:
                    indexed[statement.source] = index_text(text)
                found = find_quote(indexed[statement.source], replace(quote, exact=words))
                if isinstance(found, Anchor) and (found.start, found.end) == (outcome.start, outcome.end):
                    yield Correction(statement, row, quote.exact, words)


def _words(passage: str) -> str:
    """The words of a passage on one line, without characters that YAML does not allow."""
    return UNPRINTABLE.sub("", " ".join(passage.split()))


def _undivided(passage: str, written: str) -> str:
    """A passage whose words are divided at line ends only where they are so in the quote."""
    in_quote = " ".join(written.split())

    def joined(match: re.Match[str]) -> str:
        first, hyphen, second = match.groups()
        ways = (f"{first}{hyphen} {second}", f"{first}{second}", f"{first}{hyphen}{second}")
        return next((way for way in ways if way in in_quote), match[0])

    return _DIVIDED.sub(joined, passage)


def corrected(document: Document, wanted: Iterable[Correction]) -> str:
    """Return the text of a document with some of its quotes put right."""
    text = document.file.text
    changes = []
    for one in wanted:
        start, end = _span(document, one)
        bracketed = any(text[document.span(*path)[0]] in "[{" for path in (_path(one)[:2], _path(one), (*_path(one), one.row)))
        # A block counts the empty lines behind it as its own.
        end = start + len(text[start:end].rstrip())
        changes.append((start, end, _scalar(text[start:end], one.words, bracketed=bracketed)))
    for start, end, scalar in sorted(changes, reverse=True):
        text = text[:start] + scalar + text[end:]
    return text


def _span(document: Document, one: Correction) -> tuple[int, int]:
    """Where the words of a quote stand: in a mapping that is the only quote, in one of a list, or as a bare text."""
    whole = document.span(*_path(one))
    only = document.span(*_path(one), "exact")
    return only if only != whole else document.span(*_path(one), one.row, "exact")


def _path(one: Correction) -> tuple[str, int, str]:
    return ("statements", one.statement.position, "quote")


def _scalar(written: str, words: str, *, bracketed: bool) -> str:
    """The words in the quotation marks of the old ones where these can hold them, else as is safe where they stand."""
    if written.startswith("'") and words.isprintable():
        return "'{}'".format(words.replace("'", "''"))
    if written.startswith('"') and words.isprintable():
        return '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
    comment = _BLOCK_COMMENT.match(written)
    return f"{one_line_in_brackets(words) if bracketed else one_line(words)}{comment[1] if comment else ''}"
