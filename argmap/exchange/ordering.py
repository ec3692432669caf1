"""The order in which writers put arguments: one that reading and writing again does not change."""

from collections.abc import Callable

from argmap.graph import Argument, Graph
from argmap.words import ArgumentRelation

_RELATIONS = tuple(ArgumentRelation)


def ordered_arguments(graph: Graph, says_more: Callable[[Argument], bool]) -> list[Argument]:
    """Return the arguments by their first premise and relation, of each those that a reader writes in the short form first.

    A graph has the short forms in the order of their premises, and then the arguments with an entry of their own. What made such an
    entry necessary may get lost on the way into a format; in this order the loss changes nothing.

    Args:
        graph: whose arguments.
        says_more: whether the format keeps something of an argument, besides its premise and target, for which a reader writes an
            entry of its own: a scheme.
    """
    positions = {claim: row for row, claim in enumerate(graph.claims)}
    arguments = sorted(graph.arguments.values(), key=lambda one: (positions[one.premises[0]], _RELATIONS.index(one.relation)))
    short: set[tuple[str, str]] = set()
    entries: set[str] = set()
    for one in arguments:
        ends = (one.premises[0], one.target)
        if len(one.premises) > 1 or says_more(one) or ends in short:
            entries.add(one.id)
        else:
            short.add(ends)
    return sorted(arguments, key=lambda one: (positions[one.premises[0]], _RELATIONS.index(one.relation), one.id in entries))
