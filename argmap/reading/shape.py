"""Plain values → the models of the format, with a diagnostic for every fault.

One faulty entry does not take the rest of its file along: at first only the faulty field is left out, then, where that does not
do, its entry, at last its section. What was left out is remembered, so that no reference to it is called unknown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Place, TextFile
from argmap.model import ARGUMENT_TARGETS, FORMAT_VERSION, STATEMENT_TARGETS, AnnotationFile
from argmap.reading import rules, shape_rules
from argmap.reading.document import SECTIONS, Fragment
from argmap.reading.fields import entry_of
from argmap.reading.values import EmptyKey, KeyPath, Parsed, Value, place_at
from argmap.reading.wording import choose_one, described, is_unknown_field, kind_of, meant_field, no_value

_KEY: Final = "[key]"
"""What the models put behind the path of a faulty key."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A file as models, and what had to be left out (see `Document`, which carries it on)."""

    model: AnnotationFile | None
    diagnostics: tuple[Diagnostic, ...]
    statement_rows: tuple[int, ...] = ()
    broken: frozenset[tuple[str, str]] = frozenset()
    lost: frozenset[str] = frozenset()
    partial: bool = False
    fragments: tuple[Fragment, ...] = ()


def shape(file: TextFile, parsed: Parsed) -> Shaped:
    """Return the models of a parsed file and a diagnostic for every fault of its shape."""
    value = parsed.value
    if value is None and parsed.diagnostics:
        return Shaped(None, ())
    if value is None or value == {}:
        hint = "write `argmap: 1` and what the article claims; `argmap new` makes a skeleton"
        return Shaped(None, (rules.EMPTY_FILE.at(file.place(0, 0), "nothing is written in this file", hint),))
    if not isinstance(value, dict):
        message = f"an annotation is a mapping of keys to values, not {kind_of(value)}"
        return Shaped(
            None, (shape_rules.WRONG_KIND.at(place_at(file, parsed.marks, ()), message, "begin the file with `argmap: 1`"),)
        )
    if _is_newer(value.get("argmap")):
        message = f"this file is written for version {value['argmap']} of the format; this program reads version {FORMAT_VERSION}"
        at = place_at(file, parsed.marks, ("argmap",))
        return Shaped(None, (shape_rules.NEWER_VERSION.at(at, message, "install a newer argmap"),))
    return _Shaper(file, parsed, value).run()


def _is_newer(version: Value) -> bool:
    major = version.partition(".")[0] if isinstance(version, str) else ""
    return major.isascii() and major.isdecimal() and int(major[:9]) > FORMAT_VERSION


