"""Rows of a statement table → a workbook of one sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from argmap.exchange.unpacking import packed
from argmap.formats.tables.columns import Role
from argmap.formats.tables.xlsx.reading import WORKBOOK
from argmap.reading.syntax import UNPRINTABLE

_NUMBERS: Final = frozenset({Role.STATEMENT.value, Role.AGREEMENT.value, Role.START.value, Role.STOP.value})
_DIGITS: Final = 15
"""So many digits of a number Excel keeps."""
_FIRST_DAY: Final = "1900-03-01"
"""Before it Excel's days and those of others differ by one."""
_DAY_ZERO: Final = date(1899, 12, 30)
_LENGTH_OF_A_DATE: Final = len(_FIRST_DAY)


def workbook_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet for a head and rows.

    Numbers and dates are such, so that they can be sorted and reckoned with, where the column is one of them; all other cells are
    texts, so that none is taken for a formula.
    """
    heads = rows[0]
    written = ("".join(map(_cell, heads if number else [""] * len(heads), row)) for number, row in enumerate(rows))
    sheet = "".join(f"<row>{cells}</row>" for cells in written)
    types = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_PARTS}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{_PARTS}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_PARTS}.worksheet+xml"/>
</Types>"""
    sheets = '<sheets><sheet name="statements" sheetId="1" r:id="r1"/></sheets>'
    return packed(
        {
            "[Content_Types].xml": _xml(types),
            "_rels/.rels": _links(officeDocument="xl/workbook.xml"),
            WORKBOOK: _xml(f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheets}</workbook>'),
            "xl/_rels/workbook.xml.rels": _links(worksheet="worksheets/sheet1.xml", styles="styles.xml"),
            "xl/styles.xml": _xml(f'<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>'),
            "xl/worksheets/sheet1.xml": _xml(f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>'),
        }
    )


def _cell(head: str, words: str) -> str:
    """A cell of a column with that head."""
    if head in _NUMBERS and words.isdecimal() and len(words) <= _DIGITS and str(int(words)) == words:
        return f"<c><v>{words}</v></c>"
    if head == Role.DATE.value and len(words) == _LENGTH_OF_A_DATE and words >= _FIRST_DAY:
        return f'<c s="1"><v>{(date.fromisoformat(words) - _DAY_ZERO).days}</v></c>'
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_escaped(words)}</t></is></c>'


def _links(**targets: str) -> bytes:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return _xml(f'<Relationships xmlns="{_LINKS}">{relations}</Relationships>')


_PARTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_STYLES: Final = """\
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"""
"""Of cells: as they are, and as dates that every country reads alike. Excel wants the other parts to be there."""


def _escaped(cell: str) -> str:
    from xml.sax.saxutils import escape  # which imports clients of the network: not to read a file

    return escape(UNPRINTABLE.sub("", cell)).replace("\r", "&#13;")


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()
