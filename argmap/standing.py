"""What still counts: which statements are in force, for which of their speakers, and the stance that follows from them.

The one place that knows it: maps, checks, exports and comparisons all ask here.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from argmap.graph import Statement
from argmap.words import Act, Stance

Ends: TypeAlias = Mapping[tuple[str, str], str]
"""Statement and actor → the statement by which that actor replaced or retracted it."""


class InForce(NamedTuple):
    """A statement that counts today."""

    statement: Statement
    actors: tuple[str, ...]
    """Those of its speakers who still stand by it."""


def in_force(statements: Iterable[Statement]) -> list[InForce]:
    """Return the statements that still count for any of their speakers, in their order: a mere retraction is none."""
    ordered = tuple(statements)
    ends = endings(ordered)
    standing = (
        InForce(
            statement,
            tuple(actor for actor in statement.actors if (statement.id, actor) not in ends) if ends else statement.actors,
        )
        for statement in ordered
        if statement.act is not Act.RETRACT
    )
    return [one for one in standing if one.actors]


def endings(statements: Iterable[Statement]) -> Ends:
    """Return which statements no longer count, for which of their speakers, and why.

    A retraction ends what the same actor said before on the same target with the same stance. A statement that `replaces`
    another, on whatever claim that was, ends it and what the same actor had said until then with the same stance and condition:
    who changes his mind in November no longer holds what he said in June. Each ends it for its own speakers only; the others
    who signed a letter still stand by it.
    """
    ordered = tuple(statements)
    wanted = {statement.replaces for statement in ordered if statement.replaces is not None}
    replaced = {statement.id: statement for statement in ordered if statement.id in wanted} if wanted else {}
    taking_back = [*replaced.values(), *[statement for statement in ordered if statement.act is Act.RETRACT]]
    watched = {_said(actor, statement) for statement in taking_back for actor in statement.actors}
    targets = {target for _, target, _ in watched}
    said: dict[tuple[str, str, Stance], list[Statement]] = {}
    ends: dict[tuple[str, str], str] = {}
    for statement in ordered if watched else ():
        if statement.target not in targets and statement.replaces is None:
            continue
        earlier = replaced.get(statement.replaces or "")
        for actor in statement.actors:
            if earlier is not None and earlier is not statement and actor in earlier.actors:
                before = said.pop(_said(actor, earlier), [])
                for one in (*(one for one in before if one.given == earlier.given), earlier):
                    ends.setdefault((one.id, actor), statement.id)
                said[_said(actor, earlier)] = [one for one in before if one.given != earlier.given]
            key = _said(actor, statement)
            if statement.act is Act.RETRACT:
                for one in said.pop(key, ()):
                    ends.setdefault((one.id, actor), statement.id)
            elif key in watched:
                said.setdefault(key, []).append(statement)
    return ends


def _said(actor: str, statement: Statement) -> tuple[str, str, Stance]:
    return actor, statement.target, statement.stance


def joint_stance(stances: Iterable[Stance]) -> Stance:
    """Return the stance that follows from several on one target: mixed where they go both ways, neutral where none takes a side.

    >>> joint_stance([Stance.FOR, Stance.AGAINST])
    <Stance.MIXED: 'mixed'>
    """
    taken = set(stances)
    if Stance.MIXED in taken or {Stance.FOR, Stance.AGAINST} <= taken:
        return Stance.MIXED
    if Stance.FOR in taken:
        return Stance.FOR
    return Stance.AGAINST if Stance.AGAINST in taken else Stance.NEUTRAL


def deciding(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements from which a joint stance follows, and on whose conditions it hangs: all but neutral ones, if any."""
    said = list(statements)
    return [statement for statement in said if statement.stance is not Stance.NEUTRAL] or said
