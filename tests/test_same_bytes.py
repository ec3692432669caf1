"""The same files give the same bytes: in any order, in any folder, in any process."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.api import Format, load, render

ROOT: Final = Path(__file__).resolve().parent.parent
ANNOTATIONS: Final = ROOT / "annotations"
CORPUS: Final = ANNOTATIONS / "car-free-centre"

_entry = "{{text: Text of {0}., answers: {1}, supports: [{2}]}}"


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, str]:
    """Files by path: codebooks and articles, some with one id, one date or one name, in different folders."""
    files = {"book.yaml": "argmap: 1\nactors: {a: Anna, b: Boris}\nquestions: {q: Why?, r: How?}\nclaims: {c: So., d: Not so.}\n"}
    for number in range(draw(st.integers(1, 4))):
        folder = draw(st.sampled_from(("", "one/", "two/")))
        source = draw(st.sampled_from(("id: same, ", "")))
        date = draw(st.sampled_from(("2025", "2025-01", "2024-12-31", "1999")))
        name = f"{folder}{draw(st.sampled_from(('article', 'other', f'article-{number}')))}.yaml"
        up = "../" if folder else ""
        statements = "".join(
            f"  - {{by: [{draw(st.sampled_from('ab'))}], claim: {draw(st.sampled_from('cde'))}, stance: for}}\n"
            for _ in range(draw(st.integers(0, 3)))
        )
        files[name] = (
            f"argmap: 1\ninclude: {up}book.yaml\nsource: {{{source}title: T, date: {date}}}\n"
            f"claims: {{e: {_entry.format(number, 'q', draw(st.sampled_from('cd')))}}}\n"
            + (f"statements:\n{statements}" if statements else "")
        )
    return files


def written_as_json(files: dict[str, str], order: Sequence[str] = ()) -> str:
    with TemporaryDirectory() as folder:
        base = Path(folder, "deeper" * len(order))
        for name, text in files.items():
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_text(text)
        return render(load([base / name for name in order] or base), Format.JSON)


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_and_their_folder_do_not_matter(files: dict[str, str], shuffler: random.Random) -> None:
    order = sorted(files)
    shuffler.shuffle(order)
    assert written_as_json(files) == written_as_json(files, [*order, *order])


@pytest.mark.parametrize("to", Format)
def test_a_real_corpus_gives_the_same_map_in_any_order_and_folder(to: Format, tmp_path: Path) -> None:
    copy = shutil.copytree(CORPUS, tmp_path / "elsewhere")
    backwards = sorted(copy.glob("*.yaml"), reverse=True)
    assert render(load(CORPUS), to) == render(load(backwards), to)


def test_the_seed_of_hashes_does_not_matter(tmp_path: Path) -> None:
    written: list[dict[Format, bytes]] = []
    for seed in ("0", "4242"):
        outputs = {to: tmp_path / f"{seed}.{to}" for to in Format}
        command = [sys.executable, "-m", "argmap", "render", str(ANNOTATIONS), *(f"--output={path}" for path in outputs.values())]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own program
        written.append({to: path.read_bytes() for to, path in outputs.items()})
    assert written[0] == written[1]
    assert all(len(content) > 10_000 for content in written[0].values())
