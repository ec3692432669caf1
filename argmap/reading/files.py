"""The files of a corpus: which they are, what they hold, and what lies outside of the allowed folders. All reading happens here."""

import codecs
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path, PurePosixPath
from typing import Final

from argmap.diagnostics import Diagnostic, Place, TextFile, as_typed, did_you_mean
from argmap.reading import rules

SUFFIXES: Final = (".yaml", ".yml")
MEBIBYTE: Final = 1024 * 1024
MAX_BYTES: Final = 64 * MEBIBYTE
_FIRST: Final = "`argmap new TEXT -o FILE.yaml` makes a first one"
_LISTED: Final = 5
_WRITTEN_SUFFIXES: Final = frozenset({".svg", ".html", ".json", ".dot", ".png", ".csv", ".xlsx", ".graphml", ".pdf"})


@dataclass(frozen=True, slots=True)
class Given:
    """An annotation file that a path of the command line stands for."""

    path: Path
    shown: str
    root: Path
    """The folder that was given, or the one the given file lies in."""
    named: bool = True
    """It was given itself, not found in a folder."""


class Unreadable(Exception):  # noqa: N818 - carries a diagnostic to the one place that collects them
    """A file could not be read; its diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.finding.message)
        self.diagnostic = diagnostic


def given_files(paths: Iterable[str | Path]) -> Iterator[Given | Diagnostic]:
    """Yield the annotation files that the paths stand for: a file itself, or every `*.yaml` and `*.yml` below a folder, sorted."""
    for given in paths:
        path = Path(given)
        if is_folder(path):
            yield from _files_of_folder(path)
        else:
            yield Given(path, path.as_posix(), path.parent)


def _files_of_folder(folder: Path) -> Iterator[Given | Diagnostic]:
    faults: list[Diagnostic] = []
    found = sorted(_annotations_below(folder, faults), key=lambda path: path.relative_to(folder).parts)
    yield from faults
    for path in found:
        yield Given(path, path.as_posix(), folder, named=False)
    if not found and not faults:
        message = "there is no *.yaml or *.yml file in this folder"
        yield rules.NOTHING_FOUND.at(Place(folder.as_posix()), message, _FIRST)


def _annotations_below(folder: Path, faults: list[Diagnostic]) -> Iterator[Path]:
    """The annotation files below a folder; links that lead out of it and folders that cannot be opened are faults."""
    inside = Folders((folder,))

    def closed(error: OSError) -> None:
        faults.append(rules.UNREADABLE_FILE.at(Place(Path(error.filename).as_posix()), f"cannot be opened: {error.strerror}"))

    for base, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        annotations = [name for name in names if name.endswith(SUFFIXES) and not name.startswith(".")]
        for path in (Path(base, name) for name in (*folders, *annotations)):
            if path.is_symlink() and not inside.hold(path):
                hint = "copy what it leads to, or give that to argmap by its own path"
                faults.append(rules.OUTSIDE.at(Place(path.as_posix()), "this link leads out of the folder", hint))
            elif path.name in annotations:
                yield path


_ANNOTATION: Final = re.compile(r"^(?:actors|questions|claims|evidence|arguments|statements)\s*:|\bargmap[\"']?\s*:", re.MULTILINE)
_WRITTEN: Final = re.compile(r"^[ \t]*(?!---|\.\.\.)[^\s#]", re.MULTILINE)


def is_annotation(text: str) -> bool:
    """Return whether a text may be an annotation: it says `argmap:`, has a section of one, or nothing is written in it at all.

    >>> is_annotation("argmap: 1"), is_annotation("claims: {slow: Japan is slow.}"), is_annotation("services: {web: {}}")
    (True, True, False)
    """
    return _ANNOTATION.search(text) is not None or _WRITTEN.search(text) is None


def no_annotation(shown: str) -> Diagnostic:
    """Return what is said of a file that was given in place of an annotation, such as the text of the article."""
    message = "this is no annotation: it does not say `argmap: 1`"
    command = as_typed(["argmap", "new", shown, "-o", str(PurePosixPath(shown).with_suffix(".yaml"))])
    hint = f"`{command}` starts the annotation of a text"
    return rules.UNREADABLE_FILE.at(Place(shown), message, hint)


def passed_over(folder: Path, names: Sequence[str], *, all_of_it: bool) -> Diagnostic:
    """Return what is said of other programs' files in a folder that was given; an error where there is nothing else in it."""
    place = Place(folder.as_posix())
    if all_of_it:
        message = "there is no annotation in this folder: none of its files says `argmap: 1`"
        return rules.NOTHING_FOUND.at(place, message, _FIRST)
    listed = f"{', '.join(map(repr, names[:_LISTED]))}{', …' if len(names) > _LISTED else ''}"
    what = f"{listed} is no annotation and was" if len(names) == 1 else f"{len(names)} files are no annotations and were"
    message = f"{what} passed over{'' if len(names) == 1 else f': {listed}'}"
    return rules.OTHER_FILES.at(place, message, "an annotation begins with `argmap: 1`")


