"""Articles in files of other programs: Word documents and PDFs, as text with a line a paragraph.

For the command line, on files of one's own. The web page takes text and HTML alone: what these
readers can be made to do by a stranger's file, nobody bounds.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dash.verification.article import LARGEST_FILE, ArticleError, read_copy

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
# As files of these kinds carry pictures and letters, they are larger than their text.
LARGEST_DOCUMENT = 25 * LARGEST_FILE
# A line of a PDF that ends before this share of the usual width ends a paragraph.
SHORT = 0.8
_DIVIDED = re.compile(r"(?<=\w)[-\u00ad]\n(?=[^\W\d_A-Z])")


def read_document(content: bytes) -> str:
    """Return the text of a file: of a Word document or a PDF with a line a paragraph.

    Raises:
        ArticleError: The file is too large, holds no text, or cannot be read.
    """
    kind = "PDF" if content.startswith(PDF) else "Word document" if _is_word(content) else None
    if kind is None:
        return read_copy(content)
    if len(content) > LARGEST_DOCUMENT:
        raise ArticleError(
            f"The {kind} has {len(content):,} bytes; at most {LARGEST_DOCUMENT:,} are read. Save "
            "the article alone, as plain text or HTML."
        )
    try:
        text = _text_of_pdf(content) if kind == "PDF" else _text_of_word(content)
    except Exception as error:  # whatever a reader of somebody else's makes of a broken file
        raise ArticleError(
            f"The {kind} cannot be read: it may be damaged, or locked by a password. Save the "
            "article as plain text or HTML."
        ) from error
    if not text.strip():
        raise ArticleError(
            f"The {kind} holds no text: it may be made of pictures of pages. Save the article as "
            "plain text or HTML."
        )
    return text


def _is_word(content: bytes) -> bool:
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _text_of_word(content: bytes) -> str:
    # Imported when it is needed: no page and no other command pays for it.
    import mammoth  # noqa: PLC0415

    def without_content(_image: object) -> dict[str, str]:
        return {}

    images = mammoth.images.img_element(without_content)
    made = mammoth.convert_to_html(io.BytesIO(content), convert_image=images)
    return f"<body>{made.value}" if made.value else ""


def _text_of_pdf(content: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - likewise

    lines = [
        line.strip()
        for page in PdfReader(io.BytesIO(content)).pages
        for line in page.extract_text().splitlines()
    ]
    return "\n".join(_joined(lines))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of lines as they are set: a blank line or a short one ends one."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    paragraph: list[str] = []
    for line, following in pairwise([*lines, ""]):
        paragraph += [line] * bool(line)
        if paragraph and (not following or len(line) < SHORT * width):
            # A word that was divided at the end of a line is whole again.
            yield _DIVIDED.sub("", "\n".join(paragraph)).replace("\n", " ")
            paragraph = []
