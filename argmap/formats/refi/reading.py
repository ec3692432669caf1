"""REFI-QDA projects → annotation files: codes are claims, cases are actors, codings are statements, links are arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.exchange.building import REPEATED_STATEMENTS, WITHOUT_WORDS, Draft
from argmap.exchange.contract import ReadOptions
from argmap.exchange.dates import date_of
from argmap.exchange.decoding import taken
from argmap.exchange.finishing import Finished, finish
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.naming import Names, bare_name, kept_id, readable_id
from argmap.exchange.quoting import Passages
from argmap.exchange.report import Tally
from argmap.formats.refi.contents import COUNTED_OTHERWISE, COUNTED_PERHAPS, NO_TEXT, OTHER_ENCODINGS, Content
from argmap.formats.refi.defining import DESCRIPTIONS, FOLDERS, OTHER_LINKS, OWN, Definitions
from argmap.formats.refi.project import Coding, Project, Source
from argmap.formats.refi.speaking import speakers_of
from argmap.reading.texts import fingerprint
from argmap.words import ActorKind, Stance

ALL_FOR: Final = "codings of a code without pro or con, as statements for"
OF_DOCUMENTS: Final = "codings of which no case is told, as statements of the document"
NO_PLACE: Final = "codings of a place that is in no text or cannot be told from another, as statements without quote"
UNKNOWN_CODES: Final = "codings of a code that is not there, or is no claim"
FURTHER_TEXTS: Final = "further texts that go with a source, and what is coded in them"
GRAPHS: Final = "graphs"
UNCODED: Final = "passages without a code, and comments on them"
CHANGES: Final = (ALL_FOR, OF_DOCUMENTS, NO_PLACE, COUNTED_OTHERWISE, COUNTED_PERHAPS, FOLDERS, WITHOUT_WORDS)
LOSES: Final = (
    *(OTHER_LINKS, UNKNOWN_CODES, UNCODED, NO_TEXT, OTHER_ENCODINGS, FURTHER_TEXTS, GRAPHS, DESCRIPTIONS),
    *(*INFERRING_LOSES, REPEATED_STATEMENTS),
)

_OF_SOURCES: Final = frozenset({"id", "date", "author", "outlet", "url"})


@dataclass(slots=True)
class Drafts:
    """What projects become."""

    drafts: list[Draft] = field(default_factory=list)
    codebooks: list[Finished] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """By the bare name that `source.file` bears."""


@dataclass(slots=True)
class _Group:
    """What one user has coded in one source."""

    source: Source
    user: str
    codings: list[Coding] = field(default_factory=list)


class Teller:
    """A project on its way into drafts.

    Args:
        project: what its XML says.
        contents: the texts of its sources and notes, by GUID, where they are there.
        name: what its codebook is called, where it has several files.
        options: what the user says about the files.
        tally: what counts.
        names: of files, in use.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all of it is needed to begin
        self, project: Project, contents: Mapping[str, Content], name: str, options: ReadOptions, tally: Tally, names: Names
    ) -> None:
        self.project = project
        self.contents = contents
        self.options = options
        self.tally = tally
        self.names = names
        self._name = name
        self._speakers = speakers_of(project)
        self._actors: dict[str, str] = {}
        """The ids of cases and documents, by their names."""

    def tell(self, drafts: Drafts) -> None:
        """Add the drafts of the project."""
        groups = self._groups()
        stems: dict[str, str] = {}
        named = [(group, *self._named(group, stems)) for group in groups]
        if len(named) == 1:
            ((group, stem, name),) = named
            draft = Draft(name, self.options, self.tally)
            self._annotate(draft, self._defined(draft, groups), group, stem, drafts.texts)
            drafts.drafts.append(draft)
            return
        codebook = Draft(self.names.take(self._name), self.options, self.tally)
        definitions = self._defined(codebook, groups)
        if not named:
            drafts.drafts.append(codebook)
            return
        drafts.codebooks.append(finish(codebook))
        for group, stem, name in named:
            draft = Draft(name, self.options, self.tally, codebook=codebook)
            self._annotate(draft, definitions, group, stem, drafts.texts)
            drafts.drafts.append(draft)

    def _groups(self) -> list[_Group]:
        groups: dict[tuple[str, str], _Group] = {}
        for source in self.project.sources.values():
            if source.uncoded:
                self.tally.lost(UNCODED, source.name, number=source.uncoded)
            if not source.codings:
                groups[source.guid, ""] = _Group(source, "")
            for coding in taken(source.codings):
                user = coding.user if coding.user in self.project.users else ""
                groups.setdefault((source.guid, user), _Group(source, user)).codings.append(coding)
        self.tally.lost(GRAPHS, number=self.project.graphs)
        self.tally.lost(FURTHER_TEXTS, number=self.project.further)
        return list(groups.values())

    def _named(self, group: _Group, stems: dict[str, str]) -> tuple[str, str]:
        """The id of a group's source, and the name of its file: a second annotator's bears the annotator's name too."""
        stem = stems.get(group.source.guid)
        if stem is not None:
            return stem, self.names.take(f"{stem}.{self._annotator(group)['id']}")
        told = group.source.values.get("id")
        stem = self.names.take(kept_id(told) or readable_id(told or bare_name(group.source.name, "document"), "document"))
        stems[group.source.guid] = stem
        return stem, stem

    def _annotator(self, group: _Group) -> dict[str, str]:
        name = self.project.users.get(group.user) or "annotator"
        return {"id": readable_id(name, "annotator"), "name": name}

    def _defined(self, draft: Draft, groups: list[_Group]) -> Definitions:
        texts = {guid: self.contents[guid].text if guid in self.contents else "" for guid in self.project.notes}
        notes = {guid: "\n".join(filter(None, (self.project.notes[guid].description, text))) for guid, text in texts.items()}
        codings = (coding for group in groups for coding in group.codings)
        definitions = Definitions(self.project, notes, codings, draft, self.tally)
        definitions.define()
        for group in groups:
            source = group.source
            if source.guid not in definitions.actors and not all(self._cases(coding, source) for coding in group.codings):
                definitions.actors[source.guid] = draft.actor(source.name or "document", kind=ActorKind.DOCUMENT)
        self._actors = {str(fields["name"]): name for name, fields in reversed(draft.actors.items())}
        return definitions

    def _cases(self, coding: Coding, source: Source) -> list[str]:
        """Who is told to speak in a passage, else in the whole source, by GUID."""
        return self._speakers.get(coding.selection) or self._speakers.get(source.guid) or []

    def _annotate(self, draft: Draft, definitions: Definitions, group: _Group, stem: str, texts: dict[str, str]) -> None:
        """Tell a draft the source and the statements of a group."""
        source = group.source
        if group.user:
            draft.file(annotator=self._annotator(group))
        fields = self._fields(source)
        content = self.contents.get(source.guid)
        if content is not None:
            texts[f"{stem}.txt"] = content.text
            fields |= {"file": f"{stem}.txt", "sha256": fingerprint(content.text)}
        if stem == draft.name:
            tags = dict.fromkeys(filter(None, definitions.tags.get(source.guid, ())))
            fields |= {"tags": list(tags), "note": definitions.note(source.description, source.notes)}
        draft.source(source.name or stem, id=stem if stem != draft.name else None, **fields)
        passages = Passages(content.text) if content is not None else None
        for coding in taken(group.codings):
            quote = None
            if content is not None and passages is not None and coding.start is not None and coding.end is not None:
                quote = passages.at(content.place(coding.start), content.place(coding.end))
            if quote is None and (coding.start, coding.end) != _NOWHERE:
                self.tally.changed(NO_PLACE, source.name)
            self._state(draft, definitions, coding, source, quote)

    def _fields(self, source: Source) -> dict[str, Any]:
        known = {name: words for name, words in source.values.items() if name in _OF_SOURCES}
        date = date_of(known.get("date", ""))
        authors = [self._actors[name] for name in known.get("author", "").split("; ") if name in self._actors]
        outlet = self._actors.get(known.get("outlet", ""))
        own = {name: words for name, words in source.values.items() if name not in _OF_SOURCES}
        for name, found in (("date", date), ("author", authors), ("outlet", outlet)):
            if name in known and not found:
                own[name] = known[name]
        return {"date": date, "url": known.get("url"), "author": authors, "outlet": outlet, OWN: own}

    def _state(self, draft: Draft, definitions: Definitions, coding: Coding, source: Source, quote: dict[str, Any] | None) -> None:
        guid, stance = definitions.stances.get(coding.code, (coding.code, Stance.FOR))
        claim = definitions.claims.get(guid)
        code = self.project.codes.get(coding.code)
        if claim is None or code is None:
            self.tally.lost(UNKNOWN_CODES, code.name if code is not None else coding.code)
            return
        if coding.code not in definitions.stances:
            self.tally.changed(ALL_FOR, code.name)
        cases = self._cases(coding, source)
        if not cases:
            self.tally.changed(OF_DOCUMENTS, source.name)
            cases = [source.guid]
        speakers = list(dict.fromkeys(definitions.actors[case] for case in cases))
        note = definitions.note(coding.comment, coding.notes)
        draft.state(speakers, stance, claim=claim, quote=[quote] if quote else None, note=note)


_NOWHERE: Final = (0, 0)
"""The place of a passage that is none: so a statement without quote is written."""
