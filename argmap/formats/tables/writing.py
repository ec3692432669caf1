"""Graph → rows of a statement table, a row for each statement of each of its speakers."""

from collections.abc import Iterator
from typing import Final

from argmap.anchoring import Anchor
from argmap.exchange.aspects import Aspect, tell_aspects
from argmap.exchange.contract import WriteOptions
from argmap.exchange.report import Tally
from argmap.formats.tables.columns import Role, guessed
from argmap.formats.tables.reading import OWN
from argmap.graph import Actor, Entity, Graph, Source, Statement
from argmap.provenance import Provenance
from argmap.text import Text, words_of
from argmap.words import ActorKind, Stance

JOINT: Final = "statements by several actors, in a row for each"
PASSAGES: Final = "quotes of several passages, joined by […]"
LINES: Final = "line breaks in notes, as blanks"
SILENT: Final = "claims about which nobody says anything"
SILENT_ACTORS: Final = "actors who say and publish nothing"
SECOND_AUTHORS: Final = "authors of sources, beyond the first"
ORGANIZED: Final = "groups and documents that speak, as organizations; unnamed ones as persons"
NOTES_ASIDE: Final = "notes on all but statements"
ALIKE: Final = "statements that a table does not tell apart from others"
CHANGES: Final = (JOINT, PASSAGES, LINES, ORGANIZED)
LOSES: Final = (ALIKE, SILENT, SILENT_ACTORS, SECOND_AUTHORS, NOTES_ASIDE)
KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SOURCES, Aspect.ACTORS, Aspect.STATEMENTS, Aspect.MIXED, Aspect.JOINT, Aspect.QUOTES),
        *(Aspect.STATEMENT_AFFILIATIONS, Aspect.ACTOR_KINDS, Aspect.ACTOR_DETAILS, Aspect.NOTES),
    }
)
ROLES_LOST: Final = "roles of actors; affiliations of those who are no persons"

_HEADS: Final = (
    *(Role.STATEMENT, Role.DOCUMENT, Role.TITLE, Role.DATE, Role.AUTHOR, Role.OUTLET, Role.URL, Role.SECTION, Role.TYPE),
    *(Role.PERSON, Role.ORGANIZATION, Role.CONCEPT, Role.AGREEMENT, Role.TEXT, Role.START, Role.STOP, Role.NOTE, Role.ANNOTATOR),
)
_AGREEMENT: Final = {Stance.FOR: "1", Stance.AGAINST: "0", Stance.MIXED: "mixed", Stance.NEUTRAL: "neutral"}
_ORGANIZED: Final = frozenset({ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.DOCUMENT})


def table_of(graph: Graph, provenance: Provenance, options: WriteOptions, tally: Tally) -> list[list[str]]:
    """Return the head and the rows of a graph's table; columns in which nothing stands are left out."""
    _tell(graph, options, tally)
    writer = _Writer(graph, provenance, options.language)
    told = [row for statement in graph.statements.values() if statement.target_kind != "argument" for row in writer.rows(statement)]
    rows = list({tuple(sorted(row.items())): row for row in told}.values())
    tally.lost(ALIKE, number=len(told) - len(rows))
    own = dict.fromkeys(key for row in rows for key in row)
    heads = [*(role.value for role in _HEADS), *(head for head in own if head not in set(Role))]
    always = {Role.STATEMENT.value, Role.DOCUMENT.value, Role.PERSON.value, Role.CONCEPT.value, Role.AGREEMENT.value}
    used = [head for head in heads if head in always or any(row.get(head) for row in rows)]
    return [used, *([str(number), *(row.get(head, "") for head in used[1:])] for number, row in enumerate(rows, 1))]


