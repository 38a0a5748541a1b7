"""Tests of dash.verification.article: files of any kind become paragraphs or an error."""

import contextlib

import pytest

from dash.verification import article
from dash.verification.article import ArticleError, is_wrapped, paragraphs, read_copy
from tests import factories as make
from tests.yardstick import within

PAGE = """<!DOCTYPE html><html><head><title>Not shown</title><style>p { color: red }</style>
<script>if (a < b) document.write("<p>never</p>")</script></head><body>
<nav><a href="/">Home</a></nav>
<p class="a > b">One <b>and</b> on&shy;ly &amp; <a href='x'>linked</a><br>line</p>
<!-- <p>hidden</p> --><div>Two<p>Three <span>4</span><span>5</span></div>
3 < 4 <li>Item</body></html>"""


def test_lines_are_paragraphs_and_blank_ones_are_not() -> None:
    assert paragraphs("One\r\n\n  \u00a0\nTwo  \n") == ["One", "Two"]


def test_the_blocks_of_a_page_are_paragraphs() -> None:
    assert paragraphs(PAGE) == [
        "One and on\u00adly & linked line",
        "Two",
        "Three 45",
        "3 < 4",
        "Item",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Straße – “so”".encode(),
        "\ufeffStraße – “so”".encode(),
        "Straße – “so”".encode("utf-16"),
        "Straße – “so”".encode("cp1252"),
    ],
)
def test_a_text_is_read_in_its_encoding(content: bytes) -> None:
    assert paragraphs(read_copy(content)) == ["Straße – “so”"]


def test_a_page_is_read_in_the_encoding_it_names() -> None:
    page = '<html><meta charset="koi8-r"><p>мир</p>'
    assert paragraphs(read_copy(page.encode("koi8-r"))) == ["мир"]
    assert paragraphs(read_copy(b'<html><meta charset="unicode_escape"><p>\xe9</p>')) == ["é"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\0\x01", "not text"),
        (b" \n ", "no text"),
        (b"<html><script>let a</script>", "no text"),
        (b"a" * (article.LARGEST_FILE + 1), "at most"),
        (b"word " * (article.LONGEST_TEXT // 4), "at most"),
        (b"a\n" * (article.MOST_PARAGRAPHS + 1), "at most"),
    ],
)
def test_what_cannot_be_compared_is_told(content: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        paragraphs(read_copy(content))


def test_a_text_too_long_to_read_is_not_cut_into_paragraphs() -> None:
    with pytest.raises(ArticleError, match="are read"):
        paragraphs("a" + " " * article.LARGEST_FILE)


def test_what_is_as_large_as_may_be_is_compared() -> None:
    assert read_copy(b"a" * article.LARGEST_FILE)
    assert paragraphs("a" * article.LONGEST_TEXT) == ["a" * article.LONGEST_TEXT]
    assert len(paragraphs("a\n" * article.MOST_PARAGRAPHS)) == article.MOST_PARAGRAPHS


@pytest.mark.parametrize("between", ["=", "= ", "=\n\t"])
def test_a_sign_in_an_attribute_ends_no_tag(between: str) -> None:
    assert paragraphs(f"<p class{between}'a > b'>One<p id{between}\"c > d\">Two") == ["One", "Two"]


HOSTILE = ["<", "<a ", "<a b='", "<!--", "<!", "</", "<![CDATA[", "<div>", "<b><i>", "<svg/>"]
HOSTILE += ["<script>", "= ", "<a =", '<p a="x>', "&#x41;", "&amp", "<textarea>"]


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_page_takes_no_longer_than_its_size(part: str) -> None:
    page = "<html>x" + part * (article.LARGEST_FILE // 2 // len(part))
    with within(5), contextlib.suppress(ArticleError):
        paragraphs(page)


WRAPPED = """A quarrel over a bridge

They quarrelled on Tuesday over the old bridge, said the mayor of the
upper town. There were more than a dozen hurt on it, and nobody counted
them. See https://paper.example/a/very/long/address/that/is/longer/than/any/other/line
for more, and what the mayor of the lower town had to say about it all.

The toll is paid.
"""


def test_lines_cut_at_a_width_are_put_together_between_blank_lines() -> None:
    found = paragraphs(WRAPPED)
    assert is_wrapped(WRAPPED)
    assert len(found) == 3
    assert "the mayor of the upper town" in found[1]


@pytest.mark.parametrize(
    "text",
    [
        make.ARTICLE,
        WRAPPED.replace("\n\n", "\n"),
        "Title\n\nOne line.\nAnother line that is longer.\nShort.\nA line of middling length.\n",
        f"<html>{WRAPPED}</html>",
        "",
    ],
)
def test_lines_that_no_width_has_made_stay_paragraphs(text: str) -> None:
    assert not is_wrapped(text)


# A line of sixty letters, and words of which none, and then one, would still have fitted behind.
LINE, WORD, SHORT = "x" * 29 + " " + "x" * 30, "another word", "x" * 20
LONGEST = "x" * 40 + " " + "x" * 19
FULL, ROOMY = "x" * 29 + " " + "x" * 23, "x" * 29 + " " + "x" * 22


@pytest.mark.parametrize(
    ("blocks", "wrapped"),
    [
        pytest.param([[LINE, WORD], ["End"]], False, id="one break"),
        pytest.param([[LINE, LINE, WORD], ["End"]], True, id="two breaks"),
        pytest.param([[LINE, LINE, WORD]], False, id="one block"),
        pytest.param([[LINE, LINE, LINE, LINE, SHORT, WORD], ["End"]], True, id="four of five"),
        pytest.param([[LINE, LINE, LINE, SHORT, WORD], ["End"]], False, id="three of four"),
        pytest.param([[LONGEST] * 3, ["End"]], True, id="the longest of words"),
        pytest.param([[f"x{LONGEST}"] * 3, ["End"]], False, id="an address"),
        pytest.param([[LINE, FULL, WORD], ["End"]], True, id="no room for a space and the word"),
        pytest.param([[LINE, ROOMY, WORD], ["End"]], False, id="just room for both"),
    ],
)
def test_how_many_breaks_must_look_as_if_a_width_had_made_them(
    blocks: list[list[str]], wrapped: bool
) -> None:
    assert is_wrapped("\n\n".join(map("\n".join, blocks))) is wrapped


@pytest.mark.parametrize(("width", "wrapped"), [(49, False), (50, True), (120, True), (121, False)])
def test_a_width_is_of_fifty_to_a_hundred_and_twenty_letters(width: int, wrapped: bool) -> None:
    line = ("xxx " * width)[: width - 1] + "x"
    assert is_wrapped("\n\n".join(["\n".join([line] * 3), "End"])) is wrapped
