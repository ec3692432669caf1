"""A new annotation: everything that a text says of itself filled in, the rest as commented examples."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import TextFile
from argmap.model import is_id_sign
from argmap.reading.texts import fingerprint
from argmap.reading.values import parse
from argmap.shipped import shipped_names, shipped_text
from argmap.writing.guessing import date_of, language_of, title_of
from argmap.writing.scalars import one_line, one_line_in_brackets

_FALLBACK: Final = "en"
_LONGEST_ID: Final = 100
_FIELD: Final = re.compile(r"  (?P<name>\w+): (?P<value>.*?)(?P<comment>  #.*)?")
_BARE: Final = frozenset({"date"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be annotated, and where it lies."""

    text: str
    file: str
    """Its path from the folder of the annotation, or its bare name where it lies elsewhere."""
    is_beside: bool = True
    """It lies in the folder of the annotation or below."""
    encoding: str | None = None
    """Where it is neither UTF-8 nor marked."""


def skeleton(text: Text, name: str, annotator: str | None = None, codebook: str | None = None) -> str:
    """Return a new annotation of a text, to be filled in by a person; it is without errors as it is.

    Its comments are in the language of the text where there is a template in that language, else in English.

    Args:
        text: what is annotated.
        name: the stem of the annotation file; the source's id is made from it.
        annotator: who annotates.
        codebook: the path of one that is included. Where one of these is not told, it stands there as an example.
    """
    language = language_of(text.text)
    template = f"skeleton.{language}.yaml"
    lines = shipped_text(template if template in shipped_names("skeleton.*.yaml") else f"skeleton.{_FALLBACK}.yaml").splitlines()
    end = lines.index("x-remarks:")
    remarks = _remarks("\n".join(lines[end:]))
    identifier = source_id(name)
    fields = {
        "id": identifier,
        "title": title_of(text.text) or identifier,
        "date": date_of(text.text),
        "language": language or _FALLBACK,
        "file": text.file,
        "encoding": text.encoding,
        "sha256": fingerprint(text.text),
    }
    notes = {"language": None if language else remarks["guessed"], "file": None if text.is_beside else remarks["elsewhere"]}
    begin = lines.index("source:")
    stop = lines.index("", begin)
    source = [line for one in lines[begin + 1 : stop] for line in _source_line(one, fields, notes)]
    head = [*lines[: begin - 1], *_shared(annotator, codebook, remarks), "", lines[begin]]
    return "\n".join((*head, *source, *map(_as_comment, lines[stop : end - 1]), ""))


def source_id(name: str) -> str:
    """Return an id made from the name of a file.

    >>> source_id("Japan & Central Asia (2025)")
    'japan-central-asia-2025'
    """
    signs = unicodedata.normalize("NFC", name).lower()
    kept = "".join(sign if is_id_sign(sign) else "-" for sign in signs)
    return re.sub("-+", "-", kept)[:_LONGEST_ID].strip("-") or "source"


def _shared(annotator: str | None, codebook: str | None, remarks: Mapping[str, str]) -> list[str]:
    """The lines of who annotates and of what is included: examples, where nobody has said."""
    said, examples = [], []
    if annotator:
        said += ["annotator:", f"  id: {one_line(annotator)}"]
    else:
        examples.append(f"# annotator: {{id: anna}}  # {remarks['annotator']}")
    if codebook:
        said.append(f"include: [{one_line_in_brackets(codebook)}]")
    else:
        examples.append(f"# include: [codebook.yaml]  # {remarks['include']}")
    return [*said, "", *examples] if examples else said


def _remarks(text: str) -> Mapping[str, str]:
    value = parse(TextFile("remarks", text)).value
    assert isinstance(value, dict)  # noqa: S101 - shipped with the package
    remarks = value["x-remarks"]
    assert isinstance(remarks, dict)  # noqa: S101 - likewise
    return {key: str(words) for key, words in remarks.items()}


def _source_line(line: str, fields: Mapping[str, str | None], notes: Mapping[str, str | None]) -> list[str]:
    """A line of the template's source with the value of this one; an example where it has none."""
    match = _FIELD.fullmatch(line)
    assert match is not None  # noqa: S101 - shipped with the package
    name = match["name"]
    value = fields.get(name)
    if value is None:
        return [] if name == "encoding" else [_as_comment(line)]
    written = value if name in _BARE else one_line(value)
    note = notes.get(name)
    return [f"  {name}: {written}" + (f"  # {note}" if note else "")]


def _as_comment(line: str) -> str:
    return f"  # {line[2:]}" if line.startswith("  ") else line
