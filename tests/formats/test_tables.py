"""Statement tables: columns told and guessed, stances in words and numbers, spreadsheets."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from argmap.api import load
from argmap.exchange.contract import Candidate, Format, FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.exchange.sizing import Size
from argmap.exchange.stances import WORDS, stance_in_words
from argmap.exchange.unpacking import packed
from argmap.formats.table import told_format
from argmap.formats.tables import cells, documents, reading, sheets, tidying, writing
from argmap.formats.tables.formats import CSV, TSV, XLSX
from argmap.formats.tables.xlsx.number_formats import Kind, day_of, shown
from argmap.formats.tables.xlsx.reading import sheets_of
from argmap.formats.tables.xlsx.writing import workbook_of
from argmap.model import AnnotationFile
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
    assert str(fault).endswith(
        "(hm); 1 × rows without a person or organization (c) (if it stands in another column, say in which: --column concept=NAME)"
    )


def test_no_word_tells_two_stances() -> None:
    words = [word.replace("ё", "е") for told in WORDS.values() for some in told.values() for word in some.split(", ")]
    stances = {
        word: {stance for stance, told in WORDS.items() if any(word in some.split(", ") for some in told.values())}
        for word in words
    }
    assert [word for word, told in stances.items() if len(told) > 1] == []
    assert all(len({stance_in_words(word.upper())} & told) == 1 for word, told in stances.items())


def test_how_strongly_someone_agrees_and_what_is_not_understood_are_told_with_the_words_that_are() -> None:
    report = read(CSV, {"x.csv": f"{HEAD}d,,P,,c,strongly agree,\nd,,Q,,c,unclear,\n".encode()}).report
    lost = {item.what: item.examples for item in report.of(Outcome.LOST)}
    assert lost == {documents.DEGREES: ("strongly agree",), documents.NO_STANCE: ("unclear",)}
    assert "mixed, neutral" in documents.NO_STANCE


def dates_of(*dates: str) -> tuple[list[str | None], dict[str, tuple[str, ...]]]:
    rows = "".join(f'd{number},"{date}",P,,c,1,\n' for number, date in enumerate(dates))
    imported = read(CSV, {"table.csv": f"{HEAD}{rows}".encode()})
    told = {item.what: item.examples for item in imported.report.items if item.outcome is not Outcome.KEPT}
    return [file.source.date for file in imported.files.values() if file.source], told


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (("4/22/2020", "4/1/2020", "12/31/19"), ["2020-04-22", "2020-04-01", "2019-12-31"]),
        (("22/4/2020", "4/1/2020"), ["2020-04-22", "2020-01-04"]),
        (("1.4.2020", "01/05/2020", "13.03.21"), ["2020-04-01", "2020-05-01", "2021-03-13"]),
        (("April 3, 2020", "3 April 2020", "3. April 2020", "3 апреля 2020 г."), ["2020-04-03"] * 4),
        (("Friday, 3rd of April 2020", "vendredi 3 avril 2020", "3 de abril de 2020", "03-Apr-20"), ["2020-04-03"] * 4),
        (("May 2020", "5 мая 2020", "2020 г.", "1er août 2020, 10:30"), ["2020-05", "2020-05-05", "2020", "2020-08-01"]),
        (("20/04/1999", "4/22/2020", "1.2.2003", "3/4/2020"), ["1999-04-20", "2020-04-22", "2003-02-01", None]),
        (("31 April 2020", "3–5 April 2020", "19-12-31", "last May", "April 3", "3 May 4 2020"), [None] * 6),
    ],
)
def test_dates_are_read_in_the_order_of_their_column_and_in_words(dates: tuple[str, ...], read: list[str | None]) -> None:
    assert dates_of(*dates)[0] == read


def test_dates_that_are_not_certain_are_told_apart_from_those_that_are_none() -> None:
    dates, told = dates_of("4/1/2020", "soon", "1/1/03")
    assert dates == [None, None, "2003-01-01"]
    assert told == {reading.UNCERTAIN_DATE: ("4/1/2020",), reading.NO_DATE: ("soon",), reading.SHORT_YEARS: ("1/1/03",)}


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


def test_a_workbook_of_long_or_countless_texts_is_refused() -> None:
    def data(strings: str) -> bytes:
        parts = {"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": f"<sst>{strings}</sst>"}
        return packed({name: part.encode() for name, part in parts.items()})

    with pytest.raises(FormatError, match="a cell has more than 1,000,000 characters"):
        sheets_of(data(f"<si><t>{'x' * 1_000_001}</t></si>"), "x.xlsx", Size(100_000))
    with pytest.raises(FormatError, match="more than 10 entries"):
        sheets_of(data("<si/>" * 300), "x.xlsx", Size(10))
    with pytest.raises(FormatError, match="more than 10 entries"):
        sheets_of(data(f"<si><t>{'x' * 10_000}</t></si>"), "x.xlsx", Size(10))


def test_the_rows_of_all_files_count_together() -> None:
    files = {f"{name}.csv": b"person,concept\n" + b"\n".join([b"p,"] * 9 + [b"p,c"]) for name in "ab"}
    assert CSV.read is not None
    assert len(CSV.read(files, ReadOptions(most=30)).faults) == 0
    assert len(CSV.read(files, ReadOptions(most=15)).faults) == 1


def test_empty_cells_between_two_of_a_workbook_count() -> None:
    row = '<row><c r="A1"><v>1</v></c><c r="SA1"><v>1</v></c></row>'
    sheet = f"<worksheet><sheetData>{row * 3}</sheetData></worksheet>"
    data = packed({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet.encode()})
    with pytest.raises(FormatError, match="more than 70 entries"):
        sheets_of(data, "x.xlsx", Size(70))


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


def test_a_workbook_as_excel_writes_it_is_read() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><r><t>agree</t></r>'
        '<r><t>ment</t></r></is></c><c r="E1" t="s"><v>3</v></c></row><row r="2"/><row r="3"><c r="A3" t="s"><v>2</v></c>'
        '<c r="C3" t="str"><f>1+1</f><v>c</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" s="4"><v>44927</v></c></row>'
        "</sheetData></worksheet>"
    )
    concept = "<si><r><t>con</t></r><r><t>cept</t></r><rPh><t>x</t></rPh></si>"
    strings = f"<sst><si><t>person</t></si>{concept}<si><t>Olga</t></si><si><t>date</t></si></sst>"
    relations = '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/first.xml"/></Relationships>'
    workbook = '<workbook xmlns:r="x"><workbookPr/><sheets><sheet name="S" sheetId="1" r:id="rId7"/></sheets></workbook>'
    data = packed(
        {
            "xl/workbook.xml": workbook.encode(),
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/sharedStrings.xml": strings.encode(),
            "xl/worksheets/first.xml": sheet.encode(),
        }
    )
    (file,) = read(XLSX, {"x.xlsx": data}).files.values()
    assert file.source is not None
    assert file.source.date == "2023-01-01"
    assert [(one.by, one.claim, one.stance.value) for one in file.statements] == [(("olga",), "c", "for")]


def texts(**cells: str) -> str:
    """Cells with texts, by their column."""
    return "".join(f'<c r="{column}0" t="inlineStr"><is><t>{words}</t></is></c>' for column, words in cells.items())


def said_in(files: Mapping[str, AnnotationFile]) -> dict[str, list[tuple[str, str]]]:
    """Who speaks about which claim in which source, by its title."""
    sources = {str(file.source.title): file for file in files.values() if file.source}
    return {title: [(one.by[0], str(one.claim)) for one in file.statements] for title, file in sources.items()}


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    head = texts(A="title", B="date", C="person", D="concept")
    rows = (texts(A="One", B="2020-01-01", C="P", D="c"), texts(C="Q", D="c"), texts(D="d"), texts(A="Two", C="R", D="d"))
    merged = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/><mergeCell ref="C3:C4"/></mergeCells>'
    imported = read(XLSX, {"x.xlsx": book({"s": sheet(head, *rows, after=merged)})})
    assert said_in(imported.files) == {"One": [("p", "c"), ("q", "c"), ("q", "d")], "Two": [("r", "d")]}
    assert imported.report.number(Outcome.CHANGED, tidying.FROM_ABOVE) == 0


def book(sheets: Mapping[str, str], parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A workbook of several sheets, with further parts."""
    names = "".join(f'<sheet name="{name}" r:id="{name}"/>' for name in sheets)
    relations = "".join(f'<Relationship Id="{name}" Target="worksheets/{name}.xml"/>' for name in sheets)
    inner = {
        "xl/workbook.xml": f'<workbook xmlns:r="x"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        **{f"xl/worksheets/{name}.xml": sheet for name, sheet in sheets.items()},
        **parts,
    }
    return packed({name: part.encode() for name, part in inner.items()})


