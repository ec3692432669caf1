"""Statement tables: columns told and guessed, stances in words and numbers, spreadsheets."""

import csv
import io
from pathlib import Path

import pytest

from argmap.api import load
from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.exchange.sizing import Size
from argmap.exchange.stances import WORDS, stance_in_words
from argmap.formats.tables import cells, documents, reading, writing
from argmap.formats.tables.agreement import scale_of
from argmap.formats.tables.formats import CSV
from argmap.model import AnnotationFile
from argmap.words import Stance
from tests.formats.corpora import ROOT
from tests.formats.roundtrips import loaded, read, write

HEAD = "document,date,person,organization,concept,agreement,text\n"


def files_of(table: str, **columns: str) -> dict[str, AnnotationFile]:
    return dict(read(CSV, {"table.csv": table.encode()}, ReadOptions(language="en", columns=columns)).files)


def stances_of(*agreements: str) -> list[str]:
    rows = "".join(f'd,,P{number},,c,"{agreement}",\n' for number, agreement in enumerate(agreements))
    (file,) = files_of(HEAD + rows).values()
    return [statement.stance.value for statement in file.statements]


@pytest.mark.parametrize(
    ("agreements", "stances"),
    [
        (("1", "0"), ["for", "against"]),
        (("yes", "No", "TRUE", "false"), ["for", "against", "for", "against"]),
        (("-1", "0", "+1"), ["against", "neutral", "for"]),
        (("−2", "0,0", "1.5"), ["against", "neutral", "for"]),
        (("1", "5", "3", "2,5"), ["against", "for", "neutral", "against"]),
        (("7", "4", "5", "1"), ["for", "neutral", "for", "against"]),
        (("1", "2", "3", "4", "no"), ["against"]),
        (("for", "against", "mixed", "neutral"), ["for", "against", "mixed", "neutral"]),
        (("agree", "да", "nein"), ["for", "for", "against"]),
        (("dafür", "lehnt ab", "Stimme eher  nicht zu", "teils/teils"), ["for", "against", "against", "mixed"]),
        (("поддерживает", "НЕ согласна", "скорее против", "воздержался"), ["for", "against", "against", "neutral"]),
        (("d’accord", "ne soutient pas", "à peine", "neutre"), ["for", "against", "neutral"]),
        (("de acuerdo", "no está de acuerdo", "en contra", "ni a favor ni en contra"), ["for", "against", "against", "neutral"]),
        (("in favour", "strongly disagree", "does not support", "not against"), ["for", "against", "against"]),
        (("+", "−", "✓", "✗", "±"), ["for", "against", "for", "against", "mixed"]),
    ],
)
def test_agreement_is_told_in_numbers_and_words(agreements: tuple[str, ...], stances: list[str]) -> None:
    assert stances_of(*agreements) == stances


@pytest.mark.parametrize("numbers", [("1", "5", "99"), ("0", "1", "2"), ("-9", "1", "0"), ("1", "2", "3", "4"), ("2", "2")])
def test_numbers_on_no_scale_that_is_known_are_not_guessed_at(numbers: tuple[str, ...]) -> None:
    with pytest.raises(FormatError, match=f"none of its {len(numbers)} rows became a statement: {len(numbers)} × rows whose agree"):
        stances_of(*numbers)


def test_a_table_of_which_no_row_can_be_read_is_an_error_and_others_are_read() -> None:
    imported = read(
        CSV, {"a.csv": f"{HEAD}d,,P,,c,1,\n".encode(), "b.csv": f"{HEAD}d,,P,,c,hm,\nd,,,,c,1,\n".encode(), "c.csv": HEAD.encode()}
    )
    assert list(imported.files) == ["d.yaml"]
    (fault,) = imported.faults
    assert str(fault).startswith("b.csv: none of its 2 rows became a statement: 1 × rows whose agreement is not understood")
    assert ": 'hm'; 1 × rows without a person or organization: 'c' (if it stands in another column, say in which: " in str(fault)
    assert str(fault).endswith("--column agreement=NAME --column person=NAME)")


