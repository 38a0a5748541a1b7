"""Tests of dash.charts.layout: what is checked, and when."""

import pytest

from dash.charts.layout import Trace, figure_of, scatter


def _unknown() -> list[Trace]:
    return [scatter(colour="red")]


def test_the_tests_refuse_what_plotly_does_not_know() -> None:
    with pytest.raises(ValueError, match="colour"):
        figure_of(_unknown(), {})


def test_the_app_does_not_pay_for_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dash.charts.layout.CHECK_BY_PLOTLY", False)
    assert figure_of(_unknown(), {"template": {}}).to_dict()["data"] == _unknown()
