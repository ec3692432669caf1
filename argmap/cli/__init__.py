"""The command line: one file a command, imported when it is called, so that starting is cheap."""

import atexit
import gc
import os
import sys
from importlib import import_module
from keyword import iskeyword
from types import MappingProxyType, ModuleType
from typing import Final, NoReturn

import click

from argmap import __version__
from argmap.collecting import seldom_collecting

_COMMANDS: Final = MappingProxyType(
    {
        "new": "Start an annotation: a commented skeleton for a text.",
        "check": "Check annotations: every reference, every quote.",
        "anchors": "List where every quote stands; put quotes right.",
        "render": "Draw an argument map: SVG, HTML, JSON or DOT.",
        "compare": "Compare who stands where, and what splits them.",
        "network": "Write networks of actors and claims.",
        "build": "Make a static site of annotations, for the web or a disk.",
        "format": "Write annotations in the house style, comments kept.",
        "import": "Make annotations of other programs' files.",
        "export": "Write annotations for other programs.",
        "formats": "List the formats that can be read and written.",
        "explain": "Explain a code such as AM201, or list them all.",
        "schema": "Print the JSON Schema of the format, for editors.",
    }
)


class _Commands(click.Group):
    """The table of commands; each is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"argmap.cli.{module}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which one may be meant."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from argmap.diagnostics import did_you_mean

            near = did_you_mean(args[0], _COMMANDS)
            meant = f" Did you mean {near!r}?" if near else ""
            if os.path.exists(args[0]):  # noqa: PTH110 - pathlib is not imported for nothing
                meant = f" To check it: argmap check {args[0]}"
            raise click.UsageError(f"No such command {args[0]!r}.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing any of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="The usual way: argmap new article.txt -o article.yaml, then write what the article says, argmap check article.yaml, "
    "argmap render article.yaml -o map.html.",
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def _program() -> None:
    """Argument and stance maps from plain text: who claims what, on what evidence, against which opposing view, in which words."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 clean, 1 errors in the input, 2 misuse, 130 interrupted."""
    atexit.register(gc.freeze)  # what is left at the end goes with the process: it need not be looked through once more
    _leave_plugins_alone()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        color = False if os.environ.get("NO_COLOR") else None  # else where a terminal is looked at
        with seldom_collecting():
            sys.exit(_program.main(args=arguments, prog_name="argmap", standalone_mode=False, color=color) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:  # what click makes of an interrupt
        sys.exit(130)
    except OSError as error:
        where = f" {error.filename!r}" if error.filename else ""
        click.echo(f"argmap: cannot read or write{where}: {error.strerror or error}", err=True)
        sys.exit(1)
    except Exception as error:  # the last resort: a message instead of a traceback
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        click.echo(f"argmap: this is a fault of argmap, not yours: {type(error).__name__}: {error}", err=True)
        click.echo("Please report it; with ARGMAP_DEBUG=1 set, the same command prints where it happened.", err=True)
        sys.exit(1)


def _leave_plugins_alone() -> None:
    """Spare pydantic the search for plugins in everything that is installed: none has a part here, and it took 0.03 s a start."""
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)
