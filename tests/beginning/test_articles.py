"""Tests of dash.beginning.articles: what a file tells of an article."""

from pathlib import Path

import pytest

from dash.beginning.articles import read_article
from dash.verification.article import ArticleError
from tests import factories as make
from tests.verification.documents import pdf, word

PAGE = """<!doctype html><html lang="de"><head>
<meta property="og:title" content="Zank um die Br&uuml;cke">
<meta name='date' content='2020-05-06T10:00'>
<meta content="Das Blatt" property="og:site_name"><title>Das Blatt - Zank</title>
<link href="https://blatt.example/1" rel="canonical"></head>
<body><h1>Zank</h1><p>Sie stritten.</body></html>"""


def test_a_text_has_its_first_paragraph_as_title(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Quarrel over a bridge\n\n{make.ARTICLE}", encoding="utf-8")
    article = read_article(file)
    assert article.title == article.paragraphs[0] == "Quarrel over a bridge"
    assert (article.publisher, article.published, article.url) == (None, None, None)


def test_a_text_that_begins_with_a_long_paragraph_is_called_like_its_file(tmp_path: Path) -> None:
    file = tmp_path / "quarrel.txt"
    file.write_text("word " * 80, encoding="utf-8")
    assert read_article(file).title == "quarrel"


def test_a_page_tells_title_publisher_day_language_and_address(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    article = read_article(file)
    assert article.title == "Zank um die Brücke"
    assert (article.publisher, article.published) == ("Das Blatt", "2020-05-06")
    assert (article.language, article.url) == ("de", "https://blatt.example/1")
    assert article.paragraphs == ("Zank", "Sie stritten.")


@pytest.mark.parametrize(
    "page",
    [
        '<html><script>{"datePublished": "2020-05-06T18:32"}</script><time datetime=2020-05-07>x',
        '<html><meta name=date content=2020-02-31><p>x<time class="a" datetime="2020-05-06">',
    ],
)
def test_a_page_without_a_date_in_its_head_may_have_one_elsewhere(
    page: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.html"
    file.write_text(page, encoding="utf-8")
    assert read_article(file).published == "2020-05-06"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><meta name=date content=2020-02-31><title></title></head><p>x</html>",
        "<html><head><link rel=canonical href='javascript:x'></head><p>x</html>",
        "<html lang='x'><meta <meta content=><link><p>x",
    ],
)
def test_what_a_page_tells_wrongly_is_left_out(page: str, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page, encoding="utf-8")
    article = read_article(file)
    assert (article.published, article.url) == (None, None)
    assert article.title


@pytest.mark.parametrize("make_file", [word, pdf])
def test_documents_of_other_programs_are_read(make_file: object, tmp_path: Path) -> None:
    assert callable(make_file)
    file = tmp_path / "a"
    file.write_bytes(make_file(["A quarrel", "They quarrelled over the old bridge."]))
    assert read_article(file).paragraphs == ("A quarrel", "They quarrelled over the old bridge.")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Der Gemeinderat hat am Dienstag für den Bau auf dem Berg gestimmt.", "de"),
        (
            "La mairie a voté la construction d’une digue, selon la préfecture, et elle est là.",
            "fr",
        ),
        ("El alcalde dijo que el puente no se cerraría y que la junta votaría el martes.", "es"),
        ("They quarrelled on Tuesday over the old bridge, and nobody counted them in it.", "en"),
        ("Мэр сказал, что мост закрыт.", None),
    ],
)
def test_a_text_tells_its_language_by_its_small_words(
    text: str, tag: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert read_article(file).language == tag


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b" \n")
    with pytest.raises(ArticleError, match="holds no text"):
        read_article(file)
