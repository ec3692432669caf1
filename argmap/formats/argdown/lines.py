"""Argdown text → its lines without comments, each with its number in the file."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.exchange.contract import ALWAYS, refuse_many

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


class Lines:
    """A document cut into lines, in one pass, as they are asked for; a line on which nothing but a comment stands is none.

    Raises:
        FormatError: more comments stand one after the other than there may be entries.
    """

    def __init__(self, text: str, most: int = ALWAYS) -> None:
        found = _FRONT_MATTER.match(text) if text.lstrip().startswith("===") else None
        self.front_matter: str = found["words"] if found else ""
        self.comments: deque[Comment] = deque()
        """Those above the lines that have been read; who takes one takes it out."""
        self.inside = 0
        """How many comments stand on a line with something else, so far."""
        self._text = text
        self._most = most
        self._position = found.end() if found else 0
        self._number = text.count("\n", 0, self._position) + 1
        self._commented: list[str] = []
        """The comments on a line."""
        self._unclosed: set[str] = set()

    def __iter__(self) -> Iterator[Line]:
        start = self._position
        begins = self._number
        parts: list[str] = []
        """What stands on a line before comments."""
        while (found := _INTERESTING.search(self._text, self._position)) is not None:
            sign = found[0]
            self._position = found.end()
            if sign == "\n":
                if (line := self._ended(begins, "".join((*parts, self._text[start : found.start()])))) is not None:
                    yield line
                parts, start, begins = [], found.end(), self._number
            elif (end := self._end_of(sign)) > 0:
                parts.append(self._text[start : found.start()])
                self._take_comment(found.start(), end)
                start = end
        if (line := self._ended(begins, "".join((*parts, self._text[start:])))) is not None:
            yield line

    def _end_of(self, sign: str) -> int:
        """Where a comment ends, 0 where it is none or never closed: then its sign is a sign like others, as is every later one."""
        if sign == "//":
            end = self._text.find("\n", self._position)
            return len(self._text) if end < 0 else end
        if sign not in _CLOSERS or sign in self._unclosed:
            return 0
        end = self._text.find(_CLOSERS[sign], self._position)
        if end < 0:
            self._unclosed.add(sign)
            return 0
        return end + len(_CLOSERS[sign])

    def _take_comment(self, start: int, end: int) -> None:
        self._number += self._text.count("\n", self._position, end)
        self._commented.append(self._text[start:end])
        refuse_many(len(self._commented) + len(self.comments), self._most)
        self._position = end

    def _ended(self, begins: int, words: str) -> Line | None:
        """End a line; None where nothing but comments stand on it."""
        self._number += 1
        line = Line(begins, words)
        if self._commented:
            commented, self._commented = self._commented, []
            if line.is_blank:
                if told := "\n".join(filter(None, map(_bare, commented))):
                    self.comments.append(Comment(self._number, told))
                return None
            self.inside += len(commented)
        return line


def _bare(comment: str) -> str:
    """The words of a comment without its signs and the stars at its edge."""
    inner = comment.removeprefix("<!--").removesuffix("-->").removeprefix("//").removeprefix("/*").removesuffix("*/")
    rows = [row.strip().strip("*").strip() for row in inner.splitlines()]
    return "\n".join(row for row in rows if row)
