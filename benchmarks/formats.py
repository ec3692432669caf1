"""Time foreign formats: how fast and in how much memory each is imported, and three debates as they come.

usage: python benchmarks/formats.py [--runs 3] [--sizes 1,4] [--words 1,30] [--most] [FORMAT…]

Memory is the peak of `argmap import`, which reads, writes and checks, with what the program itself takes; `times` is that as a
multiple of the file, and `bound` how much it is of what it may be: 20 times the file, or 128 MB. Files are made of records of one
word, the worst case, and of sentences of 30 (`records.py`); with --most also as large as a format may be, where the limit on
entries answers. Times are CPU seconds, medians of several runs; compare ratios taken in one run on one machine.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import records
from debate import debate

ROOT: Final = Path(__file__).resolve().parent.parent
ARGMAP: Final = (sys.executable, "-m", "argmap")
MEGABYTE: Final = 1_000_000
TIMES: Final = 20
ALWAYS: Final = 128
"""MB."""
LIMITS: Final = {"microtexts": 8, "brat": 8, "kialo": 16, "argdown": 16, "carneades": 16}
"""MB of the largest file that is read; of others 64, of archives and databases more than is tried here."""
MOST: Final = 64
COMPRESSED: Final = frozenset({"xlsx", "refi-qda"})
"""Of these one MB is a dozen as they are read; larger ones are not tried."""


class Cost(NamedTuple):
    """What a command took."""

    seconds: float
    megabytes: float
    status: int


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description="Time the import of foreign formats.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="1,5", help="MB of the files of records, with commas between")
    parser.add_argument("--words", default="1,30", help="words of a record, with commas between")
    parser.add_argument("--most", action="store_true", help="also files as large as the format may be")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="these alone, without the three debates")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    sizes = [float(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        for words in map(int, options.words.split(",")):
            print(f"{f'records of {words}':<16}{'file':>9}{'CPU':>10}{'memory':>10}{'times':>8}{'bound':>8}")
            for name in options.formats or records.MAKERS:
                _import_records(name, sizes, words, Path(folder), most=options.most)
        if not options.formats:
            print(f"\n{'debates as they come':<44}{'CPU':>10}{'memory':>10}")
            _debates(Path(folder), options.runs)


def _import_records(name: str, sizes: Sequence[float], words: int, folder: Path, *, most: bool) -> None:
    largest = LIMITS.get(name, MOST)
    wanted = [size for size in sizes if size <= largest and (size <= 1 or name not in COMPRESSED)]
    for size in [*wanted, *([largest] if most and name not in COMPRESSED else [])]:
        given = _records(name, size, words, folder)
        cost = _cost([*ARGMAP, "import", *given, "-o", str(folder / "out"), "--force"], 1)
        whole = sum(path.stat().st_size for path in Path(given[0]).parent.iterdir()) / MEGABYTE
        bound = max(TIMES * whole, ALWAYS)
        refused = "   refused" if cost.status else ""
        part = cost.megabytes / bound
        numbers = f"{whole:>6.1f} MB{cost.seconds:>8.1f} s{cost.megabytes:>7.0f} MB{cost.megabytes / whole:>8.1f}{part:>8.0%}"
        print(f"{name:<16}{numbers}{refused}", flush=True)


def _records(name: str, size: float, words: int, folder: Path) -> list[str]:
    """Write files of a format, in a process whose memory does not count; return the first, and which format it is of."""
    inside = folder / f"{name}-{size}-{words}"
    script = str(Path(records.__file__))
    arguments = [name, str(round(size * MEGABYTE)), str(inside), str(words)]
    subprocess.run([sys.executable, script, *arguments], check=True)  # noqa: S603 - our own
    (first,) = (path for path in inside.iterdir() if path.suffix != ".txt" or name == "kialo")
    return [str(first), "--from", name, "--language", "en"]


def _debates(folder: Path, runs: int) -> None:
    network = folder / "aif.json"
    network.write_bytes(records.aif(2_500, words=12))
    _row("AIF, 5,000 nodes → YAML", runs, [*ARGMAP, "import", str(network), "-o", str(folder / "aif.yaml"), "--force"])
    maps = folder / "maps"
    maps.mkdir()
    for number in range(1_500):
        (maps / f"nodeset{number}.json").write_bytes(records.aif(15, words=12, first=100 * number))
    _row("AIF, 1,500 maps → YAML", 1, [*ARGMAP, "import", str(maps), "-o", str(folder / "corpus"), "--force"])
    discussion, annotation = folder / "kialo.txt", str(folder / "kialo.yaml")
    discussion.write_text(_kialo(839), "utf-8")
    _row("Kialo, 839 claims → YAML", runs, [*ARGMAP, "import", str(discussion), "-o", annotation, "--force"])
    for suffix in ("svg", "html"):
        command = [*ARGMAP, "render", annotation, "-o", str(folder / f"kialo.{suffix}")]
        _row(f"Kialo, 839 claims: YAML → {suffix.upper()}", runs, command)


def _kialo(claims: int) -> str:
    made = debate(claims, branch=3)
    numbers = ["1"]
    below: dict[int, int] = {}
    for relations in made.relations[1:]:
        parent = relations[0][1]
        below[parent] = below.get(parent, 0) + 1
        numbers.append(f"{numbers[parent]}.{below[parent]}")
    labels = ["Thesis", *("Pro" if relations[0][0] == "+" else "Con" for relations in made.relations[1:])]
    lines = (f"{number}. {label}: {text}" for number, label, text in zip(numbers, labels, made.texts, strict=True))
    return "\n".join(("Discussion Title: What should be done?", "", *lines, ""))


def _row(name: str, runs: int, command: Sequence[str]) -> None:
    cost = _cost(command, runs)
    print(f"{name:<44}{cost.seconds:>8.2f} s{cost.megabytes:>7.0f} MB", flush=True)
    if cost.status:
        raise SystemExit(f"failed with exit status {cost.status}: {' '.join(command)}")


def _cost(command: Sequence[str], runs: int) -> Cost:
    costs = [_once(command) for _ in range(runs)]
    return Cost(statistics.median(one.seconds for one in costs), max(one.megabytes for one in costs), costs[-1].status)


def _once(command: Sequence[str]) -> Cost:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, _megabytes(usage), process.returncode)


def _megabytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / MEGABYTE


if __name__ == "__main__":
    main()
