"""What the models find wrong, in an analyst's words."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from pydantic_core import ErrorDetails

from argmap.diagnostics import Rule, did_you_mean, strange_letters
from argmap.model import ARGUMENT_TARGETS, FORMAT_VERSION, FREE_KEY_PATTERN, is_id_sign
from argmap.reading import shape_rules
from argmap.reading.fields import SYNONYMS, entry_of, known_fields, owner_of
from argmap.reading.guesses import date_meant, language_meant, share_meant
from argmap.reading.values import KeyPath

_SHOWN: Final = 60
_IDS: Final = frozenset({"id", "claim", "evidence", "argument", "outlet", "affiliation", "replies", "replaces"})
_ID_LISTS: Final = frozenset({"by", "via", "author", "premises", "answers", "contrary", "supports", "attacks", "undercuts"})
_RELATIONS: Final = MappingProxyType(
    {"pro": "supports", "for": "supports", "con": "attacks", "contra": "attacks", "against": "attacks"}
)
"""What people write first for the relations of a claim, where for and against are stances."""
_ACTORS: Final = frozenset({"by", "via", "author", "outlet", "affiliation"})
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
_NAMES: Final = MappingProxyType(
    {"actors": "ivanova", "questions": "rents", "claims": "rents-rise", "evidence": "survey-2025", "arguments": "from-survey"}
)
"""A name for an entry, as one may be."""
_TAGS: Final = range(2, 4)
"""Lengths of the first part of a language tag."""

Described = tuple[Rule, str, str | None]
"""Rule, message and hint."""


def described(detail: ErrorDetails, path: KeyPath, actors: Mapping[str, str] = _NOBODY) -> Described:  # noqa: C901, PLR0911, PLR0912 - one case a kind of error
    """Return rule, message and hint for one error of the models.

    Args:
        detail: the error.
        path: where in the file it is.
        actors: the ids of the file's actors by their names, case folded.
    """
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    match kind:
        case "missing":
            return _missing(path)
        case _ if is_unknown_field(detail):
            return _unknown_field(path)
        case "string_pattern_mismatch" if field == "language":
            return _bad_language(value)
        case "language":
            return _bad_language(path[-1])
        case "string_pattern_mismatch" if field == "argmap":
            return shape_rules.WRONG_KIND, f"{_shown(value)} is not a version of the format", f"write `argmap: {FORMAT_VERSION}`"
        case "string_pattern_mismatch" if field == "sha256":
            return shape_rules.WRONG_KIND, "a sha256 has 64 digits from 0-9 and a-f", "`argmap new TEXT` writes it"
        case "string_pattern_mismatch" | "string_too_long":
            return _bad_id(value, actors if field in _ACTORS else _NOBODY)
        case "enum":
            return _unknown_word(field, value, str(context.get("expected", "")), of_actor=path[:1] == ("actors",))
        case "string_too_short" | "too_short" | "empty":
            return no_value(field)
        case "date":
            return _bad_date(value)
        case "weight":
            return _out_of_range(value)
        case "switch":
            return _unknown_word(field, value, "'true' or 'false'")
        case _:
            return (
                shape_rules.WRONG_KIND,
                f"{_named(path)} must be {_wanted(kind, path)}, not {kind_of(value)}",
                _example(kind, path, value),
            )


def no_value(key: str, *, flow: bool = False, before: tuple[str, object] = ("", None)) -> Described:
    """Return what is said of a key without a value; in a flow mapping that is mostly the rest of a text, or list, with a comma.

    Args:
        key: the key.
        flow: it stands in a flow mapping.
        before: the key before it there, with its value.
    """
    hint = "write a value after the colon, or delete the key"
    if flow and before[0] in _ID_LISTS and isinstance(before[1], str):
        hint = f"for several ids write a list: `{before[0]}: [{before[1]}, {key}]`"
    elif flow:
        hint = "inside {…} a comma ends a text: put the text in quotes, '…'"
    return shape_rules.NO_VALUE, f"key {_shown(key)} has no value", hint


def choose_one(path: KeyPath, fields: Iterable[str], given: Iterable[str]) -> Described:
    """Return what is said of an entry that has none or several of the fields of which it needs exactly one."""
    several = " and ".join(given)
    names = ", ".join(fields)
    if several:
        hint = f"keep one of them; write {'another statement' if path[:1] == ('statements',) else 'another argument'} for the other"
        return shape_rules.CHOOSE_ONE, f"{owner_of(path)} has {several}, and may have only one of {names}", hint
    return shape_rules.CHOOSE_ONE, f"{owner_of(path)} has none of {names}", "add the one that is meant"


def is_unknown_field(detail: ErrorDetails) -> bool:
    """Return whether an error is about a key that the format does not know."""
    return detail["type"] == "extra_forbidden" or detail.get("ctx", {}).get("pattern") == FREE_KEY_PATTERN


def meant_field(path: KeyPath) -> str | None:
    """Return the field that a mistyped one probably is."""
    field = str(path[-1])
    fields = known_fields(path[:-1])
    candidates = (SYNONYMS.get(field.lower()), _RELATIONS.get(field.lower()), did_you_mean(field, fields))
    return next((candidate for candidate in candidates if candidate in fields), None)


def _missing(path: KeyPath) -> Described:
    field = path[-1]
    hint = {"argmap": f"begin the file with `argmap: {FORMAT_VERSION}`", "stance": "add `stance: for`, or against, mixed, neutral"}
    return shape_rules.MISSING_FIELD, f"{_named(path[:-1])} has no {field!r}", hint.get(str(field), f"add `{field}: …`")


def _bad_language(tag: object) -> Described:
    meant = language_meant(str(tag))
    hint = f"write `{meant}`" if meant else "write a tag such as en, ru or pt-BR"
    return shape_rules.BAD_LANGUAGE, f"{_shown(tag)} is not a language tag", hint


def _bad_date(value: object) -> Described:
    meant = date_meant(str(value))
    hint = f"write `{meant}`" if meant else "write a day, month or year of the calendar: 2025-12-10, 2025-12 or 2025"
    return shape_rules.BAD_DATE, f"{_shown(value)} is not a date", hint


def _out_of_range(value: object) -> Described:
    meant = share_meant(str(value))
    hint = f"write `{meant}`" if meant else "0 is no certainty at all, 1 is full certainty: write 0.9 for 90 %"
    return shape_rules.OUT_OF_RANGE, f"{_shown(value)} is not a number from 0 to 1", hint


def _bad_id(value: object, actors: Mapping[str, str]) -> Described:
    message = f"{_shown(value)} is not an id"
    parts = [part for part in re.split(r"[,;+&\s]+", str(value)) if part]
    if (meant := actors.get(str(value).casefold())) is not None:
        return shape_rules.BAD_ID, message, f"name the actor by its id: `{meant}`"
    several = f"for several ids write a list: `[{', '.join(parts)}]`"
    if len(parts) > 1 and re.search(r"[,;+&]", str(value)) and all(re.fullmatch(r"[\w-]+", part) for part in parts):
        return shape_rules.BAD_ID, message, several
    if re.fullmatch(r"[\w~-]+(\s*>\s*[\w~-]+)+", str(value)) and re.search(r"\s", str(value)):
        return shape_rules.BAD_ID, message, f"write it without spaces: `{''.join(str(value).split())}`"
    hint = "an id has letters, digits, - and _ only, 200 at most"
    suggestion = "-".join("".join(sign if is_id_sign(sign) else " " for sign in str(value)).split())
    return shape_rules.BAD_ID, message, f"{hint}: write `{suggestion}`" if 0 < len(suggestion) <= _SHOWN else hint


def _unknown_field(path: KeyPath) -> Described:
    field = str(path[-1])
    fields = known_fields(path[:-1])
    near = meant_field(path)
    if field[:1] == "\u00a0":
        hint = "the line is indented with no-break spaces: replace them by ordinary ones"
    elif near is not None:
        hint = f"did you mean {near!r}?{strange_letters(field)}"
    elif "text" in fields and len(field.partition("-")[0]) in _TAGS:
        hint = f"texts in several languages stand under `text`: {{{field}: …}}"
    else:
        hint = f"it may have {', '.join(fields)}; keys of your own begin with x-"
    return shape_rules.UNKNOWN_FIELD, f"{_named(path[:-1])} has an unknown field {_shown(field)}", hint


def _unknown_word(field: str, value: object, expected: str, *, of_actor: bool = False) -> Described:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    written = value if isinstance(value, str) else ""
    near = did_you_mean(written, words) or SYNONYMS.get(written.lower())
    hint = f"did you mean {near!r}? It is one of {', '.join(words)}" if near in words else f"write one of {', '.join(words)}"
    if of_actor and near not in words:
        hint += "; what somebody is or does is a `role`"
    return shape_rules.UNKNOWN_WORD, f"{field!r} cannot be {kind_of(value) if not written else _shown(value)}", hint


def _named(path: KeyPath) -> str:
    """What a path leads to: an entry, or a field of one."""
    names = [str(step) for step in path[len(entry_of(path)) :] if isinstance(step, str)]
    if not names:
        return owner_of(path)
    return f"{names[-1]!r} of {owner_of(path)}" if entry_of(path) else repr(names[-1])


def _shown(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def kind_of(value: object) -> str:
    """Return what a value is, in words: a mapping, a list, the text 'yes'."""
    match value:
        case None | "":
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"the text {_shown(value)}"


def _wanted(kind: str, path: KeyPath) -> str:
    match kind:
        case "dict_type" | "mapping_type" | "model_type" | "model_attributes_type":
            return "a mapping of keys to values"
        case "tuple_type" | "list_type":
            return "a list"
        case "text":
            return "a text, or a mapping of language tags to texts"
        case _ if path[-1] in _IDS or (path[0] == "arguments" and path[-1] in ARGUMENT_TARGETS):
            return "an id"
        case _ if path[-1] in _ID_LISTS:
            return "an id, or a list of ids"
        case _:
            return "a text"


def _example(kind: str, path: KeyPath, value: object) -> str | None:  # noqa: PLR0911 - one case a mistake
    """What to type instead, for the mistakes that are common."""
    match path, kind:
        case (("statements",), _):
            return "begin each statement on a line with '- '"
        case (("statements", int()), _):
            return "write `- by: ID`, and `claim: ID` and `stance: for` on lines of their own below"
        case (("arguments", _, str(verb)), "string_type") if verb in ARGUMENT_TARGETS:
            return "an argument has one target: write one argument for each"
        case ((str(section),), "dict_type") if isinstance(value, list):
            return f"give each entry a name of your own in place of the dash: `{_NAMES.get(section, 'a-name')}: …`"
        case ((str(section),), "dict_type"):
            return f"write each entry below, indented, under a name of your own: `{_NAMES.get(section, 'a-name')}: …`"
        case (("source",), _) if isinstance(value, str) and re.fullmatch(rf"\w[^:#]{{0,{_SHOWN}}}", value):
            return f"write `title: {value}` on the line below, indented"
        case ((str(section), str(name)), "model_type") if section == "arguments":
            return f"write `{name}: {{premises: [ID], supports: ID}}`"
        case _:
            return None
