"""Run every check of the project on a machine that has nothing but Python: the same script for people and for CI.

usage: python3 tests/run.py [pytest arguments]

It makes a virtual environment in `.venv-test/`, installs argmap and the development tools there, sees to it that Chromium,
Graphviz and a font are there for the tests that draw with them (as root with Debian's packages, else it says what to install), then
runs ruff, mypy, pytest, and a smoke test of the built wheel in a virtual environment of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-test"
PROGRAMS = {"chromium-headless-shell": ("chromium-headless-shell", "chromium"), "graphviz": ("dot",)}
"""Debian packages, and the programs that the tests use from them: any one of those named."""

FONTS = {"fonts-liberation": "LiberationSans-Regular.*"}
"""Debian packages, and a file of the fonts in them: the letters that the measured widths are compared with."""

FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts"),
)


def main() -> int:
    """Run the steps in order; the first that fails ends the run with its exit status."""
    os.chdir(ROOT)
    started = time.monotonic()
    python = _environment()
    _packages()
    _step("ruff", [python, "-m", "ruff", "check", "."])
    _step("ruff format", [python, "-m", "ruff", "format", "--check", "."])
    _step("mypy", [python, "-m", "mypy"])
    _step("pytest", [python, "-m", "pytest", "-q", "-n", "auto", *sys.argv[1:]])
    _wheel(python)
    print(f"\nall is well, in {time.monotonic() - started:.0f} s", flush=True)
    return 0


def _environment() -> str:
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"making a virtual environment in {ENVIRONMENT.name}/", flush=True)
        venv.create(ENVIRONMENT, with_pip=True)
        _step("pip", [str(python), "-m", "pip", "install", "-q", "--upgrade", "pip>=25.1"])
    _step(
        "install argmap and its development tools", [str(python), "-m", "pip", "install", "-q", "--editable", ".", "--group", "dev"]
    )
    return str(python)


def _packages() -> None:
    missing = {package for package, programs in PROGRAMS.items() if not any(map(shutil.which, programs))}
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    missing |= {package for package, font in FONTS.items() if not any(any(folder.rglob(font)) for folder in folders)}
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *sorted(missing)]
    if shutil.which("apt-get") is None or (hasattr(os, "geteuid") and os.geteuid() != 0):
        sys.exit(f"the tests need {' and '.join(sorted(missing))}; on Debian and Ubuntu: sudo {' '.join(install)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _step("apt-get update", ["apt-get", "update", "-qq"], environment)
    _step(f"install {' and '.join(sorted(missing))}", install, environment)


def _wheel(python: str) -> None:
    """Build the wheel, install it alone in a fresh virtual environment, and use it from another folder."""
    with tempfile.TemporaryDirectory() as folder:
        _step("build the wheel", [python, "-m", "build", "--wheel", "--outdir", folder, str(ROOT)])
        wheel = next(Path(folder).glob("*.whl"))
        fresh = Path(folder, "fresh")
        venv.create(fresh, with_pip=True)
        scripts = fresh / ("Scripts" if os.name == "nt" else "bin")
        _step("install the wheel", [str(scripts / "python"), "-m", "pip", "install", "-q", str(wheel)])
        example = str(ROOT / "annotations" / "japan-central-asia.yaml")
        outputs = [str(Path(folder, name)) for name in ("map.svg", "map.html", "map.json", "map.dot")]
        command = [str(scripts / "argmap"), "render", example, *(part for output in outputs for part in ("-o", output))]
        _step("draw with the wheel", command, folder=folder)
        for output in outputs:
            if not Path(output).stat().st_size:
                sys.exit(f"{output} is empty")


def _step(name: str, command: Sequence[str], environment: dict[str, str] | None = None, folder: str | None = None) -> None:
    print(f"\n=== {name}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command, check=False, env=environment, cwd=folder, stdin=subprocess.DEVNULL).returncode  # noqa: S603 - our own commands
    print(f"=== {name}: {'done' if code == 0 else f'failed ({code})'} in {time.monotonic() - started:.0f} s", flush=True)
    if code != 0:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
