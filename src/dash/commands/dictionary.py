"""`python -m dash dictionary`: the meaning of every column."""

import argparse

from dash.dossier.loaders import dossier_folder
from dash.schema.dictionary import data_dictionary, with_dictionary

HELP = "print the meaning of every column"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--write", action="store_true", help="renew it in the README instead")


def run(given: argparse.Namespace) -> int:
    """Print the dictionary, or write it into the README of the dossier's folder."""
    if not given.write:
        print(data_dictionary())
        return 0
    readme = dossier_folder() / "README.md"
    readme.write_text(with_dictionary(readme.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"written: {readme}")
    return 0
