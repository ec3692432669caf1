"""A view and its drawing as one self-contained HTML page: no network, no server, under a strict Content-Security-Policy."""

import json
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from argmap.catalogue import Catalogue, catalogue_of
from argmap.corpus import Corpus
from argmap.drawing import Drawing
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.rendering.colours import Theme, style_sheet
from argmap.rendering.graph_json import graph_record
from argmap.rendering.page.policy import content_security_policy
from argmap.rendering.svg import render_svg
from argmap.shipped import shipped_text
from argmap.text import language_of
from argmap.view import View

_LINKED: Final = ("http://", "https://", "mailto:")


def render_html(graph: Graph, view: View, corpus: Corpus, provenance: Provenance, drawing: Drawing, theme: Theme = Theme.AUTO) -> str:
    """Return a page with the drawing, every claim with its quotes and speakers, and the graph as JSON."""
    record = graph_record(graph, view, corpus, provenance)
    style = shipped_text("page/page.css") + (style_sheet() if theme is Theme.AUTO else "")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    catalogue = catalogue_of(drawing.language)
    template = environment.from_string(shipped_text("page/page.html"))
    return template.render(
        policy=content_security_policy(styles=(style,), scripts=()),
        style=Markup(style),  # noqa: S704 - our own file
        drawing=drawing,
        picture=Markup(render_svg(drawing, theme, embedded=True)),  # noqa: S704 - escaped where it is made
        record=record,
        data=Markup(json_in_html(record)),  # noqa: S704 - escaped by json_in_html
        say=catalogue.say,
        pick=lambda text: text[language_of(text, drawing.language)],
        language_of=lambda text: language_of(text, drawing.language),
        linked=is_linked,
        index=_index(record, catalogue),
    )


def is_linked(url: str) -> bool:
    """Tell whether a URL becomes a link: only http, https and mailto do.

    >>> is_linked("https://example.org"), is_linked("javascript:alert(1)")
    (True, False)
    """
    return url.lower().startswith(_LINKED)


def json_in_html(record: Any) -> str:
    """Return JSON that may stand in a script element: nothing in it can end the element or begin a comment.

    >>> json_in_html({"text": "</script>"})
    '{"text":"\\\\u003c/script>"}'
    """
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _index(record: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """What the outline looks up: actors by id, statements and arguments by the id of their target."""
    statements: dict[str, list[Any]] = {}
    for statement in record["statements"]:
        statements.setdefault(statement["target"], []).append(statement)
    arguments: dict[str, list[Any]] = {}
    for argument in record["arguments"]:
        arguments.setdefault(argument["target"], []).append(argument)
    return {
        "actors": {actor["id"]: actor for actor in record["actors"]},
        "claims": {claim["id"]: claim for claim in record["claims"]},
        "statements": statements,
        "arguments": arguments,
        "stances": {stance: catalogue.say(f"stance.{stance}") for stance in ("for", "against", "mixed", "neutral")},
    }