def sheet(*rows: str, after: str = "") -> str:
    lines = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns:r="x"><sheetData>{lines}</sheetData>{after}</worksheet>'


def test_all_sheets_with_a_head_are_read_and_the_others_named() -> None:
    head = texts(A="title", B="person", C="concept")
    inner = {
        "legend": sheet(texts(A="What this is about")),
        "first": sheet(head, texts(A="One", B="P", C="c"), texts(B="Q", C="c")),
        "empty": sheet(),
        "second": sheet(head, texts(A="One", B="R", C="c"), texts(A="Two", B="P", C="c")),
        "other": sheet(texts(A="speaker", B="claim"), texts(A="S", B="c")),
    }
    imported = read(XLSX, {"x.xlsx": book(inner)})
    assert said_in(imported.files) == {"One": [("p", "c"), ("q", "c"), ("r", "c")], "Two": [("p", "c")], "x": [("s", "c")]}
    lost = {item.what: (item.number, item.examples) for item in imported.report.of(Outcome.LOST)}
    assert lost == {sheets.OTHER_SHEETS: (1, ("legend",))}


def test_numbers_are_read_as_their_formats_show_them() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy\\ hh:mm"/>'
        '<numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/>'
        '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/>'
        '<xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>'
    )
    head = texts(A="date", B="person", C="concept", D="coded on", E="days", F="at", G="share")
    numbers = zip("DEFG", (2, 3, 4, 0), ("44563.5", "44563", "0.75", "0.30000000000000004"), strict=True)
    row = '<c r="A2" s="1"><v>44562</v></c>' + texts(B="P", C="c")
    row += "".join(f'<c r="{column}2" s="{style}"><v>{number}</v></c>' for column, style, number in numbers)
    (file,) = read(XLSX, {"x.xlsx": book({"s": sheet(head, row)}, {"xl/styles.xml": styles})}).files.values()
    assert file.source is not None
    assert file.source.date == "2022-01-01"
    own = {"coded on": "2022-01-02T12:00:00", "days": "44563", "at": "18:00:00", "share": "0.3"}
    assert file.statements[0].model_extra == {"x-table": own}


