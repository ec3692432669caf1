"""Which column of a table holds what: told by the user, or by its head."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from argmap.diagnostics import did_you_mean
from argmap.exchange.contract import FormatError


class Role(StrEnum):
    """What a column holds."""

    STATEMENT = "statement"
    """A number of the row; it is not kept."""
    DOCUMENT = "document"
    TITLE = "title"
    DATE = "date"
    AUTHOR = "author"
    OUTLET = "outlet"
    URL = "url"
    SECTION = "section"
    TYPE = "type"
    """The last two are of the document, as DNA has them."""
    PERSON = "person"
    ORGANIZATION = "organization"
    CONCEPT = "concept"
    AGREEMENT = "agreement"
    TEXT = "text"
    START = "start"
    STOP = "stop"
    NOTE = "note"
    ANNOTATOR = "annotator"
    """Who coded the statement."""


OF_A_DOCUMENT: Final = (Role.DOCUMENT, Role.TITLE, Role.DATE, Role.AUTHOR, Role.OUTLET, Role.URL, Role.SECTION, Role.TYPE)
"""What is said of a document, in each of its rows or in the first."""
_HEADS: Final[Mapping[Role, tuple[str, ...]]] = MappingProxyType(
    {
        Role.STATEMENT: ("statement", "statementid", "id", "номер"),
        Role.DOCUMENT: ("document", "documentid", "docid", "doc", "article", "file", "документ", "статья", "файл", "dokument"),
        Role.TITLE: ("title", "documenttitle", "doctitle", "headline", "заголовок", "название", "titel"),
        Role.DATE: ("date", "time", "datetime", "documentdate", "published", "дата", "datum"),
        Role.AUTHOR: ("author", "documentauthor", "docauthor", "автор", "autor"),
        Role.OUTLET: (
            "outlet",
            "source",
            "documentsource",
            "docsource",
            "newspaper",
            "medium",
            "издание",
            "источник",
            "сми",
            "zeitung",
        ),
        Role.URL: ("url", "link", "ссылка", "адрес"),
        Role.SECTION: ("section", "documentsection", "docsection", "раздел", "рубрика", "ressort"),
        Role.TYPE: ("type", "documenttype", "doctype", "тип"),
        Role.PERSON: ("person", "speaker", "actor", "who", "спикер", "персона", "эксперт", "кто", "актор", "sprecher", "akteur"),
        Role.ORGANIZATION: ("organization", "organisation", "organizations", "org", "affiliation", "организация"),
        Role.CONCEPT: (
            "concept",
            "claim",
            "category",
            "code",
            "topic",
            "тезис",
            "утверждение",
            "концепт",
            "код",
            "these",
            "konzept",
        ),
        Role.AGREEMENT: ("agreement", "agree", "stance", "agrees", "согласие", "позиция", "zustimmung", "haltung"),
        Role.TEXT: ("text", "quote", "quotation", "passage", "excerpt", "цитата", "текст", "zitat"),
        Role.START: ("start", "begin", "начало", "beginn"),
        Role.STOP: ("stop", "end", "конец", "ende"),
        Role.NOTE: ("note", "notes", "memo", "comment", "примечание", "комментарий", "заметка", "notiz"),
        Role.ANNOTATOR: ("annotator", "coder", "кодировщик", "аннотатор", "kodierer"),
    }
)
"""Heads of columns by role, in English, Russian and German, in lower case without signs and blanks; the first that is there
counts."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by their position."""

    roles: Mapping[Role, int]
    others: Mapping[str, int]
    """Those that hold something else, by their head."""


def guessed(heads: Sequence[str]) -> dict[Role, int]:
    """Return which columns hold what, by their heads.

    >>> guessed(["statement ID", "Speaker", "concept", "agreement"]) == {
    ...     Role.STATEMENT: 0, Role.PERSON: 1, Role.CONCEPT: 2, Role.AGREEMENT: 3}
    True
    """
    bare = ["".join(character for character in head.lower() if character.isalnum()) for head in heads]
    roles: dict[Role, int] = {}
    for role, names in _HEADS.items():
        position = next((bare.index(name) for name in names if name in bare), None)
        if position is not None and position not in roles.values():
            roles[role] = position
    return roles


def is_sufficient(roles: Mapping[Role, int]) -> bool:
    """Return whether a table with these columns tells who says what."""
    return Role.CONCEPT in roles and (Role.PERSON in roles or Role.ORGANIZATION in roles)


def columns_of(heads: Sequence[str], told: Mapping[str, str], file: str) -> Columns:
    """Return which columns hold what.

    Args:
        heads: the row that is, or may be, the head.
        told: heads by role, as the user says; these count more than the guess.
        file: for messages.

    Raises:
        FormatError: a role or a column is unknown, or one that is needed is missing.
    """
    roles = guessed(heads)
    for name, head in told.items():
        if name not in set(Role):
            near = did_you_mean(name, list(Role))
            hint = f"did you mean {near!r}?" if near else f"it is one of {', '.join(Role)}"
            raise FormatError(f"{name!r} is no role of a column", hint=hint)
        if head not in heads:
            near = did_you_mean(head, list(heads))
            shown = ", ".join(repr(one) for one in heads[:_SHOWN])
            raise FormatError(
                f"there is no column {head!r}", file=file, hint=f"did you mean {near!r}?" if near else f"it has {shown}"
            )
        position = list(heads).index(head)
        roles = {role: other for role, other in roles.items() if other != position}
        roles[Role(name)] = position
    if not is_sufficient(roles):
        missing = "concept" if Role.CONCEPT not in roles else "person or organization"
        shown = ", ".join(repr(one) for one in heads[:_SHOWN])
        known = ", ".join(_HEADS[Role.CONCEPT if missing == "concept" else Role.PERSON][:_SHOWN])
        hint = f"say which: --column {missing.partition(' ')[0]}=NAME; it has {shown}; in a head, it is called {known}"
        raise FormatError(f"there is no column of the {missing}", file=file, hint=hint)
    used = set(roles.values())
    others: dict[str, int] = {}
    for position, head in enumerate(heads):
        if position not in used and head.strip():
            name = " ".join(head.split())
            others[name if name not in others else f"{name} ({position + 1})"] = position
    return Columns(roles, others)


_SHOWN: Final = 8
