"""Kialo's exported text → annotation files.

Each claim stands under its number: `1.2.3. Pro: …`; its number without the last part is that of the claim it speaks for or against.
There are two ways to write this: since 2021 claims are indented, their text stands on the next line, links are footnotes; before,
each claim was a line with links in Markdown. `-> See 1.2.` is a claim that stands elsewhere and bears on this one too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Final

from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import Candidate, FormatError, Imported, ReadOptions, read_each, refuse_many
from argmap.exchange.decoding import lines_of, text_of
from argmap.exchange.finishing import finished
from argmap.exchange.inferring import SELF_REFERENCES
from argmap.exchange.naming import Names, bare_name
from argmap.exchange.report import Tally
from argmap.exchange.spacing import on_one_line
from argmap.formats.kialo.markdown import Link, plain
from argmap.words import ArgumentRelation

NUMBERED_TWICE: Final = "claims with the number of another one, told apart"
ORPHANS: Final = "claims under a number that is not there, under the nearest that is"
EMPHASES: Final = "bold and italics"
PASSAGES: Final = "passages quoted from sources"
BEFORE: Final = "lines before the first claim"
NEITHER: Final = "claims of which it is not said whether they are pro or con: what they bear on"
NOWHERE: Final = "references to a number that is not there"
REPEATED: Final = "references that say what is said already"
CHANGES: Final = (NUMBERED_TWICE, ORPHANS, WITHOUT_WORDS)
LOSES: Final = (NEITHER, NOWHERE, REPEATED, EMPHASES, PASSAGES, BEFORE, SELF_REFERENCES)

_TITLE: Final = re.compile(r"\s*Discussion (?:Title|Name):[ \t]*(.*)")
_CLAIM: Final = re.compile(r"[ \t]*((?:\d{1,6}\.)+)(?:[ \t]+(?:(Thesis|Question|Pro|Con):)?[ \t]*(.*))?$")
_SEE: Final = re.compile(r"->\s*See\s+((?:\d{1,6}\.)*\d{1,6})\.?\s*$")
_SOURCES: Final = re.compile(r"\s*Sources:\s*$")
_SOURCE: Final = re.compile(r"\s*\[(\d{1,6})\]\s+(\S+)\s*$")
_FOOTNOTE: Final = re.compile(r"[ \t]*\[(\d{1,6})\]")
_TELLING: Final = re.compile(r"^[ \t]*1\.\d{1,6}\.(?:\d{1,6}\.)* (?:Pro|Con):", re.MULTILINE)


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a discussion as Kialo exports it."""
    sample = candidate.sample
    return bool(_TITLE.match(sample.removeprefix("\ufeff")) or len(_TELLING.findall(sample)) > 1)


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return each discussion as an annotation file: its title is a question, its theses are the answers."""
    tally = Tally()
    names = Names({"codebook"})

    def draft(name: str, data: bytes) -> Draft:
        discussion = _parsed(text_of(data, name, options.encoding), tally, options.most)
        if not discussion.claims:
            raise FormatError("there is no claim with a number in it", file=name)
        made = Draft(names.take(bare_name(name)), options, tally)
        _Teller(discussion, made, options.most).tell()
        return made

    drafts, faults = read_each(files, draft)
    return finished(drafts, tally, faults)


@dataclass(slots=True)
class _Claim:
    number: str
    """Without the dot at its end."""
    label: str
    words: str = ""
    id: str = ""


@dataclass(slots=True)
class _Discussion:
    title: str | None = None
    claims: list[_Claim] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    """Addresses by the number of the footnote."""


def _parsed(text: str, tally: Tally, most: int) -> _Discussion:
    discussion = _Discussion()
    numbers: set[str] = set()
    in_sources = False
    words: list[str] = []
    """Of the last claim."""
    for line in lines_of(text):
        if in_sources:
            if found := _SOURCE.match(line):
                discussion.sources.setdefault(found[1], found[2])
                refuse_many(len(discussion.claims) + len(discussion.sources), most)
            elif line.strip():
                tally.lost(PASSAGES)
        elif found := _CLAIM.match(line):
            number = found[1].removesuffix(".")
            if number in numbers:
                tally.changed(NUMBERED_TWICE, f"{number}.")
            numbers.add(number)
            _close(discussion, words)
            words = [found[3] or ""]
            discussion.claims.append(_Claim(number, intern(found[2] or "")))
            refuse_many(len(discussion.claims), most)
        elif not discussion.claims:
            _read_head(line, discussion, tally)
        elif _SOURCES.match(line):
            in_sources = True
        elif line.strip():
            words.append(line)
            refuse_many(len(discussion.claims) + len(words), most)
    _close(discussion, words)
    return discussion


def _close(discussion: _Discussion, words: Sequence[str]) -> None:
    """Give the last claim its words."""
    if discussion.claims:
        discussion.claims[-1].words = on_one_line(" ".join(words))


def _read_head(line: str, discussion: _Discussion, tally: Tally) -> None:
    """Read a line above the first claim: the title, on the line of its label or below it."""
    found = _TITLE.match(line) if discussion.title is None else None
    if found is not None:
        discussion.title = on_one_line(found[1])
    elif line.strip() and not discussion.title and discussion.title is not None:
        discussion.title = on_one_line(line)
    elif line.strip():
        tally.lost(BEFORE, line.strip())


class _Teller:
    """A discussion on its way into a draft."""

    def __init__(self, discussion: _Discussion, draft: Draft, most: int) -> None:
        self.discussion = discussion
        self.most = most
        self.draft = draft
        self.tally = draft.tally
        self._by_number: dict[str, str] = {}
        """Claims by id."""
        self._questions: dict[str, str] = {}
        self._told: set[tuple[str, ArgumentRelation, str]] = set()

    def tell(self) -> None:
        """Tell the draft everything."""
        title = self.draft.question(self.discussion.title) if self.discussion.title else None
        references: list[tuple[_Claim, str]] = []
        for claim in self.discussion.claims:
            if claim.label == "Question":
                is_title = title is not None and claim.words in {"", self.discussion.title}
                self._questions[claim.number] = title if is_title and title is not None else self.draft.question(claim.words)
            elif found := _SEE.match(claim.words):
                references.append((claim, found[1]))
            else:
                claim.id = self._define(claim)
                self._by_number.setdefault(claim.number, claim.id)
        for claim, seen in references:
            claim.id = self._by_number.get(seen, "")
            if claim.id:
                self._by_number.setdefault(claim.number, claim.id)
        for claim in self.discussion.claims:
            if claim.label != "Question":
                self._relate(claim, title)

    def _define(self, claim: _Claim) -> str:
        words = claim.words
        links: dict[Link, None] = {}
        if self.discussion.sources:
            for found in _FOOTNOTE.finditer(words):
                if found[1] in self.discussion.sources:
                    links[Link("", self.discussion.sources[found[1]])] = None
            words = _FOOTNOTE.sub(lambda found: "" if found[1] in self.discussion.sources else found[0], words)
        read = plain(words, self.most)
        self.tally.lost(EMPHASES, number=read.emphases)
        links |= dict.fromkeys(read.links)
        self.draft.count(len(links))
        cites = [{"title": link.title, "url": link.url} if link.title else {"url": link.url} for link in links]
        return self.draft.claim(read.text, cites=cites)

    def _relate(self, claim: _Claim, title: str | None) -> None:
        """Say what a claim bears on, or which question it answers."""
        if not claim.id:
            self.tally.lost(NOWHERE, f"{claim.number}. {claim.words}")
            return
        parent = number = claim.number.rpartition(".")[0]
        while number and number not in self._by_number and number not in self._questions:
            number = number.rpartition(".")[0]
        if number != parent:
            self.tally.changed(ORPHANS, f"{claim.number}.")
        above = self._by_number.get(number, "")
        relation = _RELATIONS.get(claim.label)
        is_thesis = not above or number in self._questions or claim.label == "Thesis"
        if is_thesis:
            question = self._questions.get(number, title)
            entry = self.draft.node(claim.id) or {}
            if question is not None and question not in entry.get("answers", ()):
                entry.setdefault("answers", []).append(question)
        elif relation is None:
            self.tally.lost(NEITHER, f"{claim.number}. {claim.words}")
        elif (claim.id, relation, above) in self._told:
            self.tally.lost(REPEATED, f"{claim.number}. {claim.words}")
        else:
            self._told.add((claim.id, relation, above))
            self.draft.infer((claim.id, relation, above), [claim.id], relation, above)


_RELATIONS: Final = {"Pro": ArgumentRelation.SUPPORT, "Con": ArgumentRelation.ATTACK}
