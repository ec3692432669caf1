"""Small workbooks of Excel, from the XML of their sheets."""

from collections.abc import Mapping
from types import MappingProxyType

from argmap.exchange.unpacking import packed


def texts(**cells: str) -> str:
    """Cells with texts, by their column."""
    return "".join(f'<c r="{column}0" t="inlineStr"><is><t>{words}</t></is></c>' for column, words in cells.items())


def sheet(*rows: str, after: str = "") -> str:
    lines = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns:r="x"><sheetData>{lines}</sheetData>{after}</worksheet>'


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
