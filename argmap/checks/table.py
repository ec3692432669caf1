"""The table of all rules: what reading enforces and what the checks look for. Command line, docs and tests read it."""

import inspect
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from argmap.checks import identity, provenance, stance, structure
from argmap.checks.subject import Subject
from argmap.diagnostics import Diagnostic, Finding, Rule, Severity, in_order
from argmap.reading import rules, shape_rules

CheckFunction: TypeAlias = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that looks for what breaks it."""

    code: str
    name: str
    severity: Severity
    find: CheckFunction

    @property
    def rule(self) -> Rule:
        """The rule; its text is the function's docstring."""
        return Rule(self.code, self.name, self.severity, inspect.getdoc(self.find) or "")


CHECKS: Final = (
    Check("AM201", "unknown-reference", Severity.ERROR, identity.unknown_reference),
    Check("AM202", "defined-twice", Severity.ERROR, identity.defined_twice),
    Check("AM203", "wrong-kind-of-target", Severity.ERROR, identity.wrong_kind_of_target),
    Check("AM204", "unused-definition", Severity.WARNING, identity.unused_definition),
    Check("AM205", "same-source-id", Severity.ERROR, identity.same_source_id),
    Check("AM206", "same-actor-name", Severity.NOTE, identity.same_actor_name),
    Check("AM301", "quote-not-found", Severity.ERROR, provenance.quote_not_found),
    Check("AM302", "quote-ambiguous", Severity.ERROR, provenance.quote_ambiguous),
    Check("AM303", "quote-approximate", Severity.WARNING, provenance.quote_approximate),
    Check("AM306", "look-alike-letters", Severity.NOTE, provenance.look_alike_letters),
    Check("AM308", "statement-without-source", Severity.WARNING, provenance.statement_without_source),
    Check("AM401", "self-reference", Severity.ERROR, structure.self_reference),
    Check("AM402", "circular-support", Severity.WARNING, structure.circular_support),
    Check("AM403", "supported-and-attacked", Severity.WARNING, structure.supported_and_attacked),
    Check("AM404", "evidence-without-target", Severity.WARNING, structure.evidence_without_target),
    Check("AM405", "claim-in-the-air", Severity.WARNING, structure.claim_in_the_air),
    Check("AM501", "statement-twice", Severity.WARNING, stance.statement_twice),
    Check("AM502", "replaces-of-another", Severity.ERROR, stance.replaces_of_another),
    Check("AM503", "for-and-against", Severity.NOTE, stance.for_and_against),
)


def run_checks(subject: Subject, severities: Collection[Severity] = frozenset(Severity)) -> tuple[Diagnostic, ...]:
    """Return what the checks of some severities find, in order of place."""
    found = ((check, tuple(check.find(subject))) for check in CHECKS if check.severity in severities)
    return in_order(
        Diagnostic(rule, finding) for check, findings in found if findings for rule in (check.rule,) for finding in findings
    )


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in order of its code."""
    return tuple(sorted((*rules.RULES, *shape_rules.RULES, *(check.rule for check in CHECKS)), key=lambda rule: rule.code))
