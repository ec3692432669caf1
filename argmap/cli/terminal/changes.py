"""Who changed his mind, and which evidence is left unanswered."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from argmap.cli.terminal.writing import Teller, hanging, heading, mark
from argmap.comparison.grounds import Ground
from argmap.comparison.shifts import Shift, ShiftKind
from argmap.graph import Statement

_MOST_CHANGES: Final = 10
_MOST_GROUNDS: Final = 12


def changes(teller: Teller) -> Iterator[RenderableType]:
    """Yield who changed his mind about what, step by step, in his words."""
    by_line: dict[tuple[str, str], list[Shift]] = {}
    for shift in teller.comparison.shifts:
        by_line.setdefault((shift.actor, shift.claim), []).append(shift)
    if not by_line:
        return
    yield heading(teller.say("changes"))
    for (actor, claim), steps in list(by_line.items())[:_MOST_CHANGES]:
        yield Text.assemble((teller.naming.actor(actor).words, "bold"), f": {teller.claim(claim)}")
        yield hanging(_steps(teller, steps))
    if len(by_line) > _MOST_CHANGES:
        yield Text(teller.count("more_like_that", len(by_line) - _MOST_CHANGES), style="dim")


def _steps(teller: Teller, steps: list[Shift]) -> Iterator[tuple[Text, Text]]:
    date = teller.naming.date
    first = steps[0]
    yield Text(date(first.date_before), style="dim"), _said(teller, first.earlier[-1], mark(first.before))
    for step in steps:
        when = Text(date(step.date_after), style="dim")
        match step.kind:
            case ShiftKind.RETRACTED:
                yield when, _said(teller, step.later[-1], Text(teller.say("retracts"), style="bold"))
            case ShiftKind.REPLACED | ShiftKind.MOVED:
                sign = mark(step.after) if step.after else Text("")
                if step.claim_after != step.claim and step.claim_after in teller.comparison.graph.claims:
                    sign = Text.assemble(teller.say("instead"), " ", sign, f" {teller.claim(step.claim_after)}")
                yield when, _said(teller, step.later[-1], sign)


def _said(teller: Teller, statement: Statement, sign: Text) -> Text:
    return Text.assemble(sign, " ", teller.quote(statement))


def evidence(teller: Teller) -> Iterator[RenderableType]:
    """Yield the evidence that nobody answers, and then that which somebody does, by who rests a stance on it."""
    grounds = [ground for ground in teller.comparison.grounds if ground.evidence]
    # What a party infers itself comes before what only the annotator reads into it.
    order = {party: place for place, party in enumerate(teller.comparison.parties)}
    in_order = sorted(grounds, key=lambda ground: (not ground.own, order[ground.party]))
    for key, answered in (("unanswered", False), ("answered", True)):
        found = [ground for ground in in_order if ground.answered is answered]
        if not found:
            continue
        yield heading(teller.say(key), teller.say("of_all", count=len(found), all=len(grounds)))
        for (party, own), theirs in groupby(found[:_MOST_GROUNDS], key=lambda ground: (ground.party, ground.own)):
            reading = "" if own else f"  {teller.naming.catalogue.say('relation.annotator')}"
            yield Text.assemble((teller.party(party), "bold"), (reading, "dim"))
            yield from (ground_in_words(teller, ground) for ground in theirs)
        if len(found) > _MOST_GROUNDS:
            yield Text(teller.count("more_like_that", len(found) - _MOST_GROUNDS), style="dim")


def ground_in_words(teller: Teller, ground: Ground) -> RenderableType:
    """Return what a reason consists of, what it bears on, and how others answer it."""
    claims = teller.comparison.graph.claims
    lines: list[tuple[Text | str, Text | str]] = [
        ("▫" if claims[premise].evidence else "•", teller.claim(premise)) for premise in ground.premises
    ]
    bears = teller.say(f"bears.{ground.relation}")
    lines.append((Text("→", style="dim"), Text(f"{bears} {teller.claim(ground.claim)}", style="dim")))
    for answer in ground.answers:
        others = [party for party in (*answer.drawn_by, *answer.stated_by) if party != ground.party]
        if others:
            words = Text.assemble((teller.parties(dict.fromkeys(others)), "bold"), f": {teller.say(f'answer.{answer.kind}')}")
            if answer.argument is not None:
                premises = teller.comparison.graph.arguments[answer.argument].premises
                words.append(" " + " ".join(teller.claim(premise) for premise in premises))
            lines.append((Text("✗", style="red"), words))
    return hanging(lines)
