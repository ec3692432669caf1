"""docs/ru.md tells the truth: its annotation checks, its commands work, its mistakes are mistakes."""

import re
import shlex
from pathlib import Path

import pytest

from argmap.api import loads
from argmap.diagnostics import Severity
from tests.cli.conftest import Run, argmap, folder

__all__ = ["argmap", "folder"]

PAGE = (Path(__file__).parents[2] / "docs" / "ru.md").read_text("utf-8")
EXAMPLE = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[0]
COMMANDS = "".join(re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)).splitlines()
MISTAKES = re.findall(r"^\| `(\w+: [^`]+|\{.*?\}|– [^`]+)` \|", PAGE, re.MULTILINE)
TEXT = """\
Город спорит о жилье
14.03.2026

Союз жильцов считает, что плату пора ограничить: за пять лет она выросла на 31 процент, и это уже не то, к чему все привыкли. Мэр
ответил, что строить будут меньше, если так и сделать, и что об этом надо говорить с теми, кто строит, или после переписи.
"""


def test_the_way_from_an_article_to_a_map_can_be_gone(argmap: Run, folder: Path) -> None:
    (folder / "статья.txt").write_text(TEXT, "utf-8")
    for number, command in enumerate(COMMANDS):
        ran = argmap(*shlex.split(command)[1:])
        assert ran.status == 0, ran.err
        if number == 0:
            start = (folder / "статья.yaml").read_text("utf-8")
            assert "# Кто говорит." in start
            (folder / "статья.yaml").write_text(start.partition("# Кто говорит.")[0] + EXAMPLE, "utf-8")
    assert "2 statements, all 2 quotes found: no errors" in argmap("check", "--strict", "статья.yaml").out


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_called_a_mistake_is_one(mistake: str) -> None:
    good = "argmap: 1\nsource: {title: А, date: '2025'}\nactors: {мэр: Мэр}\nclaims: {а: {text: А}}\nstatements:\n"
    field = mistake.partition(":")[0]
    lines = {
        "text": f"argmap: 1\nclaims:\n  а:\n    {mistake}\n",
        "stance": f"{good}  - by: мэр\n    claim: а\n    {mistake}\n",
        "date": f"argmap: 1\nsource:\n  title: А\n  {mistake}\n",
    }
    assert loads(lines.get(field, f"{good}  - {mistake}\n" if field.startswith("{") else f"{good}  {mistake}\n")).diagnostics_of(
        {Severity.ERROR}
    )


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)", PAGE))))
def test_every_link_leads_to_a_page(target: str) -> None:
    assert (Path(__file__).parents[2] / "docs" / target).exists()
