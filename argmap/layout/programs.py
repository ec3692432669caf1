"""The Graphviz programs: where they are, and how they are run."""

import sys
from pathlib import Path

from argmap.layout.plan import Engine, LayoutError

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


def run(program: Path, description: str, seconds: float = SECONDS) -> str:
    """Return what a Graphviz program answers to a description in DOT, as JSON, one document a graph.

    Raises:
        LayoutError: the program cannot be run, fails, or does not end in time.
    """
    from subprocess import TimeoutExpired

    from graphviz.backend.execute import CalledProcessError, ExecutableNotFound, run_check

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
