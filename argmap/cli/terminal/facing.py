"""Two parties face to face: what they say, in their words, and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from argmap.cli.terminal.changes import ground_in_words
from argmap.cli.terminal.writing import DERIVED, Teller, hanging, heading, mark
from argmap.comparison.facing import FaceToFace, Shared
from argmap.comparison.grounds import Clash, Ground
from argmap.comparison.positions.said import Position
from argmap.words import Stance


def face_to_face_words(teller: Teller, facing: FaceToFace) -> Iterator[RenderableType]:
    """Yield everything in which two rows can be compared."""
    yield Text.assemble("\n", (f"{teller.party(facing.first)} – {teller.party(facing.second)}", "bold underline"))
    yield _agreement(teller, facing)
    for key, shared in (
        ("facing.agree", facing.agree),
        ("facing.conflict", facing.conflict),
        ("facing.differ", facing.differ),
        ("facing.conditional", facing.conditional),
    ):
        if shared:
            yield heading(teller.say(key))
            yield _heads(teller, facing)
            yield from _side_by_side(teller, shared)
    if facing.oppositions:
        yield heading(teller.say("facing.derived"), teller.say("facing.derived.aside"))
        yield _heads(teller, facing)
        for one in facing.oppositions:
            if one.question is not None:
                yield Text(teller.naming.question(one.question).words, style="bold")
            sides = (one.first_claim, one.first_events), (one.second_claim, one.second_events)
            yield _columns(
                Group(
                    Text.assemble(mark(Stance.FOR), f" {teller.claim(claim)}"),
                    *(teller.quote(event.statement, dated=True) for event in events),
                )
                for claim, events in sides
            )
    for party, positions in ((facing.first, facing.only_first), (facing.second, facing.only_second)):
        if positions:
            yield heading(teller.say("facing.only", name=teller.party(party)))
            yield hanging(line for position in positions for line in _position(teller, position))
    if facing.clashes:
        yield heading(teller.say("facing.clashes"))
        yield hanging(_clash(teller, clash, facing) for clash in facing.clashes)
    for party, grounds in ((facing.first, facing.first_grounds), (facing.second, facing.second_grounds)):
        yield from _grounds(teller, party, grounds)


def _agreement(teller: Teller, facing: FaceToFace) -> Text:
    pair = facing.agreement
    if pair.agreement is None:
        words = Text(teller.say("facing.nothing_shared"))
    else:
        words = Text.assemble((teller.number(pair.agreement), "bold"), f" {teller.count('facing.over', pair.shared)}")
        if not pair.enough:
            words.append(f"; {teller.naming.catalogue.say('comparison.too_little')}")
    if pair.derived:
        words.append(f"  {DERIVED} {teller.count('derived', pair.derived)}", style="red")
    return words


def _heads(teller: Teller, facing: FaceToFace) -> Table:
    return _columns(Text(teller.party(party), style="dim") for party in (facing.first, facing.second))


def _side_by_side(teller: Teller, shared: Sequence[Shared]) -> Iterator[RenderableType]:
    for pair in shared:
        yield Text(teller.claim(pair.claim), style="bold")
        yield _columns(Group(*teller.quotes(position)) for position in (pair.first, pair.second))


def _columns(sides: Iterable[RenderableType]) -> Table:
    table = Table.grid(padding=(0, 3, 0, 2), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*sides)
    return table


def _position(teller: Teller, position: Position) -> Iterator[tuple[Text | str, Text | str]]:
    yield mark(position.stance or Stance.NEUTRAL), teller.claim(position.claim)
    for event in position.events[:2]:
        yield "", teller.quote(event.statement, dated=True)


def _clash(teller: Teller, clash: Clash, facing: FaceToFace) -> tuple[Text | str, Text | str]:
    attacks = facing.first in clash.attacking and facing.second in clash.defending
    one = facing.first if attacks else facing.second
    premises = " ".join(teller.claim(premise) for premise in clash.premises)
    argument = teller.comparison.graph.arguments.get(clash.target)
    target = " ".join(teller.claim(premise) for premise in argument.premises) if argument else teller.claim(clash.target)
    key = "facing.undercuts" if argument else "facing.attacks"
    words = Text.assemble((f"{teller.party(one)}: ", "bold"), premises, (f" {teller.say(key)} ", "bold"), target)
    if one not in clash.drawn_by:
        words.append(f"  {teller.naming.catalogue.say('relation.annotator')}", style="dim")
    return Text("✗", style="red"), words


def _grounds(teller: Teller, party: str, grounds: Sequence[Ground]) -> Iterator[RenderableType]:
    found = sorted((ground for ground in grounds if ground.evidence), key=lambda ground: not ground.own)
    if not found:
        return
    yield heading(teller.say("facing.grounds", name=teller.party(party)))
    for own, theirs in groupby(found, key=lambda ground: ground.own):
        if not own:
            yield Text(f"  {teller.naming.catalogue.say('relation.annotator')}:", style="dim")
        yield from (ground_in_words(teller, ground) for ground in theirs)
