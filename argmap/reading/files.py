"""The files of a corpus: which they are, what they hold, and what lies outside of the allowed folders. All reading happens here."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Place, TextFile
from argmap.reading import rules

SUFFIXES: Final = (".yaml", ".yml")
MAX_BYTES: Final = 64 * 1024 * 1024
_MAX_MEBIBYTES: Final = MAX_BYTES // (1024 * 1024)


@dataclass(frozen=True, slots=True)
class Given:
    """An annotation file that a path of the command line stands for."""

    path: Path
    shown: str
    root: Path
    """The folder that was given, or the one the given file lies in."""


class Unreadable(Exception):  # noqa: N818 - carries a diagnostic to the one place that collects them
    """A file could not be read; its diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.finding.message)
        self.diagnostic = diagnostic


def given_files(paths: Iterable[str | Path]) -> Iterator[Given | Diagnostic]:
    """Yield the annotation files that the paths stand for: a file itself, or every `*.yaml` and `*.yml` below a folder, sorted."""
    for given in paths:
        path = Path(given)
        shown = path.as_posix()
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError) as error:
            yield rules.UNREADABLE_FILE.at(Place(repr(shown)), f"cannot be opened: {error}")
            continue
        if not is_folder:
            yield Given(path, shown, path.parent)
            continue
        found = sorted(_annotations_below(path), key=lambda file: file.relative_to(path).parts)
        for file in found:
            if file.is_symlink() and not is_inside(file, [path]):
                yield rules.OUTSIDE.at(Place(file.as_posix()), "this link leads out of the folder", "copy the file, or give its own folder as well")
            else:
                yield Given(file, file.as_posix(), path)
        if not found:
            yield rules.NOTHING_FOUND.at(Place(shown), "no *.yaml or *.yml file in this folder", "argmap new TEXT -o FILE.yaml makes a first one")


def _annotations_below(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        for name in names:
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(base, name)


def read_text(path: Path, shown: str) -> TextFile:
    """Return the text of an annotation file, without a byte order mark.

    Raises:
        Unreadable: it is no file, cannot be opened, is too large or not in UTF-8.
    """
    data = read_bytes(path, shown)
    try:
        return TextFile(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        hint = "save it as UTF-8 (in Word and Excel: “Unicode (UTF-8)”; in Notepad: Save as, Encoding)"
        place = Place(shown, line, column, line, column + 1)
        raise Unreadable(rules.NOT_UTF8.at(place, f"byte 0x{data[error.start]:02X} is not UTF-8", hint)) from error


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the bytes of a regular file of bearable size.

    Raises:
        Unreadable: it is no file, cannot be opened or is too large.
    """
    place = Place(shown)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(rules.UNREADABLE_FILE.at(place, "this is a folder, not a file", "give the file, or the folder as a path of its own"))
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(rules.UNREADABLE_FILE.at(place, "this is no ordinary file"))
        if status.st_size > MAX_BYTES:
            raise Unreadable(rules.TOO_LARGE.at(place, f"{status.st_size // (1024 * 1024)} MiB; {_MAX_MEBIBYTES} MiB at most", "one file per article"))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(rules.UNREADABLE_FILE.at(place, "there is no such file", _neighbour(path))) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unreadable(rules.UNREADABLE_FILE.at(place, f"cannot be opened: {reason}")) from error


def _neighbour(path: Path) -> str | None:
    from argmap.diagnostics import did_you_mean

    try:
        names = os.listdir(path.parent)  # noqa: PTH208 - names are what is compared
    except OSError:
        return None
    near = did_you_mean(path.name, names)
    return None if near is None else f"did you mean {(path.parent / near).as_posix()!r}?"


def is_inside(path: Path, roots: Iterable[Path]) -> bool:
    """Return whether a path, once every symbolic link is followed, lies in one of the folders."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    return any(real.is_relative_to(root.resolve()) for root in roots)