def test_days_before_march_1900_are_those_that_excel_shows() -> None:
    assert [shown(day, Kind.DATE, from_1904=False) for day in ("1", "59", "61")] == ["1900-01-01", "1900-02-28", "1900-03-01"]
    assert [shown(day, Kind.DATE, from_1904=True) for day in ("0", "-1", "1e99")] == ["1904-01-01", "-1", "1e99"]


def test_links_lead_to_documents_and_errors_are_empty() -> None:
    head = texts(A="title", B="url", C="person", D="concept", E="note")
    formula = '<c r="B3" t="str"><f>HYPERLINK("https://example.org/two","here")</f><v>here</v></c>'
    rows = (
        texts(A="One", B="Article", C="P", D="c", E="me") + '<c r="F2" t="e"><v>#REF!</v></c>',
        texts(A="Two") + formula + texts(C="Q", D="c"),
        texts(A="Three", C="R", D="c") + '<c r="E4" t="e"><v>#N/A</v></c>',
    )
    links = "".join(f'<hyperlink ref="{cell}" r:id="{cell}"/>' for cell in ("B2", "A4", "E2"))
    relations = "".join(f'<Relationship Id="{cell}" Target="https://example.org/{cell}"/>' for cell in ("B2", "A4", "E2"))
    data = book(
        {"s": sheet(head, *rows, after=f"<hyperlinks>{links}</hyperlinks>")},
        {"xl/worksheets/_rels/s.xml.rels": f"<Relationships>{relations}</Relationships>"},
    )
    imported = read(XLSX, {"x.xlsx": data})
    sources = {file.source.title: file.source.url for file in imported.files.values() if file.source}
    assert sources == {"One": "https://example.org/B2", "Two": "https://example.org/two", "Three": "https://example.org/A4"}
    assert [item.what for item in imported.report.of(Outcome.LOST)] == [tidying.LINKS, sheets.UNNAMED]
    assert imported.report.number(Outcome.CHANGED, tidying.LABELS) == 2


