"""YAML text → plain values with the place of every key and value, in one pass over libyaml's events.

Scalars stay text. What YAML allows and the format does not (anchors, aliases, tags, equal keys, keys that are no text, several
documents) is a diagnostic; whatever can be read besides is returned.
"""

import re
import sys
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from argmap.diagnostics import Diagnostic, Place, Related, Rule, TextFile
from argmap.reading import rules, shape_rules
from argmap.reading.marks import BITS, MASK, Marks
from argmap.reading.syntax import UNPRINTABLE, explained

Value: TypeAlias = "str | dict[str, Value] | list[Value] | None"
KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and rows that lead from the root of a file to a value."""

MAX_DEPTH: Final = 40
"""Levels of nesting; the format itself needs eight."""
_ROWS_OF_A_FAULT: Final = 16
"""A fault takes as much memory as so many keys and values."""
_NUMBER_SIGN: Final = re.compile(r"(?<=\S)[ \t]+#(?=[^\s#!])")
"""White space and a # that begins a comment right at a word, as if it were part of the text."""


@dataclass(frozen=True, slots=True)
class EmptyKey:
    """A key without a value, and the mapping it stands in."""

    mapping: dict[str, Value]
    key: str
    at: Place
    flow: bool
    """It stands in {…}, where an unquoted comma ends a text."""
    before: str
    """The key before it in {…}; empty where there is none."""
    told: bool
    """A diagnostic says already why it has no value."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML text says, and where."""

    value: Value
    marks: Marks
    diagnostics: tuple[Diagnostic, ...]
    empty_keys: tuple[EmptyKey, ...]
    whole: bool
    """The text ends where the value does; else something after it was not read."""


class TooManyValues(ValueError):  # noqa: N818 - it says what there is
    """A text has more keys and values than are to be read."""


def parse(file: TextFile, most: int = sys.maxsize) -> Parsed:
    """Return the values of a YAML text; where its syntax is broken the value is None and a diagnostic says why.

    Args:
        file: the text.
        most: so many keys, values and faults are read.

    Raises:
        TooManyValues: there are more.
    """
    from yaml import MarkedYAMLError  # only here: who writes annotations needs none of it
    from yaml.reader import ReaderError

    builder = _Builder(file, most)
    value: Value = None
    try:
        value = builder.build()
    except (MarkedYAMLError, ReaderError, UnicodeEncodeError) as error:
        from argmap.reading.recovering import further_errors

        first = explained(file, error, builder.last_scalar)
        builder.diagnostics += (first, *further_errors(file, first))
    except _StopReading:
        pass
    return Parsed(value, builder.marks, tuple(builder.diagnostics), tuple(builder.empty_keys), builder.whole)


def place_at(file: TextFile, marks: Marks, path: KeyPath, *, key: bool = False) -> Place:
    """Return the place of the value at a path (of its key, where asked); of the nearest that exists where it leads nowhere."""
    return file.place(*marks.span_at(path, key=key))


class _StopReading(Exception):  # noqa: N818 - not an error: the diagnostic is already there
    pass


