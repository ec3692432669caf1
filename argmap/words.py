"""The closed sets of the format: the words a file may use for stances, kinds and relations, each set in one place."""

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    """A voice without a name ("experts say"): always local to its file."""


class QuestionKind(StrEnum):
    """How the answers of a question relate."""

    CHOICE = "choice"
    """The answers are rivals."""
    OPEN = "open"
    """The answers add up."""


class ClaimKind(StrEnum):
    """What a claim is about."""

    FACT = "fact"
    VALUE = "value"
    POLICY = "policy"
    FORECAST = "forecast"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    EVENT = "event"
    STATISTIC = "statistic"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    """Of an eyewitness."""
    EXAMPLE = "example"
    RESEARCH = "research"
    OTHER = "other"


class ArgumentRelation(StrEnum):
    """What an inference does to its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"


class Stance(StrEnum):
    """The side an actor takes."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    """One passage with two sides."""
    NEUTRAL = "neutral"
    """Takes the claim up and declines to choose."""


class Speech(StrEnum):
    """How the words were passed on."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"
    INFERRED = "inferred"


class Certainty(StrEnum):
    """How sure the speaker sounds (a hedge)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


class Confidence(StrEnum):
    """How sure the annotator is of the coding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Act(StrEnum):
    """What a statement does."""

    ASSERT = "assert"
    CONCEDE = "concede"
    RETRACT = "retract"
