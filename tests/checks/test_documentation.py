"""The rules document themselves: every one by the same four parts, and the page on disk is made from them."""

import re
from inspect import cleandoc
from pathlib import Path
from typing import Final

import pytest

from argmap.checks.documentation import rules_page
from argmap.checks.table import all_rules
from argmap.diagnostics import Rule

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "diagnostics.md"
RULES: Final = all_rules()


def test_the_page_on_disk_is_made_from_the_rules(request: pytest.FixtureRequest) -> None:
    page = rules_page(RULES)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "run pytest with --update-golden"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_why_and_shows_a_bad_and_a_good_example(rule: Rule) -> None:
    form = r"[A-Z][^\n]*\.\n\nWhy: .*\n\nBad:   .*\nGood:  .*"
    assert re.fullmatch(form, cleandoc(rule.text), re.DOTALL)


def test_codes_and_names_are_unique_and_the_digits_tell_the_stage() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"AM[0-5]\d\d", rule.code) for rule in RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_every_rule_has_a_place_in_the_page() -> None:
    page = rules_page(RULES)
    assert all(f"\n### {rule.code} {rule.name}\n" in page for rule in RULES)
    assert all(f"(#{rule.code.lower()}-{rule.name})" in page for rule in RULES)
