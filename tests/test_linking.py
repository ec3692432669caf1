"""From files to the graph: every id resolved, every short form written out, every field carried over."""

from pathlib import Path

import pytest

from argmap.api import load, loads
from argmap.corpus import Namespace
from argmap.graph import Annotator, Argument, Cite, Claim, Graph, Source, Statement
from argmap.quote import Quote
from argmap.words import (
    Act,
    ActorKind,
    ArgumentRelation,
    Certainty,
    ClaimKind,
    Confidence,
    EvidenceKind,
    QuestionKind,
    Speech,
    Stance,
)

SUPPORT, ATTACK, UNDERCUT = ArgumentRelation

EVERYTHING = """\
argmap: 1
language: ru
annotator: {id: anna, name: A. Analyst}
source:
  id: summit
  title: {en: The summit, ru: Саммит}
  author: [writer]
  outlet: paper
  date: 2025-12
  language: ru
  url: https://example.org/summit
  file: summit.txt
  sha256: 3A5CA7524B5F34EB04FCA4315B5E889C746C4D7453DD111E52848A3B0D8381B1
  tags: [tokyo]
  note: Заметка.
  x-desk: asia
actors:
  writer: Автор
  paper: {name: {en: The Paper}, kind: organization}
  expert:
    name: {en: An Expert}
    kind: unnamed
    role: политолог
    affiliation: paper
    tags: politics
questions:
  standing: {text: Каков статус?, kind: choice}
  change: Что изменится?
claims:
  slow:
    text: {en: Japan is slow., ru: Япония медлит.}
    kind: value
    answers: standing
    contrary: [fast]
    tags: [pace, asia]
  fast: {text: Япония спешит., answers: [standing, change], implicit: yes}
  measure: Визиты измеряют интерес.
evidence:
  visits:
    text: Визитов мало.
    kind: event
    observed: 2015
    cites: {title: Министерство, url: https://example.org, date: 2015-10-01}
    supports: slow
    attacks: [fast, measure]
  rumour: {text: Слухи., undercuts: visits>slow}
arguments:
  neglect:
    premises: [visits, measure, visits]
    supports: slow
    scheme: argument from sign
    note: {en: Linked.}
  doubt: {premises: measure, undercuts: neglect}
statements:
  - id: s1
    by: [expert, writer]
    claim: slow
    stance: for
    speech: direct
    quote: [медлит, {exact: не спешит, prefix: 'она ', suffix: ' с'}]
    gloss: {en: is slow}
    given: fast
    hedge: likely
    confidence: low
    affiliation: paper
  - {by: expert, via: [paper, writer], argument: neglect, stance: against, act: concede, given: если будет мир, replies: s1}
  - {by: writer, evidence: visits, stance: neutral}
  - {by: writer, evidence: visits, stance: neutral, replaces: s1}
  - {by: writer, argument: doubt, stance: for}
  - {by: paper, claim: slow, stance: for}
  - {by: paper, claim: fast, stance: for}
weights: {visits: 0.9, neglect: 0.6, visits>slow: 0}
"""


def graph_of(text: str) -> Graph:
    annotated = loads(text, "article.yaml")
    assert annotated.diagnostics == (), [diagnostic.finding for diagnostic in annotated.diagnostics]
    return annotated.graph


def test_every_field_of_the_format_comes_to_the_graph() -> None:
    graph = loads(EVERYTHING, "article.yaml").graph
    assert graph.sources == {
        "summit": Source(
            id="summit",
            file="summit",
            title={"en": "The summit", "ru": "Саммит"},
            author=("summit/writer",),
            outlet="summit/paper",
            date="2025-12",
            language="ru",
            url="https://example.org/summit",
            text_file="summit.txt",
            sha256="3a5ca7524b5f34eb04fca4315b5e889c746c4d7453dd111e52848a3b0d8381b1",
            annotator=Annotator(id="anna", name="A. Analyst"),
            tags=("tokyo",),
            note={"ru": "Заметка."},
            extensions={"x-desk": "asia"},
        )
    }
    expert = graph.actors["summit/expert"]
    assert (expert.kind, expert.role, expert.affiliation) == (ActorKind.UNNAMED, {"ru": "политолог"}, "summit/paper")
    assert (expert.tags, graph.actors["summit/writer"].name) == (("politics",), {"ru": "Автор"})
    assert [question.kind for question in graph.questions.values()] == [QuestionKind.CHOICE, QuestionKind.CHOICE]
    assert graph.claims["summit/slow"] == Claim(
        id="summit/slow",
        file="summit",
        text={"en": "Japan is slow.", "ru": "Япония медлит."},
        kind=ClaimKind.VALUE,
        answers=("summit/standing",),
        tags=("pace", "asia"),
    )
    assert graph.claims["summit/fast"].implicit
    assert graph.claims["summit/fast"].answers == ("summit/standing", "summit/change")
    assert graph.claims["summit/visits"] == Claim(
        id="summit/visits",
        file="summit",
        text={"ru": "Визитов мало."},
        kind=EvidenceKind.EVENT,
        evidence=True,
        observed="2015",
        cites=(Cite(title={"ru": "Министерство"}, url="https://example.org", date="2015-10-01"),),
        credence=0.9,
    )
    assert graph.contraries == (("summit/slow", "summit/fast"),)


