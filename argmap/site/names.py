"""Ids → names of files that are safe on every system, and depend on nothing but the id, so that links from outside stay good."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from argmap.rendering.comparison.addresses import Subject

_UNSAFE: Final = re.compile(r"[^\w~@-]")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)", re.IGNORECASE)
"""Names of devices on Windows, whatever suffix they have."""

_MOST_BYTES: Final = 120


def file_name(name: str) -> str:
    """Return the name of the page about something with a global id; two ids never share one, whatever the case of letters.

    Letters of every script stay readable. Where case, composition, length or the system forbid the id itself, a part of its
    fingerprint follows.

    >>> file_name("codebook/close-to-cars"), file_name("токио/догоняющий")
    ('codebook~close-to-cars.html', 'токио~догоняющий.html')
    >>> file_name("b/Rent"), file_name("con")
    ('b~Rent~0dfa238e.html', 'con~1143da2b.html')
    """
    plain = name.replace("/", "~")
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", plain))
    short = safe.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
    alone = short == plain == unicodedata.normalize("NFC", plain.casefold()) and "~" not in name and name.count("/") <= 1
    if alone and not _RESERVED.fullmatch(short):
        return f"{short}.html"
    return f"{short}~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.html"


def page_paths(subjects: Mapping[Subject, Iterable[str]]) -> Mapping[tuple[Subject, str], str]:
    """Return the path of the page about each id, from the root of the site."""
    return {(subject, name): f"{subject}/{file_name(name)}" for subject, names in subjects.items() for name in names}
