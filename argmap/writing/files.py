"""Files are written whole or not at all."""

import codecs
import errno
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

_TEMPORARY: Final = re.compile(r"\..{1,40}\.[0-9]+\.part", re.DOTALL)
"""What temporary files are called, whose names begin like those of the files that they become."""


def write_atomically(path: Path, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Write a file so that at every moment the old one or the whole new one is there, also when the power fails.

    A temporary file in the same folder is filled, brought to the disk and given the name. An existing file keeps its permissions,
    and its owner and group as far as that is allowed; one that may not be written to is not replaced either, though its folder
    would allow it. Where the path is a symbolic link, the file that it leads to is replaced, not the link. What is no ordinary
    file (a pipe, a terminal) is written to directly.

    Args:
        path: the file.
        data: what it shall hold, whole or in parts.
        durable: wait until the disk has it. Of many files that can be made again, waiting for each takes most of the time.

    Raises:
        OSError: the folder or the file cannot be written; a file that was there is as it was.
    """
    try:
        _write(Path(os.path.realpath(path)), (data,) if isinstance(data, bytes) else data, durable=durable)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error  # which may name the temporary file


def _write(target: Path, parts: Iterable[bytes], *, durable: bool) -> None:
    try:
        before = target.stat()
    except FileNotFoundError:
        before = None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if before is not None and not stat.S_ISREG(before.st_mode):
        with target.open("wb") as file:
            file.writelines(parts)
        return
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
    temporary.unlink(missing_ok=True)
    try:  # around the opening too: an interrupt may come right after it
        with temporary.open("xb") as file:
            if before is not None:
                _make_like(temporary, before)
            file.writelines(parts)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def left_behind(folder: Path) -> tuple[Path, ...]:
    """Return the temporary files in a folder that a run left there which was killed, or is still at work."""
    return tuple(path for path in folder.iterdir() if _TEMPORARY.fullmatch(path.name))


def _make_like(path: Path, model: os.stat_result) -> None:
    """Give a file the owner and the group of another, each where that is allowed, and its permissions."""
    if hasattr(os, "chown"):  # Windows has none
        for owner, group in ((-1, model.st_gid), (model.st_uid, -1)):
            with suppress(OSError):
                os.chown(path, owner, group)
    path.chmod(stat.S_IMODE(model.st_mode))


def rewrite(path: Path, before: str, after: str, *, keep_mark: bool = True) -> None:
    """Write a text file anew that was read before in UTF-8, unless somebody else has written it meanwhile.

    Args:
        path: the file.
        before: what was read, without a byte order mark.
        after: what it shall hold.
        keep_mark: a byte order mark that it begins with stays.

    Raises:
        OSError: the file cannot be read or written, or holds something else by now; it is as it was.
    """
    data = path.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if data != mark + before.encode("utf-8"):
        raise OSError(
            errno.EAGAIN, "it was changed while argmap was at work, and is left so; run the command again", os.fspath(path)
        )
    write_atomically(path, (mark if keep_mark else b"") + after.encode("utf-8"))
