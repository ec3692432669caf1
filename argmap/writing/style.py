"""The house style as tables: in which order the fields of an entry stand, and how the value of each is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from argmap import model

INDENT: Final = 2
WIDTH: Final = 100
"""Columns up to which a list of ids stands in brackets on one line. Texts are never folded, whatever their length."""

FIELDS: Final[Mapping[type[BaseModel], tuple[str, ...]]] = MappingProxyType(
    {
        model.AnnotationFile: (
            *("argmap", "language", "annotator", "include", "tags", "note"),
            *("source", "actors", "questions", "claims", "evidence", "arguments", "statements", "weights"),
        ),
        model.Annotator: ("id", "name", "tags", "note"),
        model.Source: ("id", "title", "author", "outlet", "date", "language", "url", "file", "encoding", "sha256", "tags", "note"),
        model.Actor: ("name", "kind", "role", "affiliation", "tags", "note"),
        model.Question: ("text", "kind", "tags", "note"),
        model.Cite: ("title", "url", "date", "tags", "note"),
        model.Claim: (
            *("text", "implicit", "answers", "kind", "cites"),
            *("contrary", "supports", "attacks", "undercuts", "tags", "note"),
        ),
        model.Evidence: (
            *("text", "answers", "kind", "observed", "cites"),
            *("contrary", "supports", "attacks", "undercuts", "tags", "note"),
        ),
        model.Argument: ("premises", "supports", "attacks", "undercuts", "scheme", "tags", "note"),
        model.Selector: ("exact", "prefix", "suffix"),
        model.Statement: (
            *("id", "by", "affiliation", "via", "claim", "evidence", "argument", "stance", "act", "speech"),
            *("quote", "gloss", "given", "hedge", "confidence", "replies", "replaces", "tags", "note"),
        ),
    }
)
"""The fields of every kind of entry, in the order in which they are written: what it is, what it bears on, remarks."""

SECTIONS: Final = ("source", "actors", "questions", "claims", "evidence", "arguments", "statements", "weights")
"""The fields of a file before which a blank line stands."""

SHORT: Final = MappingProxyType(
    {model.Actor: "name", model.Question: "text", model.Claim: "text", model.Evidence: "text", model.Selector: "exact"}
)
"""The one field for which a bare text may stand."""


class Form(Enum):
    """How a value is written."""

    TEXT = auto()
    """A scalar, quoted where it needs to be; a mapping of language tags to texts as a block."""
    BARE = auto()
    """A date or a number: without quotes."""
    SWITCH = auto()
    """`true` or `false`."""
    IDS = auto()
    """A bare id, or several: in brackets where they fit on a line, else one a line."""
    LIST = auto()
    """Like `IDS`, but a list also where there is one only."""
    ENTRY = auto()
    """A mapping of fields, one a line."""
    ENTRIES = auto()
    """A mapping of ids to entries."""
    ITEMS = auto()
    """A list of entries, or one without a list around it."""
    WEIGHTS = auto()
    """A mapping of ids to numbers."""
    OWN = auto()
    """Whatever stands under a key that begins with `x-`."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the value of a field is written, and what it consists of."""

    form: Form
    entry: type[BaseModel] | None = None
    """The kind of entry, of `ENTRY`, `ENTRIES` and `ITEMS`."""


TEXT: Final = Style(Form.TEXT)
OWN: Final = Style(Form.OWN)
_BY_NAME: Final = MappingProxyType(
    {
        **dict.fromkeys(("argmap", "date", "observed"), Style(Form.BARE)),
        **dict.fromkeys(("implicit",), Style(Form.SWITCH)),
        **dict.fromkeys(
            ("by", "via", "author", "answers", "contrary", "supports", "attacks", "undercuts", "tags"), Style(Form.IDS)
        ),
        **dict.fromkeys(("include", "premises"), Style(Form.LIST)),
        "annotator": Style(Form.ENTRY, model.Annotator),
        "source": Style(Form.ENTRY, model.Source),
        "actors": Style(Form.ENTRIES, model.Actor),
        "questions": Style(Form.ENTRIES, model.Question),
        "claims": Style(Form.ENTRIES, model.Claim),
        "arguments": Style(Form.ENTRIES, model.Argument),
        "statements": Style(Form.ITEMS, model.Statement),
        "cites": Style(Form.ITEMS, model.Cite),
        "quote": Style(Form.ITEMS, model.Selector),
        "weights": Style(Form.WEIGHTS),
    }
)


def style_of(entry: type[BaseModel], field: str) -> Style:
    """Return how the value of a field is written.

    >>> style_of(model.Argument, "premises").form, style_of(model.Claim, "x-page").form
    (<Form.LIST: 5>, <Form.OWN: 10>)
    """
    if field.startswith("x-"):
        return OWN
    if field == "evidence" and entry is model.AnnotationFile:
        return Style(Form.ENTRIES, model.Evidence)
    return _BY_NAME.get(field, TEXT)


def in_order(entry: type[BaseModel], fields: list[str]) -> list[str]:
    """Return the fields of an entry in the order in which they are written; keys of the user's own come last, as they stood."""
    known = FIELDS[entry]
    return sorted(fields, key=lambda field: known.index(field) if field in known else len(known))
