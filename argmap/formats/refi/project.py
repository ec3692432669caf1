"""REFI-QDA's XML → what a project says, by GUID: codes, cases, sources with their selections and codings, links, notes.

QDA-XML 1.0 (2019). GUIDs are compared without braces and case; what has none, or refers to nothing, is passed over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from argmap.exchange.decoding import local_name

_INTERNAL: Final = "internal://"
_GROUPS: Final = frozenset({"Users", "CodeBook", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"})


@dataclass(slots=True)
class Code:
    """A code, in its place among the others."""

    guid: str
    name: str
    description: str
    is_codable: bool
    parent: "Code | None"
    has_children: bool
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
    user: str
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

    name: str
    users: dict[str, str] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    notes: dict[str, Source] = field(default_factory=dict)
    sets: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Names of sets of codes, with the GUIDs of their members."""
    graphs: int = 0


def project_of(root: Element) -> Project:  # noqa: C901 - one case a kind of element
    """Return what the root of a project, or of a codebook, says."""
    project = Project(_line(root.get("name")))
    variables: dict[str, str] = {}
    for part in _walked(root):
        guid = _guid(part.get("guid"))
        match local_name(part.tag):
            case "User":
                project.users[guid] = _line(part.get("name")) or _line(part.get("id"))
            case "Code":
                _add_codes(project, part)
            case "Variable":
                variables[guid] = _line(part.get("name"))
            case "Case":
                refs = (_refs(part, "SourceRef"), _refs(part, "SelectionRef"))
                case = Case(guid, _line(part.get("name")), _text(part, "Description"), _values(part, variables), *refs)
                project.cases[guid] = case
            case "Note":
                project.notes[guid] = _source(part, part, variables)
            case "Link":
                ends = (_guid(part.get("originGUID")), _guid(part.get("targetGUID")))
                is_mutual = part.get("direction") in {"Associative", "Bidirectional"}
                project.links[guid] = Link(guid, _line(part.get("name")), *ends, is_mutual)
            case "Set":
                project.sets.append((_line(part.get("name")), _refs(part, "MemberCode")))
            case "Graph":
                project.graphs += 1
            case tag if tag.endswith("Source"):
                _add_source(project, part, variables)
    return project


def _walked(root: Element) -> Iterator[Element]:
    """Yield the entries of the groups of a project, whatever their order."""
    waiting = [root]
    for element in waiting:  # grows while it is walked
        for child in element:
            if local_name(child.tag) in _GROUPS:
                waiting.append(child)
            elif element is not root:
                yield child


def _add_codes(project: Project, top: Element) -> None:
    waiting: list[tuple[Element, Code | None]] = [(top, None)]
    while waiting:
        element, parent = waiting.pop()
        children = [child for child in element if local_name(child.tag) == "Code"]
        is_codable = element.get("isCodable", "true").strip().lower() in {"true", "1"}
        code = Code(
            guid=_guid(element.get("guid")),
            name=_line(element.get("name")),
            description=_text(element, "Description"),
            is_codable=is_codable,
            parent=parent,
            has_children=bool(children),
            notes=_refs(element, "NoteRef"),
        )
        project.codes.setdefault(code.guid, code)
        waiting += [(child, code) for child in reversed(children)]


def _add_source(project: Project, element: Element, variables: Mapping[str, str]) -> None:
    """Add a source: of one that is no text, the text that goes with it."""
    text = next(
        (child for child in element if local_name(child.tag) in {"Representation", "TextDescription", "Transcript"}), element
    )
    source = _source(element, text, variables)
    parts = [element] if text is element else [element, text]
    for part in parts:
        syncs = {_guid(child.get("guid")): _number(child.get("position")) for child in part if local_name(child.tag) == "SyncPoint"}
        for child in part:
            tag = local_name(child.tag)
            if tag == "Coding":
                source.codings += _codings([child], "", None, None)
            elif tag.endswith("Selection"):
                start, end = _number(child.get("startPosition")), _number(child.get("endPosition"))
                if tag == "TranscriptSelection":
                    start, end = syncs.get(_guid(child.get("fromSyncPoint"))), syncs.get(_guid(child.get("toSyncPoint")))
                inner = [one for one in child if local_name(one.tag) == "Coding"]
                notes = _refs(child, "NoteRef")
                source.codings += _codings(inner, _guid(child.get("guid")), start, end, notes, child.get("creatingUser"))
    project.sources.setdefault(source.guid, source)


def _source(element: Element, text: Element, variables: Mapping[str, str]) -> Source:
    content = next((child.text or "" for child in text if local_name(child.tag) == "PlainTextContent"), None)
    return Source(
        guid=_guid(element.get("guid")),
        name=_line(element.get("name")),
        description=_text(element, "Description"),
        path=text.get("plainTextPath", "").strip().removeprefix(_INTERNAL),
        content=content,
        values=_values(element, variables),
    )


def _codings(  # noqa: PLR0913, PLR0917 - what a coding has from what it stands in
    elements: list[Element],
    selection: str,
    start: int | None,
    end: int | None,
    notes: tuple[str, ...] = (),
    user: str | None = None,
) -> Iterator[Coding]:
    for element in elements:
        told = (*notes, *_refs(element, "NoteRef"))
        creator = _guid(element.get("creatingUser") or user)
        for code in _refs(element, "CodeRef"):
            yield Coding(code, selection, start, end, creator, told)


def _values(element: Element, variables: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for child in element:
        if local_name(child.tag) == "VariableValue":
            name = next((variables.get(guid, "") for guid in _refs(child, "VariableRef")), "")
            words = next((_line(one.text) for one in child if local_name(one.tag).endswith("Value")), "")
            if name and words:
                values.setdefault(name, words)
    return values


def _refs(element: Element, tag: str) -> tuple[str, ...]:
    return tuple(_guid(child.get("targetGUID")) for child in element if local_name(child.tag) == tag)


def _text(element: Element, tag: str) -> str:
    return next(((child.text or "").strip() for child in element if local_name(child.tag) == tag), "")


def _guid(words: str | None) -> str:
    return (words or "").strip().strip("{}").lower()


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def _number(words: str | None) -> int | None:
    digits = (words or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < _LONG_NUMBER else None


_LONG_NUMBER: Final = 12
