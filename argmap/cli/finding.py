"""Ids and tags as they are typed on the command line → what they stand for in the graph."""

from collections.abc import Iterable

import click

from argmap.diagnostics import did_you_mean
from argmap.graph import Graph


def find_ids(noun: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the global ids that some names stand for: an id as it is written in its file, or `file/id`.

    Raises:
        click.UsageError: nothing is called so; the message says what may be meant.
    """
    by_local: dict[str, list[str]] = {}
    for name in known:
        by_local.setdefault(name.partition("/")[2] or name, []).append(name)
        by_local.setdefault(name, []).append(name)
    found: dict[str, None] = {}
    for name in names:
        if name not in by_local:
            near = did_you_mean(name, by_local)
            locals_ = sorted({known_name.partition("/")[2] for known_name in by_local if "/" in known_name})
            hint = (
                f"Did you mean {near!r}?"
                if near
                else f"There {'is' if len(locals_) == 1 else 'are'} {', '.join(locals_[:12]) or 'none'}."
            )
            raise click.UsageError(f"Unknown {noun} {name!r}. {hint}")
        found.update(dict.fromkeys(by_local[name]))
    return tuple(found)


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
            hint = f"Did you mean {near!r}?" if near else f"Tags in use: {', '.join(sorted(known)[:12]) or 'none'}."
            raise click.UsageError(f"Nothing bears the tag {tag!r}. {hint}")
    return tuple(tags)
