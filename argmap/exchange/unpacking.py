"""Zip files, all of them hostile: what is in them is read into memory, within bounds, and never written anywhere."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from argmap.exchange.contract import MEBIBYTE, FormatError

_ALWAYS: Final = 8 * MEBIBYTE
"""So many bytes may be in any zip file."""
_PIECE: Final = 64 * 1024
_MANY: Final = 20_000
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class Archive:
    """A zip file.

    Args:
        data: its bytes.
        name: what it is called in messages.
        times: what is in it may be so many times as large as it.

    Raises:
        FormatError: it is none, or is broken.
    """

    def __init__(self, data: bytes, name: str, times: int = 20) -> None:
        self.name = name
        self._times = times
        self._left = max(_ALWAYS, times * len(data))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error) as error:
            raise FormatError(f"this is no zip file, or it is broken: {error}", file=name) from None
        if len(entries) > _MANY:
            raise FormatError(f"there are {len(entries):,} files in it; at most {_MANY:,} are read", file=name)
        self._entries = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> Iterable[str]:
        """The names of the files in it, as they stand there: not to be used as paths."""
        return self._entries.keys()

    def read(self, inner: str) -> bytes:
        """Return a file.

        Raises:
            FormatError: it is not there, is broken or locked, or what has been read is more than the zip file may hold.
        """
        return b"".join(self.pieces(inner))

    def pieces(self, inner: str) -> Iterator[bytes]:
        """Yield a file piece by piece; it is never in memory as a whole.

        Raises:
            FormatError: as `read` does.
        """
        entry = self._entries.get(inner)
        if entry is None:
            raise FormatError(f"there is no {inner!r} in it", file=self.name)
        try:
            with self._zip.open(entry) as opened:
                while piece := opened.read(_PIECE):
                    self._count(len(piece))
                    yield piece
        except FormatError:
            raise
        except RuntimeError:
            raise FormatError("it is locked with a password", file=self.name, hint="save it without one") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error) as error:
            raise FormatError(f"{inner!r} in it is broken: {error}", file=self.name) from None

    def _count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            message = f"what is in it is more than {self._times} times as large as the file itself"
            raise FormatError(message, file=self.name, hint="unpack it, and save it again without what is not needed")


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip file: the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, data)
    return buffer.getvalue()