class _Builder:
    """The state of one pass: open containers on a stack, each with the row of its marks."""

    def __init__(self, file: TextFile, most: int) -> None:
        self.file = file
        self.most = most
        self.marks = Marks()
        self.diagnostics: list[Diagnostic] = []
        self.empty_keys: list[EmptyKey] = []
        self.whole = True

    @property
    def last_scalar(self) -> tuple[int, int]:
        """The span of the key or value that was read last."""
        span = self.marks.spans[-1] if len(self.marks.spans) else 0
        return span >> BITS, span & MASK

    def build(self) -> Value:  # noqa: C901, PLR0912, PLR0915 - one loop, for speed: a call an event costs as much again
        from yaml.events import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent

        try:
            from yaml._yaml import CParser as EventParser
        except ImportError:  # PyYAML built without libyaml: slower, the same events
            from yaml import SafeLoader as EventParser  # type: ignore[assignment]

        next_event = EventParser(self.file.text).get_event
        may_be_cut = _NUMBER_SIGN.search(self.file.text) is not None
        spans, shape, most = self.marks.spans, self.marks.shape, self.most
        add_span, add_shape = spans.append, shape.append
        words: dict[str, str] = {}
        one_of_each = words.setdefault  # the same few keys, again and again
        root: Value = None
        documents = 0
        stack: list[tuple[Any, int, str | None, int]] = []
        values: Any = None
        own_row = 0
        key: str | None = None
        key_span = 0
        while len(shape) <= most:
            event: Any = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                span = event.start_mark.index << BITS | event.end_mark.index
                if event.anchor is not None or event.tag is not None:
                    self._refuse_feature(event)
                text: str | None = event.value
                style = event.style
                if style == '"':
                    text = self._printable(event.value, span)
                elif may_be_cut and not style and _NUMBER_SIGN.match(self.file.text, event.end_mark.index):
                    self._cut_short(event.end_mark.index)
                add_span(span)
                if key is None and type(values) is dict:
                    key, key_span = one_of_each(text or "", text or ""), span
                    add_shape(key)
                    continue
                add_shape(None)
                if values is None:
                    root = text or None
                elif key is None:
                    values.append(None if not text and not style else text)
                else:
                    if not text and not style:
                        text = None
                        if not any(outer and outer.startswith("x-") for _, _, outer, _ in stack):
                            self._remember_empty(values, own_row, key, key_span, told=False)
                    if key in values:
                        self._put(values, own_row, key, key_span, text)
                    else:  # without a call, for speed
                        values[key] = text
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_feature(event)
                if len(stack) >= MAX_DEPTH:
                    hint = "the format needs eight levels; check the indentation and the brackets"
                    self._refuse(rules.TOO_DEEP, event, f"this is nested more than {MAX_DEPTH} levels deep", hint)
                    raise _StopReading
                if type(values) is dict and key is None:
                    self._refuse(
                        shape_rules.WRONG_KIND, event, "a key must be a text, not a list or a mapping", "put it in quotes: '…'"
                    )
                    raise _StopReading
                stack.append((values, own_row, key, key_span))
                own_row = len(shape)
                add_span(event.start_mark.index << BITS)
                add_shape(0)
                values = {} if kind is MappingStartEvent else []
                key = None
            elif kind is AliasEvent:
                self._refuse_feature(event)
                if type(values) is dict:
                    if key is None:
                        raise _StopReading
                    self._remember_empty(values, own_row, key, key_span, told=True)
                    add_span(key_span)
                    add_shape(None)
                    self._put(values, own_row, key, key_span, None)
                    key = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(
                        rules.SEVERAL_DOCUMENTS, event, "a second YAML document begins here", "move it to a file of its own"
                    )
                    self.whole = False
                    return root
            elif kind is StreamEndEvent:
                return root
            elif stack:  # the end of a mapping or a sequence
                done, row = values, own_row
                spans[row] |= self._end_of(event, spans[row] >> BITS)
                shape[row] = len(shape) if type(done) is dict else -len(shape)
                values, own_row, key, key_span = stack.pop()
                if values is None:
                    root = done
                elif type(values) is list:
                    values.append(done)
                else:
                    self._put(values, own_row, key or "", key_span, done)
                    key = None
        raise TooManyValues

    def _cut_short(self, index: int) -> None:
        end = self.file.text.find("\n", index)
        lost = self.file.text[index : end if end >= 0 else None]
        start = index + len(lost) - len(lost.lstrip())
        message = f"the text ends before {lost.split()[0]!r}: a # after a space begins a comment"
        hint = "put the text in quotes: '…'; if this is a comment, write a space behind the #"
        place = self.file.place(start, index + len(lost.rstrip()))
        self._tell(rules.CUT_SHORT.at(place, message, hint))

    def _put(self, values: dict[str, Value], row: int, key: str, key_span: int, value: Value) -> None:
        if key in values:
            first = self.file.place(*self.marks.span(self.marks.first_key(row, key)))
            message = f"key {key!r} stands twice in one mapping, here and on line {first.line}"
            hint = "join the two entries into one, or give one of them another name"
            self._tell(rules.DUPLICATE_KEY.at(self._place(key_span), message, hint, [Related("first at", first)]))
            _join(values[key], value)
            return
        values[key] = value

    def _remember_empty(self, values: dict[str, Value], row: int, key: str, key_span: int, *, told: bool) -> None:
        flow = self.file.text.startswith("{", self.marks.span(row)[0])
        before = next(reversed(values), "") if flow else ""
        self.empty_keys.append(EmptyKey(values, key, self._place(key_span), flow, before, told))
        self._refuse_many_faults()

    def _printable(self, text: str, span: int) -> str:
        """A text without the control characters that escapes have put into it; the first is told."""
        found = UNPRINTABLE.search(text)
        if found is None:
            return text
        message = f"an escape stands for U+{ord(found[0]):04X}, which no page can show"
        self._tell(rules.NOT_TEXT.at(self._place(span), message, "delete the escape; in '…' quotes \\ is an ordinary sign"))
        return UNPRINTABLE.sub("", text)

    def _tell(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        self._refuse_many_faults()

    def _refuse_many_faults(self) -> None:
        if (len(self.diagnostics) + len(self.empty_keys)) * _ROWS_OF_A_FAULT > self.most:
            raise TooManyValues

    def _refuse(self, rule: Rule, event: Any, message: str, hint: str) -> None:
        self._tell(rule.at(self.file.place(event.start_mark.index, event.end_mark.index), message, hint))

    def _refuse_feature(self, event: Any) -> None:
        at: int = event.start_mark.index
        end = at + 1
        text = self.file.text
        while end < len(text) and not text[end].isspace() and text[end] not in ",[]{}":
            end += 1
        name, hint = _FEATURES.get(text[at : at + 1], _FEATURES["!"])
        self._tell(rules.YAML_FEATURE.at(self.file.place(at, end), f"{name} is not part of the format", hint))

    def _place(self, span: int) -> Place:
        return self.file.place(span >> BITS, span & MASK)

    def _end_of(self, event: Any, start: int) -> int:
        """The end of a container: of block ones libyaml names the start of what follows, so white space is taken back."""
        end: int = event.end_mark.index
        text = self.file.text
        while end > start and text[end - 1] in " \r\n\t":
            end -= 1
        return end


def _join(first: Value, second: Value) -> None:
    """Add what stands under the second of two equal keys to the first, so that nothing in it is called unknown."""
    match first, second:
        case dict(), dict():
            for key, value in second.items():
                first.setdefault(key, value)
        case list(), list():
            first += second


_QUOTE: Final = "put it in quotes: '…'"
_FEATURES: Final = MappingProxyType(
    {
        "&": ("an anchor (&)", f"delete it; if it begins a text, {_QUOTE}"),
        "*": ("an alias (*)", f"write out what it stands for; if it begins a text, {_QUOTE}"),
        "!": ("a tag (!)", f"delete it; if it begins a text, {_QUOTE}"),
    }
)
"""What begins with which sign, and what to do about it."""
