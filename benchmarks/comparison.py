"""Print what it takes to load and compare a large corpus: CPU time and memory, each stage behind the one before.

Usage: python benchmarks/comparison.py [--articles N] [--statements N] [--actors N] [--claims N] [--folder DIR] [--site]

The corpus is made up from a fixed seed: actors of four camps; claims that lean towards some of the camps, five to a question,
every second question a choice; evidence that bears on them; statements with quotes, hedges, conditions and changes of mind. It is
written to a folder (a temporary one by default) and read from there, as users do.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time, time_ns
from typing import Final

from argmap.collecting import seldom_collecting

SEED: Final = 20251210
CAMPS: Final = 4
ANSWERS: Final = 5
WORDS: Final = (  # noqa: SIM905 - easier to read
    "carbon tax policy government budget household price energy report survey minister expert growth inflation evidence study "
    "market reform city transport school health worker union company emission cost benefit risk public"
).split()


@dataclass(frozen=True, slots=True)
class Size:
    """How large a corpus is."""

    articles: int
    statements: int
    actors: int
    claims: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the corpus, then print the table."""
    parser = argparse.ArgumentParser(description="Time loading and comparing a large corpus.")
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--actors", type=int, default=2_000)
    parser.add_argument("--claims", type=int, default=3_000)
    parser.add_argument("--folder", type=Path, help="where the corpus is written, and read from if it is there already")
    parser.add_argument("--site", action="store_true", help="build the site too, twice: many minutes at full size")
    options = parser.parse_args(arguments)
    size = Size(options.articles, options.statements, options.actors, options.claims)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        if not (folder / "codebook.yaml").exists():
            folder.mkdir(parents=True, exist_ok=True)
            write_corpus(folder, size)
        print(f"{size.articles:,} articles, {size.statements:,} statements, {size.actors:,} actors, {size.claims:,} claims")
        print(f"{'stage':<40}{'CPU s':>9}{'peak MB':>9}")
        with seldom_collecting():  # as the command line does
            for stage, seconds in stages(folder, Path(temporary)):
                print(f"{stage:<40}{seconds:>9.2f}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>9.0f}")
        for stage, seconds in builds(folder, Path(temporary) / "site") if options.site else ():
            print(f"{stage:<40}{seconds:>9.2f}{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:>9.0f}")
    return 0


def builds(folder: Path, site: Path) -> Iterator[tuple[str, float]]:
    """Build the site of a corpus, and build it again when nothing has changed; yield each time with its CPU time."""
    for what in ("build", "build again"):
        began, before = time_ns(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "argmap", "build", folder, "-o", site], check=True)  # noqa: S603 - our own program
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        pages = [page.stat() for page in site.rglob("*.html")]
        new = sum(page.st_mtime_ns > began for page in pages)
        megabytes = sum(page.st_size for page in pages) / 1e6
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        yield f"{what}: {new:,} of {len(pages):,} pages, {megabytes:,.0f} MB", seconds


def stages(folder: Path, temporary: Path) -> Iterator[tuple[str, float]]:
    """Load and compare a corpus, writing what `argmap compare` and `argmap network` write; yield each stage with its CPU time."""
    started = process_time()

    def lap() -> float:
        nonlocal started
        now = process_time()
        started, before = now, started
        return now - before

    from argmap.api import load

    yield "import", lap()
    annotated = load(folder)
    yield "load: read, parse, validate", lap()
    linked = annotated.linked
    yield "load: link the graph", lap()
    del annotated
    yield "let go of the files", lap()

    from argmap.comparison.comparing import compare
    from argmap.comparison.networks.graphml import graphml_lines
    from argmap.comparison.networks.network import Mode, network
    from argmap.comparison.pairs.congruence import Normalisation
    from argmap.comparison.records import json_parts

    yield "import numpy and the comparison", lap()
    comparison = compare(linked.graph, provenance=linked.provenance_of)
    yield "compare", lap()
    written = _write(temporary / "comparison.json", json_parts(comparison))
    yield f"write {written / 1e6:.0f} MB of JSON", lap()
    del comparison
    ties = network(linked.graph, Mode.SUBTRACT, Normalisation.AVERAGE)
    yield f"network: {len(ties.edges):,} ties", lap()
    written = _write(temporary / "network.graphml", graphml_lines(ties, "en"))
    yield f"write {written / 1e6:.0f} MB of GraphML", lap()


