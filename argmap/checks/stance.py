"""Checks of stances (AM5xx): who says what, once, and in whose name."""

from collections.abc import Iterator

from argmap.checks.subject import Subject, local, noun
from argmap.diagnostics import Finding, Related
from argmap.graph import Statement
from argmap.standing import in_force
from argmap.words import Stance


def statement_twice(subject: Subject) -> Iterator[Finding]:
    """Report a statement that stands in a file twice.

    Why: it would count twice. Two statements are the same where actors, target, stance, quote and condition are.

    Bad:   the same three lines pasted twice
    Good:  one of them, or the other passage's own quote
    """
    seen: dict[tuple[object, ...], Statement] = {}
    for statement in subject.graph.statements.values():
        given = statement.given if isinstance(statement.given, str) or statement.given is None else tuple(statement.given.items())
        identity = (
            statement.source,
            tuple(sorted(statement.actors)) if len(statement.actors) > 1 else statement.actors,
            statement.target,
            statement.stance,
            statement.act,
            statement.quotes,
            given,
        )
        first = seen.setdefault(identity, statement)
        if first is not statement:
            yield Finding(
                subject.place(statement),
                f"the same statement twice: {_names(subject, statement)}, {statement.stance} {_target(subject, statement)}",
                "delete one of them, or give each its own quote",
                (Related("first at", subject.place(first)),),
            )


def replaces_of_another(subject: Subject) -> Iterator[Finding]:
    """Report a statement that replaces the statement of another actor.

    Why: one changes one's own mind only. An answer to somebody else is `replies`.

    Bad:   `- {by: panfilova, claim: a, stance: against, replaces: s1}`, where `s1` is Satpayev's
    Good:  `- {by: panfilova, claim: a, stance: against, replies: s1}`
    """
    for statement in subject.graph.statements.values():
        earlier = subject.graph.statements.get(statement.replaces or "")
        if earlier is not None and set(earlier.actors).isdisjoint(statement.actors):
            message = f"{_names(subject, statement)} cannot replace what {_names(subject, earlier)} said"
            related = (Related("said at", subject.place(earlier)),)
            yield Finding(subject.place(statement, "replaces"), message, "write `replies` for an answer to somebody else", related)


def for_and_against(subject: Subject) -> Iterator[Finding]:
    """Say that one actor is for and against the same claim.

    Why: it happens in life, and the map shows it as mixed; but it may be a slip, two claims in one, or a change of mind, which
    `replaces` tells.

    Bad:   `stance: for` and `stance: against` by one speaker, where the second was meant for another claim
    Good:  both, where the text has both
    """
    first: dict[tuple[str, str, str], Statement] = {}
    told: set[tuple[str, str, str]] = set()
    for statement, actors in in_force(subject.graph.statements.values()):
        if statement.stance not in {Stance.FOR, Stance.AGAINST} or statement.given is not None:
            continue
        for actor in actors:
            key = (statement.source, actor, statement.target)
            earlier = first.setdefault(key, statement)
            if earlier.stance is not statement.stance and key not in told:
                told.add(key)
                yield Finding(
                    subject.place(statement),
                    f"{local(subject.graph.actors[actor])} is for and against {_target(subject, statement)}",
                    "the map shows it as mixed; a change of mind is told by `replaces: ID` of the earlier statement",
                    (Related(f"{earlier.stance} it at", subject.place(earlier)),),
                )


def _names(subject: Subject, statement: Statement) -> str:
    return " and ".join(local(subject.graph.actors[actor]) for actor in statement.actors)


def _target(subject: Subject, statement: Statement) -> str:
    graph = subject.graph
    return noun(graph.arguments[statement.target] if statement.target_kind == "argument" else graph.claims[statement.target])
