"""`argmap format`: what a file looks like afterwards."""

import re
from textwrap import dedent

import pytest

from argmap.writing.formatting import CannotFormat, format_text
from tests.writing.annotations import read

HEAD = "argmap: 1\nlanguage: en\n"


def formatted(text: str) -> str:
    """A file in the house style, without the two lines that all have, and the blank line below them."""
    result = format_text(HEAD + dedent(text).removeprefix("\n"))
    assert result.startswith(HEAD)
    return result.removeprefix(HEAD).removeprefix("\n")


def lines(text: str) -> str:
    return dedent(text).removeprefix("\n")


def test_brackets_become_blocks_and_fields_get_their_order() -> None:
    assert formatted("statements: [{stance: for, quote: 'moves', claim: a, by: [x]}]") == lines("""
        statements:
          - by: x
            claim: a
            stance: for
            quote: moves
        """)


def test_sections_come_in_the_order_of_the_format_with_a_blank_line_before_each() -> None:
    assert formatted("weights: {a: .5}\nclaims:\n    a: A\nactors: {x: X}") == lines("""
        actors:
          x: X

        claims:
          a: A

        weights:
          a: .5
        """)


def test_ids_stand_in_brackets_as_far_as_they_fit_and_one_alone_without() -> None:
    text = """
        claims:
          a:
            text: A
            supports:
              - b
              - c
            attacks: [d]
          b:
            text: B
            supports: [claim-number-1, claim-number-2, claim-number-3, claim-number-4, claim-number-5, claim-number-6]
        """
    assert formatted(text) == lines("""
        claims:
          a:
            text: A
            supports: [b, c]
            attacks: d
          b:
            text: B
            supports:
              - claim-number-1
              - claim-number-2
              - claim-number-3
              - claim-number-4
              - claim-number-5
              - claim-number-6
        """)


def test_premises_and_includes_stay_lists_even_of_one() -> None:
    assert formatted("include: b.yaml\narguments: {c: {premises: a, supports: b}}") == lines("""
        include: [b.yaml]

        arguments:
          c:
            premises: [a]
            supports: b
        """)


def test_texts_in_several_languages_stand_one_a_line() -> None:
    assert formatted("claims: {a: {text: {ru: Да, 'no': Ja}}}") == lines("""
        claims:
          a:
            text:
              ru: Да
              'no': Ja
        """)


def test_short_and_long_forms_stay_as_they_were_written() -> None:
    text = lines("""
        questions:
          a: Why?
          b:
            text: Why now?

        statements:
          - by: x
            claim: a
            stance: for
            quote:
              exact: moves
        """)
    assert formatted(text) == text


def test_quotes_stand_only_where_another_reader_would_need_them() -> None:
    text = """
        claims:
          a: "plain"
          b: no
          c: 2015
          d: "so: now"
          e: 'it''s: so'
          f: "\\"new oil\\""
        """
    assert formatted(text) == lines("""
        claims:
          a: plain
          b: 'no'
          c: '2015'
          d: 'so: now'
          e: "it's: so"
          f: '"new oil"'
        """)


def test_a_text_that_runs_over_several_lines_comes_on_one_and_its_paragraphs_stay() -> None:
    assert formatted("claims:\n  a: one\n    two\n  b: 'three\n\n    four'\n") == lines("""
        claims:
          a: one two
          b: |-
            three
            four
        """)


def test_folded_and_literal_blocks_keep_their_lines() -> None:
    text = """
        claims:
            a:
                text: >-
                    one
                    two
                      three
                note: |
                    x

                     y

            b: B
        """
    assert formatted(text) == lines("""
        claims:
          a:
            text: >-
              one
              two
                three
            note: |
              x

               y

          b: B
        """)


@pytest.mark.parametrize("sign", ["|", "|-", ">", ">-"])
def test_a_block_that_begins_with_empty_lines_keeps_its_lines(sign: str) -> None:
    text = f"{HEAD}note: {sign}\n\n  \n    one\n\n      two\nquestions: {{a: A}}\n"
    once = format_text(text)
    assert read(once) == read(text)
    assert once.startswith(f"{HEAD}note: {sign}\n\n\n  one\n\n    two\n")
    assert format_text(once) == once


@pytest.mark.parametrize("sign", ["|", "|-", ">", ">-"])
@pytest.mark.parametrize("behind", ["\n   \n", "\n     \n\n", "\n \n    ", "", "\n\n\n"])
@pytest.mark.parametrize("more", ["", "claims: {a: A}\n"])
def test_blank_lines_and_a_missing_line_end_behind_a_block_change_nothing(sign: str, behind: str, more: str) -> None:
    text = f"{HEAD}note: {sign}\n  one\n  two{behind}" + (f"\n{more}" if more else "")
    once = format_text(text)
    assert read(once) == read(text)
    assert f"\nnote: {sign[0]}" in once
    assert "\n  one\n  two\n" in once
    assert format_text(once) == once


def test_dates_numbers_and_switches_stand_without_quotes() -> None:
    text = "claims: {a: {text: A, implicit: 'yes'}}\nevidence: {b: {text: B, observed: '2015'}}\nweights: {a: ' 0.5 '}"
    assert formatted(text) == lines("""
        claims:
          a:
            text: A
            implicit: true

        evidence:
          b:
            text: B
            observed: 2015

        weights:
          a: 0.5
        """)


