"""Checks: pure functions from what was read to findings, one table of them, one file a stage."""
