"""Files that are in no format that is read: what they may be, and what to do with them."""

import codecs
from typing import Final

from argmap.diagnostics import as_typed
from argmap.exchange.contract import Candidate
from argmap.reading.encodings import likely_encoding
from argmap.reading.files import SUFFIXES, is_annotation

_OF_TEXTS: Final = frozenset({"txt", "text", "md"})
"""How the names of articles end."""
_OF_SPREADSHEETS: Final = frozenset({"xls", "xlsx", "xlsm", "xlsb", "ods", "fods", "numbers"})
"""How the names of spreadsheets end that are not read, or not with a password."""


def why_strange(name: str, data: bytes, encoding: str | None) -> str:
    """Return why a file is passed over, and what may help."""
    if not data.strip(codecs.BOM_UTF8).strip():
        return "there is nothing in it"
    candidate = Candidate(name, data, encoding)
    stem, dot, suffix = name.rpartition(".")
    if suffix.lower() in _OF_SPREADSHEETS:
        return "this kind of spreadsheet is not read; save it as .xlsx, without a password"
    if candidate.is_other_text:
        likely = likely_encoding(data)
        return f"its format is not known, and it is not in UTF-8; if it is a text, say in which encoding: --encoding {likely}"
    if f"{dot}{suffix.lower()}" in SUFFIXES and is_annotation(candidate.sample):
        check, render = as_typed(["argmap", "check", name]), as_typed(["argmap", "render", name, "-o", f"{stem}.svg"])
        return f"it is an annotation already: `{check}` checks it, `{render}` draws it"
    return _what_it_may_be(name, candidate.sample.strip())


def _what_it_may_be(name: str, sample: str) -> str:
    stem, _, suffix = name.rpartition(".")
    if suffix.lower() in {"csv", "tsv"}:
        columns = f"--from {suffix.lower()} --column person=NAME --column concept=NAME"
        needed = "a column of concepts (concept, claim, …) and one of persons or organizations (person, speaker, …)"
        return f"none of its first rows is a head that names {needed}; if a row is a statement: {columns}"
    if suffix.lower() in _OF_TEXTS and sample and sample[0] not in "<{[":
        new = as_typed(["argmap", "new", name, "-o", f"{stem}.yaml"])
        return f"its format is not known; if it is the text of an article, `{new}` starts its annotation"
    return "its format is not known"
