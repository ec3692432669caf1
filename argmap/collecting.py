"""How often memory is gone through for circles of objects that refer to each other and that nothing else refers to."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = (1_000_000, 50, 100)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for circles seldom, and afterwards as often as before: a corpus is many objects and few circles.

    Without this, Python goes through everything that has been read again and again, and loading takes half as long again.

    >>> before = gc.get_threshold()
    >>> with seldom_collecting():
    ...     gc.get_threshold()
    (1000000, 50, 100)
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no circles at all while that is made of which everything stays, and afterwards as before.

    >>> with without_collecting():
    ...     gc.isenabled()
    False
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
