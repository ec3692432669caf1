"""What a claim or an argument says besides its words, as Argdown's data in braces."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.exchange.dates import date_of
from argmap.formats.argdown.escaping import plain, typed
from argmap.graph import Argument, Cite, Claim
from argmap.text import words_of
from argmap.words import ClaimKind, EvidenceKind

OWN: Final = "x-argdown"
"""The key of annotations under which stands what is Argdown's own, …"""
TITLE: Final = "title"
SKETCHED: Final = "argument"
DATA: Final = "data"
INFERENCE: Final = "inference"
"""… and what stands there: a title that makes no id, whether a claim is an argument without premises, and other data."""

PROPONENT: Final = "proponent"
OPPONENT: Final = "opponent"
"""Who is for and who against; the first is shown by Argdown's own tools."""
DENIAL: Final = "denial"
"""Of a conclusion: it only says that the statement it attacks, or the argument it undercuts, does not hold."""
EVIDENCE: Final = "evidence"
_KINDS: Final = frozenset((*ClaimKind, *EvidenceKind))


def fields_of(data: Mapping[str, Any]) -> tuple[dict[str, Any], float | None, dict[str, Any]]:
    """Return what data say in fields of an annotation, the weight they give, and the data that say something else.

    >>> fields_of({"kind": "fact", "weight": "0.5", "colour": "red"})
    ({'kind': 'fact'}, 0.5, {'colour': 'red'})
    """
    fields: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    weight: float | None = None
    for name, value in data.items():
        match name, value:
            case (("proponent" | "opponent" | "denial"), _):
                pass
            case "kind", str() if value in _KINDS:
                fields["kind"] = value
            case (("evidence" | "implicit"), (bool() | str())) if str(value).lower() == "true":
                fields[name] = True
            case "observed", (str() | int()) if date_of(str(value)) == str(value):
                fields["observed"] = str(value)
            case "note", str() if value.strip():
                fields["note"] = value
            case "cites", list() if (cites := _cites(value)) is not None:
                fields["cites"] = cites
            case "weight", (str() | float() | int()) if (number := _share(value)) is not None:
                weight = number
            case _:
                rest[name] = value
    if not _fits(fields):
        rest |= {name: fields.pop(name) for name in ("kind", "implicit", "observed") if name in fields}
    return fields, weight, rest


def _fits(fields: Mapping[str, Any]) -> bool:
    """Whether kind, implicit and observed are such as claims, or evidence, may have."""
    if fields.get("evidence"):
        return "implicit" not in fields and fields.get("kind", EvidenceKind.OTHER) in set(EvidenceKind)
    return "observed" not in fields and fields.get("kind", ClaimKind.FACT) in set(ClaimKind)


def _cites(value: list[Any]) -> list[dict[str, Any]] | None:
    known = {"title", "url", "date"}
    if not all(isinstance(cite, dict) and cite and cite.keys() <= known for cite in value):
        return None
    if not all(isinstance(part, str) and part.strip() for cite in value for part in cite.values()):
        return None
    return value if all(date_of(cite.get("date", "2000")) is not None for cite in value) else None


def _share(value: str | float) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def data_of(entity: Claim | Argument, proponents: Iterable[str], opponents: Iterable[str], language: str) -> dict[str, Any]:
    """Return the data that are written behind a claim or an argument."""
    own = own_of(entity)
    data: dict[str, Any] = typed(plain(own[DATA])) if isinstance(own.get(DATA), dict) else {}
    match entity:
        case Claim():
            data |= {
                EVIDENCE: True if entity.evidence else None,
                "kind": str(entity.kind) if entity.kind else None,
                "implicit": True if entity.implicit else None,
                "observed": entity.observed,
                "cites": [_cite(cite, language) for cite in entity.cites],
                "note": words_of(entity.note, language) if entity.note else None,
                "weight": entity.credence,
            }
        case Argument():
            data |= {"weight": entity.strength}
    data |= {PROPONENT: list(proponents), OPPONENT: list(opponents)}
    return {name: value for name, value in data.items() if value not in (None, [], {})}


def own_of(entity: Claim | Argument) -> Mapping[str, Any]:
    """Return what is kept under `x-argdown`."""
    own = entity.extensions.get(OWN)
    return own if isinstance(own, dict) else {}


def _cite(cite: Cite, language: str) -> dict[str, str]:
    told = {"title": words_of(cite.title, language) if cite.title else None, "url": cite.url, "date": cite.date}
    return {name: value for name, value in told.items() if value}
