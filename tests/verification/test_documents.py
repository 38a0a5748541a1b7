"""Tests of dash.verification.documents: Word and PDF as text with a line a paragraph."""

import io
import zipfile

import pytest

from dash.verification.article import ArticleError, paragraphs
from dash.verification.documents import read_document
from tests.verification.documents import pdf, word

LINES = [
    "They quarrelled on Tuesday over the old bridge, said the may-",
    "or of the upper town. There were more than a dozen hurt on it.",
    "Nobody counted.",
    "The bridge stands to this day, and the toll is paid by all the",
    "others.",
]


def test_a_word_document_has_its_paragraphs() -> None:
    told = ["A quarrel", "“We shall not pay” & <more>."]
    assert paragraphs(read_document(word(told))) == told


def test_the_lines_of_a_pdf_are_put_together_up_to_a_short_one() -> None:
    assert paragraphs(read_document(pdf(LINES))) == [
        "They quarrelled on Tuesday over the old bridge, said the mayor of the upper town. There "
        "were more than a dozen hurt on it. Nobody counted.",
        "The bridge stands to this day, and the toll is paid by all the others.",
    ]


def test_text_is_read_as_text() -> None:
    assert read_document("Brücke".encode()) == "Brücke"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.4 broken", "cannot be read"),
        (word(["x"])[:-40] + b"PK\x05\x06" + b"\0" * 18, "not text"),
        (word([]), "holds no text"),
        (pdf([]), "holds no text"),
    ],
    # A zip has the time in it, and two processes must know a test by one name.
    ids=["a broken PDF", "a broken document", "an empty document", "an empty PDF"],
)
def test_what_cannot_be_read_is_told(content: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read_document(content)


def test_a_word_document_whose_text_is_broken_is_told() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:broken")
    with pytest.raises(ArticleError, match="Word document cannot be read"):
        read_document(packed.getvalue())
