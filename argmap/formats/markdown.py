"""A Markdown outline: questions with their answers, below each claim its reasons, and with each the words that show who holds it.

The report is for reading. A claim is told in full where it is first met and named wherever it comes back; lines of reasoning beyond
some depth go on in a section of their own.
"""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from argmap.catalogue import catalogue_of
from argmap.exchange.aspects import Aspect, not_kept, tell_aspects
from argmap.exchange.contract import Exported, Format, WriteOptions
from argmap.exchange.markdown_text import escaped
from argmap.exchange.report import Tally
from argmap.graph import Claim, Graph, Statement
from argmap.provenance import Provenance
from argmap.text import Text, words_of
from argmap.view import ShownArgument, View, build_view
from argmap.words import Act, ArgumentRelation

KEPT: Final = frozenset(Aspect) - {
    *(Aspect.QUESTION_KINDS, Aspect.ACTOR_KINDS, Aspect.ACTOR_DETAILS, Aspect.CONTEXTS, Aspect.REPLIES, Aspect.REPLACES),
    *(Aspect.STATEMENT_AFFILIATIONS, Aspect.WEIGHTS, Aspect.TAGS, Aspect.NOTES, Aspect.OWN_KEYS, Aspect.OTHER_LANGUAGES),
}
SILENT_ACTORS: Final = "actors who say nothing"

