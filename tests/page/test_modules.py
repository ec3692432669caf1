"""The pure parts of the page's scripts, by node's own test runner; Playwright brings a node along."""

import json
import subprocess
from pathlib import Path

import playwright
import pytest

from argmap.catalogue import catalogue_of, plural_category

HERE = Path(__file__).parent
NODE = Path(playwright.__file__).parent / "driver" / "node"
SUITES = sorted(HERE.glob("*.test.mjs"))


def node(*arguments: str) -> str:
    command = [str(NODE), *arguments]
    process = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own command
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name.partition(".")[0])
def test_the_tests_of_a_module_pass(suite: Path) -> None:
    assert "# fail 0" in node("--test", "--test-reporter=tap", str(suite))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_browsers_count_in_the_same_plurals_as_the_catalogue(language: str) -> None:
    rules = catalogue_of(language).entries["plural"]
    assert isinstance(rules, dict)
    script = f"console.log(JSON.stringify(Array.from({{length: 250}}, (_, n) => new Intl.PluralRules({language!r}).select(n))))"
    assert json.loads(node("--eval", script)) == [plural_category(rules, number) for number in range(250)]
