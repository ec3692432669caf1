"""Excel's sheets ⇄ rows of cells, without what else a workbook holds. ECMA-376, part 1, chapter 18."""

import posixpath
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from string import ascii_uppercase
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.decoding import Handlers, local_name, parse_xml
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import Archive, packed
from argmap.formats.tables.cells import CELLS_OF_AN_ENTRY, Row, Rows
from argmap.reading.syntax import UNPRINTABLE

WORKBOOK: Final = "xl/workbook.xml"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""With it begin compound files: workbooks of before 2007, and those with a password."""
_MANY_COLUMNS: Final = 500
_TIMES: Final = 100
"""A sheet may be so many times as large as its file: it is mostly markup, and is read piece by piece."""
_LONGEST_CELL: Final = 1_000_000
"""Excel's have 32,767 at most."""
_TEXT_OF_AN_ENTRY: Final = 512
"""So many bytes of text take as much memory as an entry."""
_TEXTS_OF_AN_ENTRY: Final = 20
"""So do so many empty texts."""
_LETTERS: Final = 26
_DIGITS: Final = 7
"""Of the number of a row."""
_DAY_ZERO: Final = date(1899, 12, 30)
_DAY_ZERO_1904: Final = date(1904, 1, 1)
_FIRST_DAY: Final = 10_000
_LAST_DAY: Final = 100_000
"""Days of the years 1927 to 2173, or four years later; a smaller number is a year."""


def rows_of(data: bytes, name: str, size: Size) -> tuple[list[Row], bool]:
    """Return the rows of the first sheet, without the empty ones, and whether days are counted from 1904 on.

    Raises:
        FormatError: it is no workbook, or is broken.
    """
    if data.startswith(_OLD):
        raise FormatError(
            "it is an old workbook, or locked with a password", file=name, hint="save it as .xlsx, without a password"
        )
    archive = Archive(data, name, _TIMES)
    if WORKBOOK not in archive.names:
        raise FormatError("this is a zip file, but no workbook of Excel", file=name, hint="save it as .xlsx")
    workbook = _Workbook()
    parse_xml(archive.pieces(WORKBOOK), name, workbook)
    strings: list[str] = []
    if "xl/sharedStrings.xml" in archive.names:
        parse_xml(archive.pieces("xl/sharedStrings.xml"), name, _Strings(strings, size))
    sheet = _Sheet(strings, size)
    parse_xml(archive.pieces(_sheet_of(workbook, archive)), name, sheet)
    return sheet.told(), workbook.is_from_1904


def _sheet_of(workbook: "_Workbook", archive: Archive) -> str:
    """The name of the first sheet in the zip file."""
    inner = "xl/_rels/workbook.xml.rels"
    if workbook.sheet is not None and inner in archive.names:
        relation = _Relation(workbook.sheet)
        parse_xml(archive.pieces(inner), archive.name, relation)
        if relation.target is not None:
            return posixpath.normpath(posixpath.join("/xl", relation.target)).lstrip("/")
    return "xl/worksheets/sheet1.xml"


class _Workbook(Handlers):
    """What is told of all sheets."""

    def __init__(self) -> None:
        self.sheet: str | None = None
        """The id of the relation that leads to the first."""
        self.is_from_1904 = False
        self._path: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._path) == 1 and local_name(tag) == "workbookPr":
            self.is_from_1904 = attributes.get("date1904") in {"1", "true"}
        if self.sheet is None and self._path[1:] == ["sheets"]:
            self.sheet = next((value for key, value in attributes.items() if local_name(key) == "id"), None)
        self._path.append(local_name(tag))

    def end(self, tag: str) -> None:
        del tag
        self._path.pop()

    def data(self, words: str) -> None:
        """There is no text."""


class _Relation(Handlers):
    """Where a relation leads."""

    def __init__(self, wanted: str) -> None:
        self.target: str | None = None
        self._wanted = wanted

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        del tag
        if self.target is None and attributes.get("Id") == self._wanted:
            self.target = attributes.get("Target", "")

    def end(self, tag: str) -> None:
        """There is nothing in it."""

    def data(self, words: str) -> None:
        """There is no text."""


