"""Statements → places in the texts of their sources, as REFI-QDA tells them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.anchoring import Anchor
from argmap.exchange.decoding import cleaned_with_places
from argmap.graph import Graph, Source, Statement
from argmap.provenance import Provenance
from argmap.reading.syntax import UNPRINTABLE


class Said(NamedTuple):
    """A statement at one place; 0 to 0 where it has none."""

    start: int
    end: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A source, whoever annotated it, with its text, and its statements in the order of the text."""

    sources: tuple[Source, ...]
    """One for each annotator."""
    text: str
    """Where it is not at hand, a list of the quotes, a line each."""
    has_text: bool
    said: tuple[Said, ...]


def place_statements(graph: Graph, provenance: Provenance) -> list[Placed]:
    """Return the sources with the places of what is said about claims in them; of statements that are alike, the first."""
    groups: dict[str, list[Source]] = {}
    for source in graph.sources.values():
        groups.setdefault(source.id.partition("@")[0], []).append(source)
    by_source: dict[str, list[Statement]] = {}
    for statement in graph.statements.values():
        if statement.target_kind != "argument":
            by_source.setdefault(statement.source, []).append(statement)
    placed = []
    for sources in groups.values():
        statements = [statement for source in sources for statement in by_source.get(source.id, ())]
        texts = [provenance.texts[source.id].text for source in sources if source.id in provenance.texts]
        if texts:
            text, place = cleaned_with_places(texts[0])
            said = [one for statement in statements for one in _found(statement, provenance, place)]
        else:
            text, said = _listed(statements)
        said.sort(key=lambda one: (one.start, one.end))
        placed.append(Placed(tuple(sources), text, bool(texts), tuple(_unlike(said))))
    return placed


def _found(statement: Statement, provenance: Provenance, place: Callable[[int], int]) -> Iterator[Said]:
    """The places of the quotes of a statement; none where there is no quote, or it is not in the text."""
    outcomes = provenance.anchors.get(statement.id, ())
    anchors = [outcome for outcome in outcomes if isinstance(outcome, Anchor)]
    for anchor in anchors:
        yield Said(place(anchor.start), place(anchor.end), statement)
    if len(anchors) < len(statement.quotes) or not anchors:
        yield Said(0, 0, statement)


def _listed(statements: Sequence[Statement]) -> tuple[str, list[Said]]:
    """A text of all quotes, a line each, and their places in it."""
    lines: list[str] = []
    said: list[Said] = []
    start = 0
    for statement in statements:
        for quote in statement.quotes:
            line = " ".join(UNPRINTABLE.sub("", quote.exact).split())
            said.append(Said(start, start + len(line), statement))
            lines.append(f"{line}\n")
            start += len(line) + 1
        if not statement.quotes:
            said.append(Said(0, 0, statement))
    return "".join(lines), said


def _unlike(said: Iterable[Said]) -> Iterator[Said]:
    seen: set[object] = set()
    for one in said:
        note = one.statement.note
        told = (frozenset(one.statement.actors), one.statement.target, one.statement.stance, tuple(note.items()) if note else ())
        identity = (one.start, one.end, one.statement.source, *told)
        if identity not in seen:
            seen.add(identity)
            yield one
