"""YAML text → plain values with the place of every key and value, in one pass over libyaml's events.

Scalars stay text. What YAML allows and the format does not (anchors, aliases, tags, equal keys, keys that are no text, several
documents) is a diagnostic; whatever can be read besides is returned.
"""

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml
from yaml.events import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent
from yaml.reader import ReaderError

from argmap.diagnostics import Diagnostic, Place, Related, TextFile
from argmap.reading import rules
from argmap.reading.syntax import explained

try:
    from yaml.cyaml import CParser as EventParser
except ImportError:  # PyYAML built without libyaml: slower, the same events
    from yaml import SafeLoader as EventParser  # type: ignore[assignment]

Value: TypeAlias = "str | None | dict[str, Value] | list[Value]"
Marks: TypeAlias = "int | MappingMarks | SequenceMarks"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH: Final = 40
"""Levels of nesting; the format itself needs eight."""
_BITS: Final = 32
_MASK: Final = (1 << _BITS) - 1


@dataclass(slots=True)
class MappingMarks:
    """The span of a mapping, and of each key with what it holds; a span is start << 32 | end in code points."""

    span: int
    keys: dict[str, tuple[int, Marks]] = field(default_factory=dict)


@dataclass(slots=True)
class SequenceMarks:
    """The span of a sequence, and the marks of its items."""

    span: int
    items: list[Marks] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class EmptyKey:
    """A key without a value, and the mapping it stands in."""

    mapping: dict[str, Value]
    key: str
    at: Place
    flow: bool
    """It stands in {…}, where an unquoted comma ends a text."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML text says, and where."""

    value: Value
    marks: Marks
    diagnostics: tuple[Diagnostic, ...]
    empty_keys: tuple["EmptyKey", ...]


def parse(file: TextFile) -> Parsed:
    """Return the values of a YAML text; where its syntax is broken the value is None and a diagnostic says why."""
    builder = _Builder(file)
    try:
        value, marks = builder.build()
    except (yaml.MarkedYAMLError, ReaderError, UnicodeEncodeError) as error:
        builder.diagnostics.append(explained(file, error))
        value, marks = None, 0
    except _StopReading:
        value, marks = None, 0
    return Parsed(value, marks, tuple(builder.diagnostics), tuple(builder.empty_keys))


def place_at(file: TextFile, marks: Marks, path: Path, *, key: bool = False) -> Place:
    """Return the place of the value at a path (of its key, where asked); of the nearest that exists where it leads nowhere."""
    span = _span(marks)
    last = len(path) - 1
    for depth, step in enumerate(path):
        if isinstance(marks, MappingMarks) and isinstance(step, str) and step in marks.keys:
            key_span, marks = marks.keys[step]
            span = key_span if key and depth == last else _span(marks)
            if span >> _BITS == span & _MASK:
                span = key_span
        elif isinstance(marks, SequenceMarks) and isinstance(step, int) and step < len(marks.items):
            marks = marks.items[step]
            span = _span(marks)
        else:
            break
    return file.place(span >> _BITS, span & _MASK)


def _span(marks: Marks) -> int:
    return marks if isinstance(marks, int) else marks.span


class _StopReading(Exception):  # noqa: N818 - not an error: the diagnostic is already there
    pass


class _Builder:
    """The state of one pass: open containers on a stack, each with its marks."""

    def __init__(self, file: TextFile) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self.empty_keys: list[EmptyKey] = []

    def build(self) -> tuple[Value, Marks]:  # noqa: C901, PLR0912, PLR0915 - one loop, for speed: a call an event costs as much again
        parser = EventParser(self.file.text)
        next_event = parser.get_event
        root: Value = None
        root_marks: Marks = 0
        documents = 0
        stack: list[tuple[Any, Any]] = []
        values: Any = None
        marks: Any = None
        key: str | None = None
        key_span = 0
        pending: list[tuple[str | None, int]] = []
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                span = event.start_mark.index << _BITS | event.end_mark.index
                if event.anchor is not None or event.tag is not None:
                    self._refuse_feature(event)
                text: str | None = event.value
                if marks is None:
                    root, root_marks = text or None, span
                    continue
                if type(values) is list:
                    if not text and event.style is None:
                        text = None
                    values.append(text)
                    marks.items.append(span)
                    continue
                if key is None:
                    key, key_span = text or "", span
                    continue
                if not text and event.style is None:
                    text = None
                    flow = self.file.text[marks.span >> _BITS] == "{"
                    self.empty_keys.append(EmptyKey(values, key, self._place(key_span), flow))
                self._put(values, marks, key, key_span, text, span)
                key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_feature(event)
                if len(stack) >= MAX_DEPTH:
                    self._refuse(rules.TOO_DEEP, event, f"nested more than {MAX_DEPTH} levels deep")
                    raise _StopReading
                if type(values) is dict and key is None:
                    self._refuse(rules.WRONG_KIND, event, "a key must be a text, not a list or a mapping")
                    raise _StopReading
                stack.append((values, marks))
                pending.append((key, key_span))
                start = event.start_mark.index
                if kind is MappingStartEvent:
                    values, marks = {}, MappingMarks(start << _BITS | start)
                else:
                    values, marks = [], SequenceMarks(start << _BITS | start)
                key = None
            elif kind is AliasEvent:
                self._refuse_feature(event)
                raise _StopReading
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(rules.SEVERAL_DOCUMENTS, event, "a second YAML document begins here")
                    break
            elif kind is StreamEndEvent:
                break
            elif stack:  # the end of a mapping or a sequence
                done, done_marks = values, marks
                done_marks.span |= self._end_of(event, done_marks.span >> _BITS)
                values, marks = stack.pop()
                key, key_span = pending.pop()
                if marks is None:
                    root, root_marks = done, done_marks
                elif type(values) is list:
                    values.append(done)
                    marks.items.append(done_marks)
                else:
                    self._put(values, marks, key or "", key_span, done, done_marks)
                    key = None
        return root, root_marks

    def _put(self, values: dict[str, Value], marks: MappingMarks, key: str, key_span: int, value: Value, value_marks: Marks) -> None:
        if key in values:
            first = self._place(marks.keys[key][0])
            here = self._place(key_span)
            message = f"key {key!r} stands twice in one mapping, here and on line {first.line}"
            hint = "join the two entries into one, or give one of them another name"
            self.diagnostics.append(rules.DUPLICATE_KEY.at(here, message, hint, [Related("first here", first)]))
            return
        values[key] = value
        marks.keys[key] = (key_span, value_marks)

    def _refuse(self, rule: rules.Rule, event: Any, message: str, hint: str | None = None) -> None:
        place = self.file.place(event.start_mark.index, event.end_mark.index)
        self.diagnostics.append(rule.at(place, message, hint))

    def _refuse_feature(self, event: Any) -> None:
        start = self.file.text[event.start_mark.index : event.start_mark.index + 1]
        name = {"&": "an anchor (&)", "*": "an alias (*)"}.get(start, "a tag (!)")
        self._refuse(rules.YAML_FEATURE, event, f"{name} is not part of the format", "put the text in quotes if it begins with that sign")

    def _place(self, span: int) -> Place:
        return self.file.place(span >> _BITS, span & _MASK)

    def _end_of(self, event: Any, start: int) -> int:
        """The end of a container: of block ones libyaml names the start of what follows, so white space is taken back."""
        end: int = event.end_mark.index
        text = self.file.text
        while end > start and text[end - 1] in " \r\n\t":
            end -= 1
        return end
