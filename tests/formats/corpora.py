"""Where samples lie: small ones of our own beside this file, real ones where ARGMAP_CORPORA says."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(__file__).parent / "samples"
CORPORA = Path(os.environ.get("ARGMAP_CORPORA", ROOT.parent / "shared" / "corpora"))


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path from there; none where the folder is not there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def sample(name: str) -> dict[str, bytes]:
    """The sample files of a format."""
    return files_below(SAMPLES / name)


def corpus(name: str) -> dict[str, bytes]:
    """The files of a real corpus (`arg-microtexts/aif`); none where it is not on this machine."""
    return files_below(CORPORA / name)
