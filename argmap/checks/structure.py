"""Checks of structure (AM4xx): arguments lead somewhere, and not back to themselves."""

from collections.abc import Iterator

from argmap.checks.subject import Subject, local, noun
from argmap.circles import circles
from argmap.corpus import Namespace
from argmap.diagnostics import Finding, Related
from argmap.graph import Argument
from argmap.words import ArgumentRelation, Stance


def self_reference(subject: Subject) -> Iterator[Finding]:
    """Report what supports, attacks, undercuts, contradicts or replaces itself.

    Why: nothing is a reason for or against itself.

    Bad:   `low-priority: {text: …, supports: low-priority}`
    Good:  the id of the claim that is meant
    """
    graph = subject.graph
    for argument in graph.arguments.values():
        if argument.target == argument.id:
            message, meant = f"{noun(argument)} undercuts itself", "argument"
        elif argument.target not in argument.premises:
            continue
        elif argument.shorthand:
            message, meant = f"{noun(graph.claims[argument.target])} {argument.relation}s itself", "claim"
        else:
            message, meant = f"{noun(argument)} leads to its own premise", "claim"
        at = subject.place(argument) if argument.shorthand else subject.place(argument, f"{argument.relation}s")
        yield Finding(at, message, f"name the {meant} that is meant")
    yield from _contrary_to_itself(subject)
    for statement in graph.statements.values():
        for field, verb, earlier in (("replies", "replies to", statement.replies), ("replaces", "replaces", statement.replaces)):
            if earlier == statement.id:
                yield Finding(subject.place(statement, field), f"the statement {verb} itself", "name the statement that is meant")


def _contrary_to_itself(subject: Subject) -> Iterator[Finding]:
    for document in subject.corpus.documents:
        for section, kind, entries in (
            ("claims", "claim", document.model.claims),
            ("evidence", "evidence", document.model.evidence),
        ):
            for name, entry in entries.items():
                if name in entry.contrary:
                    at = document.place(section, name, "contrary", entry.contrary.index(name))
                    yield Finding(at, f"{kind} {name!r} is contrary to itself", "name the claim that is meant")


def circular_support(subject: Subject) -> Iterator[Finding]:
    """Report claims that support each other in a circle.

    Why: such claims stand on nothing but themselves. Where a speaker does argue in a circle, the map shows it; make sure that
    he does.

    Bad:   `a` supports `b`, and `b` supports `a`
    Good:  the reason that the text gives
    """
    graph = subject.graph
    arguments: dict[tuple[str, str], Argument] = {}
    edges: dict[str, list[str]] = {}
    for argument in graph.arguments.values():
        if argument.relation is ArgumentRelation.SUPPORT:
            for premise in argument.premises:
                if premise != argument.target:
                    edges.setdefault(premise, []).append(argument.target)
                    arguments.setdefault((premise, argument.target), argument)
    for circle in circles(edges):
        names = [local(graph.claims[node]) for node in circle]
        shown = " → ".join([*names[:8], "…"] if len(names) > 8 else [*names, names[0]])  # noqa: PLR2004 - what fits a line
        at = subject.place(arguments[circle[0], circle[1]])
        yield Finding(at, f"support runs in a circle: {shown}", "is one of these relations the other way round?")


def supported_and_attacked(subject: Subject) -> Iterator[Finding]:
    """Report a premise that is written as support and as attack of one and the same claim.

    Why: a reason cannot speak for and against the same thing; one of the two is a slip, or the claim is two claims.

    Bad:   `supports: strong-interest` and `attacks: strong-interest` on one piece of evidence
    Good:  the one that the text means
    """
    seen: dict[tuple[tuple[str, ...], str], Argument] = {}
    for argument in subject.graph.arguments.values():
        if argument.relation is ArgumentRelation.UNDERCUT:
            continue
        first = seen.setdefault((tuple(sorted(argument.premises)), argument.target), argument)
        if first.relation is not argument.relation:
            premises = " and ".join(repr(premise.partition("/")[2]) for premise in argument.premises)
            target = noun(subject.graph.claims[argument.target])
            message = f"{premises} {'speaks' if len(argument.premises) == 1 else 'speak'} both for and against {target}"
            related = (Related("the other relation at", subject.place(first)),)
            yield Finding(subject.place(argument), message, "keep the one that is meant", related)


def evidence_without_target(subject: Subject) -> Iterator[Finding]:
    """Report evidence that bears on nothing.

    Why: evidence is evidence of something; alone it explains no position.

    Bad:   `rare-visits: {text: …, kind: event}`
    Good:  `rare-visits: {text: …, kind: event, supports: low-priority}`
    """
    premises = subject.named.get("starts from", frozenset())
    for index, document in enumerate(subject.corpus.documents):
        if document.partial or document.model.source is None:
            continue
        for name, entry in document.model.evidence.items():
            if entry.supports or entry.attacks or entry.undercuts or entry.contrary or entry.answers:
                continue
            if f"{subject.corpus.ids[index]}/{name}" not in premises:
                at = document.place("evidence", name, key=True)
                hint = "say what it bears on: `supports: ID` or `attacks: ID`, or make it a premise of an argument"
                yield Finding(at, f"evidence {name!r} bears on nothing", hint)


def claim_in_the_air(subject: Subject) -> Iterator[Finding]:
    """Report a claim that nobody holds and nothing supports.

    Why: a map shows what is claimed by someone or for some reason; a claim of neither is the annotator's own, or a statement is
    missing.

    Bad:   `low-priority: {text: …}` and no statement about it
    Good:  a statement, a reason, or `implicit: true` for a premise that nobody utters
    """
    held = subject.named.get("is about", frozenset()) | _starting_points(subject)
    supported = subject.named.get("supports", frozenset())
    premises = subject.named.get("starts from", frozenset())
    needed = premises | subject.named.get("is contrary to", frozenset()) | subject.named.get("depends on", frozenset())
    for index, document in enumerate(subject.corpus.documents):
        if document.partial or document.model.source is None:
            continue
        for name, claim in document.model.claims.items():
            node = f"{subject.corpus.ids[index]}/{name}"
            if node in held or node in supported:
                continue
            bears = bool(claim.supports or claim.attacks or claim.undercuts or claim.contrary) or node in needed
            if claim.implicit and bears:
                continue
            hint = "add the statement that holds it, or what supports it"
            if bears:
                hint += "; if nobody utters it, write `implicit: true`"
            yield Finding(document.place("claims", name, key=True), f"nobody holds claim {name!r}, and nothing supports it", hint)


def _starting_points(subject: Subject) -> frozenset[str]:
    """The premises of inferences that a speaker draws: whoever argues from a claim holds it."""
    drawn = (
        subject.corpus.resolve(index, Namespace.NODES, statement.argument)
        for index, document in enumerate(subject.corpus.documents)
        for statement in document.model.statements
        if statement.argument is not None and statement.stance in {Stance.FOR, Stance.MIXED}
    )
    arguments = (subject.graph.arguments.get(argument.id) for argument in drawn if argument is not None)
    return frozenset(premise for argument in arguments if argument is not None for premise in argument.premises)
