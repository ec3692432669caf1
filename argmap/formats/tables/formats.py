"""The rows of statement tables in the table of formats: CSV, TSV and Excel."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import (
    Candidate,
    Exported,
    Format,
    Imported,
    Reader,
    ReadOptions,
    WriteOptions,
    Writer,
    read_each,
)
from argmap.exchange.decoding import cleaned, text_of
from argmap.exchange.finishing import finished
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.stances import UNDERSTOOD
from argmap.formats.tables import cells, reading, sheets, tidying, writing
from argmap.formats.tables.agreement import LEVELS, SIDED
from argmap.formats.tables.columns import Role
from argmap.formats.tables.documents import Table
from argmap.formats.tables.heads import FIRST, separator_of
from argmap.formats.tables.sheets import Sheet
from argmap.formats.tables.xlsx import reading as workbooks
from argmap.formats.tables.xlsx.writing import workbook_of
from argmap.graph import Graph
from argmap.provenance import Provenance

_Sheets = Callable[[bytes, str, ReadOptions, Size], Sequence[Sheet]]
_ZIP: Final = b"PK\x03\x04"


def _tells(separators: str) -> Callable[[Candidate], bool]:
    def tells(candidate: Candidate) -> bool:
        sample = cleaned(candidate.sample)
        if sample.lstrip().startswith(("{", "<")):  # JSON or XML, whatever its lines look like
            return False
        separator, has_head = separator_of(sample, {})
        return has_head and separator in separators

    return tells


def _tells_workbook(candidate: Candidate) -> bool:
    return candidate.data.startswith(_ZIP) and workbooks.WORKBOOK.encode() in candidate.data


def _text_sheet(data: bytes, name: str, options: ReadOptions, size: Size) -> Sequence[Sheet]:
    text = text_of(data, name, options.encoding)
    separator, _ = separator_of(text, options.columns)
    return (Sheet(name, cells.rows_of(text, separator, name, size)),)


def _workbook_sheets(data: bytes, name: str, options: ReadOptions, size: Size) -> Sequence[Sheet]:
    del options
    return workbooks.sheets_of(data, name, size)


def _reader(sheets_of: _Sheets) -> Reader:
    def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
        tally = Tally()
        size = Size(options.most)

        def tables(name: str, data: bytes) -> list[Table]:
            return sheets.tables_of(name, sheets_of(data, name, options, size), options.columns, tally, size)

        read_tables, faults = read_each(files, tables)
        made = reading.told([table for one in read_tables for table in one], options, tally)
        return finished((), tally, (*faults, *made.faults), texts=made.texts, ready=made.files)

    return read


def _writer(suffix: str, made: Callable[[list[list[str]]], bytes]) -> Writer:
    def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
        tally = Tally()
        data = made(writing.table_of(graph, provenance, options, tally))
        return Exported(files={f"{options.name}{suffix}": data}, report=tally.report())

    return write


_KEEPS: Final = """\
A row is a statement: a person or an organization takes a stance on a concept, which is a claim. Columns are told by their heads (as
DNA's event list has them, and others), or by `--column person=NAME`; the report says which is taken for what. Roles of columns are
{roles}. With several documents, actors and claims stand in `codebook.yaml`. Agreement is one of the words and signs for stances
({understood}; `argmap formats --markdown` lists all of them at its end), or a number
on a scale that the column tells ({scales}): above its middle for, below it against.
Places and other columns are kept under `x-table`."""


def _format(  # noqa: PLR0913 - what the three rows do not share
    *,
    name: str,
    title: str,
    told_by: str,
    tells: Callable[[Candidate], bool],
    read: Reader,
    write: Writer,
    changes: tuple[str, ...] = (),
    loses: tuple[str, ...] = (),
) -> Format:
    return Format(
        name=name,
        title=title,
        suffix=f".{name}",
        told_by=told_by,
        tells=tells,
        read=read,
        write=write,
        keeps=_KEEPS.format(
            roles=", ".join(f"`{role}`" for role in Role), understood=UNDERSTOOD, scales=", ".join(map(str, (*SIDED, *LEVELS)))
        ),
        reading_changes=(*changes, tidying.MISSING, tidying.FROM_ABOVE, *reading.CHANGES),
        reading_loses=(*loses, *sheets.LOSES, *reading.LOSES),
        writing_changes=writing.CHANGES,
        writing_loses=(*not_kept(writing.KEPT), *writing.LOSES, writing.ROLES_LOST),
    )


_HEADS: Final = f"a head among its first {FIRST} rows, with a column of concepts and one of persons or organizations"
CSV: Final = _format(
    name="csv",
    title="Statement table (CSV, DNA's event list)",
    told_by=f"{_HEADS}, separated by commas or semicolons",
    tells=_tells(",;|"),
    read=_reader(_text_sheet),
    write=_writer(".csv", lambda rows: cells.text_of(rows, ",").encode("utf-8")),
)
TSV: Final = _format(
    name="tsv",
    title="Statement table (TSV)",
    told_by=f"{_HEADS}, separated by tabs",
    tells=_tells("\t"),
    read=_reader(_text_sheet),
    write=_writer(".tsv", lambda rows: cells.text_of(rows, "\t").encode("utf-8")),
)
XLSX: Final = _format(
    name="xlsx",
    title="Statement table (Excel)",
    told_by=f"a workbook of Excel; its sheets are read that have {_HEADS}",
    tells=_tells_workbook,
    read=_reader(_workbook_sheets),
    write=_writer(".xlsx", workbook_of),
    changes=(tidying.LABELS,),
    loses=sheets.SHEETS_LOSE,
)
