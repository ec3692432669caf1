import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.layout import arranging
from argmap.layout.arranging import arrange
from argmap.layout.choosing import better, is_tangle, layered_engine
from argmap.layout.confusion import confusion
from argmap.layout.dot import arrange_by_dot
from argmap.layout.plan import Box, Direction, Engine, Lane, LayoutError, Link, Placement, Plan, Route
from argmap.layout.programs import program_of, run
from argmap.layout.tree import arrange_as_tree
from tests.layout.geometry import loose_ends, outside, overlaps, rectangles
from tests.layout.plans import any_plan, chain, core, debate, isolated, small_map, star, tangle

LAYERED = [engine.value for engine in (Engine.GRAPHVIZ_PURE, Engine.DOT) if program_of(engine)]
"""The wheel's program is a dependency and always there; the system's is tested where it is."""


def script(folder: Path, body: str, name: str = "program") -> Path:
    """Return a program of some lines of Python."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_wheels_program_is_found() -> None:
    assert Engine.GRAPHVIZ_PURE.value in LAYERED


@pytest.mark.parametrize("engine", LAYERED)
@settings(max_examples=15)
@given(plan=any_plan())
def test_a_layered_engine_places_every_box_and_link_of_any_plan(engine: str, plan: Plan) -> None:
    placement = arrange(plan, engine)
    assert list(placement.corners) == [box.id for box in plan.boxes]
    assert list(placement.routes) == [link.id for link in plan.links]
    assert overlaps(plan, placement) == []
    assert outside(plan, placement) == []
    assert loose_ends(plan, placement) == []


@pytest.mark.parametrize("engine", LAYERED)
@pytest.mark.parametrize("direction", Direction)
def test_a_layered_engine_gives_the_same_placement_twice(engine: str, direction: Direction) -> None:
    plan = replace(core(), direction=direction)
    assert arrange(plan, engine) == arrange(plan, engine)


@pytest.mark.parametrize(
    "plan", [small_map(), core(), debate(12), star(7), isolated(5)], ids=["small", "core", "tree", "star", "lone"]
)
def test_all_engines_place_the_same_boxes_and_links(plan: Plan) -> None:
    placements = [arrange(plan, engine) for engine in (*LAYERED, "tree", None)]
    assert all(list(placement.corners) == [box.id for box in plan.boxes] for placement in placements)
    assert all(list(placement.routes) == [link.id for link in plan.links] for placement in placements)


@pytest.mark.parametrize("engine", LAYERED)
def test_a_layered_engine_draws_reasons_below_and_answers_above(engine: str) -> None:
    plan = replace(debate(12), direction=Direction.UP)
    boxes = rectangles(plan, arrange(plan, engine))
    assert all(boxes[link.tail][1] > boxes[link.head][3] for link in plan.links)


@pytest.mark.parametrize("engine", LAYERED)
def test_a_layered_engine_sets_rivals_on_one_level(engine: str) -> None:
    plan = replace(small_map(), direction=Direction.UP)
    boxes = rectangles(plan, arrange(plan, engine))
    assert boxes["yes"][1] == pytest.approx(boxes["no"][1], abs=1)


@pytest.mark.parametrize("engine", LAYERED)
def test_a_layered_engine_stacks_many_reasons_of_one_claim(engine: str) -> None:
    plan = replace(star(12), direction=Direction.UP)
    placement = arrange(plan, engine)
    assert overlaps(plan, placement) == []
    assert placement.width < 5 * 260


def test_an_engine_that_nobody_knows_is_refused_with_the_names_of_those_that_are() -> None:
    with pytest.raises(LayoutError, match="'neato'; known are tree, graphviz-pure, dot"):
        arrange(small_map(), "neato")


def test_an_engine_that_is_not_installed_is_an_error_that_names_the_tree(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LayoutError, match="dot is not installed; use --engine tree"):
        arrange(small_map(), "dot")


def test_the_systems_dot_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = script(tmp_path, "", "dot.exe" if os.name == "nt" else "dot")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program_of(Engine.DOT) == program


def test_a_program_that_does_not_end_is_stopped_with_an_error_that_names_the_tree(tmp_path: Path) -> None:
    program = script(tmp_path, "import time; time.sleep(60)")
    with pytest.raises(LayoutError, match=r"did not end within 0\.3 seconds.*--engine tree"):
        run(program, "digraph {}", seconds=0.3)


def test_a_program_that_fails_is_an_error_with_what_it_said(tmp_path: Path) -> None:
    program = script(tmp_path, "import sys; sys.exit('out of ideas')")
    with pytest.raises(LayoutError, match="program failed: out of ideas; use --engine tree"):
        run(program, "digraph {}")


def test_a_program_that_cannot_be_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="cannot be run"):
        run(tmp_path / "nothing", "digraph {}")


@pytest.mark.parametrize("answer", ["", "no JSON", "{}", '{"objects": [{"name": "n0", "pos": "x"}]}'])
def test_an_answer_without_the_boxes_is_an_error_and_never_an_empty_page(tmp_path: Path, answer: str) -> None:
    program = script(tmp_path, f"print({answer!r})")
    with pytest.raises(LayoutError, match=r"cannot be read.*--engine tree"):
        arrange_by_dot(chain(3), program)


def test_a_program_that_loses_a_link_does_not_lose_it_on_the_map(tmp_path: Path) -> None:
    program = script(tmp_path, """print('{"objects": [{"name": "n0", "pos": "50,200"}, {"name": "n1", "pos": "50,50"}]}')""")
    plan = Plan((Box("head", 100, 50), Box("tail", 100, 50)), (Link("lost", "tail", "head", Lane.FOR),), Direction.UP)
    placement = arrange_by_dot(plan, program)
    assert loose_ends(plan, placement) == []


def test_ids_of_users_never_reach_the_program() -> None:
    names = ['"', "a->b", "</table>", "\\", "node", "n0"]
    boxes = tuple(Box(name, 100, 50) for name in names)
    links = tuple(Link(f"l{name}", name, names[0], Lane.FOR) for name in names[1:3])
    placement = arrange(Plan(boxes, links), LAYERED[0])
    assert list(placement.corners) == names


def test_what_is_nearly_a_tree_is_drawn_as_one() -> None:
    assert not is_tangle(debate(40))
    assert not is_tangle(debate(40, cross=0.1))
    assert arrange(debate(40)) == arrange_as_tree(debate(40))


def test_a_small_tangle_is_drawn_in_layers_by_the_wheels_program_first() -> None:
    assert is_tangle(core())
    assert layered_engine(core()) is Engine.GRAPHVIZ_PURE
    assert arrange(core()) == arrange(core(), "graphviz-pure")


@pytest.mark.parametrize("seed", range(6))
def test_a_small_map_that_is_no_tree_is_drawn_the_way_that_is_easier_to_follow(seed: int) -> None:
    plan = replace(debate(20, cross=0.1, seed=seed), direction=Direction.UP)
    layered, tree = arrange(plan, Engine.GRAPHVIZ_PURE), arrange(plan, Engine.TREE)
    chosen = arrange(plan)
    assert chosen in (layered, tree)
    assert confusion(plan, chosen) <= confusion(plan, tree)


def test_lines_that_cross_or_run_through_boxes_are_harder_to_follow() -> None:
    boxes = tuple(Box(name, 10, 10) for name in "abcd")
    plan = Plan(boxes, (Link("one", "c", "a", Lane.FOR), Link("two", "d", "b", Lane.FOR)))
    corners = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (0.0, 100.0), "d": (100.0, 100.0)}

    def drawn(*ends: tuple[float, float]) -> Placement:
        one, to, other, end = ends
        return Placement(corners, {"one": Route((one, to)), "two": Route((other, end))}, 110, 110)

    straight = confusion(plan, drawn((5, 100), (5, 10), (105, 100), (105, 10)))
    assert straight == 180
    assert confusion(plan, drawn((5, 100), (105, 10), (105, 100), (5, 10))) > straight + 100
    assert confusion(plan, drawn((5, 100), (5, 10), (104, 106), (2, 104))) > straight


@pytest.mark.parametrize("engine", LAYERED)
def test_a_layered_engine_sets_nothing_between_the_answers_to_a_question(engine: str) -> None:
    boxes = (
        *(Box(f"q{index}", 200, 60) for index in range(2)),
        *(Box(f"a{index}", 200, 60) for index in range(4)),
        Box("r", 200, 60),
    )
    answers = tuple(Link(f"l{index}", f"a{index}", f"q{index % 2}", Lane.ANSWER) for index in range(4))
    reasons = tuple(Link(f"r{index}", "r", f"a{index}", Lane.FOR) for index in range(4))
    corners = arrange(Plan(boxes, (*answers, *reasons), Direction.UP), engine).corners
    order = [int(name[1]) % 2 for name in sorted(("a0", "a1", "a2", "a3"), key=lambda name: corners[name][0])]
    assert order in ([0, 0, 1, 1], [1, 1, 0, 0])


def test_a_large_tangle_is_drawn_as_a_tree_without_a_look_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    def layered(plan: Plan, engine: Engine) -> Placement:
        raise AssertionError((plan, engine))

    monkeypatch.setattr(arranging, "_arranged_in_layers", layered)
    plan = tangle(300, 3_000)
    assert arrange(plan) == arrange_as_tree(plan)


def test_without_a_layered_engine_a_tangle_is_drawn_as_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.layout.choosing.program_of", lambda _: None)
    assert arrange(core()) == arrange_as_tree(core())


def test_a_layered_page_that_is_too_long_gives_way_to_the_tree() -> None:
    plan = debate(40)
    tree = arrange_as_tree(plan)
    assert better(plan, Placement({}, {}, 4_000, 1_000), tree) is tree
    assert better(plan, Placement({}, {}, 1_000, 3_100), tree) is tree
    assert better(plan, Placement({}, {}, 1_500, 1_400), tree).width == 1_500


@pytest.mark.parametrize("count", [40, 60, 80])
def test_whatever_engine_is_chosen_the_page_keeps_its_shape(count: int) -> None:
    placement = arrange(core(count=count, links=count * 3 // 2))
    assert 1 / 3 <= placement.width / placement.height <= 3
