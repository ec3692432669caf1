"""Workbooks of Excel: sheets, formats of numbers, merged cells, links; and hostile ones."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from argmap.exchange.contract import FormatError
from argmap.exchange.report import Outcome
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import packed
from argmap.formats.tables import documents, sheets, tidying
from argmap.formats.tables.formats import XLSX
from argmap.formats.tables.xlsx.number_formats import Kind, day_of, shown
from argmap.formats.tables.xlsx.reading import sheets_of
from argmap.formats.tables.xlsx.writing import workbook_of
from tests.formats.roundtrips import read, said_in
from tests.formats.workbooks import book, sheet, texts


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


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    head = texts(A="title", B="date", C="person", D="concept")
    rows = (texts(A="One", B="2020-01-01", C="P", D="c"), texts(C="Q", D="c"), texts(D="d"), texts(A="Two", C="R", D="d"))
    merged = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/><mergeCell ref="C3:C4"/></mergeCells>'
    imported = read(XLSX, {"x.xlsx": book({"s": sheet(head, *rows, after=merged)})})
    assert said_in(imported.files) == {"One": [("p", "c"), ("q", "c"), ("q", "d")], "Two": [("r", "d")]}
    assert imported.report.number(Outcome.CHANGED, tidying.FROM_ABOVE) == 0


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
    assert [shown(day, Kind.DATE, from_1904=True) for day in ("0", "-1", "1e99", "2957999.9")] == [
        *("1904-01-01", "-1", "1e99", "2957999.9"),
    ]
    assert shown("2956999.99999999", Kind.DATE, from_1904=True) == "9999-12-28"


def test_days_since_1904_are_four_years_later() -> None:
    assert day_of("43465", from_1904=True) == day_of("44927", from_1904=False)


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
    assert [item.what for item in imported.report.of(Outcome.LOST)] == [sheets.UNNAMED, tidying.LINKS]
    assert imported.report.number(Outcome.CHANGED, tidying.LABELS) == 2


def test_of_sheets_with_one_head_one_may_have_links_and_the_other_cells_without_a_head() -> None:
    head = texts(A="title", B="person", C="concept")
    after = '<hyperlinks><hyperlink ref="A2" r:id="a"/></hyperlinks>'
    inner = {
        "s": sheet(head, texts(A="One", B="P", C="c")),
        "t": sheet(head, texts(A="Two", B="P", C="c"), after=after),
        "u": sheet(head, texts(A="Three", B="P", C="c", D="aside")),
    }
    relations = '<Relationships><Relationship Id="a" Target="https://example.org/"/></Relationships>'
    imported = read(XLSX, {"x.xlsx": book(inner, {"xl/worksheets/_rels/t.xml.rels": relations})})
    sources = {file.source.title: file.source.url for file in imported.files.values() if file.source}
    assert sources == {"One": None, "Two": "https://example.org/", "Three": None}
    assert imported.report.number(Outcome.LOST, sheets.UNNAMED) == 1


def test_cells_in_disorder_and_cells_of_truth_without_a_value_are_read_as_they_are() -> None:
    head = texts(A="person", B="concept", C="agreement")
    row = f'{texts(B="c", A="P")}<c r="C2" t="b"/>'
    imported = read(XLSX, {"x.xlsx": book({"s": sheet(head, row, texts(A="Q", B="d", C="yes"))})})
    assert said_in(imported.files) == {"x": [("q", "d")]}
    assert imported.report.number(Outcome.LOST, documents.NO_STANCE) == 1


def test_cells_too_far_to_the_right_are_counted() -> None:
    row = texts(A="P", B="c") + '<c r="ZZZ2" t="inlineStr"><is><t>aside</t></is></c><c r="ZZY2" s="1"/>'
    imported = read(XLSX, {"x.xlsx": book({"s": sheet(texts(A="person", B="concept"), row)})})
    assert imported.report.number(Outcome.LOST, sheets.BEYOND) == 1


def test_without_a_column_of_addresses_titles_lead_to_documents() -> None:
    after = '<hyperlinks><hyperlink ref="A2" r:id="a" location="part"/></hyperlinks>'
    data = book(
        {"s": sheet(texts(A="title", B="person", C="concept"), texts(A="One", B="P", C="c"), texts(B="Q", C="c"), after=after)},
        {"xl/worksheets/_rels/s.xml.rels": '<Relationships><Relationship Id="a" Target="https://example.org/"/></Relationships>'},
    )
    (file,) = read(XLSX, {"x.xlsx": data}).files.values()
    assert file.source is not None
    assert (file.source.url, len(file.statements)) == ("https://example.org/#part", 2)


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


def test_empty_cells_between_two_of_a_workbook_count() -> None:
    row = '<row><c r="A1"><v>1</v></c><c r="SA1"><v>1</v></c></row>'
    sheet = f"<worksheet><sheetData>{row * 3}</sheetData></worksheet>"
    data = packed({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet.encode()})
    with pytest.raises(FormatError, match="more than 70 entries"):
        sheets_of(data, "x.xlsx", Size(70))


def test_merged_cells_without_end_count() -> None:
    merged = '<mergeCell ref="A1:A9"/>' * 100
    with pytest.raises(FormatError, match="more than 30 entries"):
        sheets_of(book({"s": sheet(*[texts(A="x")] * 9, after=merged)}), "x.xlsx", Size(30))


def test_cells_that_a_merged_one_adds_count() -> None:
    merged = '<mergeCell ref="SA1:SA9"/>'
    rows = (texts(A="x", SA="y"), *[texts(A="x")] * 8)
    assert sheets_of(book({"s": sheet(*rows)}), "x.xlsx", Size(60))
    with pytest.raises(FormatError, match="more than 60 entries"):
        sheets_of(book({"s": sheet(*rows, after=merged)}), "x.xlsx", Size(60))


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
