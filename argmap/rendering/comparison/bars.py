"""Diverging bars: for each claim who is for, to the right, and who is against, to the left; the most divisive on top."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.divisiveness import ClaimBalance
from argmap.layout.metrics import Ruler
from argmap.layout.wrapping import wrap
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row, titled
from argmap.rendering.comparison.naming import Naming, scope_line
from argmap.rendering.paths import number
from argmap.words import Stance

_SIZE: Final = 12
_CLAIM_ROOM: Final = 340
_MOST: Final = 40
"""Claims in one picture."""
_SIDE: Final = 200
"""The longest a side gets, in points."""
_BAR: Final = 14


def shown_balances(balances: Sequence[ClaimBalance]) -> tuple[ClaimBalance, ...]:
    """Return the claims on which at least two take a position: the most divisive first, then the most uniting."""
    several = [balance for balance in balances if balance.positions > 1]
    return tuple(sorted(several, key=lambda one: (-one.divisiveness, -len(one.supporting), -one.positions)))[:_MOST]


def bars_figure(comparison: Comparison, naming: Naming, pen: Pen) -> Figure:
    """Return the balance of the claims on which at least two take a position."""
    say = naming.catalogue.say
    shown = shown_balances(comparison.balances)
    left_most = max((len(one.opposing) + len(one.opposing_derived) for one in shown), default=0)
    right_most = max((len(one.supporting) for one in shown), default=0)
    unit = min(18.0, _SIDE / max(left_most, right_most, 1))
    axis = MARGIN + _CLAIM_ROOM + 34 + unit * left_most
    sides = axis + unit * right_most + 40
    width = sides + 150 + MARGIN
    captions = (
        pen.text(MARGIN, 42, say("comparison.bars"), 20, bold=True),
        pen.text(MARGIN, 62, scope_line(comparison, naming), 12, ink=Ink.QUIET),
    )
    parts = [
        pen.text(axis - 8, 96, say("stance.against"), 11, ink=Ink.QUIET, anchor="end"),
        pen.text(axis + 8, 96, say("stance.for"), 11, ink=Ink.QUIET),
        pen.text(sides, 96, say("comparison.neither"), 11, ink=Ink.QUIET),
        pen.text(width - MARGIN, 96, say("comparison.divisiveness"), 11, ink=Ink.QUIET, anchor="end"),
    ]
    y = 106.0
    for balance in shown:
        words = naming.claim(balance.claim)
        lines = [line for line, _ in wrap(words.words, _CLAIM_ROOM, Ruler(_SIZE).__getitem__)]
        height = max(24.0, 9 + 15 * len(lines))
        parts.append(pen.line(f"M{MARGIN} {number(y)}H{number(width - MARGIN)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.35"'))
        parts.append(pen.lines(MARGIN, y + 9 + _SIZE * 0.7, lines, _SIZE, language=words.language))
        parts += _sides(comparison, naming, pen, balance, axis, y + height / 2, unit)
        parts += _neither(pen, balance, sides, y + height / 2)
        split = naming.catalogue.number(balance.divisiveness, 2)
        parts.append(pen.text(width - MARGIN, y + height / 2 + 4, split, 11, anchor="end"))
        y += height
    parts.append(pen.line(f"M{number(axis)} 102V{number(y)}", Ink.TEXT, 1))
    keys = [
        (pen.box(2, 3, 14, 12, fill=Ink.FOR), say("comparison.one_party_for")),
        (pen.box(2, 3, 14, 12, fill=Ink.AGAINST), say("comparison.one_party_against")),
    ]
    if any(one.opposing_derived for one in shown):
        keys.append((_hollow(pen, 2, 3, 14, 12), say("comparison.derived")))
    legend, taken = legend_row(pen, y + 16, width - MARGIN, keys)
    return Figure(
        name="bars",
        title=say("comparison.bars"),
        description=say("comparison.bars_lead"),
        language=naming.catalogue.language,
        width=width,
        height=y + 16 + taken + MARGIN - 8,
        captions=captions,
        parts=(*parts, *legend),
    )


def _sides(  # noqa: PLR0913, PLR0917 - a balance and where its bars stand
    comparison: Comparison, naming: Naming, pen: Pen, balance: ClaimBalance, axis: float, middle: float, unit: float
) -> Iterator[str]:
    def names(parties: Sequence[str]) -> str:
        return ", ".join(naming.party(comparison.parties[party]).words for party in parties)

    top, say = middle - _BAR / 2, naming.catalogue.say
    left = axis - unit * len(balance.opposing)
    hollow = left - unit * len(balance.opposing_derived)
    blocks = [pen.box(axis + unit * place + 1, top, unit - 1.5, _BAR, fill=Ink.FOR) for place in range(len(balance.supporting))]
    if blocks:
        yield titled("".join(blocks), say("holders.for", names=names(balance.supporting)))
        yield pen.text(axis + unit * len(balance.supporting) + 6, middle + 4, str(len(balance.supporting)), 11)
    blocks = [pen.box(left + unit * place + 0.5, top, unit - 1.5, _BAR, fill=Ink.AGAINST) for place in range(len(balance.opposing))]
    if blocks:
        yield titled("".join(blocks), say("holders.against", names=names(balance.opposing)))
    blocks = [
        _hollow(pen, hollow + unit * place + 1, top + 0.5, unit - 2.5, _BAR - 1) for place in range(len(balance.opposing_derived))
    ]
    if blocks:
        yield titled("".join(blocks), f"{say('comparison.derived')}: {names(balance.opposing_derived)}")
    if hollow < axis:
        yield pen.text(hollow - 6, middle + 4, str(len(balance.opposing) + len(balance.opposing_derived)), 11, anchor="end")


def _hollow(pen: Pen, x: float, y: float, width: float, height: float) -> str:
    return pen.box(x, y, width, height, stroke=Ink.AGAINST, attributes=' stroke-dasharray="2.2 1.7" stroke-width="1.3"')


def _neither(pen: Pen, balance: ClaimBalance, x: float, middle: float) -> Iterator[str]:
    for stance, parties in ((Stance.MIXED, balance.mixed), (Stance.NEUTRAL, balance.neutral)):
        if parties:
            yield pen.mark(stance, x + 7, middle)
            yield pen.text(x + 18, middle + 4, str(len(parties)), 11)
            x += 36
