"""A new annotation is without errors as it is, and its examples are, once they are no comments any more."""

import re

import pytest

from argmap.api import loads
from argmap.diagnostics import Severity
from argmap.reading.texts import fingerprint
from argmap.shipped import shipped_names, shipped_text
from argmap.writing.formatting import format_text
from argmap.writing.skeleton import Text, skeleton, source_id
from tests.writing.annotations import read
from tests.writing.test_guessing import PARAGRAPHS

ENGLISH = f"Should the centre close? A town argues\n2025-06-14\n{PARAGRAPHS['en']}"
RUSSIAN = f"Лето без машин: «опыт»\n14.06.2025\n{PARAGRAPHS['ru']}"
TEXTS = [
    Text(ENGLISH, "town.txt"),
    Text(RUSSIAN, "texts/лето #1.txt", is_beside=False),
    Text("no", "no", encoding="windows-1251"),
    Text("…\0\ud800", "- a: b"),
]


def without_comments(text: str) -> str:
    """The examples as entries: what an editor's command to uncomment does."""
    return re.sub(r"^  # ", "  ", text, flags=re.MULTILINE)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.file)
def test_a_skeleton_says_what_the_text_says_of_itself_and_is_without_errors(text: Text) -> None:
    source = read(skeleton(text, "My text")).source
    assert source is not None
    assert (source.id, source.file, source.encoding, source.sha256) == ("my-text", text.file, text.encoding, fingerprint(text.text))
    assert loads(skeleton(text, "My text")).diagnostics_of({Severity.ERROR, Severity.WARNING}) == ()


@pytest.mark.parametrize("text", TEXTS[:2], ids=lambda text: text.file)
def test_its_examples_are_an_annotation_without_errors_or_warnings(text: Text) -> None:
    annotated = loads(without_comments(skeleton(text, "my-text")))
    assert [one.finding for one in annotated.diagnostics_of({Severity.ERROR, Severity.WARNING})] == []
    assert len(annotated.graph.statements) == 3


@pytest.mark.parametrize("text", TEXTS[:3], ids=lambda text: text.file)
def test_it_is_in_the_house_style_before_and_after_it_is_filled_in(text: Text) -> None:
    start = skeleton(text, "my-text")
    assert format_text(start) == start
    for said in (("boris", None), (None, "a book.yaml"), ("boris", "codebook.yaml")):
        assert format_text(skeleton(text, "my-text", *said)) == skeleton(text, "my-text", *said)
    assert format_text(without_comments(start)) == without_comments(start)


def test_title_date_and_language_are_filled_in() -> None:
    source = read(skeleton(TEXTS[0], "town")).source
    assert source is not None
    assert (source.title, source.date, source.language) == ("Should the centre close? A town argues", "2025-06-14", "en")


def test_comments_are_in_russian_for_a_russian_text_and_in_english_for_any_other() -> None:
    assert "# Кто говорит." in skeleton(TEXTS[1], "лето")
    assert read(skeleton(TEXTS[1], "лето")).language == "ru"
    assert "# Who speaks." in skeleton(Text(PARAGRAPHS["de"], "a.txt"), "a")
    assert "language: de" in skeleton(Text(PARAGRAPHS["de"], "a.txt"), "a")


def test_what_is_not_certain_is_said_to_be_so() -> None:
    start = skeleton(TEXTS[2], "a")
    assert "  language: en  # a guess" in start
    assert "  # date: 2025-12-31" in start
    assert "  file: 'no'\n" in start
    assert "--sources ПАПКА" in skeleton(TEXTS[1], "лето")


def test_the_templates_differ_in_their_words_only() -> None:
    shapes = {
        tuple(
            re.sub(r"(name|role|text|quote|title|guessed|elsewhere|annotator|include|language):.*|#.*", r"\1", line)
            for line in shipped_text(name).splitlines()
        )
        for name in shipped_names("skeleton.*.yaml")
    }
    assert len(shapes) == 1


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("japan-central-asia", "japan-central-asia"),
        ("Лето №1", "лето-1"),
        ("a/b>c", "a-b-c"),
        ("…", "source"),
        ("हिन्दी_1", "हिन्दी_1"),
        ("a" * 300, "a" * 100),
    ],
)
def test_an_id_is_made_of_the_letters_and_digits_of_a_name(name: str, identifier: str) -> None:
    assert source_id(name) == identifier
