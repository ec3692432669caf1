"""argmap: argument and stance maps from plain text.

>>> import argmap
>>> annotated = argmap.load(["annotations/japan-central-asia.yaml"])  # doctest: +SKIP
>>> svg = argmap.render(annotated, "svg")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus, Format, load, loads, render

__version__ = "0.1.0"

__all__ = ["AnnotatedCorpus", "Format", "__version__", "load", "loads", "render"]


def __getattr__(name: str) -> Any:
    """Import the library on first use, so that `import argmap` stays light."""
    if name not in __all__:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from argmap import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted(__all__)
