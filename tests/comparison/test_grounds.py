"""What stances rest on, and what of it the others answer."""

from argmap.comparison.comparing import compare
from argmap.comparison.facing import face_to_face
from argmap.comparison.grounds import Ground
from argmap.graph import Graph
from argmap.words import Act
from tests.comparison.debates import debate, local, said


def grounds(graph: Graph) -> dict[tuple[str, str], Ground]:
    return {(local(one.party), local(one.argument)): one for one in compare(graph).grounds}


def answers(ground: Ground) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (answer.kind, local(answer.target), [local(one) for one in answer.drawn_by], [local(one) for one in answer.stated_by])
        for answer in ground.answers
    ]


def test_an_argument_that_somebody_draws_is_his_own_ground() -> None:
    graph = debate(said("x", "+a"), said("x", "+e>a"), said("y", "+e"), said("y", "+a"), arguments=["e>a"], evidence="e")
    found = grounds(graph)
    assert set(found) == {("x", "e>a")}
    assert (found["x", "e>a"].own, found["x", "e>a"].stance) == (True, "for")
    assert [local(one) for one in found["x", "e>a"].evidence] == ["e"]


def test_one_that_nobody_draws_is_the_annotators_reading_of_who_holds_both_ends() -> None:
    graph = debate(said("x", "+a"), said("x", "+e"), said("y", "+e"), said("z", "-a"), said("z", "+e"), arguments=["e>a"])
    found = grounds(graph)
    assert set(found) == {("x", "e>a")}
    assert not found["x", "e>a"].own


def test_a_reason_against_is_the_ground_of_who_is_against() -> None:
    found = grounds(debate(said("x", "-a"), said("x", "+e"), said("y", "+a"), said("y", "+e"), arguments=["e!a"]))
    assert set(found) == {("x", "e!a")}


def test_who_draws_an_inference_and_leaves_the_claim_to_the_reader_has_a_ground_without_a_stance() -> None:
    assert grounds(debate(said("x", "+e>a"), arguments=["e>a"]))["x", "e>a"].stance is None


def test_an_argument_that_was_taken_back_is_no_ground() -> None:
    graph = debate(said("x", "+e>a", "2025-01"), said("x", "+e>a", "2025-02", act=Act.RETRACT), arguments=["e>a"])
    assert grounds(graph) == {}


def test_answers_are_undercuts_attacks_denials_and_rejections() -> None:
    graph = debate(
        said("x", "+e>a"),
        said("y", "+u/e>a"),
        said("z", "+v"),
        said("w", "-e"),
        said("w", "-e>a"),
        arguments=["e>a", "u/e>a", "v!e"],
    )
    found = grounds(graph)["x", "e>a"]
    assert answers(found) == [
        ("undercut", "e>a", ["y"], []),
        ("rejection", "e>a", ["w"], []),
        ("attack", "e", [], ["z"]),
        ("denial", "e", ["w"], []),
    ]
    assert found.answered


def test_what_only_the_annotator_or_oneself_objects_leaves_it_unanswered() -> None:
    graph = debate(said("x", "+e>a"), said("x", "+u"), arguments=["e>a", "u/e>a", "v/e>a"])
    found = grounds(graph)["x", "e>a"]
    assert answers(found) == [("undercut", "e>a", [], ["x"]), ("undercut", "e>a", [], [])]
    assert not found.answered


def test_an_attack_on_the_claim_itself_is_no_answer_to_its_evidence() -> None:
    graph = debate(said("x", "+e>a"), said("y", "+v!a"), arguments=["e>a", "v!a"])
    assert grounds(graph)["x", "e>a"].answers == ()


def test_attacks_between_what_two_hold_are_listed_and_not_counted_as_stances() -> None:
    graph = debate(said("x", "+a"), said("y", "+b"), arguments=["b!a"])
    comparison = compare(graph)
    (clash,) = comparison.clashes
    assert (clash.attacking, clash.defending, clash.drawn_by) == (("book/y",), ("book/x",), ())
    assert comparison.agreements.of("book/x", "book/y").shared == 0
    assert ("book/y", "book/a") not in comparison.positions


def test_an_undercut_meets_those_who_draw_the_inference() -> None:
    graph = debate(said("x", "+e>a"), said("y", "+u/e>a"), said("z", "+e"), arguments=["e>a", "u/e>a"])
    (clash,) = compare(graph).clashes
    assert (clash.attacking, clash.defending, clash.drawn_by) == (("book/y",), ("book/x",), ("book/y",))


def test_nobody_clashes_with_himself() -> None:
    assert compare(debate(said("x", "+a"), said("x", "+b"), arguments=["b!a"])).clashes == ()


def test_two_stand_face_to_face() -> None:
    graph = debate(
        said("x y", "+a"),
        said("x", "+b"),
        said("y", "-b"),
        said("x", "±c"),
        said("y", "+c"),
        said("x", "+d", given="rain"),
        said("y", "-d", given="snow"),
        said("x", "+p"),
        said("y", "+q"),
        said("x", "+only"),
        said("y", "+other"),
        choices={"choice": "p q"},
        arguments=["other!only"],
    )
    comparison = compare(graph)
    found = face_to_face(comparison, "book/x", "book/y")

    def claims(*names: str) -> list[str]:
        return [f"book/{name}" for name in names]

    assert [pair.claim for pair in found.agree] == claims("a")
    assert [pair.claim for pair in found.conflict] == claims("b")
    assert [pair.claim for pair in found.differ] == claims("c")
    assert [pair.claim for pair in found.conditional] == claims("d")
    assert [position.claim for position in found.only_first] == claims("only", "p")
    assert [position.claim for position in found.only_second] == claims("other", "q")
    assert [(one.first_claim, one.second_claim, one.question) for one in found.oppositions] == [("book/p", "book/q", "book/choice")]
    assert [clash.argument for clash in found.clashes] == claims("other!only")
    assert found.agreement == comparison.agreements.of("book/x", "book/y")
    assert len(found.agree) + len(found.conflict) + len(found.differ) == found.agreement.shared
