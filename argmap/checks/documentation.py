"""The page of all rules, made from their own texts: `docs/diagnostics.md`."""

from collections.abc import Iterable
from inspect import cleandoc
from itertools import groupby
from types import MappingProxyType
from typing import Final

from argmap.diagnostics import Rule

_STAGES: Final = MappingProxyType(
    {
        "0": "Files and YAML",
        "1": "Shape",
        "2": "Identity",
        "3": "Provenance",
        "4": "Structure",
        "5": "Stance",
    }
)
"""The hundreds digit of a code, and what it stands for."""

_INTRODUCTION: Final = """\
# Diagnostics

What `argmap check` can find, why it matters, and what to write instead. This page is made from the rules themselves
(`argmap explain --markdown`); `argmap explain AM201` prints one of them.

    rent.yaml:10:15: error[AM201] argument 'neglect' supports unknown claim 'low-prioritty'
       |
    10 |     supports: low-prioritty
       |               ^^^^^^^^^^^^^
       = hint: did you mean 'low-priority'?  (defined at rent.yaml:31:3)

The first line says where (file, line, column), how grave, under which code, and what is wrong; the hint says what to type. A fault
is told once, where it stands: what only follows from it is not told as well.

* **error**: part of what the file says is lost or ambiguous. `argmap check` ends with exit status 1.
* **warning**: probably not what was meant. With `--strict` the exit status is 1 as well.
* **note**: worth knowing; it never changes the exit status.

`-f concise` prints one line a finding, `-f json` a list for programs, `-f github` annotations for GitHub Actions. Codes are never
reused; their hundreds digit is the stage: {stages}.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """Return the page of some rules, ordered by their codes, as Markdown, ending in a line break."""
    stages = ", ".join(f"{digit} {name[0].lower() + name[1:]}" for digit, name in _STAGES.items())
    parts = [_INTRODUCTION.format(stages=stages)]
    for digit, group in groupby(rules, key=lambda rule: rule.code[2]):
        of_stage = list(group)
        parts.append(f"\n## {_STAGES[digit]}\n\n| code | name | severity | |\n|---|---|---|---|\n")
        parts += [f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.severity} | {rule.title} |\n" for rule in of_stage]
        parts += [_section(rule) for rule in of_stage]
    return "".join(parts)


def _anchor(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}".lower()


def _section(rule: Rule) -> str:
    title, _, rest = cleandoc(rule.text).partition("\n\n")
    why, _, examples = rest.partition("\n\n")
    reason = " ".join(why.removeprefix("Why:").split())
    lines = "".join(f"* {label}: {words.strip()}\n" for label, _, words in (line.partition(":") for line in examples.splitlines()))
    head = f"### {rule.code} {rule.name}\n\n*{rule.severity}.* {' '.join(title.split())}"
    return f"\n{head}\n\n{reason[0].upper()}{reason[1:]}\n\n{lines}"
