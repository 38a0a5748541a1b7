"""Tests of dash.ui.sharing.root: what begins an address that leaves this server."""

import pytest
import streamlit as st

from dash.ui.sharing.root import ADDRESS, root_of, told_root


def _root(scheme: str = "http", **headers: str) -> str:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return root_of({"type": "http", "scheme": scheme, "headers": named})


def test_a_request_says_by_which_address_it_came() -> None:
    assert _root(host="news.example:8501") == "http://news.example:8501"
    assert _root(host="news.example", scheme="https") == "https://news.example"
    assert _root(host="news.example", x_forwarded_proto="https") == "https://news.example"
    assert _root(host="[::1]:8501") == "http://[::1]:8501"


@pytest.mark.parametrize(
    ("host", "scheme"),
    [('news"><script>', "http"), ("a/b", "http"), ("a@b", "http"), ("", "http"), ("a", "js")],
)
def test_what_is_no_host_begins_nothing(host: str, scheme: str) -> None:
    assert _root(host=host, x_forwarded_proto=scheme) == ""


def test_the_base_path_belongs_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news/dossier/"}.get)
    assert _root(host="news.example") == "http://news.example/news/dossier"


def test_the_host_of_the_server_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "https://news.example/dossier/")
    assert _root(host="replica-2:8501") == "https://news.example/dossier"


@pytest.mark.parametrize("wrong", ["news.example", "ftp://a", "https://a/?x", 'https://a/"', "//a"])
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"DOSSIER_ADDRESS is .*give the address"):
        told_root(wrong)
