"""Rows of a statement table → a workbook of one sheet."""

from collections.abc import Iterable, Sequence
from typing import Final

from argmap.exchange.unpacking import packed
from argmap.formats.tables.xlsx.reading import WORKBOOK
from argmap.reading.syntax import UNPRINTABLE


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
