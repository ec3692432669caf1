"""One annotation in every legal disorder of YAML: indentation, brackets, quotes, blank lines, comments wherever one may be."""

from collections.abc import Mapping
from random import Random
from typing import Any

from argmap.writing import scalars

COMMENT_SHAPES = ("# {}", "#{}", "#  {}: [a, b", "# - {}", "# key: '{}", "#{} # twice", "# «{}»")


class Disorder:
    """Writes values; what it decides comes from a seed, how often it decides for disorder from an amount up to 1."""

    def __init__(self, seed: int, amount: float) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing is secret
        self.amount = amount
        self.comments: list[str] = []

    def file(self, value: Mapping[str, Any]) -> str:
        lines = [*self.between(0), *self.mapping(value, 0), *self.between(0)]
        if self.is_drawn(1):
            lines.insert(0, f"---{self.beside()}")
        end = self.random.choice(["\n", "\n", "\r\n", "\r"])
        return end.join((*lines, ""))

    def mapping(self, value: Mapping[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, one in value.items():
            lines += self.between(indent) if lines else []
            lines += self.entry(f"{self.key(key)}:", one, indent, is_item=False)
        return lines

    def sequence(self, value: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for one in value:
            lines += self.between(indent) if lines else []
            lines += self.entry("-", one, indent, is_item=True)
        return lines

    def entry(self, head: str, value: Any, indent: int, *, is_item: bool) -> list[str]:
        """An entry of a mapping or an item of a list, its first line indented."""
        margin = " " * indent
        if value is None:
            return [f"{margin}{head}{self.beside()}"]
        if isinstance(value, str):
            return self.scalar(f"{margin}{head}", value, indent)
        if not value or self.is_drawn(3):
            return [*(f"{margin}{head} {self.flow(value, indent + 1)}{self.beside()}".split("\n"))]
        step = self.random.randint(1, 4)
        if is_item and isinstance(value, dict) and self.is_drawn(7):
            inner = self.mapping(value, indent + 1 + step)
            return [f"{margin}-{' ' * step}{inner[0].lstrip(' ')}", *inner[1:]]
        inner_indent = indent if isinstance(value, list) and not is_item and self.is_drawn(3) else indent + step
        inner = self.mapping(value, inner_indent) if isinstance(value, dict) else self.sequence(value, inner_indent)
        return [f"{margin}{head}{self.beside()}", *self.between(inner_indent), *inner]

    def scalar(self, head: str, text: str, indent: int) -> list[str]:
        written = scalars.lines(text)
        if len(written) > 1 and self.is_drawn(6):
            return [f"{head} {written[0]}{self.beside()}", *(" " * (indent + 3) + line if line else "" for line in written[1:])]
        if scalars.is_plain(text) and " " in text and "  " not in text and self.is_drawn(3):
            first, _, rest = text.partition(" ")
            return [f"{head} >-{self.beside()}", f"{' ' * (indent + 1)}{first}", f"{' ' * (indent + 1)}{rest}"]
        between = [*self.between(indent + 1), " " * (indent + 1)] if self.is_drawn(1) else []
        if between:
            return [f"{head}{self.beside()}", *between[:-1], f"{between[-1]}{self.inline(text)}{self.beside()}"]
        return [f"{head} {self.inline(text)}{self.beside()}"]

    def inline(self, text: str) -> str:
        """A scalar on one line, in any of the ways that suit it."""
        ways = [scalars.one_line_in_brackets(text), '"{}"'.format("".join(f"\\U{ord(sign):08X}" for sign in text))]
        if text.isprintable():
            ways.append("'{}'".format(text.replace("'", "''")))
        return self.random.choice(ways)

    def key(self, key: str) -> str:
        long = 50
        return scalars.one_line(key) if len(key) > long else self.inline(key)

    def flow(self, value: Any, indent: int) -> str:
        if isinstance(value, str):
            return self.inline(value)
        if value is None:
            return "''"
        is_mapping = isinstance(value, dict)
        parts = (
            [f"{self.key(key)}: {self.flow(one, indent)}" for key, one in value.items()]
            if is_mapping
            else [self.flow(one, indent) for one in value]
        )
        inner = ""
        for row, part in enumerate(parts):
            inner += f"{self.gap(indent)}{part}{self.gap(indent)}" + ("," if row < len(parts) - 1 or self.is_drawn(2) else "")
        inner += self.gap(indent)
        return f"{{{inner}}}" if is_mapping else f"[{inner}]"

    def gap(self, indent: int) -> str:
        """White space in brackets, with comments in it at times."""
        if not self.is_drawn(2):
            return self.random.choice(["", " "])
        return "\n".join((self.beside(), *self.between(indent), " " * indent))

    def between(self, indent: int) -> list[str]:
        """Blank lines and comments on lines of their own; the first not deeper than what stands around it, lest it join a text."""
        lines: list[str] = []
        while self.is_drawn(2):
            margin = self.random.randint(0, indent + (3 if lines and lines[-1].strip() else 0))
            lines.append("" if self.is_drawn(4) else " " * margin + self.comment())
        return lines

    def beside(self) -> str:
        return f" {self.comment()}" if self.is_drawn(2) else ""

    def comment(self) -> str:
        shape = self.random.choice(COMMENT_SHAPES)
        self.comments.append(shape.format(f"⚑{len(self.comments)}⚑"))
        return self.comments[-1]

    def is_drawn(self, tenths: int) -> bool:
        return self.random.random() * 10 < tenths * self.amount
