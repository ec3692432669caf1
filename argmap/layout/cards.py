"""Cards: each question, claim and piece of evidence as a box of known size, with its words set inside."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from argmap.catalogue import Catalogue
from argmap.drawing import Card, CardKind, Chip, Line
from argmap.graph import Actor, Claim, Question
from argmap.layout.metrics import Ruler, shortened
from argmap.layout.wrapping import one_line, wrap
from argmap.text import language_of
from argmap.view import Holder, ShownClaim
from argmap.words import Certainty, EvidenceKind, Stance


class Style(NamedTuple):
    """The measures of one kind of card, in points."""

    size: float
    leading: int
    left: int
    right: int
    top: int
    bottom: int
    rooms: tuple[tuple[int, int], ...]
    """How wide a text may be set, and how many lines it may then have: the longer, the wider."""
    bold: bool = False


_WIDE_ROOMS: Final = ((290, 10), (370, 16), (470, 24), (600, 34), (760, 46), (960, 62), (1200, 80))
_ROOMS: Final = ((140, 3), (190, 4), (230, 7), *_WIDE_ROOMS)
_HEADER_ROOMS: Final = ((200, 2), (260, 3), *_WIDE_ROOMS)

STYLES: Final = {
    CardKind.QUESTION: Style(size=15, leading=20, left=16, right=16, top=11, bottom=12, rooms=_HEADER_ROOMS, bold=True),
    CardKind.CLAIM: Style(size=13, leading=17, left=12, right=12, top=9, bottom=10, rooms=_ROOMS),
    CardKind.EVIDENCE: Style(size=12.5, leading=16, left=16, right=16, top=9, bottom=9, rooms=_ROOMS),
}

HEADING_SIZE: Final = 10
HEADING_LEADING: Final = 15
CHIP_SIZE: Final = 11
CHIP_HEIGHT: Final = 18
CHIP_GAP: Final = 4
CHIP_MARK: Final = 19
"""The room in front of a chip's name: the mark of the stance and what stands around it."""
CHIP_END: Final = 8
CHIP_TORN: Final = 16
"""The room behind a name for the mark of an actor who holds competing claims."""
BAR_ROOM: Final = 6

ROOM_STEP: Final = 20
"""Cards are as wide as their lines need, in few steps, so that columns look even."""

ROOM_FOR_CHIPS: Final = 220
"""A card is widened up to this for the sake of a long name; a longer one is shortened."""

HOLDERS_SHOWN: Final = 4
HOLDERS_SHOWN_OF_MORE: Final = 3

HEDGES: Final = {Certainty.LIKELY: "~", Certainty.POSSIBLE: "?", Certainty.UNLIKELY: "??"}
"""Signs behind the name of one who is not sure; who is certain needs none."""

_STANCES: Final = tuple(Stance)

