"""Who agrees, what splits, what unites, and who stands together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from argmap.cli.terminal.writing import DERIVED, SILENT, Teller, hanging, heading, mark
from argmap.comparison.divisiveness import ClaimBalance, most_divisive, most_uniting
from argmap.comparison.pairs.agreement import Agreement
from argmap.words import Stance

_MOST_PAIRS: Final = 6
_MOST_CLAIMS: Final = 6


def agreement(teller: Teller) -> Iterator[RenderableType]:
    """Yield who agrees most and least, of those with enough in common, and who opposes whom without sharing claims."""
    pairs = teller.comparison.agreements
    if not len(pairs):
        return
    yield heading(teller.say("agreement"), teller.say("agreement.measure"))
    ranked = pairs.ranked
    several = len(ranked) > 2 * _MOST_PAIRS
    top = ranked[:_MOST_PAIRS] if several else ranked
    if len(ranked):
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(justify="right", min_width=6)
        table.add_column()
        table.add_column(overflow="fold")
        for pair in top:
            table.add_row(*_pair(teller, pair))
        if several:
            table.add_row(Text("…", style="dim"))
            for pair in reversed(pairs.farthest[:_MOST_PAIRS]):
                table.add_row(*_pair(teller, pair))
        yield table
    if len(pairs) > len(ranked):
        yield Text(teller.count("too_little", len(pairs) - len(ranked)), style="dim")
    if len(pairs.opposed):
        yield Text(teller.say("opposed"))
        yield hanging((Text(DERIVED, style="red"), _opposition(teller, pair)) for pair in pairs.opposed[:_MOST_PAIRS])
        if len(pairs.opposed) > _MOST_PAIRS:
            yield Text(f"  {teller.count('more_like_that', len(pairs.opposed) - _MOST_PAIRS)}", style="dim")


def _pair(teller: Teller, pair: Agreement) -> tuple[Text, Text, Text]:
    value = Text(teller.number(pair.agreement or 0), style="bold")
    names = Text(f"{teller.party(pair.first)} – {teller.party(pair.second)}")
    if pair.derived:
        names.append(f"  {DERIVED} {teller.count('derived', pair.derived)}", style="red")
    if pair.conditional:
        names.append(f"  {teller.count('conditional', pair.conditional)}", style="dim")
    return value, Text(f"n={pair.shared}", style="dim"), names


def _opposition(teller: Teller, pair: Agreement) -> Text:
    """Who opposes whom, and over which two claims first of all."""
    comparison = teller.comparison
    words = Text(f"{teller.party(pair.first)} – {teller.party(pair.second)}: ")
    for claim in comparison.claims:
        position = comparison.positions.get((pair.first, claim))
        if position is None or not position.counts.supporting:
            continue
        derived = comparison.derived.get((pair.second, claim))
        if derived is not None:
            rival = derived.reasons[0].claim
            sides = (teller.say("quoted", words=teller.claim(one).rstrip(".")) for one in (claim, rival))
            words.append(" ↔ ".join(sides), style="dim")
            break
    return words


def splitting(teller: Teller) -> Iterator[RenderableType]:
    """Yield the claims that split the parties most, and those that unite them."""
    balances = teller.comparison.balances
    divisive, uniting = most_divisive(balances), most_uniting(balances)
    yield heading(teller.say("splits"), teller.say("splits.measure"))
    yield from _listed(teller, divisive, lambda balance: balance.divisiveness, teller.say("splits.none"))
    yield heading(teller.say("unites"), teller.say("unites.measure"))
    yield from _listed(teller, uniting, lambda balance: balance.consensus, teller.say("unites.none"))


def _listed(
    teller: Teller, balances: Sequence[ClaimBalance], value: Callable[[ClaimBalance], float], none: str
) -> Iterator[RenderableType]:
    if not balances:
        yield Text(none, style="dim")
        return
    lines: list[tuple[Text | str, Text | str]] = []
    for balance in balances[:_MOST_CLAIMS]:
        lines.append((Text(teller.number(value(balance)), style="bold"), Text(teller.claim(balance.claim))))
        lines.append(("", _sides(teller, balance)))
    yield hanging(lines)
    if len(balances) > _MOST_CLAIMS:
        yield Text(f"  {teller.count('more_like_that', len(balances) - _MOST_CLAIMS)}", style="dim")


def _sides(teller: Teller, balance: ClaimBalance) -> Text:
    sides: Iterable[tuple[Text, Sequence[str]]] = (
        (mark(Stance.FOR), balance.supporting),
        (mark(Stance.AGAINST), balance.opposing),
        (Text(DERIVED, style="red"), balance.opposing_derived),
        (mark(Stance.MIXED), balance.mixed),
        (mark(Stance.NEUTRAL), balance.neutral),
    )
    parts = [Text.assemble(sign, f" {len(parties)}: ", (teller.parties(parties, 3), "dim")) for sign, parties in sides if parties]
    return Text("   ").join(parts)


def coalitions(teller: Teller) -> Iterator[RenderableType]:
    """Yield who stands together, and how that was found; a note says so where too little is known."""
    found = teller.comparison.coalitions
    if found is None:
        return
    method = teller.say(f"method.{found.method}")
    values = [method, f"Q = {teller.number(found.modularity)}"]
    if found.polarisation is not None:
        values.append(teller.say("polarisation", value=teller.number(found.polarisation)))
    yield heading(teller.say("coalitions"), ", ".join(values))
    yield hanging((Text(f"{number}", style="bold"), teller.parties(group, 12)) for number, group in enumerate(found.groups, 1))
    if found.outside:
        yield hanging(
            [(Text(SILENT, style="dim"), Text(teller.say("outside", names=teller.parties(found.outside, 6)), style="dim"))]
        )
