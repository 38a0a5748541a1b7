"""Pictures of a dossier: files in its images/ that a slide names, opened with distrust.

A dossier may come from a stranger. A file is shown only if it lies in images/ itself, is a PNG,
JPEG or WebP whatever its name says, and is neither too heavy nor too large; its size is read
from its head before anything is decoded. SVG is refused: it can carry scripts.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageOps

from dash.files import read_regular
from dash.schema.problems import Problem
from dash.schema.rows import Slide

FOLDER = "images"
FILE_NAME = re.compile(r"[\w-][\w .-]{0,99}")
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LARGEST_FILE = 5_000_000
LARGEST_SIDE = 10_000
MOST_PIXELS = 30_000_000
# Twice the size at which the page shows it.
THUMBNAIL = (192, 144)
DIGEST_LENGTH = 20


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown.

    Attributes:
        path: The file.
        digest: A name that changes with the content, for an address that may be cached for ever.
        media_type: What the content is, whatever the file is called.
        thumbnail: The picture in small, as a WebP file.
    """

    path: Path
    digest: str
    media_type: str
    thumbnail: bytes


@dataclass(frozen=True)
class Refusal:
    """Why a file is not shown, and what to do: one sentence that begins after "The picture"."""

    reason: str


def picture_files(slides: Iterable[Slide]) -> dict[int, str]:
    """Return the file that each slide names, by the slide's number."""
    return {slide["number"]: slide["image"] for slide in slides if slide["image"]}


def read_pictures(folder: Path, slides: Iterable[Slide]) -> Mapping[int, Picture | Refusal]:
    """Open the pictures of a dossier's slides; never raises for what the files are."""
    files = picture_files(slides)
    # Once each: many slides may show one picture.
    opened = {name: open_picture(folder, name) for name in set(files.values())}
    return {number: opened[name] for number, name in files.items()}


def picture_problems(folder: Path, slides: Iterable[Slide]) -> Iterator[Problem]:
    """Yield one problem per picture that is not shown."""
    files = picture_files(slides)
    for number, opened in read_pictures(folder, slides).items():
        if isinstance(opened, Refusal):
            where = f"image of slide {number}"
            yield Problem(
                "slides.csv", None, where, files[number], f"another file: it {opened.reason}"
            )


def open_picture(folder: Path, name: str) -> Picture | Refusal:
    """Open one file of a dossier's images/, or say why not."""
    content = _content(folder, name)
    if isinstance(content, Refusal):
        return content
    with warnings.catch_warnings():
        # Pillow warns of many pixels; the limits below are stricter and refuse them.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return _decode(folder / FOLDER / name, content)


def read_again(picture: Picture) -> bytes | None:
    """Return a picture's bytes for sending, or None where the file is no longer the same."""
    content = _content(picture.path.parents[1], picture.path.name)
    if isinstance(content, Refusal) or _digest(content) != picture.digest:
        return None
    return content


def _content(folder: Path, name: str) -> bytes | Refusal:
    images = folder / FOLDER
    path = images / name
    if name.lower().endswith((".svg", ".svgz")):
        return Refusal("is an SVG, which can carry scripts: save it as PNG, JPEG or WebP")
    try:
        if not FILE_NAME.fullmatch(name) or images.is_symlink() or path.is_symlink():
            return Refusal("lies outside images/: give the plain name of a file in that folder")
        if not path.is_file():
            return Refusal("is missing: put the file into images/, or blank the cell")
        content = read_regular(path, LARGEST_FILE + 1)
    except OSError as error:
        return Refusal(f"cannot be read ({error.strerror}): check the file and its permissions")
    if len(content) > LARGEST_FILE:
        return Refusal(f"has more than {LARGEST_FILE // 1_000_000} MB: save it smaller")
    return content


def _decode(path: Path, content: bytes) -> Picture | Refusal:
    no_picture = Refusal("is no sound PNG, JPEG or WebP: save it anew as one of these")
    too_large = Refusal(
        f"has more than {LARGEST_SIDE:,} pixels a side or {MOST_PIXELS:,} in all: save it smaller"
    )
    try:
        with Image.open(io.BytesIO(content), formats=tuple(MEDIA_TYPES)) as image:
            width, height = image.size
            if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
                return too_large
            media_type = MEDIA_TYPES[str(image.format)]
            thumbnail = _thumbnail(image)
    except Image.DecompressionBombError:
        return too_large
    except Exception:  # noqa: BLE001 - a hostile file can make a decoder raise anything
        return no_picture
    return Picture(path, _digest(content), media_type, thumbnail)


def _thumbnail(image: Image.Image) -> bytes:
    """Decode the whole picture, which also shows whether it is sound, and make it small."""
    small = ImageOps.exif_transpose(image).convert("RGB")
    small = ImageOps.fit(small, THUMBNAIL)
    file = io.BytesIO()
    small.save(file, "WEBP", quality=80)
    return file.getvalue()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGEST_LENGTH]
