"""Who stands where: claims down, parties across, a question at a time; and who is of two minds, in his own words."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from argmap.cli.terminal.writing import CONDITIONAL, DERIVED, SILENT, STYLES, Teller, flowing, hanging, heading, mark
from argmap.comparison.positions.questions import QuestionPosition
from argmap.comparison.positions.said import Position
from argmap.words import QuestionKind, Stance

_LEAST_TEXT: Final = 36
"""Characters that a claim gets at least; what is left is for parties."""
_LETTERS: Final = ascii_uppercase + ascii_lowercase
_MOST_CLAIMS: Final = 60
_FEW_CLAIMS: Final = 20
"""So few claims are all shown."""
_MOST_MINDS: Final = 6


def stances(teller: Teller, width: int) -> Iterator[RenderableType]:
    """Yield the matrix of stances, who its parties are, and what its marks mean."""
    groups, left_out = _groups(teller)
    claims = [claim for _, found in groups for claim in found]
    parties = _parties(teller, claims, max(1, min(len(_LETTERS), (width - _LEAST_TEXT) // 2)))
    if not parties:
        return
    letters = dict(zip(parties, _LETTERS, strict=False))
    yield heading(teller.say("stances"))
    names = [_lettered(teller, party, letter) for party, letter in letters.items()]
    yield Columns(names, padding=(0, 2), column_first=True)
    if len(teller.comparison.parties) > len(parties):
        yield Text(teller.count("more_parties", len(teller.comparison.parties) - len(parties)), style="dim")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(max_width=width - 2 * len(parties), overflow="fold")
    for _ in parties:
        table.add_column(width=1)
    for question, found in groups:
        table.add_row("")
        others = "all_other_claims" if _all_shown(teller) else "other_claims"
        title = teller.naming.question(question).words if question else teller.say(others)
        table.add_row(Text(title, style="bold"), *(Text(letter, style="dim") for letter in letters.values()))
        for claim in found:
            table.add_row(_label(teller, claim), *(_cell(teller, party, claim) for party in parties))
        if question is not None and teller.comparison.graph.questions[question].kind is QuestionKind.CHOICE:
            table.add_row(*_on_question(teller, question, parties))
    yield table
    if left_out:
        yield Text(f"\n{teller.count('more_claims', left_out)}", style="dim")
    yield _legend(teller, width)


def two_minds(teller: Teller) -> Iterator[RenderableType]:
    """Yield who holds rival answers to one question, or is for and against a claim at a time, with the words for both."""
    found = [(one, sides) for one in teller.comparison.question_positions.taking(Stance.MIXED) if (sides := _both_sides(one))]
    if not found:
        return
    yield heading(teller.say("two_minds"))
    for one, sides in found[:_MOST_MINDS]:
        yield Text.assemble((teller.party(one.party), "bold"), f": {teller.naming.question(one.question).words}")
        yield hanging(line for position in sides for line in _words(teller, position))
    if len(found) > _MOST_MINDS:
        yield Text(teller.count("more_like_that", len(found) - _MOST_MINDS), style="dim")


def _both_sides(one: QuestionPosition) -> list[Position]:
    """The positions that pull against each other; none where a party has only moved from one to another, which is told apart."""
    mixed = [position for position in one.positions if position.stance is Stance.MIXED and not _moved(position)]
    held = [position for position in one.positions if position.stance is Stance.FOR]
    return mixed or (held if len(held) > 1 else [])


def _moved(position: Position) -> bool:
    return position.latest is not Stance.MIXED and len({event.date for event in position.events}) > 1


def _words(teller: Teller, position: Position) -> Iterator[tuple[Text, Text]]:
    yield mark(position.stance or Stance.NEUTRAL), Text(teller.claim(position.claim))
    for quote in teller.quotes(position):
        yield Text(""), quote


def _groups(teller: Teller) -> tuple[list[tuple[str | None, list[str]]], int]:
    """Claims by question, then the others: all of few, of many those on which several speak; and how many are not among them."""
    comparison = teller.comparison
    count = {balance.claim: balance.positions - len(balance.opposing_derived) for balance in comparison.balances}
    answers = [claim for claim in count if comparison.graph.claims[claim].answers]
    several = 1 if _all_shown(teller) else 2
    others = [claim for claim in count if not comparison.graph.claims[claim].answers and count[claim] >= several]
    most = sorted((*answers, *others), key=lambda claim: -count[claim])[:_MOST_CLAIMS]
    shown = set(most)
    groups: list[tuple[str | None, list[str]]] = []
    for question in comparison.graph.questions:
        found = [claim for claim in answers if claim in shown and question in comparison.graph.claims[claim].answers]
        if found:
            groups.append((question, found))
    rest = [claim for claim in others if claim in shown]
    if rest:
        groups.append((None, rest))
    return groups, len(count) - len(shown)


def _lettered(teller: Teller, party: str, letter: str) -> Table:
    """Return the name of a row behind its letter; a name of several lines hangs from its first."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(Text(letter, style="bold"), Text.assemble(teller.party(party), (f"  {teller.short[party]}", "dim")))
    return table


def _all_shown(teller: Teller) -> bool:
    return len(teller.comparison.balances) <= _FEW_CLAIMS


def _parties(teller: Teller, claims: Sequence[str], most: int) -> list[str]:
    """Who takes a position on any of the claims, in an order in which blocks show; of too many those with the most positions."""
    count = dict.fromkeys(teller.comparison.blocks[0], 0)
    wanted = set(claims)
    for _, (party, claim), _ in teller.comparison.positions.taken():
        count[party] += claim in wanted
    speaking = [party for party, number in count.items() if number]
    kept = set(sorted(speaking, key=lambda party: -count[party])[:most])
    return [party for party in speaking if party in kept]


def _label(teller: Teller, claim: str) -> RenderableType:
    evidence = "▫ " if teller.comparison.graph.claims[claim].evidence else ""
    return Padding(Text(f"{evidence}{teller.claim(claim)}"), (0, 0, 0, 2))


def _cell(teller: Teller, party: str, claim: str) -> Text:
    position = teller.comparison.positions.get((party, claim))
    if position is not None and position.stance is not None:
        return _stance(position)
    if (party, claim) in teller.comparison.derived:
        return Text(DERIVED, style="red")
    return Text(SILENT, style="dim")


def _stance(position: Position) -> Text:
    stance = position.stance or Stance.NEUTRAL
    if position.conditional and stance in CONDITIONAL:
        return Text(CONDITIONAL[stance], style=STYLES[stance])
    return mark(stance)


def _on_question(teller: Teller, question: str, parties: Sequence[str]) -> list[Text]:
    held = {one.party: one.stance for one in teller.comparison.question_positions.on(question)}
    marks = [mark(held[party]) if party in held else Text(SILENT, style="dim") for party in parties]
    return [Text(f"  {teller.say('on_question')}", style="dim", justify="right"), *marks]


def _legend(teller: Teller, width: int) -> RenderableType:
    say = teller.naming.catalogue.say
    parts = [Text.assemble(mark(stance), f" {say(f'stance.{stance}')}") for stance in Stance]
    conditional = Text(" ").join(Text(sign, style=STYLES[stance]) for stance, sign in CONDITIONAL.items())
    parts.append(Text.assemble(conditional, f" {say('legend.conditional')}"))
    if teller.comparison.request.derived:
        parts.append(Text.assemble((DERIVED, "red"), f" {say('comparison.derived')}"))
    parts.append(Text(f"▫ {say('legend.evidence')}"))
    return Group(Text(""), *flowing(parts, width))
