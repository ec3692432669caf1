"""What formats share: what a reader and a writer get and return, and a format's row in the table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from argmap.exchange.report import Report
from argmap.graph import Graph
from argmap.model import AnnotationFile
from argmap.provenance import Provenance
from argmap.reading.texts import decoded
from argmap.reading.values import KeyPath

MEGABYTE: Final = 1_000_000
MEBIBYTE: Final = 1024 * 1024
MOST_TIMES: Final = 20
ENOUGH: Final = 128 * MEGABYTE
"""Importing files takes so many times what they have, or so much, whichever is more."""
PROGRAM: Final = 40 * MEGABYTE
_COPIES: Final = 2
"""What is read is in memory so many times, as bytes and as what becomes of them."""
_ENTRY: Final = 960
"""Bytes: an entry (claim, argument, statement; row of a table) as a model, in the graph and in the tables of ids, however short."""
ALWAYS: Final = 75_000
"""So many entries are read of any files."""
UNDETERMINED: Final = "und"
"""The BCP 47 tag of a language that nobody has told."""

_T = TypeVar("_T")
_SAMPLE: Final = 256 * 1024


class FormatError(ValueError):
    """A file cannot be read as the format it is said to be in; the message is for the user.

    Args:
        message: what is wrong, without the file's name.
        file: its name, where it is known.
        line: the line, from 1, where it is known.
        hint: what to do.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.file or 'line'}{f':{self.line}' if self.file and self.line else f' {self.line}' if self.line else ''}: "
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where if self.file or self.line else ''}{self.message}{hint}"


@dataclass(frozen=True)
class Candidate:
    """A file whose format is to be told by what is in it."""

    name: str
    data: bytes
    encoding: str | None = None
    """As the user says; of what is not in UTF-8."""

    @cached_property
    def sample(self) -> str:
        """The beginning and the end of the file as text, for looking at; empty for a binary file."""
        head = self.data[:_SAMPLE]
        if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return ""
        tail = self.data[_SAMPLE:][-_SAMPLE:]
        whole = decoded(self.data if not tail else head, None)
        return whole or (head + b"\n" + tail).decode(self.encoding or "utf-8-sig", "replace")

    @property
    def is_other_text(self) -> bool:
        """Whether it looks like a text that is not in UTF-8, and nobody has said in what it is."""
        return self.encoding is None and "\ufffd" in self.sample

    @property
    def is_object(self) -> bool:
        """Whether it may be a JSON object."""
        return self.sample.lstrip("\ufeff \t\r\n").startswith("{")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What a user may say about foreign files."""

    language: str | None = None
    """BCP 47 tag of their texts, where the format does not tell."""
    encoding: str | None = None
    """Of text files that are not in UTF-8."""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Which column of a table holds what (`person`, `concept`, …)."""
    most: int = ALWAYS
    """So many entries are read at most; `most_entries` says how many of which files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """What a user may say about the files that are written."""

    name: str = "map"
    """The name of the file, without suffix."""
    language: str = "en"
    """BCP 47 tag of the texts that are written, where a text is there in several languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a reader makes of foreign files."""

    files: Mapping[str, AnnotationFile]
    """Annotation files by name (`codebook.yaml`, `article.yaml`); a name is bare, never a path."""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Texts of the sources, by the bare name that `source.file` bears."""
    comments: Mapping[str, Mapping[KeyPath, str]] = field(default_factory=lambda: MappingProxyType({}))
    """By file and entry, what is written above it as a comment."""
    faults: tuple[FormatError, ...] = ()
    """Of files among several that could not be read; the others were."""
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What a writer makes of a graph."""

    files: Mapping[str, bytes]
    """By bare name."""
    report: Report


def most_entries(files: Mapping[str, bytes]) -> int:
    """Return how many entries are read of some files: as many as there is memory for, of which an import takes no more than this.

    What people write, of some hundred bytes an entry, is far from it.

    >>> most_entries({"small.csv": b""}), most_entries({"large.csv": bytes(10_000_000)})
    (91666, 145833)
    """
    size = sum(map(len, files.values()))
    return (max(ENOUGH, MOST_TIMES * size) - PROGRAM - _COPIES * size) // _ENTRY


def refuse_many(number: int, most: int, file: str | None = None) -> None:
    """Refuse files with too many entries.

    Raises:
        FormatError: there are more than the most.
    """
    if number > most:
        raise too_many(most, file)


def too_many(most: int, file: str | None = None) -> FormatError:
    """Return what to say of files with more entries than the most."""
    message = f"there are more than {most:,} entries, which is too much for a file of its size"
    return FormatError(message, file=file, hint="split it")


def read_each(files: Mapping[str, bytes], read_one: Callable[[str, bytes], _T]) -> tuple[list[_T], tuple[FormatError, ...]]:
    """Return what a function makes of each file, in the order of their names, and the errors of those that it cannot read.

    Raises:
        FormatError: there is no file, or none could be read; then it is the error of the first.
    """
    if not files:
        raise FormatError("there is no file to read")
    made: list[_T] = []
    faults: list[FormatError] = []
    for name in sorted(files):
        try:
            made.append(read_one(name, files[name]))
        except FormatError as error:
            error.file = error.file or name
            faults.append(error)
    if faults and not made:
        raise faults[0]
    return made, tuple(faults)


def without_texts(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files without the texts that lie beside them."""
    return {name: data for name, data in files.items() if not name.lower().endswith(".txt")}


def text_beside(name: str, files: Mapping[str, bytes]) -> tuple[str, bytes] | None:
    """Return the name and the bytes of the text that lies beside a file under the same name; None where there is none."""
    stem = name.rpartition(".")[0]
    return next(((other, files[other]) for other in (f"{stem}.txt", f"{stem}.TXT") if other in files), None)


Reader: TypeAlias = Callable[[Mapping[str, bytes], ReadOptions], Imported]
"""Files that belong together, by their path from the folder that was given. Raises FormatError."""
Writer: TypeAlias = Callable[[Graph, Provenance, WriteOptions], Exported]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A row of the table: what a format is called, how it is told, what it can and cannot hold."""

    name: str
    """What one types."""
    title: str
    suffix: str
    """Of the files that are written, and usual for those that are read."""
    told_by: str
    """How a file of this format is told by its content, in words."""
    tells: Callable[[Candidate], bool] | None = None
    """The same as a function; None for formats that are only written."""
    companions: tuple[str, ...] = ()
    """Suffixes of files that are read along with those that are told: the texts beside annotations."""
    read: Reader | None = None
    write: Writer | None = None
    keeps: str
    """What becomes of the format's own notions, in a sentence or two."""
    reading_changes: tuple[str, ...] = ()
    reading_loses: tuple[str, ...] = ()
    writing_changes: tuple[str, ...] = ()
    writing_loses: tuple[str, ...] = ()
    """What reader and writer may change and may not keep, in the very words of their reports."""
    largest: int = 64 * MEBIBYTE
    """Bytes; a larger file is refused."""
