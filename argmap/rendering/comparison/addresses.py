"""Where on a site the pages of sources, questions, actors and claims are, as seen from one page; apart from a site nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote


class Subject(StrEnum):
    """What a page of a site is about; the value is the name of its folder."""

    SOURCE = "sources"
    QUESTION = "questions"
    ACTOR = "actors"
    CLAIM = "claims"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Relative addresses of pages; None for what has none."""

    files: Mapping[tuple[Subject, str], str] = field(default_factory=lambda: MappingProxyType({}))
    """Subject and global id → path of the page from the root of the site, with `/`."""
    up: str = ""
    """From the page to the root of the site: `../` for a page in a folder."""

    def of(self, subject: Subject, name: str | None, fragment: str = "") -> str | None:
        """Return the address of a page as an attribute may hold it, percent-encoded."""
        path = self.files.get((subject, name)) if name is not None else None
        if path is None:
            return None
        return self.up + quote(path, safe="/~") + (f"#{fragment}" if fragment else "")

    def reading(self, source: str, claim: str) -> str | None:
        """Return the address of a claim in the reading room of a source."""
        return self.of(Subject.SOURCE, source, f"claim={quote(claim, safe='/')}&open=1")

    def root(self, name: str) -> str | None:
        """Return the address of a page at the root of the site; None apart from a site."""
        return self.up + name if self.files else None
