"""The annotation format as models: one file as it is written, before any id is resolved.

Scalars come in as text (see `argmap.reading.values`) and are converted here. `docs/format.md` explains every field; the JSON Schema
that editors use is made from these models.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, TypeAlias, cast
from unicodedata import category

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from argmap.lean import Lean, with_defaults
from argmap.text import Text
from argmap.words import Act, ActorKind, Certainty, ClaimKind, Confidence, EvidenceKind, QuestionKind, Speech, Stance

FORMAT_VERSION: Final = 1
ARGUMENT_TARGETS: Final = ("supports", "attacks", "undercuts")
STATEMENT_TARGETS: Final = ("claim", "evidence", "argument")
"""The fields of which an argument, and a statement, has exactly one."""

ID_PATTERN: Final = r"^[\p{L}\p{M}\p{N}_-]+$"
"""As JSON Schema writes it; `is_id_sign` tells the same of one character."""

LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
FREE_KEY_PATTERN: Final = "^x-"

_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_DATE: Final = re.compile(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
_TEXT_SCHEMA: Final[dict[str, Any]] = {
    "description": "A text, or one text for each language.",
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "additionalProperties": {"type": "string"},
            "minProperties": 1,
        },
    ],
}


def is_id_sign(character: str) -> bool:
    """Return whether an id may hold a character.

    >>> [is_id_sign(character) for character in "я_-7 /"]
    [True, True, True, True, False, False]
    """
    return character in "-_" or category(character)[0] in "LMN"


def _text(value: object) -> str | Text:
    """A text that is a bare string (in the file's language) or a map of language tags."""
    if type(value) is str:
        if not value.strip():
            raise PydanticCustomError("empty", "has no value")
        return value
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("text", "must be a text, or a mapping of language tags to texts")
    for tag, words in value.items():
        if not isinstance(tag, str) or not _LANGUAGE.fullmatch(tag):
            raise PydanticCustomError("language", "must be a language tag", {"at": (tag,)})
        if not isinstance(words, str):
            raise PydanticCustomError("text", "must be a text", {"at": (tag,)})
        if not words.strip():
            raise PydanticCustomError("empty", "has no value", {"at": (tag,)})
    return cast("Text", value)


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


def _date(value: str) -> str:
    if _DATE.fullmatch(value):
        year, month, day = (int(part) for part in f"{value}-01-01".split("-")[:3])
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return value
    raise PydanticCustomError("date", "must be a date")


def _number(value: object) -> float:
    try:
        number = float(cast("str", value))
    except (TypeError, ValueError):
        number = -1.0
    if not 0.0 <= number <= 1.0:
        raise PydanticCustomError("weight", "must be a number from 0 to 1")
    return number


def _switch(value: object) -> bool:
    match str(value).lower():
        case "true" | "yes":
            return True
        case "false" | "no":
            return False
        case _:
            raise PydanticCustomError("switch", "must be true or false")


Words: TypeAlias = Annotated[str | Mapping[str, str], PlainValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
Id: TypeAlias = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=200)]
ArgumentId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[\p{L}\p{M}\p{N}_-]+(>[\p{L}\p{M}\p{N}_-]+)*$", max_length=800)]
"""An id, or the id of a shorthand argument, `premise>target`."""
Ids: TypeAlias = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_list),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": ID_PATTERN},
                {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": ID_PATTERN}},
            ]
        }
    ),
]
ArgumentIds: TypeAlias = Annotated[
    tuple[ArgumentId, ...],
    BeforeValidator(_as_list),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"type": "string"}}]}),
]
Strings: TypeAlias = Annotated[
    tuple[str, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Language: TypeAlias = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Date: TypeAlias = Annotated[str, AfterValidator(_date), WithJsonSchema({"type": ["string", "integer"], "pattern": _DATE.pattern})]
Weight: TypeAlias = Annotated[float, PlainValidator(_number), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})]
Switch: TypeAlias = Annotated[bool, PlainValidator(_switch), WithJsonSchema({"type": "boolean"})]
Name: TypeAlias = Annotated[str, StringConstraints(min_length=1)]