class _Writer:
    def __init__(self, graph: Graph, provenance: Provenance, language: str) -> None:
        self.graph = graph
        self.provenance = provenance
        self.language = language

    def rows(self, statement: Statement) -> Iterator[dict[str, str]]:
        """Yield the cells of a statement by the heads of their columns."""
        about = {
            **self._own(statement),
            **self._document(self.graph.sources[statement.source]),
            Role.CONCEPT.value: self._words(self.graph.claims[statement.target].text),
            Role.AGREEMENT.value: _AGREEMENT[statement.stance],
            Role.TEXT.value: " […] ".join(quote.exact for quote in statement.quotes).strip(),
            Role.NOTE.value: self._words(statement.note),
            **self._places(statement),
        }
        for actor in statement.actors:
            yield {**about, **self._speaker(self.graph.actors[actor], statement)}

    def _speaker(self, actor: Actor, statement: Statement) -> dict[str, str]:
        if actor.kind in _ORGANIZED:
            return {Role.ORGANIZATION.value: self._words(actor.name)}
        affiliation = self.graph.actors.get(statement.affiliation or actor.affiliation or "")
        organization = self._words(affiliation.name) if affiliation is not None else ""
        return {Role.PERSON.value: self._words(actor.name), Role.ORGANIZATION.value: organization}

    def _document(self, source: Source) -> dict[str, str]:
        author = self.graph.actors[source.author[0]].name if source.author else None
        outlet = self.graph.actors[source.outlet].name if source.outlet else None
        own = self._own(source)
        return {
            **{role.value: own[role] for role in (Role.SECTION, Role.TYPE) if role in own},
            Role.DOCUMENT.value: source.id.partition("@")[0],
            Role.TITLE.value: self._words(source.title),
            Role.DATE.value: source.date or "",
            Role.AUTHOR.value: self._words(author),
            Role.OUTLET.value: self._words(outlet),
            Role.URL.value: source.url or "",
            Role.ANNOTATOR.value: (source.annotator.name or source.annotator.id) if source.annotator else "",
        }

    def _places(self, statement: Statement) -> dict[str, str]:
        """Where the quotes stand in the text, from the first to the last; what a table said of that where the text is not there."""
        anchors = [one for one in self.provenance.anchors.get(statement.id, ()) if isinstance(one, Anchor)]
        if not anchors or len(anchors) < len(statement.quotes):
            own = self._own(statement)
            return {role.value: own[role] for role in (Role.START, Role.STOP) if role in own}
        return {Role.START.value: str(min(one.start for one in anchors)), Role.STOP.value: str(max(one.end for one in anchors))}

    def _own(self, entity: Entity) -> dict[str, str]:
        """What a table held that annotations have no field for; a head that means something here is no other column."""
        own = entity.extensions.get(OWN)
        if not isinstance(own, dict):
            return {}
        allowed = {Role.START.value, Role.STOP.value, Role.SECTION.value, Role.TYPE.value}
        found = {" ".join(str(key).split()): str(value).strip() for key, value in own.items() if value is not None}
        return {key: value for key, value in found.items() if key in allowed or not guessed([key])}

    def _words(self, text: Text | None) -> str:
        return " ".join(words_of(text, self.language).split()) if text is not None else ""


def _tell(graph: Graph, options: WriteOptions, tally: Tally) -> None:
    tell_aspects(graph, KEPT, tally, options.language, OWN)
    statements = [one for one in graph.statements.values() if one.target_kind != "argument"]
    said = {one.target for one in statements}
    tally.changed(JOINT, number=sum(len(one.actors) > 1 for one in statements))
    tally.changed(PASSAGES, number=sum(len(one.quotes) > 1 for one in statements))
    tally.changed(LINES, number=sum("\n" in words_of(one.note, options.language) for one in statements if one.note))
    tally.lost(SILENT, number=len(graph.claims.keys() - said))
    sources = graph.sources.values()
    published = {*(author for one in sources for author in one.author[:1]), *(one.outlet for one in sources)}
    speakers = {actor for one in statements for actor in one.actors}
    affiliated = {graph.actors[actor].affiliation for actor in speakers} | {one.affiliation for one in statements}
    tally.lost(SILENT_ACTORS, number=len(graph.actors.keys() - speakers - published - affiliated))
    tally.lost(SECOND_AUTHORS, number=sum(len(one.author) > 1 for one in sources))
    odd = {ActorKind.GROUP, ActorKind.DOCUMENT, ActorKind.UNNAMED}
    tally.changed(ORGANIZED, number=sum(graph.actors[actor].kind in odd for actor in speakers))
    organized = (one.role is not None or (one.kind in _ORGANIZED and one.affiliation is not None) for one in graph.actors.values())
    tally.lost(ROLES_LOST, number=sum(organized))
    aside = (graph.sources, graph.actors, graph.questions, graph.claims, graph.arguments)
    tally.lost(NOTES_ASIDE, number=sum(one.note is not None for table in aside for one in table.values()))
