"""Arguments as pages show them: what bears on what, who draws the inference, what denies it; plain data for templates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from argmap.graph import Argument
from argmap.rendering.comparison.entries import Entries, Named, Said
from argmap.site.material import Material
from argmap.words import ArgumentRelation, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One inference."""

    relation: ArgumentRelation
    premises: tuple[Named, ...]
    target: Named
    """Of an undercut the target of the inference that it denies."""
    scheme: str | None
    drawn_by: tuple[Named, ...]
    rejected_by: tuple[Named, ...]
    said: tuple[Said, ...]
    """Statements about the inference itself."""
    undercuts: tuple["Reason", ...]
    elsewhere: bool
    """It stands in a reading that is not compared."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Makes entries of arguments."""

    material: Material
    entries: Entries

    def for_and_against(self, claim: str) -> Mapping[str, tuple[Reason, ...]]:
        """Return the reasons that bear on a claim, by relation."""
        arguments = self.material.arguments_on.get(claim, ())
        return {
            relation.value: tuple(self._reason(argument) for argument in arguments if argument.relation is relation)
            for relation in (ArgumentRelation.SUPPORT, ArgumentRelation.ATTACK)
        }

    def bearing(self, claim: str) -> tuple[Reason, ...]:
        """Return the arguments of which a claim is a premise, with the premises that it needs besides."""
        return tuple(
            replace(self._reason(argument), premises=tuple(self.entries.claim(one) for one in argument.premises if one != claim))
            for argument in self.material.arguments_from.get(claim, ())
        )

    def _reason(self, argument: Argument, *, nested: bool = False) -> Reason:
        graph = self.material.graph
        said = self.material.statements_on.get(argument.id, ())
        target = argument.target
        seen: set[str] = set()
        while target in graph.arguments and target not in seen:
            seen.add(target)
            target = graph.arguments[target].target
        return Reason(
            relation=argument.relation,
            premises=tuple(self.entries.claim(premise) for premise in argument.premises),
            target=self.entries.claim(target) if target in graph.claims else Named(*self.entries.naming.own("…")),
            scheme=argument.scheme,
            drawn_by=self._speakers(argument.id, {Stance.FOR, Stance.MIXED}),
            rejected_by=self._speakers(argument.id, {Stance.AGAINST}),
            said=tuple(self.entries.said(statement) for statement in said),
            undercuts=()
            if nested
            else tuple(self._reason(other, nested=True) for other in self.material.arguments_on.get(argument.id, ())),
            elsewhere=argument.file in graph.sources and argument.file not in self.material.comparison.files,
        )

    def _speakers(self, argument: str, stances: set[Stance]) -> tuple[Named, ...]:
        said = self.material.statements_on.get(argument, ())
        actors = dict.fromkeys(actor for statement in said if statement.stance in stances for actor in statement.actors)
        return tuple(self.entries.actor(actor) for actor in actors)
