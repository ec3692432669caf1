from hypothesis import given

from argmap.layout.forest import NOWHERE, Forest, spanning_forest
from argmap.layout.plan import Box, Lane, Link, Plan
from argmap.layout.ranks import heads_by_tail, level_groups, ranks
from tests.layout.plans import any_plan, chain, ring


def plan_of(*links: str) -> Plan:
    """Return a plan of links written as `tail>head` or `tail>head lane`, boxes in order of the alphabet."""
    made = []
    for index, text in enumerate(links):
        ends, _, lane = text.partition(" ")
        tail, head = ends.split(">")
        made.append(Link(f"l{index}", tail, head, Lane(lane or "for")))
    names = sorted({name for link in made for name in (link.tail, link.head)})
    return Plan(tuple(Box(name, 10, 10) for name in names), tuple(made))


def grown(plan: Plan) -> Forest:
    return spanning_forest(plan, {box.id: index for index, box in enumerate(plan.boxes)})


def heads(plan: Plan) -> dict[str, str]:
    """Return by box the box it hangs under."""
    return {box.id: plan.boxes[head].id for box, head in zip(plan.boxes, grown(plan).head_of, strict=True) if head != NOWHERE}


def children(plan: Plan, box: str) -> list[str]:
    places = {box.id: index for index, box in enumerate(plan.boxes)}
    return [plan.boxes[child].id for child in grown(plan).children[places[box]]]


@given(any_plan())
def test_a_forest_holds_every_box_once_and_each_after_its_head(plan: Plan) -> None:
    forest = grown(plan)
    order = {box: index for index, box in enumerate(forest.downwards)}
    assert sorted(order) == list(range(len(plan.boxes)))
    for box, head in enumerate(forest.head_of):
        if head == NOWHERE:
            assert box in forest.roots
        else:
            assert order[head] < order[box]
            assert box in forest.children[head]


def test_a_box_hangs_by_its_first_reason() -> None:
    assert heads(plan_of("c>a", "c>b")) == {"c": "a"}


def test_an_answer_holds_more_than_a_reason_and_a_premise_too() -> None:
    assert heads(plan_of("c>a", "c>q answer")) == {"c": "q"}
    assert heads(plan_of("c>a", "c>junction premise")) == {"c": "junction"}


def test_a_circle_is_opened_where_a_box_has_another_head_outside() -> None:
    assert heads(plan_of("a>b", "b>c", "c>a", "c>d")) == {"a": "b", "b": "c", "c": "d"}


def test_a_circle_without_a_way_out_begins_with_its_first_box() -> None:
    assert heads(plan_of("a>b", "b>c", "c>a")) == {"b": "c", "c": "a"}
    assert len(grown(ring(1_000)).roots) == 1


def test_a_rival_stands_right_after_its_partner_and_holds_nothing() -> None:
    plan = plan_of("b>a", "c>a", "d>a", "b>d rival")
    assert children(plan, "a") == ["b", "d", "c"]
    assert heads(plan_of("a>b rival")) == {}


def test_ranks_count_the_longest_way_up_and_end_in_circles() -> None:
    assert ranks(heads_by_tail(plan_of("b>a", "c>b", "c>a"))) == [0, 1, 2]
    assert max(ranks(heads_by_tail(chain(3_000)))) == 2_999
    assert max(ranks(heads_by_tail(ring(3_000)))) == 2_999


def test_rivals_share_a_level_unless_one_stands_above_the_other() -> None:
    assert level_groups(plan_of("b>a", "c>a", "b>c rival")) == [[1, 2]]
    assert level_groups(plan_of("b>a", "c>b", "a>c rival")) == []
    assert level_groups(plan_of("b>a", "c>a", "d>b", "b>c rival", "c>d rival")) == [[1, 2]]
