"""Imported files on their way through YAML to a graph, and the graph back into its format."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from argmap.api import AnnotatedCorpus, load, load_models
from argmap.diagnostics import Severity
from argmap.exchange.contract import Exported, Format, Imported, ReadOptions, WriteOptions
from argmap.graph import Graph
from argmap.model import AnnotationFile
from argmap.text import words_of
from argmap.words import ArgumentRelation
from argmap.writing.emitting import emit

OPTIONS = ReadOptions(language="en")


def read(form: Format, files: Mapping[str, bytes], options: ReadOptions = OPTIONS) -> Imported:
    assert form.read is not None
    return form.read(files, options)


def write(form: Format, annotated: AnnotatedCorpus, name: str = "map") -> Exported:
    assert form.write is not None
    return form.write(annotated.graph, annotated.provenance, WriteOptions(name=name, language="en"))


def loaded(imported: Imported) -> AnnotatedCorpus:
    """What the imported files say once they are written as YAML and read again, with their texts beside them."""
    return _loaded(imported)[0]


def loaded_with_what_the_import_tells(imported: Imported) -> tuple[AnnotatedCorpus, Sequence[str]]:
    """The same, and what `argmap import` finds wrong without reading what it has written."""
    return _loaded(imported, told=True)


def _loaded(imported: Imported, *, told: bool = False) -> tuple[AnnotatedCorpus, Sequence[str]]:
    with TemporaryDirectory() as folder:
        for name, annotation in imported.files.items():
            Path(folder, name).write_text(emit(annotation, imported.comments.get(name, {})), encoding="utf-8", newline="")
        for name, text in imported.texts.items():
            Path(folder, name).write_text(text, encoding="utf-8", newline="")
        annotated = load(folder)
        assert annotated.provenance.texts is not None
        written = {Path(folder, name): annotation for name, annotation in imported.files.items()}
        return annotated, findings(load_models(written)) if told else ()


def findings(annotated: AnnotatedCorpus) -> Sequence[str]:
    """What is found wrong, without places."""
    return sorted(f"{one.rule.code} {one.finding.message} ({one.finding.hint})" for one in annotated.diagnostics)


def errors(annotated: AnnotatedCorpus) -> list[str]:
    """What `argmap check` would call an error."""
    return [f"{one.rule.code} {one.finding.message}" for one in annotated.diagnostics_of({Severity.ERROR})]


def argument_structure(graph: Graph) -> tuple[list[str], list[tuple[ArgumentRelation, tuple[str, ...], object]]]:
    """The texts of the claims, and every argument by the texts of its premises and of what it bears on: without any id."""

    def named(node: str) -> object:
        if node in graph.claims:
            return words_of(graph.claims[node].text, "en")
        argument = graph.arguments[node]
        return (argument.relation, tuple(sorted(map(str, map(named, argument.premises)))), named(argument.target))

    arguments = [
        (one.relation, tuple(sorted(map(str, map(named, one.premises)))), named(one.target)) for one in graph.arguments.values()
    ]
    return sorted(map(str, map(named, graph.claims))), sorted(arguments, key=repr)


def said_in(files: Mapping[str, AnnotationFile]) -> dict[str, list[tuple[str, str]]]:
    """Who speaks about which claim in which source, by its title."""
    sources = {str(file.source.title): file for file in files.values() if file.source}
    return {title: [(one.by[0], str(one.claim)) for one in file.statements] for title, file in sources.items()}
