"""Graph → Argdown text.

Claims are statements, their reasons stand indented below them. An argument is written out from premises to conclusion where it has
several premises, a scheme, words or holders of its own, or is undercut; one that attacks or undercuts concludes `¬ …`, marked as
denial. Questions are headings with their answers below. The order is such that what is read from it is written in the same order.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Final

from argmap.exchange.appearing import Appearances
from argmap.formats.argdown.data import DENIAL, INFERENCE, data_of, own_of
from argmap.formats.argdown.escaping import braced, escaped, one_line, plain, quoted, tags, typed
from argmap.formats.argdown.planning import CONTRARY, ORDER, Holders, Plan, Reason
from argmap.formats.argdown.translating import SOURCE
from argmap.graph import Argument, Graph, Question, Source
from argmap.text import words_of
from argmap.words import ArgumentRelation, QuestionKind

_DEEPEST: Final = 5
"""So deep reasons are indented; deeper ones stand in a block of their own."""
_ASKS: Final = ("?", "？", "؟")


def argdown_text(graph: Graph, language: str) -> str:
    """Return a graph as Argdown."""
    return _Writer(graph, language).text()


class _Writer:
    """A document in the making."""

    def __init__(self, graph: Graph, language: str) -> None:
        self.graph = graph
        self.language = language
        self.plan = Plan(graph, language)
        self._appearances = Appearances(graph.claims)
        self._defined: set[str] = set()
        self._waiting: list[str] = []
        """Claims that have been named only, because they stood too deep."""
        self._contraries: set[frozenset[str]] = set()
        self._blocks: list[str] = []
        self._lines: list[str] = []
        self._heading: str | None = None

    def text(self) -> str:
        """Return the document."""
        self._front_matter()
        answers: dict[str, list[str]] = {question: [] for question in self.graph.questions}
        for claim in self.graph.claims.values():
            for question in claim.answers:
                answers[question].append(claim.id)
        for asked in self.graph.questions.values():
            self._end(self._question(asked))
            for answer in self._appearances.in_order(answers[asked.id]):
                self._end(*self._claim(answer))
        self._heading = "# …" if self.graph.questions else None
        premises = {premise for argument in self.graph.arguments.values() for premise in argument.premises}
        self._top(claim for claim in self.graph.claims if claim not in premises)
        self._written_out()
        self._top(self._appearances.in_order(self.graph.claims))
        return "\n\n".join(self._blocks) + "\n"

    def _end(self, *lines: str) -> None:
        """End a block."""
        if self._heading is not None:
            self._blocks.append(self._heading)
            self._heading = None
        self._blocks.append("\n".join(lines))

    def _top(self, claims: Iterable[str]) -> None:
        """Write the claims that have not been written yet as blocks, and what had to wait behind each."""
        for claim in claims:
            for one in (*self._drained(), claim):
                if one not in self._defined:
                    self._end(*self._claim(one))
        for one in self._drained():
            self._end(*self._claim(one))

    def _drained(self) -> Iterator[str]:
        while self._waiting:
            claim = self._waiting.pop(0)
            if claim not in self._defined:
                yield claim

    def _claim(self, claim: str, before: str = "", depth: int = 0) -> list[str]:
        """The lines of a claim: its words where they have not been told yet, with its reasons below it; else its title alone.

        Args:
            claim: its id.
            before: what stands before it on its line, indentation apart.
            depth: how deep it is indented; each level takes two blanks.
        """
        self._appearances.add(claim)
        reasons = self.plan.reasons.get(claim, [])
        is_sketched = claim in self.plan.sketched
        title = f"<{self.plan.titles[claim]}>" if is_sketched else f"[{self.plan.titles[claim]}]"
        if claim in self._defined:
            return [f"{'  ' * depth}{before}{title}"]
        if depth >= _DEEPEST and reasons:
            self._waiting.append(claim)
            return [f"{'  ' * depth}{before}{title}"]
        self._defined.add(claim)
        entity = self.graph.claims[claim]
        words = one_line(words_of(entity.text, self.language))
        if words != self.plan.titles[claim]:
            title += f": {escaped(words)}"
        holders = self.plan.holders.get(claim, Holders())
        data = data_of(entity, holders.proponents, holders.opponents, self.language)
        lines = [f"{'  ' * depth}{before}{title}{tags(entity.tags)}{_behind(data)}"]
        lines += self._reasons(reasons, claim, depth + 1)
        return lines

    def _reasons(self, reasons: Iterable[Reason], below: str, depth: int) -> list[str]:
        signs: dict[str, list[str]] = {}
        for reason in reasons:
            signs.setdefault(reason.claim, []).append(reason.sign)
        lines: list[str] = []
        for claim in self._appearances.in_order(signs):
            for sign in sorted(signs[claim], key=ORDER.index):
                pair = frozenset({below, claim})
                if sign != CONTRARY or pair not in self._contraries:
                    if sign == CONTRARY:
                        self._contraries.add(pair)
                    lines += self._claim(claim, f"{sign} ", depth)
        return lines

    def _written_out(self) -> None:
        """Write the arguments from premises to conclusion: those without a name in the order of their premises, then the others.

        An undercut names the argument it denies; the others are written in the order in which they are first named.
        """
        short: dict[str, list[Argument]] = {}
        named: dict[str, Argument] = {}
        for argument in self.graph.arguments.values():
            if argument.id not in self.plan.written_out:
                continue
            if argument.shorthand:
                short.setdefault(argument.premises[0], []).append(argument)
            else:
                named[argument.id] = argument
        mentioned: deque[str] = deque()
        for premise in self._appearances.in_order(short):
            for argument in sorted(short[premise], key=self._place_of):
                self._structure(argument)
                mentioned.append(argument.target)
        for one in list(named):
            mentioned.append(one)
            while mentioned:
                name = mentioned.popleft()
                if name in named:
                    argument = named.pop(name)
                    self._structure(argument)
                    mentioned.append(argument.target)

    def _place_of(self, argument: Argument) -> tuple[int, int, int]:
        target = self.graph.arguments.get(argument.target)
        claim = argument.target if target is None else target.premises[0]
        return list(ArgumentRelation).index(argument.relation), *self._appearances.place(claim)

    def _structure(self, argument: Argument) -> None:
        holders = self.plan.holders.get(argument.id, Holders())
        data = data_of(argument, holders.proponents, holders.opponents, self.language)
        note = f": {escaped(words_of(argument.note, self.language))}" if argument.note else ""
        self._end(f"<{self.plan.titles[argument.id]}>{note}{tags(argument.tags)}{_behind(data)}")
        lines: list[str] = []
        for number, premise in enumerate(argument.premises, 1):
            lines += self._claim(premise, f"({number}) ")
        lines += _rule(argument)
        lines += self._reasons(self.plan.reasons.get(argument.id, []), argument.id, 1)
        number = len(argument.premises) + 1
        if argument.relation is ArgumentRelation.SUPPORT:
            lines += self._claim(argument.target, f"({number}) ")
        else:
            lines.append(f"({number}) [{self.plan.titles[self.plan.denial(argument)]}] {braced({DENIAL: True})}")
            lines += self._denied(argument)
        self._end(*lines)

    def _denied(self, argument: Argument) -> list[str]:
        if argument.relation is ArgumentRelation.UNDERCUT:
            return [f"  _> <{self.plan.titles[argument.target]}>"]
        return self._claim(argument.target, "-> ", 1)

    def _front_matter(self) -> None:
        if len(self.graph.sources) == 1:
            source = next(iter(self.graph.sources.values()))
            told = {"argmap": SOURCE, **_of_source(source, self.graph, self.language)}
            self._blocks.append("\n".join(("===", *(f"{name}: {quoted(value)}" for name, value in told.items() if value), "===")))

    def _question(self, question: Question) -> str:
        text = one_line(words_of(question.text, self.language))
        data: dict[str, Any] = {} if text.endswith(_ASKS) else {"question": True}
        if question.kind is QuestionKind.CHOICE:
            data["kind"] = str(question.kind)
        if question.note:
            data["note"] = words_of(question.note, self.language)
        return f"# {escaped(text)}{tags(question.tags)}{_behind(data)}"


def _behind(data: dict[str, Any]) -> str:
    return f" {braced(data)}" if data else ""


def _rule(argument: Argument) -> list[str]:
    """The line between premises and conclusion, with the scheme."""
    told = own_of(argument).get(INFERENCE)
    data = typed(plain(told)) if isinstance(told, dict) else {}
    if not argument.scheme and not data:
        return ["----"]
    scheme = escaped((argument.scheme or "").replace("--", "–"))
    return ["--", f"{scheme}{_behind(data)}".strip(), "--"]


def _of_source(source: Source, graph: Graph, language: str) -> dict[str, Any]:
    authors = [one_line(words_of(graph.actors[author].name, language)) for author in source.author]
    outlet = graph.actors[source.outlet].name if source.outlet else None
    return {
        "title": one_line(words_of(source.title, language)),
        "author": authors[0] if len(authors) == 1 else authors,
        "outlet": one_line(words_of(outlet, language)) if outlet else None,
        "date": source.date,
        "url": source.url,
    }
