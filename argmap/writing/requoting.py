"""Quotes put right in the YAML they stand in: only the scalars that change are rewritten, everything else is kept byte for byte."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from argmap.anchoring.outcomes import Anchor, Way
from argmap.graph import Graph, Statement
from argmap.provenance import Provenance
from argmap.reading.document import Document
from argmap.writing.scalars import one_line, one_line_in_brackets

_BLOCK_COMMENT: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
"""A comment behind the sign that begins a block of lines."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A quote that is not the words of its text, and the words that are."""

    statement: Statement
    row: int
    """Which of the statement's quotes."""
    written: str
    words: str


def corrections(graph: Graph, provenance: Provenance) -> Iterator[Correction]:
    """Yield every quote whose place is certain and whose words are not those of the text, white space apart."""
    for statement in graph.statements.values():
        for row, outcome in enumerate(provenance.anchors.get(statement.id, ())):
            if isinstance(outcome, Anchor) and outcome.way is not Way.EXACT:
                written = statement.quotes[row].exact
                words = " ".join(provenance.texts[statement.source].text[outcome.start : outcome.end].split())
                if words != " ".join(written.split()):
                    yield Correction(statement, row, written, words)


def corrected(document: Document, wanted: Iterable[Correction]) -> str:
    """Return the text of a document with some of its quotes put right."""
    text = document.file.text
    changes = []
    for one in wanted:
        start, end = document.span(*_path(one), one.row, "exact")
        bracketed = any(text[document.span(*path)[0]] in "[{" for path in (_path(one)[:2], _path(one), (*_path(one), one.row)))
        # A block counts the empty lines behind it as its own.
        end = start + len(text[start:end].rstrip())
        changes.append((start, end, _scalar(text[start:end], one.words, bracketed=bracketed)))
    for start, end, scalar in sorted(changes, reverse=True):
        text = text[:start] + scalar + text[end:]
    return text


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