class _Words:
    """The words of a cell, piece by piece."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._pieces: list[str] = []
        self._length = 0

    def clear(self) -> None:
        """Begin another cell."""
        self._pieces.clear()
        self._length = 0

    def add(self, words: str) -> None:
        """Add a piece."""
        self._size.add(sys.getsizeof(words) / _TEXT_OF_AN_ENTRY)
        self._pieces.append(words)
        self._length += len(words)
        if self._length > _LONGEST_CELL:
            raise FormatError(f"a cell has more than {_LONGEST_CELL:,} characters")

    def told(self) -> str:
        """Return them all."""
        return "".join(self._pieces)


class _Strings(Handlers):
    """The texts that cells of all sheets share; what helps to pronounce them is left out."""

    def __init__(self, strings: list[str], size: Size) -> None:
        self._strings = strings
        self._size = size
        self._words = _Words(size)
        self._in_text = False
        self._aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        del attributes
        match local_name(tag):
            case "si":
                self._words.clear()
            case "rPh":
                self._aside += 1
            case "t":
                self._in_text = not self._aside

    def end(self, tag: str) -> None:
        match local_name(tag):
            case "si":
                self._size.add(1 / _TEXTS_OF_AN_ENTRY)
                self._strings.append(self._words.told())
            case "rPh":
                self._aside -= 1
            case "t":
                self._in_text = False

    def data(self, words: str) -> None:
        if self._in_text:
            self._words.add(words)


class _Sheet(Handlers):
    """The rows of a sheet."""

    def __init__(self, strings: Sequence[str], size: Size) -> None:
        self._strings = strings
        self._size = size
        self._words = _Words(size)
        self._rows = Rows(size)
        self._numbers = array("I")
        """One a row, of those that are not empty."""
        self._merged: list[tuple[int, int, int]] = []
        """Columns, and the first and the last row of which they make one cell."""
        self._number = 0
        self._row: list[str] = []
        self._kind = ""
        self._column = 0
        self._takes = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match local_name(tag):
            case "row":
                told = attributes.get("r", "")
                self._number = int(told) if told.isdecimal() and len(told) <= _DIGITS else self._number + 1
                self._row = []
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "c":
                self._kind = attributes.get("t", "n")
                self._column = _column(attributes.get("r", ""), len(self._row))
                self._words.clear()
            case "v" | "t":
                self._takes = True

    def end(self, tag: str) -> None:
        match local_name(tag):
            case "row" if any(self._row):
                self._rows.add(self._row)
                self._numbers.append(self._number)
            case "c" if self._column < _MANY_COLUMNS:
                self._row += [""] * (self._column - len(self._row))
                self._row[self._column :] = [self._cell(self._words.told())]
            case "v" | "t":
                self._takes = False

    def data(self, words: str) -> None:
        if self._takes:
            self._words.add(words)

    def told(self) -> list[Row]:
        """Return the rows; what stands in cells that are merged stands in each row of theirs."""
        rows = self._rows.rows
        for column, first, last in self._merged:
            begin, end = bisect_left(self._numbers, first), bisect_right(self._numbers, last)
            self._size.add((end - begin) / CELLS_OF_AN_ENTRY)
            head = rows[begin] if begin < end and self._numbers[begin] == first else ()
            if column < len(head) and head[column]:
                for at in range(begin + 1, end):
                    rows[at] = (*rows[at][:column], *[""] * (column - len(rows[at])), head[column], *rows[at][column + 1 :])
        return rows

    def _merge(self, reference: str) -> None:
        """Take note of cells that are one; of several columns, what is in them is the first one's."""
        first, _, last = (part.replace("$", "") for part in reference.partition(":"))
        rows = [part.lstrip(ascii_uppercase) for part in (first, last)]
        if all(row.isdecimal() and len(row) <= _DIGITS for row in rows) and rows[0] != rows[1]:
            self._size.add(1 / CELLS_OF_AN_ENTRY)
            self._merged.append((_column(first, 0), int(rows[0]), int(rows[1])))

    def _cell(self, words: str) -> str:
        match self._kind:
            case "s":
                return self._strings[int(words)] if words.isdecimal() and int(words[:9]) < len(self._strings) else ""
            case "b":
                return "true" if words.strip() == "1" else "false"
            case "n" if words.endswith(".0"):
                return words.removesuffix(".0")
            case _:
                return words


def _column(reference: str, otherwise: int) -> int:
    """The position of a cell, from 0.

    >>> _column("A1", 7), _column("AB12", 7), _column("", 7)
    (0, 27, 7)
    """
    column = 0
    for character in reference[:4]:
        if not "A" <= character <= "Z":
            break
        column = column * _LETTERS + ord(character) - ord("A") + 1
    return column - 1 if column else otherwise


def day_of(words: str, *, from_1904: bool) -> str:
    """Return a date for a day's number, as cells of dates hold it; other words as they are.

    >>> day_of("45000.5", from_1904=False), day_of("2023-03-15", from_1904=False)
    ('2023-03-15', '2023-03-15')
    """
    try:
        number = float(words)
    except ValueError:
        return words
    if not _FIRST_DAY < number < _LAST_DAY:
        return words
    return ((_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(days=int(number))).isoformat()


def workbook_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet; all cells are texts, so that none is taken for a formula."""
    lines = ("".join(f'<c t="inlineStr"><is><t xml:space="preserve">{_escaped(cell)}</t></is></c>' for cell in row) for row in rows)
    sheet = "".join(f"<row>{line}</row>" for line in lines)
    types = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_PARTS}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_PARTS}.worksheet+xml"/>
</Types>"""
    sheets = '<sheets><sheet name="statements" sheetId="1" r:id="r1"/></sheets>'
    return packed(
        {
            "[Content_Types].xml": _xml(types),
            "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
            WORKBOOK: _xml(f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheets}</workbook>'),
            "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": _xml(f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>'),
        }
    )


def _link(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return _xml(f'<Relationships xmlns="{_LINKS}">{relation}</Relationships>')


_PARTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _escaped(cell: str) -> str:
    from xml.sax.saxutils import escape  # which imports clients of the network: not to read a file

    return escape(UNPRINTABLE.sub("", cell)).replace("\r", "&#13;")


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()
