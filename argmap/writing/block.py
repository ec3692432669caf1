"""Values and their comments → block YAML in the house style."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, assert_never

from argmap import model
from argmap.reading.values import KeyPath
from argmap.writing import scalars
from argmap.writing.notes import NO_NOTES, Comment, Notes, NotesByPath
from argmap.writing.style import INDENT, SECTIONS, TEXT, WIDTH, Form, Style, in_order, style_of

_PIECE: Final = 1000
"""Lines."""
_LONGEST_KEY: Final = 1000
"""YAML readers look for the colon of a key within 1,024 characters, quotes included; a longer one needs a `?` before it."""


def write(
    value: Mapping[str, Any],
    notes: NotesByPath = MappingProxyType({}),
    spelled: Mapping[KeyPath, tuple[str, ...]] = MappingProxyType({}),
    plain: frozenset[KeyPath] = frozenset(),
) -> str:
    """Return an annotation file as text.

    Args:
        value: the file as mappings, lists and texts, with the names of the format; the order of its fields does not matter.
        notes: what comments go where.
        spelled: scalars that are written in these very lines, as `scalars.lines` returns them: an author's folded blocks, for one.
        plain: entries of mappings whose keys stand without quotes wherever the syntax allows it, as their author wrote them.

    Raises:
        ValueError: half a surrogate pair, which no file can hold.
    """
    return "".join(written(value, notes, spelled, plain))


def written(
    value: Mapping[str, Any],
    notes: NotesByPath = MappingProxyType({}),
    spelled: Mapping[KeyPath, tuple[str, ...]] = MappingProxyType({}),
    plain: frozenset[KeyPath] = frozenset(),
) -> Iterator[str]:
    """Yield the same piece by piece: of a large file neither the text nor its lines need be in memory as a whole."""
    fields = in_order(model.AnnotationFile, list(value))
    notes = _with_head(list(value), fields, notes)
    lines = _Writer(notes, spelled, plain).file(value, fields)
    while piece := list(islice(lines, _PIECE)):
        yield "\n".join((*piece, ""))


class Bare(str):
    """A scalar that is written in these very words."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """A value: what goes on the line of its key, and the lines below, indented by one step less than they will be."""

    inline: str = ""
    block: Iterable[str] = ()
    """Gone through once."""
    is_container: bool = False


@dataclass(frozen=True, slots=True)
class _Writer:
    notes: NotesByPath
    spelled: Mapping[KeyPath, tuple[str, ...]]
    plain: frozenset[KeyPath]

    def file(self, value: Mapping[str, Any], fields: list[str]) -> Iterator[str]:
        root = self.notes.get((), NO_NOTES)
        head = _comment_lines((*root.above, *map(Comment, root.beside)), first=True)
        if root.blank and head:
            head.append("")
        yield from head
        last = head[-1] if head else None
        before = ""
        for field in fields:
            part = self._part((field,), field, value[field], style_of(model.AnnotationFile, field), 0, first=last is None)
            if last and (field in SECTIONS or (field.startswith("x-") and not before.startswith("x-"))):
                yield (last := "")
            for row, line in enumerate(part):
                if row or line or last != "":
                    yield (last := line)
            before = field
        yield from _comment_lines(root.below, first=last is None)

    def _part(  # noqa: PLR0913 - what an entry is, and where it stands
        self,
        path: KeyPath,
        key: str | None,
        value: Any,
        style: Style,
        indent: int,
        *,
        first: bool,
        blanks: bool = False,
        column: int = 0,
    ) -> Iterator[str]:
        """An entry of a mapping, or an item of a list (without a key), with everything around it."""
        notes = self.notes.get(path, NO_NOTES)
        head = "-" if key is None else f"{self._key(path, key)}:"
        body = self._value(value, style, path, indent, len(head))
        above, beside = list(notes.above), list(notes.beside)
        block, hoisted = iter(body.block), list[str]()
        if key is None and body.is_container:
            above += [Comment(comment) for comment in beside]
            beside = []
            while not (line := next(block)) or line.startswith("#"):
                hoisted.append(line)
            head = f"- {line}"
        above += [Comment(comment) for comment in beside[:-1]]
        if _is_empty(value):
            above += notes.below
        lines = _comment_lines(above, first=first)
        if notes.blank and (lines or ((blanks or hoisted) and not first)):
            lines.append("")
        yield from lines
        yield from hoisted
        if len(head) > _LONGEST_KEY and key is not None:
            yield f"? {head[:-1]}"
            head = ":"
        line = f"{head} {body.inline}" if body.inline else head
        yield f"{line.ljust(column)}  {beside[-1]}" if beside else line
        for line in block:
            yield " " * INDENT + line if line else line

    def _key(self, path: KeyPath, key: str) -> str:
        return scalars.as_written(key, plain=True) if path in self.plain else scalars.one_line(key)

    def _value(self, value: Any, style: Style, path: KeyPath, indent: int, head: int) -> _Body:
        spelled = (value,) if isinstance(value, Bare) else self.spelled.get(path)
        if spelled is not None:
            return _Body(spelled[0], spelled[1:])
        if value is None:
            return _Body(block=tuple(_comment_lines(self._below(path), first=True)))
        match style.form:
            case Form.BARE:
                return _Body(str(value).strip())
            case Form.SWITCH:
                return _Body("true" if str(value).lower() in {"true", "yes"} else "false")
            case Form.IDS | Form.LIST:
                return self._ids(value, style, path, indent + head)
            case Form.TEXT | Form.OWN | Form.ENTRY | Form.ENTRIES | Form.ITEMS | Form.WEIGHTS:
                return self._free(value, style, path, indent)
            case _ as unreachable:
                assert_never(unreachable)

    def _free(self, value: Any, style: Style, path: KeyPath, indent: int) -> _Body:
        inner = Style(Form.ENTRY, style.entry) if style.form is Form.ITEMS else style
        if value and isinstance(value, Mapping):
            return _Body(block=self._mapping(value, inner, path, indent), is_container=True)
        if value and isinstance(value, Sequence) and not isinstance(value, str):
            return _Body(block=self._sequence(value, inner, path, indent), is_container=True)
        written = scalars.lines(value) if isinstance(value, str) else (json.dumps(value),)
        return _Body(written[0], written[1:])

    def _ids(self, value: Any, style: Style, path: KeyPath, column: int) -> _Body:
        items = value if isinstance(value, list) else [value]
        noted = bool(self._below(path)) or any(self.notes.get((*path, row), NO_NOTES).has_comments for row in range(len(items)))
        if len(items) == 1 and style.form is Form.IDS and not noted:
            return _Body(scalars.one_line(items[0]))
        in_brackets = f"[{', '.join(scalars.one_line_in_brackets(item) for item in items)}]"
        if not items or (not noted and column + len(" ") + len(in_brackets) <= WIDTH):
            return _Body(in_brackets)
        return _Body(block=self._sequence(items, TEXT, path, column), is_container=True)

    def _mapping(self, value: Mapping[str, Any], style: Style, path: KeyPath, indent: int) -> Iterator[str]:
        fields = value if style.form is not Form.ENTRY or style.entry is None else in_order(style.entry, list(value))
        column = self._comment_column(value, path) if style.form is Form.WEIGHTS else 0
        blanks = style.form in {Form.ENTRIES, Form.WEIGHTS}
        first = True
        for field in fields:
            inner = _inner(style, field)
            shown = {"first": first, "blanks": blanks}
            yield from self._part((*path, field), field, value[field], inner, indent + INDENT, **shown, column=column)
            first = False
        yield from _comment_lines(self._below(path), first=first)

    def _sequence(self, value: Sequence[Any], item: Style, path: KeyPath, indent: int) -> Iterator[str]:
        blanks = item.entry is model.Statement
        for row, one in enumerate(value):
            yield from self._part((*path, row), None, one, item, indent + INDENT, first=row == 0, blanks=blanks)
        yield from _comment_lines(self._below(path), first=not value)

    def _comment_column(self, value: Mapping[str, Any], path: KeyPath) -> int:
        """Where the comments beside weights begin, less two: reasons under one another are easier to compare."""
        noted = (key for key in value if self.notes.get((*path, key), NO_NOTES).beside)
        return max((len(f"{scalars.one_line(key)}: {value[key]}") for key in noted), default=0)

    def _below(self, path: KeyPath) -> tuple[Comment, ...]:
        return self.notes.get(path, NO_NOTES).below


def _inner(style: Style, field: str) -> Style:
    match style.form:
        case Form.ENTRY:
            assert style.entry is not None  # noqa: S101 - entries have a kind
            return style_of(style.entry, field)
        case Form.ENTRIES:
            return Style(Form.ENTRY, style.entry)
        case Form.WEIGHTS:
            return Style(Form.BARE)
        case Form.TEXT | Form.OWN:
            return style
        case Form.BARE | Form.SWITCH | Form.IDS | Form.LIST | Form.ITEMS:
            raise AssertionError(style.form)
        case _ as unreachable:
            assert_never(unreachable)


def _comment_lines(comments: Iterable[Comment], *, first: bool) -> list[str]:
    """The lines of some comments; where they are the first thing in an entry no blank line stands above them."""
    lines: list[str] = []
    for comment in comments:
        if comment.blank and (lines or not first):
            lines.append("")
        lines.append(comment.text)
    return lines


def _is_empty(value: Any) -> bool:
    """Whether a value is a mapping or a list with nothing in it."""
    return not value and isinstance(value, Mapping | Sequence) and not isinstance(value, str)


def _with_head(written: list[str], ordered: list[str], notes: NotesByPath) -> NotesByPath:
    """Keep the head of the file at its top when another field comes first; a comment right above a section stays with that."""
    if not written or written[0] == ordered[0]:
        return notes
    first = notes.get((written[0],), NO_NOTES)
    cut = len(first.above)
    if not first.blank and written[0] in SECTIONS:
        cut = max((row for row, comment in enumerate(first.above) if comment.blank), default=0)
    head, rest = first.above[:cut], first.above[cut:]
    blank = (rest[0].blank if rest else first.blank) if head else False
    root = notes.get((), NO_NOTES)
    return {
        **notes,
        (): replace(root, above=(*root.above, *head), blank=blank),
        (written[0],): Notes(rest, rest != () and first.blank, first.beside, first.below),
    }
