"""What a project of REFI-QDA says, by GUID: codes, cases, sources with their selections and codings, links, notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Code:
    """A code, in its place among the others."""

    guid: str
    name: str
    description: str
    is_codable: bool
    parent: "Code | None"
    notes: tuple[str, ...]
    """GUIDs."""


@dataclass(slots=True)
class Case:
    """A case: what statements are told of."""

    guid: str
    name: str
    description: str
    values: Mapping[str, str]
    """Values of variables, by the name of the variable."""
    sources: tuple[str, ...]
    selections: tuple[str, ...]


@dataclass(slots=True)
class Coding:
    """A code given to a passage, or to a source as a whole."""

    code: str
    selection: str
    """GUID of the passage; empty for the whole."""
    start: int | None
    end: int | None
    """The place in the text, end exclusive; None where it is none in a text."""
    words: str
    """The name of the passage, often its first words."""
    user: str
    comment: str
    """On the passage."""
    notes: tuple[str, ...]


@dataclass(slots=True)
class Source:
    """A source with its codings in the order of the file."""

    guid: str
    name: str
    description: str
    path: str
    """Of its text inside the project; empty where the text stands in the XML."""
    content: str | None
    values: Mapping[str, str]
    notes: tuple[str, ...]
    uncoded: int = 0
    """So many passages have no code."""
    codings: list[Coding] = field(default_factory=list)


@dataclass(slots=True)
class Link:
    """A link between two things."""

    guid: str
    name: str
    origin: str
    target: str
    is_mutual: bool


@dataclass(slots=True)
class Project:
    """What a project says."""

    origin: str = ""
    """The program that wrote it."""
    description: str = ""
    users: dict[str, str] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    notes: dict[str, Source] = field(default_factory=dict)
    sets: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Names of sets of codes and sources, with the GUIDs of their members."""
    graphs: int = 0
    described: int = 0
    """So many sets and variables have a description."""
    further: int = 0
    """So many texts go with a source that has one."""
