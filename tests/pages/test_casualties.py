"""Tests of the page /casualties, run by AppTest."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make
from tests.conftest import SHIPPED
from tests.pages.app import open_page, text_of

PAGE = "pages/casualties.py"
VIEWS = ["Side by side", "Over time", "By year and month", "Compare two", "Other quantities"]


def _rows(app: AppTest) -> dict[str, str]:
    """Return what each figure's row says, by the figure's id."""
    keys = ((button.key or "", button.label) for button in app.button)
    return {
        re.sub("^dot_(exact|about|at_least|more_than|range)_", "", key): words.replace("\\", "")
        for key, words in keys
        if key.startswith("dot_")
    }


def _banded(app: AppTest) -> set[str]:
    """Return the figures that a band lies behind."""
    styles = "".join(part.proto.body for part in app.get("html"))
    return set(re.findall(r"\.st-key-dot_range_([\w-]+)\{[^}]*--p:", styles)) | set(
        re.findall(r"\.st-key-dot_(?:exact|about|at_least|more_than)_([\w-]+)\{[^}]*--p:", styles)
    )


def test_the_casualties_show_the_storys_figures_beside_the_uns() -> None:
    app = open_page(PAGE)
    rows = _rows(app)
    assert list(rows)[:3] == ["killed-14000", "killed-13000", "un-killed-2021-01-31"]
    assert rows["killed-14000"] == (
        "*14,000* **Ukraine, in the story** since 2014, up to when is not stated · "
        "who is counted is not stated"
    )
    assert rows["soldiers-7"].startswith("*at least 7* **nobody named, in the story**")
    assert "**Civilians** :small[· 3,300 is part of 12,800 to 13,000;" in text_of(app)


def test_the_uns_range_lies_behind_all_who_count_everyone_and_nobody_else() -> None:
    app = open_page(PAGE)
    banded = _banded(app)
    everyone = {"killed-14000", "killed-13000", "un-killed-2021-01-31"}
    assert everyone < banded
    assert banded.isdisjoint({"civilians-3300", "un-forces-killed-2021-01-31", "soldiers-7"})
    assert "pale band: 13,100 to 13,300, UN human rights office (OHCHR)" in text_of(app)


def test_a_band_that_is_not_shown_is_not_drawn() -> None:
    app = open_page(PAGE, figures_context="Story alone")
    assert not _banded(app)
    assert "pale band" not in text_of(app)


def test_the_story_can_stand_alone() -> None:
    rows = _rows(open_page(PAGE, figures_context="Story alone"))
    assert "killed-14000" in rows
    assert all("in the story" in words for words in rows.values())


def test_a_filter_in_the_address_is_kept() -> None:
    app = open_page(PAGE, figures_context="All on record", figures_population="Civilians")
    assert "civilians-3300" in _rows(app)
    assert "killed-14000" not in _rows(app)
    assert "**Everyone**" not in text_of(app)


def test_a_row_opens_its_record() -> None:
    app = open_page(PAGE)
    app.button(key="dot_exact_killed-14000").click().run()
    assert "paragraph 10" in app.code[0].value
    assert app.query_params["figure"] == "killed-14000"


def test_a_filter_that_fits_nothing_says_so() -> None:
    query = {"figures_context": "Story alone", "figures_claimant": "Ukraine"}
    app = open_page(PAGE, **query, figures_population="Civilians")
    assert "No figure fits these filters" in str(app.info[0].value)


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_works_on_both_dossiers(
    view: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = open_page(PAGE, figures_view=view)
    assert not ours.exception
    assert not ours.warning
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    theirs = open_page(PAGE, figures_view=view)
    assert not theirs.exception
    title = view if view == VIEWS[-1] else "People hurt: who says how many"
    assert title in text_of(theirs)


def test_the_address_holds_the_length_of_time_and_the_page() -> None:
    length = "Counted over a month or less"
    every = {"figures_context": "All on record", "figures_length": length}
    first, second = open_page(PAGE, **every), open_page(PAGE, **every, figures_page="2")
    assert [head.value for head in second.header] == [f"{length}, in people"]
    assert set(_rows(first)).isdisjoint(_rows(second))
    assert len(_rows(second)) == 16


def test_a_length_that_these_figures_do_not_have_is_no_stale_address() -> None:
    every = {"figures_context": "All on record", "figures_length": "State at a date"}
    app = open_page(PAGE, **every)
    assert not app.warning
    assert [head.value for head in app.header] == ["Counted over years, in people"]


def test_an_address_of_former_days_says_the_same() -> None:
    app = open_page(PAGE, casualties_view="Over time", casualties_context="With context")
    assert app.session_state["figures_view"] == "Over time"
    assert not app.warning
    assert set(app.query_params) == {"figures_view", "figures_context"}


def test_another_choice_begins_with_its_first_page() -> None:
    app = open_page(PAGE, figures_context="All on record", figures_page="3")
    third = list(_rows(app))
    app.selectbox(key="figures_measure").set_value("People injured").run()
    assert "figures_page" not in app.query_params
    assert third
    assert not set(third) & set(_rows(app))


def test_filters_are_drawn_once_they_are_opened_or_choose_something() -> None:
    app = open_page(PAGE)
    assert not app.multiselect
    app.session_state["figures_filter"] = True
    app.run()
    assert len(app.multiselect) == 3
    app.multiselect(key="figures_population").set_value(["Civilians"]).run()
    assert "The filter leaves" in text_of(app)
    app.session_state["figures_filter"] = False
    assert "The filter leaves" in text_of(app.run())


def test_an_address_with_two_figures_compares_them() -> None:
    app = open_page(PAGE, compare_a="civilians-3300", compare_b="killed-14000")
    told = text_of(app)
    assert "3,300 and 14,000: whether they count the same cannot be told" in told
    assert "12,800 to 13,000" in told
    pairs = [button.label for button in app.button if (button.key or "").startswith("pair_")]
    assert pairs[0].replace("\\", "") == "14,000 and more than 13,000"
    assert list(_rows(app)) == ["killed-14000", "civilians-3300"]


def test_figures_of_different_measures_share_no_scale() -> None:
    app = open_page(PAGE, compare_a="killed-14000", compare_b="residents-400000")
    assert not _rows(app)
    assert not app.exception


def test_two_others_are_chosen_in_a_fold() -> None:
    app = open_page(PAGE, figures_view="Compare two")
    assert not app.selectbox
    app.session_state["compare_choice"] = True
    app.run()
    assert [box.label for box in app.selectbox][-2:] == ["The first figure", "The second figure"]


def test_an_address_with_a_figure_opens_its_record() -> None:
    app = open_page(PAGE, figure="killed-14000")
    told = text_of(app)
    assert "The date it goes up to: not stated" in told
    assert [popover.proto.popover.label for popover in app.get("popover")][-1:] == ["Source"]
    assert "paragraph 10" in app.code[0].value


def test_a_record_opens_in_the_comparison_too() -> None:
    app = open_page(PAGE, figures_view="Compare two", figure="killed-14000")
    assert any("paragraph 10" in code.value for code in app.code)


def test_a_filter_that_fits_no_total_says_so() -> None:
    query = {"figures_view": "Over time", "figures_population": "Civilians"}
    app = open_page(PAGE, **query, figures_claimant="Ukraine")
    assert not app.exception
    assert "No figure fits these filters" in str(app.info[0].value)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"figure": "nobody"}, "asks for the figure 'nobody'"),
        ({"compare_a": "nobody"}, "asks for the figure 'nobody'"),
        (
            {"figures_context": "All on record", "figures_length": "Ages"},
            "asks for the length of time 'Ages'",
        ),
        ({"figures_view": "Moon"}, "asks for the view 'Moon'"),
        ({"figures_claimant": "Moon"}, "No figure here has 'Moon'"),
    ],
)
def test_an_unknown_word_in_the_address_is_told(query: dict[str, str], told: str) -> None:
    app = open_page(PAGE, **query)
    assert not app.exception
    assert told in text_of(app)


def test_the_rises_are_told_with_the_plain_word() -> None:
    told = text_of(open_page(PAGE, figures_view="Over time"))
    assert told.count("no source at hand says so") == 2


def test_numbers_of_different_places_name_them() -> None:
    rows = _rows(open_page(PAGE, figures_view="Other quantities", figures_quantity="Troops"))
    assert "**Mendel** Crimea · as of 12 April 2021" in rows["mendel-crimea-2021-04-12"]
    assert "border" in rows["mendel-border-2021-04-12"]
    assert "Eastern Ukraine" not in " ".join(_rows(open_page(PAGE)).values())


def test_other_quantities_have_their_own_view() -> None:
    app = open_page(PAGE, figures_view="Other quantities", figures_quantity="Residents")
    assert "*about 400,000*" in _rows(app)["residents-400000"]
    assert app.title[0].value == "Other quantities"
    assert "How many were killed" not in text_of(app)


def test_units_stand_in_the_order_in_which_the_dossier_names_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOSSIER", str(SHIPPED["everest"]))
    app = open_page("pages/figures.py")
    assert [header.value.split()[-1] for header in app.header] == ["m", "ft"]
