"""A document: one annotation file as models, with the place of everything in it."""

from dataclasses import dataclass

from argmap.diagnostics import Place, TextFile
from argmap.model import AnnotationFile
from argmap.reading.values import Marks, Path, place_at


@dataclass(frozen=True)
class Document:
    """One annotation file that could be read, or what could be read of it."""

    file: TextFile
    relative: str
    """The path from the folder that was given, with `/`: the same wherever that folder lies."""
    folder: str
    """The folder the file lies in, for `file` and `include`."""
    model: AnnotationFile
    marks: Marks
    statement_rows: tuple[int, ...]
    broken: frozenset[tuple[str, str]]
    includes: tuple[str, ...] = ()
    """The `relative` paths of the files that it includes and that could be read."""

    @property
    def stem(self) -> str:
        """The file's name without its last suffix."""
        name = self.relative.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return the place of the value at a path of the model; of its key, where asked."""
        match path:
            case ("statements", int(position), *rest):
                path = ("statements", self.statement_rows[position], *rest)
        return place_at(self.file, self.marks, path, key=key)
