"""What still counts: statements in force, and the stance that follows from them."""

from collections.abc import Iterable, Sequence

from argmap.graph import Statement
from argmap.words import Act, Stance


def in_force(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that still count, in their order: not replaced, not retracted, and no mere retraction.

    A retraction takes back what the same actors said before on the same target with the same stance.
    """
    replaced = {statement.replaces for statement in statements if statement.replaces is not None}
    retracting = {(statement.target, statement.stance) for statement in statements if statement.act is Act.RETRACT}
    standing: dict[str, Statement] = {}
    retractable: dict[tuple[str, Stance], list[Statement]] = {what: [] for what in retracting}
    for statement in statements:
        what = (statement.target, statement.stance)
        if statement.act is Act.RETRACT:
            for earlier in retractable[what]:
                if set(earlier.actors) <= set(statement.actors):
                    standing.pop(earlier.id, None)
        elif statement.id not in replaced:
            standing[statement.id] = statement
            if what in retracting:
                retractable[what].append(statement)
    return list(standing.values())


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
