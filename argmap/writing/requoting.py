"""Quotes put right in the YAML they stand in: only the scalars that change are rewritten, everything else is kept byte for byte."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.anchoring import Anchor, Way
from argmap.graph import Graph, Statement
from argmap.provenance import Provenance
from argmap.reading.document import Document
from argmap.writing.scalars import one_line, one_line_in_brackets


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
    spans = [(document.span("statements", one.statement.position, "quote", one.row, "exact"), one.words) for one in wanted]
    for (start, end), words in sorted(spans, reverse=True):
        text = text[:start] + _scalar(text[start:end], words) + text[end:]
    return text


def _scalar(written: str, words: str) -> str:
    """The words in the quotes that the old ones stood in, where these can hold them; plain where the old ones were, if that is safe anywhere."""
    if written.startswith("'") and words.isprintable():
        return "'{}'".format(words.replace("'", "''"))
    if written.startswith('"') and words.isprintable():
        return '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
    if written.startswith(("|", ">")):
        return one_line(words) + "\n" * (len(written) - len(written.rstrip("\n")))
    return one_line_in_brackets(words)
