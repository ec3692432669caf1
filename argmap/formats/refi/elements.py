"""Elements of XML as text, and GUIDs made from words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid5

from argmap.reading.syntax import UNPRINTABLE

SPACE: Final = UUID("7c2f3c1e-5a43-5a0b-9d5b-2b7a4a4f7d11")
"""Of all GUIDs that are made here."""


@dataclass(slots=True)
class Guids:
    """GUIDs by what they stand for; equal words get another one each time."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def make(self, *words: str) -> str:
        """Return a GUID that has not been made before."""
        told = "/".join(words)
        number = self._numbers[told] = self._numbers.get(told, 0) + 1
        return str(uuid5(SPACE, f"{told}/{number}"))


def group(tag: str, children: Iterable[str]) -> str:
    """Return elements in the element that holds them; nothing where there are none, for it may not be empty."""
    inner = list(children)
    return element(tag, {}, *inner) if inner else ""


def ref(tag: str, guid: str) -> str:
    """Return an element that refers to something."""
    return element(tag, {"targetGUID": guid})


def element(tag: str, attributes: Mapping[str, str], *children: str, text: str = "") -> str:
    """Return an element with other elements, or with a text, in it; empty attributes are left out."""
    from xml.sax.saxutils import escape, quoteattr  # which imports clients of the network: not to read a file

    told = "".join(f" {name}={quoteattr(UNPRINTABLE.sub('', value))}" for name, value in attributes.items() if value)
    inner = "\n".join(filter(None, children)) or escape(UNPRINTABLE.sub("", text))
    if not inner:
        return f"<{tag}{told}/>"
    return f"<{tag}{told}>\n{inner}\n</{tag}>" if children else f"<{tag}{told}>{inner}</{tag}>"


def document(root: str) -> bytes:
    """Return an XML file."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n'.encode()
