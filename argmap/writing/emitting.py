"""Models → YAML: a new annotation file in the house style."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from argmap.model import AnnotationFile
from argmap.reading.syntax import UNPRINTABLE
from argmap.reading.values import KeyPath
from argmap.writing.block import write
from argmap.writing.notes import Comment, Notes
from argmap.writing.style import SHORT

_NOT_IN_A_COMMENT: Final = re.compile("[\x85\u2028\u2029\ufeff]")
_ALWAYS: Final = frozenset({"argmap", "language"})
_NULL: Final = ("null",)


def emit(annotation: AnnotationFile, comments: Mapping[KeyPath, str] = MappingProxyType({})) -> str:
    """Return an annotation file as YAML in the house style; read back, it says the same.

    Characters that YAML does not allow (control characters, halves of surrogate pairs) are left out, as the reader would.

    Args:
        annotation: what is to be written; what was not set is not written.
        comments: what stands above an entry, by its path: `("claims", "low-priority")`, `("statements", 3, "quote")`; by the empty
            path, above the whole file. Where nothing is written at a path, it is the entry that it leads into. Each line becomes
            one line of comment.
    """
    value = _value(annotation)
    above: dict[KeyPath, list[Comment]] = {}
    for path, words in comments.items():
        above.setdefault(_nearest(value, path), []).extend(_comment_lines(words))
    notes = {path: Notes(above=tuple(lines), blank=path == ()) for path, lines in above.items()}
    return write(value, notes, dict(_nulls(value, ())))


def _nearest(value: Any, path: KeyPath) -> KeyPath:
    """A path, as far as there is something to be written at it."""
    for length, step in enumerate(path):
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if isinstance(step, int) and step < len(value):
                value = value[step]
            case _:
                return path[:length]
    return path


def _value(value: Any, *, own: bool = False) -> Any:
    """A value of the models as the mappings, lists and texts of a file; what says nothing is left out."""
    match value:
        case BaseModel():
            return _entry(value)
        case str():
            return UNPRINTABLE.sub("", value)
        case tuple() | list():
            return [_value(item, own=own) for item in value]
        case Mapping():
            return {_value(key): _value(item, own=own) for key, item in value.items()}
        case float() if not own:
            return format(Decimal(repr(value)).normalize(), "f")
        case _:
            return value


def _entry(entry: BaseModel) -> Any:
    own = entry.__pydantic_extra__ or {}
    fields = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if (name in entry.model_fields_set or name in _ALWAYS) and value is not None and value not in ((), {}):
            fields[name] = _value(value)
    quotes = fields.get("quote")
    if isinstance(quotes, list) and len(quotes) == 1:
        fields["quote"] = quotes[0]
    fields |= {_value(name): _value(value, own=True) for name, value in own.items()}
    short = SHORT.get(type(entry))
    if short is not None and fields.keys() == {short} and isinstance(fields[short], str):
        return fields[short]
    return fields


def _nulls(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, tuple[str]]]:
    """What is null inside of a key of the user's own is written as `null`: a key without a value would be taken for a mistake."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        if item is None and isinstance(value, dict) and len(path) > 0:
            yield (*path, step), _NULL
        yield from _nulls(item, (*path, step))


def _comment_lines(words: str) -> Iterator[Comment]:
    for line in _NOT_IN_A_COMMENT.sub(" ", UNPRINTABLE.sub("", words)).splitlines():
        yield Comment(f"# {line}".rstrip())
