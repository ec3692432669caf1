"""Of each source one annotator's reading is taken, never the sum of several."""

from dataclasses import replace

from argmap.comparison.comparing import compare
from argmap.comparison.record.readings import annotators_of, chosen_files, read_sources
from argmap.comparison.request import NoteKind, Request
from argmap.graph import Graph
from tests.comparison.debates import debate, said

TWICE = debate(
    said("x", "+a", annotator="boris"),
    said("x", "+a", annotator="anna"),
    said("y", "-a", annotator="anna"),
    said("y", "-a", "2025-02", annotator="boris"),
)


def test_files_with_one_id_are_readings_of_one_source() -> None:
    found = [(source.id, [one.annotator for one in source.readings]) for source in read_sources(TWICE)]
    assert found == [("news-2025-01-01", ["anna", "boris"]), ("news-2025-02", ["boris"])]


def test_files_with_one_fingerprint_are_readings_of_one_source() -> None:
    graph = debate(said("x", "+a", source="one"), said("x", "+a", source="other"), said("x", "+a", source="third"))
    sources = {name: replace(source, sha256="0" * 64 if "third" not in name else None) for name, source in graph.sources.items()}
    found = read_sources(replace(graph, sources=sources))
    assert [[file for one in source.readings for file in one.files] for source in found] == [
        ["one-2025-01-01", "other-2025-01-01"],
        ["third-2025-01-01"],
    ]


def test_the_first_reading_in_canonical_order_is_taken() -> None:
    assert chosen_files(read_sources(TWICE), None) == {"news-2025-01-01@anna", "news-2025-02@boris"}


def test_another_annotator_can_be_asked_for_and_counts_where_he_read() -> None:
    assert chosen_files(read_sources(TWICE), "boris") == {"news-2025-01-01@boris", "news-2025-02@boris"}


def test_all_files_of_one_annotator_are_one_reading() -> None:
    graph = debate(said("x", "+a", source="one"), said("x", "+a", source="two"))
    sources = {name: replace(source, sha256="0" * 64) for name, source in graph.sources.items()}
    (source,) = read_sources(replace(graph, sources=sources))
    assert [one.files for one in source.readings] == [("one-2025-01-01", "two-2025-01-01")]


def test_what_two_annotators_read_is_never_added_up() -> None:
    def count(graph: Graph, annotator: str | None) -> int:
        return sum(position.counts.total for position in compare(graph, Request(annotator=annotator)).positions.values())

    assert count(TWICE, None) == 3
    assert count(TWICE, "boris") == 2


def test_a_note_says_whose_reading_was_taken() -> None:
    (note,) = (note for note in compare(TWICE).notes if note.kind is NoteKind.ANNOTATORS)
    assert (note.names, note.about, note.number) == (("anna", "boris"), ("news-2025-01-01",), 1)


def test_annotators_are_known_by_name() -> None:
    assert dict(annotators_of(read_sources(TWICE))) == {"anna": None, "boris": None}
