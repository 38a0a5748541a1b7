"""What `verify` and `coverage` compare: a copy of the article, and a dossier."""

import argparse
import sys
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.verification.article import ArticleError, is_wrapped, paragraphs
from dash.verification.documents import read_document

WRAPPED = "The lines of this copy are cut at a width: a blank line ends a paragraph."


def add_article_and_folder(parser: argparse.ArgumentParser) -> None:
    """Declare both."""
    parser.add_argument("article", type=Path, help="text, HTML, Word or PDF; nothing of it is kept")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")


def read_both(given: argparse.Namespace) -> tuple[list[str], Dossier] | None:
    """Return the copy's paragraphs and the dossier; None, and say why, where one is unreadable."""
    try:
        text = read_document(given.article.read_bytes())
        copy, dossier = paragraphs(text), load_dossier(given.folder or dossier_folder())
    except OSError as error:
        told = f"{given.article}: {error.strerror}. Name a text, HTML, Word or PDF file."
        print(told, file=sys.stderr)
    except (ArticleError, DossierError) as error:
        print(error, file=sys.stderr)
    else:
        if is_wrapped(text):
            print(WRAPPED, file=sys.stderr)
        return copy, dossier
    return None
