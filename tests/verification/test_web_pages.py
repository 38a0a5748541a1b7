"""Tests of dash.verification.web_pages: of a saved page the article is read, not its frame."""

import pytest

from dash.verification.web_pages import article_blocks

STORY = "<p>They quarrelled over the old bridge.</p><aside><p>A dozen hurt.</p></aside>"
READ = ["They quarrelled over the old bridge.", "A dozen hurt."]
COOKIES = "<div><p>We use cookies.</p></div>"
TEASER = "<article><p>Another story.</p></article>"


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (f"{COOKIES}<article><header>{STORY}</header></article>{TEASER}", READ),
        (f"{COOKIES}<main>{STORY}{TEASER}</main>", [*READ, "Another story."]),
        (f"<article>{STORY}{TEASER}</article>{COOKIES}", [*READ, "Another story."]),
        (f"<nav><a>Home</a></nav>{STORY}<footer>Imprint</footer><button>Yes</button>", READ),
        # Where tags do not tell, all is read.
        (f"{STORY}{TEASER}", [*READ, "Another story."]),
        (f"<nav>Home{STORY}", ["Home", *READ]),
        ("<nav>Home</nav>", ["Home"]),
        (f"</article></main></nav>{STORY}", READ),
    ],
)
def test_what_stands_around_the_article_is_left_out_where_tags_tell(
    page: str, read: list[str]
) -> None:
    assert article_blocks(f"<html>{page}</html>") == read
