"""Argdown text → debate.

A document is a row of blocks with blank lines between them; a block is a statement or an argument with relations indented below
it, a premise-conclusion structure, a heading or a list. This is the grammar of Argdown 1.7, with three reliefs: brackets and marks
for bold and italics that are never closed stand for themselves, `//` after a colon begins no comment, and a fault costs its own
line only. Data in braces hold no blank line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from argmap.exchange.contract import ALWAYS, refuse_many
from argmap.formats.argdown.blocks import Item, blocks_of, items_of
from argmap.formats.argdown.debate import SMALL, Debate, End, EndKind, Heading, Node, Numbered, RelationKind, steps_of
from argmap.formats.argdown.lines import Line, Lines
from argmap.formats.argdown.words import Words, mapping_of, plain, without_data, words_of

_LISTED: Final = 50
"""So many lines that were not understood are kept; the others are counted."""
_TITLED: Final = 2
"""A title and a text of its own take as much memory as so many small things more than one of both."""
_HEADING: Final = re.compile(r"(#+) ")
_FIRST_LEVEL: Final = 2
_SIGNS: Final = MappingProxyType(
    {
        "+>": (RelationKind.SUPPORT, False),
        "->": (RelationKind.ATTACK, False),
        "+": (RelationKind.SUPPORT, True),
        "<+": (RelationKind.SUPPORT, True),
        "-": (RelationKind.ATTACK, True),
        "<-": (RelationKind.ATTACK, True),
        "><": (RelationKind.CONTRADICTORY, False),
        "_>": (RelationKind.UNDERCUT, False),
        "_": (RelationKind.UNDERCUT, True),
        "<_": (RelationKind.UNDERCUT, True),
    }
)
"""Each sign's relation, and whether it runs from what stands behind the sign to what it is indented below."""


class Problem(NamedTuple):
    """What could not be read, and its line."""

    line: int
    message: str


@dataclass(slots=True)
class Parsed:
    """A document as it was read."""

    debate: Debate
    problems: list[Problem] = field(default_factory=list)
    """The first of them."""
    more_problems: int = 0
    comments: int = 0
    """How many comments belong to no statement."""
    emphases: int = 0
    mentions: int = 0
    entries: int = 0
    """How many entries take as much memory as all that is in it."""


def parse_argdown(text: str, most: int = ALWAYS) -> Parsed:
    """Return what a document says.

    Raises:
        FormatError: there is too much in it.
    """
    lines = Lines(text, most)
    parser = _Parser(Parsed(Debate()), lines, most)
    parser.read_head(lines.front_matter)
    for block in blocks_of(lines, most):
        parser.read(block)
    parser.parsed.comments = lines.inside + len(lines.comments)
    model = parser.debate.head.get("model")
    parser.debate.settle(strict=isinstance(model, dict) and model.get("mode") == "strict")
    return parser.parsed


