"""What of a graph is written how in Argdown: titles, arguments from premises to conclusion, reasons below claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from argmap.exchange.naming import Names
from argmap.formats.argdown.data import SKETCHED, TITLE, own_of
from argmap.formats.argdown.escaping import one_line, safe_title
from argmap.formats.argdown.translating import short_title
from argmap.graph import Argument, Claim, Graph
from argmap.standing import in_force
from argmap.text import words_of
from argmap.view import short_ids
from argmap.words import ArgumentRelation, Stance

SIGNS: Final = MappingProxyType({ArgumentRelation.SUPPORT: "+", ArgumentRelation.ATTACK: "-", ArgumentRelation.UNDERCUT: "<_"})
CONTRARY: Final = "><"
ORDER: Final = ("+", "-", CONTRARY, "<_")
"""The signs of relations, in the order in which several to one claim are written."""


class Reason(NamedTuple):
    """What is written indented below a claim, or below an inference."""

    sign: str
    claim: str


@dataclass(slots=True)
class Holders:
    """The names of those who are for something, and of those who are against."""

    proponents: list[str] = field(default_factory=list)
    opponents: list[str] = field(default_factory=list)


class Plan:
    """What of a graph is written how."""

    def __init__(self, graph: Graph, language: str) -> None:
        self.graph = graph
        self.language = language
        self.holders = _holders(graph, language)
        self._undercuts = _by_target(graph)
        self.sketched = self._sketched()
        """Claims that are written as arguments without premises."""
        self.written_out = {argument.id for argument in graph.arguments.values() if self._is_written_out(argument, self.sketched)}
        """Arguments that are written from premises to conclusion."""
        self.reasons = self._reasons()
        """By claim, or by argument that is written out."""
        self.titles: dict[str, str] = {}
        self._name()

    def _is_written_out(self, argument: Argument, sketched: set[str]) -> bool:
        if not argument.shorthand or argument.id in self.holders or argument.strength is not None:
            return True
        return argument.id in self._undercuts and argument.premises[0] not in sketched

    def _sketched(self) -> set[str]:
        """The claims that came as arguments without premises and can go so; only statements have answers, contraries, steps."""
        graph = self.graph
        contrary = {claim for pair in graph.contraries for claim in pair}
        sketched = {
            claim.id
            for claim in graph.claims.values()
            if str(own_of(claim).get(SKETCHED)).lower() == "true" and not claim.answers and claim.id not in contrary
        }
        drawn: dict[str, list[Argument]] = {}
        for argument in graph.arguments.values():
            if argument.premises[0] in sketched:
                drawn.setdefault(argument.premises[0], []).append(argument)
        sketched = {claim for claim in sketched if self._is_undercut_as_one(drawn.get(claim, []))}
        while True:
            written = [argument for argument in graph.arguments.values() if self._is_written_out(argument, sketched)]
            named = {claim for argument in written for claim in (*argument.premises, argument.target)}
            for argument in written:
                named |= {undercut.premises[0] for undercut in self._undercuts.get(argument.id, []) if not undercut.shorthand}
            if sketched.isdisjoint(named):
                return sketched
            sketched -= named

    def _is_undercut_as_one(self, drawn: list[Argument]) -> bool:
        """Whether an undercut of a claim's arguments can be told as one of the claim: if it denies all of them."""
        if not any(argument.id in self._undercuts for argument in drawn):
            return True
        undercuts = [undercut for argument in drawn for undercut in self._undercuts.get(argument.id, [])]
        if any(argument.relation is ArgumentRelation.UNDERCUT for argument in drawn):
            return False
        if any(not self._is_plain(undercut) for undercut in undercuts):
            return False
        sides = [frozenset(undercut.premises[0] for undercut in self._undercuts.get(argument.id, [])) for argument in drawn]
        return len(set(sides)) == 1

    def _is_plain(self, argument: Argument) -> bool:
        is_bare = argument.shorthand and argument.strength is None
        return is_bare and argument.id not in self.holders and argument.id not in self._undercuts

    def _reasons(self) -> dict[str, list[Reason]]:
        reasons: dict[str, dict[Reason, None]] = {}
        for argument in self.graph.arguments.values():
            if argument.id in self.written_out:
                continue
            target = argument.target
            if argument.relation is ArgumentRelation.UNDERCUT and target not in self.written_out:
                target = self.graph.arguments[target].premises[0]
            reasons.setdefault(target, {})[Reason(SIGNS[argument.relation], argument.premises[0])] = None
        for first, second in self.graph.contraries:
            reasons.setdefault(first, {})[Reason(CONTRARY, second)] = None
            reasons.setdefault(second, {})[Reason(CONTRARY, first)] = None
        return {target: list(found) for target, found in reasons.items()}

    def _name(self) -> None:
        graph = self.graph
        short = short_ids([*graph.claims, *graph.arguments])
        of_statements, of_arguments = Names(), Names()
        for claim in graph.claims.values():
            names = of_arguments if claim.id in self.sketched else of_statements
            self.titles[claim.id] = names.take(safe_title(_own_title(claim) or short[claim.id]))
        for argument in graph.arguments.values():
            if argument.id in self.written_out and not argument.shorthand:
                self.titles[argument.id] = of_arguments.take(safe_title(_own_title(argument) or short[argument.id]))
        for argument in _targets_first(graph.arguments[name] for name in graph.arguments if name in self.written_out):
            if argument.shorthand:
                title = short_title(self.titles[argument.premises[0]], self.titles[argument.target])
                self.titles[argument.id] = of_arguments.take(title)
        for argument in graph.arguments.values():
            if argument.id in self.written_out and argument.relation is not ArgumentRelation.SUPPORT:
                self.titles.setdefault(self.denial(argument), of_statements.take(f"¬ {self.titles[argument.target]}"))

    @staticmethod
    def denial(argument: Argument) -> str:
        """Return under what in `titles` stands that the target of an attack or undercut does not hold."""
        return f"¬ {argument.target}"


def _own_title(entity: Claim | Argument) -> str | None:
    title = own_of(entity).get(TITLE)
    return one_line(title) if isinstance(title, str) and one_line(title) else None


def _by_target(graph: Graph) -> dict[str, list[Argument]]:
    undercuts: dict[str, list[Argument]] = {}
    for argument in graph.arguments.values():
        if argument.relation is ArgumentRelation.UNDERCUT:
            undercuts.setdefault(argument.target, []).append(argument)
    return undercuts


def _targets_first(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Arguments such that an undercut comes after the one it denies: the shorter id names the inner one."""
    return iter(sorted(arguments, key=lambda argument: argument.id.count(">")))


def _holders(graph: Graph, language: str) -> dict[str, Holders]:
    holders: dict[str, Holders] = {}
    for statement, actors in in_force(graph.statements.values()):
        if statement.stance not in {Stance.FOR, Stance.AGAINST}:
            continue
        found = holders.setdefault(statement.target, Holders())
        names = found.proponents if statement.stance is Stance.FOR else found.opponents
        for actor in actors:
            name = one_line(words_of(graph.actors[actor].name, language))
            if name not in names:
                names.append(name)
    return holders
