"""Texts to find quotes in: invented ones, those of the repository, and the article, where this machine has it."""

import os
from pathlib import Path

import pytest

from argmap.anchoring import IndexedText, index_text

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(os.environ.get("ARGMAP_SOURCES", ROOT / ".." / "shared" / "sources"))

HARBOUR = """The harbour report

“The harbour must be dredged,” said the harbour master, “or the ferries will go elsewhere.” She counted 212 ferries in May;
a year earlier there had been 240. The fishermen's league disagrees: fewer ferries, it says, mean fewer anglers in the way.

Dredging costs 3.2 million a year – as much as the town spends on its schools. “Nobody has shown me a single ferry that left
because of the mud,” the treasurer objected… The mud, she added, was there before the ferries and will be there after them.

The harbour master does not give in. Two lines have written to her: they want four metres of water at low tide, in writing,
before they sign for another season. The treasurer has seen the letters and calls them "a wish list".
"""

PORT = """Порт и мель

«Порт надо углубить, – говорит капитан порта, – иначе паромы уйдут к соседям». В мае она насчитала 212 паромов; годом
раньше их было 240. Союз рыбаков возражает: чем меньше паромов, тем спокойнее рыбе, а значит, и рыбакам.

Работы стоят 3,2 миллиона в год – столько же, сколько город тратит на школы. «Мне ещё никто не показал парома, который ушёл
бы из-за ила», – отвечает казначей… Ил, добавляет она, лежал здесь до паромов и будет лежать после них.

Капитан порта не сдаётся. Две линии написали ей, что ждут четырёх метров воды в отлив, и ждут их на бумаге, прежде чем
подпишут договор на новый сезон. Казначей читала оба письма и называет их «списком желаний».
"""


@pytest.fixture(scope="session")
def texts() -> tuple[IndexedText, ...]:
    """Return at least two texts of several paragraphs, one Russian and one English."""
    files = sorted((ROOT / "annotations").rglob("*.txt")) + sorted(SOURCES.glob("*.txt"))
    return tuple(map(index_text, (HARBOUR, PORT, *(file.read_text(encoding="utf-8") for file in files))))
