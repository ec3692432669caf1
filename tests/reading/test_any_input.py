"""Whatever is read: no exception, and every finding has a place inside the file."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from argmap.api import AnnotatedCorpus, Format, load, loads, render
from argmap.diagnostics import Place
from argmap.rendering.diagnostics import DiagnosticFormat, render_diagnostics
from tests.reading.annotations import annotations, yaml_texts


def places_of(annotated: AnnotatedCorpus) -> list[Place]:
    findings = [diagnostic.finding for diagnostic in annotated.diagnostics]
    return [place for finding in findings for place in (finding.at, *(related.at for related in finding.related))]


def assert_all_is_told(annotated: AnnotatedCorpus) -> None:
    """Every place lies in its file, every format can be printed, and what could be read can be written as JSON."""
    files = {file.name: file for file in annotated.files}
    for place in places_of(annotated):
        file = files.get(place.file)
        if file is None:  # a folder
            assert place == Place(place.file)
            continue
        assert 1 <= place.line <= place.end_line <= len(file.line_starts)
        assert 1 <= place.column <= len(file.line(place.line)) + 2
        assert (place.line, place.column) <= (place.end_line, place.end_column)
    for form in DiagnosticFormat:
        render_diagnostics(annotated.diagnostics, annotated.files, form).encode()
    json.loads(render(annotated, Format.JSON))


@given(yaml_texts)
def test_every_text_loads_and_every_finding_has_a_place_in_it(text: str) -> None:
    assert_all_is_told(loads(text))


@given(annotations)
@settings(max_examples=100)
def test_whatever_stands_where_in_an_annotation_is_told_or_shown(value: Any) -> None:
    assert_all_is_told(loads(json.dumps(value, ensure_ascii=False, indent=1)))


@given(annotations, annotations)
def test_the_same_holds_for_files_that_include_each_other(one: Any, two: Any) -> None:
    assert_all_is_told(_loaded_from_files(one, two))


def _loaded_from_files(*values: Any) -> AnnotatedCorpus:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        names = [f"{name}.yaml" for name in "abc"[: len(values)]]
        for name, value in zip(names, values, strict=True):
            others = {"include": [other for other in names if other != name]}
            Path(folder, name).write_text(json.dumps({**others, **value}, ensure_ascii=False), encoding="utf-8")
        annotated = load(folder)
        assert annotated.diagnostics is not None  # computed while the files are there
        return annotated