def read_text(path: Path, shown: str) -> TextFile:
    """Return the text of an annotation file, without a byte order mark.

    Raises:
        Unreadable: it is no file, cannot be opened, is too large or not in UTF-8.
    """
    data = read_bytes(path, shown)
    try:
        return TextFile(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(data, error.start, shown)) from error


def _not_utf8(data: bytes, index: int, shown: str) -> Diagnostic:
    hint = "save it as UTF-8 (in Word and Excel: “Unicode (UTF-8)”; in Notepad: Save as, Encoding)"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return rules.NOT_UTF8.at(Place(shown), "this file is in UTF-16, not in UTF-8", hint)
    lines = data[:index].decode("utf-8-sig", "replace").split("\n")
    place = Place(shown, len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    return rules.NOT_UTF8.at(place, f"byte 0x{data[index]:02X} is not UTF-8", hint)


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the bytes of a regular file of bearable size.

    Raises:
        Unreadable: it is no file, cannot be opened or is too large.
    """
    place = Place(shown)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(rules.UNREADABLE_FILE.at(place, "this is a folder, not a file", "name a file in it"))
        if not stat.S_ISREG(status.st_mode):
            message = "this is a pipe, a socket or a device, not a file"
            raise Unreadable(rules.UNREADABLE_FILE.at(place, message, "save what it holds to a file, and give that"))
        if status.st_size > MAX_BYTES:
            message = f"this file has {ceil(status.st_size / MEBIBYTE)} MiB, and can have at most {MAX_BYTES // MEBIBYTE}"
            raise Unreadable(rules.TOO_LARGE.at(place, message, "write one file per article"))
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise Unreadable(
                rules.UNREADABLE_FILE.at(place, "this link leads to nothing", "delete it, or copy the file here")
            ) from error
        raise Unreadable(rules.UNREADABLE_FILE.at(place, "there is no such file", _what_is_meant(path, shown))) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unreadable(rules.UNREADABLE_FILE.at(place, f"cannot be opened: {reason}")) from error


def _what_is_meant(path: Path, shown: str) -> str | None:
    """What to type instead of a file that is not there."""
    if shown == "-":
        return "standard input is not read: save it to a file, and give that"
    if shown.startswith(("http:/", "https:/")):
        return "addresses are not read: open it in a browser, and save or copy the article as plain text (.txt)"
    near = similar_file(path)
    if near is not None:
        return f"did you mean {path.with_name(near).as_posix()!r}?"
    return f"a file to write is named with -o: -o {shown}" if path.suffix.lower() in _WRITTEN_SUFFIXES else None


def similar_file(path: Path) -> str | None:
    """Return the name of a file beside a missing one whose name is much like its, if there is one."""
    try:
        return did_you_mean(path.name, os.listdir(path.parent))  # noqa: PTH208 - names are what is compared
    except (OSError, ValueError):
        return None


def is_file(path: Path) -> bool:
    """Return whether a file is there; False also where that cannot be known."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib's raises for names that no file can have


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; False also where that cannot be known."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib's raises for names that no folder can have


class Folders:
    """Some folders, asked whether a path lies in one of them once every symbolic link is followed."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._real = frozenset(os.path.realpath(folder) for folder in folders)

    def hold(self, path: Path) -> bool:
        """Return whether a path lies in one of the folders; the path need not exist."""
        try:
            real = Path(os.path.realpath(path))
        except (OSError, ValueError):
            return False
        return any(os.fspath(folder) in self._real for folder in (real, *real.parents))
