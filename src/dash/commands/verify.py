"""`python -m dash verify`: a dossier's anchors against a copy of the story."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.schema.problems import DossierError
from dash.verification.anchors import anchors
from dash.verification.article import ArticleError, paragraphs, read_copy
from dash.verification.results import AnchorResult, spell_result
from dash.verification.verify import Verification, verify

HELP = "look up in a copy of the story the words that the records rest on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("article", type=Path, help="text or HTML file; nothing of it is kept")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")


def run(given: argparse.Namespace) -> int:
    """Print which anchors do not stand in the copy; 1 if so, or if there are none."""
    article, folder = given.article, given.folder or dossier_folder()
    try:
        copy = paragraphs(read_copy(article.read_bytes()))
        outcome = verify(anchors(load_dossier(folder)), copy)
    except OSError as error:
        print(f"{article}: {error.strerror}. Name a text or HTML file.", file=sys.stderr)
        return 1
    except (ArticleError, DossierError) as error:
        print(error, file=sys.stderr)
        return 1
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
