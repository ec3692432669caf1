"""The rules of reading for files and YAML (AM0xx) and for the texts of sources (AM3xx)."""

from typing import Final

from argmap.diagnostics import Rule, Severity

UNREADABLE_FILE: Final = Rule(
    "AM001",
    "unreadable-file",
    Severity.ERROR,
    """Report a file that cannot be opened, or is none.

    Why: what it says would be missing from the map without a word.

    Bad:   `argmap check anotations`
    Good:  `argmap check annotations`
    """,
)
NOT_UTF8: Final = Rule(
    "AM002",
    "not-utf8",
    Severity.ERROR,
    """Report an annotation file that is not in UTF-8.

    Why: in another encoding every letter beyond English is a guess, and a wrong guess is a wrong quote.

    Bad:   a file saved as "Windows-1251" or "ANSI"
    Good:  the same file saved as "UTF-8"
    """,
)
YAML_SYNTAX: Final = Rule(
    "AM003",
    "yaml-syntax",
    Severity.ERROR,
    """Report text that YAML cannot read.

    Why: from the broken line on nothing of the file is known.

    Bad:   `text: The summit: a turning point`
    Good:  `text: 'The summit: a turning point'`
    """,
)
DUPLICATE_KEY: Final = Rule(
    "AM004",
    "duplicate-key",
    Severity.ERROR,
    """Report a key that stands twice in one mapping.

    Why: YAML readers keep the last one silently, and the first entry is lost.

    Bad:   two claims under the id `low-priority`
    Good:  `low-priority` and `low-priority-today`
    """,
)
YAML_FEATURE: Final = Rule(
    "AM005",
    "anchor-alias-tag",
    Severity.ERROR,
    """Report a YAML anchor, alias or tag.

    Why: aliases can blow a small file up to gigabytes and tags can name code; annotations need neither.

    Bad:   `note: *see-above`
    Good:  `note: '*see above'`
    """,
)
TOO_DEEP: Final = Rule(
    "AM006",
    "too-deep",
    Severity.ERROR,
    """Report nesting beyond forty levels.

    Why: the format needs eight; more is a mistake or an attack.

    Bad:   `note: [[[[[[[[[[…`
    Good:  `note: A remark.`
    """,
)
TOO_LARGE: Final = Rule(
    "AM007",
    "too-large",
    Severity.ERROR,
    """Report a file beyond 64 MiB.

    Why: an annotation of one article takes some kilobytes; so large a file is something else.

    Bad:   a video renamed to `.yaml`
    Good:  one file per article
    """,
)
EMPTY_FILE: Final = Rule(
    "AM008",
    "empty-file",
    Severity.ERROR,
    """Report a file in which nothing is written.

    Why: it may have been cut off while it was saved.

    Bad:   a file of comments only
    Good:  a file with `argmap: 1` and at least one claim
    """,
)
SEVERAL_DOCUMENTS: Final = Rule(
    "AM009",
    "several-documents",
    Severity.ERROR,
    """Report a second YAML document in one file.

    Why: everything after the line `---` would be lost.

    Bad:   two articles in one file, with `---` between them
    Good:  one file per article
    """,
)
NOT_TEXT: Final = Rule(
    "AM010",
    "not-text",
    Severity.ERROR,
    """Report a character that no text holds: NUL and other control characters, half of a surrogate pair.

    Why: it is a sign of a damaged or a binary file, and no page could show it.

    Bad:   a spreadsheet renamed to `.yaml`
    Good:  a text file
    """,
)
NOTHING_FOUND: Final = Rule(
    "AM011",
    "nothing-found",
    Severity.ERROR,
    """Report a folder without any annotation file.

    Why: "no errors" in no files would be a false comfort.

    Bad:   `argmap check .` in a folder without `*.yaml` files
    Good:  `argmap check annotations`
    """,
)
MISSING_INCLUDE: Final = Rule(
    "AM012",
    "missing-include",
    Severity.ERROR,
    """Report an included file that is not there.

    Why: every id that it defines would be unknown.

    Bad:   `include: [code-book.yaml]`
    Good:  `include: [codebook.yaml]`
    """,
)
INCLUDE_CIRCLE: Final = Rule(
    "AM013",
    "include-circle",
    Severity.ERROR,
    """Report files that include each other in a circle.

    Why: none of them could be read, understood or handed on without the others; definitions that all share belong in one codebook.

    Bad:   `a.yaml` includes `b.yaml`, which includes `a.yaml`
    Good:  both include `codebook.yaml`
    """,
)
OUTSIDE: Final = Rule(
    "AM014",
    "outside-the-folder",
    Severity.ERROR,
    """Report a `file` or an `include` that leads out of the folder.

    Why: a page made from the files and sent on could carry along any file of this computer.

    Bad:   `file: ../../private/notes.txt`
    Good:  `file: article.txt`, and `--sources FOLDER` for texts that are kept elsewhere
    """,
)
INCLUDED_SOURCE: Final = Rule(
    "AM015",
    "include-of-a-source",
    Severity.ERROR,
    """Report an `include` of a file that annotates a source.

    Why: only codebooks, files without `source`, are shared; else one article's claims would depend on another's.

    Bad:   `include: [other-article.yaml]`
    Good:  `include: [codebook.yaml]`, into which the shared definitions are moved
    """,
)

