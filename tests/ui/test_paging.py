"""Tests of dash.ui.paging."""

import pytest
from streamlit.testing.v1 import AppTest


def _list(count: int) -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.ui.paging import one_page  # noqa: PLC0415

    st.text(str(list(one_page(range(count), 3, "test_page"))))


@pytest.mark.parametrize(("count", "first"), [(0, "[]"), (3, "[0, 1, 2]")])
def test_a_list_that_fits_has_no_choice_of_pages(count: int, first: str) -> None:
    app = AppTest.from_function(_list, args=(count,)).run()
    assert app.text[0].value == first
    assert not app.get("pagination")


def test_a_longer_list_begins_with_its_first_page() -> None:
    app = AppTest.from_function(_list, args=(7,)).run()
    assert app.text[0].value == "[0, 1, 2]"
    (pages,) = app.get("pagination")
    assert pages.proto.num_pages == 3
