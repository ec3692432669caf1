"""What of a graph is compared: one reading of each source, what bears on some questions, what was said in a period."""

from collections.abc import Collection
from dataclasses import dataclass

from argmap.comparison.record.readings import ReadSource, annotators_of, chosen_files, read_sources
from argmap.comparison.record.statements import Record, record
from argmap.comparison.request import ComparisonError, Note, NoteKind, Request
from argmap.diagnostics import did_you_mean
from argmap.graph import Graph
from argmap.selection import Selection, selected


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What of a graph is compared."""

    sources: tuple[ReadSource, ...]
    """With all readings of each."""
    files: frozenset[str]
    """The ids of the sources whose reading is taken."""
    nodes: Collection[str]
    """Claims and arguments that are looked at."""
    record: Record
    notes: tuple[Note, ...]
    """On what was left out."""


def scope_of(graph: Graph, request: Request) -> Scope:
    """Return what of a graph a request asks for.

    Raises:
        ComparisonError: no annotator or no question is called so.
    """
    sources = read_sources(graph)
    if request.annotator is not None:
        _check_known("annotator", request.annotator, [name for name in annotators_of(sources) if name])
    for question in request.questions:
        _check_known("question", question, graph.questions)
    files = chosen_files(sources, request.annotator)
    nodes = _nodes(graph, files, request.questions)
    said = record(graph, files, nodes, request)
    notes = list(_readings_left_out(sources, files))
    if said.left_out:
        notes.append(Note(kind=NoteKind.UNDATED, number=said.left_out))
    return Scope(sources=sources, files=files, nodes=nodes, record=said, notes=tuple(notes))


def _check_known(noun: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        near = did_you_mean(name, known)
        hint = f"Did you mean {near!r}?" if near else f"There {'is' if len(known) == 1 else 'are'} {', '.join(known) or 'none'}."
        raise ComparisonError(f"Unknown {noun} {name!r}. {hint}")


def _nodes(graph: Graph, files: frozenset[str], questions: tuple[str, ...]) -> Collection[str]:
    """Claims and arguments of codebooks and of the readings that are taken, narrowed to what bears on some questions."""
    read = {
        node
        for entries in (graph.claims, graph.arguments)
        for node, entry in entries.items()
        if entry.file in files or entry.file not in graph.sources
    }
    return read & selected(graph, Selection(questions=questions)) if questions else read


def _readings_left_out(sources: Collection[ReadSource], files: frozenset[str]) -> list[Note]:
    """One note for each choice among annotators that was made, with the sources for which it was."""
    choices: dict[tuple[str, ...], list[str]] = {}
    for source in sources:
        if len(source.readings) > 1:
            taken = next(reading.annotator for reading in source.readings if files.issuperset(reading.files))
            left = (reading.annotator for reading in source.readings if reading.annotator != taken)
            choices.setdefault((taken, *left), []).append(source.id)
    return [Note(kind=NoteKind.ANNOTATORS, names=names, about=tuple(about), number=len(about)) for names, about in choices.items()]
