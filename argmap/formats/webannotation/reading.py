"""Web Annotations → annotation files: our own come back whole, those of other tools as passages with what was noted on them.

An annotation of another tool says neither who speaks nor what is claimed. Its passage is taken as a claim in its own words, unless
a body describes it; it is told as a statement of the author of the text, with low confidence; comments and tags stay with it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from argmap.exchange.building import STATING_LOSES, WITHOUT_WORDS, Draft
from argmap.exchange.contract import Imported, ReadOptions, read_each, refuse_many, without_texts
from argmap.exchange.dates import date_of
from argmap.exchange.decoding import json_of, taken, text_of
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.naming import Names, bare_name, readable_id
from argmap.exchange.quoting import Passages
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.stances import stance_in_words
from argmap.formats.webannotation.parsing import Note, Passage, notes_of
from argmap.formats.webannotation.threads import is_on_the_whole, noted, threads
from argmap.formats.webannotation.vocabulary import (
    AGENTS,
    CLASSIFYING,
    COMMENTING,
    CONTRARY,
    DESCRIBING,
    IDENTIFYING,
    LINKING,
    TAGGING,
    name_of,
)
from argmap.model import LANGUAGE_PATTERN, AnnotationFile
from argmap.reading.texts import fingerprint
from argmap.words import Act, ActorKind, ArgumentRelation, Confidence, Stance

NO_SPEAKER: Final = "annotations that name no speaker, told of the author of the text"
NO_STANCE: Final = "annotations that name no stance, told as for, with low confidence"
POSITIONS: Final = "positions of quotes without their text at hand: quotes are found again by their words"
REPLIES: Final = "replies, kept in the note on what they answer"
WHOLE: Final = "annotations of no passage, kept in the note on the source"
NO_CLAIM: Final = "annotations that claim nothing: without a passage, a description or a comment"
OTHER_SELECTORS: Final = "selectors of anything but words and positions"
UNQUOTED: Final = "passages that are not in the text, or stand there more than once: without a quote"
LOOSE_LINKS: Final = "links to what is no claim and no argument"
SEVERAL_SOURCES: Final = "further sources of one annotation"
LOOSE_REPLIES: Final = "replies to what is not there, or is no statement"
TAGS_OF_REPLIES: Final = "tags of replies"

READING_CHANGES: Final = (NO_SPEAKER, NO_STANCE, POSITIONS, REPLIES, WHOLE, WITHOUT_WORDS)
READING_LOSES: Final = (
    *(NO_CLAIM, OTHER_SELECTORS, UNQUOTED, LOOSE_LINKS, SEVERAL_SOURCES, LOOSE_REPLIES, TAGS_OF_REPLIES),
    *INFERRING_LOSES,
    *STATING_LOSES,
)

LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
AUTHOR: Final = "The author of the text"


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for Web Annotations: one a source and creator; what several share stands in a codebook.

    Raises:
        FormatError: none of the files can be read.
    """
    tally = Tally()
    size = Size(options.most)
    given = without_texts(files)

    def notes(name: str, data: bytes) -> list[Note]:
        found = notes_of(json_of(data, name, options.encoding), name, size)
        refuse_many(tally.entry(len(found)), options.most)  # they take memory besides what they become
        return found

    lists, faults = read_each(given, notes)
    text = next((text_of(data, name, options.encoding) for name, data in files.items() if name not in given), "")
    importer = _Importer([note for one in lists for note in taken(one)], options, tally, text)
    return Imported(files=importer.files(), texts=importer.texts, faults=faults, report=tally.report())


