"""What still counts: statements in force, and the stance that follows from them."""

from collections.abc import Iterable, Sequence

from argmap.graph import Statement
from argmap.words import Act, Stance


def in_force(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that still count, in their order: not replaced, not retracted, and no mere retraction.

    A retraction takes back what the same actors said before on the same target with the same stance.
    """
    replaced = {statement.replaces for statement in statements if statement.replaces is not None}
    standing: list[Statement] = []
    for statement in statements:
        if statement.act is Act.RETRACT:
            standing = [earlier for earlier in standing if not _takes_back(statement, earlier)]
        elif statement.id not in replaced:
            standing.append(statement)
    return standing


def _takes_back(retraction: Statement, earlier: Statement) -> bool:
    same = retraction.target == earlier.target and retraction.stance is earlier.stance
    return same and set(earlier.actors) <= set(retraction.actors)


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
