"""The static site of a corpus: pages as pure functions, written to a folder; relative links only, so that it works from a disk."""