def test_short_forms_are_arguments_of_their_own_and_linked_premises_one() -> None:
    arguments = loads(EVERYTHING, "article.yaml").graph.arguments
    assert {name: (one.relation, one.premises, one.target, one.shorthand) for name, one in arguments.items()} == {
        "summit/visits>slow": (SUPPORT, ("summit/visits",), "summit/slow", True),
        "summit/visits>fast": (ATTACK, ("summit/visits",), "summit/fast", True),
        "summit/visits>measure": (ATTACK, ("summit/visits",), "summit/measure", True),
        "summit/rumour>visits>slow": (UNDERCUT, ("summit/rumour",), "summit/visits>slow", True),
        "summit/neglect": (SUPPORT, ("summit/visits", "summit/measure"), "summit/slow", False),
        "summit/doubt": (UNDERCUT, ("summit/measure",), "summit/neglect", False),
    }
    assert arguments["summit/neglect"] == Argument(
        id="summit/neglect",
        file="summit",
        relation=SUPPORT,
        premises=("summit/visits", "summit/measure"),
        target="summit/slow",
        scheme="argument from sign",
        strength=0.6,
        note={"en": "Linked."},
    )
    assert arguments["summit/visits>slow"].strength == 0.0


def test_statements_keep_speakers_words_and_condition() -> None:
    first, second, third, fourth, *_ = loads(EVERYTHING, "article.yaml").graph.statements.values()
    assert first == Statement(
        id="summit/s1",
        file="summit",
        source="summit",
        position=0,
        actors=("summit/expert", "summit/writer"),
        via=(),
        target="summit/slow",
        target_kind="claim",
        stance=Stance.FOR,
        speech=Speech.DIRECT,
        quotes=(Quote("медлит"), Quote("не спешит", "она ", " с")),
        gloss={"en": "is slow"},
        given="summit/fast",
        hedge=Certainty.LIKELY,
        confidence=Confidence.LOW,
        affiliation="summit/paper",
    )
    assert second.id == "summit/expert:against:neglect"
    assert (second.via, second.target_kind, second.act) == (("summit/paper", "summit/writer"), "argument", Act.CONCEDE)
    assert (second.given, second.replies) == ({"ru": "если будет мир"}, "summit/s1")
    assert (third.target_kind, third.via, third.given) == ("evidence", (), None)
    assert (third.id, fourth.id) == ("summit/writer:neutral:visits", "summit/writer:neutral:visits~2")
    assert fourth.replaces == "summit/s1"


def test_the_author_of_the_source_passes_words_on_unless_he_speaks_himself() -> None:
    text = "argmap: 1\nsource: {title: T, author: [a, b]}\nactors: {a: A, b: B, c: C}\nclaims: {x: X.}\nstatements:\n"
    (one,) = graph_of(text + "  - {by: c, claim: x, stance: for}\n").statements.values()
    assert one.via == ("article/a", "article/b")
    (one,) = graph_of(text.replace(", c: C", "") + "  - {by: a, claim: x, stance: for}\n").statements.values()
    assert one.via == ("article/b",)


def test_of_two_definitions_with_one_id_the_first_counts_and_none_is_lost() -> None:
    text = "argmap: 1\nsource: {title: T}\nactors: {a: A}\nclaims: {x: X., y: Y.}\nevidence: {x: {text: Seen., supports: y}}\n"
    text += "statements:\n"
    text += "  - {id: s, by: a, claim: x, stance: for}\n  - {id: s, by: a, claim: y, stance: for}\n"
    text += "  - {by: a, claim: x, stance: against, replaces: s}\n"
    annotated = loads(text, "article.yaml")
    graph = annotated.graph
    assert annotated.corpus.definitions[0][Namespace.STATEMENTS]["s"].path == ("statements", 0)
    assert graph.claims["article/x"].text == {"en": "X."}
    assert [(one.id, one.target) for one in graph.statements.values()] == [
        ("article/s", "article/x"),
        ("article/s~2", "article/y"),
        ("article/a:against:x", "article/x"),
    ]
    assert list(graph.arguments) == ["article/x>y"]