_DEEPEST: Final = 6
"""Levels of reasons in one section; on paper more cannot be followed."""
_STEP: Final = "  "
_SIGNS: Final = MappingProxyType(
    {ArgumentRelation.SUPPORT: "**+**", ArgumentRelation.ATTACK: "**−**", ArgumentRelation.UNDERCUT: "**×**"}
)
"""The sign of each kind of argument, in bold, for a bare + would begin a list."""


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as a Markdown outline."""
    del provenance
    tally = Tally()
    outline = _Outline(graph, build_view(graph), options.language)
    text = "\n".join((*outline.lines(), ""))
    tell_aspects(graph, KEPT, tally, options.language)
    heard = {actor for one in graph.statements.values() for actor in (*one.actors, *one.via)}
    heard |= {actor for one in graph.sources.values() for actor in (*one.author, one.outlet) if actor is not None}
    tally.lost(SILENT_ACTORS, number=len(graph.actors.keys() - heard))
    return Exported(files={f"{options.name}.md": text.encode("utf-8")}, report=tally.report())


class _Outline:
    """One report: what has been told in full, and where to go on."""

    def __init__(self, graph: Graph, view: View, language: str) -> None:
        self.graph = graph
        self.view = view
        self.language = language
        self.say = catalogue_of(language).say
        self.claims = {one.claim.id: one for one in view.claims}
        self.reasons: dict[str, list[ShownArgument]] = {}
        for one in view.arguments:
            self.reasons.setdefault(one.argument.target, []).append(one)
        self.rivals: dict[str, list[str]] = {}
        for first, second in view.contraries:
            self.rivals.setdefault(first, []).append(second)
            self.rivals.setdefault(second, []).append(first)
        self.said: dict[str, list[Statement]] = {}
        for statement in graph.statements.values():
            self.said.setdefault(statement.target, []).append(statement)
        self.numbers = {source: row for row, source in enumerate(graph.sources, 1)}
        self.told: set[str] = set()
        self.postponed: list[str] = []

    def lines(self) -> Iterator[str]:
        titles = [self.words(source.title) for source in self.graph.sources.values()]
        yield f"# {titles[0] if len(titles) == 1 else self.say('map')}"
        for question in self.view.questions:
            answers = [name for name, one in self.claims.items() if question.id in one.claim.answers]
            yield from self.section(f"## {self.words(question.text)}", answers)
        premises = {premise for one in self.view.arguments for premise in one.argument.premises}
        roots = [name for name in self.claims if name not in self.told and name not in premises]
        if roots:
            yield from self.section(f"## {self.say('terminal.all_other_claims' if self.view.questions else 'site.claims')}", roots)
        waiting = [*self.postponed, *self.claims]
        for name in waiting:  # grows while it is walked
            if name not in self.told:
                before = len(self.postponed)
                yield from self.section(f"### {self.words(self.claims[name].claim.text)}", [name])
                waiting += self.postponed[before:]
        yield from self.sources()

    def section(self, heading: str, claims: Iterable[str]) -> Iterator[str]:
        yield from ("", heading, "")
        for claim in claims:
            yield from self.claim(claim, "", "", 0)

    def claim(self, name: str, sign: str, indent: str, depth: int) -> Iterator[str]:
        """A claim as an item of a list, its reasons below; only its words where it has been told, or where it is too deep."""
        claim = self.claims[name].claim
        lead = f"{indent}- {f'{sign} ' if sign else ''}"
        if name in self.told:
            yield f"{lead}{self.words(claim.text)} (↑)"
            return
        if depth > _DEEPEST:
            self.postponed.append(name)
            yield f"{lead}{self.words(claim.text)} (↓)"
            return
        self.told.add(name)
        rivals = (f"⇎ {self.words(self.claims[other].claim.text)}" for other in self.rivals.get(name, ()))
        details = "; ".join((*self.details(claim), *rivals))
        yield f"{lead}**{self.words(claim.text)}**{f' ({details})' if details else ''}"
        yield from self.quotes(name, indent + _STEP)
        for cite in claim.cites:
            title = self.words(cite.title) if cite.title else ""
            parts = [part for part in (title, f"<{cite.url}>" if cite.url else "", cite.date or "") if part]
            yield f"{indent}{_STEP}- → {', '.join(parts)}"
        for reason in self.reasons.get(name, ()):
            yield from self.argument(reason, indent + _STEP, depth + 1)

    def argument(self, shown: ShownArgument, indent: str, depth: int) -> Iterator[str]:
        argument = shown.argument
        sign = _SIGNS[argument.relation]
        undercuts = self.reasons.get(argument.id, ())
        if len(argument.premises) == 1 and not argument.scheme and argument.id not in self.said and not undercuts:
            yield from self.claim(argument.premises[0], sign, indent, depth)
            return
        yield f"{indent}- {sign} {escaped(argument.scheme or self.say(f'relation.{argument.relation}'))}:"
        yield from self.quotes(argument.id, indent + _STEP)
        for premise in argument.premises:
            yield from self.claim(premise, "", indent + _STEP, depth + 1)
        for undercut in undercuts:
            if depth > _DEEPEST:
                premises = [one for one in undercut.argument.premises if one not in self.told]
                self.postponed += premises
                yield f"{indent}{_STEP}- **×** {'; '.join(self.words(self.claims[one].claim.text) for one in premises)} (↓)"
            else:
                yield from self.argument(undercut, indent + _STEP, depth + 1)

    def quotes(self, target: str, indent: str) -> Iterator[str]:
        """Who holds a claim or draws an inference, in the words that show it."""
        for statement in self.said.get(target, ()):
            names = ", ".join(self.words(self.graph.actors[actor].name) for actor in statement.actors)
            quote = " … ".join(escaped(part.exact) for part in statement.quotes)
            gloss = f" ({self.words(statement.gloss)})" if statement.gloss is not None else ""
            said = f"{self.say('page.quoted', words=quote)}{gloss} — " if quote else ""
            who = "; ".join((names, *self.marks(statement)))
            yield f"{indent}- *{self.say(f'stance.{statement.stance}')}*: {said}{who} [{self.numbers[statement.source]}]"

    def marks(self, statement: Statement) -> Iterator[str]:
        if statement.via:
            yield f"{self.say('page.via')} {', '.join(self.words(self.graph.actors[actor].name) for actor in statement.via)}"
        if statement.act is not Act.ASSERT:
            yield self.say(f"page.act.{statement.act}")
        if statement.speech is not None:
            yield self.say(f"page.speech.{statement.speech}")
        if statement.hedge is not None:
            yield self.say(f"page.hedge.{statement.hedge}")
        if statement.confidence is not None:
            yield self.say(f"report.confidence.{statement.confidence}")
        if statement.given is not None:
            known = self.claims.get(statement.given) if isinstance(statement.given, str) else None
            text = known.claim.text if known is not None else statement.given
            condition = escaped(text) if isinstance(text, str) else self.words(text)
            yield f"{self.say('page.given')} {self.say('page.quoted', words=condition)}"

    def sources(self) -> Iterator[str]:
        if self.graph.sources:
            yield from ("", f"## {self.say('site.sources')}", "")
        for name, number in self.numbers.items():
            source = self.graph.sources[name]
            people = [*source.author, *([source.outlet] if source.outlet else [])]
            names = [self.words(self.graph.actors[actor].name) for actor in people]
            parts = [f"*{self.words(source.title)}*", *names, source.date or "", f"<{source.url}>" if source.url else ""]
            yield f"{number}. {', '.join(part for part in parts if part)}"

    def details(self, claim: Claim) -> Iterator[str]:
        """What a claim is, besides its words."""
        if claim.evidence:
            yield self.say("legend.evidence") if claim.kind is None else self.say(f"evidence.{claim.kind}")
        elif claim.kind is not None:
            yield self.say(f"claim.{claim.kind}")
        if claim.observed is not None:
            yield claim.observed
        if claim.implicit:
            yield self.say("legend.implicit")

    def words(self, text: Text) -> str:
        return escaped(words_of(text, self.language))


FORMAT: Final = Format(
    name="markdown",
    title="Markdown outline",
    suffix=".md",
    told_by="",
    write=write,
    keeps=(
        "Questions with their answers, below each claim its reasons, and with each the quotes that show who holds it. `+` "
        "supports, `−` attacks, `×` undercuts, `⇎` cannot hold together; ↑ stands where a claim comes back, ↓ where it goes on."
    ),
    writing_loses=(*not_kept(KEPT), SILENT_ACTORS),
)