class _Importer:
    """All annotations of one import: definitions in one place, statements by source and creator."""

    def __init__(self, notes: Sequence[Note], options: ReadOptions, tally: Tally, text: str) -> None:
        self.options = options
        self.tally = tally
        self.texts: dict[str, str] = {}
        self.groups: dict[tuple[str, str], list[Note]] = {}
        notes, self.replies = threads(notes)
        for note in notes:
            if LINKING not in note.motivations and note.passages:
                self.groups.setdefault((note.passages[0].source, note.creator_iri or note.creator), []).append(note)
            elif LINKING not in note.motivations:
                tally.lost(NO_CLAIM, note.iri)
        self.text = text if len(self.groups) == 1 and text.strip() else ""
        languages = Counter(body.language for note in notes for body in note.bodies if body.language)
        language = max(languages, key=lambda tag: (languages[tag], tag), default="")
        self.language = language if LANGUAGE.fullmatch(language) else None
        self.names = _names(self.groups)
        files = [ours.partition("/")[0] for note in notes if (ours := name_of(note.iri))]
        home = "codebook" if len(self.groups) > 1 else next(iter(self.names.values()), _bare(files[0] if files else ""))
        self.home = Draft(home, options, tally, language=self.language)
        self.claims: dict[str, str] = {}
        self.actors: dict[tuple[str, str], str] = {}
        links = [note for note in notes if LINKING in note.motivations]
        for note in notes:
            if LINKING not in note.motivations and not is_on_the_whole(note):
                self._claim(note)
                self._speakers(note)
        for iri, words in sorted({end for note in links for end in _ends(note)}):
            self._claim_of(iri, words)
        for note in links:
            self._link(note)

    def files(self) -> dict[str, AnnotationFile]:
        """Return the annotation files by name."""
        files: dict[str, AnnotationFile] = {}
        are_several = len(self.groups) > 1
        if are_several:
            files["codebook.yaml"] = self.home.finish()
        for key, group in self.groups.items():
            draft = self.home
            if are_several:
                draft = Draft(self.names[key], self.options, self.tally, language=self.language, codebook=self.home)
            self._source(draft, key[0], group)
            passages = Passages(self.text) if self.text else None
            if not any(name_of(note.iri) is not None for note in group):
                group.sort(key=_place)
            for note in taken(group):
                if not is_on_the_whole(note):
                    self._state(draft, note, passages)
            files[f"{draft.name}.yaml"] = draft.finish()
        if not files:
            files[f"{self.home.name}.yaml"] = self.home.finish()
        self.tally.lost(LOOSE_REPLIES, number=sum(len(replies) for replies in self.replies.values()))
        return files

    def _noted(self, note: Note) -> str:
        """What an annotation says and what was replied to it."""
        replies = self.replies.pop(note.iri, []) if note.iri else []
        self.tally.changed(REPLIES, number=len(replies))
        self.tally.lost(TAGS_OF_REPLIES, number=sum(len(reply.values(TAGGING)) for reply in replies))
        return noted(note, replies)

    def _source(self, draft: Draft, iri: str, group: Sequence[Note]) -> None:
        first = group[0].passages[0]
        label = next((note.passages[0].label for note in group if note.passages[0].label), "")
        ours = name_of(iri)
        fields: dict[str, Any] = {
            "id": name if (name := _bare(ours or iri)) != draft.name else None,
            "date": date_of(first.date),
            "language": first.language if LANGUAGE.fullmatch(first.language) else None,
            "url": iri if ours is None and "://" in iri else None,
        }
        wholes = [note for note in group if is_on_the_whole(note)]
        if wholes:
            self.tally.changed(WHOLE, number=len(wholes))
            fields["note"] = "\n".join(filter(None, map(self._noted, wholes)))
            fields["tags"] = list(dict.fromkeys(tag for note in wholes for tag in note.values(TAGGING)))
        if self.text:
            self.texts[f"{draft.name}.txt"] = self.text
            fields |= {"file": f"{draft.name}.txt", "sha256": fingerprint(self.text)}
        creator_iri = group[0].creator_iri
        creator = next((note.creator for note in group if note.creator != creator_iri), creator_iri)
        if creator or creator_iri:
            known = (name_of(creator_iri) or "").removeprefix("annotator/")
            draft.file(annotator={"id": readable_id(known or creator or creator_iri, "annotator"), "name": creator or creator_iri})
        draft.source(label or draft.name, **fields)

    def _claim(self, note: Note) -> str | None:
        """The claim that an annotation is about; None where it is about an argument, or claims nothing."""
        body = next((one for one in note.bodies if one.purpose == DESCRIBING), None)
        if body is not None and body.iri and not body.value and name_of(body.iri) is not None:
            return self.claims.get(body.iri)
        text = body.value if body is not None else ""
        text = text or " … ".join(_exact(passage) for passage in note.passages if passage.exact.strip())
        text = text or next(iter(note.values(COMMENTING)), "")
        return self._claim_of(body.iri if body is not None else "", text) if text else None

    def _claim_of(self, iri: str, text: str) -> str:
        key = iri or f" {text}"
        if key not in self.claims:
            self.claims[key] = self.home.claim(text, named=_local(iri))
        return self.claims[key]

    def _speakers(self, note: Note) -> list[str]:
        named = [(body.iri or body.value, body.value or body.iri, body.kind) for body in note.bodies if body.purpose == IDENTIFYING]
        return [self._actor(*one) for one in named if one[1]] or [self._actor("", AUTHOR, "")]

    def _actor(self, key: str, name: str, kind: str) -> str:
        if (key, name) not in self.actors:
            kinds = [one for one, word in AGENTS.items() if word == kind and one is not ActorKind.PERSON]
            unnamed = ActorKind.UNNAMED if not key else None
            self.actors[key, name] = self.home.actor(name, kind=kinds[0] if kinds else unnamed, named=_local(key))
        return self.actors[key, name]

    def _link(self, note: Note) -> None:
        """Tell an argument or a pair of contraries."""
        words = [body.value.lower() for body in note.bodies if body.purpose == CLASSIFYING]
        ends = [body for body in note.bodies if body.purpose == LINKING]
        premises = [self._claim_of(body.iri, body.value) for body in ends if body.value]
        target = note.passages[0] if note.passages else Passage("")
        claim = self._claim_of(target.source, target.value) if target.value else None
        relation = next((one for one in ArgumentRelation if one.value in words), None)
        own = _local(note.iri) or ">"
        named = own if ">" not in own else None
        if CONTRARY in words and premises and claim is not None:
            self.home.contrary(premises[0], claim)
        elif relation is ArgumentRelation.UNDERCUT and premises and target.source:
            self.home.infer(note.iri, premises, relation, target.source, named=named)
        elif relation is not None and relation is not ArgumentRelation.UNDERCUT and premises and claim is not None:
            self.home.infer(note.iri, premises, relation, claim, named=named)
        else:
            self.tally.lost(LOOSE_LINKS, note.iri)

    def _state(self, draft: Draft, note: Note, passages: Passages | None) -> None:
        body = next((one for one in note.bodies if one.purpose == DESCRIBING), None)
        claim = self._claim(note)
        argument = body.iri if claim is None and body is not None else None
        if claim is None and not argument:
            self.tally.lost(NO_CLAIM, note.iri)
            return
        speakers = self._speakers(note)
        if not any(body.purpose == IDENTIFYING for body in note.bodies):
            self.tally.changed(NO_SPEAKER, note.iri)
        classes, tags = note.values(CLASSIFYING), note.values(TAGGING)
        told = (*classes, *tags)
        telling = next((value for value in told if stance_in_words(value) is not None), "")
        stance = stance_in_words(telling)
        is_tag = telling not in classes
        tags = [tag for tag in tags if tag != telling or not is_tag]
        if stance is None:
            self.tally.changed(NO_STANCE, note.iri)
        words = [value.lower() for value in told]
        act = next((one for one in Act if one.value in words and one is not Act.ASSERT), None)
        self.tally.lost(SEVERAL_SOURCES, number=sum(one.source != note.passages[0].source for one in note.passages))
        about: dict[str, Any] = {"claim": claim} if claim is not None else {"argument": argument}
        draft.state(
            speakers,
            stance or Stance.FOR,
            **about,
            quote=self._quotes(note, passages),
            act=act and str(act),
            confidence=str(Confidence.LOW) if stance is None else None,
            tags=tags,
            note=self._noted(note),
        )

    def _quotes(self, note: Note, passages: Passages | None) -> list[dict[str, Any]]:
        quotes: list[dict[str, Any]] = []
        for passage in note.passages:
            self.tally.lost(OTHER_SELECTORS, note.iri, passage.other_selectors)
            if passage.source != note.passages[0].source:
                continue
            quote: dict[str, Any] | None = None
            if passages is not None:
                quote = passages.quoted(passage.exact, passage.prefix, passage.suffix, passage.position)
            elif passage.exact.strip():
                parts = (("exact", passage.exact), ("prefix", passage.prefix), ("suffix", passage.suffix))
                quote = {key: words for key, words in parts if words}
                self.tally.changed(POSITIONS, number=int(passage.position is not None))
            if quote is not None:
                quotes.append(quote)
            elif passage.exact.strip() or passage.position is not None:
                self.tally.lost(UNQUOTED, passage.exact)
        return quotes


