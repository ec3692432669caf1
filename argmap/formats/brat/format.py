"""brat standoff: a text and, in a file beside it, spans, relations and attributes; as in the argument-annotated essays.

Stab & Gurevych (2017), "Parsing argumentation structures in persuasive essays". A claim's stance (`For`, `Against`) is its bearing
on the essay's major claim, which may be told several times over in different words. Offsets are code points of the text as it is
stored.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from argmap.exchange.building import REPEATED_STATEMENTS, WITHOUT_WORDS, Draft
from argmap.exchange.contract import MEBIBYTE, Candidate, Format, Imported, ReadOptions, read_each, text_beside, without_texts
from argmap.exchange.decoding import cleaned_with_places, decoded_text, taken, text_of
from argmap.exchange.finishing import finish, finished
from argmap.exchange.inferring import SELF_REFERENCES
from argmap.exchange.naming import bare_names
from argmap.exchange.quoting import Passages
from argmap.exchange.remarks import remark_losses
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.brat.lines import OTHER_LINES, UNREADABLE_LINES, Annotation, Span, annotation_of
from argmap.reading.texts import fingerprint
from argmap.words import Act, ActorKind, ArgumentRelation, Confidence, Stance

SPAN_IDS: Final = "spans whose id is left out: ids are made from the texts"
RESTATED: Final = "major claims beyond the first, told as further statements of it"
CONCEDED: Final = "claims against the major claim, told as concessions of the author, with low confidence"
MOVED: Final = "spans whose words stand elsewhere in the text than their offsets say"
UNQUOTED: Final = "spans whose words are not in the text, or stand there more than once: without a quote"
OTHER_SPANS: Final = "spans that are no parts of an argument"
OTHER_RELATIONS: Final = "relations that are no support and no attack, or lead nowhere"
OTHER_NOTES: Final = "notes on anything but parts of an argument"
STANCES_ON_NOTHING: Final = "stances without a major claim"

AUTHOR: Final = "The author of the text"
MAJOR: Final = "major-claim"

_LINE: Final = re.compile(r"(?m)^(?:T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t|R\d+\t\S+ \S+:\S+ \S+:\S+|[AM]\d+\t\S+ [TREN]\d+)")
_PARTS: Final = MappingProxyType(
    {
        "majorclaim": MAJOR,
        "claim": "",
        "premise": "premise",
        "conclusion": "",
        "evidence": "premise",
        "data": "premise",
        "warrant": "warrant",
        "backing": "backing",
        "rebuttal": "rebuttal",
    }
)
"""Types of spans that are parts of an argument, and the tag of the claim that each becomes."""
_RELATIONS: Final = MappingProxyType(
    {
        "supports": ArgumentRelation.SUPPORT,
        "support": ArgumentRelation.SUPPORT,
        "for": ArgumentRelation.SUPPORT,
        "attacks": ArgumentRelation.ATTACK,
        "attack": ArgumentRelation.ATTACK,
        "against": ArgumentRelation.ATTACK,
    }
)


_Place: TypeAlias = Callable[[int], int]
_Places: TypeAlias = tuple[tuple[int, int], ...]


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a brat annotation."""
    return bool(_LINE.search(candidate.sample))


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return an annotation file for each brat annotation, with its text.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    size = Size(options.most)
    annotations, faults = read_each(
        without_texts(files), lambda name, data: annotation_of(name, text_of(data, name, options.encoding), Tally(tally), size)
    )
    size.add(0)  # too much of all files together is no fault of one of them
    names = bare_names(annotation.name for annotation in annotations)
    ready = []
    texts = {}
    annotations.reverse()
    while annotations:  # each is let go as it becomes a draft
        name = annotations[-1].name
        draft = Draft(names[name], options, annotations[-1].tally)
        text, place = _beside(name, files, options)
        if text:
            texts[f"{draft.name}.txt"] = text
            draft.source(_title(text) or draft.name, file=f"{draft.name}.txt", sha256=fingerprint(text))
        else:
            draft.source(draft.name)
        _Translator(annotations.pop(), draft, Passages(text) if text else None, place).tell()
        ready.append(finish(draft))
        remark_losses(draft, name.rpartition("/")[2])
    return finished((), tally, faults, texts=texts, ready=ready)


def _beside(name: str, files: Mapping[str, bytes], options: ReadOptions) -> tuple[str, _Place]:
    """The text beside an annotation, and what its offsets become when it is cleaned; empty where there is none."""
    beside, data = text_beside(name, files) or (name, b"")
    return cleaned_with_places(decoded_text(data, beside, options.encoding))


def _title(text: str) -> str:
    """The first line, where an empty line sets it apart."""
    first, _, rest = text.lstrip("\n").partition("\n")
    return " ".join(first.split()) if rest.startswith("\n") else ""


