"""Argdown text → its lines without comments, each with its number in the file."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

_FRONT_MATTER: Final = re.compile(r"\s*===+[ \t]*\n(?P<words>.*?)\n?[ \t]*===+[ \t]*(?=\n|$)", re.DOTALL)
_LINK: Final = r"\[[^\[\]\n]{1,400}\]\([^()\n]{1,2000}\)"
_INTERESTING: Final = re.compile(rf"\\.|{_LINK}|(?<!:)//|<!--|/\*|\n")
_CLOSERS: Final = {"<!--": "-->", "/*": "*/"}


class Line(NamedTuple):
    """A line of the file, without the comments in it."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip()


class Comment(NamedTuple):
    """A comment on lines of its own, and the number of the line after it."""

    before: int
    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A document cut into lines."""

    front_matter: str
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...]
    inside: int
    """How many comments stand on a line with something else."""


def lines_of(text: str) -> Lines:
    """Return the lines of a document; a line on which nothing but a comment stands is none."""
    found = _FRONT_MATTER.match(text) if text.lstrip().startswith("===") else None
    start = found.end() if found else 0
    cutter = _Cutter(text, start)
    cutter.cut()
    return Lines(found["words"] if found else "", tuple(cutter.lines), tuple(cutter.comments), cutter.inside)


class _Cutter:
    """One pass over a document."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.position = start
        self.number = text.count("\n", 0, start) + 1
        self.lines: list[Line] = []
        self.comments: list[Comment] = []
        self._parts: list[str] = []
        self._begins = self.number
        self._commented: list[str] = []
        self._unclosed: set[str] = set()
        self.inside = 0

    def cut(self) -> None:
        """Fill the lines and comments."""
        while (found := _INTERESTING.search(self.text, self.position)) is not None:
            sign = found[0]
            self._parts.append(self.text[self.position : found.start()])
            self.position = found.end()
            if sign == "\n":
                self._end_line()
            elif sign == "//":
                self._take_comment(found.start(), self._line_end())
            elif sign in _CLOSERS and (end := self._end_of(sign)) > 0:
                self._take_comment(found.start(), end)
            else:
                self._parts.append(sign)
        self._parts.append(self.text[self.position :])
        self._end_line()

    def _line_end(self) -> int:
        end = self.text.find("\n", self.position)
        return len(self.text) if end < 0 else end

    def _end_of(self, sign: str) -> int:
        """Where a comment ends, 0 where it is never closed: then its sign is a sign like others, as is every later one."""
        if sign in self._unclosed:
            return 0
        end = self.text.find(_CLOSERS[sign], self.position)
        if end < 0:
            self._unclosed.add(sign)
            return 0
        return end + len(_CLOSERS[sign])

    def _take_comment(self, start: int, end: int) -> None:
        self.number += self.text.count("\n", self.position, end)
        self._commented.append(self.text[start:end])
        self.position = end

    def _end_line(self) -> None:
        line = Line(self._begins, "".join(self._parts))
        self.number += 1
        if not self._commented or not line.is_blank:
            self.lines.append(line)
            self.inside += len(self._commented)
        elif words := "\n".join(filter(None, map(_bare, self._commented))):
            self.comments.append(Comment(self.number, words))
        self._parts = []
        self._commented = []
        self._begins = self.number


def _bare(comment: str) -> str:
    """The words of a comment without its signs and the stars at its edge."""
    inner = comment.removeprefix("<!--").removesuffix("-->").removeprefix("//").removeprefix("/*").removesuffix("*/")
    rows = [row.strip().strip("*").strip() for row in inner.splitlines()]
    return "\n".join(row for row in rows if row)