class Entry(Lean):
    """What every entry may carry: tags, a note, and keys that begin with `x-`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern=FREE_KEY_PATTERN)], JsonValue]

    tags: Strings = ()
    note: Words | None = None


def _short(field: str) -> BeforeValidator:
    """Let a bare text stand for an entry with that one field."""
    return BeforeValidator(
        lambda value: {field: value} if isinstance(value, str) else value, json_schema_input_type=str | dict[str, Any]
    )


def _choose_one(entry: Entry, fields: tuple[str, ...]) -> None:
    if [getattr(entry, name) for name in fields].count(None) != len(fields) - 1:
        raise PydanticCustomError("choose", "needs exactly one of several fields")


@with_defaults
class Annotator(Entry):
    """Who wrote the annotation."""

    id: Id
    name: Name | None = None


@with_defaults
class Source(Entry):
    """The published text that is annotated."""

    title: Words
    id: Id | None = None
    author: Ids = ()
    outlet: Id | None = None
    date: Date | None = None
    language: Language | None = None
    url: Name | None = None
    file: Name | None = None
    encoding: Name | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$", to_lower=True)] | None = None


@with_defaults
class Actor(Entry):
    """Who speaks."""

    name: Words
    kind: ActorKind = ActorKind.PERSON
    role: Words | None = None
    affiliation: Id | None = None


@with_defaults
class Question(Entry):
    """What is in dispute."""

    text: Words
    kind: QuestionKind = QuestionKind.CHOICE


@with_defaults
class Cite(Entry):
    """Where a piece of evidence can be looked up."""

    title: Words | None = None
    url: Name | None = None
    date: Date | None = None


class Proposition(Entry):
    """What claims and evidence share."""

    text: Words
    answers: Ids = ()
    contrary: Ids = ()
    supports: Ids = ()
    attacks: Ids = ()
    undercuts: ArgumentIds = ()
    cites: Annotated[tuple[Cite, ...], BeforeValidator(_as_list)] = ()


@with_defaults
class Claim(Proposition):
    """A proposition, independent of who says it and in which words."""

    kind: ClaimKind | None = None
    implicit: Switch = False


@with_defaults
class Evidence(Proposition):
    """A claim that reports something observable."""

    kind: EvidenceKind | None = None
    observed: Date | None = None


@with_defaults
class Argument(Entry):
    """One inference: its premises, taken together, bear on one target."""

    premises: Ids
    supports: Id | None = None
    attacks: Id | None = None
    undercuts: ArgumentId | None = None
    scheme: Name | None = None

    @model_validator(mode="after")
    def _one_target(self) -> "Argument":
        _choose_one(self, ARGUMENT_TARGETS)
        return self

    @property
    def target(self) -> tuple[Literal["supports", "attacks", "undercuts"], str]:
        """The verb and the id of what the premises bear on."""
        if self.supports is not None:
            return "supports", self.supports
        if self.attacks is not None:
            return "attacks", self.attacks
        return "undercuts", cast("str", self.undercuts)


@with_defaults
class Selector(Lean):
    """A passage given by its words, and by what stands before and after it where the words occur twice."""

    model_config = ConfigDict(extra="forbid")

    exact: Name
    prefix: str = ""
    suffix: str = ""


@with_defaults
class Statement(Entry):
    """One occurrence: actors take a stance on a claim or an argument, shown by a quote."""

    id: Id | None = None
    by: Ids
    via: Ids = ()
    claim: Id | None = None
    evidence: Id | None = None
    argument: ArgumentId | None = None
    stance: Stance
    speech: Speech | None = None
    quote: Annotated[tuple[Annotated[Selector, _short("exact")], ...], BeforeValidator(_as_list)] = ()
    gloss: Words | None = None
    given: Words | None = None
    hedge: Certainty | None = None
    confidence: Confidence | None = None
    act: Act = Act.ASSERT
    affiliation: Id | None = None
    replies: Id | None = None
    replaces: Id | None = None

    @model_validator(mode="after")
    def _one_target(self) -> "Statement":
        _choose_one(self, STATEMENT_TARGETS)
        return self

    @property
    def target(self) -> tuple[Literal["claim", "evidence", "argument"], str]:
        """The kind and the id of what the stance is taken on."""
        if self.claim is not None:
            return "claim", self.claim
        if self.evidence is not None:
            return "evidence", self.evidence
        return "argument", cast("str", self.argument)


@with_defaults
class AnnotationFile(Entry):
    """One file: the annotation of a source, or a codebook."""

    argmap: Annotated[str, StringConstraints(pattern=r"^1(\.[0-9]+)?$")]
    language: Language = "en"
    annotator: Annotator | None = None
    include: Strings = ()
    source: Source | None = None
    actors: Mapping[Id, Annotated[Actor, _short("name")]] = {}
    questions: Mapping[Id, Annotated[Question, _short("text")]] = {}
    claims: Mapping[Id, Annotated[Claim, _short("text")]] = {}
    evidence: Mapping[Id, Annotated[Evidence, _short("text")]] = {}
    arguments: Mapping[Id, Argument] = {}
    statements: tuple[Statement, ...] = ()
    weights: Mapping[ArgumentId, Weight] = {}
