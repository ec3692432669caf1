"""Comparison: who stands where, who stands together, over what they split, what changed. Pure; `comparing` is its door.

Definitions and formulas are in docs/comparison.md; the measures of networks are those of Discourse Network Analyzer (Leifeld 2017).
"""
