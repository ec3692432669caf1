"""Whatever a file and its text look like, putting quotes right changes the quotes, and nothing else."""

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import Anchor
from argmap.api import AnnotatedCorpus, load
from argmap.model import AnnotationFile
from argmap.writing.requoting import Correction, corrected, corrections
from tests.writing.annotations import texts, words
from tests.writing.disorder import Disorder

TEXT = (
    "The harbour was closed at dawn, and no-\nbody who lived near it had been told why: the gov-\r\n  ernment’s men\u00a0– "
    "so “they” said – knew. «Мы жда\u0301ли», сказала она, и ещё\u2028раз: «Мы ждали». \x02 It\u00adself a shop\u00ad\nkeeper # 3: "
    "{no} [sic], she waited,\x0c\nand waited; 'so' it was: - closed \\ for good, שלום, said the cafe\u0301 \u200eowner… "
    "At\tdawn, and nobody knew.\n"
)
DAMAGES = (
    str.upper,
    lambda words: " ".join(words.split()),
    lambda words: unicodedata.normalize("NFC", words),
    lambda words: re.sub("[“”«»]", '"', words),
    lambda words: re.sub(r"[-\u00ad]\s+", "", words),
    lambda words: words.replace("ё", "е").replace("–", "-").replace("а", "a"),
    lambda words: f'"{words}",',
    lambda words: words[:40] + "zz" + words[40:],
)
"""What becomes of words on their way from an article to an annotation."""


@st.composite
def quoted(draw: st.DrawFn) -> str:
    start = draw(st.integers(0, len(TEXT) - 8))
    passage = TEXT[start : start + draw(st.integers(4, 150))]
    for damage in draw(st.lists(st.sampled_from(DAMAGES), max_size=2)):
        passage = damage(passage)
    passage = re.sub("[\x02\x0c\u2028]", "", passage).strip()
    return passage or "dawn"


SELECTORS = st.fixed_dictionaries({"exact": quoted()}, optional={"prefix": quoted(), "suffix": quoted()})
QUOTES = st.one_of(quoted(), SELECTORS, st.lists(st.one_of(quoted(), SELECTORS), min_size=1, max_size=3))
STATEMENTS = st.fixed_dictionaries(
    {"by": st.just("she"), "claim": st.just("closed"), "stance": st.just("for"), "quote": QUOTES},
    optional={"note": words, "gloss": texts},
)


def files(statements: list[dict[str, Any]]) -> dict[str, Any]:
    source = {"title": "Harbour", "file": "harbour.txt"}
    claims = {"closed": "The harbour was closed."}
    return {"argmap": "1", "statements": statements, "source": source, "actors": {"she": "A woman"}, "claims": claims}


@given(st.lists(STATEMENTS, min_size=1, max_size=4).map(files), st.integers(0, 10**6), st.floats(0, 1))
def test_only_quotes_change_they_keep_their_places_and_are_right_then(value: dict[str, Any], seed: int, amount: float) -> None:
    disorder = Disorder(seed, amount)
    before = disorder.file(value)
    with TemporaryDirectory() as folder:
        Path(folder, "harbour.txt").write_text(TEXT, "utf-8", newline="")
        path = Path(folder, "harbour.yaml")
        path.write_text(before, "utf-8", newline="")
        annotated, wanted = _read(path)
        after = corrected(annotated.corpus.documents[0], wanted)
        path.write_text(after, "utf-8", newline="")
        again, rest = _read(path)
    assert rest == []
    assert _said(again) == _expected(annotated, wanted)
    assert re.findall(r"⚑\d+⚑", after) == re.findall(r"⚑\d+⚑", before)
    assert [_places(again, one) for one in wanted] == [_places(annotated, one) for one in wanted]


def _read(path: Path) -> tuple[AnnotatedCorpus, list[Correction]]:
    annotated = load(path)
    return annotated, list(corrections(annotated.graph, annotated.provenance))


def _said(annotated: AnnotatedCorpus) -> dict[str, Any]:
    model: AnnotationFile = annotated.corpus.documents[0].model
    return model.model_dump()


def _expected(annotated: AnnotatedCorpus, wanted: list[Correction]) -> dict[str, Any]:
    said = _said(annotated)
    for one in wanted:
        said["statements"][one.statement.position]["quote"][one.row]["exact"] = one.words
    return said


def _places(annotated: AnnotatedCorpus, one: Correction) -> tuple[int, int]:
    place = annotated.provenance.anchors[one.statement.id][one.row]
    assert isinstance(place, Anchor)
    return place.start, place.end
