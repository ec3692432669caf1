"""Lines of Argdown → blocks of items: what begins a line with a sign of its own, and goes on to the next such sign."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from argmap.exchange.contract import ALWAYS, refuse_many
from argmap.formats.argdown.lines import Line
from argmap.formats.argdown.words import braces

_RELATION: Final = re.compile(r"([ \t]*)(\+>|->|<?\+|<?-|><|_>|<_|_(?=\s|$))")
_NUMBER: Final = re.compile(r"[ \t]*\(\d+\)")
_ITEM: Final = re.compile(r"[ \t]*(?:\d+\.|\*)(?=\s)")
_INFERENCE: Final = re.compile(r"[ \t]*--")
_BORDER: Final = re.compile(r"-{2,}")


@dataclass(slots=True)
class Item:
    """What begins a line with a sign of its own, and goes on to the next such sign."""

    line: int
    kind: str
    """text, relation, number, item, rule (the line or lines between premises and conclusion)."""
    rows: list[str]
    indent: int = 0
    sign: str = ""
    is_closed: bool = True
    """Of a rule: the dashes that end it are there."""

    @property
    def content(self) -> str:
        """What stands behind the sign."""
        return "\n".join(self.rows)


def blocks_of(lines: Iterable[Line], most: int = ALWAYS) -> Iterator[list[Line]]:
    """Yield what stands between blank lines.

    Raises:
        FormatError: more lines stand there than there may be entries.
    """
    block: list[Line] = []
    for line in lines:
        if not line.is_blank:
            block.append(line)
            refuse_many(len(block), most)
        elif block:
            yield block
            block = []
    if block:
        yield block


def items_of(block: list[Line], most: int = ALWAYS) -> list[Item]:
    """The items of a block; lines inside of braces continue what they stand in.

    Raises:
        FormatError: more braces stand in it than there may be entries.
    """
    text = "\n".join(line.text for line in block)
    refuse_many(text.count("{"), most)
    spans = braces(text)
    starts = [start for start, _ in spans]
    items: list[Item] = []
    offset = 0
    is_structure = _NUMBER.match(block[0].text) is not None
    rule: Item | None = None
    for row, line in enumerate(block):
        nearest = bisect_right(starts, offset) - 1
        inside = row > 0 and nearest >= 0 and offset < spans[nearest][1]
        offset += len(line.text) + 1
        if inside:
            items[-1].rows.append(line.text)
        elif rule is not None:
            rule = _continue_rule(rule, line.text)
        elif is_structure and row > 0 and (found := _INFERENCE.match(line.text)):
            rule = Item(line.number, "rule", [""])
            items.append(rule)
            rule = _continue_rule(
                rule, line.text[found.end() :].removeprefix("-") if line.text.strip() == "---" else line.text[found.end() :]
            )
        else:
            item = _begun(line, first=row == 0)
            if item is None:
                items[-1].rows.append(line.text)
            else:
                items.append(item)
    return items


def _continue_rule(rule: Item, text: str) -> Item | None:
    """Add a line to an inference; None once the dashes are there that close it."""
    border = _BORDER.search(text)
    rule.is_closed = border is not None
    rule.rows.append(text[: border.start()] if border else text)
    return None if border else rule


def _begun(line: Line, *, first: bool) -> Item | None:
    text = line.text
    if found := _RELATION.match(text):
        return Item(line.number, "relation", [text[found.end() :]], len(found[1]), found[2])
    if found := _NUMBER.match(text):
        return Item(line.number, "number", [text[found.end() :]])
    if found := _ITEM.match(text):
        return Item(line.number, "item", [text[found.end() :]])
    return Item(line.number, "text", [text]) if first else None
