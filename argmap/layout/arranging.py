"""The one door to the layout: a plan in, a placement out."""

from dataclasses import replace
from typing import assert_never

from argmap.layout.plan import Direction, Engine, LayoutError, Placement, Plan
from argmap.layout.tree import arrange_as_tree


def arrange(plan: Plan, engine: str | None = None) -> Placement:
    """Return where every box stands and how every link runs.

    Args:
        plan: the boxes and links; every link's ends are boxes of it.
        engine: the value of an `Engine`; None chooses by the size and shape of the plan, among those that are installed.

    Raises:
        LayoutError: the engine is not known, not installed, or did not end.
    """
    if engine is None:
        return _arranged_by_choice(plan)
    match _known(engine):
        case Engine.TREE:
            return arrange_as_tree(plan)
        case Engine.GRAPHVIZ_PURE | Engine.DOT as layered:
            return _arranged_in_layers(plan, layered)
        case unknown:
            assert_never(unknown)


def _known(engine: str) -> Engine:
    try:
        return Engine(engine)
    except ValueError:
        names = ", ".join(known.value for known in Engine)
        raise LayoutError(f"unknown layout engine {engine!r}; known are {names}") from None


def _arranged_by_choice(plan: Plan) -> Placement:
    from argmap.layout.choosing import SMALL_MAP, better, layered_engine

    layered = layered_engine(plan)
    tree = arrange_as_tree(plan)
    if not layered:
        return tree
    # One start of a program is enough for a small map.
    upwards = plan.direction is Direction.AUTO and len(plan.boxes) <= SMALL_MAP
    tried = replace(plan, direction=Direction.UP) if upwards else plan
    return better(plan, _arranged_in_layers(tried, layered), tree)


def _arranged_in_layers(plan: Plan, engine: Engine) -> Placement:
    from argmap.layout.dot import arrange_by_dot
    from argmap.layout.programs import program_of

    program = program_of(engine)
    if program is None:
        raise LayoutError(f"the program {engine.value} is not installed; use --engine tree")
    return arrange_by_dot(plan, program)
