"""Debates written down in short, and debates at random, as graphs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, permutations
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st

from argmap.comparison.positions.said import Positions
from argmap.comparison.record.statements import record
from argmap.comparison.request import Request
from argmap.graph import Actor, Annotator, Argument, Claim, Graph, Question, Source, Statement
from argmap.words import Act, ActorKind, ArgumentRelation, QuestionKind, Stance

MARKS: Final = MappingProxyType({"+": Stance.FOR, "-": Stance.AGAINST, "±": Stance.MIXED, "○": Stance.NEUTRAL})
BOOK: Final = "book"


@dataclass(frozen=True)
class Said:
    """One statement in short."""

    by: str
    """Actors, separated by spaces."""
    what: str
    """A mark and a claim, such as `+a`, or an argument, such as `+a>b`."""
    date: str | None = "2025-01-01"
    source: str = "news"
    """Sources of one name and several dates are several sources."""
    given: str | None = None
    id: str | None = None
    replaces: str | None = None
    act: Act = Act.ASSERT
    affiliation: str | None = None
    annotator: str | None = None


def said(by: str, what: str, date: str | None = "2025-01-01", **fields: object) -> Said:
    """Return a statement in short."""
    return Said(by, what, date, **fields)  # type: ignore[arg-type]


def debate(  # noqa: PLR0913 - one argument a part of a graph
    *statements: Said,
    choices: Mapping[str, str] = MappingProxyType({}),
    opens: Mapping[str, str] = MappingProxyType({}),
    contraries: Iterable[str] = (),
    arguments: Iterable[str] = (),
    evidence: str = "",
    kinds: Mapping[str, ActorKind] = MappingProxyType({}),
    offices: Mapping[str, str] = MappingProxyType({}),
    outlets: Mapping[str, str] = MappingProxyType({}),
) -> Graph:
    """Return a graph of statements, its claims in order of the alphabet.

    Args:
        statements: what was said; canonical order is by date, source and place in the list.
        choices: answers, separated by spaces, of questions of which the answers are rivals.
        opens: the same of questions of which the answers add up.
        contraries: pairs of claims, `a b`.
        arguments: `a+b>c` supports, `a+b!c` attacks, `a+b/c>d` undercuts.
        evidence: the claims that are evidence.
        kinds: of actors who are no persons.
        offices: whom actors belong to.
        outlets: of sources.
    """
    inferences = {argument.id: argument for argument in map(_argument, arguments)}
    names = {one.what[1:] for one in statements} - {name.partition("/")[2] for name in inferences}
    for words in (*choices.values(), *opens.values(), *contraries):
        names.update(words.split())
    for argument in inferences.values():
        names.update(name.partition("/")[2] for name in (*argument.premises, argument.target) if name not in inferences)
    answers: dict[str, list[str]] = {name: [] for name in names}
    for question, words in (*choices.items(), *opens.items()):
        for name in words.split():
            answers[name].append(f"{BOOK}/{question}")
    people = dict.fromkeys(
        name for one in statements for name in (*one.by.split(), *([one.affiliation] if one.affiliation else []))
    ) | dict.fromkeys((*offices, *offices.values(), *outlets.values()))
    claims = {
        f"{BOOK}/{name}": Claim(
            id=f"{BOOK}/{name}",
            file=BOOK,
            text={"en": f"Claim {name}."},
            answers=tuple(answers[name]),
            evidence=name in evidence.split(),
        )
        for name in sorted(names)
    }
    order = sorted(statements, key=lambda one: (one.date or "", _source_id(one)))
    return Graph(
        sources={source.id: source for source in _sources(order, outlets)},
        actors={f"{BOOK}/{name}": _actor(name, kinds, offices) for name in sorted(people)},
        questions={
            f"{BOOK}/{name}": Question(id=f"{BOOK}/{name}", file=BOOK, text={"en": f"{name}?"}, kind=kind)
            for found, kind in ((choices, QuestionKind.CHOICE), (opens, QuestionKind.OPEN))
            for name in found
        },
        claims=claims,
        arguments=inferences,
        statements={
            statement.id: statement
            for _, group in groupby(order, key=_source_id)
            for statement in _statements(list(group), inferences)
        },
        contraries=tuple(tuple(f"{BOOK}/{name}" for name in sorted(pair.split())) for pair in contraries),  # type: ignore[misc]
    )


def _actor(name: str, kinds: Mapping[str, ActorKind], offices: Mapping[str, str]) -> Actor:
    office = f"{BOOK}/{offices[name]}" if name in offices else None
    kind = kinds.get(name, ActorKind.PERSON)
    return Actor(id=f"{BOOK}/{name}", file=BOOK, name={"en": name.title()}, kind=kind, affiliation=office)


def _source_id(one: Said) -> str:
    date = f"-{one.date}" if one.date else ""
    return f"{one.source}{date}" + (f"@{one.annotator}" if one.annotator else "")


def _sources(statements: Sequence[Said], outlets: Mapping[str, str]) -> Iterable[Source]:
    for name, one in {_source_id(one): one for one in statements}.items():
        yield Source(
            id=name,
            file=name,
            title={"en": name},
            date=one.date,
            outlet=f"{BOOK}/{outlets[one.source]}" if one.source in outlets else None,
            annotator=Annotator(id=one.annotator) if one.annotator else None,
        )


def _statements(group: Sequence[Said], inferences: Mapping[str, Argument]) -> Iterable[Statement]:
    for position, one in enumerate(group):
        target = f"{BOOK}/{one.what[1:]}"
        yield Statement(
            id=f"{_source_id(one)}/{one.id or position}",
            file=_source_id(one),
            source=_source_id(one),
            position=position,
            actors=tuple(f"{BOOK}/{name}" for name in one.by.split()),
            target=target,
            target_kind="argument" if target in inferences else "claim",
            stance=MARKS[one.what[0]],
            act=one.act,
            given={"en": one.given} if one.given else None,
            replaces=one.replaces,
            affiliation=f"{BOOK}/{one.affiliation}" if one.affiliation else None,
        )


_SIGNS: Final = MappingProxyType({"/": ArgumentRelation.UNDERCUT, ">": ArgumentRelation.SUPPORT, "!": ArgumentRelation.ATTACK})


def _argument(words: str) -> Argument:
    sign = next(sign for sign in _SIGNS if sign in words)
    premises, _, target = words.partition(sign)
    return Argument(
        id=f"{BOOK}/{words}",
        file=BOOK,
        relation=_SIGNS[sign],
        premises=tuple(f"{BOOK}/{premise}" for premise in premises.split("+")),
        target=f"{BOOK}/{target}",
    )


def positions(graph: Graph, request: Request | None = None) -> Positions:
    """Return the positions of a graph, everything taken."""
    asked = request or Request()
    said_in_it = record(graph, frozenset(graph.sources), {*graph.claims, *graph.arguments}, asked)
    return Positions(said_in_it.events, asked.duplicates)


def local(name: str) -> str:
    """Return an id without its file."""
    return name.partition("/")[2]


ACTORS: Final = "uvwxyz"
CLAIMS: Final = "abcde"
DATES: Final = ("2024-12-31", "2025-01", "2025-01-01", "2025-03-09", "2025", None)


# Made once, and each drawn at once: what is drawn piece by piece takes longer than what is tested with it.
_BY: Final = st.sampled_from([" ".join(names) for count in (1, 2) for names in permutations(ACTORS, count)])
_WHAT: Final = st.sampled_from([mark + claim for mark in MARKS for claim in CLAIMS])
_DATE: Final = st.sampled_from(DATES)
_SOURCE: Final = st.sampled_from(("news", "post"))
_GIVEN: Final = st.sampled_from((None, None, "rain", "snow"))
_ACT: Final = st.sampled_from((Act.ASSERT, Act.ASSERT, Act.CONCEDE, Act.RETRACT))
_ANSWERS: Final = st.sampled_from([" ".join(names) for count in range(5) for names in combinations(CLAIMS, count)])
_PAIRS: Final = [" ".join(pair) for pair in combinations(CLAIMS, 2)]
_CONTRARIES: Final = st.sampled_from([pairs for count in range(3) for pairs in combinations(_PAIRS, count)])


@st.composite
def debates(draw: st.DrawFn, most: int = 8, *, conditions: bool = True) -> Graph:
    """Return a debate at random: several sources, contraries, choices of which answers overlap, changes of mind, conditions."""
    statements = [
        Said(
            by=draw(_BY),
            what=draw(_WHAT),
            date=draw(_DATE),
            source=draw(_SOURCE),
            given=draw(_GIVEN) if conditions else None,
            act=draw(_ACT),
            id=f"s{number}",
        )
        for number in range(draw(st.integers(0, most)))
    ]
    names = st.sampled_from((None, None, None, *(f"{_source_id(one)}/{one.id}" for one in statements)))
    return debate(
        *(_with(one, draw(names)) for one in statements),
        choices={"q": draw(_ANSWERS), "r": draw(_ANSWERS)},
        opens={"o": draw(_ANSWERS)},
        contraries=draw(_CONTRARIES),
    )


def _with(one: Said, replaces: str | None) -> Said:
    return Said(one.by, one.what, one.date, one.source, one.given, one.id, replaces, one.act)
