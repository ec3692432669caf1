"""The graph: what a corpus says once every id is resolved. The map is its drawing; the graph is the data.

Ids here are global, `file/id`, and thus unique in the corpus; a view knows which of them can be shown without their file.
Order is canonical everywhere: date of the source, id of the source, place in the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from argmap.quote import Quote
from argmap.text import Text
from argmap.words import (
    Act,
    ActorKind,
    ArgumentRelation,
    Certainty,
    ClaimKind,
    Confidence,
    EvidenceKind,
    QuestionKind,
    Speech,
    Stance,
)

Extensions: TypeAlias = Mapping[str, object]
"""Keys that begin with `x-`, kept as they were written."""

TargetKind: TypeAlias = Literal["claim", "evidence", "argument"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Where a piece of evidence can be looked up."""

    title: Text | None = None
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """Who wrote an annotation."""

    id: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What every entry of a file may carry: a global id, the file that defines it, tags, a note, `x-` keys."""

    id: str
    file: str
    """The id of the file (the source's id, a codebook's stem)."""
    tags: tuple[str, ...] = ()
    note: Text | None = None
    extensions: Extensions = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """A published text that is annotated; its id is the id of its file."""

    title: Text
    author: tuple[str, ...] = ()
    outlet: str | None = None
    date: str | None = None
    """ISO 8601, with the precision that is known: 2025, 2025-12 or 2025-12-10."""
    language: str | None = None
    url: str | None = None
    text_file: str | None = None
    sha256: str | None = None
    annotator: Annotator | None = None


def declared_id(source: Source) -> str:
    """Return the id of a source as its file writes it: readings by several annotators share it.

    >>> declared_id(Source(id="hearing@boris", file="hearing@boris", title={"en": "A hearing"}))
    'hearing'
    """
    return source.id.partition("@")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Entity):
    """Who speaks."""

    name: Text
    kind: ActorKind
    role: Text | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Entity):
    """What is in dispute; some claims answer it."""

    text: Text
    kind: QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entity):
    """A proposition, independent of who says it and in which words; evidence is a claim that reports something observable."""

    text: Text
    kind: ClaimKind | EvidenceKind | None = None
    evidence: bool = False
    answers: tuple[str, ...] = ()
    implicit: bool = False
    observed: str | None = None
    cites: tuple[Cite, ...] = ()
    credence: float | None = None
    """The annotator's, 0 to 1; None where the file says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Entity):
    """One inference: its premises, taken together, bear on one target."""

    relation: ArgumentRelation
    premises: tuple[str, ...]
    target: str
    """A claim; for an undercut, the argument whose inference is denied."""
    scheme: str | None = None
    shorthand: bool = False
    """Written as `supports`, `attacks` or `undercuts` on its one premise."""
    strength: float | None = None
    """The annotator's, 0 to 1; None where the file says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entity):
    """One occurrence: actors, in a source, take a stance on a claim or an argument, shown by quotes."""

    source: str
    position: int
    """The place in its file, from 0."""
    actors: tuple[str, ...]
    via: tuple[str, ...] = ()
    """Who passes the words on, nearest speaker first."""
    target: str
    target_kind: TargetKind
    stance: Stance
    act: Act = Act.ASSERT
    speech: Speech | None = None
    quotes: tuple[Quote, ...] = ()
    gloss: Text | None = None
    given: str | Text | None = None
    """The condition under which the stance holds: the id of a claim, or a text."""
    hedge: Certainty | None = None
    confidence: Confidence | None = None
    affiliation: str | None = None
    replies: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Everything a corpus says, by global id and in canonical order."""

    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    questions: Mapping[str, Question]
    claims: Mapping[str, Claim]
    arguments: Mapping[str, Argument]
    statements: Mapping[str, Statement]
    contraries: tuple[tuple[str, str], ...]
    """Pairs of claims that cannot both hold, each pair once, in canonical order."""
