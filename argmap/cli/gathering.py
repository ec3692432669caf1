"""Foreign files → names and bytes: all reading for imports happens here."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from argmap.exchange.contract import MEBIBYTE
from argmap.reading.files import Folders


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files by the path they are shown by, and what was passed over, each with the reason."""

    files: Mapping[str, bytes]
    given: frozenset[str]
    """Those that were given by name; the others lie in folders, or beside one that was given."""
    beside: frozenset[str]
    """Texts beside files that were given; whether they belong to them, the format knows."""
    passed_over: tuple[tuple[str, str], ...]


def gather(paths: Iterable[Path], largest: int, companions: Collection[str]) -> Gathered:
    """Return the given files, and every file below the given folders; hidden ones and links that lead out are passed over.

    Args:
        paths: files and folders.
        largest: bytes of a file at most.
        companions: suffixes of files that are looked for beside a given one, under the same name.

    Raises:
        click.UsageError: a path that was given does not exist, is no file, or is too large.
    """
    files: dict[str, bytes] = {}
    given: set[str] = set()
    beside: set[str] = set()
    passed_over: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            for file in _files_below(path):
                reason = _unfit(file, largest)
                if reason is None and (not file.is_symlink() or Folders((path,)).hold(file)):
                    files[file.as_posix()] = file.read_bytes()
                else:
                    passed_over.append((file.as_posix(), reason or "a link that leads out of the folder"))
        else:
            reason = _unfit(path, largest)
            if reason is not None:
                raise click.UsageError(f"{path.as_posix()}: {reason}")
            files[path.as_posix()] = path.read_bytes()
            given.add(path.as_posix())
            for companion in (path.with_suffix(suffix) for suffix in companions if path.suffix):
                if companion.as_posix() not in files and _unfit(companion, largest) is None:
                    files[companion.as_posix()] = companion.read_bytes()
                    beside.add(companion.as_posix())
    return Gathered(files, frozenset(given), frozenset(beside - given), tuple(passed_over))


def _unfit(path: Path, largest: int) -> str | None:
    try:
        status = path.stat()
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    if not stat.S_ISREG(status.st_mode):
        return "this is a pipe, a socket or a device, not a file"
    if status.st_size > largest:
        return f"it has {status.st_size // MEBIBYTE:,} MiB; at most {largest // MEBIBYTE} are read"
    return None


def _files_below(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(base, name) for name in sorted(names) if not name.startswith("."))
