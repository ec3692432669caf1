"""A view and its drawing as one self-contained HTML page: no network, no server, under a strict Content-Security-Policy.

The page is the drawing, the graph as JSON (`docs/json.md`), what of the articles goes along, and scripts that join them by id.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from jinja2 import Template
from markupsafe import Markup

from argmap import __version__
from argmap.catalogue import Catalogue, catalogue_of
from argmap.corpus import Corpus
from argmap.drawing import Drawing
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.rendering.colours import COLOUR_SCHEMES, PALETTES, Theme
from argmap.rendering.environment import new_environment
from argmap.rendering.graph_json import graph_record
from argmap.rendering.page.colours import colour_rules
from argmap.rendering.page.drawing_record import drawing_record, is_large, without_contents
from argmap.rendering.page.passages import Share, texts_record
from argmap.rendering.page.policy import content_security_policy
from argmap.rendering.page.scripts import joined
from argmap.rendering.svg import render_svg
from argmap.rendering.svg_legend import sample_elements
from argmap.shipped import shipped_names, shipped_text
from argmap.text import languages_of
from argmap.view import View

_HALVES: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no UTF-8 can hold."""

_ELSEWHERE: Final = ("comparison.", "holders.", "number.", "report.", "site.", "terminal.")
"""How words begin that no script of this page says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows."""

    graph: Graph
    view: View
    corpus: Corpus
    provenance: Provenance
    apart: frozenset[str]
    """The sources whose texts are kept apart from their annotations."""
    drawing: Drawing
    language: str
    """The wanted language of the texts, a BCP 47 tag."""
    home: str | None = None
    """The address of the start page, where the page is one of a site."""


def render_html(shown: Shown, *, theme: Theme = Theme.AUTO, share: Share | None = None) -> str:
    """Return a page.

    Args:
        shown: what it shows.
        theme: its colours; AUTO follows the reader's setting.
        share: how much of the articles goes along; None: all of a text beside its annotation, excerpts of one kept apart.
    """
    drawing = shown.drawing
    catalogue = catalogue_of(drawing.language)
    picture = without_contents(drawing) if is_large(drawing) else drawing
    samples = sample_elements(PALETTES[theme])
    return _template(theme).render(
        drawing=drawing,
        home=shown.home,
        picture=Markup(render_svg(picture, theme, embedded=True)),  # noqa: S704 - escaped where it is made
        legend=[(key.sample.value, Markup(samples[key.sample])) for key in drawing.legend],  # noqa: S704 - no words in it
        data=Markup(json_in_html(_data(shown, catalogue, share))),  # noqa: S704 - escaped by json_in_html
        say=catalogue.say,
    )


@cache
def _template(theme: Theme) -> Template:
    """The page of a theme without what it shows; made once for all rooms of a site."""
    style = colour_rules(theme) + shipped_text("page/page.css") + shipped_text("page/map.css")
    script = joined("main", lambda name: shipped_text(f"page/{name}.mjs"))
    always = {
        "policy": content_security_policy(styles=(style,), scripts=(script,)),
        "style": Markup(style),  # noqa: S704 - our own files
        "script": Markup(script),  # noqa: S704 - our own files
        "theme": theme.value,
        "scheme": COLOUR_SCHEMES[theme],
        "version": __version__,
    }
    return new_environment().get_template("page/page.html", globals=always)


def _data(shown: Shown, catalogue: Catalogue, share: Share | None) -> dict[str, Any]:
    graph = graph_record(shown.graph, shown.view, shown.corpus, shown.provenance)
    texts = (*(one.claim.text for one in shown.view.claims), *(question.text for question in shown.view.questions))
    return {
        "name": shown.view.sources[0].id if len(shown.view.sources) == 1 else "map",
        "language": catalogue.language,
        "languages": languages_of(texts),
        "words": _words(),
        "graph": graph,
        "texts": texts_record(shown.graph, shown.provenance, shown.apart, share),
        "drawing": drawing_record(shown.drawing, shown.language),
    }


def _words() -> Mapping[str, Any]:
    """The page's words in every language there is a catalogue for."""
    tags = [name.removeprefix("words.").removesuffix(".json") for name in shipped_names("words.*.json")]
    return {
        tag: {key: entry for key, entry in catalogue_of(tag).entries.items() if key != "plural" and not key.startswith(_ELSEWHERE)}
        for tag in tags
    }


def json_in_html(record: Any) -> str:
    r"""Return JSON that may stand in a script element: nothing in it can end the element, begin a comment or end a line of script.

    >>> json_in_html({"text": "</script>"})
    '{"text":"\\u003c/script>"}'
    """
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=dict)
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _HALVES.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text
