"""Languages as they are asked for on the command line."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from argmap.graph import Graph
    from argmap.text import Text


def language_tag(tag: str | None) -> str | None:
    """Return a language tag that was typed.

    Raises:
        click.UsageError: it is none.
    """
    from argmap.model import LANGUAGE_PATTERN

    if tag is not None and not re.match(LANGUAGE_PATTERN, tag):
        raise click.UsageError(f"{tag!r} is no language tag; write one such as en, ru or pt-BR.")
    return tag


def tell_missing_language(tag: str | None, graph: "Graph") -> None:
    """Say that no text is in the language that is asked for, and which there are."""
    from argmap.text import languages_of, primary_tag

    there = languages_of(_texts(graph))
    if tag is not None and there and not any(primary_tag(one) == primary_tag(tag) for one in there):
        click.echo(f"no text is in {tag!r}; there {'is' if len(there) == 1 else 'are'} {', '.join(there)}", err=True)


def _texts(graph: "Graph") -> "Iterable[Text]":
    yield from (claim.text for claim in graph.claims.values())
    yield from (question.text for question in graph.questions.values())
    yield from (actor.name for actor in graph.actors.values())
