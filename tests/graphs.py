"""Small graphs at random, as a corpus of one source and one codebook gives them."""

from hypothesis import strategies as st

from argmap.graph import Actor, Argument, Claim, Graph, Question, Source, Statement
from argmap.words import Act, ActorKind, ArgumentRelation, QuestionKind, Stance

FILES = ("article", "codebook")
TAGS = ("red", "blue")

_tags = st.lists(st.sampled_from(TAGS), max_size=1).map(tuple)
_files = st.sampled_from(FILES)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph with any relations between its claims and arguments, circles and undercuts of undercuts included."""
    actors = {
        f"article/{name}": Actor(id=f"article/{name}", file="article", name={"en": name}, kind=ActorKind.PERSON) for name in "xyz"
    }
    questions = {name: _question(name, draw) for name in (f"{draw(_files)}/q{number}" for number in range(draw(st.integers(0, 2))))}
    claims = {
        name: _claim(name, tuple(questions), draw)
        for name in (f"{draw(_files)}/c{number}" for number in range(draw(st.integers(1, 5))))
    }
    arguments: dict[str, Argument] = {}
    for number in range(draw(st.integers(0, 6))):
        file = draw(_files)
        premises = draw(st.lists(st.sampled_from(tuple(claims)), min_size=1, max_size=2, unique=True))
        target = draw(st.sampled_from((*claims, *arguments)))
        relation = ArgumentRelation.UNDERCUT if target in arguments else draw(st.sampled_from(tuple(ArgumentRelation)[:2]))
        name = f"{file}/a{number}"
        arguments[name] = Argument(id=name, file=file, tags=draw(_tags), relation=relation, premises=tuple(premises), target=target)
    with_source = draw(st.booleans())
    statements = {
        statement.id: statement
        for number in range(draw(st.integers(0, 5)) if with_source else 0)
        for statement in (_statement(number, tuple(claims), tuple(arguments), draw),)
    }
    source = Source(id="article", file="article", title={"en": "An article"}, tags=draw(_tags))
    return Graph(
        sources={"article": source} if with_source else {},
        actors=actors,
        questions=questions,
        claims=claims,
        arguments=arguments,
        statements=statements,
        contraries=(),
    )


def _question(name: str, draw: st.DrawFn) -> Question:
    return Question(id=name, file=name.partition("/")[0], tags=draw(_tags), text={"en": name}, kind=QuestionKind.CHOICE)


def _claim(name: str, questions: tuple[str, ...], draw: st.DrawFn) -> Claim:
    answers = draw(st.lists(st.sampled_from(questions), max_size=1)) if questions else []
    return Claim(id=name, file=name.partition("/")[0], tags=draw(_tags), text={"en": name}, answers=tuple(answers))


def _statement(number: int, claims: tuple[str, ...], arguments: tuple[str, ...], draw: st.DrawFn) -> Statement:
    target = draw(st.sampled_from((*claims, *arguments)))
    return Statement(
        id=f"article/s{number}",
        file="article",
        tags=draw(_tags),
        source="article",
        position=number,
        actors=tuple(f"article/{name}" for name in sorted(draw(st.sets(st.sampled_from("xyz"), min_size=1)))),
        target=target,
        target_kind="argument" if target in arguments else "claim",
        stance=draw(st.sampled_from(Stance)),
        act=draw(st.sampled_from(Act)),
        given=draw(st.none() | st.sampled_from(claims)),
        replaces=draw(st.none() | st.sampled_from([f"article/s{earlier}" for earlier in range(number)])) if number else None,
    )