def _names(groups: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """A name for the file of each group: that of the source, with the creator where several annotated it."""
    keys = list(groups)
    sources = Counter(source for source, _ in keys)
    names = Names({"codebook"})
    found: dict[tuple[str, str], str] = {}
    for source, creator in keys:
        name = _bare(name_of(source) or source)
        if sources[source] > 1 and creator:
            name = f"{name}-{_bare((name_of(creator) or creator).replace(':', '/'))}"
        found[source, creator] = names.take(name)
    return found


def _ends(note: Note) -> Iterator[tuple[str, str]]:
    """The claims that a link names, by their IRIs and texts."""
    yield from ((body.iri, body.value) for body in note.bodies if body.purpose == LINKING and body.value)
    yield from ((passage.source, passage.value) for passage in note.passages if passage.value)


def _bare(iri: str) -> str:
    """The last part of an IRI as a name; the dot keeps what looks like a suffix."""
    return bare_name(f"{iri.partition('?')[0].partition('#')[0].rstrip('/')}.", "annotations")


def _place(note: Note) -> tuple[bool, tuple[int, int]]:
    position = next((passage.position for passage in note.passages if passage.position is not None), None)
    return (position is None, position or (0, 0))


def _exact(passage: Passage) -> str:
    return " ".join(passage.exact.split())


def _local(iri: str) -> str | None:
    """What an id of ours is called in its file."""
    ours = name_of(iri)
    return ours.partition("/")[2] or None if ours else None
