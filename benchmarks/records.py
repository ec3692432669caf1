"""Files of every format that is read, made of records of so many words each.

With one word a record they are the worst case for memory: next to nothing of a file is text, and nearly all of it becomes objects.
With 30, a record is a sentence of some 120 characters, as in the debates that people keep.

usage: python benchmarks/records.py FORMAT BYTES FOLDER [WORDS]
"""

import io
import json
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from string import ascii_lowercase
from types import MappingProxyType
from typing import Final

Maker = Callable[[int, int], Mapping[str, bytes]]
"""A number of records, and how many words each has → files by name."""


def made(format_name: str, size: int, words: int) -> Mapping[str, bytes]:
    """Return files of a format, the first of which has about so many bytes."""
    maker = MAKERS[format_name]
    trial = 2_000
    records = trial
    for _ in range(3):
        records = max(2, round(records * size / len(next(iter(maker(records, words).values())))))
    return maker(records, words)


def _aif(records: int, words: int) -> Mapping[str, bytes]:
    return {"records.json": aif(records, words=words)}


def _xaif(records: int, words: int) -> Mapping[str, bytes]:
    return {"records.json": _json({"AIF": _aif_network(records, words), "text": ""})}


def aif(claims: int, *, words: int = 1, first: int = 0) -> bytes:
    """Return an AIF map: a tree of claims of some words, with an inference between any two; ids are counted from `first` on."""
    return _json(_aif_network(claims, words, first))


