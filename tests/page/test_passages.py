from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.api import AnnotatedCorpus, load
from argmap.rendering.page.passages import CONTEXT, Share, excerpts, texts_record

ARTICLE = "A headline\n\nThe harbour must be dredged, she said. Nobody listened. The end came later.\n"
ANNOTATION = """argmap: 1
source:
  title: A harbour
  file: harbour.txt
actors:
  master:
    name: Harbour master
claims:
  dredge:
    text: The harbour must be dredged.
statements:
  - by: master
    claim: dredge
    stance: for
    quote: must be dredged
"""


def corpus(folder: Path, texts: Path | None) -> AnnotatedCorpus:
    folder.mkdir(exist_ok=True)
    (folder / "harbour.yaml").write_text(ANNOTATION, "utf-8")
    if texts is not None:
        texts.mkdir(exist_ok=True)
        (texts / "harbour.txt").write_text(ARTICLE, "utf-8")
    return load(folder, [] if texts in {None, folder} else [texts])


def record(annotated: AnnotatedCorpus, wanted: Share | None = None) -> dict[str, object]:
    found = texts_record(annotated.graph, annotated.provenance, annotated.texts_apart, wanted)["harbour"]
    assert isinstance(found, dict)
    return found


def test_a_text_beside_its_annotation_goes_along_whole(tmp_path: Path) -> None:
    assert record(corpus(tmp_path / "a", tmp_path / "a")) == {"share": "full", "pieces": [[0, ARTICLE]]}


def test_a_text_that_is_kept_apart_goes_along_in_excerpts(tmp_path: Path) -> None:
    found = record(corpus(tmp_path / "a", tmp_path / "texts"))
    assert found == {"share": "excerpts", "pieces": [[12, "The harbour must be dredged, she said."]]}


@pytest.mark.parametrize("share", list(Share))
def test_what_is_asked_for_goes_along_wherever_the_text_lies(tmp_path: Path, share: Share) -> None:
    assert record(corpus(tmp_path / "a", tmp_path / "texts"), share)["share"] == share
    assert record(corpus(tmp_path / "b", tmp_path / "b"), share)["share"] == share


def test_nothing_of_a_text_goes_along_when_none_is_asked_for(tmp_path: Path) -> None:
    assert record(corpus(tmp_path / "a", tmp_path / "a"), Share.NONE)["pieces"] == []


def test_a_text_that_is_not_on_this_machine_is_said_to_be_absent(tmp_path: Path) -> None:
    assert record(corpus(tmp_path / "a", None)) == {"share": "absent", "pieces": []}


@given(st.text(alphabet="ab .\n!?»", min_size=1, max_size=600), st.data())
def test_excerpts_hold_every_passage_and_little_besides(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=4))
    passages = [(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    found = excerpts(text, passages)
    assert found == sorted(found)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    for start, end in passages:
        assert any(first <= start and end <= last for first, last in found)
    assert sum(end - start for start, end in found) <= sum(end - start + 2 * CONTEXT for start, end in passages)


def test_an_excerpt_that_begins_or_ends_amid_a_sentence_says_so(tmp_path: Path) -> None:
    corpus(tmp_path / "a", None)
    (tmp_path / "texts").mkdir()
    for begins, ends, cut in (
        ("", ".", []),
        ("so " * 80, ".", [1]),
        ("", " and so on" * 40, [2]),
        ("so " * 80, " and so on" * 40, [3]),
    ):
        text = f"A headline.\n\n{begins}The harbour must be dredged{ends} Nobody listened.\n"
        (tmp_path / "texts" / "harbour.txt").write_text(text, "utf-8")
        annotated = load(tmp_path / "a", [tmp_path / "texts"])
        pieces = record(annotated)["pieces"]
        assert isinstance(pieces, list)
        assert [piece[2:] for piece in pieces] == [cut]
        assert "must be dredged" in pieces[0][1]


def test_an_initial_or_an_abbreviation_ends_no_sentence() -> None:
    text = "First. Today S. Takaichi, who at 3 p.m. spoke of it, came. Last."
    place = text.index("spoke")
    assert [text[start:end] for start, end in excerpts(text, [(place, place + 5)])] == [
        "Today S. Takaichi, who at 3 p.m. spoke of it, came."
    ]
