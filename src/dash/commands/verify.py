"""`python -m dash verify`: a dossier's anchors against a copy of the story."""

import argparse
from collections.abc import Iterator

from dash.commands.compared import add_article_and_folder, read_both
from dash.verification.anchors import anchors
from dash.verification.results import AnchorResult, spell_holding, spell_result
from dash.verification.verify import Verification, verify

HELP = "look up in a copy of the story the words that the records rest on"
CODES = (
    "exit codes: 0 all anchors stand in the copy; 1 some do not, or there are none; "
    "2 nothing was looked up: the article or the dossier cannot be read, or an argument is wrong"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = CODES
    add_article_and_folder(parser)


def run(given: argparse.Namespace) -> int:
    """Print which anchors do not stand in the copy; return the exit code."""
    read = read_both(given)
    if read is None:
        return 2
    copy, dossier = read
    outcome = verify(anchors(dossier), copy)
    for line in _report(outcome):
        print(line)
    return 1 if outcome.failing or not outcome.results else 0


def _report(outcome: Verification) -> Iterator[str]:
    count, failing = len(outcome.results), outcome.failing
    yield spell_holding(count - len(failing), count)
    if outcome.moved:
        yield f"{len(outcome.moved)} of them in a paragraph with another number in this copy."
    if failing:
        rows = [("table", "record", "paragraph", "result"), *map(_row, failing)]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for *cells, result in rows:
            padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            yield "  ".join([*padded, result])
    yield f"Sentences of the copy that carry no record: {len(outcome.unanchored)}."


def _row(result: AnchorResult) -> tuple[str, str, str, str]:
    anchor = result.anchor
    return anchor.table, str(anchor.key), f"P{anchor.paragraph}", spell_result(result)