@pytest.mark.parametrize("name", ["sanctions-stay", "санкции", "нови\u0306", "नीति"])
def test_a_condition_names_a_claim_in_any_script(name: str) -> None:
    text = (
        "argmap: 1\nsource: {title: T}\nactors: {a: A}\n"
        f"claims: {{x: X., {name}: Y.}}\nstatements: [{{by: a, claim: x, stance: for, given: {name}}}]\n"
    )
    [statement] = loads(text, "article.yaml").graph.statements.values()
    assert statement.given == f"article/{name}"


def test_what_names_nothing_is_left_out_and_nothing_else() -> None:
    text = (
        "argmap: 1\nsource: {title: T, author: nobody}\nactors: {a: A}\nclaims:\n"
        "  x: {text: X., supports: [y, gone], contrary: [x, gone, y]}\n  y: Y.\n"
        "arguments:\n  one: {premises: [x, gone], supports: y}\n  two: {premises: x, undercuts: y}\n"
        "statements:\n  - {by: [a, nobody], claim: x, stance: for}\n  - {by: nobody, claim: x, stance: for}\n"
        "weights: {gone: 1, x: 0.5}\n"
    )
    graph = loads(text, "article.yaml").graph
    assert list(graph.arguments) == ["article/x>y"]
    assert graph.contraries == (("article/x", "article/y"),)
    assert [one.actors for one in graph.statements.values()] == [("article/a",)]
    assert graph.claims["article/x"].credence == 0.5


def test_a_codebook_speaks_its_own_language_and_its_ids_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("argmap: 1\nlanguage: ru\nactors: {a: Автор}\nclaims: {x: Довод.}\n", encoding="utf-8")
    (tmp_path / "one.yaml").write_text(
        "argmap: 1\ninclude: words.yaml\nsource: {title: One, date: 2025}\nclaims: {y: {text: Y., supports: x}}\n"
        "statements: [{by: a, claim: y, stance: for}]\n"
    )
    (tmp_path / "two.yaml").write_text(
        "argmap: 1\nsource: {title: Two, date: 2024}\nclaims: {x: {text: Another., implicit: true, supports: z}, z: Z.}\n"
        "actors: {a: Somebody}\nstatements: [{by: a, claim: z, stance: for}]\n"
    )
    annotated = load(tmp_path)
    assert annotated.diagnostics == ()
    graph = annotated.graph
    assert list(graph.sources) == ["two", "one"]
    assert list(graph.claims) == ["words/x", "two/x", "two/z", "one/y"]
    assert graph.claims["words/x"].text == {"ru": "Довод."}
    assert graph.arguments["one/y>x"].target == "words/x"


def test_arguments_in_the_short_form_are_found_by_id_wherever_and_however_often_they_are_written() -> None:
    many = ", ".join(f"c{row}" for row in range(30))
    claims = "".join(f"  c{row}: C{row}.\n" for row in range(30))
    annotated = loads(
        f"argmap: 1\nclaims:\n{claims}"
        f"  few: {{text: F., supports: [c1], attacks: [c2]}}\n  many: {{text: M., supports: [{many}]}}\n"
        "evidence:\n  deep: {text: D., undercuts: [few>c1]}\n"
    )
    corpus = annotated.corpus
    found = [corpus.resolve(0, Namespace.NODES, name) for name in ("few>c1", "few>c2", "many>c29", "deep>few>c1")]
    assert [one.path for one in found if one] == [
        ("claims", "few", "supports", 0),
        ("claims", "few", "attacks", 0),
        ("claims", "many", "supports", 29),
        ("evidence", "deep", "undercuts", 0),
    ]
    assert [corpus.resolve(0, Namespace.NODES, name) for name in ("few>c3", "c1>few", "none>c1", "many>")] == [None] * 4
    nodes = corpus.definitions[0][Namespace.NODES]
    assert set(nodes) == {one.partition("/")[2] for one in (*annotated.graph.claims, *annotated.graph.arguments)}
    assert all(nodes[name].id == f"annotation/{name}" for name in nodes)