class _Shaper:
    """The passes over one file: each validates and takes out what is faulty; the first reports it."""

    def __init__(self, file: TextFile, parsed: Parsed, value: dict[str, Value]) -> None:
        self.file = file
        self.marks = parsed.marks
        self.value = value
        statements = value.get("statements")
        self.rows = list(range(len(statements))) if isinstance(statements, list) else []
        self.broken: set[tuple[str, str]] = set()
        self.lost: set[str] = set() if parsed.whole else set(SECTIONS)
        self.partial = not parsed.whole
        self.left_out: dict[KeyPath, dict[str, Value]] = {}
        self.emptied = {(id(empty.mapping), empty.key) for empty in parsed.empty_keys}
        self.diagnostics = list(self._without_empty_keys(parsed.empty_keys))

    def run(self) -> Shaped:
        for leave_out in (_field, _entry, _section):
            try:
                model = AnnotationFile.model_validate(self.value)
                break
            except ValidationError as error:
                faults = [(self._written(detail), detail) for detail in error.errors(include_url=False)]
            if leave_out is _field:
                self.diagnostics += self._reported(faults)
            for path in sorted({leave_out(path, detail["type"]) for path, detail in faults}, key=_last_row_first):
                self._take_out(path)
        else:
            model = AnnotationFile.model_validate(self.value)
        fragments: list[Fragment] = []
        rows = [*self.rows]
        for path, entry in sorted(self.left_out.items(), key=_order):
            if path[0] == "statements":
                fragments.append(Fragment(("statements", len(rows)), entry))
                rows.append(int(path[1]))
            else:
                fragments.append(Fragment(path, entry))
        found = tuple(self.diagnostics), tuple(rows), frozenset(self.broken), frozenset(self.lost)
        return Shaped(model, *found, self.partial, tuple(fragments))

    def _without_empty_keys(self, empty_keys: Iterable[EmptyKey]) -> Iterator[Diagnostic]:
        """Take keys without a value out; an empty section of the file says nothing and is fine."""
        for empty in empty_keys:
            if empty.key.startswith("x-") or empty.mapping.get(empty.key, "") is not None:
                continue
            del empty.mapping[empty.key]
            if empty.mapping is self.value and empty.key in AnnotationFile.model_fields and not empty.told:
                continue
            self.partial = True
            self.broken.update((section, empty.key) for section in SECTIONS if self.value.get(section) is empty.mapping)
            if not empty.told:
                last = (empty.before, empty.mapping.get(empty.before))
                if empty.before == "quote":
                    empty.mapping.pop("quote", None)  # it is cut short: looking for it would tell the same fault twice
                rule, message, hint = no_value(empty.key, flow=empty.flow, before=last)
                yield rule.at(empty.at, message, hint)

    def _written(self, detail: ErrorDetails) -> KeyPath:
        """The path of an error as the file has it: the models know one text as a list of one, or as an entry of one field."""
        path: list[str | int] = []
        value: Any = self.value
        steps = (*detail["loc"], *detail.get("ctx", {}).get("at", ()))
        for step in steps[:-1] if steps[-1:] == (_KEY,) else steps:
            if isinstance(value, dict) and isinstance(step, str):
                path.append(step)
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                path.append(step)
                value = value[step]
        return tuple(path)

    def _reported(self, faults: Sequence[tuple[KeyPath, ErrorDetails]]) -> Iterator[Diagnostic]:
        actors = actors_by_name(self.value.get("actors"))
        mistyped = {(*path[:-1], meant_field(path)) for path, detail in faults if is_unknown_field(detail)}
        for path, detail in faults:
            if detail["type"] == "choose":
                continue
            if detail["type"] == "missing" and (path in mistyped or self._is_emptied(path)):
                continue
            rule, message, hint = described(detail, path, actors)
            on_key = detail["loc"][-1:] == (_KEY,) or detail["type"] in {"missing", "language"} or rule is shape_rules.UNKNOWN_FIELD
            yield rule.at(self._place(path[:-1] if detail["type"] == "missing" else path, key=on_key), message, hint)
        for entry in dict.fromkeys(entry_of(path) for path, _ in faults):
            fields = _CHOICES.get(str(entry[0]), ()) if entry else ()
            values = self._at(entry)
            if not fields or not isinstance(values, dict):
                continue
            given = [field for field in fields if field in values]
            told = any((*entry, field) in mistyped or self._is_emptied((*entry, field)) for field in fields)
            if len(given) > 1 or (not given and not told):
                rule, message, hint = choose_one(entry, fields, given)
                yield rule.at(self._place((*entry, given[1]) if given else entry, key=True), message, hint)

    def _is_emptied(self, path: KeyPath) -> bool:
        return (id(self._at(path[:-1])), path[-1]) in self.emptied

    def _at(self, path: KeyPath) -> Any:
        value: Any = self.value
        for step in path:
            value = value[step]
        return value

    def _place(self, path: KeyPath, *, key: bool) -> Place:
        return place_at(self.file, self.marks, path, key=key)

    def _take_out(self, path: KeyPath) -> None:
        self.partial = True
        match path:
            case ("argmap",):
                self.value["argmap"] = str(FORMAT_VERSION)
            case ("source",):
                source = self.value.get("source")
                kept = source if isinstance(source, dict) and "title" not in source else {}
                self.value["source"] = {**kept, "title": self.file.name}
            case (str(section),):
                self.value.pop(section, None)
                self.lost.update(SECTIONS if section == "include" else SECTIONS & {section})
            case ("statements", int(row), *field):
                statements: Any = self.value["statements"]
                name = statements[row].get("id") if isinstance(statements[row], dict) else None
                if isinstance(name, str):
                    self.broken.add(("statements", name))
                if field:
                    statements[row].pop(field[0], None)
                else:
                    self._keep(("statements", self.rows[row]), statements[row])
                    del statements[row]
                    del self.rows[row]
            case (str(section), str(name)):
                self.broken.add((section, name))
                self._keep(path, self._at((section,)).pop(name, None))
            case (str(section), str(name), str(field), *_):
                self.broken.add((section, name))
                self._at((section, name)).pop(field, None)

    def _keep(self, path: KeyPath, entry: Value) -> None:
        if isinstance(entry, dict):
            self.left_out[path] = entry


def _order(left_out: tuple[KeyPath, Mapping[str, Value]]) -> tuple[str, int, str]:
    section, name = left_out[0]
    return str(section), name if isinstance(name, int) else 0, str(name)


def actors_by_name(actors: Value) -> dict[str, str]:
    """Return the ids of actors by their names, case folded, as far as the values have the shape of actors."""
    found: dict[str, str] = {}
    for name, actor in actors.items() if isinstance(actors, dict) else ():
        words = actor.get("name") if isinstance(actor, dict) else actor
        for one in words.values() if isinstance(words, dict) else (words,):
            if isinstance(one, str):
                found.setdefault(one.casefold(), name)
    return found


_CHOICES: Final = MappingProxyType({"statements": STATEMENT_TARGETS, "arguments": ARGUMENT_TARGETS})


def _field(path: KeyPath, kind: str) -> KeyPath:
    """What to leave out first: the faulty field; where a field is missing the entry that needs it."""
    entry = entry_of(path)
    if kind == "missing" and path[:-1] == entry:
        return entry or path
    return path[: len(entry) + 1]


def _entry(path: KeyPath, kind: str) -> KeyPath:
    del kind
    return entry_of(path) or path[:1]


def _section(path: KeyPath, kind: str) -> KeyPath:
    del kind
    return path[:1]


def _last_row_first(path: KeyPath) -> tuple[int, int]:
    row = path[1] if path[:1] == ("statements",) and len(path) > 1 else 0
    return (-row if isinstance(row, int) else 0, -len(path))
