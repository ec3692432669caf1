"""Round trips of random annotations through every format that is read and written."""

from hypothesis import given, note, settings

from argmap.api import AnnotatedCorpus
from argmap.exchange.contract import Format, Imported
from argmap.exchange.report import Outcome
from argmap.formats.table import FORMATS
from tests.formats.generated import annotations
from tests.formats.roundtrips import errors, findings, loaded, loaded_with_what_the_import_tells, read, write


@settings(max_examples=15)
@given(annotations())
def test_writing_and_reading_comes_to_rest_after_one_pass(annotation: Imported) -> None:
    first = loaded(annotation)
    assert errors(first) == []
    for form in FORMATS:
        if form.read and form.write:
            note(form.name)
            _comes_to_rest(form, first)


def _comes_to_rest(form: Format, first: AnnotatedCorpus) -> None:
    once = write(form, first)
    read_once = read(form, once.files)
    again, told = loaded_with_what_the_import_tells(read_once)
    assert errors(again) == []
    assert told == findings(again)
    twice = write(form, again)
    assert twice.files == once.files
    for report, changes, losses in (
        (once.report, form.writing_changes, form.writing_loses),
        (read_once.report, form.reading_changes, form.reading_loses),
    ):
        assert {item.what for item in report.of(Outcome.CHANGED)} <= set(changes)
        assert {item.what for item in report.of(Outcome.LOST)} <= set(losses)


@settings(max_examples=5)
@given(annotations())
def test_the_same_annotation_gives_the_same_bytes(annotation: Imported) -> None:
    one, other = loaded(annotation), loaded(annotation)
    for form in FORMATS:
        if form.write:
            note(form.name)
            assert write(form, one).files == write(form, other).files