class _Parser:
    """A document on its way into a debate, block by block."""

    def __init__(self, parsed: Parsed, lines: Lines, most: int) -> None:
        self.parsed = parsed
        self.debate = parsed.debate
        self.most = most
        self._comments = lines.comments
        self._headings: list[str] = []
        self._question: Heading | None = None
        self._before: Node | None = None
        """The argument that the block before this one is about: a premise-conclusion structure right after it is its own."""
        self._entries = 0
        """How many have been read besides statements, arguments and relations: headings, links, values of data."""
        self._small = 0
        """How many tags, comments and premises have been read."""

    def read_head(self, yaml: str) -> None:
        """Read the front matter."""
        head = mapping_of(yaml, self.most)
        if head is None:
            self._complain(1, "the front matter between === is not YAML")
        else:
            self.debate.head = head

    def read(self, block: list[Line]) -> None:
        """Read one block.

        Raises:
            FormatError: there is too much by now.
        """
        before, self._before = self._before, None
        items = items_of(block, self.most)
        first = items[0]
        match first.kind:
            case "text" if found := _HEADING.match(first.content):
                self._heading(first.content[found.end() :], first.line)
                for item in items[1:]:
                    self._complain(item.line, "nothing can be related to a heading; leave a blank line below it")
            case "text":
                self._statement(items)
            case "number":
                self._structure(items, before)
            case "item":
                for start in [row for row, item in enumerate(items) if item.kind == "item"]:
                    self._statement(_with_relations(items, start), is_top=False)
            case "relation":
                self._complain(first.line, "a relation stands below a blank line, and thus below nothing")
                for item in items:
                    self._member(item)
            case _:
                raise AssertionError(first.kind)
        told = len(self.debate.order) + len(self.debate.relations) // 2
        self.parsed.entries = told + self._entries + self._small // SMALL
        refuse_many(self.parsed.entries, self.most)

    def _statement(self, items: list[Item], *, is_top: bool = True) -> None:
        node = self._member(items[0])
        if node is None:
            return
        if node.is_argument:
            self._before = node
        elif is_top and self._question is not None:
            self._question.answers[node.title] = None
        self._relations(node.end, items[1:])

    def _heading(self, content: str, line: int) -> None:
        words = words_of(content, self.most)
        self._entries += 1
        title = " ".join(part for part in (words.statement or words.argument, words.text) if part)
        self._note(words, line)
        self._question = None
        if title.endswith(("?", "？", "؟")) or str(words.data.get("question")).lower() == "true":
            self._question = Heading(title, words.data, tuple(words.tags))
            self.debate.questions.append(self._question)
        elif any(character.isalnum() for character in title):
            self._headings.append(title)

    def _relations(self, parent: End, items: Iterable[Item], inference: End | None = None) -> None:
        """Read what is indented below something; below a conclusion, an undercut denies the inference that led there."""
        levels, parents, last = [0], [parent], parent
        for item in items:
            if item.kind != "relation":
                self._complain(item.line, "this cannot stand here; leave a blank line above it")
                self._member(item)
                continue
            if item.indent > levels[-1]:
                levels.append(item.indent)
                parents.append(last)
            while len(levels) > 1 and item.indent < levels[-1]:
                levels.pop()
                parents.pop()
            node = self._member(item)
            if node is None:
                continue
            if len(levels) == 1:
                self._complain(item.line, "a relation must be indented below the statement it belongs to")
                continue
            kind, runs_up = _SIGNS[item.sign]
            above = parents[-1]
            if inference is not None and len(levels) == _FIRST_LEVEL and runs_up and kind is RelationKind.UNDERCUT:
                above = inference
            if kind is RelationKind.CONTRADICTORY and (node.is_argument or above.kind is not EndKind.STATEMENT):
                self._complain(item.line, "only statements contradict each other")
            elif above.kind is EndKind.INFERENCE and not (kind is RelationKind.UNDERCUT and runs_up):
                self._complain(item.line, "below an inference only an undercut of it can stand, <_")
            else:
                self.debate.relate(kind, *((node.end, above) if runs_up else (above, node.end)))
            last = node.end

    def _structure(self, items: list[Item], argument: Node | None) -> None:
        """Read a premise-conclusion structure."""
        groups = [_with_relations(items, row) for row, item in enumerate(items) if item.kind != "relation"]
        if not any(first[0].kind == "rule" and second[0].kind == "number" for first, second in pairwise(groups)):
            self._complain(items[0].line, "premises without a conclusion: a line of dashes and the conclusion are missing")
            for group in groups:
                node = self._member(group[0]) if group[0].kind == "number" else None
                if node is not None:
                    self._relations(node.end, group[1:])
            return
        if argument is not None and argument.steps:
            self._complain(items[0].line, f"the argument {argument.title!r} has premises and a conclusion already")
            argument = None
        self._steps(groups, argument or self.debate.argument(None))

    def _steps(self, groups: list[list[Item]], argument: Node) -> None:
        """Read premises, inferences and conclusions, each with the relations below it."""
        structure: list[Numbered] = []
        steps = 0
        rule: Item | None = None
        for group in groups:
            head, relations = group[0], group[1:]
            inference = End(EndKind.INFERENCE, argument.title, steps)
            if head.kind == "rule":
                if not head.is_closed:
                    self._complain(head.line, "an inference is opened by -- and never closed by --")
                rule = head
                self._relations(inference, relations)
                continue
            node = self._member(head)
            if node is None or node.is_argument:
                if node is not None:
                    self._complain(head.line, "a premise or conclusion is a statement, not an argument")
            elif rule is None:
                structure.append(Numbered(node.title))
                self._relations(node.end, relations)
            else:
                structure.append(self._conclusion(node.title, rule))
                self._relations(node.end, relations, inference)
                steps += 1
                rule = None
        argument.steps = steps_of(structure)
        self._small += len(structure)

    def _conclusion(self, title: str, rule: Item) -> Numbered:
        words = Words()
        text = plain(without_data(rule.content, words, self.most), words, self.most)
        self._note(words, rule.line)
        refuse_many(text.count(","), self.most)
        rules = tuple(filter(None, map(str.strip, text.split(","))))
        self._small += len(rules)
        return Numbered(title, rules, words.data)

    def _member(self, item: Item) -> Node | None:
        """The statement or argument that an item names or says."""
        words = words_of(item.content, self.most)
        self._note(words, item.line)
        if words.statement is None and words.argument is None and not words.text:
            self._complain(item.line, "nothing stands here")
            return None
        debate = self.debate
        node = debate.statement(words.statement) if words.argument is None else debate.argument(words.argument)
        if words.text and not node.data.get("isCanonical"):
            self._small += _TITLED if node.has_title and not node.text else 0
            node.text = words.text
        node.add(words.tags, words.links, words.data)
        remarks: list[str] = []
        while self._comments and self._comments[0].before <= item.line:
            remarks.append(self._comments.popleft().words)
        node.put_below(self._headings, remarks)
        self._headings = []
        self._small += len(remarks)
        return node

    def _note(self, words: Words, line: int) -> None:
        self.parsed.emphases += words.emphases
        self.parsed.mentions += words.mentions
        self._entries += len(words.links) + words.values
        self._small += len(words.tags)
        if words.problem:
            self._complain(line, words.problem)

    def _complain(self, line: int, message: str) -> None:
        if len(self.parsed.problems) < _LISTED:
            self.parsed.problems.append(Problem(line, message))
        else:
            self.parsed.more_problems += 1


def _with_relations(items: list[Item], start: int) -> list[Item]:
    """An item and the relations that follow it."""
    end = next((row for row in range(start + 1, len(items)) if items[row].kind != "relation"), len(items))
    return items[start:end]
