"""Paths → documents: every given file and what it includes, each read once, with all faults of all of them."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.circles import circles
from argmap.diagnostics import Diagnostic, Related, Rule, TextFile, in_order
from argmap.model import AnnotationFile
from argmap.reading import rules
from argmap.reading.document import SECTIONS, Document
from argmap.reading.files import (
    SUFFIXES,
    Folders,
    Given,
    Unreadable,
    given_files,
    is_annotation,
    is_file,
    is_folder,
    no_annotation,
    passed_over,
    read_text,
    similar_file,
)
from argmap.reading.marks import Unplaced
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
    if document is not None and document.model.include:
        message = "an annotation that is no file cannot include one"
        diagnostics.append(
            rules.MISSING_INCLUDE.at(document.place("include"), message, "save it beside the codebook, and load the file")
        )
        document = replace(document, lost=SECTIONS)
    return Loaded((document,) if document else (), in_order(diagnostics), (), (file,))


def loaded_models(models: Mapping[Path, AnnotationFile]) -> Loaded:
    """Return what files of one folder say that have just been written from these models, without reading them.

    All is there but their lines: places are only told apart.
    """
    documents: list[Document] = []
    for path, annotation in sorted(models.items()):
        file = TextFile(path.as_posix(), "")
        includes = tuple(name for name in dict.fromkeys(annotation.include) if path.with_name(name) in models)
        rows = range(len(annotation.statements))
        document = Document(file, path.name, os.fspath(path.parent), annotation, Unplaced(), rows, includes=includes)
        documents.append(document)
    return Loaded(tuple(documents), (), (Path.cwd(), *dict.fromkeys(path.parent for path in models)))


def load_files(paths: Sequence[str | Path]) -> Loaded:
    """Return what the given files and folders say, with what they include."""
    found = list(given_files(paths))
    given = [one for one in found if isinstance(one, Given)]
    roots = (Path.cwd(), *dict.fromkeys(one.root for one in given))
    loader = _Loader(roots)
    loader.diagnostics += [one for one in found if isinstance(one, Diagnostic)]
    for one in given:
        loader.load(one.path, one.shown, named=one.named)
    loader.include_all()
    loader.diagnostics += _passed_over(given, frozenset(loader.others.values()))
    documents = sorted(loader.documents.values(), key=lambda document: document.relative)
    return Loaded(tuple(documents), in_order(loader.diagnostics), roots, tuple(loader.files))


def _document(file: TextFile, relative: str, folder: str) -> tuple[Document | None, list[Diagnostic]]:
    parsed = parse(file)
    shaped = shape(file, parsed)
    diagnostics = [*parsed.diagnostics, *shaped.diagnostics]
    if shaped.model is None:
        return None, diagnostics
    left_out = (shaped.broken, shaped.lost, shaped.partial, shaped.fragments)
    return Document(file, relative, folder, shaped.model, parsed.marks, shaped.statement_rows, *left_out), diagnostics


def _passed_over(given: Sequence[Given], others: Collection[str]) -> Iterator[Diagnostic]:
    """What is said of other programs' files, once a folder."""
    found: dict[Path, dict[str, str]] = {}
    for one in given:
        if others and not one.named:
            found.setdefault(one.root, {})[one.shown] = one.path.relative_to(one.root).as_posix()
    for root, names in found.items():
        left = [name for shown, name in names.items() if shown in others]
        if left:
            yield passed_over(root, left, all_of_it=len(left) == len(names))


