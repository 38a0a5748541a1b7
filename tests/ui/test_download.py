"""Tests of dash.ui.download: a file is written when it is asked for, and not before."""

from streamlit.testing.v1 import AppTest


def _offer() -> None:
    import pandas as pd  # noqa: PLC0415 - AppTest runs the source of this function alone
    import streamlit as st  # noqa: PLC0415

    from dash.ui.download import csv_button, file_button  # noqa: PLC0415

    def write() -> str:
        st.session_state["written"] = True
        return "{}"

    csv_button(pd.DataFrame({"a": [1]}), "numbers")
    file_button(write, "all.json", "application/json", "Take it all")
    st.text(str("written" in st.session_state))


def test_a_button_offers_a_file_that_is_not_written_yet() -> None:
    app = AppTest.from_function(_offer).run()
    assert not app.exception
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Download this table (CSV)", "Take it all"]
    assert app.text[0].value == "False"
