"""Time whole commands as CPU seconds and peak memory: start-up, check, YAML → SVG and HTML; next to Argdown where it is there.

usage: python benchmarks/speed.py [--runs 3] [--argdown PROGRAM]

Each figure is the median of several runs of the whole process, user and system time with its children, after one warm-up. Compare
ratios, taken in one run on one machine, and not single figures. Nothing here is a test: machines differ, and are noisy.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from debate import as_argdown, as_argmap, debate

ROOT = Path(__file__).resolve().parent.parent
ARGMAP = (sys.executable, "-m", "argmap")
SIZES = ((100, 0.0), (1000, 0.0), (1000, 0.3), (5000, 0.0))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time argmap, and Argdown where it is there.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--argdown", default=shutil.which("argdown"), help="the program of Argdown; by default the one on the PATH")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    argdown: str | None = options.argdown
    print(f"{'work':<44}{'argmap':>16}{'Argdown':>16}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        # Compiled once, by the warm-up, as an installed package is: whatever the machine says about writing bytecode.
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _row("start-up (--help; Argdown --version)", options.runs, [*ARGMAP, "--help"], argdown and [argdown, "--version"])
        example = str(ROOT / "annotations" / "japan-central-asia.yaml")
        _row(
            "check of the example (Argdown --version)",
            options.runs,
            [*ARGMAP, "check", example],
            argdown and [argdown, "--version"],
        )
        for size, cross in SIZES:
            made = debate(size, cross=cross)
            annotation, text = Path(folder, f"d{size}-{cross}.yaml"), Path(folder, f"d{size}-{cross}.argdown")
            annotation.write_text(as_argmap(made), "utf-8")
            text.write_text(as_argdown(made), "utf-8")
            name = f"{size:,} claims" + (f", {round(cross * size)} cross relations" if cross else "")
            if not cross:
                _row(f"{name}: check", options.runs, [*ARGMAP, "check", str(annotation)], None)
            for suffix in ("svg", "html"):
                output = str(Path(folder, f"out.{suffix}"))
                peer = {"svg": ["map", "-f", "svg"], "html": ["html"]}[suffix]
                _row(
                    f"{name} → {suffix.upper()}",
                    options.runs,
                    [*ARGMAP, "render", str(annotation), "-o", output],
                    argdown and [argdown, *peer, str(text), str(Path(folder, "argdown"))],
                )


def _row(name: str, runs: int, ours: Sequence[str], peer: Sequence[str] | str | None) -> None:
    seconds, memory = _measure(ours, runs)
    line = f"{name:<44}{seconds:>8.2f} s{memory:>4.0f} MB"
    if peer and not isinstance(peer, str):
        peer_seconds, peer_memory = _measure(peer, runs)
        line += f"{peer_seconds:>8.2f} s{peer_memory:>4.0f} MB{seconds / peer_seconds:>8.2f}"
    print(line, flush=True)


def _measure(command: Sequence[str], runs: int) -> tuple[float, float]:
    """The median CPU seconds of a command and its children, and its peak memory in MB."""
    figures = [_once(command) for _ in range(runs + 1)][1:]
    return statistics.median(seconds for seconds, _ in figures), max(memory for _, memory in figures)


def _once(command: Sequence[str]) -> tuple[float, float]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"failed with exit status {process.returncode}: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1_000_000


if __name__ == "__main__":
    main()