def test_no_word_tells_two_stances() -> None:
    words = [word.replace("ё", "е") for told in WORDS.values() for some in told.values() for word in some.split(", ")]
    stances = {
        word: {stance for stance, told in WORDS.items() if any(word in some.split(", ") for some in told.values())}
        for word in words
    }
    assert [word for word, told in stances.items() if len(told) > 1] == []
    assert all(len({stance_in_words(word.upper())} & told) == 1 for word, told in stances.items())


@pytest.mark.parametrize(
    "words", ["not fully agree", "nicht ganz einverstanden", "не вполне согласен", "no está totalmente de acuerdo"]
)
def test_who_is_not_quite_for_is_not_taken_for_one_who_is_against(words: str) -> None:
    assert stance_in_words(words) is None


@pytest.mark.parametrize("words", ["pas du tout d'accord", "überhaupt nicht einverstanden", "совершенно не согласен"])
def test_who_is_not_for_at_all_is_against(words: str) -> None:
    assert stance_in_words(words) is Stance.AGAINST


def test_a_column_without_numbers_is_on_no_scale() -> None:
    assert scale_of(["yes", "no"]) is None


def test_how_strongly_someone_agrees_and_what_is_not_understood_are_told_with_the_words_that_are() -> None:
    report = read(CSV, {"x.csv": f"{HEAD}d,,P,,c,strongly agree,\nd,,Q,,c,unclear,\n".encode()}).report
    lost = {item.what: item.examples for item in report.of(Outcome.LOST)}
    assert lost == {documents.DEGREES: ("strongly agree",), documents.NO_STANCE: ("unclear",)}
    assert "mixed, neutral" in CSV.keeps


def test_a_scale_is_told_with_its_middle_and_what_is_not_kept_of_it() -> None:
    rows = "".join(f"d,,P{number},,c,{number},\n" for number in range(1, 6))
    report = read(CSV, {"x.csv": f"{HEAD}{rows}".encode()}).report
    changed = {item.what: (item.number, item.examples) for item in report.of(Outcome.CHANGED)}
    assert changed == {documents.ON_A_SCALE: (5, ("1 to 5: above 3 for, below it against",))}
    assert [(item.number, item.examples) for item in report.of(Outcome.LOST)] == [(4, ("1", "2", "4"))]
    plain = read(CSV, {"x.csv": f"{HEAD}d,,P,,c,1,\nd,,Q,,c,0,\nd,,R,,c,-1,\n".encode()}).report
    assert (plain.of(Outcome.CHANGED), plain.of(Outcome.LOST)) == ((), ())


def test_what_is_no_statement_is_counted() -> None:
    table = f"{HEAD}d,,P,,c,perhaps,\nd,,,,c,1,\nd,,P,,,1,\nd,yesterday,P,,c,1,\nd,2020,P,,e,0,\n"
    report = read(CSV, {"x.csv": table.encode()}).report
    lost = (documents.NO_STANCE, documents.NO_SPEAKER, documents.NO_CONCEPT, reading.NO_DATE, documents.DIFFERENT)
    assert [report.number(Outcome.LOST, what) for what in lost] == [1, 1, 1, 1, 1]


def test_several_documents_share_a_codebook_and_a_person_may_speak_for_another_organization() -> None:
    files = files_of(f"{HEAD}one,2020,Olga,Union,c,1,\ntwo,2021,Olga,Council,c,0,\n")
    assert list(files) == ["codebook.yaml", "one.yaml", "two.yaml"]
    assert files["codebook.yaml"].actors["olga"].affiliation == "union"
    assert [(files[name].statements[0].affiliation, files[name].include) for name in ("one.yaml", "two.yaml")] == [
        (None, ("codebook.yaml",)),
        ("council", ("codebook.yaml",)),
    ]


def test_without_documents_days_tell_sources_apart() -> None:
    files = files_of("date,person,concept\n2020-01-01,P,c\n2020-01-02,P,c\n2020-01-02,Q,c\n")
    assert [len(file.statements) for file in files.values() if file.source] == [1, 2]


