"""Plain values → the models of the format, with every fault told in an analyst's words.

One faulty entry does not take the rest of its file along: the faulty field, or where it is needed the whole entry, is left out and
the file is read again. What was left out is remembered, so that no reference to it is called unknown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, TextFile, did_you_mean
from argmap.model import FORMAT_VERSION, AnnotationFile
from argmap.reading import rules
from argmap.reading.fields import SYNONYMS, known_fields, owner_of
from argmap.reading.values import Parsed, Path, Value, place_at

_PASSES: Final = 4
SECTIONS: Final = ("actors", "questions", "claims", "evidence", "arguments")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A file as models, and what had to be left out."""

    model: AnnotationFile | None
    diagnostics: tuple[Diagnostic, ...]
    statement_rows: tuple[int, ...]
    """For each statement of the model its row in the file, from 0: broken ones are left out."""
    broken: frozenset[tuple[str, str]]
    """Section and id of the entries that are left out."""


def shape(file: TextFile, parsed: Parsed) -> Shaped:
    """Return the models of a parsed file and a diagnostic for every fault of its shape."""
    value = parsed.value
    if value is None and parsed.diagnostics:
        return Shaped(None, (), (), frozenset())
    if value is None or value == {}:
        hint = "write `argmap: 1` and what the article claims; `argmap new` makes a skeleton"
        return Shaped(None, (rules.EMPTY_FILE.at(file.place(0, 0), "nothing is written in this file", hint),), (), frozenset())
    if not isinstance(value, dict):
        message = f"an annotation is a mapping of keys to values, not {_kind(value)}"
        return Shaped(None, (rules.WRONG_KIND.at(file.place(0, 1), message, "begin with `argmap: 1`"),), (), frozenset())
    version = value.get("argmap")
    if isinstance(version, str) and version.partition(".")[0].isdecimal() and int(version.partition(".")[0][:9]) > FORMAT_VERSION:
        message = f"this file is written for version {version} of the format; this program reads version {FORMAT_VERSION}"
        return Shaped(None, (rules.NEWER_VERSION.at(place_at(file, parsed.marks, ("argmap",)), message, "install a newer argmap"),), (), frozenset())
    return _Shaper(file, parsed, value).run()


class _Shaper:
    """The passes over one file: each validates, reports what is new, and takes out what is faulty."""

    def __init__(self, file: TextFile, parsed: Parsed, value: dict[str, Value]) -> None:
        self.file = file
        self.marks = parsed.marks
        self.value = value
        self.diagnostics = list(_without_empty_keys(parsed, value))
        statements = value.get("statements")
        self.rows = list(range(len(statements))) if isinstance(statements, list) else []
        self.broken: set[tuple[str, str]] = set()
        self.emptied = {id(empty.mapping): empty.key for empty in parsed.empty_keys}

    def run(self) -> Shaped:
        model: AnnotationFile | None = None
        for number in range(_PASSES):
            try:
                model = AnnotationFile.model_validate(self.value)
                break
            except ValidationError as error:
                details = error.errors(include_url=False)
            rows = tuple(self.rows)
            if number == 0:
                self.diagnostics += [diagnostic for detail in details if (diagnostic := self._diagnostic(detail, rows)) is not None]
            for path in sorted({self._path(detail, deep=number == 0) for detail in details}, key=_deepest_last_row_first):
                self._take_out(path)
        return Shaped(model, tuple(self.diagnostics), tuple(self.rows), frozenset(self.broken))

    def _diagnostic(self, detail: ErrorDetails, rows: tuple[int, ...]) -> Diagnostic | None:
        path = tuple(step for step in detail["loc"] if step != "[key]")
        path += tuple(detail.get("ctx", {}).get("at", ()))
        place_path = ("statements", rows[path[1]], *path[2:]) if path[:1] == ("statements",) and isinstance(path[1:2] and path[1], int) else path
        rule, message, hint = described(detail, path)
        if rule is rules.MISSING_FIELD and self._was_emptied(path):
            return None
        on_key = rule in {rules.MISSING_FIELD, rules.UNKNOWN_FIELD, rules.CHOOSE_ONE} or detail["loc"][-1:] == ("[key]",)
        place = place_at(self.file, self.marks, place_path[:-1] if rule is rules.MISSING_FIELD else place_path, key=on_key)
        return rule.at(place, message, hint)

    def _was_emptied(self, path: Path) -> bool:
        target: Any = self.value
        for step in path[:-1]:
            target = target[step]
        return self.emptied.get(id(target)) == path[-1]

    def _path(self, detail: ErrorDetails, *, deep: bool) -> Path:
        """What to take out for an error: at first the faulty field, later the entry that cannot be without it."""
        path = tuple(detail["loc"])
        entry = path[:2] if path[:1] in {(name,) for name in (*SECTIONS, "statements", "weights")} else path[:1]
        if not deep or detail["type"] in {"missing", "choose"} or path[-1:] == ("[key]",):
            return entry
        field = next((end for end in range(len(path), 0, -1) if isinstance(path[end - 1], str)), 1)
        return path[:field] if field > len(entry) else entry

    def _take_out(self, path: Path) -> None:
        if path == ("argmap",):
            self.value["argmap"] = str(FORMAT_VERSION)
            return
        target: Any = self.value
        for step in path[:-1]:
            if isinstance(target, dict) and step not in target:
                return
            if not isinstance(target, dict | list):
                return
            target = target[step]
        step = path[-1] if path else None
        if isinstance(target, list) and isinstance(step, int) and path[0] == "statements" and len(path) == 2:  # noqa: PLR2004 - a row
            del target[step]
            del self.rows[step]
        elif isinstance(target, dict) and isinstance(step, str):
            target.pop(step, None)
            if len(path) == 2 and path[0] in SECTIONS:  # noqa: PLR2004 - section and id
                self.broken.add((str(path[0]), step))


