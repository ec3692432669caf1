"""A document: one annotation file as models, with the place of everything in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from argmap.diagnostics import Place, TextFile
from argmap.model import AnnotationFile
from argmap.reading.marks import Marks, Unplaced
from argmap.reading.values import KeyPath, Value

SECTIONS: Final = frozenset({"actors", "questions", "claims", "evidence", "arguments", "statements"})
"""The parts of a file in which ids are defined."""


class Fragment(NamedTuple):
    """An entry that was left out: what it says besides its faults is no part of the map, but what it names is checked."""

    path: KeyPath
    entry: Mapping[str, Value]


@dataclass(frozen=True)
class Document:
    """One annotation file that could be read, or what could be read of it."""

    file: TextFile
    relative: str
    """The path from the folder that was given, with `/`: the same wherever that folder lies."""
    folder: str
    """The folder the file lies in, for `file` and `include`."""
    model: AnnotationFile
    marks: Marks | Unplaced
    statement_rows: Sequence[int]
    """For each statement of the model its row in the file; then the same of those that were left out."""
    broken: frozenset[tuple[str, str]] = frozenset()
    """Section and id of the entries from which something faulty was left out, or that were left out as a whole."""
    lost: frozenset[str] = frozenset()
    """Sections that may define more than is known: part of the file, or a file that it includes, could not be read."""
    partial: bool = False
    """Something faulty was left out, so that what is missing here is not told to the user a second time."""
    fragments: tuple[Fragment, ...] = ()
    """The entries that were left out."""
    includes: tuple[str, ...] = ()
    """The `relative` paths of the files that it includes and that could be read."""

    @property
    def stem(self) -> str:
        """The file's name without its last suffix."""
        name = self.relative.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return the place of the value at a path of the model; of its key, where asked."""
        return self.file.place(*self.span(*path, key=key))

    def span(self, *path: str | int, key: bool = False) -> tuple[int, int]:
        """Return the span [start, end) of the same in code points of the file's text."""
        match path:
            case ("statements", int(position), *rest):
                path = ("statements", self.statement_rows[position], *rest)
        return self.marks.span_at(path, key=key)
