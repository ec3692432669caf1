"""All pages of a site, one after the other: pure, in canonical order, each with its path."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.layout.composing import compose
from argmap.rendering.comparison.addresses import Addresses, Subject
from argmap.rendering.comparison.page import comparison_sheet
from argmap.rendering.comparison.templates import sheets_of
from argmap.rendering.html import Shown, render_html
from argmap.site.actors import actor_values
from argmap.site.claims import claim_values
from argmap.site.material import COMPARISON, START, Material
from argmap.site.questions import question_values
from argmap.site.rooms import graph_of_source, provenance_of_source
from argmap.site.start import start_values
from argmap.view import build_view

_STYLES = ("comparison/common.css", "site/site.css")


class Page(NamedTuple):
    """A page and where it goes."""

    path: str
    """From the root of the site, with `/`."""
    text: str


def all_paths(material: Material) -> tuple[str, ...]:
    """Return the path of every page of a site."""
    compared = (COMPARISON,) if material.comparison.positions else ()
    return (START, *compared, *material.paths.values())


def site_pages(material: Material) -> Iterator[Page]:
    """Yield every page of a site."""
    sheets = sheets_of(material.theme, material.naming.catalogue.language)
    values = start_values(material, material.entries(""))
    yield Page(START, sheets.page("site/start.html", styles=_STYLES, script="site/main", values={**values, "home": None}))
    if material.comparison.positions:
        yield Page(COMPARISON, comparison_sheet(material.comparison, material.naming, Addresses(material.paths), sheets))
    entries = material.entries("../")
    graph = material.graph
    for (subject, name), path in material.paths.items():
        match subject:
            case Subject.SOURCE:
                yield Page(path, _room(material, name))
                continue
            case Subject.QUESTION:
                template, about = "site/question.html", question_values(material, graph.questions[name], entries)
            case Subject.ACTOR:
                template, about = "site/actor.html", actor_values(material, graph.actors[name], entries)
            case Subject.CLAIM:
                template, about = "site/claim.html", claim_values(material, graph.claims[name], entries)
        yield Page(path, sheets.page(template, styles=_STYLES, script=None, values={**about, "home": f"../{START}"}))


def _room(material: Material, source: str) -> str:
    """The reading room of a source."""
    graph = graph_of_source(material.graph, source, material.statements_in.get(source, ()))
    view = build_view(graph)
    shown = Shown(
        graph=graph,
        view=view,
        corpus=material.corpus,
        provenance=provenance_of_source(material.provenance, graph),
        apart=material.apart,
        drawing=compose(view, language=material.naming.language, engine=material.engine),
        language=material.naming.language,
        home=f"../{START}",
    )
    return render_html(shown, theme=material.theme, share=material.share)