def _deepest_last_row_first(path: Path) -> tuple[int, int]:
    row = path[1] if path[:1] == ("statements",) and len(path) > 1 and isinstance(path[1], int) else 0
    return (-len(path), -row)


def _without_empty_keys(parsed: Parsed, value: dict[str, Value]) -> Iterator[Diagnostic]:
    """Take keys without a value out, with a diagnostic; an empty section of the file says nothing and is fine."""
    for empty in parsed.empty_keys:
        if empty.key.startswith("x-") or empty.key not in empty.mapping:
            continue
        del empty.mapping[empty.key]
        if empty.mapping is value and empty.key in AnnotationFile.model_fields:
            continue
        hint = "write a value after the colon, or delete the key"
        if empty.flow:
            hint = "inside {…} a comma ends a text: put the text in quotes, '…'"
        yield rules.NO_VALUE.at(empty.at, f"key {empty.key!r} has no value", hint)


def described(detail: ErrorDetails, path: Path) -> tuple[rules.Rule, str, str | None]:
    """Return rule, message and hint for one error of the models."""
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    owner = owner_of(path)
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    match kind:
        case "missing":
            return rules.MISSING_FIELD, f"{owner} has no {field!r}", f"add `{field}: …`"
        case "string_pattern_mismatch" if context.get("pattern") == "^x-":
            return _unknown_field(owner, field, path)
        case "string_pattern_mismatch" | "string_too_long" if field == "language":
            return rules.BAD_LANGUAGE, f"{value!r} is not a language tag", "write a tag such as en, ru or pt-BR"
        case "string_pattern_mismatch" if field == "argmap":
            return rules.WRONG_KIND, f"{value!r} is not a version of the format", f"write `argmap: {FORMAT_VERSION}`"
        case "string_pattern_mismatch" if field == "sha256":
            return rules.WRONG_KIND, "a sha256 has 64 digits from 0-9 and a-f", "`argmap new TEXT` writes it"
        case "string_pattern_mismatch" | "string_too_long":
            hint = "an id has letters, digits, - and _ only, 200 at most"
            suggestion = "-".join(str(value).split()) if isinstance(value, str) else ""
            return rules.BAD_ID, f"{str(value)[:80]!r} is not an id", f"{hint}: write {suggestion!r}" if suggestion.replace("-", "").isalnum() else hint
        case "enum":
            return _unknown_word(field, value, str(context.get("expected", "")))
        case "string_too_short" | "too_short" | "empty":
            return rules.NO_VALUE, f"{field!r} of {owner} has no value", "write a value after the colon, or delete the key"
        case "language":
            return rules.BAD_LANGUAGE, f"{context['tag']} is not a language tag", "write a tag such as en, ru or pt-BR"
        case "date":
            return rules.BAD_DATE, f"{value!r} is not a date", "write a day, month or year of the calendar: 2025-12-10, 2025-12 or 2025"
        case "weight":
            return rules.OUT_OF_RANGE, f"{value!r} is not a number from 0 to 1", "write a share: 0.9 for 90 %"
        case "choose":
            return rules.CHOOSE_ONE, f"{owner} {detail['msg']}{_given(context['given'])}", None
        case "switch":
            return rules.UNKNOWN_WORD, f"{field!r} must be true or false, not {value!r}", None
        case _:
            return rules.WRONG_KIND, f"{field!r} of {owner} must be {_wanted(kind)}, not {_kind(value)}", None


def _given(names: list[str]) -> str:
    return f", and has {' and '.join(names)}" if names else ""


def _unknown_field(owner: str, field: str, path: Path) -> tuple[rules.Rule, str, str]:
    fields = known_fields(path[:-1])
    near = did_you_mean(field, fields) or SYNONYMS.get(field)
    if near in fields:
        hint = f"did you mean {near!r}?"
    elif "text" in fields and 2 <= len(field.partition("-")[0]) <= 3:  # noqa: PLR2004 - a language tag
        hint = f"texts in several languages stand under 'text': {{text: {{{field}: …}}}}"
    else:
        hint = f"it may have {', '.join(fields)}; keys of your own begin with x-"
    return rules.UNKNOWN_FIELD, f"{owner} has an unknown field {field!r}", hint


def _unknown_word(field: str, value: object, expected: str) -> tuple[rules.Rule, str, str]:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    written = value if isinstance(value, str) else _kind(value)
    near = did_you_mean(written, words) or SYNONYMS.get(written.lower())
    hint = f"did you mean {near!r}? " if near in words else ""
    return rules.UNKNOWN_WORD, f"{field!r} cannot be {written[:80]!r}", f"{hint}It is one of {', '.join(words)}".strip()


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"the text {str(value)[:60]!r}"


def _wanted(kind: str) -> str:
    match kind:
        case "dict_type" | "mapping_type" | "model_type" | "model_attributes_type":
            return "a mapping of keys to values"
        case "tuple_type" | "list_type":
            return "a list, each item on a line that begins with '- '"
        case "text":
            return "a text, or a mapping of language tags to texts"
        case _:
            return "a text"