def _write(path: Path, parts: Iterable[str]) -> int:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(parts)
    return path.stat().st_size


def write_corpus(folder: Path, size: Size) -> None:
    """Write a codebook and the articles that include it."""
    dice = random.Random(SEED)  # noqa: S311 - nothing here is secret
    leanings = [[dice.choice((0.1, 0.5, 0.9)) for _ in range(CAMPS)] for _ in range(size.claims)]
    (folder / "codebook.yaml").write_text("\n".join(_codebook(dice, size)) + "\n", encoding="utf-8")
    for number in range(size.articles):
        lines = _article(dice, size, number, leanings)
        (folder / f"article-{number:05}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def _codebook(dice: random.Random, size: Size) -> Iterator[str]:
    yield from ("argmap: 1", "language: en", "actors:")
    for actor in range(size.actors):
        kind = ("person", "person", "person", "organization", "group")[actor % 5]
        yield from (f"  a{actor}:", f"    name: Actor {actor}", f"    kind: {kind}")
    yield "questions:"
    for question in range(size.claims // ANSWERS):
        yield from (f"  q{question}:", f"    text: {_sentence(dice, 8)}?", f"    kind: {('choice', 'open')[question % 2]}")
    yield "claims:"
    for claim in range(size.claims):
        yield from (f"  c{claim}:", f"    text: {_sentence(dice, 12)}.", f"    answers: q{claim // ANSWERS}")
        if claim % 3 == 2:  # noqa: PLR2004 - every third bears on another
            verb = dice.choice(("supports", "attacks"))
            yield f"    {verb}: c{dice.randrange(claim)}"


def _article(dice: random.Random, size: Size, number: int, leanings: Sequence[Sequence[float]]) -> Iterator[str]:
    yield from ("argmap: 1", "language: en", "include:", "  - codebook.yaml", "source:")
    year = 2015 + number * 10 // size.articles
    yield from (f"  title: Article {number}", f"  date: {year}-{1 + number % 12:02}-{1 + number % 28:02}")
    yield "evidence:"
    for row in range(3):
        yield from (f"  e{row}:", f"    text: {_sentence(dice, 14)}.", "    kind: statistic")
        yield f"    supports: c{dice.randrange(size.claims)}"
    yield "statements:"
    actor = 0
    for row in range(size.statements // size.articles):
        replaces = row > 0 and dice.random() < 0.01  # noqa: PLR2004 - few
        actor, claim = actor if replaces else dice.randrange(size.actors), dice.randrange(size.claims)
        yield from (f"  - id: s{row}", f"    by: a{actor}")
        if row < 3:  # noqa: PLR2004 - once each
            yield from (f"    evidence: e{row}", "    stance: for")
        else:
            likely = leanings[claim][actor % CAMPS]
            stance = "for" if dice.random() < likely else "against"
            yield from (f"    claim: c{claim}", f"    stance: {dice.choices((stance, 'mixed', 'neutral'), (18, 1, 1))[0]}")
        yield from ("    speech: paraphrase", f"    quote: {_sentence(dice, 8)}")
        if dice.random() < 0.1:  # noqa: PLR2004 - some
            yield f"    hedge: {dice.choice(('likely', 'possible'))}"
        if dice.random() < 0.05:  # noqa: PLR2004 - few
            yield f"    given: {_sentence(dice, 6)}"
        if replaces:
            yield f"    replaces: s{row - 1}"


if __name__ == "__main__":
    sys.exit(main())
