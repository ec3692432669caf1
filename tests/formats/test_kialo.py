"""Kialo's text: both ways in which discussions are exported, and what is wrong in some."""

import pytest

from argmap.api import loads
from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.kialo import reading, writing
from argmap.formats.kialo.format import FORMAT
from argmap.formats.kialo.markdown import Link, marked, plain
from argmap.graph import Graph
from argmap.words import ArgumentRelation
from tests.formats.corpora import sample
from tests.formats.roundtrips import loaded, read, write


def graph_of(text: str) -> Graph:
    return loaded(read(FORMAT, {"x.txt": text.encode()})).graph


def relations_of(text: str) -> set[tuple[str, ArgumentRelation, str]]:
    graph = graph_of(text)

    def words(claim: str) -> str:
        return next(iter(graph.claims[claim].text.values()))

    return {(words(one.premises[0]), one.relation, words(one.target)) for one in graph.arguments.values()}


SUPPORT, ATTACK = ArgumentRelation.SUPPORT, ArgumentRelation.ATTACK


def test_pros_support_and_cons_attack_what_they_stand_under() -> None:
    text = "Discussion Title: T?\n\n1. a\n1.1. Pro: b\n1.1.1. Con: c\n1.2. Con: d\n"
    assert relations_of(text) == {("b", SUPPORT, "a"), ("c", ATTACK, "b"), ("d", ATTACK, "a")}


def test_a_reference_is_the_same_claim_again_also_when_that_comes_later() -> None:
    text = "Discussion Title: T?\n\n1. a\n1.1. Pro: -> See 1.2.1.\n1.2. Con: d\n1.2.1. Con: e\n"
    assert relations_of(text) == {("e", SUPPORT, "a"), ("d", ATTACK, "a"), ("e", ATTACK, "d")}


def test_the_newer_export_is_indented_and_has_its_links_in_footnotes() -> None:
    graph = graph_of(sample("kialo")["trams.txt"].decode())
    assert [(next(iter(one.text.values())), [cite.url for cite in one.cites]) for one in graph.claims.values()] == [
        ("Trams should be free for all.", []),
        ("Free trams have to be paid for.", ["https://trams.example/costs"]),
        ("The tram costs the city 40 million a year, of which tickets pay a tenth.", ["https://city.example/budget"]),
        ("Who does not pay does not queue.", []),
    ]
    assert len(graph.arguments) == 4


def test_several_theses_answer_the_question() -> None:
    for text in (
        "Discussion Title: T?\n\n1. a\n2. b\n2.1. Pro: c\n",
        "Discussion Name:\nT?\n\n1. Question:\nT?\n\n  1.1. Thesis:\n  a\n\n  1.2. Thesis:\n  b\n\n    1.2.1. Pro:\n    c\n",
    ):
        graph = graph_of(text)
        (question,) = graph.questions.values()
        assert question.text == {"en": "T?"}
        assert [next(iter(one.text.values())) for one in graph.claims.values() if one.answers == (question.id,)] == ["a", "b"]
        assert len(graph.arguments) == 1


@pytest.mark.parametrize(
    ("text", "outcome", "what"),
    [
        ("1. a\n1.1. Pro: b\n1.1. Con: c\n", Outcome.CHANGED, reading.NUMBERED_TWICE),
        ("1. a\n1.1.1. Pro: b\n", Outcome.CHANGED, reading.ORPHANS),
        ("1. a\n1.1. b\n", Outcome.LOST, reading.NEITHER),
        ("1. a\n1.1. Pro: -> See 4.2.\n", Outcome.LOST, reading.NOWHERE),
        ("1. a\n1.1. Pro: b\n1.2. Pro: -> See 1.1.\n", Outcome.LOST, reading.REPEATED),
        ("odd\n1. a\n1.1. Pro: b\n", Outcome.LOST, reading.BEFORE),
        ("1. a\n1.1. Pro: **b**\n", Outcome.LOST, reading.EMPHASES),
    ],
)
def test_what_is_odd_is_counted_and_the_rest_is_read(text: str, outcome: Outcome, what: str) -> None:
    imported = read(FORMAT, {"x.txt": text.encode()})
    assert imported.report.number(outcome, what) == 1
    assert len(imported.files["x.yaml"].claims) >= 1


def test_roots_are_no_orphans() -> None:
    assert read(FORMAT, {"x.txt": b"1. a\n2. b\n2.1. Pro: c\n"}).report.number(Outcome.CHANGED, reading.ORPHANS) == 0


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("-> See 1.2.", []),
        ("Pro: and con", []),
        ("a_b *c* [d] (e) \\f", []),
        ("See the law here.", [Link("the law", "https://law.org")]),
        ("See the law.", [Link("", "https://a.org"), Link("other", "https://b.org")]),
        ("without an end", [Link("other", "https://b.org")]),
        ("law", [Link("law", "https://law.org"), Link("law", "https://b.org")]),
        ("a [b] c", [Link("[b]", "https://b.org")]),
    ],
)
def test_any_text_with_its_links_comes_back_from_markdown(text: str, links: list[Link]) -> None:
    read_back = plain(marked(text, links))
    assert read_back.text == text
    assert set(read_back.links) == set(links)


def test_undercuts_linked_premises_and_circles_are_told_as_changed() -> None:
    yaml = """\
argmap: 1
claims:
  a: {text: Aa a, supports: b}
  b: {text: Bb b, supports: a}
  c: {text: Cc c, undercuts: a>b}
  d: Dd d
  e: {text: Ee e}
arguments:
  linked: {premises: [c, d], attacks: e}
"""
    report = write(FORMAT, loads(yaml)).report
    assert report.number(Outcome.CHANGED, writing.UNDERCUTS) == 1
    assert report.number(Outcome.CHANGED, writing.LINKED) == 1
    assert report.number(Outcome.CHANGED, writing.CIRCLES) == 1


def test_a_chain_of_thousands_takes_no_recursion() -> None:
    depth = 1500
    lines = [f"{'.'.join(['1'] * level)}. {'Pro: ' if level > 1 else ''}claim {level}" for level in range(1, depth)]
    annotated = loaded(read(FORMAT, {"x.txt": "\n".join(lines).encode()}))
    (written,) = write(FORMAT, annotated, "x").files.values()
    assert written.decode().splitlines()[2:] == lines


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n" + "b\n" * 50,
        "1. " + "*a* " * 50,
        "1. a\nSources:\n" + "".join(f"[{number}] b\n" for number in range(50)),
        "".join(f"1.{number}. a [b](c) [d](e) f\n" for number in range(20)),
    ],
)
def test_whatever_there_are_too_many_of_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match="there are more than 40 entries"):
        read(FORMAT, {"x.txt": text.encode()}, ReadOptions(most=40))


def test_the_hint_on_a_text_that_is_not_in_utf8_names_the_encoding_that_makes_words_of_it() -> None:
    data = "Discussion Title: Нужен ли налог?\n\n1. Налог нужен.\n".encode("windows-1251")
    with pytest.raises(FormatError, match="not UTF-8") as caught:
        read(FORMAT, {"tax.txt": data})
    assert str(caught.value.hint).endswith("--encoding windows-1251")
