"""Mermaid: a flow chart in plain text that GitHub, GitLab and many editors draw.

Mermaid has no edges that end on edges, so an argument that has several premises, or that is undercut, is a small circle of its own.
GitHub draws at most 500 edges and 50,000 characters; the report says when a map is beyond that.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from argmap.exchange.contract import Exported, Format, WriteOptions
from argmap.exchange.report import Tally
from argmap.graph import Argument, Graph
from argmap.provenance import Provenance
from argmap.text import words_of
from argmap.view import Holder, View, build_view
from argmap.words import ArgumentRelation, Stance

LOST_STATEMENTS: Final = "statements: the quotes and their places; who is for and who is against stands on the claim"
LOST_DETAILS: Final = "kinds, schemes, tags, notes, cites and weights"
BEYOND_GITHUB: Final = "maps beyond what GitHub draws (500 edges, 50,000 characters)"

_MAX_EDGES: Final = 500
_MAX_CHARACTERS: Final = 50_000
_SIGNS: Final = MappingProxyType({Stance.FOR: "+", Stance.AGAINST: "−", Stance.MIXED: "±", Stance.NEUTRAL: "○"})
_SIGNS_OF_MARKUP: Final = '"#<>&`*_~[]@\\'
_ESCAPES: Final = str.maketrans({sign: f"#{ord(sign)};" for sign in _SIGNS_OF_MARKUP})
_LIST_OR_LINK: Final = re.compile(r"^\d*[-+.)](?=[ -]|$)|(?:https?|ftp):(?=//)|www\.", re.IGNORECASE)
"""Mermaid 11 takes labels for Markdown; where one begins like a list, or has an address in it, it shows only that it cannot."""


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a map as a Mermaid flow chart."""
    del provenance
    tally = Tally()
    view = build_view(graph)
    lines = ["flowchart BT", *_lines(view, options.language), *_STYLES]
    text = "\n".join(("\n  ".join(lines), ""))
    edges = sum("--" in line or "-.-" in line or "==" in line for line in lines)
    tally.kept("claims", len(view.claims))
    tally.kept("arguments", len(view.arguments))
    tally.kept("questions", len(view.questions))
    tally.lost(LOST_STATEMENTS, number=len(graph.statements))
    tally.lost(LOST_DETAILS, number=_details(graph))
    if edges > _MAX_EDGES or len(text) > _MAX_CHARACTERS:
        tally.changed(BEYOND_GITHUB, f"{edges:,} edges, {len(text):,} characters: draw it with `argmap render`")
    return Exported(files={f"{options.name}.mmd": text.encode("utf-8")}, report=tally.report())


def _details(graph: Graph) -> int:
    claims, arguments = graph.claims.values(), graph.arguments.values()
    detailed = sum(bool(one.kind or one.cites or one.tags or one.note or one.credence is not None) for one in claims)
    return detailed + sum(bool(one.scheme or one.tags or one.note or one.strength is not None) for one in arguments)


def _lines(view: View, language: str) -> Iterator[str]:
    names: dict[str, str] = {}
    for number, question in enumerate(view.questions, 1):
        names[question.id] = f"q{number}"
        yield f'q{number}{{{{"{_label(words_of(question.text, language))}"}}}}:::question'
    for number, one in enumerate(view.claims, 1):
        name = names[one.claim.id] = f"c{number}"
        label = "<br/>".join((_label(words_of(one.claim.text, language)), *_holders(one.holders, language)))
        opening, closing, style = ("([", "])", "evidence") if one.claim.evidence else ("[", "]", "claim")
        yield f'{name}{opening}"{label}"{closing}:::{style}'
    undercut = {one.argument.target for one in view.arguments if one.argument.relation is ArgumentRelation.UNDERCUT}
    for number, shown in enumerate(view.arguments, 1):
        if len(shown.argument.premises) > 1 or shown.argument.id in undercut:
            name = names[shown.argument.id] = f"a{number}"
            yield f'{name}(("{_SIGN_OF[shown.argument.relation]}")):::argument'
    for one in view.claims:
        yield from (f"{names[one.claim.id]} --- {names[answered]}" for answered in one.claim.answers if answered in names)
    for shown in view.arguments:
        yield from _edges(shown.argument, names)
    for first, second in view.contraries:
        yield f"{names[first]} <-. contrary .-> {names[second]}"


def _edges(argument: Argument, names: Mapping[str, str]) -> Iterator[str]:
    target = names[argument.target]
    arrow = _ARROWS[argument.relation]
    junction = names.get(argument.id)
    if junction is None:
        yield f"{names[argument.premises[0]]} {arrow} {target}"
        return
    for premise in argument.premises:
        yield f"{names[premise]} --- {junction}"
    yield f"{junction} {arrow} {target}"


def _holders(holders: tuple[Holder, ...], language: str) -> Iterator[str]:
    for holder in holders:
        yield f"{_SIGNS[holder.stance]} {_label(words_of(holder.actor.name, language))}"


def _label(words: str) -> str:
    escaped = " ".join(words.split()).translate(_ESCAPES)
    return _LIST_OR_LINK.sub(lambda found: f"{found[0][:-1]}#{ord(found[0][-1])};", escaped)


_SIGN_OF: Final = MappingProxyType({ArgumentRelation.SUPPORT: "+", ArgumentRelation.ATTACK: "−", ArgumentRelation.UNDERCUT: "×"})
_ARROWS: Final = MappingProxyType(
    {
        ArgumentRelation.SUPPORT: '-- "+" -->',
        ArgumentRelation.ATTACK: '-. "−" .->',
        ArgumentRelation.UNDERCUT: '-. "×" .-x',
    }
)
_STYLES: Final = (
    "classDef question fill:#fff,stroke:#333,stroke-width:2px,color:#111",
    "classDef claim fill:#fff,stroke:#0072B2,color:#111",
    "classDef evidence fill:#f4f4f4,stroke:#555,color:#111",
    "classDef argument fill:#fff,stroke:#555,color:#111",
)

FORMAT: Final = Format(
    name="mermaid",
    title="Mermaid flow chart",
    suffix=".mmd",
    told_by="",
    write=write,
    keeps="Questions, claims, arguments (an undercut ends on the circle of the inference it denies) and who holds what.",
    writing_changes=(BEYOND_GITHUB,),
    writing_loses=(LOST_STATEMENTS, LOST_DETAILS),
)
