"""DNA's databases: both versions say the same, places become quotes, hostile files do no harm."""

import pytest

from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.dna import reading as dna
from argmap.formats.dna.format import FORMAT
from argmap.formats.tables import documents, reading
from argmap.model import AnnotationFile
from tests.formats.databases import SAID, TEXT, database
from tests.formats.roundtrips import errors, loaded, read

VERSIONS = (2, 3)


def files_of(data: bytes, **columns: str) -> dict[str, AnnotationFile]:
    return dict(read(FORMAT, {"project.dna": data}, ReadOptions(language="en", columns=columns)).files)


def test_both_versions_say_the_same() -> None:
    second, third = (files_of(database(version)) for version in VERSIONS)
    assert second == third


@pytest.mark.parametrize("version", VERSIONS)
def test_every_quote_is_found_where_dna_has_it_behind_a_wide_character_too(version: int) -> None:
    imported = read(FORMAT, {"project.dna": database(version)})
    annotated = loaded(imported)
    assert errors(annotated) == []
    assert (annotated.provenance.searched, annotated.provenance.found) == (3, 3)
    assert [statement.quotes[0].exact for statement in annotated.graph.statements.values()] == [said[4] for said in SAID]
    assert imported.texts == {"a-cap-or-not.txt": TEXT.replace("\r\n", "\n")}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_coders_of_a_document_have_a_file_each_for_one_source(version: int) -> None:
    annotated = loaded(read(FORMAT, {"project.dna": database(version)}))
    assert {source.annotator.name for source in annotated.graph.sources.values() if source.annotator} == {"Admin", "Second"}
    assert {source.text_file for source in annotated.graph.sources.values()} == {"a-cap-or-not.txt"}


def test_documents_of_two_databases_with_one_title_and_two_texts_are_two() -> None:
    first = database(3, extra=["DELETE FROM STATEMENTS WHERE Coder = 2"])
    second = database(3, extra=["DELETE FROM STATEMENTS WHERE Coder = 1", "UPDATE DOCUMENTS SET Text = Text || ' More.'"])
    texts = read(FORMAT, {"a.dna": first, "b.dna": second}).texts
    assert sorted(texts.values()) == [TEXT.replace("\r\n", "\n"), TEXT.replace("\r\n", "\n") + " More."]


def test_a_database_of_one_coder_names_no_annotator() -> None:
    only = database(3, extra=["DELETE FROM CODERS WHERE ID = 2"])
    assert {file.annotator for file in files_of(only).values()} == {None}


def test_midnight_in_berlin_is_the_day_that_begins() -> None:
    report = read(FORMAT, {"project.dna": database(2)}).report
    assert report.number(Outcome.CHANGED, dna.MIDNIGHTS) == 2
    (source,) = {file.source.date for file in files_of(database(2)).values() if file.source}
    assert source == "2013-04-18"


def test_variables_with_other_names_can_be_told() -> None:
    renamed = database(3, extra=["UPDATE VARIABLES SET Variable = 'Figur' WHERE ID = 1", "DELETE FROM CODERS WHERE ID = 2"])
    assert files_of(renamed)["a-cap-or-not.yaml"].statements[0].by == ("tenants-union",)
    assert files_of(renamed, person="Figur")["a-cap-or-not.yaml"].statements[0].by == ("olga-berg",)


@pytest.mark.parametrize(
    ("extra", "outcome", "what", "number"),
    [
        ("UPDATE STATEMENTS SET Stop = 100000 WHERE ID = 1", Outcome.CHANGED, reading.NO_PLACE, 1),
        ("UPDATE STATEMENTS SET DocumentId = 99 WHERE ID = 1", Outcome.LOST, dna.NO_DOCUMENT, 1),
        ("UPDATE STATEMENTS SET StatementTypeId = 99 WHERE ID = 1", Outcome.LOST, dna.OTHER_TYPES, 1),
        ("UPDATE DATABOOLEAN SET Value = NULL WHERE StatementId = 1", Outcome.LOST, documents.NO_STANCE, 1),
        ("UPDATE VARIABLES SET Variable = 'weight' WHERE Variable = 'agreement'", Outcome.CHANGED, documents.ALL_FOR, 3),
        ("INSERT INTO REGEXES(Label) VALUES ('rent')", Outcome.LOST, dna.PATTERNS, 1),
        ("INSERT INTO STATEMENTLINKS VALUES (1, 1, 2)", Outcome.LOST, dna.LINKS, 1),
        ("CREATE TABLE ENTITYTAGS AS SELECT 1 AS ID, 'old' AS Tag", Outcome.LOST, dna.TAGS, 1),
        ("CREATE TABLE ENTITIES AS SELECT 1 AS ID, 'x' AS Value, 2 AS ChildOf", Outcome.LOST, dna.PARENTS, 1),
        ("UPDATE DOCUMENTS SET Title = 'x'", Outcome.LOST, dna.WITHOUT_STATEMENTS, 1),
    ],
)
def test_what_is_not_kept_is_counted(extra: str, outcome: Outcome, what: str, number: int) -> None:
    assert read(FORMAT, {"project.dna": database(2, extra=[extra])}).report.number(outcome, what) == number