def test_numbers_and_dates_are_written_as_such_and_come_back_the_same() -> None:
    heads = ["statement", "date", "person", "concept", "agreement", "start", "page"]
    rows = [
        heads,
        ["1", "2020-02-29", "=SUM(A1)", "2020-01-01", "1", "17", "3"],
        ["2", "2020-02", "P", "c", "mixed", "017", "0"],
        ["3", "1900-02-28", "Q", "c", "0", "", ""],
        ["4", "1900-03-01", "Q", "c", "0", "", ""],
    ]
    data = workbook_of(rows)
    (back,) = sheets_of(data, "x.xlsx", Size(100))
    assert [[*row, *[""] * (len(heads) - len(row))] for row in back.rows] == rows
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inner = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<c><v>(\d+)</v>", inner) == ["1", "1", "17", "2", "3", "0", "4", "0"]
    assert re.findall(r'<c s="1"><v>(\d+)</v>', inner) == ["43890", "61"]


def test_without_a_column_of_addresses_titles_lead_to_documents() -> None:
    after = '<hyperlinks><hyperlink ref="A2" r:id="a" location="part"/></hyperlinks>'
    data = book(
        {"s": sheet(texts(A="title", B="person", C="concept"), texts(A="One", B="P", C="c"), texts(B="Q", C="c"), after=after)},
        {"xl/worksheets/_rels/s.xml.rels": '<Relationships><Relationship Id="a" Target="https://example.org/"/></Relationships>'},
    )
    (file,) = read(XLSX, {"x.xlsx": data}).files.values()
    assert file.source is not None
    assert (file.source.url, len(file.statements)) == ("https://example.org/#part", 2)


def test_merged_cells_without_end_count() -> None:
    merged = '<mergeCell ref="A1:A9"/>' * 100
    with pytest.raises(FormatError, match="more than 30 entries"):
        sheets_of(book({"s": sheet(*[texts(A="x")] * 9, after=merged)}), "x.xlsx", Size(30))


def test_cells_that_say_there_is_nothing_are_empty_but_a_text_is_a_text() -> None:
    head = "title,section,person,organization,concept,stance,text,weight\n"
    rows = "One,NA,P,NULL,c,for,None,nan\nNaN,n/a,Q,Union,c,for,#REF!,2\n,,None,#N/A,c,for,,\n,,Nan,,c,for,Nothing,\n"
    imported = read(CSV, {"table.csv": f"{head}{rows}".encode()})
    (file,) = imported.files.values()
    assert {actor.name for actor in file.actors.values()} == {"P", "Q", "Union", "Nan"}
    assert [[quote.exact for quote in one.quote] for one in file.statements] == [["None"], [], ["Nothing"]]
    assert [one.model_extra for one in file.statements] == [None, {"x-table": {"weight": "2"}}, None]
    missing = next(item for item in imported.report.of(Outcome.CHANGED) if item.what == tidying.MISSING)
    assert (missing.number, missing.examples) == (8, ("section: NA", "organization: NULL", "weight: nan"))
    assert imported.report.number(Outcome.LOST, documents.NO_SPEAKER) == 1


