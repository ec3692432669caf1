"""Tables as people leave them: titles above the head, cells left out, dates of all kinds."""

import pytest

from argmap.exchange.contract import Candidate, Format, FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.table import told_format
from argmap.formats.tables import documents, reading, sheets, tidying
from argmap.formats.tables.formats import CSV, TSV
from tests.formats.roundtrips import read, said_in

HEAD = "document,date,person,organization,concept,agreement,text\n"


@pytest.mark.parametrize(
    ("form", "table"),
    [
        (CSV, "sep=;\nspeaker;claim;stance\nAnn;c;for\n"),
        (CSV, "Coding, part one\n\nspeaker;claim;stance\nAnn;c;for\n"),
        (CSV, "Coding;;\nCoder;KA;\nspeaker;claim;stance\nAnn;c;for\n"),
        (CSV, "speaker,claim,stance\rAnn,c,for\r"),
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


def test_a_row_of_very_many_missing_cells_is_read_in_no_time() -> None:
    row = ",".join(["P", "c", *["NA"] * 300_000])
    imported = read(CSV, {"x.csv": f"person,concept\n{row}\n".encode()})
    assert said_in(imported.files) == {"x": [("p", "c")]}


@pytest.mark.parametrize(("time", "is_lost"), [("10:00:00", True), ("10:30:00+00:00", True), ("00:00:00+02:00", False)])
def test_a_time_of_day_is_counted_unless_it_is_none(time: str, is_lost: bool) -> None:  # noqa: FBT001 - what is expected
    _, told = dates_of(f"2020-04-01 {time}")
    assert (reading.TIMES in told) is is_lost


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


def test_cells_that_are_filled_from_above_count() -> None:
    wide = f"concept,person{',' * 400}title\nc,p{',' * 400}One\n"
    few = ReadOptions(language="en", most=100)
    assert read(CSV, {"x.csv": f"{wide}{'c,p' + chr(10)}".encode()}, few).files
    with pytest.raises(FormatError, match="more than 100 entries"):
        read(CSV, {"x.csv": f"{wide}{('c,p' + chr(10)) * 9}".encode()}, few)