def _aif_network(claims: int, words: int = 1, first: int = 0) -> dict[str, object]:
    rows = range(first, first + claims)
    nodes = [{"nodeID": str(row), "text": _words(row, words), "type": "I"} for row in rows]
    schemes = [{"nodeID": f"s{row}", "text": "", "type": "RA" if row % 2 else "CA"} for row in rows[1:]]
    edges = [
        {"edgeID": f"{row}{end}", "fromID": start, "toID": stop}
        for row in rows[1:]
        for end, (start, stop) in enumerate(((str(row), f"s{row}"), (f"s{row}", str(first + (row - first - 1) // 4))))
    ]
    return {"nodes": [*nodes, *schemes], "edges": edges, "locutions": []}


def _sadface(records: int, words: int) -> Mapping[str, bytes]:
    atoms = [{"id": str(row), "type": "atom", "text": _words(row, words)} for row in range(records)]
    schemes = [{"id": f"s{row}", "type": "inference", "name": "support"} for row in range(1, records)]
    edges = [
        {"source_id": start, "target_id": stop}
        for row in range(1, records)
        for start, stop in ((str(row), f"s{row}"), (f"s{row}", str((row - 1) // 4)))
    ]
    return {"records.json": _json({"nodes": [*atoms, *schemes], "edges": edges})}


def _microtexts(records: int, words: int) -> Mapping[str, bytes]:
    units = (
        f'<edu id="e{row}">{_words(row, words)}</edu><adu id="a{row}" type="pro"/>'
        f'<edge id="s{row}" src="e{row}" trg="a{row}" type="seg"/>'
        + (f'<edge id="c{row}" src="a{row}" trg="a{(row - 1) // 4}" type="sup"/>' if row else "")
        for row in range(records)
    )
    text = "".join(f"{_words(row, words)} " for row in range(records))
    return {"records.xml": f'<arggraph id="records">{"".join(units)}</arggraph>'.encode(), "records.txt": text.encode()}


def _brat(records: int, words: int) -> Mapping[str, bytes]:
    lines: list[str] = []
    said: list[str] = []
    place = 0
    for row in range(records):
        claim = _words(row, words)
        lines.append(f"T{row}\tClaim {place} {place + len(claim)}\t{claim}\n")
        said.append(claim)
        place += len(claim) + 1
        if row:
            lines.append(f"R{row}\tsupports Arg1:T{row} Arg2:T{(row - 1) // 4}\n")
    return {"records.ann": "".join(lines).encode(), "records.txt": " ".join(said).encode()}


def _kialo(records: int, words: int) -> Mapping[str, bytes]:
    lines = ["Discussion Title: t\n", "\n", "1. Thesis\n"]
    queue = ["1"]
    for row in range(1, records):
        number = f"{queue[(row - 1) // 9]}.{(row - 1) % 9 + 1}"
        queue.append(number)
        lines.append(f"{number}. {'Pro' if row % 2 else 'Con'}: {_words(row, words)}\n")
    return {"records.txt": "".join(lines).encode()}


def _argdown(records: int, words: int) -> Mapping[str, bytes]:
    def titled(row: int) -> str:
        return f"[{_word(row)}]" if words == 1 else f"[{_words(row, 3).title()}]: {_words(row, words)}"

    groups = (f"{titled(row)}\n + {titled(row + 1)}\n - {titled(row + 2)}\n\n" for row in range(0, records, 3))
    return {"records.argdown": "".join(groups).encode()}


def _argdown_json(records: int, words: int) -> Mapping[str, bytes]:
    statements = {
        _word(row): {"type": "equivalence-class", "title": _word(row), "members": [{"text": _words(row, words)}]}
        for row in range(records)
    }
    relations = [
        {
            "relationType": "support",
            "from": _word(row),
            "fromType": "equivalence-class",
            "to": _word((row - 1) // 4),
            "toType": "equivalence-class",
        }
        for row in range(1, records)
    ]
    return {"records.json": _json({"arguments": {}, "statements": statements, "relations": relations})}


def _carneades(records: int, words: int) -> Mapping[str, bytes]:
    statements = "".join(f"  {_word(row)}: {_words(row, words)}\n" for row in range(records))
    arguments = "".join(
        f"  r{row}:\n    premises: [{_word(row)}]\n    conclusion: {_word((row - 1) // 4)}\n" for row in range(1, records)
    )
    return {"records.yml": f"statements:\n{statements}arguments:\n{arguments}".encode()}


def _rows(records: int, words: int) -> Iterator[tuple[str, ...]]:
    yield ("person", "concept", "agreement", "text")[: 3 + (words > 1)]
    for row in range(records):
        told = _word(row % 1000), _word(row % 77), str(row % 2)
        yield (*told, _words(row, words)) if words > 1 else told


def _csv(records: int, words: int) -> Mapping[str, bytes]:
    return {"records.csv": "".join(f"{','.join(row)}\n" for row in _rows(records, words)).encode()}


def _tsv(records: int, words: int) -> Mapping[str, bytes]:
    return {"records.tsv": "".join("\t".join(row) + "\n" for row in _rows(records, words)).encode()}


def _xlsx(records: int, words: int) -> Mapping[str, bytes]:
    cells = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = "".join(f"<row>{''.join(map(cells.format, row))}</row>" for row in _rows(records, words))
    parts = {
        "xl/workbook.xml": '<workbook><sheets><sheet name="s" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }
    return {"records.xlsx": _zip(parts)}


def _dna(records: int, words: int) -> Mapping[str, bytes]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_DNA)
        passages = [_passage(row, words) for row in range(records)]
        places = list(accumulate(map(len, passages), initial=0))
        text = "".join(passages)
        connection.execute("INSERT INTO DOCUMENTS VALUES (1, 't', ?, 1, '', '', '', '', '', 0)", (text,))
        numbers = range(1, records + 1)
        connection.executemany(
            "INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, 1)", ((n, places[n - 1], places[n] - 1) for n in numbers)
        )
        for variable, values in ((1, 1000), (2, 77)):
            rows = ((n, variable, _word(n % values)) for n in numbers)
            connection.executemany("INSERT INTO DATASHORTTEXT VALUES (NULL, ?, ?, 1, ?)", rows)
        connection.executemany("INSERT INTO DATABOOLEAN VALUES (NULL, ?, 3, 1, ?)", ((n, n % 2) for n in numbers))
        connection.commit()
        return {"records.dna": bytes(connection.serialize())}


_DNA: Final = """
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
INSERT INTO CODERS VALUES (1, 'a');
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT,
  Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT);
INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement');
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'concept', 'short text', 1), (3, 'agreement', 'boolean', 1);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER,
  Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT);
"""


def _refi(records: int, words: int) -> Mapping[str, bytes]:
    codes = "".join(f'<Code guid="{_guid(row)}" name="{_word(row)}" isCodable="true"/>' for row in range(77))
    cases = "".join(
        f'<Case guid="{_guid(1000 + case)}" name="{_word(case)}">'
        + "".join(f'<SelectionRef targetGUID="{_guid(10_000 + row)}"/>' for row in range(case, records, 100))
        + "</Case>"
        for case in range(100)
    )
    passages = [_passage(row, words) for row in range(records)]
    places = list(accumulate(map(len, passages), initial=0))
    selections = "".join(
        f'<PlainTextSelection guid="{_guid(10_000 + row)}" startPosition="{places[row]}" endPosition="{places[row + 1] - 1}">'
        f'<Coding guid="{_guid(10_000_000 + row)}"><CodeRef targetGUID="{_guid(row % 77)}"/></Coding></PlainTextSelection>'
        for row in range(records)
    )
    text = "".join(passages)
    project = (
        f'<Project name="t" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>{codes}</Codes></CodeBook><Cases>{cases}</Cases>'
        f'<Sources><TextSource guid="{_guid(1)}a" name="t"><PlainTextContent>{text}</PlainTextContent>{selections}'
        "</TextSource></Sources></Project>"
    )
    return {"records.qdpx": _zip({"project.qde": project})}


def _refi_codebook(records: int, words: int) -> Mapping[str, bytes]:
    codes = "".join(f'<Code guid="{_guid(row)}" name="{_words(row, words)}" isCodable="true"/>' for row in range(records))
    return {"records.qdc": f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>'.encode()}


def _web_annotation(records: int, words: int) -> Mapping[str, bytes]:
    items = [
        {
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": _words(row, words)},
            "target": {"source": "http://a.example/", "selector": {"type": "TextQuoteSelector", "exact": _word(row)}},
        }
        for row in range(records)
    ]
    return {"records.jsonld": _json({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items})}


def _word(row: int) -> str:
    """A word of its own for each number, shorter than the number."""
    letters = ""
    while row or not letters:
        row, digit = divmod(row, len(ascii_lowercase))
        letters += ascii_lowercase[digit]
    return letters


def _words(row: int, words: int) -> str:
    """So many words, in this order for this number only."""
    return " ".join(map(_word, range(row, row + words)))


def _passage(row: int, words: int) -> str:
    """Words, or four letters of their own for each of the first half million numbers, and a blank."""
    return f"{_words(row, words)} " if words > 1 else f"{_word(row):a<4} "


def _guid(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _zip(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


MAKERS: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "aif": _aif,
        "xaif": _xaif,
        "sadface": _sadface,
        "microtexts": _microtexts,
        "brat": _brat,
        "kialo": _kialo,
        "argdown": _argdown,
        "argdown-json": _argdown_json,
        "carneades": _carneades,
        "csv": _csv,
        "tsv": _tsv,
        "xlsx": _xlsx,
        "dna": _dna,
        "refi-qda": _refi,
        "refi-qdc": _refi_codebook,
        "web-annotation": _web_annotation,
    }
)


def main() -> None:
    """Write files of a format into a folder."""
    format_name, size, name, *words = sys.argv[1:]
    folder = Path(name)
    folder.mkdir(exist_ok=True)
    for file, data in made(format_name, int(size), int(words[0]) if words else 1).items():
        (folder / file).write_bytes(data)


if __name__ == "__main__":
    main()
