"""The command line: `python -m dash check`, `verify` and `dictionary`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import dash
from dash.dossier.loaders import dossier_folder, load_dossier
from dash.dossier.pictures import picture_problems
from dash.figures.hints import hints
from dash.schema.dictionary import data_dictionary, with_dictionary
from dash.schema.problems import DossierError
from dash.schema.tables import TABLES
from dash.verification.anchors import anchors
from dash.verification.article import ArticleError, paragraphs, read_copy
from dash.verification.results import AnchorResult, spell_result
from dash.verification.verify import Verification, verify

# How many hints `check` prints.
MOST_HINTS = 5


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when all is well and 1 when a dossier has problems."""
    parser = argparse.ArgumentParser(prog="python -m dash", description=__doc__)
    parser.add_argument("--version", action="version", version=f"dossier-dash {dash.__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="validate a dossier and list every problem")
    check.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    verifying = commands.add_parser(
        "verify", help="look up in a copy of the story the words that the records rest on"
    )
    verifying.add_argument("article", type=Path, help="text or HTML file; nothing of it is kept")
    verifying.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    dictionary = commands.add_parser("dictionary", help="print the meaning of every column")
    dictionary.add_argument("--write", action="store_true", help="renew it in the README instead")
    given = parser.parse_args(arguments)
    if given.command == "check":
        return _check(given.folder or dossier_folder())
    if given.command == "verify":
        return _verify(given.article, given.folder or dossier_folder())
    return _dictionary(write=given.write)


def _check(folder: Path) -> int:
    try:
        dossier = load_dossier(folder)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 1
    problems = list(picture_problems(dossier.folder, dossier.records("slides")))
    if problems:
        print(DossierError(problems), file=sys.stderr)
        return 1
    for name in TABLES:
        print(f"{name:12}{len(dossier.table(name)):6} rows")
    print(
        "No problems. Whether the anchors stand in the story, `check` cannot know: verify it with"
    )
    print(f"  python -m dash verify ARTICLE {folder}")
    for hint in dossier.hints:
        print(f"Hint: {hint}.")
    for line in _first(hints(dossier), MOST_HINTS):
        print(f"Hint: {line}.")
    return 0


def _first(hints: Iterable[str], most: int) -> Iterator[str]:
    """Yield the first of many hints, and how many more there are."""
    given = list(hints)
    yield from given[:most]
    if len(given) > most:
        yield f"there are {len(given) - most} more hints like these"


def _verify(article: Path, folder: Path) -> int:
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
