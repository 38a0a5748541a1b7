"""`python -m dash new`: the folder of a new dossier, with an example or from an article."""

import argparse
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from dash.beginning.articles import Article, read_article
from dash.beginning.folders import LANGUAGE, PARAGRAPHS, FolderError, write_bare, write_example
from dash.counting import count_of
from dash.verification.article import ArticleError

HELP = "begin a dossier: an example to change, bare tables, or from an article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("folder", type=Path, help="a folder that is empty or not there yet")
    begun = parser.add_mutually_exclusive_group()
    begun.add_argument(
        "--bare", action="store_true", help="headers only, and one source to be named"
    )
    begun.add_argument(
        "--from",
        dest="article",
        type=Path,
        metavar="ARTICLE",
        help="text, HTML, Word or PDF: its paragraphs are numbered, title and source filled in",
    )


def run(given: argparse.Namespace) -> int:
    """Write the folder and say what to do next; return 1 where that cannot be done."""
    folder, article = given.folder, None
    try:
        if given.article is not None:
            article = read_article(given.article)
            write_bare(folder, article)
        elif given.bare:
            write_bare(folder)
        else:
            write_example(folder)
    except (ArticleError, FolderError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or folder}: {error.strerror}.", file=sys.stderr)
        return 1
    for line in _told(given, article):
        print(line)
    return 0


def _told(given: argparse.Namespace, article: Article | None) -> Iterator[str]:
    """Yield what was written, and what to do next."""
    folder = given.folder
    if article is not None:
        yield f"A dossier of “{article.title}” is begun in {folder}."
        paragraphs = count_of(len(article.paragraphs), "paragraph")
        yield f"Numbered in {PARAGRAPHS}: {paragraphs}. A locator is P1."
        if article.wrapped:
            yield "The lines of the text are cut at a width: a blank line ends a paragraph."
        if given.article.suffix.lower() == ".pdf":
            yield "A PDF knows lines and no paragraphs: see whether they end where they should."
        missing = [name for name in ("publisher", "published", "url") if not getattr(article, name)]
        if missing:
            yield f"Fill in by hand, in sources.csv: {', '.join(missing)}."
        yield "Fill the tables, or put a workbook (.xlsx, .ods) with a sheet for each beside them."
        yield f"The language in dossier.toml is {article.language or LANGUAGE}: see whether it is."
    elif given.bare:
        yield f"Empty tables are in {folder}: name the story in dossier.toml and sources.csv."
    else:
        yield f"An example to look at and to change is in {folder}; its README.md explains it."
    quoted = shlex.quote(str(folder))
    yield "Next:"
    yield f"  python -m dash check {quoted}"
    if not given.bare:
        copy = shlex.quote(str(given.article or folder / "article.txt"))
        yield f"  python -m dash verify {copy} {quoted}"
    yield f"  python -m dash serve {quoted}"
