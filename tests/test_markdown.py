"""Tests of dash.markdown beyond escaping, which tests/test_words.py has."""

import pytest

from dash.markdown import link


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b?c=d&e=(f)#g", "https://a.example/b?c=d&e=(f)#g"),
        ("https://a.example/%20", "https://a.example/%20"),
        (
            r"https://a.example/>)![x](https://b.example/\i",
            "https://a.example/%3E)![x](https://b.example/%5Ci",
        ),
    ],
)
def test_an_address_ends_where_it_ends(address: str, written: str) -> None:
    assert link("a [b]", address) == rf"[a \[b\]](<{written}>)"
