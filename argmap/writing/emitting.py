"""Models → YAML: a new annotation file in the house style."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from argmap.model import AnnotationFile
from argmap.reading.syntax import UNPRINTABLE
from argmap.reading.values import KeyPath
from argmap.writing.block import Bare, written
from argmap.writing.notes import Comment, Notes
from argmap.writing.style import SHORT

_NOT_IN_A_COMMENT: Final = re.compile("[\x85\u2028\u2029\ufeff]")
_ALWAYS: Final = frozenset({"argmap", "language"})
_NULL: Final = Bare("null")


def emit(annotation: AnnotationFile, comments: Mapping[KeyPath, str] = MappingProxyType({})) -> str:
    """Return an annotation file as YAML in the house style; read back, it says the same.

    Characters that YAML does not allow (control characters, halves of surrogate pairs) are left out, as the reader would.

    Args:
        annotation: what is to be written; what was not set is not written.
        comments: what stands above an entry, by its path: `("claims", "low-priority")`, `("statements", 3, "quote")`; by the empty
            path, above the whole file. Where nothing is written at a path, it is the entry that it leads into. Each line becomes
            one line of comment.
    """
    return "".join(emitted(annotation, comments))


def emitted(annotation: AnnotationFile, comments: Mapping[KeyPath, str] = MappingProxyType({})) -> Iterator[str]:
    """Yield the same piece by piece; of a large file no more is in memory than the models."""
    value = _fields(annotation)
    above: dict[KeyPath, list[Comment]] = {}
    for path, words in comments.items():
        above.setdefault(_nearest(value, path), []).extend(_comment_lines(words))
    notes = {path: Notes(above=tuple(lines), blank=path == ()) for path, lines in above.items()}
    return written(value, notes)


def _nearest(value: Any, path: KeyPath) -> KeyPath:
    """A path, as far as there is something to be written at it."""
    for length, step in enumerate(path):
        if isinstance(value, Mapping):
            found = step in value
        else:
            found = isinstance(value, Sequence) and isinstance(step, int) and step < len(value)
        if not found:
            return path[:length]
        value = value[step]
    return path


class _Entries(Mapping[str, Any]):
    """A section as values, each entry made when it is asked for."""

    def __init__(self, models: Mapping[str, Any]) -> None:
        self._models = models

    def __getitem__(self, name: str) -> Any:
        return _value(self._models[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._models)

    def __len__(self) -> int:
        return len(self._models)


class _Items(Sequence[Any]):
    """The same of a list of entries."""

    def __init__(self, models: Sequence[Any]) -> None:
        self._models = models

    def __getitem__(self, row: Any) -> Any:
        return _value(self._models[row])

    def __len__(self) -> int:
        return len(self._models)


def _value(value: Any, *, own: bool = False) -> Any:
    """A value of the models as the mappings, lists and texts of a file; what says nothing is left out.

    What is null inside of a key of the user's own is written as `null`: a key without a value would be taken for a mistake.
    """
    match value:
        case BaseModel():
            return _entry(value)
        case str():
            return UNPRINTABLE.sub("", value)
        case tuple() | list():
            return [_value(item, own=own) for item in value]
        case Mapping():
            return {_value(key): _NULL if item is None and own else _value(item, own=own) for key, item in value.items()}
        case float() if not own:
            return format(Decimal(repr(value)).normalize(), "f")
        case _:
            return value


def _entry(entry: BaseModel) -> Any:
    fields = _fields(entry)
    quotes = fields.get("quote")
    if isinstance(quotes, list) and len(quotes) == 1:
        fields["quote"] = quotes[0]
    short = SHORT.get(type(entry))
    if short is not None and fields.keys() == {short} and isinstance(fields[short], str):
        return fields[short]
    return fields


def _fields(entry: BaseModel) -> dict[str, Any]:
    """What was set in an entry and says something; the sections of a file as they are gone through."""
    fields: dict[str, Any] = {}
    is_file = isinstance(entry, AnnotationFile)
    for name in type(entry).model_fields:
        if name not in entry.model_fields_set and name not in _ALWAYS:
            continue
        value = getattr(entry, name)
        if value is None or value in ((), {}):
            continue
        if is_file and name == "statements":
            fields[name] = _Items(value)
        elif is_file and isinstance(value, Mapping):
            fields[name] = _Entries(value)
        else:
            fields[name] = _value(value)
    for name, value in (entry.__pydantic_extra__ or {}).items():
        fields[_value(name)] = _NULL if value is None and not is_file else _value(value, own=True)
    return fields


def _comment_lines(words: str) -> Iterator[Comment]:
    for line in _NOT_IN_A_COMMENT.sub(" ", UNPRINTABLE.sub("", words)).splitlines():
        yield Comment(f"# {line}".rstrip())
