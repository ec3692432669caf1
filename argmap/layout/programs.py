"""The Graphviz programs: where they are, what they are told, and how they are run."""

import sys
from pathlib import Path
from typing import assert_never

from argmap.layout.plan import Direction, Engine, Lane, LayoutError, Plan
from argmap.layout.ranks import answers_by_question, level_groups

INCH = 72.0
NODE_GAP = 0.36
"""Between boxes of a rank, in inches."""
RANK_GAP = 0.62
"""Between ranks, in inches: room for an arrow and a sign."""
SECONDS = 30.0
"""A program that runs longer is stopped."""


def program_of(engine: Engine) -> Path | None:
    """Return the path of an engine's program, None where it is not installed.

    The wheel's program stands beside the interpreter; either is also looked for on the PATH.
    """
    if engine is Engine.GRAPHVIZ_PURE:
        import sysconfig

        for folder in (Path(sys.executable).parent, Path(sysconfig.get_path("scripts"))):
            for name in (engine.value, f"{engine.value}.exe"):
                if (folder / name).is_file():
                    return folder / name
    import shutil

    found = shutil.which(engine.value)
    return Path(found) if found else None


def description(part: Plan, direction: Direction) -> str:
    """Return a part in DOT: its boxes are n0, n1 and so on, its links e0, e1 and so on."""
    from graphviz import Digraph  # type: ignore[import-untyped]  # it comes without types

    graph = Digraph(
        graph_attr={
            "rankdir": "BT" if direction is Direction.UP else "LR",
            "nodesep": str(NODE_GAP),
            "ranksep": str(RANK_GAP),
            "splines": "true",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"dir": "none"},
    )
    places = {box.id: index for index, box in enumerate(part.boxes)}
    for index, box in enumerate(part.boxes):
        graph.node(f"n{index}", width=f"{box.width / INCH:.5f}", height=f"{box.height / INCH:.5f}")
    for index, link in enumerate(part.links):
        if link.tail != link.head:
            looks = {"constraint": "false"} if link.lane is Lane.RIVAL else {"weight": _weight(link.lane)}
            graph.edge(f"n{places[link.tail]}", f"n{places[link.head]}", id=f"e{index}", **looks)
    groups = level_groups(part)
    ranked = {index for group in groups for index in group}  # a program may not take one box in two groups
    for number, row in enumerate(answers_by_question(part)):
        if ranked.isdisjoint(row):
            # Nothing else comes between the boxes of a cluster.
            with graph.subgraph(name=f"cluster_{number}", graph_attr={"peripheries": "0", "margin": "0"}) as cluster:
                for index in row:
                    cluster.node(f"n{index}")
    for group in groups:
        with graph.subgraph(graph_attr={"rank": "same"}) as level:
            for index in group:
                level.node(f"n{index}")
    return str(graph.source)


def _weight(lane: Lane) -> str:
    """Return how straight and short the lines of a lane are to be: those at a junction are parts of one line."""
    match lane:
        case Lane.PREMISE:
            return "4"
        case Lane.ANSWER | Lane.FOR | Lane.AGAINST:
            return "2"
        case Lane.DENIAL | Lane.RIVAL:
            return "1"
    assert_never(lane)


def run(program: Path, description: str, seconds: float = SECONDS) -> str:
    """Return what a Graphviz program answers to a description in DOT, as JSON, one document a graph.

    Raises:
        LayoutError: the program cannot be run, fails, or does not end in time.
    """
    from subprocess import TimeoutExpired

    from graphviz.backend.execute import CalledProcessError, ExecutableNotFound, run_check  # type: ignore[import-untyped]

    try:
        done = run_check(
            [program, "-Tjson0"], input=description, encoding="utf-8", capture_output=True, quiet=True, timeout=seconds
        )
    except TimeoutExpired:
        raise LayoutError(
            f"{program.name} did not end within {seconds:g} seconds: this map is too dense for it; use --engine tree"
        ) from None
    except CalledProcessError as failure:
        said = str(failure.stderr).strip().partition("\n")[0]
        raise LayoutError(f"{program.name} failed: {said or f'exit status {failure.returncode}'}; use --engine tree") from None
    except (ExecutableNotFound, OSError) as failure:
        raise LayoutError(f"{program} cannot be run: {failure}; use --engine tree") from None
    return str(done.stdout)
