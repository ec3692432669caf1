"""A YAML text → its comments and blank lines, each with the entry that it belongs to.

YAML parsers drop comments. They stand between the scalars and brackets, whose places are known, so they are looked for there.

A comment at the end of a line belongs to what stands on that line. One on a line of its own belongs to what follows, unless it is
indented deeper than that: then it ends the entry before, whose indentation it shares.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from argmap.reading.marks import Marks
from argmap.reading.values import KeyPath
from argmap.writing.notes import Comment, Notes

_COMMENT: Final = re.compile(r"#[^\n\x85\u2028\u2029]*")
_LINE_END: Final = re.compile(r"[\n\x85\u2028\u2029]")
_BLANK_LINE: Final = re.compile(r"[\n\x85\u2028\u2029][ \t]*[\n\x85\u2028\u2029]")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n\x85\u2028\u2029]*)?")
_IN_BRACKETS: Final = 1 << 32
"""The column of what stands in brackets, where indentation means nothing: a comment there belongs to what follows."""


def comments_of(text: str, marks: Marks) -> dict[KeyPath, Notes]:
    """Return the comments of a YAML text without faults, by the path of what they belong to.

    Args:
        text: the text, without a byte order mark, with line feeds as line ends.
        marks: where its values stand, as `argmap.reading.values.parse` returns them.
    """
    return _Collector(text).collect(marks)


def rows_of_block(raw: str) -> tuple[list[str], int]:
    """Return the lines of a literal or folded block, its header first, without the empty ones behind it, and its indentation.

    A line of spaces that goes on behind the indentation is no empty one: it is part of the text.
    """
    rows = raw.split("\n")
    indent = next((len(row) - len(row.lstrip(" ")) for row in rows[1:] if row.strip(" ")), 0)
    while len(rows) > 1 and not rows[-1][indent:]:
        rows.pop()
    return rows, indent


class _Kind(Enum):
    SLOT = auto()
    """Here an entry of a mapping or an item of a list begins."""
    TOKEN = auto()
    """A scalar or an opening bracket."""
    CLOSING_BRACKET = auto()
    END = auto()
    """A block, or a key without a value, has ended; what comes later may still belong to it by its indentation."""


@dataclass(frozen=True, slots=True)
class _Step:
    kind: _Kind
    path: KeyPath
    start: int
    end: int
    column: int = 0


@dataclass(slots=True)
class _Taken:
    """The comments that an entry has got so far."""

    above: list[Comment] = field(default_factory=list)
    blank: bool = False
    beside: list[str] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)


class _Collector:
    """One walk over the values in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self.taken: dict[KeyPath, _Taken] = {}
        self.position = 0
        """Up to here the text has been read."""
        self.last: KeyPath = ()
        """What stands right before the position."""
        self.waiting: list[tuple[int, Comment]] = []
        """Comments since the last entry, each with its column; -1 where the dash of the next item stands before it."""
        self.blank = False
        """A blank line stands after the last of them."""
        self.ended: list[tuple[int, KeyPath]] = []
        """What has ended since the last entry, each with the column of what is in it."""

    def collect(self, marks: Marks) -> dict[KeyPath, Notes]:
        for step in self._steps(marks, 0, (), 0, in_brackets=False):
            match step.kind:
                case _Kind.SLOT:
                    self._read_to(step.start)
                    self._of(step.path).blank = self.blank
                    self._of(step.path).above += self._hand_out(step.column)
                    self.last = step.path
                case _Kind.TOKEN:
                    self._read_to(step.start)
                    self._of(step.path).above += self._hand_out(_IN_BRACKETS)
                    self._pass(step)
                case _Kind.CLOSING_BRACKET:
                    self._read_to(step.start)
                    self._of(step.path).below += self._hand_out(_IN_BRACKETS)
                    self._pass(step)
                case _Kind.END:
                    self.ended.append((step.column, step.path))
        self._read_to(len(self.text))
        self._of(()).below += self._hand_out(-1)
        return {path: Notes(tuple(one.above), one.blank, tuple(one.beside), tuple(one.below)) for path, one in self.taken.items()}

    def _steps(self, marks: Marks, row: int, path: KeyPath, outer: int, *, in_brackets: bool) -> Iterator[_Step]:
        start, end = marks.span(row)
        bracketed = self.text[start : start + 1] in {"{", "["}
        column = _IN_BRACKETS if bracketed or in_brackets else start - self._line_start(start)
        if bracketed:
            yield _Step(_Kind.TOKEN, path, start, start + 1)
        has_keys = False
        for step, key, item in marks.children(row):
            child = (*path, step)
            begin = marks.span(item if key is None else key)[0]
            yield _Step(_Kind.SLOT, child, begin, begin, column)
            if key is not None:
                has_keys = True
                yield _Step(_Kind.TOKEN, child, *marks.span(key))
            inner, behind = marks.span(item)
            if not marks.is_scalar(item):
                yield from self._steps(marks, item, child, column, in_brackets=bracketed or in_brackets)
            elif inner < behind:
                yield _Step(_Kind.TOKEN, child, inner, behind)
            else:
                yield _Step(_Kind.END, child, 0, 0, column + 1)
        if not bracketed:
            yield _Step(_Kind.END, path, 0, 0, column)
            return
        yield _Step(_Kind.CLOSING_BRACKET, path, end - 1, end)
        if has_keys:
            yield _Step(_Kind.END, path, 0, 0, outer + 1)

    def _pass(self, step: _Step) -> None:
        """Go to the end of a scalar or a bracket; a literal or folded block ends with its last line that is not empty."""
        end = step.end
        header = _BLOCK_HEADER.match(self.text, step.start) if self.text[step.start] in "|>" else None
        if header is not None:
            end = step.start + len("\n".join(rows_of_block(self.text[step.start : end])[0]))
            if header[1]:
                self._of(step.path).beside.append(header[1].rstrip())
        self.position, self.last = max(end, step.start), step.path

    def _read_to(self, end: int) -> None:
        """Take up the comments between the position and an end: those at the end of a line are given at once, the others wait."""
        position = self.position
        self.blank = False
        if end <= position:
            return
        for match in _COMMENT.finditer(self.text, position, end):
            line = self._line_start(match.start())
            signs = self.text[max(line, self.position) : match.start()].strip(" \t")
            text = match[0].rstrip()
            is_alone = line > self.position or self.position == 0
            if is_alone and (set(signs) <= set("-?.") or signs.startswith("%")):
                comment = Comment(text, self._is_blank(position, match.start()))
                is_in_next = "-" in self.text[position : match.start()]
                self.waiting.append((-1 if is_in_next else match.start() - line, comment))
            else:
                self._of(self.last).beside.append(text)
            position = match.end()
        self.blank = self._is_blank(position, end)
        self.position = end

    def _hand_out(self, column: int) -> list[Comment]:
        """Give waiting comments to what has ended if they are indented like it, and deeper than what follows; return the rest."""
        if not self.waiting:
            self.ended.clear()
            return []
        deepest = max((one for one, _ in self.ended), default=-1)
        given = 0
        for at, comment in self.waiting:
            fitting = [(inner, owner) for inner, owner in self.ended if column < inner <= min(at, deepest)]
            if not fitting:
                break
            deepest, owner = max(fitting, key=lambda one: one[0])
            self._of(owner).below.append(comment)
            given += 1
        rest = [comment for _, comment in self.waiting[given:]]
        self.waiting, self.ended = [], []
        return rest

    def _is_blank(self, start: int, end: int) -> bool:
        return _BLANK_LINE.search(self.text, start, end) is not None

    def _line_start(self, position: int) -> int:
        return self.line_starts[bisect_right(self.line_starts, position) - 1]

    def _of(self, path: KeyPath) -> _Taken:
        return self.taken.setdefault(path, _Taken())