class _Translator:
    """One annotation on its way to a draft."""

    def __init__(self, annotation: Annotation, draft: Draft, passages: Passages | None, place: _Place) -> None:
        self.annotation = annotation
        self.draft = draft
        self.passages = passages
        self.place = place
        self.tally = annotation.tally
        self.claims: dict[str, str] = {}
        self.major: str | None = None

    def tell(self) -> None:
        spans = self.annotation.spans
        order = sorted((self._places(span), name) for name, span in spans.items())
        for _, name in order:
            self._define(name, spans[name])
        self.tally.changed(SPAN_IDS, number=len(spans))
        for row, (kind, first, second) in enumerate(taken(self.annotation.relations)):
            relation = _RELATIONS.get(kind.lower())
            if relation is None or first not in self.claims or second not in self.claims:
                self.tally.lost(OTHER_RELATIONS, f"{kind} {first} {second}")
            else:
                self.draft.infer(row, [self.claims[first]], relation, self.claims[second])
        for name, stance in self.annotation.stances.items():
            relation = _RELATIONS.get(stance.lower())
            if relation is None or name not in self.claims or self.major is None:
                self.tally.lost(STANCES_ON_NOTHING, f"{name} {stance}")
            elif self.claims[name] != self.major:
                self.draft.infer(name, [self.claims[name]], relation, self.major)
        author = self.draft.actor(AUTHOR, kind=ActorKind.UNNAMED) if self.claims else ""
        for places, name in taken(order):
            span = spans.pop(name)
            if name in self.claims:
                self._state(name, span, places, author)
        for name, notes in self.annotation.notes.items():
            self.tally.lost(OTHER_NOTES, f"{name}: {notes[0]}", number=len(notes))

    def _places(self, span: Span) -> _Places:
        return tuple((self.place(start), self.place(end)) for start, end in span.places)

    def _define(self, name: str, span: Span) -> None:
        tag = _PARTS.get(span.kind.lower())
        words = " ".join(span.words.split())
        if tag is None:
            self.tally.lost(OTHER_SPANS, f"{span.kind}: {words}")
        elif tag == MAJOR and self.major is not None:
            self.claims[name] = self.major
            self.tally.changed(RESTATED, words)
        else:
            self.claims[name] = self.draft.claim(words, tags=[tag] if tag else [], note=self._note(name))
            if tag == MAJOR:
                self.major = self.claims[name]

    def _state(self, name: str, span: Span, places: _Places, author: str) -> None:
        is_against = self.annotation.stances.get(name, "").lower() == "against"
        if is_against:
            self.tally.changed(CONCEDED, span.words)
        self.draft.state(
            author,
            Stance.FOR,
            claim=self.claims[name],
            quote=self._quotes(span, places),
            act=str(Act.CONCEDE) if is_against else None,
            confidence=str(Confidence.LOW) if is_against else None,
            note=self._note(name),
        )

    def _note(self, name: str) -> str:
        """What is noted on a span, told once: on the claim that it becomes, else on the statement."""
        return "\n".join(filter(None, self.annotation.notes.pop(name, ())))

    def _quotes(self, span: Span, places: _Places) -> list[Any]:
        words = " ".join(span.words.split())
        if self.passages is None:
            return [words] if words else []
        quotes = [self.passages.at(start, end) for start, end in places]
        found = [quote for quote in quotes if quote is not None]
        if len(found) == len(quotes) and " ".join(" ".join(quote["exact"] for quote in found).split()) == words:
            return found
        quote = self.passages.of(words) if words else None
        if quote is None:
            self.tally.lost(UNQUOTED, words)
            return []
        self.tally.changed(MOVED, words)
        return [quote]


FORMAT: Final = Format(
    name="brat",
    title="brat standoff (argument-annotated essays)",
    suffix=".ann",
    companions=(".txt",),
    told_by="lines such as `T1`, a type and two offsets, between tabs",
    tells=tells,
    largest=8 * MEBIBYTE,
    read=read,
    keeps=(
        "Spans of the types MajorClaim, Claim and Premise (and Conclusion, Evidence, Data, Warrant, Backing, Rebuttal) are claims "
        "that the author of the text utters; they become quotes. `supports` and `attacks` are what they say, and a stance on the "
        "major claim is a support or an attack of it. Major claims and premises bear tags."
    ),
    reading_changes=(SPAN_IDS, RESTATED, CONCEDED, MOVED, WITHOUT_WORDS),
    reading_loses=(
        *(UNQUOTED, OTHER_SPANS, OTHER_RELATIONS, OTHER_LINES, OTHER_NOTES, STANCES_ON_NOTHING, UNREADABLE_LINES),
        *(SELF_REFERENCES, REPEATED_STATEMENTS),
    ),
)
