"""Conditions: what a stance is made to depend on."""

from typing import TypeAlias

from argmap.graph import Graph, Statement
from argmap.text import Text

Condition: TypeAlias = str | tuple[tuple[str, str], ...]
"""Under what a stance holds: the id of a claim, or a text as pairs of language and words. Two are the same if they are equal."""


def condition_of(statement: Statement) -> Condition | None:
    """Return the condition under which a stance holds; None where it holds without one."""
    given = statement.given
    return given if given is None or isinstance(given, str) else tuple(given.items())


def condition_text(graph: Graph, condition: Condition) -> Text:
    """Return a condition in words: those of the claim that it names, or its own."""
    return graph.claims[condition].text if isinstance(condition, str) else dict(condition)
