"""What all sections of terminal output share: marks, names, quotes, lists with hanging indents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from argmap.comparison.comparing import Comparison
from argmap.comparison.positions.said import Position
from argmap.graph import Statement
from argmap.rendering.comparison.naming import Naming
from argmap.text import primary_tag
from argmap.words import Stance

MARKS: Final[Mapping[Stance, str]] = {Stance.FOR: "+", Stance.AGAINST: "−", Stance.MIXED: "±", Stance.NEUTRAL: "○"}
CONDITIONAL: Final[Mapping[Stance, str]] = {Stance.FOR: "⊕", Stance.AGAINST: "⊖"}
"""The marks of stances that hold under a condition only."""
STYLES: Final[Mapping[Stance, str]] = {
    Stance.FOR: "bold cyan",
    Stance.AGAINST: "bold red",
    Stance.MIXED: "bold yellow",
    Stance.NEUTRAL: "bold",
}
DERIVED: Final = "¬"
"""The mark of a stance against that only follows from another one."""
SILENT: Final = "·"
_BETWEEN: Final = " " * 3
"""What stands between parts that flow."""


@dataclass(frozen=True, slots=True)
class Teller:
    """A comparison, and what things in it are called."""

    comparison: Comparison
    naming: Naming
    short: Mapping[str, str]
    """The shortest form of an id that is still unique."""

    def say(self, key: str, **values: object) -> str:
        """Return a text of the interface."""
        return self.naming.catalogue.say(f"terminal.{key}", **values)

    def count(self, key: str, number: int) -> str:
        """Return a text of the interface that counts."""
        return self.naming.catalogue.count(f"terminal.{key}", number)

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number as the language writes it."""
        return self.naming.catalogue.number(value, digits)

    def party(self, name: str) -> str:
        """Return the name of a row."""
        return self.naming.party(self.comparison.parties[name]).words

    def parties(self, names: Iterable[str], most: int = 5) -> str:
        """Return the names of rows, the first few of them and how many more there are."""
        found = [self.party(name) for name in names]
        more = [self.count("more", len(found) - most)] if len(found) > most + 1 else []
        return ", ".join([*(found[:most] if more else found), *more])

    def claim(self, name: str) -> str:
        """Return the words of a claim."""
        return self.naming.claim(name).words

    def quote(self, statement: Statement, *, dated: bool = False) -> Text:
        """Return the words of a statement, what they mean if they are in another language, and under which condition they hold.

        Args:
            statement: its quotes are shown.
            dated: also tell when it was said, where there are several sources.
        """
        naming = self.naming
        quoted = Text(" […] ".join(self.say("quoted", words=quote.exact) for quote in statement.quotes), style="italic")
        language = self.comparison.graph.sources[statement.source].language or naming.language
        if statement.gloss and primary_tag(language) != primary_tag(naming.language):
            gloss = naming.text(statement.gloss)
            if primary_tag(gloss.language) == primary_tag(naming.language):
                quoted.append(f" ({gloss.words})", style="not italic")
        if statement.given is not None:
            given = statement.given
            condition = naming.claim(given) if isinstance(given, str) else naming.text(given)
            quoted.append(f" {self.say('if', condition=condition.words.rstrip('.'))}", style="not italic dim")
        if statement.hedge is not None:
            quoted.append(f" [{naming.catalogue.say(f'page.hedge.{statement.hedge}')}]", style="not italic dim")
        date = self.comparison.graph.sources[statement.source].date
        if dated and date is not None and len(self.comparison.files) > 1:
            quoted.append(f" {date}", style="not italic dim")
        return quoted

    def quotes(self, position: Position) -> Iterable[Text]:
        """Return the words of the statements behind a position."""
        return (Text.assemble(mark(event.stance), " ", self.quote(event.statement, dated=True)) for event in position.events)


def mark(stance: Stance) -> Text:
    """Return the sign of a stance, coloured."""
    return Text(MARKS[stance], style=STYLES[stance])


def heading(words: str, aside: str = "") -> RenderableType:
    """Return the heading of a section, with an aside behind it."""
    return Text.assemble("\n", (words, "bold underline"), (f"  {aside}" if aside else "", "dim"))


def hanging(lines: Iterable[tuple[Text | str, Text | str]]) -> Table:
    """Return lines whose first part stands in front of a column in which the second wraps."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for first, second in lines:
        table.add_row("", first, second)
    return table


def flowing(parts: Iterable[Text], width: int) -> list[Text]:
    """Return parts on as few lines of a width as they need, none of them broken."""
    lines: list[Text] = []
    for part in parts:
        if lines and lines[-1].cell_len + len(_BETWEEN) + part.cell_len <= width:
            lines[-1].append(_BETWEEN).append_text(part)
        else:
            lines.append(part.copy())
    return lines
