"""Comparison: who stands where, who stands together, over what they split, what changed. Pure; `comparing` is its door.

The data go through the rooms one way: a request → record (what was said) → positions → pairs (of every two) → coalitions, with
divisiveness, shifts, grounds and annotators beside them → networks, and all of it together in `comparing`.

What is counted is counted in columns of numbers (`arrays`), one number a stance or a position; the objects that one reads, an
event or a position with its statements and words, are made when they are asked for: of 200,000 few are looked at.

Definitions and formulas are in docs/comparison.md; the measures of networks are those of Discourse Network Analyzer (Leifeld 2017).
"""
