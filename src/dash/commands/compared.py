"""What `verify` and `coverage` compare: a copy of the article, and a dossier."""

import argparse
import sys
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.verification.article import ArticleError, paragraphs, read_copy


def add_article_and_folder(parser: argparse.ArgumentParser) -> None:
    """Declare both."""
    parser.add_argument("article", type=Path, help="text or HTML file; nothing of it is kept")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")


def read_both(given: argparse.Namespace) -> tuple[list[str], Dossier] | None:
    """Return the copy's paragraphs and the dossier; None, and say why, where one is unreadable."""
    try:
        copy = paragraphs(read_copy(given.article.read_bytes()))
        return copy, load_dossier(given.folder or dossier_folder())
    except OSError as error:
        told = f"{given.article}: {error.strerror}. Name a text or HTML file."
        print(told, file=sys.stderr)
    except (ArticleError, DossierError) as error:
        print(error, file=sys.stderr)
    return None
