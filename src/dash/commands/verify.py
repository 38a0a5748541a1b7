"""`python -m dash verify`: a dossier's anchors against a copy of the story."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.schema.problems import DossierError
from dash.verification.anchors import anchors
from dash.verification.article import ArticleError, is_wrapped, paragraphs
from dash.verification.documents import read_document
from dash.verification.results import AnchorResult, spell_result
from dash.verification.verify import Verification, verify

HELP = "look up in a copy of the story the words that the records rest on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("article", type=Path, help="text, HTML, Word or PDF; nothing of it is kept")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")


def run(given: argparse.Namespace) -> int:
    """Print which anchors do not stand in the copy; 1 if so, or if there are none."""
    article, folder = given.article, given.folder or dossier_folder()
    try:
        copy = paragraphs(text := read_document(article.read_bytes()))
        outcome = verify(anchors(load_dossier(folder)), copy)
    except OSError as error:
        print(f"{article}: {error.strerror}. Name a text, HTML, Word or PDF file.", file=sys.stderr)
        return 1
    except (ArticleError, DossierError) as error:
        print(error, file=sys.stderr)
        return 1
    if is_wrapped(text):
        print("The lines of this copy are cut at a width: a blank line ends a paragraph.")
    for line in _report(outcome):
        print(line)
    return 1 if outcome.failing or not outcome.results else 0


def _report(outcome: Verification) -> Iterator[str]:
    count, failing = len(outcome.results), outcome.failing
    yield f"{count - len(failing)} of {count} anchors stand once in their paragraph."
    if outcome.moved:
        yield f"{len(outcome.moved)} of them in a paragraph with another number in this copy."
    if failing:
        rows = [("table", "record", "paragraph", "result"), *map(_row, failing)]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for *cells, result in rows:
            padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            yield "  ".join([*padded, result])
    yield f"{len(outcome.unanchored)} sentences of the copy carry no record."


def _row(result: AnchorResult) -> tuple[str, str, str, str]:
    anchor = result.anchor
    return anchor.table, str(anchor.key), f"P{anchor.paragraph}", spell_result(result)