_PER_CHARACTER: Final = 0.62
"""A character's usual share of the font size, to guess the room before anything is measured."""

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of one drawing: in one language, every word measured once."""

    language: str
    """The wanted one; a text that lacks it is shown in another."""
    catalogue: Catalogue
    rulers: dict[CardKind, Ruler] = field(
        default_factory=lambda: {kind: Ruler(style.size, bold=style.bold) for kind, style in STYLES.items()}
    )
    heading_ruler: Ruler = field(default_factory=lambda: Ruler(HEADING_SIZE))
    chip_ruler: Ruler = field(default_factory=lambda: Ruler(CHIP_SIZE))

    def question(self, question: Question) -> Card:
        """Return the card of a question."""
        language = language_of(question.text, self.language)
        text = question.text[language]
        heading = self.catalogue.say(f"question.{question.kind}")
        extras = _Extras(heading=heading, title=f"{heading}\n{one_line(text)}")
        return self._card(question.id, CardKind.QUESTION, language, text, extras)

    def claim(self, shown: ShownClaim) -> Card:
        """Return the card of a claim or a piece of evidence, with who holds it."""
        claim, overlay = shown.claim, shown.overlay
        kind = CardKind.EVIDENCE if claim.evidence else CardKind.CLAIM
        language = language_of(claim.text, self.language)
        text = claim.text[language]
        heading = self.heading(claim)
        title = [one_line(text), *self._holders_in_words(shown.holders)]
        if heading:
            title.insert(0, heading)
        if overlay and overlay.note:
            title.append(one_line(overlay.note[language_of(overlay.note, self.language)]))
        extras = _Extras(
            heading=heading,
            title="\n".join(title),
            holders=shown.holders,
            implicit=claim.implicit,
            mark=overlay.mark if overlay else None,
            bar=overlay.bar if overlay else None,
        )
        return self._card(claim.id, kind, language, text, extras)

    def heading(self, claim: Claim) -> str:
        """Return what kind of claim or evidence it is, and when it was observed; empty where nothing is known."""
        parts = []
        if claim.implicit:
            parts.append(self.catalogue.say("claim.implicit"))
        if claim.evidence:
            parts.append(self.catalogue.say(f"evidence.{claim.kind or EvidenceKind.OTHER}"))
        elif claim.kind:
            parts.append(self.catalogue.say(f"claim.{claim.kind}"))
        if claim.observed:
            parts.append(self.catalogue.date(claim.observed))
        return " · ".join(parts)

    def name(self, actor: Actor) -> str:
        """Return what an actor is called, on one line."""
        return one_line(actor.name[language_of(actor.name, self.language)])

    def names(self, holders: Iterable[Holder]) -> str:
        """Return the names of some holders, as a list in words."""
        names = []
        for holder in holders:
            name = self.name(holder.actor)
            notes = [*self._notes(holder)]
            names.append(f"{name} ({'; '.join(notes)})" if notes else name)
        return ", ".join(names)

    def _notes(self, holder: Holder) -> Iterator[str]:
        """Yield in words what is to be known of how an actor holds something."""
        say = self.catalogue.say
        if holder.hedge:
            yield say(f"page.hedge.{holder.hedge}")
        if holder.inferred:
            yield say("page.speech.inferred")
        if holder.passed_on_by:
            yield say("holders.passed_on", names=", ".join(map(self.name, holder.passed_on_by)))
        if holder.conditional:
            yield say("legend.conditional")
        if holder.rivals:
            yield say("holders.torn")

    def _holders_in_words(self, holders: Sequence[Holder]) -> Iterator[str]:
        sides: dict[Stance, list[Holder]] = {}
        for holder in holders:
            sides.setdefault(holder.stance, []).append(holder)
        for stance in sorted(sides, key=_STANCES.index):
            yield self.catalogue.say(f"holders.{stance}", names=self.names(sides[stance]))

    def _card(self, identity: str, kind: CardKind, language: str, text: str, extras: "_Extras") -> Card:
        style = STYLES[kind]
        entries = [*self._entries(extras.holders)]
        widest_chip = max((entry.width for entry in entries), default=0)
        heading_width = self.heading_ruler[extras.heading] if extras.heading else 0.0
        mark_width = self.heading_ruler[extras.mark] + CHIP_GAP if extras.mark else 0.0
        wanted = max(min(ROOM_FOR_CHIPS, widest_chip), heading_width + mark_width)
        room, wrapped = _set(text, style, self.rulers[kind], wanted)
        y = style.top
        heading = mark = None
        if extras.heading or extras.mark:
            y += HEADING_LEADING
            if extras.heading:
                heading = Line(style.left, y - 5, heading_width, extras.heading)
            if extras.mark:
                mark = Line(math.floor(style.left + room - mark_width) + CHIP_GAP, y - 5, mark_width - CHIP_GAP, extras.mark)
        width = style.left + room + style.right
        right_to_left = _runs_right_to_left(text)
        start = width - style.right if right_to_left else style.left
        base = y + round(style.leading / 2 + style.size * 0.34)
        lines = tuple([Line(start, base + place * style.leading, wide, words) for place, (words, wide) in enumerate(wrapped)])
        y += style.leading * len(wrapped)
        chips: tuple[Chip, ...] = ()
        if entries:
            chips = tuple(self._chips(entries, style.left, y + CHIP_GAP + 2, room))
            y = chips[-1].y + CHIP_HEIGHT
        if extras.bar is not None:
            y += BAR_ROOM
        return Card(
            identity,
            kind,
            width,
            y + style.bottom,
            language,
            extras.title,
            heading,
            lines,
            chips,
            extras.implicit,
            right_to_left,
            mark,
            extras.bar,
        )

    def _entries(self, holders: Sequence[Holder]) -> Iterator["_Entry"]:
        shown = holders if len(holders) <= HOLDERS_SHOWN else holders[:HOLDERS_SHOWN_OF_MORE]
        for holder in shown:
            language = language_of(holder.actor.name, self.language)
            sign = HEDGES.get(holder.hedge) if holder.hedge else None
            around = ("[" if holder.inferred else "", ("]" if holder.inferred else "") + (f" {sign}" if sign else ""))
            yield self._entry(holder.stance, one_line(holder.actor.name[language]), language, holder, around)
        rest = Counter(holder.stance for holder in holders[len(shown) :])
        for stance in sorted(rest, key=_STANCES.index):
            yield self._entry(stance, self.catalogue.count("holders.more", rest[stance]), self.catalogue.language, None)

    def _entry(
        self, stance: Stance, name: str, language: str, holder: Holder | None, around: tuple[str, str] = ("", "")
    ) -> "_Entry":
        torn = CHIP_TORN if holder is not None and holder.rivals else 0
        shown = name.join(around)
        return _Entry(stance, name, language, holder, CHIP_MARK + self.chip_ruler[shown] + torn + CHIP_END, around)

    def _chips(self, entries: Iterable["_Entry"], left: int, top: int, room: int) -> Iterator[Chip]:
        """Yield the chips in rows."""
        x, y = 0, top
        for entry in entries:
            holder, width = entry.holder, entry.width
            name = entry.name.join(entry.around)
            torn = holder is not None and bool(holder.rivals)
            end = CHIP_END + (CHIP_TORN if torn else 0)
            if width > room:
                for_name = room - CHIP_MARK - end - self.chip_ruler["".join(entry.around)]
                name = shortened(entry.name, for_name, self.chip_ruler).join(entry.around)
                width = CHIP_MARK + self.chip_ruler[name] + end
            across = math.ceil(width)
            if x and x + across > room:
                x, y = 0, y + CHIP_HEIGHT + CHIP_GAP
            line = Line(CHIP_MARK, CHIP_HEIGHT - 5, across - CHIP_MARK - end, name)
            chip = Chip(left + x, y, across, CHIP_HEIGHT, entry.stance, line, entry.language)
            yield (
                chip
                if holder is None
                else chip._replace(
                    actor=holder.actor.id, conditional=holder.conditional, torn=torn, hedge=holder.hedge, inferred=holder.inferred
                )
            )
            x += across + CHIP_GAP


class _Extras(NamedTuple):
    """What a card shows besides its text."""

    heading: str
    title: str
    holders: Sequence[Holder] = ()
    implicit: bool = False
    mark: str | None = None
    bar: float | None = None


class _Entry(NamedTuple):
    """A chip before it has its place."""

    stance: Stance
    name: str
    language: str
    holder: Holder | None
    width: float
    around: tuple[str, str]
    """What stands before and behind the name."""


def _set(text: str, style: Style, ruler: Ruler, wanted: float) -> tuple[int, tuple[tuple[str, float], ...]]:
    """Return the room for a text, at least the wanted one, and its lines in that room."""
    length = len(text) * style.size * _PER_CHARACTER
    for most_room, most_lines in style.rooms:
        if most_room >= wanted and length <= most_room * most_lines:
            lines = wrap(text, most_room, ruler.__getitem__)
            if len(lines) <= most_lines:
                break
    else:
        most_room = max(math.ceil(math.sqrt(length * style.leading)), math.ceil(wanted), style.rooms[-1][0])
        lines = wrap(text, most_room, ruler.__getitem__)
    needed = max(max((width for _, width in lines), default=0), wanted, style.rooms[0][0])
    # Balanced lines leave room to the right of them all.
    return min(math.ceil(needed / ROOM_STEP) * ROOM_STEP, math.ceil(max(most_room, needed))), lines


def _runs_right_to_left(text: str) -> bool:
    """Tell the direction of a paragraph by its first letter that has one (Unicode Bidirectional Algorithm, P2)."""
    if _RIGHT_TO_LEFT.search(text):
        for character in text:
            match unicodedata.bidirectional(character):
                case "L":
                    return False
                case "R" | "AL":
                    return True
    return False
