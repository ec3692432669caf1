"""An annotation file rewritten in the house style: every comment kept, the meaning unchanged."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Diagnostic, Severity, TextFile, in_order
from argmap.model import AnnotationFile
from argmap.reading.marks import Marks
from argmap.reading.shape import shape
from argmap.reading.values import KeyPath, Value, parse
from argmap.writing.block import write
from argmap.writing.comments import comments_of, rows_of_block
from argmap.writing.notes import NotesByPath
from argmap.writing.scalars import as_written

_HEADER: Final = re.compile(r"([|>][-+]?)[ \t]*(?:#.*)?")
_OTHER_LINE_ENDS: Final = re.compile(r"[\x85\u2028\u2029]")


class CannotFormat(ValueError):  # noqa: N818 - named by what it says
    """A file has faults that make its meaning uncertain; its diagnostics say which, with the file's lines to show them in."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], files: tuple[TextFile, ...]) -> None:
        super().__init__("; ".join(diagnostic.finding.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics
        self.files = files


class MeaningWouldChange(RuntimeError):  # noqa: N818 - named by what it says
    """The rewritten file would not say the same as the file: a fault of the formatter, noticed before anything is written."""


def format_text(text: str, name: str = "annotation.yaml") -> str:
    """Return an annotation file in the house style.

    Comments stay with what they stand at; statements, entries and ids keep their order, fields come in the order of the format.

    Raises:
        CannotFormat: the file has errors of reading or shape.
        MeaningWouldChange: the result would say something else, or miss a comment.
    """
    file = TextFile(name, re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff")))
    before, marks = _loaded(file)
    notes = comments_of(file.text, marks)
    result = _rewritten(file, notes)
    try:
        after, new_marks = _loaded(TextFile(name, result))
    except CannotFormat as error:
        raise MeaningWouldChange(f"{name} would not be readable: {error}") from error
    if _said(before) != _said(after):
        raise MeaningWouldChange(f"{name} would not say the same")
    if _comments(notes) != _comments(comments_of(result, new_marks)):
        raise MeaningWouldChange(f"{name} would not keep its comments")
    return result


def _loaded(file: TextFile) -> tuple[AnnotationFile, Marks]:
    parsed = parse(file)
    shaped = shape(file, parsed)
    errors = [one for one in (*parsed.diagnostics, *shaped.diagnostics) if one.severity is Severity.ERROR]
    if errors or shaped.model is None:
        raise CannotFormat(in_order(errors), (file,))
    return shaped.model, parsed.marks


def _said(annotation: AnnotationFile) -> tuple[AnnotationFile, tuple[tuple[str, ...], ...]]:
    """All that a file says; mappings are equal in any order, so that of the entries comes besides."""
    sections = (
        annotation.actors,
        annotation.questions,
        annotation.claims,
        annotation.evidence,
        annotation.arguments,
        annotation.weights,
    )
    return annotation, tuple(tuple(section) for section in sections)


def _comments(notes: NotesByPath) -> list[str]:
    return sorted(text for one in notes.values() for text in (*(comment.text for comment in (*one.above, *one.below)), *one.beside))


def _rewritten(file: TextFile, notes: NotesByPath) -> str:
    parsed = parse(file)  # anew: shaping takes out of the values what is empty
    value = parsed.value
    assert isinstance(value, dict)  # noqa: S101 - it has been loaded
    spelled = dict(_spelled(file.text, value, parsed.marks, 0, (), own=False))
    return write(value, notes, spelled, frozenset(_plain_keys(file.text, parsed.marks, 0, (), own=False)))


def _spelled(  # noqa: PLR0913 - a value, and where it stands
    text: str, value: Value, marks: Marks, row: int, path: KeyPath, *, own: bool
) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """Yield the scalars that stay as their author spelled them: literal and folded blocks, and what stands under `x-` keys."""
    match value:
        case dict() | list():
            for step, _, inner in marks.children(row):
                item = value[step]  # type: ignore[index] # marks have the shape of the values
                is_own = own or (isinstance(step, str) and step.startswith("x-"))
                yield from _spelled(text, item, marks, inner, (*path, step), own=is_own)
        case str():
            start, end = marks.span(row)
            sign = text[start]
            if sign in "|>":
                block = _block(text[start:end])
                if block is not None:
                    yield path, block
            elif own and "\n" not in value:
                yield path, (as_written(value, plain=sign not in "'\""),)
        case None:
            pass


def _plain_keys(text: str, marks: Marks, row: int, path: KeyPath, *, own: bool) -> Iterator[KeyPath]:
    """Yield the paths of the keys under `x-` keys that their author wrote without quotes."""
    if marks.is_scalar(row):
        return
    for step, key, inner in marks.children(row):
        if own and key is not None and text[marks.span(key)[0]] not in "'\"|>":
            yield (*path, step)
        yield from _plain_keys(text, marks, inner, (*path, step), own=own or (isinstance(step, str) and step.startswith("x-")))


def _block(raw: str) -> tuple[str, ...] | None:
    """The lines of a literal or folded block without its indentation; None where they would not say the same at another one."""
    (header, *rows), indent = rows_of_block(raw)
    match = _HEADER.fullmatch(header)
    if match is None or match[1].endswith("+") or _OTHER_LINE_ENDS.search(raw):
        return None
    if not any(row.strip(" ") for row in rows):
        return None
    sign = match[1] if raw.endswith("\n") else f"{match[1][0]}-"  # where the file ends in the block, the text has no line end
    return (sign, *(row[indent:] for row in rows))
