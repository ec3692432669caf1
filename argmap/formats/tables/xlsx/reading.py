"""A workbook → what is in its sheets, without what else it holds."""

import posixpath
from collections.abc import Iterator
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.decoding import Handlers, local_name, parse_xml
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import Archive
from argmap.formats.tables.sheets import Sheet
from argmap.formats.tables.xlsx.grid import Grid, Workbook
from argmap.formats.tables.xlsx.number_formats import Styles
from argmap.formats.tables.xlsx.words import A_NOTE, TEXT_OF_AN_ENTRY, Words

WORKBOOK: Final = "xl/workbook.xml"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""With it begin compound files: workbooks of before 2007, and those with a password."""
_TIMES: Final = 100
"""A sheet may be so many times as large as its file: it is mostly markup, and is read piece by piece."""
_TEXTS_OF_AN_ENTRY: Final = 20
"""So many empty texts take as much memory as an entry."""


def sheets_of(data: bytes, name: str, size: Size) -> list[Sheet]:
    """Return what is in the sheets of a workbook, in their order.

    Raises:
        FormatError: it is no workbook, or is broken.
    """
    if data.startswith(_OLD):
        hint = "save it as .xlsx, without a password"
        raise FormatError("it is an old workbook, or locked with a password", file=name, hint=hint)
    archive = Archive(data, name, _TIMES)
    if WORKBOOK not in archive.names:
        raise FormatError("this is a zip file, but no workbook of Excel", file=name, hint="save it as .xlsx")
    parts = _Parts(size)
    parse_xml(archive.pieces(WORKBOOK), name, parts)
    strings: list[str] = []
    styles = Styles(size)
    for part, handlers in (("xl/sharedStrings.xml", _Strings(strings, size)), ("xl/styles.xml", styles)):
        if part in archive.names:
            parse_xml(archive.pieces(part), name, handlers)
    workbook = Workbook(strings, styles.kinds, parts.from_1904)
    return [_sheet(archive, sheet, part, workbook, size) for sheet, part in _sheets(parts, archive, size)]


def _sheet(archive: Archive, name: str, part: str, workbook: Workbook, size: Size) -> Sheet:
    grid = Grid(workbook, size)
    parse_xml(archive.pieces(part), archive.name, grid)
    links = grid.links(_targets(archive, part, size)) if grid.linked else grid.links({})
    return Sheet(name, grid.rows(), links, workbook.from_1904, grid.beyond)


def _sheets(parts: "_Parts", archive: Archive, size: Size) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and of what is in them in the zip file."""
    targets = _targets(archive, WORKBOOK, size)
    for name, relation in parts.sheets or [("", "")]:
        target = targets.get(relation, "worksheets/sheet1.xml" if not targets else "")
        if target:
            yield name, posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _targets(archive: Archive, part: str, size: Size) -> dict[str, str]:
    """Where the relations of a part lead, by their ids."""
    inner = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
    relations = _Relations(size)
    if inner in archive.names:
        parse_xml(archive.pieces(inner), archive.name, relations)
    return relations.targets


class _Parts(Handlers):
    """What is told of all sheets."""

    def __init__(self, size: Size) -> None:
        self.sheets: list[tuple[str, str]] = []
        """Their names, and the ids of the relations that lead to them."""
        self.from_1904 = False
        self._size = size
        self._path: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._path) == 1 and local_name(tag) == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}
        if self._path[1:] == ["sheets"]:
            self._size.add(A_NOTE)
            relation = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))
        self._path.append(local_name(tag))

    def end(self, tag: str) -> None:
        del tag
        self._path.pop()

    def data(self, words: str) -> None:
        """There is no text."""


class _Relations(Handlers):
    """Where relations lead: to a sheet of cells, or out of the workbook."""

    def __init__(self, size: Size) -> None:
        self.targets: dict[str, str] = {}
        self._size = size

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        del tag
        if attributes.get("Type", "/worksheet").endswith(("/worksheet", "/hyperlink")):
            target = attributes.get("Target", "")
            self._size.add(A_NOTE + len(target) / TEXT_OF_AN_ENTRY)
            self.targets[attributes.get("Id", "")] = target

    def end(self, tag: str) -> None:
        """There is nothing in it."""

    def data(self, words: str) -> None:
        """There is no text."""


class _Strings(Handlers):
    """The texts that cells of all sheets share; what helps to pronounce them is left out."""

    def __init__(self, strings: list[str], size: Size) -> None:
        self._strings = strings
        self._size = size
        self._words = Words(size)
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
