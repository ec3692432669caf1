"""The files that come with the package: word catalogues, page templates, style sheets, scripts."""

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent

# An installed wheel carries the folder inside the package; in a checkout it stands beside it.
_FOLDERS: Final = (_PACKAGE / "templates", _PACKAGE.parent / "templates")


def shipped_file(name: str) -> Path | None:
    """Return the path of a shipped file, None where there is no such file."""
    for folder in _FOLDERS:
        if (path := folder / name).is_file():
            return path
    return None


@cache
def shipped_text(name: str) -> str:
    """Return the text of a shipped file.

    Raises:
        FileNotFoundError: the package is incomplete.
    """
    path = shipped_file(name)
    if path is None:
        raise FileNotFoundError(f"argmap is not installed completely: {name} is missing from its templates")
    return path.read_text(encoding="utf-8")


def shipped_names(pattern: str) -> tuple[str, ...]:
    """Return the names of the shipped files that match a pattern, sorted.

    >>> shipped_names("words.*.json")
    ('words.en.json', 'words.ru.json')
    """
    return tuple(sorted({path.name for folder in _FOLDERS for path in folder.glob(pattern)}))
