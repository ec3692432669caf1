"""Argdown's JSON, as `argdown json` writes it → annotations. It is written in full by Argdown's own tool alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import Candidate, Format, FormatError, Imported, ReadOptions, read_each, refuse_many
from argmap.exchange.decoding import json_of, taken, words_in
from argmap.exchange.finishing import finished
from argmap.exchange.naming import Names, bare_name
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.argdown.debate import SMALL, Debate, End, EndKind, Heading, Link, Node, Numbered, RelationKind, steps_of
from argmap.formats.argdown.escaping import plain
from argmap.formats.argdown.text import EMPHASES, MENTIONS
from argmap.formats.argdown.translating import CHANGES, LOSES, translate

RELATIONS_TO_NOTHING: Final = "relations whose kind or ends are not there"
"""What else is lost of a file that was changed by hand, or cut."""

_COUNTED: Final = ("statements", "arguments", "relations")
_DEPTH_OF_AN_ENTRY: Final = 2
_NOWHERE: Final = (0, 0)
_LARGE: Final = 2**31
_CONCLUSIONS: Final = ("intermediary-conclusion", "main-conclusion")
_ASKS: Final = ("?", "？", "؟")


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a debate as Argdown exports it."""
    sample = candidate.sample
    return candidate.is_object and all(
        f'"{name}"' in sample for name in ("arguments", "statements", "relations", "equivalence-class")
    )


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return each debate as an annotation file."""
    tally = Tally()
    names = Names({"codebook"})
    size = Size(options.most)

    def draft(name: str, data: bytes) -> Draft:
        value = json_of(data, name, options.encoding)
        if not isinstance(value, dict) or not {"arguments", "statements"} & value.keys():
            raise FormatError("Argdown's JSON is an object with `arguments`, `statements` and `relations`", file=name)
        reader = _Reader(tally)
        reader.read(value, options.most)
        size.add(sum(map(_size, reader.debate.order)) + len(reader.debate.relations))
        if not reader.debate.order:
            raise FormatError("there is no statement and no argument in it", file=name)
        return translate(reader.debate, Draft(names.take(bare_name(name)), options, tally))

    drafts, faults = read_each(files, draft)
    return finished(drafts, tally, faults)


class _Told(NamedTuple):
    """A heading, a statement or an argument."""

    place: tuple[int, int]
    """The line and the column of the document where it first stands."""
    title: str
    entry: Mapping[str, Any] | None = None
    """None for a heading."""
    is_argument: bool = False


@dataclass(slots=True)
class _Reader:
    """A JSON value on its way into a debate."""

    tally: Tally
    debate: Debate = field(default_factory=Debate)
    _questions: dict[str, Heading] = field(default_factory=dict)
    """Headings that ask, by the id of their section."""
    _conclusions: dict[str, list[int]] = field(default_factory=dict)
    """By argument: which rows of its structure are conclusions."""

    def read(self, value: dict[str, Any], most: int) -> None:
        """Fill the debate: statements and arguments in the order of the document that the JSON was made from.

        What the value says is let go of as it is read.

        Raises:
            FormatError: there is too much in it.
        """
        refuse_many(sum(len(value.get(name) or ()) for name in _COUNTED if isinstance(value.get(name), dict | list)), most)
        told = self._headings(value.pop("sections", None))
        for title, entry in _objects(value.pop("statements", None)):
            self._answers(title, entry)
            told.append(_Told(_place(entry), title, entry))
        arguments = [
            _Told(_place(entry), title, entry, is_argument=True) for title, entry in _objects(value.pop("arguments", None))
        ]
        self._nodes([*told, *arguments])
        for argument in taken(arguments):
            structure = list(self._structure(argument.entry or {}))
            self._conclusions[argument.title] = [row for row, one in enumerate(structure) if one.rules is not None]
            self.debate.arguments[argument.title].steps = steps_of(structure)
        for relation in taken(_list(value.pop("relations", None))):
            self._relate(relation)
        self.debate.settle(strict=False)

    def _headings(self, sections: object) -> "list[_Told]":
        """The headings that say something; those that ask are questions."""
        told: list[_Told] = []
        for section in sorted(_sections(sections), key=_place):
            words, tags = self._words(section.get("title"), section.get("ranges"))
            data = _mapping(section.get("data"))
            if words.endswith(_ASKS) or data.get("question") is True:
                self._questions[words_in(section.get("id"))] = Heading(words, data, tuple(tags))
            elif any(character.isalnum() for character in words):
                told.append(_Told(_place(section), words))
        self.debate.questions = list(self._questions.values())
        return told

    def _answers(self, title: str, entry: Mapping[str, Any]) -> None:
        for member in _list(entry.get("members")):
            question = self._questions.get(words_in(member.get("section")))
            if question is not None and member.get("isTopLevel") is True:
                question.answers[title] = None

    def _nodes(self, told: "list[_Told]") -> None:
        headings: list[str] = []
        told.sort(key=lambda one: (one.place, one.entry is not None))
        for _, title, entry, is_argument in taken(told):
            if entry is None:
                headings.append(title)
            else:
                self._node(title, entry, is_argument=is_argument).put_below(headings)
                headings = []

    def _node(self, title: str, entry: Mapping[str, Any], *, is_argument: bool) -> Node:
        node = self.debate.argument(title) if is_argument else self.debate.statement(title)
        number = title.removeprefix("Untitled ")
        node.has_title = not (number != title and number.isdecimal())
        node.data = _mapping(entry.get("data"))
        for member in _list(entry.get("members")):
            words, tags = self._words(member.get("text"), member.get("ranges"), node)
            if words and not member.get("isReference"):
                node.text = words
            node.add(tags, (), {})
        told = entry.get("tags")
        node.add(filter(None, map(words_in, told if isinstance(told, list) else [])), (), {})
        return node

    def _structure(self, entry: Mapping[str, Any]) -> Iterator[Numbered]:
        for member in _list(entry.get("pcs")):
            title = words_in(member.get("title"))
            if title not in self.debate.statements:
                self._node(title, {"members": [member]}, is_argument=False)
            if member.get("role") in _CONCLUSIONS:
                inference = _mapping(member.get("inference"))
                rules = inference.get("inferenceRules")
                told = tuple(filter(None, map(words_in, rules if isinstance(rules, list) else [])))
                yield Numbered(title, told, _mapping(inference.get("data")))
            else:
                yield Numbered(title)

    def _relate(self, relation: Mapping[str, Any]) -> None:
        start, end = self._end(relation, "from"), self._end(relation, "to")
        kind = next((kind for kind in RelationKind if kind == relation.get("relationType")), None)
        if start is None or end is None or kind is None or not _can_relate(kind, start.kind, end.kind):
            self.tally.lost(RELATIONS_TO_NOTHING, f"{words_in(relation.get('from'))} – {words_in(relation.get('to'))}")
        else:
            self.debate.relate(kind, start, end)

    def _end(self, relation: Mapping[str, Any], side: str) -> End | None:
        title = words_in(relation.get(side))
        match relation.get(f"{side}Type"):
            case "equivalence-class" if title in self.debate.statements:
                return End(EndKind.STATEMENT, title)
            case "argument" if title in self.debate.arguments:
                return End(EndKind.ARGUMENT, title)
            case "inference" if title in self.debate.arguments:
                return self._inference(title, relation.get("conclusionIndex"))
            case _:
                return None

    def _inference(self, title: str, row: object) -> End:
        rows = self._conclusions[title]
        if not rows:
            return End(EndKind.ARGUMENT, title)
        return End(EndKind.INFERENCE, title, rows.index(row) if isinstance(row, int) and row in rows else len(rows) - 1)

    def _words(self, text: object, ranges: object, node: Node | None = None) -> tuple[str, dict[str, None]]:
        """A text without the tags at its end and with titles for mentions, and the tags in it; its links go to the node."""
        units = text.encode("utf-16-le", "surrogatepass") if isinstance(text, str) else b""
        parts: list[tuple[str, bool]] = []
        tags: list[str] = []
        position = 0
        for one in sorted(_list(ranges), key=lambda one: _number(one.get("start"))):
            start, end = 2 * _number(one.get("start")), 2 * (_number(one.get("stop")) + 1)
            words = _decoded(units[start:end])
            match one.get("type"):
                case "bold" | "italic":
                    self.tally.lost(EMPHASES)
                    continue
                case "link" if node is not None and words.strip() and (url := words_in(one.get("url"))):
                    node.add((), [Link(words_in(words), url)], {})
                    continue
                case "tag" if start >= position:
                    tags.append(words_in(one.get("tag")))
                    words = tags[-1] + words[len(words.rstrip()) :]
                case "statement-mention" | "argument-mention" if start >= position:
                    self.tally.changed(MENTIONS)
                    words = words_in(one.get("title")) + words[len(words.rstrip()) :]
                case _:
                    continue
            parts += [(_decoded(units[position:start]), False), (words, one.get("type") == "tag")]
            position = max(position, end)
        parts.append((_decoded(units[position:]), False))
        while parts and (parts[-1][1] or not parts[-1][0].strip()):
            parts.pop()
        return " ".join("".join(words for words, _ in parts).split()), dict.fromkeys(filter(None, tags))


def _can_relate(kind: RelationKind, start: EndKind, end: EndKind) -> bool:
    if start is EndKind.INFERENCE or (end is EndKind.INFERENCE and kind is not RelationKind.UNDERCUT):
        return False
    is_opposition = kind in {RelationKind.CONTRARY, RelationKind.CONTRADICTORY}
    return not is_opposition or (start is EndKind.STATEMENT and end is EndKind.STATEMENT)


def _decoded(units: bytes) -> str:
    return units.decode("utf-16-le", "ignore")


def _place(entry: Mapping[str, Any]) -> tuple[int, int]:
    """Where in the document an entry first stands."""
    places = [(_number(one.get("startLine")), _number(one.get("startColumn"))) for one in (entry, *_list(entry.get("members")))]
    return min((place for place in places if place != _NOWHERE), default=_NOWHERE)


def _sections(value: object) -> Iterator[Mapping[str, Any]]:
    waiting = _list(plain(value, 1))
    for section in waiting:  # grows while it is walked
        yield section
        waiting += _list(section.get("children"))


def _objects(value: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield entries by title, as annotations can hold them; they are taken out."""
    told = _mapping(value)
    for name in list(told):
        title, one = words_in(name), told.pop(name)
        if isinstance(one, dict) and title:
            yield title, plain(one, _DEPTH_OF_AN_ENTRY)


def _size(node: Node) -> int:
    """How many entries take as much memory as a statement or an argument with what stands on it."""
    small = len(node.tags) + len(node.headings) + sum(len(step.premises) + len(step.rules) for step in node.steps)
    return 1 + len(node.links) + len(node.data) + small // SMALL


def _list(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _LARGE else 0


FORMAT: Final = Format(
    name="argdown-json",
    title="Argdown JSON",
    suffix=".json",
    told_by="a JSON object with `arguments`, `statements` (of type `equivalence-class`) and `relations`",
    tells=tells,
    read=read,
    keeps="""\
As Argdown text, from which Argdown's own tool makes it: `argdown json`. Comments and front matter are not in it; its `map` and the
places of texts are not needed.""",
    reading_changes=(*CHANGES, MENTIONS, WITHOUT_WORDS),
    reading_loses=(RELATIONS_TO_NOTHING, EMPHASES, *LOSES),
)
