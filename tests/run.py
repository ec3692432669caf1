"""Run every check of the project on a machine that has nothing but Python: the same script for people and for CI.

usage: python3 tests/run.py [pytest arguments]

It makes a virtual environment in `.venv-test/`, builds the wheel, installs it there and draws with it before anything else is
installed, then the development tools; sees to it that a browser, Graphviz and a font are there for the tests that draw with them
(as root with Debian's packages, else it says what to install); then runs ruff, mypy, and all tests on the installed wheel.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Sequence
from importlib.util import find_spec
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


PROCESSES = (os.cpu_count() or 1) + 1
"""Processes that test side by side: one more than there are cores, since a test of a page waits for the browser now and then."""


def main() -> int:
    """Run the steps; the first that fails ends the run with its exit status."""
    os.chdir(ROOT)
    started = time.monotonic()
    packages = _packages()
    scripts = _environment()
    for name, command in {"ruff": ("check",), "ruff format": ("format", "--check")}.items():
        _step(name, [scripts / "ruff", *command, "."])
    types = _Step("mypy", [scripts / "mypy"])
    if packages is not None:
        packages.wait()
    # Each process begins with a share of whole files, whose pages and windows serve many tests.
    side_by_side = ("-n", str(PROCESSES), "--dist", "worksteal")
    # Not `python -m pytest`, which would take argmap from this folder: what is tested is what was installed.
    tests = sys.argv[1:] or ["--pyargs", "argmap", "tests"]
    try:
        _step("pytest", [scripts / "pytest", "-q", *side_by_side, *tests])
    finally:
        types.wait()
    print(f"\nall is well, in {time.monotonic() - started:.0f} s", flush=True)
    return 0


def _environment() -> Path:
    """Build the wheel and install it; use it while nothing else is there; install the tools. Return the folder of programs."""
    scripts = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    # A pip that is there already installs anywhere: to install pip first takes longer than to install argmap.
    has_pip = find_spec("pip") is not None
    if not scripts.exists():
        print(f"making a virtual environment in {ENVIRONMENT.name}/", flush=True)
        venv.create(ENVIRONMENT, with_pip=not has_pip)
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", ENVIRONMENT] if has_pip else [scripts / "python", "-m", "pip"]
    pip += ["install", "-q", "--disable-pip-version-check"]
    _step("build and install argmap", [*pip, "."])
    with tempfile.TemporaryDirectory() as folder:
        outputs = [Path(folder, name) for name in ("map.svg", "map.html", "map.json", "map.dot")]
        command: list[str | Path] = [scripts / "argmap", "render", ROOT / "annotations" / "japan-central-asia.yaml"]
        _step("draw with it", [*command, *(part for output in outputs for part in ("-o", output))], folder=folder)
        for output in outputs:
            if not output.stat().st_size:
                sys.exit(f"{output} is empty")
    # Named one by one, for the pip that comes with Python knows no groups.
    groups = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["dependency-groups"]
    _step("install the development tools", [*pip, *groups["dev"]])
    return scripts


def _packages() -> "_Step | None":
    """Begin to install what Debian has and this machine has not; say what to install where that cannot be done here."""
    missing = {package for package, programs in PROGRAMS.items() if not any(map(shutil.which, programs))}
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    missing |= {package for package, font in FONTS.items() if not any(any(folder.rglob(font)) for folder in folders)}
    if not missing:
        return None
    names = " ".join(sorted(missing))
    install = f"apt-get install -y -qq --no-install-recommends {names}"
    if shutil.which("apt-get") is None or (hasattr(os, "geteuid") and os.geteuid() != 0):
        sys.exit(f"the tests need {names}; on Debian and Ubuntu: sudo {install}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return _Step(f"install {names}", ["sh", "-c", f"apt-get update -qq && {install}"], environment=environment)


class _Step:
    """A program that runs beside others; what it prints is shown when it is waited for."""

    def __init__(self, name: str, command: Sequence[str | Path], environment: dict[str, str] | None = None) -> None:
        self.name = name
        self._started = time.monotonic()
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - it goes with the step
        self._process = subprocess.Popen(  # noqa: S603 - our own commands
            command, env=environment, stdin=subprocess.DEVNULL, stdout=self._output, stderr=subprocess.STDOUT
        )
        atexit.register(self._process.kill)

    def wait(self) -> None:
        """Wait for its end, and end the run where it failed."""
        code = self._process.wait()
        _begun(self.name)
        self._output.seek(0)
        print(self._output.read().decode("utf-8", "replace"), end="", flush=True)
        _ended(self.name, code, self._started)


def _step(name: str, command: Sequence[str | Path], folder: str | None = None) -> None:
    """Run a program, and end the run where it failed."""
    _begun(name)
    started = time.monotonic()
    code = subprocess.run(command, check=False, cwd=folder, stdin=subprocess.DEVNULL).returncode  # noqa: S603 - our own commands
    _ended(name, code, started)


def _begun(name: str) -> None:
    print(f"\n=== {name}", flush=True)


def _ended(name: str, code: int, started: float) -> None:
    print(f"=== {name}: {'done' if code == 0 else f'failed ({code})'} in {time.monotonic() - started:.0f} s", flush=True)
    if code != 0:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