def test_notes_and_tags_of_documents_are_kept_with_the_source() -> None:
    tags = "CREATE TABLE DOCUMENTTAGS(ID INTEGER PRIMARY KEY, Tag TEXT, DocumentId INTEGER)"
    filled = "INSERT INTO DOCUMENTTAGS(Tag, DocumentId) VALUES ('key', 1), ('key', 1), ('second', 1), ('other', 2)"
    note = "UPDATE DOCUMENTS SET Notes = 'from the archive\n\npage 3' WHERE ID = 1"
    sources = [file.source for file in files_of(database(3, extra=[tags, filled, note])).values() if file.source]
    assert [(one.note, one.tags) for one in sources] == [("from the archive\n\npage 3", ("key", "second"))] * 2


def test_all_actors_and_concepts_of_a_statement_are_kept() -> None:
    extra = [
        "INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (20, 1, 'Ivo Kern'), (21, 2, 'City Council'), (22, 3, 'Build!')",
        "INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (1, 1, 20), (1, 1, 20), (2, 2, 21), (2, 3, 22)",
        "INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (1, 5, 'more')",
    ]
    imported = read(FORMAT, {"project.dna": database(3, extra=extra)}, ReadOptions(language="en"))
    said = [(one.by[0], str(one.claim)) for one in imported.files["a-cap-or-not.yaml"].statements]
    cap, build = "rents-should-be-capped", "build"
    guilds = ("builders-guild", "city-council")
    assert said == [("olga-berg", cap), ("ivo-kern", cap), *((guild, claim) for claim in (cap, build) for guild in guilds)]
    assert imported.files["codebook.yaml"].actors["ivo-kern"].affiliation == "tenants-union"
    assert imported.report.number(Outcome.CHANGED, dna.SEVERAL) == 2


def test_statements_of_actors_and_concepts_without_end_are_refused() -> None:
    actors = _times("INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (1, 1, 'P?')")
    concepts = _times("INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (1, 3, 'C?')")
    with pytest.raises(FormatError, match="which is too much for a file of its size"):
        read(FORMAT, {"project.dna": database(3, extra=[*actors, *concepts])}, ReadOptions(most=2_000))


def test_a_database_without_variables_that_are_understood_is_told_what_to_type() -> None:
    renamed = database(3, extra=["UPDATE VARIABLES SET Variable = 'Thema' WHERE ID = 3"])
    with pytest.raises(FormatError, match=r"--column concept=NAME; there are 'person', 'organization', 'Thema', 'agreement'"):
        files_of(renamed)
    assert files_of(renamed, concept="Thema")


def without(table: str, *then: str) -> bytes:
    return database(3, extra=[f"DROP TABLE {table}", *then])


ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS ID, 'v' AS Variable, 1 AS StatementTypeId FROM n"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no database", "this is no database of DNA 2 or 3"),
        (b"SQLite format 3\0" + b"x" * 2000, "the database cannot be read"),
        (database(3)[:5000], "the database cannot be read"),
        (without("STATEMENTS"), "the table STATEMENTS is missing"),
        (without("VARIABLES", "CREATE TABLE VARIABLES(ID INTEGER)"), "VARIABLES has no column variable"),
        (without("VARIABLES", f"CREATE VIEW VARIABLES AS {ENDLESS}"), "the table VARIABLES is missing"),
    ],
)
def test_a_broken_or_hostile_database_is_a_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(FORMAT, {"x.dna": data})


def test_a_database_in_write_ahead_mode_is_read() -> None:
    data = database(3)
    assert files_of(data[:18] + b"\2\2" + data[20:]) == files_of(data)


@pytest.mark.parametrize(
    "row",
    [
        "INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (?, 1, ?)",
        "INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (?, 1, ?)",
        "INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (1, ?, ?)",
        "INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop) VALUES (?, 1, 1, 0, 1)",
    ],
)
def test_rows_of_a_database_count_also_where_they_become_nothing(row: str) -> None:
    few = ReadOptions(language="en", most=25)
    assert len(read(FORMAT, {"project.dna": database(3)}, few).files) == 3
    with pytest.raises(FormatError, match="which is too much for a file of its size"):
        read(FORMAT, {"project.dna": database(3, extra=_times(row))}, few)


def test_documents_without_statements_are_counted_and_not_kept() -> None:
    extra = _times("INSERT INTO DOCUMENTS(ID, Title, Text, Date) VALUES (?, 'none', 'words', 0)")
    imported = read(FORMAT, {"project.dna": database(3, extra=extra)}, ReadOptions(language="en", most=25))
    assert imported.report.number(Outcome.LOST, dna.WITHOUT_STATEMENTS) == 101


def _times(row: str) -> list[str]:
    """A row a hundred times, each with a number of its own."""
    return [row.replace("?", str(number)) for number in range(10, 110)]
