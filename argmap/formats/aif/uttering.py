"""Statements → the locutions, illocutions and transitions of an AIF map: the reverse of `dialogue.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from argmap.exchange.report import Tally
from argmap.formats.aif.board import Board
from argmap.formats.aif.dialogue import ILLOCUTION, WORDS
from argmap.formats.aif.illocutions import label_of, stance_of
from argmap.formats.aif.reading import X_AIF
from argmap.graph import Graph, Statement
from argmap.text import words_of
from argmap.words import Act, Stance

JOINED_QUOTES: Final = "quotes of several passages, joined by …"
JOINT: Final = "statements by several actors, written once for each"
SAME_WORDS: Final = "statements that the same words show twice, written once"
ACTS_AGAINST: Final = "concessions and retractions of what one is not for"
SECOND_REPLIES: Final = "replies of the same words to something else, beyond the first"
SILENT_ACTORS: Final = "actors who say nothing"


_STANCES: Final = tuple(Stance)
_ACTS: Final = tuple(Act)


@dataclass(frozen=True, slots=True)
class _Utterance:
    """What makes one locution: statements that agree in it hang on one L node."""

    source: str
    actor: str
    words: str
    via: tuple[str, ...]
    replies: tuple[object, ...] = ()
    """What tells the utterance that it answers from others."""


@dataclass(slots=True)
class _Shown:
    """What a locution shows: by content node, stances and acts with the label of the illocution."""

    by_content: dict[str, dict[tuple[Stance, Act], str]] = field(default_factory=dict)

    def add(self, content: str, stance: Stance, act: Act, label: str) -> bool:
        """Add an illocution; return False where it is there already."""
        labels = self.by_content.setdefault(content, {})
        return labels.setdefault((stance, act), label) is label


def utter(graph: Graph, language: str, ids: Mapping[str, str], board: Board, tally: Tally) -> dict[str, list[str]]:
    """Write the statements of a graph; return the locutions that each became.

    Args:
        graph: whose statements.
        language: BCP 47 tag of names.
        ids: the node of each claim and argument.
        board: where the nodes are added.
        tally: what counts.
    """
    shown: dict[_Utterance, _Shown] = {}
    made_of: dict[str, list[_Utterance]] = {}
    for statement in graph.statements.values():
        made_of[statement.id] = _utterances(statement, graph, tally)
        for utterance in made_of[statement.id]:
            _show(statement, ids[statement.target], board, shown.setdefault(utterance, _Shown()), tally)
    names = {actor.id: " ".join(words_of(actor.name, language).split()) for actor in graph.actors.values()}
    nodes = {utterance: _write(utterance, one, names, board) for utterance, one in shown.items()}
    said = {statement: [nodes[utterance] for utterance in utterances] for statement, utterances in made_of.items()}
    answered: dict[str, str] = {}
    for statement in graph.statements.values():
        if statement.replies is not None and statement.replies != statement.id:
            before = said[statement.replies][0]
            for after in said[statement.id]:
                if answered.setdefault(after, before) != before:
                    tally.lost(SECOND_REPLIES, statement.id)
    for after, before in answered.items():
        board.scheme("TA", "Default Transition", before, after)
    tally.lost(SILENT_ACTORS, number=len(graph.actors) - len(board.participants))
    return said


def _utterances(statement: Statement, graph: Graph, tally: Tally) -> list[_Utterance]:
    words = _words(statement)
    if len(statement.quotes) > 1:
        tally.changed(JOINED_QUOTES, words)
    if len(statement.actors) > 1:
        tally.changed(JOINT, words)
    if statement.act is not Act.ASSERT and statement.stance is not Stance.FOR:
        tally.lost(ACTS_AGAINST, statement.id)
    replied = graph.statements.get(statement.replies or "")
    replies: tuple[object, ...] = ()
    if replied is not None and replied is not statement:
        first = replied.actors[0]
        replies = (replied.source, first, _words(replied), _via(replied, first))
    return [_Utterance(statement.source, actor, words, _via(statement, actor), replies) for actor in statement.actors]


def _words(statement: Statement) -> str:
    return " … ".join(" ".join(quote.exact.split()) for quote in statement.quotes) or str(_extension(statement).get(WORDS, ""))


def _via(statement: Statement, actor: str) -> tuple[str, ...]:
    return tuple(one for one in statement.via if one != actor)


def _show(statement: Statement, content: str, board: Board, shown: _Shown, tally: Tally) -> None:
    kind = board.kind_of(content)
    label = _extension(statement).get(ILLOCUTION)
    if isinstance(label, str):
        meant = stance_of(label, kind)
        if meant == (statement.stance, statement.act) or (meant is None and statement.stance is Stance.NEUTRAL):
            shown.add(content, statement.stance, statement.act, label)
            return
    new = False
    for stance in (Stance.FOR, Stance.AGAINST) if statement.stance is Stance.MIXED else (statement.stance,):
        act = statement.act if statement.stance is Stance.FOR else Act.ASSERT
        new |= shown.add(content, stance, act, label_of(stance, act, kind))
    if not new:
        tally.changed(SAME_WORDS, statement.id)


def _write(utterance: _Utterance, shown: _Shown, names: Mapping[str, str], board: Board) -> str:
    node = board.locution(utterance.actor, names[utterance.actor], utterance.words)
    for content, labels in shown.by_content.items():
        for stance, act in sorted(labels, key=lambda one: (_STANCES.index(one[0]), _ACTS.index(one[1]))):
            board.scheme("YA", labels[stance, act], node, content)
    passed_on = node
    for passer in utterance.via:
        reporting = board.locution(passer, names[passer], "")
        board.scheme("YA", "Asserting", reporting, passed_on)
        passed_on = reporting
    return node


def _extension(statement: Statement) -> Mapping[str, object]:
    own = statement.extensions.get(X_AIF)
    return own if isinstance(own, Mapping) else {}
