r"""argmap: argument and stance maps from plain text.

>>> import argmap
>>> annotated = argmap.loads("argmap: 1\nclaims: {rents-fall: {text: Rents fall., supports: rents-rise}}", "rent.yaml")
>>> list(annotated.graph.claims)
['rent/rents-fall']
>>> [diagnostic.finding.message for diagnostic in annotated.diagnostics]
["claim 'rents-fall' supports unknown claim 'rents-rise'"]
>>> argmap.render(annotated, "svg")[:5]
'<?xml'
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus, Format, compare, load, loads, network, render
    from argmap.selection import Selection
    from argmap.view import Overlay

__version__ = "0.1.0"

__all__ = ["AnnotatedCorpus", "Format", "Overlay", "Selection", "__version__", "compare", "load", "loads", "network", "render"]

_HOMES: Final = MappingProxyType({"Overlay": "argmap.view", "Selection": "argmap.selection"})
"""Where the public names are defined, but for those of `argmap.api`."""


def __getattr__(name: str) -> Any:
    """Import the library on first use, so that `import argmap` stays light."""
    if name not in __all__:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "argmap.api")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
