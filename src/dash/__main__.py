"""The command line: `python -m dash new`, `check`, `diff`, `serve` and others."""

import argparse
import os
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import dash
from dash.commands import check, coverage, dictionary, diff, incidents, new, serve, verify


class Command(Protocol):
    """What a module of dash.commands offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, given: argparse.Namespace) -> int:
        """Do it; return 0 when all is well and 1 when there are problems."""


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "new": new,
        "check": check,
        "serve": serve,
        "verify": verify,
        "coverage": coverage,
        "diff": diff,
        "incidents": incidents,
        "dictionary": dictionary,
    }
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; a command that is none ends with 2."""
    parser = argparse.ArgumentParser(prog="python -m dash", description=__doc__)
    parser.add_argument("--version", action="version", version=f"dossier-dash {dash.__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.HELP))
    given = parser.parse_args(arguments)
    try:
        code = COMMANDS[given.command].run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads it has seen enough (`| head`); what is left goes nowhere, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
