"""Statements → what was said: who took which stance on which claim, and whether it still counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.comparison.arrays import NOTHING, integers
from argmap.comparison.dates import first_day, last_day
from argmap.comparison.record.events import Events
from argmap.comparison.record.parties import Party, parties_of, rows_of
from argmap.comparison.request import By, Request
from argmap.graph import Graph, Statement
from argmap.standing import Ends, endings
from argmap.words import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was said about claims, in canonical order, with who said it."""

    parties: Mapping[str, Party]
    events: Events
    inferences: Events
    """Stances on arguments, which are none on claims: an event whose `claim` is the argument."""
    left_out: int
    """How many statements have no date, or too vague a one, for the period that was asked for."""


class _Spoken(NamedTuple):
    """Who speaks: of each event its statement, its row, and the speakers who belong to the row."""

    statements: Sequence[Statement]
    statement: Sequence[int]
    rows: Sequence[str]
    actors: Sequence[tuple[str, ...]] | None
    """None where every row is an actor."""


def record(graph: Graph, files: Collection[str], nodes: Collection[str], request: Request) -> Record:
    """Return what some files say about some claims and arguments in the period of a request.

    A statement counts for each of its speakers, not for who passes it on. Statements about evidence are statements about
    claims; those about arguments are not. What lies outside the period is as if it had not been said: it neither counts nor
    takes back.
    """
    inside = _in_period(graph, files, request)
    statements = [statement for statement in graph.statements.values() if inside.get(statement.source)]
    ends = endings(statements)
    about = [statement for statement in statements if statement.target in nodes and statement.act is not Act.RETRACT]
    said = _spoken(graph, [statement for statement in about if statement.target_kind != "argument"], request.by)
    inferred = _spoken(graph, [statement for statement in about if statement.target_kind == "argument"], request.by)
    parties = parties_of(graph, _members(said) | _members(inferred), request.by)
    unclear = {source for source, lies_inside in inside.items() if lies_inside is None}
    return Record(
        parties=parties,
        events=_events(graph, said, tuple(parties), tuple(graph.claims), ends),
        inferences=_events(graph, inferred, tuple(parties), tuple(graph.arguments), ends),
        left_out=sum(one.source in unclear and one.target in nodes for one in graph.statements.values()) if unclear else 0,
    )


def _in_period(graph: Graph, files: Collection[str], request: Request) -> Mapping[str, bool | None]:
    """For each file whether its date lies in the period; None where it has none or one that does not tell."""
    since = first_day(request.since) if request.since else None
    until = last_day(request.until) if request.until else None

    def lies_inside(date: str | None) -> bool | None:
        if since is None and until is None:
            return True
        if date is None:
            return None
        first, last = first_day(date), last_day(date)
        if (since is not None and last < since) or (until is not None and first > until):
            return False
        vague = (since is not None and first < since) or (until is not None and last > until)
        return None if vague else True

    return {source.id: lies_inside(source.date) for source in graph.sources.values() if source.id in files}


def _spoken(graph: Graph, statements: Sequence[Statement], by: By) -> _Spoken:
    if by is By.ACTOR:
        speakers = [statement.actors for statement in statements]
        owners = [place for place, actors in enumerate(speakers) for _ in actors]
        return _Spoken(statements, owners, [actor for actors in speakers for actor in actors], None)
    found = [
        (place, row, actors) for place, statement in enumerate(statements) for row, actors in rows_of(graph, statement, by).items()
    ]
    return _Spoken(statements, [one[0] for one in found], [one[1] for one in found], [one[2] for one in found])


def _members(spoken: _Spoken) -> set[tuple[str, tuple[str, ...]]]:
    """The rows, with actors in them."""
    return (
        {(row, (row,)) for row in set(spoken.rows)} if spoken.actors is None else set(zip(spoken.rows, spoken.actors, strict=True))
    )


def _events(graph: Graph, spoken: _Spoken, parties: Sequence[str], claims: Sequence[str], ends: Ends) -> Events:
    row_at = {row: place for place, row in enumerate(parties)}
    claim_at = {claim: place for place, claim in enumerate(claims)}
    source_at = {source: place for place, source in enumerate(graph.sources)}
    enders, ended = _ended(spoken, ends)
    statement = integers(spoken.statement)
    return Events(
        statements=spoken.statements,
        parties=parties,
        claims=claims,
        sources=tuple(graph.sources),
        dates=[source.date for source in graph.sources.values()],
        enders=enders,
        statement=statement,
        party=integers([row_at[row] for row in spoken.rows]),
        claim=integers([claim_at[one.target] for one in spoken.statements])[statement],
        source=integers([source_at[one.source] for one in spoken.statements])[statement],
        ended=integers(ended),
        actors=spoken.actors,
    )


def _ended(spoken: _Spoken, ends: Ends) -> tuple[tuple[str, ...], list[int]]:
    """The statements that end others, and which of them ends each event: where several actors stand behind it, once all went."""
    ended = [NOTHING] * len(spoken.statement)
    gone = {name for name, _ in ends}
    enders: dict[str, int] = {}
    for place, owner in enumerate(spoken.statement) if gone else ():
        name = spoken.statements[owner].id
        if name not in gone:
            continue
        actors = (spoken.rows[place],) if spoken.actors is None else spoken.actors[place]
        endings_of = [ends.get((name, actor)) for actor in actors]
        last = endings_of[-1]
        if last is not None and None not in endings_of:
            ended[place] = enders.setdefault(last, len(enders))
    return tuple(enders), ended
