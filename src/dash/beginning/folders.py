"""Write the folder of a new dossier: the example, or empty tables with what an article says."""

import csv
import io
import json
import shutil
import unicodedata
import zipfile
from importlib import resources
from pathlib import Path, PurePosixPath
from string import Template

from dash.beginning.articles import Article
from dash.schema.story import FILE
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns

PARAGRAPHS = "paragraphs.txt"
STORY = "story"
# What the folder of the packed example is called.
EXAMPLE = "paper-giant"
# What stands where an article does not say it, for its author to change.
UNKNOWN = Article(title="A title of your own", publisher="[Who published the story]")
LANGUAGE = "en"


class FolderError(ValueError):
    """A folder cannot be begun in; the message says why and what to do."""


def write_example(folder: Path) -> None:
    """Copy the example, which comes with this package.

    Raises:
        FolderError: The folder holds something, or is none.
        OSError: It cannot be written.
    """
    _begin(folder)
    with resources.as_file(resources.files("dash.beginning").joinpath("example")) as example:
        shutil.copytree(example, folder, dirs_exist_ok=True)


def packed_example() -> bytes:
    """Return the example as a zip of one folder; the same bytes each time."""
    packed = io.BytesIO()
    with (
        resources.as_file(resources.files("dash.beginning").joinpath("example")) as example,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for file in sorted(file for file in example.rglob("*") if file.is_file()):
            name = PurePosixPath(EXAMPLE, file.relative_to(example).as_posix())
            member = zipfile.ZipInfo(str(name))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, file.read_bytes())
    return packed.getvalue()


def write_bare(folder: Path, article: Article = UNKNOWN) -> None:
    """Write tables of headers alone, the row of the story's source, and the least of a frame.

    Args:
        folder: The folder, which is made.
        article: What is known of the story; its paragraphs are written with their numbers.

    Raises:
        FolderError: The folder holds something, or is none.
        OSError: It cannot be written.
    """
    _begin(folder)
    for name in TABLES:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(table_columns(name)), lineterminator="\n")
            writer.writeheader()
            if name == "sources":
                writer.writerow(_source(article))
    frame = Template(resources.files("dash.beginning").joinpath("bare.toml").read_text("utf-8"))
    words = {"title": _quoted(article.title), "language": _quoted(article.language or LANGUAGE)}
    (folder / FILE).write_text(frame.substitute(words), encoding="utf-8")
    if article.paragraphs:
        numbered = (f"P{n}  {text}\n" for n, text in enumerate(article.paragraphs, start=1))
        (folder / PARAGRAPHS).write_text("\n".join(numbered), encoding="utf-8")


def _begin(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file. Name a folder that is empty, or not there yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderError(
            f"{folder} is not empty, and nothing in it is overwritten. Name a folder that is "
            "empty, or not there yet."
        )
    folder.mkdir(parents=True, exist_ok=True)


def _source(article: Article) -> dict[str, str]:
    told = {
        "id": STORY,
        "title": article.title,
        "publisher": article.publisher or UNKNOWN.publisher or "",
        "published": article.published or "",
        "kind": "article",
        "url": article.url or "",
    }
    return {column: _plain(words) for column, words in told.items()}


def _quoted(words: str) -> str:
    """Return words as a string of TOML, which is one of JSON where nothing is a control sign."""
    return json.dumps(_plain(words), ensure_ascii=False)


def _plain(words: str) -> str:
    """Return words in one line, without control signs, which no cell of a dossier may hold."""
    kept = (" " if letter.isspace() else letter for letter in words)
    return " ".join("".join(one for one in kept if not _is_control(one)).split())


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs")
