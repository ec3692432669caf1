"""The analysed text of xAIF: HTML in which a span marks the words of each node → plain text and places, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any, Final

from argmap.exchange.decoding import cleaned

_BREAKING: Final = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3"})


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, and the place [start, end) of each node whose words are marked in it."""

    text: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


NO_TEXT: Final = MarkedText()


def marked_text_of(value: Any) -> MarkedText:
    """Return what the `text` of an xAIF file says: HTML, alone or under `txt`; anything else is no text."""
    html = value.get("txt") if isinstance(value, dict) else value
    if not isinstance(html, str):
        return NO_TEXT
    reader = _Reader()
    reader.feed(cleaned(html))
    reader.close()
    text = "".join(reader.parts)
    return MarkedText(text, reader.places) if text.strip() else NO_TEXT


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.places: dict[str, tuple[int, int]] = {}
        self._length = 0
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self._open.append((dict(attrs).get("id") or "", self._length))
        elif tag in _BREAKING:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._open:
            name, start = self._open.pop()
            if name:
                self.places.setdefault(name.removeprefix("node"), (start, self._length))
        elif tag in _BREAKING - {"br"}:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        self._add(cleaned(data))

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def marked(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """Return a text as HTML in which spans mark places [start, end) of nodes; of places that overlap the first."""
    parts: list[str] = []
    done = 0
    for start, end, node in sorted(places):
        if start >= done:
            span = f'<span class="highlighted" id="node{escape(node)}">{_html(text[start:end])}</span>'
            parts += [_html(text[done:start]), span]
            done = end
    return "".join((*parts, _html(text[done:])))


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
