"""The folder of a site: pages that changed are written, those that no longer belong are removed, nothing else is touched.

A list of all pages that are ours lies in the folder and is written before any of them: whoever stops the work at any moment and
begins again, or builds another corpus, finds every page known.
"""

import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from argmap.rendering.comparison.addresses import Subject
from argmap.site.pages import Page
from argmap.writing.files import left_behind, write_atomically

LIST: Final = ".argmap-site.json"

_PATH: Final = re.compile(rf"(?:(?:{'|'.join(Subject)})/)?[^/\\\x00.][^/\\\x00]*\.html")
"""What pages of a site are called; the list may have been tampered with, and nothing else is ever removed."""


class FolderError(Exception):
    """A folder that must not be written to; the message says why."""


class Done(StrEnum):
    """What became of a page."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


def claim_folder(folder: Path, paths: Iterable[str]) -> frozenset[str]:
    """Make a folder ours before the first page is written; return the pages that were ours before.

    Args:
        folder: need not exist.
        paths: of all pages that are to be written.

    Raises:
        FolderError: it is not ours and not empty, or something else lies where a page is to go.
        OSError: it cannot be made or written to.
    """
    wanted = frozenset(paths)
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder.as_posix()!r} is no folder.")
    listed = folder / LIST
    known: frozenset[str] = frozenset()
    if listed.is_file():
        known = _read(listed)
    elif folder.is_dir() and set(folder.iterdir()) - set(left_behind(folder)):
        raise FolderError(
            f"The folder {folder.as_posix()!r} is not empty, and no site of argmap: nothing was written. "
            "Name an empty or a new one."
        )
    for subject in Subject:
        if (folder / subject).is_symlink():
            raise FolderError(f"{(folder / subject).as_posix()!r} is a link that leads elsewhere: nothing was written.")
    for path in sorted(wanted - known):
        if (folder / path).exists() or (folder / path).is_symlink():
            raise FolderError(f"{(folder / path).as_posix()!r} is in the way, and not of argmap's making: nothing was written.")
    folder.mkdir(parents=True, exist_ok=True)
    _write(listed, wanted | known)
    return known


def write_pages(folder: Path, pages: Iterable[Page], known: frozenset[str]) -> Iterator[tuple[str, Done]]:
    """Write pages that changed, then remove those that no longer belong; yield what became of each.

    Args:
        folder: that was claimed.
        pages: of the site.
        known: what was ours before.

    Raises:
        OSError: a page cannot be written; all others are whole, and a second run goes on.
    """
    written: set[str] = set()
    for page in pages:
        target, data = folder / page.path, page.text.encode("utf-8", "replace")
        changed = target.is_symlink() or not _holds(target, data)
        if changed:
            target.parent.mkdir(exist_ok=True)
            if target.is_symlink():
                target.unlink()
            write_atomically(target, data)
        written.add(page.path)
        yield page.path, Done.WRITTEN if changed else Done.UNCHANGED
    for path in sorted(known - written):
        target = folder / path
        if target.is_symlink() or target.is_file():
            target.unlink()
            yield path, Done.REMOVED
    for tidied in (folder, *(folder / subject for subject in Subject)):
        _tidy(tidied)
    _write(folder / LIST, written)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _tidy(folder: Path) -> None:
    """Remove what a run that was killed left half written, and a folder in which nothing is left."""
    if not folder.is_dir():
        return
    for part in left_behind(folder):
        part.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()


def _read(path: Path) -> frozenset[str]:
    try:
        names = list(json.loads(path.read_text("utf-8"))["pages"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise FolderError(
            f"{path.as_posix()!r} cannot be read ({error}): nothing was written. Name an empty or a new folder."
        ) from error
    return frozenset(name for name in names if isinstance(name, str) and _PATH.fullmatch(name) and ".." not in name)


def _write(path: Path, names: Iterable[str]) -> None:
    text = json.dumps(
        {"what": "pages written by argmap build; it replaces and removes these, and nothing else", "pages": sorted(names)},
        ensure_ascii=False,
        indent=1,
    )
    data = f"{text}\n".encode()
    if not _holds(path, data):
        write_atomically(path, data)
