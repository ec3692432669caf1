"""Every place of a file in which one entry names another, for the checks of identity."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.corpus import PROPOSITIONS, Corpus, Kind, Namespace, Reference
from argmap.model import Entry, is_id_sign
from argmap.reading.values import KeyPath

_Field: TypeAlias = tuple[str, str, Namespace, tuple[Kind, ...]]
"""A field, what it says of what it names, and what that may be."""

_ACTOR = (Kind.ACTOR,)
_QUESTION = (Kind.QUESTION,)
_ARGUMENT = (Kind.ARGUMENT,)
_EVIDENCE = (Kind.EVIDENCE,)
_STATEMENT = (Kind.STATEMENT,)
_WEIGHTED = (*PROPOSITIONS, Kind.ARGUMENT)

_SUPPORTING = (
    ("supports", "supports", Namespace.NODES, PROPOSITIONS),
    ("attacks", "attacks", Namespace.NODES, PROPOSITIONS),
    ("undercuts", "undercuts", Namespace.NODES, _ARGUMENT),
)
_PROPOSITION = (
    ("answers", "answers", Namespace.QUESTIONS, _QUESTION),
    ("contrary", "is contrary to", Namespace.NODES, PROPOSITIONS),
    *_SUPPORTING,
)
_SOURCE = (
    ("author", "is by", Namespace.ACTORS, _ACTOR),
    ("outlet", "is published by", Namespace.ACTORS, _ACTOR),
)
_FIELDS: Final = MappingProxyType(
    {
        "actors": ("actor", (("affiliation", "belongs to", Namespace.ACTORS, _ACTOR),)),
        "claims": ("claim", _PROPOSITION),
        "evidence": ("evidence", _PROPOSITION),
        "arguments": ("argument", (("premises", "starts from", Namespace.NODES, PROPOSITIONS), *_SUPPORTING)),
        "statements": (
            "the statement",
            (
                ("by", "is by", Namespace.ACTORS, _ACTOR),
                ("via", "is passed on by", Namespace.ACTORS, _ACTOR),
                ("affiliation", "speaks for", Namespace.ACTORS, _ACTOR),
                ("claim", "is about", Namespace.NODES, PROPOSITIONS),
                ("evidence", "is about", Namespace.NODES, _EVIDENCE),
                ("argument", "is about", Namespace.NODES, _ARGUMENT),
                ("given", "depends on", Namespace.NODES, PROPOSITIONS),
                ("replies", "replies to", Namespace.STATEMENTS, _STATEMENT),
                ("replaces", "replaces", Namespace.STATEMENTS, _STATEMENT),
            ),
        ),
    }
)
"""By section, what an entry is called and which of its fields name what."""


def references(corpus: Corpus) -> Iterator[Reference]:
    """Yield every place in which one entry names another, in canonical order, within a file in the order of the format."""
    for index, document in enumerate(corpus.documents):
        model = document.model
        if model.source is not None:
            yield from _of_entry(index, ("source",), "the source", model.source, _SOURCE)
        for section, (noun, fields) in _FIELDS.items():
            entries = getattr(model, section)
            for name, entry in entries.items() if isinstance(entries, Mapping) else enumerate(entries):
                yield from _of_entry(index, (section, name), _owner(noun, name), entry, fields)
        for name in model.weights:
            yield Reference(index, ("weights", name), "a weight", "is for", Namespace.NODES, _WEIGHTED, name)


def _owner(noun: str, name: str | int) -> str:
    return f"{noun} {name!r}" if isinstance(name, str) else noun


def _of_entry(index: int, path: KeyPath, owner: str, entry: Entry, fields: Sequence[_Field]) -> Iterator[Reference]:
    for field, verb, namespace, kinds in fields:
        value = getattr(entry, field)
        if not value:
            continue
        if isinstance(value, tuple):
            for row, name in enumerate(value):
                yield Reference(index, (*path, field, row), owner, verb, namespace, kinds, name)
        elif field != "given" or (isinstance(value, str) and looks_like_id(value)):
            yield Reference(index, (*path, field), owner, verb, namespace, kinds, value)


def references_left_out(corpus: Corpus) -> Iterator[Reference]:
    """Yield what the entries name that were left out for a fault: no relation comes of it, but a slip in it is told too."""
    for index, document in enumerate(corpus.documents):
        for path, entry in document.fragments:
            section, name = path
            noun, fields = _FIELDS.get(str(section), ("", ()))
            for field, verb, namespace, kinds in fields:
                value = entry.get(field)
                for row, named in enumerate(value if isinstance(value, list) else [value]):
                    if isinstance(named, str) and looks_like_id(named.replace(">", "").replace("~", "")):
                        yield Reference(index, (*path, field, row), _owner(noun, name), verb, namespace, kinds, named)


def looks_like_id(words: str) -> bool:
    """Return whether a condition names a claim instead of being a text: one word of an id's letters.

    >>> looks_like_id("sanctions-stay"), looks_like_id("if the sanctions stay")
    (True, False)
    """
    return all(map(is_id_sign, words))
