"""Variables of a type of statements, and their values in a statement → who says what in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.exchange.spacing import line_of
from argmap.formats.tables.columns import Role, guessed, is_sufficient

_SAID: Final = frozenset({Role.PERSON, Role.ORGANIZATION, Role.CONCEPT, Role.AGREEMENT, Role.NOTE})


@dataclass(slots=True)
class Type:
    """A type of statements: its variables, and what of a statement each of them holds."""

    variables: dict[int, str] = field(default_factory=dict)
    roles: dict[int, Role] = field(default_factory=dict)

    @property
    def is_sufficient(self) -> bool:
        """Whether its statements tell who says what."""
        return is_sufficient(dict.fromkeys(self.roles.values(), 0))


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in a statement."""

    speakers: Sequence[Mapping[Role, str]]
    """Persons and organizations, in cells of their roles."""
    concepts: Sequence[str]
    rest: Mapping[Role, str]
    own: Mapping[str, str]
    """By the names of other variables; several values of one are joined."""

    @property
    def number(self) -> int:
        """How many statements it is: one of each actor on each concept."""
        return len(self.speakers) * len(self.concepts)

    def cells(self) -> Iterator[Mapping[Role, str]]:
        """Yield the cells of each."""
        for concept in self.concepts:
            for speaker in self.speakers:
                yield {**self.rest, **speaker, Role.CONCEPT: concept}


def types_of(variables: Iterable[Mapping[str, Any]], told: Mapping[str, str]) -> dict[int | None, Type]:
    """Return the types of statements by their numbers; all variables are of one where they are bound to none.

    Args:
        variables: rows of their table.
        told: names of variables by role, as the user says.
    """
    types: dict[int | None, Type] = {}
    for row in variables:
        kind = types.setdefault(row.get("statementtypeid"), Type())
        kind.variables[row["id"]] = line_of(row.get("variable"))
    named = {head: Role(role) for role, head in told.items() if role in set(Role)}
    for kind in types.values():
        ids = list(kind.variables)
        roles = {position: role for role, position in guessed(list(kind.variables.values())).items()}
        kind.roles = {ids[position]: role for position, role in roles.items() if role in _SAID}
        for variable, name in kind.variables.items():
            if name in named:
                others = {one: role for one, role in kind.roles.items() if role is not named[name]}
                kind.roles = others | {variable: named[name]}
    return types


def said_of(values: Iterable[tuple[int, str]], kind: Type) -> Said:
    """Return what the values of variables tell; of several persons and organizations it is not known who belongs to whom."""
    several: dict[int, dict[str, None]] = {}
    for variable, value in values:
        several.setdefault(variable, {})[value] = None
    by_role: dict[Role, list[str]] = {}
    own: dict[str, str] = {}
    for variable, found in several.items():
        if variable in kind.roles:
            by_role.setdefault(kind.roles[variable], []).extend(found)
        else:
            own[kind.variables.get(variable, "")] = "; ".join(found)
    speakers = list(_speakers(by_role.pop(Role.PERSON, []), by_role.pop(Role.ORGANIZATION, [])))
    concepts = by_role.pop(Role.CONCEPT, [""])
    rest = {role: found[0] if role is Role.AGREEMENT else "; ".join(found) for role, found in by_role.items()}
    return Said(speakers, concepts, rest, own)


def _speakers(persons: list[str], organizations: list[str]) -> Iterator[dict[Role, str]]:
    if len(organizations) <= 1:
        affiliation = dict.fromkeys([Role.ORGANIZATION] if organizations else [], "".join(organizations))
        yield from ({Role.PERSON: person, **affiliation} for person in persons or [""])
    else:
        yield from ({Role.PERSON: person} for person in persons)
        yield from ({Role.ORGANIZATION: organization} for organization in organizations)
