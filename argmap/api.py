"""The library's door: load annotations, look at what they say and what is wrong, render maps."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, assert_never

from argmap.checks.subject import Subject
from argmap.checks.table import run_checks
from argmap.collecting import seldom_collecting, without_collecting
from argmap.corpus import Corpus, build_corpus
from argmap.diagnostics import Diagnostic, Severity, TextFile, in_order
from argmap.graph import Graph
from argmap.linking import build_graph
from argmap.model import AnnotationFile
from argmap.provenance import Provenance, anchor
from argmap.reading.loading import Loaded, load_files, load_text, loaded_models
from argmap.reading.texts import Texts, load_texts
from argmap.selection import EVERYTHING, Selection
from argmap.text import commonest_language as commonest_language_of

if TYPE_CHECKING:  # checking needs nothing of drawing, and neither of them waits for what comparison needs
    from argmap.comparison.comparing import Comparison
    from argmap.comparison.dates import Period
    from argmap.comparison.networks.network import Aggregation, Mode, Network
    from argmap.comparison.pairs.congruence import Normalisation
    from argmap.comparison.request import By, Duplicates
    from argmap.layout.plan import Direction
    from argmap.rendering.colours import Theme
    from argmap.rendering.page.passages import Share
    from argmap.view import Overlay, View

OneOrMore: TypeAlias = str | Path | Iterable[str | Path]
"""A path, or several."""


class Format(StrEnum):
    """What a map can be written as."""

    SVG = "svg"
    HTML = "html"
    DOT = "dot"
    JSON = "json"


@dataclass(frozen=True)
class Linked:
    """What annotation files say, apart from how they say it: all that comparing needs, and a fraction of the memory."""

    graph: Graph
    _texts: Texts

    def provenance_of(self, sources: Collection[str]) -> Provenance:
        """Return the texts of some sources that are on this machine, and where in them the quotes stand."""
        return anchor(self.graph, {source: file for source, file in self._texts.files.items() if source in sources})


@dataclass(frozen=True)
class AnnotatedCorpus:
    """Annotation files as they were read, with everything that follows from them, computed when it is asked for."""

    corpus: Corpus
    files: tuple[TextFile, ...]
    _reading: tuple[Diagnostic, ...]
    _texts: Texts

    @cached_property
    def graph(self) -> Graph:
        """What the files say, with every id resolved."""
        with without_collecting():
            return build_graph(self.corpus)

    @cached_property
    def provenance(self) -> Provenance:
        """The texts that are on this machine, and where in them the quotes stand."""
        return anchor(self.graph, self._texts.files)

    @property
    def linked(self) -> Linked:
        """What the files say, without the files: whoever keeps only this, and lets go of the rest, frees most of the memory."""
        return Linked(self.graph, self._texts)

    @property
    def texts_apart(self) -> frozenset[str]:
        """The sources whose texts do not lie beside their annotations."""
        return self._texts.apart

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong or worth a note, in order of place."""
        return self.diagnostics_of(frozenset(Severity))

    def diagnostics_of(self, severities: Collection[Severity]) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of some severities only, without the work of the others."""
        read = (diagnostic for diagnostic in (*self._reading, *self._texts.diagnostics) if diagnostic.severity in severities)
        return in_order((*read, *run_checks(self._subject, severities)))

    @cached_property
    def _subject(self) -> Subject:
        return Subject(self.corpus, self.graph, self.provenance)


@without_collecting()
def load(paths: OneOrMore, sources: OneOrMore = ()) -> AnnotatedCorpus:
    """Return the annotations in some files and folders (every `*.yaml` and `*.yml` below one), with what they include.

    Bad input is no exception: what could be read is there, and `diagnostics` says what could not.

    Args:
        paths: a file or folder, or several.
        sources: a folder, or several, in which the texts of the articles are looked for; beside its annotation a text is found
            without.
    """
    return _annotated(load_files(_several(paths)), _several(sources))


def load_models(models: Mapping[Path, AnnotationFile]) -> AnnotatedCorpus:
    """Return the annotations in files of one folder that have just been written from these models, without reading them again.

    Diagnostics are those of `load`, but for their places, which are only told apart.
    """
    return _annotated(loaded_models(models), ())


def loads(text: str, name: str = "annotation.yaml") -> AnnotatedCorpus:
    """Return the annotation in a YAML text; it can include nothing, and its quotes are not looked up."""
    return _annotated(load_text(text, name), ())


def _several(paths: OneOrMore) -> tuple[str | Path, ...]:
    return (paths,) if isinstance(paths, str | Path) else tuple(paths)


def _annotated(loaded: Loaded, sources: tuple[str | Path, ...]) -> AnnotatedCorpus:
    corpus = build_corpus(loaded.documents)
    return AnnotatedCorpus(corpus, loaded.files, loaded.diagnostics, load_texts(corpus.by_id, loaded.roots, sources))


def render(  # noqa: PLR0913 - one argument an option of the command
    annotated: AnnotatedCorpus,
    to: Format | str = Format.SVG,
    *,
    language: str | None = None,
    selection: Selection = EVERYTHING,
    direction: "Direction | str" = "auto",
    engine: str | None = None,
    theme: "Theme | str | None" = None,
    share: "Share | str | None" = None,
    overlays: "Mapping[str, Overlay]" = MappingProxyType({}),
) -> str:
    """Return a map.

    Args:
        annotated: what `load` returned.
        to: the format.
        language: BCP 47 tag of the texts to show, with another that is there as a fallback; None takes the commonest.
        selection: what is shown; empty shows everything.
        direction: where the edges run: `auto`, `up` or `right`.
        engine: `tree`, `graphviz-pure` or `dot`; None chooses by the size and shape of the map.
        theme: `light`, `dark`, `auto` or `print`; None is light for SVG, and the reader's setting for HTML.
        share: how much of the articles goes along with a page: `full`, `excerpts` or `none`; None takes all of a text that lies
            beside its annotation, and excerpts of one that was found in a folder of `sources`.
        overlays: marks on claims, by global id.

    Raises:
        ValueError: there is no such format, direction, theme or share.
        argmap.layout.plan.LayoutError: the engine is unknown, not installed, or did not finish.
    """
    from argmap.layout.plan import Direction
    from argmap.rendering.colours import Theme
    from argmap.rendering.page.passages import Share
    from argmap.view import build_view

    to, direction = Format(to), Direction(direction)
    theme, share = (None if theme is None else Theme(theme)), (None if share is None else Share(share))
    view = build_view(annotated.graph, selection, overlays)
    shown_language = language or commonest_language(view)
    match to:
        case Format.SVG:
            from argmap.layout.composing import compose
            from argmap.rendering.svg import render_svg

            drawing = compose(view, language=shown_language, direction=direction, engine=engine)
            return render_svg(drawing, theme or Theme.LIGHT)
        case Format.HTML:
            from argmap.layout.composing import compose
            from argmap.rendering.html import Shown, render_html

            drawing = compose(view, language=shown_language, direction=direction, engine=engine)
            shown = Shown(
                graph=annotated.graph,
                view=view,
                corpus=annotated.corpus,
                provenance=annotated.provenance,
                apart=annotated.texts_apart,
                drawing=drawing,
                language=shown_language,
            )
            return render_html(shown, theme=theme or Theme.AUTO, share=share)
        case Format.DOT:
            from argmap.rendering.dot import render_dot

            return render_dot(view, shown_language)
        case Format.JSON:
            from argmap.rendering.graph_json import render_json

            return render_json(annotated.graph, view, annotated.corpus, annotated.provenance)
        case _ as unreachable:
            assert_never(unreachable)


def commonest_language(view: "View") -> str:
    """Return the language in which most of the shown texts are there; of several English, else the first by name."""
    texts = (*(one.claim.text for one in view.claims), *(question.text for question in view.questions))
    return commonest_language_of(texts)


@seldom_collecting()
def compare(  # noqa: PLR0913 - one argument an option of the command
    annotated: AnnotatedCorpus | Linked,
    *,
    by: "By | str" = "actor",
    questions: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    annotator: str | None = None,
    derived: bool = True,
    duplicates: "Duplicates | str" = "all",
    least_shared: int = 2,
    period: "Period | str" = "month",
    seed: int = 0,
) -> "Comparison":
    """Return who stands where, who stands together, over what they split, and what changed.

    Args:
        annotated: what `load` returned, or `linked` of it.
        by: what one row is: `actor`, `affiliation`, `outlet` or `kind`.
        questions: global ids; only what bears on any of them is compared. Empty: everything.
        since: the first day, month or year that counts, such as 2025-12-10, 2025-12 or 2025.
        until: the last one.
        annotator: whose reading is taken where a source has several; None takes the first in canonical order.
        derived: whether stances are shown that follow from others: against the rivals of what an actor is for.
        duplicates: how often the same stance of one row on one claim counts: `all`, once per `document`, `day`, `week`, `month`,
            `year`, or `once`.
        least_shared: with fewer claims in common, two rows have too little in common for a verdict.
        period: the steps in which positions are followed over time: `day`, `week`, `month` or `year`.
        seed: of the order in which rows are tried where coalitions are searched for.

    Raises:
        argmap.comparison.request.ComparisonError: a date is none, the period ends before it begins, the annotator is unknown.
        ValueError: there is no such `by`, `duplicates` or `period`.
    """
    from argmap.comparison.comparing import compare as compare_graph
    from argmap.comparison.dates import Period
    from argmap.comparison.request import By, Duplicates, Request

    request = Request(
        by=By(by),
        questions=tuple(questions),
        since=since,
        until=until,
        annotator=annotator,
        derived=derived,
        duplicates=Duplicates(duplicates),
        least_shared=least_shared,
        period=Period(period),
        seed=seed,
    )
    linked = annotated if isinstance(annotated, Linked) else annotated.linked
    return compare_graph(linked.graph, request, linked.provenance_of)


@seldom_collecting()
def network(  # noqa: PLR0913 - one argument an option of the command
    annotated: AnnotatedCorpus | Linked,
    mode: "Mode | str" = "subtract",
    normalize: "Normalisation | str" = "no",
    *,
    aggregate: "Aggregation | str | None" = None,
    by: "By | str" = "actor",
    questions: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    annotator: str | None = None,
    derived: bool = True,
    duplicates: "Duplicates | str" = "all",
) -> "Network":
    """Return a network of actors, of claims, or of both, with the measures of Discourse Network Analyzer.

    Args:
        annotated: what `load` returned, or `linked` of it.
        mode: `congruence`, `conflict`, `subtract` or `ignore` between actors; `affiliation` of actors with claims; `concept`
            between claims.
        normalize: `no`, `average`, `jaccard`, `dna-cosine` or `cosine`; for affiliation `no`, `activity` or `prominence`.
        aggregate: how stances become a weight: for concept `congruence` (the default), `conflict`, `subtract` or `ignore`; for
            affiliation `subtract` (the default), `combine` or `ignore`.
        by: as for `compare`, like all that follows.
        questions: global ids.
        since: the first date.
        until: the last one.
        annotator: whose reading is taken.
        derived: whether derived conflict is counted; never in the weights.
        duplicates: how often the same stance counts.

    Raises:
        argmap.comparison.request.ComparisonError: as for `compare`; or mode, normalisation and aggregation do not go together.
        ValueError: there is no such mode, normalisation, aggregation, `by` or `duplicates`.
    """
    from argmap.comparison.networks.network import Aggregation, Mode
    from argmap.comparison.networks.network import network as network_of_graph
    from argmap.comparison.pairs.congruence import Normalisation
    from argmap.comparison.request import By, Duplicates, Request

    request = Request(
        by=By(by),
        questions=tuple(questions),
        since=since,
        until=until,
        annotator=annotator,
        derived=derived,
        duplicates=Duplicates(duplicates),
    )
    aggregation = Aggregation(aggregate) if aggregate is not None else None
    return network_of_graph(annotated.graph, Mode(mode), Normalisation(normalize), aggregation, request)