def test_keys_of_the_users_own_come_last_and_stay_what_they_are_to_others() -> None:
    assert formatted("x-b: 3\nx-a: {k: ['3', no, 2025-01-01]}\nclaims: {a: {x-page: 7, text: A}}") == lines("""
        claims:
          a:
            text: A
            x-page: 7

        x-b: 3
        x-a:
          k:
            - '3'
            - no
            - 2025-01-01
        """)


def test_keys_under_keys_of_the_users_own_stay_what_they_are_to_others() -> None:
    text = lines("""
        x-pages:
          12: cover
          '13': back
          no:
            - 2025-01-01: seen
              a: b
    """)
    assert formatted(text) == text


def test_line_ends_and_a_byte_order_mark_become_what_all_files_have() -> None:
    assert format_text("\ufeffargmap: 1\r\nlanguage: en\r\nclaims: # c\r\n  a: A\r\n") == HEAD + "\nclaims:  # c\n  a: A\n"


def test_a_blank_line_between_entries_stays_and_several_become_one() -> None:
    assert formatted("claims:\n\n  a:\n\n    text: A\n\n    kind: fact\n\n\n\n  b: B\n  c: C\n") == lines("""
        claims:
          a:
            text: A
            kind: fact

          b: B
          c: C
        """)


# Comments.


def test_what_stands_above_the_file_stays_above_it() -> None:
    assert format_text("# Head.\n\n# More.\nlanguage: en\nargmap: 1\n") == "# Head.\n\n# More.\nargmap: 1\nlanguage: en\n"
    assert format_text("# Head.\n\n# About a.\nclaims: {a: A}\nargmap: 1\n") == lines("""
        # Head.

        argmap: 1

        # About a.
        claims:
          a: A
        """)


def test_a_comment_beside_the_brackets_around_a_whole_file_stands_above_it() -> None:
    text = "# a\n{  # b\n  argmap: 1,\n  # c\n  claims: {a: A},\n  # d\n}  # e\n# f\n"
    once = format_text(text)
    assert once == lines("""
        # a
        # b
        # e
        argmap: 1

        # c
        claims:
          a: A
        # d
        # f
    """)
    assert format_text(once) == once


def test_comments_between_entries_and_fields_go_along_with_what_follows() -> None:
    text = """
        claims:
          # about a
          a:
            # its kind
            kind: fact
            # its text
            text: A
          # about b
          b: B
        """
    assert formatted(text) == lines("""
        claims:
          # about a
          a:
            # its text
            text: A
            # its kind
            kind: fact
          # about b
          b: B
        """)


def test_a_block_that_is_commented_out_stays_in_the_entry_that_it_is_indented_like() -> None:
    text = lines("""
        claims:
          a:
            text: A
            # kind: fact
            # note: old
          # c:
          #   text: C
          b: B
          # d: D

        # weights:
        #   a: 1
        """)
    assert formatted(text) == text


def test_examples_under_an_empty_section_stay_there() -> None:
    text = lines("""
        actors:
          # anna: Anna

        claims:
          a: A
        """)
    assert formatted(text) == text


def test_a_comment_at_the_end_of_a_line_stays_at_the_end_of_it() -> None:
    text = lines("""
        claims:  # all of them
          a:  # the first
            text: >-  # folded
              A
            supports: [b, c]  # both
        """)
    assert formatted(text) == text


def test_comments_in_a_list_of_ids_keep_it_one_a_line() -> None:
    assert formatted("arguments:\n  d:\n    premises: [a, # seen\n      # and\n      b]\n    supports: c") == lines("""
        arguments:
          d:
            premises:
              - a  # seen
              # and
              - b
            supports: c
        """)


def test_a_comment_above_the_first_field_of_a_statement_stands_above_the_statement() -> None:
    text = """
        statements:
          - # who
            by: u
            claim: a
            stance: for
          -
            # what
            claim: b
            by: v
            stance: for
        """
    assert formatted(text) == lines("""
        statements:
          # who
          - by: u
            claim: a
            stance: for
          # what
          - by: v
            claim: b
            stance: for
        """)


def test_comments_beside_weights_stand_in_one_column() -> None:
    assert formatted("weights:\n  a: 0.5 # so\n  longer-one: 0.25 # and so\n  the-longest-one-of-all: 1") == lines("""
        weights:
          a: 0.5            # so
          longer-one: 0.25  # and so
          the-longest-one-of-all: 1
        """)


def test_a_sign_that_only_looks_like_a_comment_is_none() -> None:
    text = lines("""
        claims:
          a: 'so #1'
          b: C#
          c: |-
            # no comment
            # neither
        """)
    assert formatted(text) == text


# What is refused.


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("claims: [a\n", "AM003"),
        ("claims: {a: A, a: B}\n", "AM004"),
        ("claims: {a: &x A, b: *x}\n", "AM005"),
        ("clams: {a: A}\n", "AM102"),
        ("statements:\n  - by: x\n", "AM101"),
        ("weights: {a: 2}\n", "AM106"),
    ],
)
def test_a_file_with_faults_is_left_alone_and_the_faults_are_told(text: str, code: str) -> None:
    with pytest.raises(CannotFormat) as caught:
        format_text(HEAD + text, "notes.yaml")
    assert code in {diagnostic.rule.code for diagnostic in caught.value.diagnostics}
    assert caught.value.files[0].name == "notes.yaml"


def test_a_key_too_long_to_be_found_as_one_is_marked() -> None:
    key = "x-" + "k" * 1100
    assert re.fullmatch(rf"\? {key}\n:\n  a: b\n", formatted(f"? {key}\n: {{a: b}}\n"))
