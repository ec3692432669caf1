"""The cells of a sheet → rows of texts."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Final, NamedTuple

from argmap.exchange.decoding import Handlers, local_name
from argmap.exchange.sizing import Size
from argmap.formats.tables.cells import CELLS_OF_AN_ENTRY, Row, Rows, replaced
from argmap.formats.tables.xlsx.number_formats import Kind, shown
from argmap.formats.tables.xlsx.words import A_NOTE, TEXT_OF_AN_ENTRY, Words

MOST_COLUMNS: Final = 500
_LETTERS: Final = 26
_DIGITS: Final = 7
"""Of the number of a row."""
_LONGEST_ADDRESS: Final = 2_100
"""Excel's have 2,083 at most."""
_LINK: Final = re.compile(r'\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


class Cells(NamedTuple):
    """Some cells of one column."""

    column: int
    first: int
    last: int
    """Numbers of rows."""


class Workbook(NamedTuple):
    """What the cells of all sheets share."""

    strings: Sequence[str]
    kinds: Sequence[Kind]
    """What numbers mean, by the style of their cell."""
    from_1904: bool
    """Whether days are counted from 1904 on."""


class Grid(Handlers):
    """The rows of a sheet, without the empty ones, and what is told of some of its cells."""

    def __init__(self, workbook: Workbook, size: Size) -> None:
        self.linked: list[tuple[Cells, str, str]] = []
        """Cells, and the id of the relation to where their link leads, with the place there."""
        self.beyond = 0
        """How many cells with words stand in columns that are not read."""
        self._workbook = workbook
        self._size = size
        self._rows = Rows(size)
        self._numbers = array("I")
        """One a row."""
        self._merged: list[Cells] = []
        self._addresses: list[tuple[Cells, str]] = []
        """Of links that formulas make."""
        self._number = 0
        self._row: list[str] = []
        self._kind = ""
        self._style = Kind.NUMBER
        self._column = 0
        self._words = Words(size)
        self._formula = ""
        self._in_words = self._in_formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        match local_name(tag):
            case "row":
                told = attributes.get("r", "")
                self._number = int(told) if told.isdecimal() and len(told) <= _DIGITS else self._number + 1
                self._row = []
            case "c":
                self._kind = attributes.get("t", "n")
                style = attributes.get("s", "")
                known = style.isdecimal() and int(style[:_DIGITS]) < len(self._workbook.kinds)
                self._style = self._workbook.kinds[int(style[:_DIGITS])] if known else Kind.NUMBER
                self._column = _column(attributes.get("r", ""), len(self._row))
                self._words.clear()
                self._formula = ""
            case "v" | "t":
                self._in_words = True
            case "f":
                self._in_formula = True
            case "mergeCell":
                self._merged += self._cells(attributes.get("ref", ""))
            case "hyperlink":
                relation = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
                cells = self._cells(attributes.get("ref", "")) if relation else []
                self.linked += [(one, relation, attributes.get("location", "")) for one in cells]

    def end(self, tag: str) -> None:
        """End it."""
        match local_name(tag):
            case "row" if any(self._row):
                self._rows.add(self._row)
                self._numbers.append(self._number)
            case "c" if self._column < MOST_COLUMNS:
                self._row += [""] * (self._column - len(self._row))
                self._row[self._column : self._column + 1] = [self._cell(self._words.told())]
                if link := _LINK.match(self._formula):
                    self._size.add(A_NOTE + len(link[1]) / TEXT_OF_AN_ENTRY)
                    self._addresses.append((Cells(self._column, self._number, self._number), link[1]))
            case "c":
                self.beyond += self._words.told() != ""
            case "v" | "t":
                self._in_words = False
            case "f":
                self._in_formula = False

    def data(self, words: str) -> None:
        """Take a piece of text."""
        if self._in_words:
            self._words.add(words)
        elif self._in_formula and len(self._formula) < _LONGEST_ADDRESS:
            self._formula += words

    def rows(self) -> list[Row]:
        """Return the rows; what stands in cells that are merged stands in each row of theirs."""
        rows = self._rows.rows
        for cells in self._merged:
            places = self._places(cells)
            head = rows[places[0]] if places and self._numbers[places[0]] == cells.first else ()
            if cells.column < len(head) and head[cells.column]:
                for at in places[1:]:
                    rows[at] = replaced(rows[at], {cells.column: head[cells.column]}, self._size)
        return rows

    def links(self, relations: Mapping[str, str]) -> dict[tuple[int, int], str]:
        """Return where the links of cells lead, by the position of the row among the rows, and the column."""
        outside = (
            (cells, relations[one] + (f"#{place}" if place else "")) for cells, one, place in self.linked if one in relations
        )
        links: dict[tuple[int, int], str] = {}
        for cells, address in (*outside, *self._addresses):
            for at in self._places(cells):
                self._size.add(A_NOTE)
                links[at, cells.column] = address
        return links

    def _places(self, cells: Cells) -> range:
        """The positions of the rows in which some cells are."""
        places = range(bisect_left(self._numbers, cells.first), bisect_right(self._numbers, cells.last))
        self._size.add(len(places) / CELLS_OF_AN_ENTRY)
        return places

    def _cells(self, reference: str) -> list[Cells]:
        """The cells of a reference; of several columns, what is in them is the first one's."""
        first, _, last = reference.replace("$", "").partition(":")
        rows = [part.lstrip(ascii_uppercase) for part in (first, last or first)]
        if not all(row.isdecimal() and len(row) <= _DIGITS for row in rows):
            return []
        self._size.add(A_NOTE)
        return [Cells(_column(first, 0), int(rows[0]), int(rows[1]))]

    def _cell(self, words: str) -> str:
        strings = self._workbook.strings
        match self._kind:
            case "s":
                return strings[int(words)] if words.isdecimal() and int(words[:9]) < len(strings) else ""
            case "b":
                return {"": "", "1": "true"}.get(words.strip(), "false")
            case "n":
                return shown(words, self._style, from_1904=self._workbook.from_1904)
            case "d":
                return words.removesuffix("T00:00:00")
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
