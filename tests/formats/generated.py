"""Random annotations that are without error: claims, arguments of every shape, undercuts of undercuts, statements, questions."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from argmap.exchange.building import Draft
from argmap.exchange.contract import Imported, ReadOptions
from argmap.exchange.report import Tally
from argmap.words import Act, ActorKind, ArgumentRelation, Certainty, EvidenceKind, QuestionKind, Speech, Stance

HARD_TEXTS = (
    "Rents are falling.",
    "no",
    "Bob : hello",
    "1.1. Pro: not a Kialo line",
    "- [a]: b <c> & \"d\" 'e' {f} #g `h` *i* _j_",
    "Тезис о мире, «в кавычках»",
    "-> See 1.2.",
    "<script>alert(1)</script> ]]> &amp;",
    "|pipes| and\ttabs; semicolons, commas",
    "日本は変わる。",
    "1. a numbered line",
    "// no comment /* really */",
    "[link](https://example.org/a_(b))",
    "a\\b \\n c",
    "é̂́ combining",
    "=formula()",
)
texts = st.one_of(st.sampled_from(HARD_TEXTS), st.text("abc xyz,.:-é日Ж'\"<>&[]()#", min_size=1, max_size=20)).filter(
    lambda text: any(character.isalnum() for character in text)
)
_RELATIONS = st.sampled_from(list(ArgumentRelation))


@st.composite
def annotations(draw: DrawFn) -> Imported:
    """One file, or one with a codebook that it includes."""
    tally = Tally()
    options = ReadOptions(language="en")
    draft = Draft("article", options, tally)
    draft.source(draw(texts), date=draw(st.sampled_from([None, "2025", "2025-02-03"])))
    questions = [draft.question(draw(texts), kind=str(draw(st.sampled_from(QuestionKind)))) for _ in range(draw(st.integers(0, 2)))]
    actors = [draft.actor(draw(texts), kind=draw(st.sampled_from([None, *ActorKind]))) for _ in range(draw(st.integers(1, 3)))]
    claims = [_claim(draw, draft, questions) for _ in range(draw(st.integers(1, 7)))]
    keys: list[int] = []
    for key in range(draw(st.integers(0, 7))):
        relation = draw(_RELATIONS)
        premises = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True))
        fields: dict[str, Any] = {"scheme": draw(st.sampled_from([None, None, "argument from sign", "Default Conflict"]))}
        if relation is ArgumentRelation.UNDERCUT:
            if keys:
                draft.infer(key, premises, relation, draw(st.sampled_from(keys)), **fields)
                keys.append(key)
        else:
            target = draw(st.sampled_from(claims))
            if target not in premises:
                draft.infer(key, premises, relation, target, **fields)
                keys.append(key)
    for _ in range(draw(st.integers(0, 2))):
        draft.contrary(draw(st.sampled_from(claims)), draw(st.sampled_from(claims)))
    for number in range(draw(st.integers(0, 6))):
        _statement(draw, draft, number, actors, claims, keys)
    if draw(st.booleans()):
        draft.weigh(0.25, claim=claims[0])
    files = {"article.yaml": draft.finish()}
    return Imported(files=files, comments={"article.yaml": draft.comments}, report=tally.report())


def _claim(draw: DrawFn, draft: Draft, questions: list[str]) -> str:
    fields: dict[str, Any] = {
        "answers": draw(st.lists(st.sampled_from(questions), max_size=1)) if questions else [],
        "tags": draw(st.lists(st.sampled_from(["trade", "air"]), max_size=1)),
        "note": draw(st.one_of(st.none(), texts)),
        "cites": draw(st.sampled_from([[], [{"title": "Report", "url": "https://example.org/report"}]])),
    }
    if draw(st.integers(0, 3)) == 0:
        return draft.evidence(draw(texts), kind=str(draw(st.sampled_from(EvidenceKind))), observed="2024", **fields)
    return draft.claim(draw(texts), implicit=True if draw(st.booleans()) else None, **fields)


def _statement(draw: DrawFn, draft: Draft, number: int, actors: list[str], claims: list[str], keys: list[int]) -> None:  # noqa: PLR0913, PLR0917 - what it may name
    on_argument = bool(keys) and draw(st.booleans())
    about: dict[str, Any] = {"argument": draw(st.sampled_from(keys))} if on_argument else {"claim": draw(st.sampled_from(claims))}
    draft.state(
        draw(st.lists(st.sampled_from(actors), min_size=1, max_size=2, unique=True)),
        draw(st.sampled_from(list(Stance))),
        key=number,
        replies=draw(st.sampled_from([None, number - 1])) if number else None,
        quote=draw(st.lists(texts, max_size=2)),
        via=draw(st.lists(st.sampled_from(actors), max_size=1)),
        act=draw(st.sampled_from([None, *map(str, Act)])),
        speech=draw(st.sampled_from([None, *map(str, Speech)])),
        hedge=draw(st.sampled_from([None, *map(str, Certainty)])),
        gloss=draw(st.one_of(st.none(), texts)),
        **about,
    )