class _Loader:
    """What has been read so far, by real path: a file that is given twice or included by many is read once."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.documents: dict[str, Document] = {}
        self.diagnostics: list[Diagnostic] = []
        self.files: list[TextFile] = []
        self.seen: set[str] = set()
        self.others: dict[str, str] = {}
        self.included: dict[Path, str] = {}
        self.real_folders: dict[Path, str] = {}
        self.allowed = Folders(roots)
        self.base = _common_folder(roots[1:])

    def load(self, path: Path, shown: str, *, named: bool = True) -> str:
        """Read a file unless that has been done; return the key it stands under. Another program's is passed over unless named."""
        key = self._key(path, named=named)
        if key in self.seen:
            return key
        self.seen.add(key)
        try:
            file = read_text(path, shown)
        except Unreadable as error:
            self.diagnostics.append(error.diagnostic)
            return key
        self.others.pop(key, None)
        if not named and not is_annotation(file.text):
            self.seen.remove(key)  # including it names it
            self.others[key] = shown
            return key
        if path.suffix.lower() not in SUFFIXES and not is_annotation(file.text):
            self.diagnostics.append(no_annotation(shown))
            return key
        self.files.append(file)
        relative = Path(os.path.relpath(key, self.base)).as_posix()
        document, diagnostics = _document(file, relative, os.fspath(path.parent))
        self.diagnostics += diagnostics
        if document is not None:
            self.documents[key] = document
        return key

    def _key(self, path: Path, *, named: bool) -> str:
        """The real path of a file; of those that were found in a folder, under their true names, it is asked for once a folder."""
        try:
            if named or path.is_symlink():
                return os.path.realpath(path)
            if path.parent not in self.real_folders:
                self.real_folders[path.parent] = os.path.realpath(path.parent)
            return os.path.join(self.real_folders[path.parent], path.name)  # noqa: PTH118 - a text is wanted
        except (OSError, ValueError):
            return os.fspath(path)

    def include_all(self) -> None:
        """Read what the documents include, what that includes, and so on, without recursion."""
        rows: dict[str, dict[str, int]] = {}
        waiting = list(self.documents)
        queued = set(waiting)
        for key in waiting:  # grows while it is walked
            targets = [self._include(key, row) for row in range(len(self.documents[key].model.include))]
            rows[key] = {target: row for row, target in reversed(list(enumerate(targets))) if target is not None}
            waiting += [target for target in rows[key] if target not in queued]
            queued.update(rows[key])
            names = tuple(self.documents[target].relative for target in dict.fromkeys(targets) if target is not None)
            lost = SECTIONS if None in targets else self.documents[key].lost
            self.documents[key] = replace(self.documents[key], includes=names, lost=lost)
        self._report_circles(rows)

    def _include(self, key: str, row: int) -> str | None:
        """Read an included file; return its key, None where that is not possible."""
        document = self.documents[key]
        name = document.model.include[row]
        path = Path(document.folder, name)
        if path not in self.included:  # what many files include is looked for once
            fault = _why_not_included(path, name, self.allowed)
            if fault is not None:
                rule, message, hint = fault
                self.diagnostics.append(rule.at(document.place("include", row), message, hint))
                return None
            self.included[path] = self.load(path, Path(os.path.normpath(path)).as_posix())
        target = self.included[path]
        if target not in self.documents:
            return None
        if self.documents[target].model.source is not None and target != key:
            message = f"{name!r} annotates a source; only codebooks can be included"
            hint = "move what both need into a codebook, a file without `source`"
            self.diagnostics.append(rules.INCLUDED_SOURCE.at(document.place("include", row), message, hint))
        return target

    def _report_circles(self, rows: Mapping[str, Mapping[str, int]]) -> None:
        """Report one circle of each group of files that include each other; `rows` has the row of each include by its target."""
        for key, targets in rows.items():
            if key in targets:
                place = self.documents[key].place("include", targets[key])
                self.diagnostics.append(rules.INCLUDE_CIRCLE.at(place, "this file includes itself", "delete the line"))
        for circle in circles({key: list(targets) for key, targets in rows.items()}):
            steps = list(zip(circle, (*circle[1:], circle[0]), strict=True))
            first, *others = (self.documents[key].place("include", rows[key][target]) for key, target in steps)
            names = " → ".join(repr(self.documents[key].relative) for key in (*circle, circle[0]))
            hint = "move what they share into one codebook, which includes none of them"
            related = [Related("then at", place) for place in others]
            self.diagnostics.append(
                rules.INCLUDE_CIRCLE.at(first, f"these files include each other in a circle: {names}", hint, related)
            )


def _why_not_included(path: Path, name: str, allowed: Folders) -> tuple[Rule, str, str] | None:
    """What is wrong with the name of an included file, and what to type instead."""
    if not allowed.hold(path):
        hint = "include files of the folder you give to argmap, or run it from the folder that holds both"
        return rules.OUTSIDE, f"{name!r} leads out of the folder", hint
    if is_folder(path):
        return rules.MISSING_INCLUDE, f"{name!r} is a folder, not a file", "include the files in it, each by its name"
    if not is_file(path):
        near = similar_file(path)
        hint = f"did you mean {near!r}?" if near else "the path is relative to the file that includes it"
        return rules.MISSING_INCLUDE, f"there is no file {name!r}", hint
    return None


def _common_folder(folders: Iterable[Path]) -> str:
    """The folder that holds all of the given ones: paths are told from there, the same wherever it lies."""
    real = [os.path.realpath(folder) for folder in folders] or [os.getcwd()]  # noqa: PTH109 - a text is wanted
    try:
        return os.path.commonpath(real)
    except ValueError:  # on different drives
        return real[0]
