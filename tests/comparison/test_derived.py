"""Who is for a claim is against its rivals; who is against one is for nothing."""

from hypothesis import given

from argmap.comparison.positions.derived import DerivedStances
from argmap.graph import Graph
from argmap.rivalry import rivalry_of
from argmap.words import QuestionKind, Stance
from tests.comparison.debates import debate, debates, positions, said


def competing(graph: Graph, one: str, other: str) -> bool:
    """Whether two claims compete, by the definition."""
    choices = {name for name, question in graph.questions.items() if question.kind is QuestionKind.CHOICE}
    shared = set(graph.claims[one].answers) & set(graph.claims[other].answers) & choices
    return one != other and bool(shared or {(one, other), (other, one)} & set(graph.contraries))


def derived(graph: Graph) -> DerivedStances:
    return DerivedStances(rivalry_of(graph), positions(graph))


@given(debates())
def test_a_derived_stance_follows_from_each_rival_that_one_is_for(graph: Graph) -> None:
    found = derived(graph)
    supported = {
        cell for cell, position in positions(graph).items() if any(event.stance is Stance.FOR for event in position.events)
    }
    expected = {
        (party, claim): {other for other in graph.claims if competing(graph, claim, other) and (party, other) in supported}
        for party in graph.actors
        for claim in graph.claims
    }
    assert {cell: {reason.claim for reason in found[cell].reasons} for cell in found} == {
        cell: rivals for cell, rivals in expected.items() if rivals
    }


@given(debates())
def test_asking_for_one_or_for_all_or_for_a_claim_gives_the_same(graph: Graph) -> None:
    found = derived(graph)
    assert {(one.party, one.claim): one for one in found.everything()} == dict(found)
    assert len(found) == len(list(found))
    for claim in graph.claims:
        assert found.against(claim) == {party for party, about in found if about == claim}


@given(debates())
def test_each_reason_is_given_once(graph: Graph) -> None:
    for stance in derived(graph).values():
        claims = [reason.claim for reason in stance.reasons]
        assert len(claims) == len(set(claims))


def test_who_rejects_an_answer_has_not_chosen_another() -> None:
    assert dict(derived(debate(said("x", "-a"), choices={"q": "a b"}))) == {}


def test_answers_to_an_open_question_do_not_compete() -> None:
    assert dict(derived(debate(said("x", "+a"), opens={"q": "a b"}))) == {}


def test_a_reason_names_the_question_that_makes_the_two_compete() -> None:
    graph = debate(said("x", "+a"), choices={"q": "a b"}, contraries=["a c"])
    found = derived(graph)
    assert found["book/x", "book/b"].reasons[0].question == "book/q"
    assert found["book/x", "book/c"].reasons[0].question is None


def test_contraries_that_are_answers_to_one_choice_compete_once() -> None:
    graph = debate(said("x", "+a"), choices={"q": "a b", "r": "a b"}, contraries=["a b"])
    assert [len(one.reasons) for one in derived(graph).everything()] == [1]
