"""What of a graph is shown: everything, or what bears on some questions, actors and tags, to a depth."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.graph import Graph


@dataclass(frozen=True, slots=True)
class Selection:
    """Global ids of questions and actors, tags, and how many steps of reasons are shown. Empty means no limit.

    Shown is what bears on what is selected; what an actor says, and what bears a tag, is shown with what it is a reason for.
    Within one field what matches any of its values is shown; several fields narrow each other down.
    """

    questions: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    depth: int | None = None


EVERYTHING: Final = Selection()


@dataclass(frozen=True, slots=True)
class Selectable:
    """What all selections from one graph start from; worked out once, however many there are."""

    present: frozenset[str]
    reasons: Mapping[str, list[str]]


def selectable(graph: Graph) -> Selectable:
    """Return what all selections from a graph start from."""
    return Selectable(_in_use(graph), _reasons(graph))


def selected(graph: Graph, selection: Selection, known: Selectable | None = None) -> frozenset[str]:
    """Return the global ids of the questions, claims and arguments that are shown.

    Args:
        graph: of which.
        selection: what is asked for.
        known: of the graph, where several selections are made; None where it is one.
    """
    if selection == EVERYTHING:
        return known.present if known else _in_use(graph)
    present, reasons = (known.present, known.reasons) if known else (_in_use(graph), _reasons(graph))
    filters: list[Collection[str]] = []
    if selection.questions:
        filters.append(_bearing_on(_answers(graph, selection.questions), reasons, selection.depth))
    for wanted, seeds in ((selection.actors, _held_by), (selection.tags, _tagged)):
        if wanted:
            found = _with_targets(graph, seeds(graph, wanted))
            purpose = _purpose(graph, frozenset(found)) if selection.depth != 0 else frozenset()
            filters.append(_bearing_on(found, reasons, selection.depth) | purpose)
    if not filters:
        filters.append(_bearing_on(_roots(graph), reasons, selection.depth))
    narrowed = present.intersection(*filters)
    claims = {node for node in narrowed if node in graph.claims}
    arguments = _drawable(graph, claims, {node for node in narrowed if node in graph.arguments})
    questions = {question for claim in claims for question in graph.claims[claim].answers}
    if selection.questions:
        questions &= set(selection.questions)
        questions |= set(selection.questions) & present
    return frozenset(claims | arguments | questions)


def _in_use(graph: Graph) -> frozenset[str]:
    """Everything that sources define or refer to; of codebooks alone, everything."""
    if not graph.sources:
        return frozenset([*graph.questions, *graph.claims, *graph.arguments])
    statements = graph.statements.values()
    used = {statement.target for statement in statements}
    used.update(statement.given for statement in statements if isinstance(statement.given, str))
    for entries in (graph.questions, graph.claims, graph.arguments):
        used.update(node for node, entry in entries.items() if entry.file in graph.sources)
    if len(used) == len(graph.questions) + len(graph.claims) + len(graph.arguments):
        return frozenset(used)  # no codebook holds more
    waiting = list(used)
    while waiting:
        node = waiting.pop()
        named: tuple[str, ...] = ()
        if node in graph.arguments:
            argument = graph.arguments[node]
            named = (*argument.premises, argument.target)
        elif node in graph.claims:
            named = graph.claims[node].answers
        new = [other for other in named if other not in used]
        used.update(new)
        waiting += new
    return frozenset(used | _between(graph, used))


def _between(graph: Graph, used: Collection[str]) -> set[str]:
    """The other arguments whose premises and target are all in use, and undercuts of such arguments."""
    candidates = [argument for argument in graph.arguments.values() if all(premise in used for premise in argument.premises)]
    between = {argument.id for argument in candidates if argument.target in used}
    while True:
        undercuts = {argument.id for argument in candidates if argument.target in between} - between
        if not undercuts:
            return between
        between |= undercuts


def _reasons(graph: Graph) -> Mapping[str, list[str]]:
    """For each claim and argument what stands directly under it: arguments that target it, premises it has."""
    below: dict[str, list[str]] = {}
    for argument in graph.arguments.values():
        below.setdefault(argument.target, []).append(argument.id)
        below.setdefault(argument.id, []).extend(argument.premises)
    return below


def _bearing_on(seeds: Iterable[str], reasons: Mapping[str, list[str]], depth: int | None) -> frozenset[str]:
    """The seeds and everything below them; a step of depth is one inference with its premises."""
    reached = dict.fromkeys(seeds, 0)
    waiting = list(reached)
    for node in waiting:  # grows while it is walked: breadth first, so that the first depth found is the least
        if depth is not None and reached[node] >= 2 * depth:
            continue
        for other in reasons.get(node, ()):
            if other not in reached:
                reached[other] = reached[node] + 1
                waiting.append(other)
    return frozenset(reached)


def _answers(graph: Graph, questions: Iterable[str]) -> list[str]:
    wanted = set(questions)
    return [claim.id for claim in graph.claims.values() if not wanted.isdisjoint(claim.answers)]


def _held_by(graph: Graph, actors: Iterable[str]) -> list[str]:
    wanted = set(actors)
    return [statement.target for statement in graph.statements.values() if not wanted.isdisjoint(statement.actors)]


def _tagged(graph: Graph, tags: Iterable[str]) -> list[str]:
    wanted = set(tags)

    def has(entry_tags: tuple[str, ...]) -> bool:
        return not wanted.isdisjoint(entry_tags)

    questions = [question.id for question in graph.questions.values() if has(question.tags)]
    nodes = [node for entries in (graph.claims, graph.arguments) for node, entry in entries.items() if has(entry.tags)]
    sources = {source.id for source in graph.sources.values() if has(source.tags)}
    actors = {actor.id for actor in graph.actors.values() if has(actor.tags)}
    said = [
        statement.target
        for statement in graph.statements.values()
        if has(statement.tags) or statement.source in sources or not actors.isdisjoint(statement.actors)
    ]
    return [*nodes, *said, *_answers(graph, questions)]


def _with_targets(graph: Graph, seeds: Iterable[str]) -> list[str]:
    """The seeds, and what the arguments among them bear on, up to a claim."""
    reached = dict.fromkeys(seeds)
    waiting = list(reached)
    for node in waiting:  # grows while it is walked
        if node in graph.arguments and (target := graph.arguments[node].target) not in reached:
            reached[target] = None
            waiting.append(target)
    return waiting


def _purpose(graph: Graph, seeds: Collection[str]) -> set[str]:
    """What the seeds are reasons for: arguments all whose premises are among them, with what these bear on, up to a claim.

    An objection to an inference says nothing to a reader who does not see the inference, nor evidence without a claim.
    """
    own = [argument.id for argument in graph.arguments.values() if all(premise in seeds for premise in argument.premises)]
    shown = _with_targets(graph, own)
    return {*shown, *(premise for node in shown if node in graph.arguments for premise in graph.arguments[node].premises)}


def _roots(graph: Graph) -> list[str]:
    """Answers to questions and claims that are no premise of anything; where all is a circle, every claim."""
    premises = {premise for argument in graph.arguments.values() for premise in argument.premises}
    roots = [claim.id for claim in graph.claims.values() if claim.answers or claim.id not in premises]
    return roots or list(graph.claims)


def _drawable(graph: Graph, claims: set[str], arguments: set[str]) -> set[str]:
    """The arguments whose premises and target are all shown; undercuts of arguments that are not go with them."""
    drawable = {node for node in arguments if claims.issuperset(graph.arguments[node].premises)}
    while True:
        kept = {node for node in drawable if (target := graph.arguments[node].target) in claims or target in drawable}
        if kept == drawable:
            return kept
        drawable = kept
