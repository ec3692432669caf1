"""Ids, names and tags as they are typed on the command line → what they stand for in the graph."""

from collections.abc import Iterable, Mapping
from typing import Final

import click

from argmap.diagnostics import did_you_mean
from argmap.graph import Graph
from argmap.text import Text

_LISTED: Final = 12
"""So many of what there is are named."""


def find_ids(noun: str, wanted: Iterable[str], known: Mapping[str, Text]) -> tuple[str, ...]:
    """Return the global ids that are meant: by an id as it is written in its file, by `file/id`, or by the words readers see.

    Args:
        noun: what is looked for.
        wanted: what was typed.
        known: global ids, each with its words.

    Raises:
        click.UsageError: nothing is called so; the message says what may be meant.
    """
    found: dict[str, None] = {}
    by_local: dict[str, list[str]] = {}
    by_words: dict[str, list[str]] = {}
    for name, text in known.items():
        for short in {name.partition("/")[2] or name, name}:
            by_local.setdefault(short, []).append(name)
        for words in {words.casefold() for words in text.values()}:
            by_words.setdefault(words, []).append(name)
    for typed in wanted:
        meant = by_local.get(typed) or by_words.get(typed.casefold())
        if meant is None:
            raise click.UsageError(f"Unknown {noun} {typed!r}. {_hint(typed, known)}")
        found.update(dict.fromkeys(meant))
    return tuple(found)


def _hint(typed: str, known: Mapping[str, Text]) -> str:
    """What may be meant, or what there is: an id as it is written in its file, with its words where these were typed."""
    short = {name: name.partition("/")[2] or name for name in known}
    if near := did_you_mean(typed, {*short.values(), *known}):
        return f"Did you mean {near!r}?"
    words = {word: name for name, text in known.items() for word in text.values()}
    near = did_you_mean(typed, words) or min((word for word in words if typed.casefold() in word.casefold()), default=None)
    if near:
        return f"Did you mean {short[words[near]]!r} ({near})?"
    there = sorted(set(short.values()))
    listed = f"{', '.join(there[:_LISTED]) or 'none'}{', …' if len(there) > _LISTED else ''}"
    return f"There {'is' if len(there) == 1 else 'are'} {listed}."


def find_tags(tags: Iterable[str], graph: Graph) -> tuple[str, ...]:
    """Return the tags, all of which are in use.

    Raises:
        click.UsageError: nothing bears one of them.
    """
    tables = (graph.sources, graph.actors, graph.questions, graph.claims, graph.arguments, graph.statements)
    known = {tag for table in tables for entity in table.values() for tag in entity.tags}
    for tag in tags:
        if tag not in known:
            near = did_you_mean(tag, known)
            hint = f"Did you mean {near!r}?" if near else f"Tags in use: {', '.join(sorted(known)[:_LISTED]) or 'none'}."
            raise click.UsageError(f"Nothing bears the tag {tag!r}. {hint}")
    return tuple(tags)