def test_columns_can_be_told() -> None:
    (file,) = files_of("Wer;Was;Wie\nOlga;c;ja\n", person="Wer", concept="Was", agreement="Wie").values()
    assert file.statements[0].by == ("olga",)


@pytest.mark.parametrize(
    ("table", "columns", "message"),
    [
        ("a,b\n1,2\n", {}, "there is no column of the concept"),
        ("concept,b\n1,2\n", {}, "there is no column of the person or organization"),
        (HEAD, {"speaker": "person"}, "'speaker' is no role of a column"),
        (HEAD, {"person": "persn"}, "did you mean 'person'"),
        ("", {}, "there is nothing in it"),
        ('concept,person\n"' + "x" * 200_000, {}, "this is no table"),
    ],
)
def test_a_table_that_cannot_be_read_is_a_clear_error(table: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(FormatError, match=message):
        files_of(table, **columns)


@pytest.mark.parametrize(
    ("head", "row", "most"),
    [
        ("person,concept", "p,c", 1),
        ("person,concept,text", "p,c,words", 3),
        ("person,concept,document", "p,c,{}", 17),
        (f"person,concept{',x{}' * 10}".format(*range(10)), f"p,c{',1' * 10}", 5),
    ],
)
def test_rows_count_with_their_quotes_documents_and_other_columns(head: str, row: str, most: int) -> None:
    table = f"{head}\n{row.format(1)}\n{row.format(2)}\n".encode()
    assert CSV.read is not None
    assert CSV.read({"x.csv": table}, ReadOptions(most=max(50, most))).files
    with pytest.raises(FormatError, match=f"more than {most} entries"):
        CSV.read({"x.csv": table}, ReadOptions(most=most))


def test_the_rows_of_all_files_count_together() -> None:
    files = {f"{name}.csv": b"person,concept\n" + b"\n".join([b"p,"] * 9 + [b"p,c"]) for name in "ab"}
    assert CSV.read is not None
    assert len(CSV.read(files, ReadOptions(most=30)).faults) == 0
    assert len(CSV.read(files, ReadOptions(most=15)).faults) == 1


def test_cells_that_a_spreadsheet_would_take_for_formulas_are_made_harmless_and_come_back() -> None:
    rows = [["=SUM(A1)", "+1 cmd", "@x", "-5", "'=x", "- so", "plain"]]
    text = cells.text_of(rows, ",")
    assert next(csv.reader(io.StringIO(text))) == ["'=SUM(A1)", "'+1 cmd", "'@x", "-5", "''=x", "'- so", "plain"]
    assert list(map(list, cells.rows_of(text, ",", "x", Size(100)))) == rows


def test_places_of_quotes_are_written_where_the_text_is_there() -> None:
    annotated = load(ROOT / "annotations" / "car-free-centre" / "plan-announced.yaml")
    (data,) = write(CSV, annotated).files.values()
    text = Path(ROOT / "annotations" / "car-free-centre" / "plan-announced.txt").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(io.StringIO(data.decode())) if row["start"] and "[…]" not in row["text"]]
    assert len(rows) > 20
    assert all(text[int(row["start"]) : int(row["stop"])].lstrip("'") == row["text"].lstrip("'") for row in rows)


def test_a_whole_corpus_comes_to_rest_and_loses_no_stance() -> None:
    first = load(ROOT / "annotations" / "car-free-centre")
    once = write(CSV, first)
    again = loaded(read(CSV, once.files))
    assert write(CSV, again).files == once.files
    spoken = {
        (first.graph.actors[actor].name[next(iter(first.graph.actors[actor].name))], one.stance)
        for one in first.graph.statements.values()
        for actor in one.actors
        if one.target_kind != "argument"
    }
    assert {stance for _, stance in spoken} == {one.stance for one in again.graph.statements.values()}
    assert len(again.graph.sources) == len(first.graph.sources)
    assert once.report.number(Outcome.CHANGED, writing.JOINT) == sum(
        len(one.actors) > 1 for one in first.graph.statements.values() if one.target_kind != "argument"
    )
