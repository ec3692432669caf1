"""Every place of a file in which one entry names another: one list, which linking and the checks of identity read."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from argmap.corpus import PROPOSITIONS, Corpus, Kind, Namespace, Reference
from argmap.model import AnnotationFile, Statement
from argmap.reading.values import KeyPath

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
                ("replies", "replies to", Namespace.STATEMENTS, _STATEMENT),
                ("replaces", "replaces", Namespace.STATEMENTS, _STATEMENT),
            ),
        ),
    }
)
"""By section, what an entry is called and which of its fields name what."""


def references_left_out(corpus: Corpus) -> Iterator[Reference]:
    """Yield what the entries name that were left out for a fault: no relation comes of it, but a slip in it is told too."""
    for index, document in enumerate(corpus.documents):
        for path, entry in document.fragments:
            section, name = path
            noun, fields = _FIELDS.get(str(section), ("", ()))
            owner = noun if section == "statements" else f"{noun} {name!r}"
            for field, verb, namespace, kinds in fields:
                value = entry.get(field)
                for row, named in enumerate(value if isinstance(value, list) else [value]):
                    if isinstance(named, str) and looks_like_id(named.replace(">", "").replace("~", "")):
                        yield Reference(index, (*path, field, row), owner, verb, namespace, kinds, named)


def references(corpus: Corpus) -> Iterator[Reference]:
    """Yield every place in which one entry names another, in canonical order."""
    for index, document in enumerate(corpus.documents):
        yield from references_of(index, document.model)


def references_of(index: int, model: AnnotationFile) -> Iterator[Reference]:
    """Yield the references of one file, in the order of the format."""
    source = model.source
    if source is not None:
        for row, name in enumerate(source.author):
            yield Reference(index, ("source", "author", row), "the source", "is by", Namespace.ACTORS, _ACTOR, name)
        if source.outlet is not None:
            yield Reference(index, ("source", "outlet"), "the source", "is published by", Namespace.ACTORS, _ACTOR, source.outlet)
    for name, actor in model.actors.items():
        if actor.affiliation is not None:
            path: KeyPath = ("actors", name, "affiliation")
            yield Reference(index, path, f"actor {name!r}", "belongs to", Namespace.ACTORS, _ACTOR, actor.affiliation)
    yield from _of_propositions(index, model)
    for name, argument in model.arguments.items():
        owner = f"argument {name!r}"
        for row, premise in enumerate(argument.premises):
            yield Reference(
                index, ("arguments", name, "premises", row), owner, "starts from", Namespace.NODES, PROPOSITIONS, premise
            )
        verb, target = argument.target
        kinds = _ARGUMENT if verb == "undercuts" else PROPOSITIONS
        yield Reference(index, ("arguments", name, verb), owner, verb, Namespace.NODES, kinds, target)
    for position, statement in enumerate(model.statements):
        yield from _of_statement(index, position, statement)
    for name in model.weights:
        yield Reference(index, ("weights", name), "a weight", "is for", Namespace.NODES, _WEIGHTED, name)


def _of_propositions(index: int, model: AnnotationFile) -> Iterator[Reference]:
    for section, noun, entries in (("claims", "claim", model.claims), ("evidence", "evidence", model.evidence)):
        for name, entry in entries.items():
            owner = f"{noun} {name!r}"
            for row, target in enumerate(entry.answers):
                yield Reference(index, (section, name, "answers", row), owner, "answers", Namespace.QUESTIONS, _QUESTION, target)
            for row, target in enumerate(entry.contrary):
                yield Reference(
                    index, (section, name, "contrary", row), owner, "is contrary to", Namespace.NODES, PROPOSITIONS, target
                )
            for verb, targets, kinds in (
                ("supports", entry.supports, PROPOSITIONS),
                ("attacks", entry.attacks, PROPOSITIONS),
                ("undercuts", entry.undercuts, _ARGUMENT),
            ):
                for row, target in enumerate(targets):
                    yield Reference(index, (section, name, verb, row), owner, verb, Namespace.NODES, kinds, target)


def _of_statement(index: int, position: int, statement: Statement) -> Iterator[Reference]:
    here = ("statements", position)
    for row, name in enumerate(statement.by):
        yield Reference(index, (*here, "by", row), "the statement", "is by", Namespace.ACTORS, _ACTOR, name)
    for row, name in enumerate(statement.via):
        yield Reference(index, (*here, "via", row), "the statement", "is passed on by", Namespace.ACTORS, _ACTOR, name)
    if statement.affiliation is not None:
        path = (*here, "affiliation")
        yield Reference(index, path, "the statement", "speaks for", Namespace.ACTORS, _ACTOR, statement.affiliation)
    noun, target = statement.target
    kinds = {"claim": PROPOSITIONS, "evidence": _EVIDENCE, "argument": _ARGUMENT}[noun]
    yield Reference(index, (*here, noun), "the statement", "is about", Namespace.NODES, kinds, target)
    if isinstance(statement.given, str) and looks_like_id(statement.given):
        yield Reference(index, (*here, "given"), "the statement", "depends on", Namespace.NODES, PROPOSITIONS, statement.given)
    for field, verb, earlier in (("replies", "replies to", statement.replies), ("replaces", "replaces", statement.replaces)):
        if earlier is not None:
            yield Reference(index, (*here, field), "the statement", verb, Namespace.STATEMENTS, _STATEMENT, earlier)


def looks_like_id(words: str) -> bool:
    """Return whether a condition names a claim instead of being a text: one word of an id's letters.

    >>> looks_like_id("sanctions-stay"), looks_like_id("if the sanctions stay")
    (True, False)
    """
    return all(character.isalnum() or character in "-_" for character in words)
