"""Tests of dash.ui.faults: what goes wrong is told in its place, and the rest goes on."""

import ast
import logging
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make

SOURCE = Path(__file__).parents[2] / "src" / "dash"


def _foreseen() -> None:
    import streamlit as st

    from dash.schema.problems import DossierError, Problem
    from dash.ui.faults import fragment
    from dash.ui.turns import turns

    @fragment
    def broken() -> None:
        st.markdown(f"At work: {len(turns()._at_work)}")
        raise DossierError([Problem("quotes.csv", 2, "speaker", "nobody", "an actor")])

    broken()
    st.markdown("The rest")


def _unforeseen() -> None:
    import streamlit as st

    from dash.ui.faults import fragment, open_dialog

    @fragment(key="broken")
    def broken() -> None:
        st.markdown("Its beginning")
        raise RuntimeError("at /secret/place")

    def window() -> None:
        raise KeyError("secret")

    broken()
    open_dialog("A window", window, lambda: None)
    st.markdown("The rest")


def test_a_problem_of_the_dossier_is_told_in_the_fragment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path / "bridge")))
    app = AppTest.from_function(_foreseen).run()
    assert not app.exception
    (error,) = app.error
    assert "This part of the page cannot be shown: 1 problem" in error.value
    assert "folder bridge" in error.value
    assert str(tmp_path) not in error.value
    assert app.dataframe[0].value["Column"].tolist() == ["speaker"]
    assert [part.value for part in app.markdown] == ["At work: 1", "The rest"]


def test_what_nobody_foresaw_shows_a_number_that_the_log_has(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = AppTest.from_function(_unforeseen).run()
    assert not app.exception
    assert [part.value for part in app.markdown][:2] == ["Its beginning", "The rest"]
    told = "".join(error.value for error in app.error)
    assert len(app.error) == 2
    assert "secret" not in told
    logged = [record for record in caplog.records if record.name == "dash.ui.faults"]
    for record in logged:
        assert record.levelno == logging.ERROR
        assert record.getMessage().rpartition(" ")[2] in told
        assert record.exc_info is not None
    assert {type(record.exc_info[1]) for record in logged if record.exc_info} == {
        RuntimeError,
        KeyError,
    }
    caplog.clear()


def test_no_module_makes_a_fragment_or_a_window_by_itself() -> None:
    guilty = [
        f"{file.name}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        if file.name != "faults.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"fragment", "dialog"}
    ]
    assert not guilty
