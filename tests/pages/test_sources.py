"""Tests of the page /sources, run by AppTest."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from dash.schema.vocabulary import VERIFICATION
from tests import factories as make
from tests.pages.app import open_page, text_of

PAGE = "pages/sources.py"
CHECK = "Check it yourself"


def _labels(app: AppTest) -> list[str]:
    return [link.proto.label.replace("\\", "") for link in app.get("page_link")]


def _compare(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return next(button for button in app.button if button.label == "Compare").click().run()


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make.write(tmp_path / "dossier")
    monkeypatch.setenv("DOSSIER", str(folder))
    return folder


def test_the_story_leads_the_list_and_the_rest_is_asked_for(each_shipped: Dossier) -> None:
    app = open_page(PAGE)
    titles = [button.label.replace("\\", "") for button in app.button]
    story = each_shipped.record("sources", each_shipped.story.source)
    assert titles[0] == f":primary[{story['title']}]"
    assert len(titles) < len(each_shipped.sources)
    app.toggle[0].set_value(True).run()
    assert len(app.button) == len(each_shipped.sources)


def test_brackets_around_a_title_are_explained_where_there_are_any() -> None:
    assert "is a description of ours" in text_of(open_page(PAGE))
    assert "is a description of ours" not in text_of(open_page(PAGE, sources_find="a-57189407"))
    assert "In brackets: a description" in text_of(open_page(PAGE, source="babel-39118"))


def test_sources_are_filtered_by_words_and_kind() -> None:
    app = open_page(PAGE, sources_find="unian casualty totals")
    assert any("1 of 91 sources" in html.proto.body for html in app.get("html"))
    app = open_page(PAGE, sources_kind="A data file", sources_find="nothing like it")
    assert app.info[0].value.startswith("No source matches")


def test_a_source_opens_with_everything_that_rests_on_it() -> None:
    app = open_page(PAGE, source="tass-951038")
    assert "What rests on it: 2 records" in text_of(app)
    assert sum("People" in label for label in _labels(app)) == 2
    assert app.code[0].value.endswith("http://tass.com/world/951038")


def test_a_long_list_of_records_is_capped_until_all_is_asked_for() -> None:
    app = open_page(PAGE, source="dw-2021-04-13")
    few = len(_labels(app))
    app.toggle[0].set_value(True).run()
    assert few < 50
    assert len(_labels(app)) > 100


def test_a_source_is_opened_and_left_with_a_click() -> None:
    app = open_page(PAGE)
    app.button[1].click().run()
    assert "What rests on it" in text_of(app)
    app.button[0].click().run()
    assert "What rests on it" not in text_of(app)


def test_another_part_of_the_page_can_be_chosen_with_a_source_open() -> None:
    app = open_page(PAGE, source="tass-951038")
    assert "What rests on it" in text_of(app)
    app.segmented_control(key="sources_view").set_value("Method").run()
    assert "From a record to its label" in text_of(app)


def test_the_labels_are_explained_and_counted() -> None:
    app = open_page(PAGE, sources_view="Method")
    labels = app.table[0].value
    assert labels["Label"].tolist() == [
        f"{word.label} ({key})" for key, word in VERIFICATION.items()
    ]
    assert (labels["Records"] > 0).all()
    assert "P11-P34: read from 9 April 2021" in text_of(app).replace("**", "")


def test_a_table_is_previewed_explained_and_offered() -> None:
    app = open_page(PAGE, sources_view="Tables", sources_table="figures")
    assert len(app.dataframe[0].value) == 10
    assert "asserted by a party to the story" in text_of(app)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Download the dossier (zip)", "Download figures (CSV)"]


def test_a_broken_table_is_left_out_and_keeps_the_whole_from_download(small: Path) -> None:
    (small / "events.csv").write_bytes(b"\x81")
    app = open_page(PAGE, sources_view="Tables")
    assert not app.error
    assert "1 problems" not in text_of(app)
    assert "1 problem in the dossier" in text_of(app)
    assert len(app.get("download_button")) == 1
    for view in ("Sources", "Method", CHECK):
        app = open_page(PAGE, sources_view=view)
        assert not app.exception
        assert not app.error


@pytest.mark.usefixtures("small")
def test_a_copy_in_which_all_holds_is_shown_marked() -> None:
    app = _compare(open_page(PAGE, sources_view=CHECK), make.ARTICLE)
    assert "6 of 6 anchors stand once" in app.success[0].value
    assert "background[**more than a dozen hurt**]" in text_of(app)
    assert "(casualties?figure=hurt-many)" in text_of(app)


@pytest.mark.usefixtures("small")
def test_a_copy_with_other_words_is_shown_as_such_and_no_error() -> None:
    app = _compare(open_page(PAGE, sources_view=CHECK), make.ARTICLE.replace("a dozen", "a score"))
    assert not app.error
    assert "5 of 6 anchors" in app.warning[0].value
    assert "background[**dozen**]" in text_of(app)
    assert "background[**score**]" in text_of(app)
    for view, told in (
        ("All records", None),
        ("The story, marked", "P5"),
        ("What no record rests on", "Nobody counted them."),
    ):
        app.segmented_control(key="sources_check_view").set_value(view).run()
        assert not app.exception
        assert told is None or told in text_of(app)


@pytest.mark.usefixtures("small")
def test_what_cannot_be_compared_is_told_and_nothing_is_shown_before() -> None:
    app = open_page(PAGE, sources_view=CHECK)
    assert not app.success
    assert not app.warning
    app = _compare(app, "word " * 100_000)
    assert "at most 300,000 letters" in app.error[0].value


@pytest.mark.usefixtures("small")
def test_comparing_writes_no_file(small: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in small.parent.rglob("*")}
    _compare(open_page(PAGE, sources_view=CHECK), make.ARTICLE)
    assert {file: file.stat().st_mtime_ns for file in small.parent.rglob("*")} == before


@pytest.mark.usefixtures("small")
def test_what_no_record_has_is_counted_and_listed() -> None:
    app = _compare(open_page(PAGE, sources_view=CHECK), f"{make.ARTICLE}In 33 *boats*.")
    text = text_of(app)
    assert "What of the story no record has" in text
    assert any("1 of 4 quotations, numbers, dates and names stands" in w.value for w in app.warning)
    assert "**P6** number: In **33** *boats*." in text
    assert any(r"In **33** \*boats\*" in told.value for told in app.markdown)
    app.segmented_control(key="sources_missing").set_value("In a record").run()
    assert "**P2** number: There were more than a **dozen** hurt" in text_of(app)


def test_nothing_open_is_told_as_such_and_what_was_left_out_has_its_reason(small: Path) -> None:
    with (small / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('[[left_out]]\ntext = "33"\nparagraphs = "P6"\nreason = "A *boat* race."\n')
        file.write('[[left_out]]\ntext = "ferry"\nreason = "No boat."\n')
    app = _compare(open_page(PAGE, sources_view=CHECK), f"{make.ARTICLE}In 33 boats.")
    assert any("Nothing is open: all 4 " in told.value for told in app.success)
    assert "nowhere in this copy: “ferry”" in text_of(app)
    app.segmented_control(key="sources_missing").set_value("Left out on purpose").run()
    assert any(r"A \*boat\* race" in told.value for told in app.markdown)


def test_the_method_lists_what_was_left_out_and_why(small: Path) -> None:
    assert "What was left out" not in text_of(open_page(PAGE, sources_view="Method"))
    with (small / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('[[left_out]]\ntext = "33"\nparagraphs = "P6"\nreason = "A *boat* race."\n')
    text = text_of(open_page(PAGE, sources_view="Method"))
    assert "What was left out, and why" in text
    assert "- **“33”, P6**: A *boat* race" in text
