"""A file in which several things are broken: each is told, and none that is whole."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from argmap.api import loads

ROOT: Final = Path(__file__).parents[2]
TEXTS: Final = [path.read_text("utf-8") for path in sorted((ROOT / "annotations").rglob("*.yaml"))]


def _in(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda line: line if re.search("['\"{]", line) else re.sub(pattern, replacement, line, count=1)


SLIPS: Final[tuple[Callable[[str], str], ...]] = (
    _in(r"(: )([^\s|>].*)", r"\1before: \2"),
    _in(r": ([^\s|>])", r': "\1'),
    _in(r": ([^\s|>])", r": @\1"),
    _in(r"^(\s+[a-z-]+):", r"\1"),
    _in(r"^(\s+[a-z-]+:)", r"   \1"),
    _in(r"^ (\s+[a-z-]+:)", r"\1"),
    _in(r"^  \s*", "\t"),
    lambda line: re.sub(r"\}\s*$", "", line),
)
"""What goes wrong in a line: a colon, an open quotation mark, a sign, a colon that is missing, indentation, an open brace."""


def _lines_told(text: str) -> list[int]:
    return [one.finding.at.line for one in loads(text).diagnostics if one.rule.code == "AM003"]


@pytest.mark.parametrize("seed", range(4))
def test_as_many_faults_are_told_as_there_are_at_most_and_most_of_them_at_once(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    slipped = told = 0
    for _ in range(60):
        lines = chance.choice(TEXTS).split("\n")
        broken: list[int] = []
        for _ in range(chance.randint(1, 3)):
            number = chance.randrange(len(lines))
            slip = chance.choice(SLIPS)(lines[number])
            if slip != lines[number] and all(abs(number - other) > 1 for other in broken):
                lines[number] = slip
                broken.append(number)
        found = _lines_told("\n".join(lines))
        assert len(found) <= len(broken), (broken, found)
        slipped, told = slipped + len(broken), told + len(found)
    assert told > 0.75 * slipped


def test_twenty_faults_are_told_and_the_others_once_those_are_mended() -> None:
    broken = "".join(f"  - {{by: a, claim: c{row}, stance: for\n" for row in range(30))
    assert _lines_told(f"argmap: 1\nstatements:\n{broken}") == list(range(3, 23))


@pytest.mark.parametrize(
    "text", ["\t", "{", "'", '"', "a: b: c", "- {\n- {\n", "a:\n\t\t\tb\n", "}\n}\n}", "---\n---\na: [", "%YAML 3\n%YAML 4\n"]
)
def test_what_is_broken_altogether_is_read_to_an_end(text: str) -> None:
    assert loads(text).diagnostics
