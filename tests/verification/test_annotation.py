"""Tests of dash.verification.annotation: a stranger's text, marked and linked, as text only."""

from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.verification.anchors import Anchor
from dash.verification.annotation import annotate, mark_wordings
from dash.verification.verify import verify

MANY = Anchor("figures", "hurt-many", 1, "more than a dozen hurt")
MAYOR = Anchor("actors", "mayor", 1, "said the mayor")


def _annotate(dossier: Dossier, paragraph: str, *anchors: Anchor) -> str:
    outcome = verify(anchors, [paragraph])
    return annotate(dossier, 1, paragraph, outcome.highlights.get(1, ()))


def test_a_passage_is_bold_on_a_ground_and_links_to_its_records(shipped: Dossier) -> None:
    assert _annotate(
        shipped, "There were more than a dozen hurt, said the mayor.", MANY, MAYOR
    ) == (
        r"**P1** There were :yellow-background[**more than a dozen hurt**]"
        r" :small[\[[hurt\-many](casualties?figure=hurt-many)\]]\, "
        r":yellow-background[**said the mayor**] :small[\[mayor\]]\."
    )


def test_a_slide_is_called_by_its_number(shipped: Dossier) -> None:
    assert "[slide 1](" in _annotate(shipped, "So it is.", Anchor("slides", 1, 1, "So it is"))


def test_hostile_text_is_shown_as_the_letters_it_is(shipped: Dossier) -> None:
    text = (
        "![x](https://evil.example/x.png) more than *a* dozen <img src=x> :red[y] [a](javascript:b)"
    )
    told = _annotate(shipped, text, Anchor("quotes", "Q1", 1, "more than *a* dozen"))
    assert escape("![x](https://evil.example/x.png)") in told
    assert r":yellow-background[**more than \*a\* dozen**]" in told
    assert r"\<img src\=x\> \:red\[y\] \[a\]\(javascript\:b\)" in told


def test_two_wordings_are_bold_where_they_part() -> None:
    (result,) = verify([MANY], ["more than a score hurt"]).results
    assert mark_wordings(result) == (
        "more than a :yellow-background[**dozen**] hurt",
        "more than a :yellow-background[**score**] hurt",
    )
