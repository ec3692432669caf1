"""Carneades 4: undercutters undercut, issues are questions, assumptions weigh."""

import pytest

from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats import carneades
from argmap.formats.carneades import FORMAT
from argmap.graph import Graph
from argmap.words import ArgumentRelation, QuestionKind
from tests.formats.corpora import sample
from tests.formats.roundtrips import errors, loaded, read


def graph_of(yaml: str) -> Graph:
    annotated = loaded(read(FORMAT, {"x.yml": yaml.encode()}))
    assert errors(annotated) == []
    return annotated.graph


def told(yaml: str) -> set[tuple[str, tuple[str, ...], str]]:
    """Every argument by the texts of its premises, and of its target or the target's premises."""
    graph = graph_of(yaml)

    def words(node: str) -> str:
        return (
            next(iter(graph.claims[node].text.values()))
            if node in graph.claims
            else f"{words(graph.arguments[node].premises[0])} →"
        )

    return {(one.relation.value, tuple(map(words, one.premises)), words(one.target)) for one in graph.arguments.values()}


def test_what_leads_to_an_undercutter_without_words_undercuts_the_argument() -> None:
    yaml = """\
statements:
  s1: It looks red.
  s2: It is red.
  s3: The light is red.
  ¬app(a1): {text: ¬app(a1)}
arguments:
  a1: {premises: [s1], conclusion: s2, undercutter: ¬app(a1)}
  a1.2: {premises: [s3], conclusion: ¬app(a1)}
"""
    assert told(yaml) == {("support", ("It looks red.",), "It is red."), ("undercut", ("The light is red.",), "It looks red. →")}


def test_an_undercutter_that_says_something_is_a_claim_that_undercuts_and_may_be_supported() -> None:
    yaml = """\
statements: {a: Aa, b: Bb, odd: This is an exception., c: Cc}
arguments:
  a1: {premises: [a], conclusion: b, undercutter: odd}
  a2: {premises: [c], conclusion: odd}
"""
    assert told(yaml) == {
        ("support", ("Aa",), "Bb"),
        ("undercut", ("This is an exception.",), "Aa →"),
        ("support", ("Cc",), "This is an exception."),
    }


def test_linked_premises_schemes_and_roles_are_kept() -> None:
    yaml = """\
statements: {a: Aa, b: Bb, c: Cc}
arguments:
  toulmin: {scheme: warrant, premises: {datum: a, warrant: b}, conclusion: c, weight: 0.25}
"""
    (argument,) = graph_of(yaml).arguments.values()
    assert (argument.id, argument.premises, argument.scheme, argument.strength) == ("x/toulmin", ("x/a", "x/b"), "warrant", 0.25)
    assert argument.extensions == {"x-carneades": {"premises": {"datum": "a", "warrant": "b"}}}


@pytest.mark.parametrize("weight", ["2", "heavy", "{constant: 2}"])
def test_a_weight_that_is_no_share_is_kept_beside(weight: str) -> None:
    yaml = f"statements: {{a: Aa, b: Bb}}\narguments:\n  a1: {{premises: [a], conclusion: b, weight: {weight}}}\n"
    (argument,) = graph_of(yaml).arguments.values()
    assert argument.strength is None
    own = argument.extensions["x-carneades"]
    assert isinstance(own, dict)
    assert own["weight"] == ({"constant": "2"} if weight.startswith("{") else weight)


def test_many_arguments_for_one_undercutter_are_read_as_fast_as_any() -> None:
    rows = (f"  x{row}: {{premises: [a], conclusion: u}}\n  y{row}: {{premises: [a], conclusion: b}}\n" for row in range(20_000))
    yaml = f"statements: {{a: Aa, b: Bb, u: u}}\narguments:\n{''.join(rows)}  z: {{premises: [b], conclusion: a, undercutter: u}}\n"
    assert sum(len(file.arguments) for file in read(FORMAT, {"x.yml": yaml.encode()}).files.values()) > 0


def test_an_issue_is_a_choice_between_its_positions() -> None:
    graph = graph_of("statements: {italy: Italy., greece: Greece.}\nissues:\n  i1: {positions: [italy, greece], standard: BRD}\n")
    (question,) = graph.questions.values()
    assert (question.text, question.kind) == ({"en": "Italy / Greece?"}, QuestionKind.CHOICE)
    assert question.extensions == {"x-carneades": {"standard": "BRD"}}
    assert all(claim.answers == (question.id,) for claim in graph.claims.values())


def test_assumptions_have_a_credence_of_one() -> None:
    graph = graph_of("statements: {a: Aa, b: {text: Bb, assumed: true}, c: Cc}\nassumptions: [a]\narguments: {}\n")
    assert [claim.credence for claim in graph.claims.values()] == [1.0, 1.0, None]


def test_numbered_statements_get_ids_from_their_words() -> None:
    graph = graph_of("statements: {s11520: Harry was born in Bermuda., isbritish: Harry is British.}\nissues: {}\n")
    assert list(graph.claims) == ["x/harry-was-born-in-bermuda", "x/isbritish"]


@pytest.mark.parametrize(
    ("outcome", "what", "number"),
    [
        (Outcome.CHANGED, carneades.ASSUMPTIONS, 3),
        (Outcome.CHANGED, carneades.UNDERCUTTERS, 1),
        (Outcome.CHANGED, carneades.NAMELESS_ISSUES, 1),
        (Outcome.CHANGED, carneades.OWN_KEPT, 2),
        (Outcome.LOST, carneades.NO_PREMISES, 1),
        (Outcome.LOST, carneades.TESTS, 1),
    ],
)
def test_what_is_changed_and_lost_is_counted(outcome: Outcome, what: str, number: int) -> None:
    report = read(FORMAT, sample("carneades")).report
    assert report.number(outcome, what) == number


def test_a_circle_of_undercutters_does_no_harm() -> None:
    yaml = """\
statements: {a: Aa, b: Bb, u1: u1, u2: u2}
arguments:
  x: {premises: [a], conclusion: u2, undercutter: u1}
  y: {premises: [b], conclusion: u1, undercutter: u2}
"""
    graph = graph_of(yaml)
    assert {one.relation for one in graph.arguments.values()} <= {ArgumentRelation.UNDERCUT}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"statements: [a, b]\n", "there are no `statements` by key in it"),
        (b"statements:\n  a: [\n", "there are no `statements` by key in it"),
        (b"statements:\n  a: \xff\n", "its encoding is not certain"),
        (b"", "there are no `statements`"),
    ],
)
def test_what_is_no_argument_graph_is_a_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(FORMAT, {"x.yml": data})


def test_aliases_that_would_explode_are_not_followed() -> None:
    bomb = (
        "statements:\n  a: &a Aa\n" + "".join(f"  b{number}: &b{number} [*a, *a, *a]\n" for number in range(50)) + "arguments: {}\n"
    )
    imported = read(FORMAT, {"x.yml": bomb.encode()})
    assert imported.report.number(Outcome.LOST, carneades.FAULTS) > 0


@pytest.mark.parametrize(
    "more",
    ["x: [" + "[]," * 200 + "]", "x: [" + "*a," * 20 + "]", "".join(f"x{number}:\n" for number in range(20)), "x: 1\n" * 20],
)
def test_whatever_there_are_too_many_of_is_refused_while_it_is_read(more: str) -> None:
    with pytest.raises(FormatError, match="there are more than 40 entries"):
        read(FORMAT, {"x.yml": f"statements: {{a: b}}\n{more}".encode()}, ReadOptions(most=40))
