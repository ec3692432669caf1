"""The one door to the layout: a plan in, a placement out."""

from argmap.layout.plan import Placement, Plan
from argmap.layout.tree import arrange_as_tree


def arrange(plan: Plan, engine: str | None = None) -> Placement:
    """Return where every box stands and how every link runs.

    Raises:
        LayoutError: the engine is not known, not installed, or did not end.
    """
    del engine
    return arrange_as_tree(plan)
