"""The JSON of Web Annotations, in all the shapes that the model allows → one shape: bodies, passages, creator."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from argmap.exchange.contract import FormatError
from argmap.exchange.decoding import cleaned, taken, words_in
from argmap.exchange.sizing import Size
from argmap.formats.webannotation.vocabulary import REPLYING

_T = TypeVar("_T")
_MAX_DEPTH = 20
_OF_AN_ENTRY = 0.75
"""A body takes so much of the memory of an entry."""


@dataclass(frozen=True, slots=True)
class Body:
    """One thing that is said of the target: a text, or a resource by its IRI and name."""

    purpose: str
    value: str = ""
    iri: str = ""
    language: str = ""
    kind: str = ""
    creator: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A target: a source, and the words or the place in it."""

    source: str
    label: str = ""
    date: str = ""
    language: str = ""
    value: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    position: tuple[int, int] | None = None
    other_selectors: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation."""

    iri: str
    motivations: frozenset[str]
    bodies: tuple[Body, ...]
    passages: tuple[Passage, ...]
    creator: str = ""
    creator_iri: str = ""
    created: str = ""
    answers: tuple[str, ...] = ()
    """Of a reply: the IRIs of what it answers; of Hypothesis, from the first annotation on."""

    def values(self, purpose: str) -> list[str]:
        """Return the texts of the bodies of a purpose."""
        return [body.value for body in self.bodies if body.purpose == purpose and body.value]


def notes_of(value: Any, file: str, size: Size) -> list[Note]:
    """Return the annotations of a JSON value: one, a list, a page, a collection, or what Hypothesis answers or exports.

    Args:
        value: the value.
        file: for messages.
        size: what counts bodies and references: many short ones take more memory than the annotations that they are of.

    Raises:
        FormatError: there is no annotation in it, or too much.
    """
    is_collection = isinstance(value, dict) and bool({"items", "first", "rows", "annotations"} & value.keys())
    notes = [_note(entry, size) for entry in _annotations(value, 0)]
    if not notes and not is_collection:
        raise FormatError("there is no Web Annotation in this file", file=file)
    return notes


def _annotations(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for entry in taken(value):
            yield from _annotations(entry, depth + 1)
    elif isinstance(value, dict):
        if "target" in value or "Annotation" in _words(value.get("type", value.get("@type"))):
            yield value
        else:
            for key in ("items", "first", "rows", "annotations", "@graph"):
                yield from _annotations(value.get(key), depth + 1)


def _note(entry: Mapping[str, Any], size: Size) -> Note:
    bodies = tuple(_counted(_bodies(entry.get("body"), _MAX_DEPTH), size))
    if value := words_in(entry.get("bodyValue")):
        bodies += (Body("commenting", value),)
    if value := words_in(entry.get("text")):  # Hypothesis
        bodies += (Body("commenting", value),)
    bodies += tuple(_counted((Body("tagging", tag) for tag in _words(entry.get("tags"))), size))
    document = entry.get("document")
    titles = _words(document.get("title")) if isinstance(document, dict) else []
    creator = _first(entry.get("creator", entry.get("user")))
    user = entry.get("user_info")  # Hypothesis
    motivations = frozenset(_words(entry.get("motivation")))
    passages = tuple(_passages(entry.get("target"), titles[0] if titles else "", words_in(entry.get("uri"))))
    return Note(
        iri=words_in(entry.get("id", entry.get("@id"))),
        motivations=motivations,
        bodies=bodies,
        passages=passages,
        creator=(words_in(user.get("display_name")) if isinstance(user, dict) else "") or _name(creator),
        creator_iri=words_in(creator.get("id")) if isinstance(creator, dict) else words_in(creator),
        created=words_in(entry.get("created")),
        answers=tuple(_counted(_words(entry.get("references")), size))
        or tuple(one.source for one in passages if REPLYING in motivations),
    )


def _counted(things: Iterable[_T], size: Size) -> Iterator[_T]:
    for thing in things:
        size.add(_OF_AN_ENTRY)
        yield thing


def _name(creator: Any) -> str:
    return words_in(creator.get("name")) if isinstance(creator, dict) else words_in(creator)


def _bodies(value: Any, depth: int, purpose: str = "") -> Iterator[Body]:
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _bodies(entry, depth - 1, purpose)
    elif isinstance(value, dict):
        own = (_words(value.get("purpose", value.get("role"))) or [purpose])[0]
        if "items" in value:
            yield from _bodies(value["items"], depth - 1, own)
        elif "source" in value:
            source = _first(value["source"])
            if isinstance(source, dict):
                name = words_in(source.get("name")) or words_in(source.get("label"))
                yield Body(own, name, words_in(source.get("id")), kind=words_in(source.get("type")))
            else:
                yield Body(own, "", words_in(source))
        else:
            text = words_in(value.get("value", value.get("chars", value.get("name"))))
            language = (_words(value.get("language")) or [""])[0]
            creator = _name(_first(value.get("creator")))
            yield Body(own or "commenting", text, words_in(value.get("id")), language, words_in(value.get("type")), creator)
    elif iri := words_in(value):
        yield Body(purpose, "", iri)


def _passages(value: Any, title: str, uri: str) -> Iterator[Passage]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            yield Passage(words_in(entry), title)
        elif isinstance(entry, dict):
            source = _first(entry.get("source"))
            resource = source if isinstance(source, dict) else {}
            iri = words_in(resource.get("id")) if resource else words_in(source)
            yield Passage(
                source=iri or uri or words_in(entry.get("id")),
                label=words_in(resource.get("label")) or words_in(resource.get("name")) or title,
                date=words_in(resource.get("dcterms:issued")) or words_in(resource.get("created")),
                language=(_words(resource.get("language")) or [""])[0],
                value=words_in(entry.get("value")),
                **_selected(entry.get("selector")),
            )


def _selected(value: Any) -> dict[str, Any]:
    """The words and the place that selectors name."""
    found: dict[str, Any] = {}
    others = 0
    for selector in _selectors(value, _MAX_DEPTH):
        kind = words_in(selector.get("type", selector.get("@type"))).rpartition(":")[2]
        start, end = selector.get("start"), selector.get("end")
        if kind == "TextQuoteSelector":
            parts = ((key, selector.get(key)) for key in ("exact", "prefix", "suffix"))
            found |= {key: cleaned(words) for key, words in parts if isinstance(words, str) and key not in found}
        elif kind == "TextPositionSelector" and isinstance(start, int) and isinstance(end, int):
            found.setdefault("position", (start, end))
        else:
            others += 1
    return {**found, "other_selectors": others}


def _selectors(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _selectors(entry, depth - 1)
    elif isinstance(value, dict):
        if "items" in value:
            yield from _selectors(value["items"], depth - 1)
        else:
            yield value
            yield from _selectors(value.get("refinedBy"), depth - 1)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _words(value: Any) -> list[str]:
    """The texts of a value that may be one or a list."""
    entries = value if isinstance(value, list) else [value]
    return [words for entry in entries if (words := words_in(entry))]
