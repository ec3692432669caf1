"""What is to be compared, and what is worth saying about how it was done."""

from dataclasses import dataclass
from enum import StrEnum

from argmap.comparison.dates import Period, first_day, last_day


class ComparisonError(ValueError):
    """A comparison was asked for that makes no sense; the message says what to ask for instead."""


class By(StrEnum):
    """What one row of a comparison is."""

    ACTOR = "actor"
    AFFILIATION = "affiliation"
    """Whom the actor speaks for: as the statement says, else as the actor is described; without one the actor."""
    OUTLET = "outlet"
    """Where it was published."""
    KIND = "kind"
    """Persons, organizations, groups, documents, unnamed voices."""


class Duplicates(StrEnum):
    """How often the same stance of one row on one claim counts."""

    ALL = "all"
    DOCUMENT = "document"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"
    """Once across the whole range."""


class NoteKind(StrEnum):
    """What is worth saying about how a comparison was made."""

    ANNOTATORS = "annotators"
    """Several annotators read the sources `about`: `names` are whose reading was taken, and those that were left out."""
    UNDATED = "undated"
    """`number` statements were left out: they have no date, or one that does not tell on which side of a limit it is."""
    NOTHING = "nothing"
    """No statement takes a stance on a claim that was asked for."""
    NO_SHARED_CLAIMS = "no_shared_claims"
    """No two of the rows take a stance on the same claim."""
    FEW = "few"
    """There are too few rows with enough in common for coalitions: `number`."""
    ONE_BLOCK = "one_block"
    """The `number` rows that have enough in common fall into no groups that agree more within than between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing worth saying; what the other fields are, its kind says."""

    kind: NoteKind
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be compared.

    Raises:
        ComparisonError: a date is none, or the period ends before it begins.
    """

    by: By = By.ACTOR
    questions: tuple[str, ...] = ()
    """Global ids; what bears on any of them is compared. Empty: everything."""
    since: str | None = None
    """The first day, month or year that counts."""
    until: str | None = None
    """The last one."""
    annotator: str | None = None
    """Whose reading is taken where a source has several; None: the first in canonical order."""
    derived: bool = True
    """Whether stances that follow from others are shown."""
    duplicates: Duplicates = Duplicates.ALL
    least_shared: int = 2
    """With fewer claims in common, two actors have too little in common for a verdict."""
    period: Period = Period.MONTH
    """The steps of time in which positions are followed."""
    seed: int = 0
    """Of the order in which actors are tried where coalitions are searched for."""

    def __post_init__(self) -> None:
        for limit in (self.since, self.until):
            if limit is not None:
                _check_date(limit)
        if self.since is not None and self.until is not None and first_day(self.since) > last_day(self.until):
            raise ComparisonError(f"The period ends before it begins: from {self.since} to {self.until}. Swap the two dates.")
        if self.least_shared < 1:
            raise ComparisonError("At least one claim must be shared.")


def _check_date(iso: str) -> None:
    parts = iso.split("-")
    written = [len(part) for part in parts] == [4, 2, 2][: len(parts)] and all(
        part.isascii() and part.isdecimal() for part in parts
    )
    try:
        first_day(iso)
    except ValueError:
        written = False
    if not written:
        raise ComparisonError(f"{iso!r} is not a date; write it as 2025-12-10, 2025-12 or 2025.")
