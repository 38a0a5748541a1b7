"""Tests of dash.verification.coverage: what became of everything that an article holds."""

from pathlib import Path

import pytest

from dash.verification.anchors import anchors
from dash.verification.article import paragraphs
from dash.verification.coverage import Coverage, State, cover
from dash.verification.items import Kind
from dash.verification.verify import verify
from tests import factories as make
from tests.yardstick import within


def _cover(folder: Path, article: str, left_out: str = "") -> Coverage:
    dossier = make.dossier(folder, make.STORY + left_out)
    assert not dossier.problems
    return cover(dossier, verify(anchors(dossier), paragraphs(article)))


def _entry(**keys: str) -> str:
    lines = (f'{key} = "{value}"' for key, value in {"reason": "Told apart.", **keys}.items())
    return "\n[[left_out]]\n" + "\n".join(lines)


def _words(coverage: Coverage, state: State) -> list[str]:
    return [finding.item.words for finding in coverage.findings if finding.state is state]


def test_the_small_dossier_covers_its_article(tmp_path: Path) -> None:
    coverage = _cover(tmp_path, make.ARTICLE)
    assert coverage.open == ()
    assert coverage.counts[Kind.QUOTATION] == {State.RECORDED: 1}
    assert coverage.counts[Kind.NAME].total() == 0


@pytest.mark.parametrize(
    "keys",
    [{"text": "33"}, {"paragraphs": "P4"}, {"text": "33 boats", "paragraphs": "P3-P9"}],
)
def test_what_was_left_out_on_purpose_is_not_open(keys: dict[str, str], tmp_path: Path) -> None:
    article = make.ARTICLE.replace("The bridge stands", "By 33 boats the bridge stands")
    assert _words(_cover(tmp_path, article), State.OPEN) == ["33"]
    coverage = _cover(tmp_path, article, _entry(**keys))
    assert (coverage.open, coverage.unmatched) == ((), ())
    (finding,) = (one for one in coverage.findings if one.state is State.LEFT_OUT)
    assert (finding.item.words, finding.reason) == ("33", "Told apart.")


def test_an_entry_leaves_out_where_it_says_and_nowhere_else(tmp_path: Path) -> None:
    article = f"{make.ARTICLE}There were 33 boats and 34 carts.\nThey paid 33."
    coverage = _cover(tmp_path, article, _entry(text="33", paragraphs="P6"))
    found = [(finding.item.paragraph, finding.item.words) for finding in coverage.open]
    assert found == [(6, "34"), (7, "33")]


def test_an_entry_moves_with_the_paragraphs_of_the_copy(tmp_path: Path) -> None:
    article = make.ARTICLE.replace("The bridge stands", "By 33 boats the bridge stands")
    coverage = _cover(tmp_path, f"Menu\n{article}", _entry(paragraphs="P4", text="33"))
    assert (coverage.open, coverage.unmatched) == ((), ())


def test_an_entry_that_stands_nowhere_is_told_and_a_record_goes_before_one(tmp_path: Path) -> None:
    absent = _entry(text="ferry") + _entry(text="dozen", paragraphs="P1")
    coverage = _cover(
        tmp_path, make.ARTICLE, absent + _entry(text="dozen") + _entry(paragraphs="P90")
    )
    assert [entry.text for entry in coverage.unmatched] == ["ferry", "dozen", None]
    assert _words(coverage, State.LEFT_OUT) == []


def test_a_finding_is_told_with_a_few_words_around_it(tmp_path: Path) -> None:
    long = "and so the whole of the long story went on and on for ever"
    (finding,) = _cover(tmp_path, f"{long} with 33 boats {long}.").open
    assert finding.before == "… went on and on for ever with "
    assert finding.after == " boats and so the whole of …"
    (finding,) = _cover(tmp_path, "With 33 boats.").open
    assert (finding.before, finding.after) == ("With ", " boats.")


@pytest.mark.timing
def test_an_article_full_of_everything_is_covered_in_step_with_its_length(tmp_path: Path) -> None:
    full = " ".join(
        f"“q{n}” on {n % 28 + 1} May {1000 + n % 999}, Ab{n}x, {n}," for n in range(6500)
    )
    with within(6):
        coverage = _cover(tmp_path, make.ARTICLE + full)
    assert len(coverage.open) > 20_000
