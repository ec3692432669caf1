"""What a command is doing, on a terminal, where that may take its time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_LARGE: Final = 2_000_000
"""Bytes: smaller files take less than a second."""


@contextmanager
def waiting(words: str, size: int) -> Iterator[None]:
    """Say what is being done for as long as it lasts, where a terminal is looked at and files have so many bytes."""
    if size < _LARGE or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(words)):
        yield
