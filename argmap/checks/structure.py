"""Checks of structure (AM4xx): arguments lead somewhere, and not back to themselves."""

from collections.abc import Iterator

from argmap.checks.circles import circles
from argmap.checks.subject import Subject, local, noun
from argmap.corpus import shorthand_arguments
from argmap.diagnostics import Finding, Related
from argmap.graph import Argument, Claim
from argmap.words import ArgumentRelation


def self_reference(subject: Subject) -> Iterator[Finding]:
    """Report what supports, attacks, contradicts or answers itself.

    Why: nothing is a reason for or against itself.

    Bad:   `low-priority: {text: …, supports: low-priority}`
    Good:  the id of the claim that is meant
    """
    graph = subject.graph
    for argument in graph.arguments.values():
        if argument.target in argument.premises:
            name = noun(graph.claims[argument.target])
            verb = {"support": "supports", "attack": "attacks", "undercut": "undercuts"}[argument.relation]
            yield Finding(subject.place(argument), f"{name} {verb} itself", "name the claim that is meant")
        if argument.relation is ArgumentRelation.UNDERCUT and argument.target == argument.id:
            yield Finding(subject.place(argument), f"{noun(argument)} undercuts itself", "name the argument that is meant")
    for document in subject.corpus.documents:
        for section, entries in (("claims", document.model.claims), ("evidence", document.model.evidence)):
            for name, entry in entries.items():
                if name in entry.contrary:
                    at = document.place(section, name, "contrary", entry.contrary.index(name))
                    yield Finding(at, f"{name!r} is contrary to itself", "name the claim that is meant")
    for statement in graph.statements.values():
        for field, target in (("replies", statement.replies), ("replaces", statement.replaces)):
            if target == statement.id:
                yield Finding(subject.place(statement, field), f"the statement {field} itself", "name the statement that is meant")


def circular_support(subject: Subject) -> Iterator[Finding]:
    """Report claims that support each other in a circle.

    Why: such claims stand on nothing but themselves. Where a speaker does argue in a circle, the map shows it; make sure that he does.

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
    for document in subject.corpus.documents:
        seen: dict[str, tuple[str | int, ...]] = {}
        for name, path in shorthand_arguments(document.model.claims, document.model.evidence):
            first = seen.setdefault(name, path)
            if first[2] != path[2]:
                premise, _, target = name.partition(">")
                message = f"{premise!r} both {first[2]} and {path[2]} {target!r}"
                yield Finding(document.place(*path), message, "keep one of the two", (Related("and here", document.place(*first)),))


def evidence_without_target(subject: Subject) -> Iterator[Finding]:
    """Report evidence that bears on nothing.

    Why: evidence is evidence of something; alone it explains no position.

    Bad:   `rare-visits: {text: …, kind: event}`
    Good:  `rare-visits: {text: …, kind: event, supports: low-priority}`
    """
    used = _premises(subject)
    answers = {claim.id for claim in subject.graph.claims.values() if claim.answers}
    for claim in subject.graph.claims.values():
        if claim.evidence and claim.id not in used and claim.id not in answers and _is_annotated(subject, claim):
            yield Finding(subject.place(claim), f"{noun(claim)} bears on nothing", "say what it `supports` or `attacks`, or make it a premise")


def claim_in_the_air(subject: Subject) -> Iterator[Finding]:
    """Report a claim that nobody holds and nothing supports.

    Why: a map shows what is claimed by someone or for some reason; a claim of neither is the annotator's own, or a statement is missing.

    Bad:   `low-priority: {text: …}` and no statement about it
    Good:  a statement, a reason, or `implicit: true` for a premise that nobody utters
    """
    graph = subject.graph
    held = {statement.target for statement in graph.statements.values()}
    reasoned = {argument.target for argument in graph.arguments.values()}
    premises = _premises(subject)
    contrary = {claim for pair in graph.contraries for claim in pair}
    for claim in graph.claims.values():
        if claim.evidence or claim.id in held or claim.id in reasoned or not _is_annotated(subject, claim):
            continue
        if claim.implicit and (claim.id in premises or claim.id in contrary):
            continue
        hint = "add the statement that holds it, or what supports it"
        if claim.id in premises:
            hint += "; if it is a premise that nobody utters, write `implicit: true`"
        yield Finding(subject.place(claim), f"nobody holds {noun(claim)}, and nothing supports it", hint)


def _premises(subject: Subject) -> set[str]:
    return {premise for argument in subject.graph.arguments.values() for premise in argument.premises}


def _is_annotated(subject: Subject, claim: Claim) -> bool:
    """Whether a claim stands in the annotation of a source: codebooks may hold more than is used."""
    return subject.document(claim).model.source is not None