@pytest.mark.parametrize(
    ("form", "table"),
    [
        (CSV, "sep=;\nspeaker;claim;stance\nAnn;c;for\n"),
        (CSV, "Coding, part one\n\nspeaker;claim;stance\nAnn;c;for\n"),
        (CSV, "Coding;;\nCoder;KA;\nspeaker;claim;stance\nAnn;c;for\n"),
        (TSV, "Coding of May; draft\nspeaker\tclaim\tstance\nAnn\tc\tfor\n"),
    ],
)
def test_a_head_is_found_below_a_title_and_both_tell_and_read_know_it(form: Format, table: str) -> None:
    data = table.encode()
    assert told_format(Candidate("x", data)) is form
    imported = read(form, {"x.csv": data})
    assert said_in(imported.files) == {"x": [("ann", "c")]}
    assert imported.report.number(Outcome.LOST, sheets.ABOVE) == table.count("Cod")


def test_prose_in_which_a_speaker_and_a_claim_are_named_is_no_table() -> None:
    prose = "On Monday, after the hearing, the council met.\nOn Tuesday, it rained.\nSpeaker, claim\n"
    assert told_format(Candidate("x", prose.encode())) is None


def test_columns_without_a_head_are_counted_and_of_two_with_one_head_both_are_kept() -> None:
    imported = read(CSV, {"x.csv": b",person,concept,note,note,page,page\n1,P,c,one,two,3,4,5\n"})
    (file,) = imported.files.values()
    assert file.statements[0].model_extra == {"x-table": {"note": "two", "page": "3", "page (7)": "4"}}
    assert imported.report.number(Outcome.LOST, sheets.UNNAMED) == 2


def test_a_row_without_a_document_is_of_the_one_above_unless_it_says_something_else() -> None:
    head = "title,date,source,person,concept,stance\n"
    rows = "One,2020-01-01,Gazette,P,c,for\nOne,,,Q,c,for\n,2020-01-01,,R,c,for\n,2021-01-01,,S,c,for\n,,,,,\n,,Gazette\n"
    imported = read(CSV, {"table.csv": f"{head},,,O,c,for\n{rows}".encode()})
    assert said_in(imported.files) == {
        "table": [("o", "c")],
        "One": [("p", "c"), ("q", "c"), ("r", "c")],
        "table 2021-01-01": [("s", "c")],
    }
    assert imported.report.number(Outcome.CHANGED, tidying.FROM_ABOVE) == 2


def test_days_since_1904_are_four_years_later() -> None:
    assert day_of("43465", from_1904=True) == day_of("44927", from_1904=False)


def bomb(inner: bytes) -> bytes:
    return packed({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": inner})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 xl/workbook.xml", "this is no zip file"),
        (packed({"xl/other.xml": b""}), "no workbook of Excel"),
        (bomb(b"<worksheet>" + b" " * 10_000_000), "more than 100 times as large"),
        (bomb(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "declares XML entities"),
        (bomb(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "declares XML entities"),
        (bomb(b"<worksheet><sheetData>"), "this is not XML"),
        (bomb(b"<worksheet/>"), "there is nothing in it"),
    ],
)
def test_a_hostile_workbook_is_a_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(XLSX, {"x.xlsx": data})


def test_names_that_lead_out_of_the_zip_file_are_mere_names(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../evil.txt", "x")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    with pytest.raises(FormatError, match="there is nothing in it"):
        read(XLSX, {"x.xlsx": buffer.getvalue()})
    assert not (tmp_path.parent / "evil.txt").exists()
