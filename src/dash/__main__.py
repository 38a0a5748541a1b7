"""The command line: `python -m dash check` and `python -m dash dictionary`."""

import argparse
import sys
from pathlib import Path

from dash.dictionary import data_dictionary, with_dictionary
from dash.loaders import dossier_folder, load_dossier
from dash.pictures import picture_problems
from dash.problems import DossierError
from dash.schema.tables import TABLES


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when all is well and 1 when a dossier has problems."""
    parser = argparse.ArgumentParser(prog="python -m dash", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="validate a dossier and list every problem")
    check.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    dictionary = commands.add_parser("dictionary", help="print the meaning of every column")
    dictionary.add_argument("--write", action="store_true", help="renew it in the README instead")
    given = parser.parse_args(arguments)
    if given.command == "check":
        return _check(given.folder or dossier_folder())
    return _dictionary(write=given.write)


def _check(folder: Path) -> int:
    try:
        dossier = load_dossier(folder)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 1
    problems = list(picture_problems(dossier.folder, dossier.slides))
    if problems:
        print(DossierError(problems), file=sys.stderr)
        return 1
    for name in TABLES:
        print(f"{name:12}{len(dossier.table(name)):6} rows")
    return 0


def _dictionary(*, write: bool) -> int:
    if not write:
        print(data_dictionary())
        return 0
    readme = dossier_folder() / "README.md"
    readme.write_text(with_dictionary(readme.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"written: {readme}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
