"""Paths → documents: every given file and what it includes, each read once, with all faults of all of them."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, TextFile, in_order
from argmap.reading import rules
from argmap.reading.document import Document
from argmap.reading.files import Given, Unreadable, given_files, is_inside, read_text
from argmap.reading.shape import shape
from argmap.reading.values import parse

_MEMORY: Final = "annotation.yaml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the given files say, in the order of their paths, with every fault of reading them."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    roots: tuple[Path, ...] = ()
    """The folders that `file` and `include` may lead into."""
    files: tuple[TextFile, ...] = ()
    """Every annotation file that could be opened, the broken ones too: diagnostics are shown with their lines."""


def load_text(text: str, name: str = _MEMORY) -> Loaded:
    """Return what one annotation in memory says; it can include nothing and no text of its source is looked for."""
    file = TextFile(name, text.removeprefix("\ufeff"))
    document, diagnostics = _document(file, name, "")
    return Loaded((document,) if document else (), in_order(diagnostics), (), (file,))


def load_files(paths: Sequence[str | Path]) -> Loaded:
    """Return what the given files and folders say, with what they include."""
    loader = _Loader()
    given: list[Given] = []
    for found in given_files(paths):
        if isinstance(found, Diagnostic):
            loader.diagnostics.append(found)
        else:
            given.append(found)
    loader.roots = (Path.cwd(), *dict.fromkeys(one.root for one in given))
    for one in given:
        loader.load(one.path, one.shown, one.root)
    loader.include_all()
    documents = sorted(loader.documents.values(), key=lambda document: document.relative)
    return Loaded(tuple(documents), in_order(loader.diagnostics), loader.roots, tuple(loader.files))


def _document(file: TextFile, relative: str, folder: str) -> tuple[Document | None, list[Diagnostic]]:
    parsed = parse(file)
    shaped = shape(file, parsed)
    diagnostics = [*parsed.diagnostics, *shaped.diagnostics]
    if shaped.model is None:
        return None, diagnostics
    return Document(file, relative, folder, shaped.model, parsed.marks, shaped.statement_rows, shaped.broken), diagnostics


class _Loader:
    """What has been read so far, by real path: a file that is given twice or included by many is read once."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.diagnostics: list[Diagnostic] = []
        self.files: list[TextFile] = []
        self.roots: tuple[Path, ...] = ()
        self.seen: set[str] = set()

    def load(self, path: Path, shown: str, root: Path) -> str:
        """Read a file unless that has been done; return the key it stands under."""
        key = os.path.realpath(path)
        if key in self.seen:
            return key
        self.seen.add(key)
        try:
            file = read_text(path, shown)
        except Unreadable as error:
            self.diagnostics.append(error.diagnostic)
            return key
        self.files.append(file)
        relative = Path(os.path.relpath(path, root)).as_posix()
        document, diagnostics = _document(file, relative, os.fspath(path.parent))
        self.diagnostics += diagnostics
        if document is not None:
            self.documents[key] = document
        return key

    def include_all(self) -> None:
        """Read what the documents include, what that includes, and so on, without recursion."""
        waiting = list(self.documents)
        edges: dict[str, tuple[str, ...]] = {}
        while waiting:
            key = waiting.pop(0)
            document = self.documents[key]
            known = set(self.documents)
            targets = [target for row in range(len(document.model.include)) if (target := self._include(document, row)) is not None]
            edges[key] = tuple(targets)
            waiting += [target for target in dict.fromkeys(targets) if target not in known]
        for key in _in_circles(edges):
            document = self.documents[key]
            message = f"{document.relative!r} includes itself, directly or through others"
            self.diagnostics.append(rules.INCLUDE_CIRCLE.at(document.place("include"), message, "move what they share into one codebook"))
        for key, targets in edges.items():
            names = tuple(self.documents[target].relative for target in targets)
            self.documents[key] = replace(self.documents[key], includes=names)

    def _include(self, document: Document, row: int) -> str | None:
        name = document.model.include[row]
        place = document.place("include", row)
        path = Path(document.folder, name)
        if "\0" in name or not is_inside(path, self.roots):
            hint = "include files of the folder you give to argmap, or run it from the folder that holds both"
            self.diagnostics.append(rules.OUTSIDE.at(place, f"{name!r} leads out of the folder", hint))
            return None
        if not path.is_file():
            near = _near_files(path)
            hint = f"did you mean {near!r}?" if near else "the path is relative to the file that includes it"
            self.diagnostics.append(rules.MISSING_INCLUDE.at(place, f"there is no file {name!r}", hint))
            return None
        root = next((root for root in self.roots[1:] if is_inside(path, [root])), Path(document.folder))
        key = self.load(path, Path(os.path.normpath(path)).as_posix(), root)
        if key not in self.documents:
            return None
        if self.documents[key].model.source is not None:
            message = f"{name!r} annotates a source; only codebooks can be included"
            self.diagnostics.append(rules.INCLUDED_SOURCE.at(place, message, "move what both need into a codebook, a file without `source`"))
        return key


def _near_files(path: Path) -> str | None:
    from argmap.diagnostics import did_you_mean

    try:
        return did_you_mean(path.name, os.listdir(path.parent))  # noqa: PTH208 - names are what is compared
    except OSError:
        return None


def _in_circles(edges: dict[str, tuple[str, ...]]) -> Iterable[str]:
    """The files from which following includes leads back to themselves."""
    for start in edges:
        reached: set[str] = set()
        waiting = list(edges[start])
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                waiting += edges.get(key, ())
        if start in reached:
            yield start


