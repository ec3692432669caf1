"""What annotation files hold, in numbers: the sums that can be held against those a corpus was published with."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final

from argmap.graph import Graph
from argmap.model import AnnotationFile
from argmap.words import ArgumentRelation


@dataclass(frozen=True, slots=True)
class Sums:
    """How much there is of everything; claims include evidence."""

    claims: int = 0
    supports: int = 0
    attacks: int = 0
    undercuts: int = 0
    contraries: int = 0
    statements: int = 0
    actors: int = 0
    questions: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def __str__(self) -> str:
        """Say the sums in words; without what there is none of, apart from what every map is asked for."""
        asked = {"claims", "supports", "attacks", "undercuts", "statements", "actors"}
        numbers = ((one.name, getattr(self, one.name)) for one in fields(self))
        return ", ".join(f"{number:,} {_ONE[name] if number == 1 else name}" for name, number in numbers if number or name in asked)


_ONE: Final = MappingProxyType(
    {
        "claims": "claim",
        "supports": "support",
        "attacks": "attack",
        "undercuts": "undercut",
        "contraries": "pair of contraries",
        "statements": "statement",
        "actors": "actor",
        "questions": "question",
    }
)


def sums_of_files(files: Iterable[AnnotationFile]) -> Sums:
    """Return what annotation files hold, short forms written out."""
    total = Sums()
    for file in files:
        nodes = (*file.claims.values(), *file.evidence.values())
        relations = [argument.target[0] for argument in file.arguments.values()]
        total += Sums(
            claims=len(nodes),
            supports=sum(len(node.supports) for node in nodes) + relations.count("supports"),
            attacks=sum(len(node.attacks) for node in nodes) + relations.count("attacks"),
            undercuts=sum(len(node.undercuts) for node in nodes) + relations.count("undercuts"),
            contraries=sum(len(node.contrary) for node in nodes),
            statements=len(file.statements),
            actors=len(file.actors),
            questions=len(file.questions),
        )
    return total


def sums_of_graph(graph: Graph) -> Sums:
    """Return what a graph holds."""
    relations = [argument.relation for argument in graph.arguments.values()]
    return Sums(
        claims=len(graph.claims),
        supports=relations.count(ArgumentRelation.SUPPORT),
        attacks=relations.count(ArgumentRelation.ATTACK),
        undercuts=relations.count(ArgumentRelation.UNDERCUT),
        contraries=len(graph.contraries),
        statements=len(graph.statements),
        actors=len(graph.actors),
        questions=len(graph.questions),
    )
