"""Files are written whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that at every moment the old one or the whole new one is there, also when the power fails.

    A temporary file in the same folder is filled, brought to the disk and given the name. An existing file keeps its permissions;
    where the path is a symbolic link, the file that it leads to is replaced, not the link. What is no ordinary file (a pipe, a
    terminal) is written to directly.

    Raises:
        OSError: the folder or the file cannot be written; a file that was there is as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(data)
        return
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_new_file_mode() if mode is None else stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _new_file_mode() -> int:
    """The permissions that any other program would give a new file here; `mkstemp` allows its owner only."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
