"""What an Argdown document says: statements, arguments and relations by title, as Argdown's own tool understands them.

A statement stands for all that bear its title. An argument is sketched (a title, perhaps a description) or reconstructed: then it
has steps from premises to conclusions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")

SMALL: Final = 4
"""So many small things (tags, premises) take as much memory as an entry."""


class RelationKind(StrEnum):
    """What a relation says, in the words of Argdown's JSON."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILS = "entails"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"


class EndKind(StrEnum):
    """What a relation can start from and end on, in the words of Argdown's JSON."""

    STATEMENT = "equivalence-class"
    ARGUMENT = "argument"
    INFERENCE = "inference"


class End(NamedTuple):
    """One end of a relation."""

    kind: EndKind
    title: str
    """Of the statement or the argument; for an inference, of its argument."""
    step: int = 0
    """Which of the argument's inferences, from 0."""


class Relation(NamedTuple):
    """One relation."""

    kind: RelationKind
    start: End
    end: End


class Link(NamedTuple):
    """A link in a text."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """One inference of a reconstructed argument."""

    premises: tuple[str, ...]
    """Titles of statements; conclusions of earlier steps are among them."""
    conclusion: str
    rules: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


class Numbered(NamedTuple):
    """A statement of a premise-conclusion structure."""

    title: str
    rules: tuple[str, ...] | None = None
    """Of a conclusion: by which rules it was inferred; None for a premise."""
    data: Mapping[str, Any] = MappingProxyType({})
    """Of the inference that led to a conclusion."""


_USES: Final = ("uses", "from")
"""Under which keys the data of an inference name its premises by number."""
_LONG_NUMBER: Final = 7


def steps_of(structure: Iterable[Numbered]) -> list[Step]:
    """Return the inferences of a premise-conclusion structure.

    An inference starts from the premises it names by number, else from those since the conclusion before, and that conclusion.
    """
    steps: list[Step] = []
    numbered: list[str] = []
    since: dict[str, None] = {}
    for one in structure:
        if one.rules is None:
            since[one.title] = None
        else:
            premises = _used(one.data, numbered) or tuple(since) or (one.title,)
            data = {name: value for name, value in one.data.items() if name not in _USES}
            steps.append(Step(premises, one.title, one.rules, data))
            since = {one.title: None}
        numbered.append(one.title)
    return steps


def _used(data: Mapping[str, Any], numbered: Sequence[str]) -> tuple[str, ...]:
    for name in _USES:
        numbers = data.get(name)
        if isinstance(numbers, list):
            rows = [int(number) - 1 for number in map(str, numbers) if number.isdecimal() and len(number) < _LONG_NUMBER]
            return tuple(dict.fromkeys(numbered[row] for row in rows if 0 <= row < len(numbered)))
    return ()


_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})


@dataclass(slots=True)
class Node:
    """A statement or an argument. There may be many: what is empty takes no room."""

    title: str
    end: End
    """It as the end of a relation."""
    is_argument: bool
    has_title: bool
    """Else the title is a number that nobody wrote."""
    text: str = ""
    tags: Mapping[str, None] = field(default_factory=lambda: _NOTHING)
    data: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    links: Mapping[Link, None] = field(default_factory=lambda: _NOTHING)
    headings: Sequence[str] = ()
    """What stands above it and has not been said of another."""
    remarks: Sequence[str] = ()
    """The author's comments above it."""
    steps: Sequence[Step] = ()

    def add(self, tags: Iterable[str], links: Iterable[Link], data: Mapping[str, Any]) -> None:
        """Add what one of its members says."""
        self.tags = _with(self.tags, dict.fromkeys(tags))
        self.links = _with(self.links, dict.fromkeys(links))
        self.data = _with(self.data, data)

    def put_below(self, headings: Sequence[str], remarks: Sequence[str] = ()) -> None:
        """Add what stands above one of its members."""
        self.headings = _behind(self.headings, headings)
        self.remarks = _behind(self.remarks, remarks)


def _with(told: Mapping[_K, _V], more: Mapping[_K, _V]) -> Mapping[_K, _V]:
    """What has been told with more, in place where there is something: there may be many members."""
    if not more:
        return told
    if not isinstance(told, dict):
        return dict(more)
    told.update(more)
    return told


def _behind(told: Sequence[str], more: Sequence[str]) -> Sequence[str]:
    if not more:
        return told
    if not isinstance(told, list):
        return list(more)
    told.extend(more)
    return told


