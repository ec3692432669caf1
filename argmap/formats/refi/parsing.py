"""REFI-QDA's XML → what a project says, element by element: the file is never in memory as a tree, which takes ten times as much.

QDA-XML 1.0 (2019). GUIDs are compared without braces and case; what has none, or refers to nothing, is passed over.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder

from argmap.exchange.contract import FormatError
from argmap.exchange.decoding import Handlers, local_name, parse_xml
from argmap.exchange.sizing import A_QUOTE, Size
from argmap.exchange.spacing import line_of
from argmap.formats.refi.project import Case, Code, Coding, Link, Project, Source

_INTERNAL: Final = "internal://"
_GROUPS: Final = frozenset({"Users", "CodeBook", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"})
_TEXTS: Final = frozenset({"Representation", "TextDescription", "Transcript"})
"""Texts that go with a source that is none."""
_REFERENCES: Final = frozenset({"SourceRef", "SelectionRef", "MemberCode", "MemberSource"})
_KEPT: Final = frozenset({"Description", "PlainTextContent", "VariableValue", "VariableRef", "NoteRef", "CodeRef", "Coding"})
"""With those whose name ends in Value, the elements that are kept until what they stand in ends."""
_REFERENCES_OF_AN_ENTRY: Final = 4
_ELEMENTS_OF_AN_ENTRY: Final = 2
_TEXT_OF_AN_ENTRY: Final = 256
"""Bytes: a text is in memory in several forms."""
_LONGEST_TEXT: Final = 8_000_000
"""Characters, or a million words."""
_ENTRIES_OF_A_SOURCE: Final = 8
_IN_A_TEXT: Final = 2
"""So deep in an entry is what stands in the text that goes with a source."""
_LONG_NUMBER: Final = 12


def text_entries(text: str) -> float:
    """Return how many entries take as much memory as a text."""
    return sys.getsizeof(text) / _TEXT_OF_AN_ENTRY


def refuse_long(length: int) -> None:
    """Refuse a text that is as long as a library.

    Raises:
        FormatError: it is.
    """
    if length > _LONGEST_TEXT:
        raise FormatError(f"a text in it has more than {_LONGEST_TEXT:,} characters", hint="split it")


def project_of(data: bytes | Iterable[bytes], name: str, size: Size) -> Project:
    """Return what the XML of a project, or of a codebook, says.

    Raises:
        FormatError: it is not XML, or there is too much in it.
    """
    walk = _Walk(size)
    parse_xml(data, name, walk)
    return walk.project


@dataclass(slots=True)
class _Coded:
    """What has been coded in a source, or in the text that goes with it."""

    codings: list[Coding] = field(default_factory=list)
    points: dict[str, int | None] = field(default_factory=dict)
    """Places in the text by the GUID of a point in a recording."""
    timed: list[tuple[Coding, str, str]] = field(default_factory=list)
    """Codings that are told to stand between two points."""
    uncoded: int = 0
    """Passages without a code."""

    def placed(self) -> list[Coding]:
        """Return the codings, with the places of the points that they stand between."""
        for coding, start, end in self.timed:
            coding.start, coding.end = self.points.get(start), self.points.get(end)
        return self.codings


class _Walk(Handlers):
    """Takes from each element what it says when it ends, and lets go of it."""

    def __init__(self, size: Size) -> None:
        self.project = Project()
        self._size = size
        self._builder = TreeBuilder()
        self._open: list[Element] = []
        self._groups = 0
        """So many of the open elements, from the root on, are groups of entries."""
        self._codes: list[Code] = []
        """Those that are open, one in the other."""
        self._variables: dict[str, str] = {}
        self._known: dict[str, str] = {}
        """Each GUID once, however many elements refer to it."""
        self._references: dict[str, list[str]] = {}
        self._source = _Coded()
        self._text: _Coded | None = None
        """Of the first text that goes with the source."""
        self._inner = _Coded()
        """Of the one that is open."""
        self._length = 0
        """Of the text of the element that is open."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element, and a code with it: those in it name it as their parent."""
        element = self._builder.start(local_name(tag), attributes)
        depth = len(self._open) - self._groups
        if not self._open:
            self.project.origin = line_of(attributes.get("origin"))
        if depth == 0 and (not self._open or element.tag in _GROUPS):
            self._groups += 1
        elif element.tag == "Code" and depth == len(self._codes) and self._groups > 1:
            parent = self._codes[-1] if self._codes else None
            is_codable = element.get("isCodable", "true").strip().lower() in {"true", "1"}
            code = Code(self._guid(element.get("guid")), line_of(element.get("name")), "", is_codable, parent, ())
            self._size.add(1 + text_entries(code.name))
            self.project.codes.setdefault(code.guid, code)
            self._codes.append(code)
        self._open.append(element)
        self._length = 0

    def data(self, words: str) -> None:
        """Take a piece of text where it says something."""
        tag = self._open[-1].tag
        if tag.endswith("Value") or tag in _KEPT:
            self._length += len(words)
            refuse_long(self._length)
            self._size.add(text_entries(words))
            self._builder.data(words)

    def end(self, tag: str) -> None:
        """Take what an element says; it stays only where what it stands in asks for it."""
        del tag
        element = self._open.pop()
        self._builder.end(element.tag)
        depth = len(self._open) - self._groups
        stays = False
        if depth < 0:
            self._groups -= 1
        elif element.tag == "Code" and depth == len(self._codes) - 1:
            code = self._codes.pop()
            code.description, code.notes = _text(element, "Description"), self._refs(element, "NoteRef")
        elif depth == 0:
            self._entry(element)
        else:
            stays = self._part(element, depth)
        if self._open and not stays:
            del self._open[-1][-1]

    def _part(self, element: Element, depth: int) -> bool:
        """Take a part of an entry; return whether it stays until that ends."""
        within = self._open[-1]
        is_in_text = depth == _IN_A_TEXT and within.tag in _TEXTS
        is_coded = (depth == 1 or is_in_text) and self._open[self._groups].tag.endswith("Source")
        coded = self._source if depth == 1 else self._inner
        match element.tag:
            case "Coding" if is_coded:
                self._code(coded, [element], element, is_whole=True)
            case "SyncPoint" if is_coded:
                self._size.add(1 / _REFERENCES_OF_AN_ENTRY)
                coded.points[self._guid(element.get("guid"))] = _number(element.get("position"))
            case selection if is_coded and selection.endswith("Selection"):
                self._code(coded, [one for one in element if one.tag == "Coding"], element)
            case text if is_coded and depth == 1 and text in _TEXTS:
                inner, self._inner = self._inner, _Coded()
                if self._text is None:
                    self._text = inner
                    return True
                self.project.further += 1
            case reference if depth == 1 and within.tag in {"Case", "Set"} and reference in _REFERENCES:
                self._size.add(1 / _REFERENCES_OF_AN_ENTRY)
                self._references.setdefault(reference, []).append(self._guid(element.get("targetGUID") or element.get("guid")))
            case kept if kept in _KEPT or kept.endswith("Value"):
                self._size.add(1 / _ELEMENTS_OF_AN_ENTRY)
                return True
            case _:
                pass
        return False

    def _code(self, coded: _Coded, codings: Iterable[Element], selection: Element, *, is_whole: bool = False) -> None:
        """Take the codings of a passage, or of a source as a whole."""
        start, end, guid, words, comment = None, None, "", "", ""
        notes: tuple[str, ...] = ()
        if not is_whole:
            guid, notes = self._guid(selection.get("guid")), self._refs(selection, "NoteRef")
            comment = _text(selection, "Description")
            if selection.tag != "TranscriptSelection":
                start, end = _number(selection.get("startPosition")), _number(selection.get("endPosition"))
                words = line_of(selection.get("name"))
                self._size.add(text_entries(words))
        before = len(coded.codings)
        for element in codings:
            told = (*notes, *self._refs(element, "NoteRef"))
            user = self._guid(element.get("creatingUser") or selection.get("creatingUser"))
            for code in self._refs(element, "CodeRef"):
                self._size.add((1 if is_whole else 1 + A_QUOTE) + len(told) / _REFERENCES_OF_AN_ENTRY)  # a passage has a quote
                coding = Coding(code, guid, start, end, words, user, comment, told)
                coded.codings.append(coding)
                if selection.tag == "TranscriptSelection":
                    points = self._guid(selection.get("fromSyncPoint")), self._guid(selection.get("toSyncPoint"))
                    coded.timed.append((coding, *points))
        coded.uncoded += not is_whole and len(coded.codings) == before

    def _entry(self, part: Element) -> None:
        """Take an entry of a group; what stands beside the groups is none."""
        references, self._references = self._references, {}
        if self._groups > 1:
            self._size.add(1 + text_entries("".join(part.attrib.values())))
            self._add(part, self._guid(part.get("guid")), {tag: tuple(guids) for tag, guids in references.items()})
        elif part.tag == "Description":
            self.project.description = (part.text or "").strip()
        self._source, self._text, self._inner = _Coded(), None, _Coded()

    def _add(self, part: Element, guid: str, references: Mapping[str, tuple[str, ...]]) -> None:
        project = self.project
        name = line_of(part.get("name"))
        match part.tag:
            case "User":
                project.users[guid] = name or line_of(part.get("id"))
            case "Variable":
                self._variables[guid] = name
                project.described += bool(_text(part, "Description"))
            case "Case":
                self._size.add(1)  # an actor has more fields than a claim
                refs = references.get("SourceRef", ()), references.get("SelectionRef", ())
                project.cases[guid] = Case(guid, name, _text(part, "Description"), self._values(part), *refs)
            case "Note":
                project.notes[guid] = self._source_of(part, part)
            case "Link":
                ends = (self._guid(part.get("originGUID")), self._guid(part.get("targetGUID")))
                is_mutual = part.get("direction") in {"Associative", "Bidirectional"}
                project.links[guid] = Link(guid, name, *ends, is_mutual)
            case "Set":
                project.sets.append((name, references.get("MemberCode", ()) + references.get("MemberSource", ())))
                project.described += bool(_text(part, "Description"))
            case "Graph":
                project.graphs += 1
            case tag if tag.endswith("Source"):
                self._size.add(_ENTRIES_OF_A_SOURCE)
                source = self._source_of(part, next((child for child in part if child.tag in _TEXTS), part))
                for coded in filter(None, (self._source, self._text)):
                    source.codings += coded.placed()
                    source.uncoded += coded.uncoded
                project.sources.setdefault(guid, source)
            case _:
                pass

    def _source_of(self, element: Element, text: Element) -> Source:
        """A source with its text, or a note, which says what it says in the same way."""
        return Source(
            guid=self._guid(element.get("guid")),
            name=line_of(element.get("name")),
            description=_text(element, "Description"),
            path=text.get("plainTextPath", "").strip().removeprefix(_INTERNAL),
            content=next((child.text or "" for child in text if child.tag == "PlainTextContent"), None),
            values=self._values(element),
            notes=self._refs(element, "NoteRef") + (self._refs(text, "NoteRef") if text is not element else ()),
        )

    def _values(self, element: Element) -> dict[str, str]:
        values: dict[str, str] = {}
        for child in element:
            if child.tag == "VariableValue":
                name = next((self._variables.get(guid, "") for guid in self._refs(child, "VariableRef")), "")
                words = next((line_of(one.text) for one in child if one.tag.endswith("Value")), "")
                if name and words:
                    values.setdefault(name, words)
        return values

    def _refs(self, element: Element, tag: str) -> tuple[str, ...]:
        return tuple([self._guid(child.get("targetGUID")) for child in element if child.tag == tag])

    def _guid(self, words: str | None) -> str:
        guid = (words or "").strip().strip("{}").lower()
        if guid not in self._known:
            self._size.add(text_entries(guid))
            self._known[guid] = guid
        return self._known[guid]


def _text(element: Element, tag: str) -> str:
    return next(((child.text or "").strip() for child in element if child.tag == tag), "")


def _number(words: str | None) -> int | None:
    digits = (words or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < _LONG_NUMBER else None
