"""The one door to the layout: a plan in, a placement out."""

from typing import assert_never

from argmap.layout.dot import arrange_by_dot
from argmap.layout.plan import Engine, LayoutError, Placement, Plan
from argmap.layout.programs import program_of
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
        return arrange_as_tree(plan)
    match _known(engine):
        case Engine.TREE:
            return arrange_as_tree(plan)
        case Engine.GRAPHVIZ_PURE | Engine.DOT as layered:
            program = program_of(layered)
            if program is None:
                raise LayoutError(f"the program {layered.value} is not installed; use --engine tree")
            return arrange_by_dot(plan, program)
        case unknown:
            assert_never(unknown)


def _known(engine: str) -> Engine:
    try:
        return Engine(engine)
    except ValueError:
        names = ", ".join(known.value for known in Engine)
        raise LayoutError(f"unknown layout engine {engine!r}; known are {names}") from None