@dataclass(slots=True)
class Heading:
    """A heading that asks a question, with the titles of the statements that stand right under it."""

    text: str
    data: dict[str, Any]
    tags: tuple[str, ...]
    answers: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Debate:
    """An Argdown document."""

    head: dict[str, Any] = field(default_factory=dict)
    """The front matter."""
    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    order: list[Node] = field(default_factory=list)
    """All of them in the order in which they first appear."""
    relations: dict[Relation, None] = field(default_factory=dict)
    questions: list[Heading] = field(default_factory=list)
    untitled: int = 0
    """How many have no title and bear a number instead."""

    def statement(self, title: str | None) -> Node:
        """Return the statement of a title; a new one where there is none, or no title."""
        return self._node(self.statements, title, is_argument=False)

    def argument(self, title: str | None) -> Node:
        """Return the argument of a title; a new one where there is none, or no title."""
        return self._node(self.arguments, title, is_argument=True)

    def _node(self, nodes: dict[str, Node], title: str | None, *, is_argument: bool) -> Node:
        if title is not None and title in nodes:
            return nodes[title]
        name = title
        while name is None or (title is None and (name in self.statements or name in self.arguments)):
            self.untitled += 1
            name = f"Untitled {self.untitled}"
        end = End(EndKind.ARGUMENT if is_argument else EndKind.STATEMENT, name)
        node = nodes[name] = Node(name, end, is_argument, has_title=title is not None)
        self.order.append(node)
        return node

    def relate(self, kind: RelationKind, start: End, end: End) -> None:
        """Add a relation; the same one told twice is one, and so is a contradiction told from both sides."""
        if kind is not RelationKind.CONTRADICTORY or Relation(kind, end, start) not in self.relations:
            self.relations[Relation(kind, start, end)] = None

    def settle(self, *, strict: bool) -> None:
        """Say of all relations what they mean, as Argdown does.

        A reconstructed argument bears on others by its conclusion, and is undercut in its last inference. In strict mode,
        statements entail each other or are contraries. An attack on a reconstructed argument says nothing new where it attacks
        one of its premises.
        """
        told = list(self.relations)
        self.relations = {}
        for relation in told:
            self.relate(relation.kind, self._speaker(relation.start), self._undercut(relation))
        if strict:
            told = list(self.relations)
            self.relations = {}
            for relation in told:
                kind = _strictly(relation)
                if kind is not RelationKind.CONTRARY or Relation(kind, relation.end, relation.start) not in self.relations:
                    self.relate(kind, relation.start, relation.end)
        for relation in [relation for relation in self.relations if self._says_nothing_new(relation)]:
            del self.relations[relation]

    def _speaker(self, start: End) -> End:
        if start.kind is EndKind.ARGUMENT and (steps := self.arguments[start.title].steps):
            return End(EndKind.STATEMENT, steps[-1].conclusion)
        return start

    def _undercut(self, relation: Relation) -> End:
        end = relation.end
        if relation.kind is RelationKind.UNDERCUT and end.kind is EndKind.ARGUMENT and (steps := self.arguments[end.title].steps):
            return End(EndKind.INFERENCE, end.title, len(steps) - 1)
        return end

    def _says_nothing_new(self, relation: Relation) -> bool:
        if relation.kind is not RelationKind.ATTACK or relation.start.kind is not EndKind.STATEMENT:
            return False
        if relation.end.kind is not EndKind.ARGUMENT:
            return False
        return any(
            Relation(kind, *ends) in self.relations
            for premise in self.premises(self.arguments[relation.end.title])
            for kind, ends in _oppositions(relation.start, self.statements[premise].end)
        )

    @staticmethod
    def premises(argument: Node) -> Iterator[str]:
        """Yield the premises of a reconstructed argument that it does not itself conclude, in order."""
        concluded = {step.conclusion for step in argument.steps}
        seen: set[str] = set()
        for step in argument.steps:
            for premise in step.premises:
                if premise not in concluded and premise not in seen:
                    seen.add(premise)
                    yield premise


def _oppositions(start: End, premise: End) -> Iterator[tuple[RelationKind, tuple[End, End]]]:
    yield RelationKind.ATTACK, (start, premise)
    for kind in (RelationKind.CONTRARY, RelationKind.CONTRADICTORY):
        yield kind, (start, premise)
        yield kind, (premise, start)


def _strictly(relation: Relation) -> RelationKind:
    if relation.start.kind is not EndKind.STATEMENT or relation.end.kind is not EndKind.STATEMENT:
        return relation.kind
    match relation.kind:
        case RelationKind.SUPPORT:
            return RelationKind.ENTAILS
        case RelationKind.ATTACK:
            return RelationKind.CONTRARY
        case _:
            return relation.kind