CUT_SHORT: Final = Rule(
    "AM016",
    "text-cut-short",
    Severity.WARNING,
    """Report a text that a number sign cuts short.

    Why: in YAML a # after a space begins a comment, so that the rest of the text is lost without a word. A comment has a space
    behind its #.

    Bad:   `text: Ranked #1 in the survey`
    Good:  `text: 'Ranked #1 in the survey'`
    """,
)
OTHER_FILES: Final = Rule(
    "AM017",
    "other-files",
    Severity.NOTE,
    """Say which YAML files of a folder were passed over, because they are other programs' files.

    Why: a folder may hold a workflow or a configuration besides. A file is an annotation if it says `argmap:`, or has a section
    such as `claims:`.

    Bad:   a `docker-compose.yml` among the annotations
    Good:  a folder of annotations alone
    """,
)

TEXT_MISSING: Final = Rule(
    "AM304",
    "text-missing",
    Severity.NOTE,
    """Say that the text of a source is not on this machine.

    Why: without it no quote can be checked; everything else works.

    Bad:   `argmap check annotations`, with the article in `~/articles`
    Good:  `argmap check annotations --sources ~/articles`
    """,
)
TEXT_CHANGED: Final = Rule(
    "AM305",
    "text-changed",
    Severity.WARNING,
    """Report a text that is not the one that was annotated.

    Why: news sites edit their articles; a quote that is still found may stand in another sentence now. Quotes are searched all
    the same.

    Bad:   a text that was edited after `sha256` was written
    Good:  the text as it was, or its new `sha256` after the quotes were looked over
    """,
)
TEXT_UNREADABLE: Final = Rule(
    "AM307",
    "text-unreadable",
    Severity.ERROR,
    """Report a text whose encoding is not certain, or that is no plain text.

    Why: quotes that are searched in wrongly decoded letters, or among the marks of a web page, are not found, or found wrongly.

    Bad:   `file: article.txt`, saved as "Windows-1251"
    Good:  the same with `encoding: windows-1251`, or saved as "UTF-8"
    """,
)

RULES: Final = (
    UNREADABLE_FILE,
    NOT_UTF8,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    YAML_FEATURE,
    TOO_DEEP,
    TOO_LARGE,
    EMPTY_FILE,
    SEVERAL_DOCUMENTS,
    NOT_TEXT,
    NOTHING_FOUND,
    MISSING_INCLUDE,
    INCLUDE_CIRCLE,
    OUTSIDE,
    INCLUDED_SOURCE,
    CUT_SHORT,
    OTHER_FILES,
    TEXT_MISSING,
    TEXT_CHANGED,
    TEXT_UNREADABLE,
)
