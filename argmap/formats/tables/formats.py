"""The rows of statement tables in the table of formats: CSV, TSV and Excel."""

from collections.abc import Callable, Mapping
from typing import Final

from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import (
    ALWAYS,
    Candidate,
    Exported,
    Format,
    FormatError,
    Imported,
    Reader,
    ReadOptions,
    WriteOptions,
    Writer,
    read_each,
)
from argmap.exchange.decoding import text_of
from argmap.exchange.finishing import finished
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.tables import cells, reading, tidying, writing, xlsx
from argmap.formats.tables.agreement import LEVELS, SIDED
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import Role, columns_of, guessed, is_sufficient
from argmap.graph import Graph
from argmap.provenance import Provenance

_Rows = Callable[[bytes, str, ReadOptions, Size], list[Row]]
_ZIP: Final = b"PK\x03\x04"


def _tells(separators: str) -> Callable[[Candidate], bool]:
    def tells(candidate: Candidate) -> bool:
        sample = candidate.sample.removeprefix("\ufeff")
        head = sample.lstrip("\n").partition("\n")[0]
        separator = cells.separator_of(head) if head else ""
        if not separator or separator not in separators or head.count(separator) == 0:
            return False
        try:
            heads = cells.rows_of(head, separator, candidate.name, Size(ALWAYS))
        except FormatError:
            return False
        return bool(heads) and is_sufficient(guessed(heads[0]))

    return tells


def _tells_workbook(candidate: Candidate) -> bool:
    return candidate.data.startswith(_ZIP) and xlsx.WORKBOOK.encode() in candidate.data


def _text_rows(data: bytes, name: str, options: ReadOptions, size: Size) -> list[Row]:
    text = text_of(data, name, options.encoding)
    return cells.rows_of(text, cells.separator_of(text), name, size)


def _sheet_rows(data: bytes, name: str, options: ReadOptions, size: Size) -> list[Row]:
    rows, from_1904 = xlsx.rows_of(data, name, size)
    if not rows:
        return rows
    date = columns_of(rows[0], options.columns, name).roles.get(Role.DATE)
    if date is not None:
        for number, row in enumerate(rows[1:], 1):
            if date < len(row):
                rows[number] = (*row[:date], xlsx.day_of(row[date], from_1904=from_1904), *row[date + 1 :])
    return rows


def _reader(rows_of: _Rows) -> Reader:
    def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
        tally = Tally()
        size = Size(options.most)

        def table(name: str, data: bytes) -> reading.Table:
            rows = rows_of(data, name, options, size)
            if not rows:
                raise FormatError("there is nothing in it", file=name)
            heads = rows.pop(0)
            columns = columns_of(heads, options.columns, name)
            for role, position in columns.roles.items():
                tally.kept(f"column {heads[position]!r} as {role}")
            tally.lost(NUMBERS, number=1 if Role.STATEMENT in columns.roles else 0)
            tidying.empty_missing(rows, columns, tally)
            tidying.fill_down(rows, columns, tally)
            return reading.Table(name, rows, columns)

        tables, faults = read_each(files, table)
        made = reading.told(tables, options, tally)
        return finished((), tally, faults, texts=made.texts, ready=made.files)

    return read


def _writer(suffix: str, made: Callable[[list[list[str]]], bytes]) -> Writer:
    def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
        tally = Tally()
        data = made(writing.table_of(graph, provenance, options, tally))
        return Exported(files={f"{options.name}{suffix}": data}, report=tally.report())

    return write


NUMBERS: Final = "columns with numbers of statements"
_KEEPS: Final = """\
A row is a statement: a person or an organization takes a stance on a concept, which is a claim. Columns are told by their heads (as
DNA's event list has them, and others), or by `--column person=NAME`; the report says which is taken for what. Roles of columns are
{roles}. With several documents, actors and claims stand in `codebook.yaml`. Agreement is one of the words and signs for stances, or
a number on a scale that the column tells ({scales}): above its middle for, below it against.
Places and other columns are kept under `x-table`."""


def _format(  # noqa: PLR0913 - what the three rows do not share
    *, name: str, title: str, told_by: str, tells: Callable[[Candidate], bool], read: Reader, write: Writer
) -> Format:
    return Format(
        name=name,
        title=title,
        suffix=f".{name}",
        told_by=told_by,
        tells=tells,
        read=read,
        write=write,
        keeps=_KEEPS.format(roles=", ".join(f"`{role}`" for role in Role), scales=", ".join(map(str, (*SIDED, *LEVELS)))),
        reading_changes=(tidying.MISSING, tidying.FROM_ABOVE, *reading.CHANGES),
        reading_loses=(NUMBERS, *reading.LOSES),
        writing_changes=writing.CHANGES,
        writing_loses=(*not_kept(writing.KEPT), *writing.LOSES, writing.ROLES_LOST),
    )


_HEADS: Final = "a head with a column of concepts and one of persons or organizations"
CSV: Final = _format(
    name="csv",
    title="Statement table (CSV, DNA's event list)",
    told_by=f"{_HEADS}, separated by commas or semicolons",
    tells=_tells(",;|"),
    read=_reader(_text_rows),
    write=_writer(".csv", lambda rows: cells.text_of(rows, ",").encode("utf-8")),
)
TSV: Final = _format(
    name="tsv",
    title="Statement table (TSV)",
    told_by=f"{_HEADS}, separated by tabs",
    tells=_tells("\t"),
    read=_reader(_text_rows),
    write=_writer(".tsv", lambda rows: cells.text_of(rows, "\t").encode("utf-8")),
)
XLSX: Final = _format(
    name="xlsx",
    title="Statement table (Excel)",
    told_by="a workbook of Excel; its first sheet is read",
    tells=_tells_workbook,
    read=_reader(_sheet_rows),
    write=_writer(".xlsx", xlsx.workbook_of),
)
