"""Files are written whole or not at all."""

import codecs
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Write a file so that at every moment the old one or the whole new one is there, also when the power fails.

    A temporary file in the same folder is filled, brought to the disk and given the name. An existing file keeps its permissions;
    where the path is a symbolic link, the file that it leads to is replaced, not the link. What is no ordinary file (a pipe, a
    terminal) is written to directly.

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
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with target.open("wb") as file:
            file.writelines(parts)
        return
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def rewrite(path: Path, text: str) -> None:
    """Write a text file that was read before in UTF-8; a byte order mark that it begins with stays.

    Raises:
        OSError: the file cannot be read or written; it is as it was.
    """
    with path.open("rb") as file:
        mark = codecs.BOM_UTF8 if file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8 else b""
    write_atomically(path, mark + text.encode("utf-8"))
