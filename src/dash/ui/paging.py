"""A long list, a page at a time."""

from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import TypeVar

import streamlit as st

from dash.ui.address import set_parameter
from dash.ui.widgets import follow

Entry = TypeVar("Entry")
# Digits of a page that an address may ask for.
LONGEST_NUMBER = 9


def one_page(
    entries: Sequence[Entry], size: int, key: str, *, in_address: bool = False
) -> Sequence[Entry]:
    """Draw the choice of a page where there are several; return what stands on it.

    Args:
        entries: The whole list.
        size: How many stand on a page.
        key: The widget's key; the parameter of the URL too, if it carries the page.
        in_address: Whether the URL carries the page.
    """
    pages = ceil(len(entries) / size)
    if pages <= 1:
        return entries
    if not in_address:
        page = st.pagination(pages, key=key)
    else:
        page = _asked(key, pages)
        follow(key, page)
        st.pagination(pages, key=key, on_change=partial(_turned, key))
    return entries[(page - 1) * size : page * size]


def _asked(key: str, pages: int) -> int:
    asked = st.query_params.get(key, "")[:LONGEST_NUMBER]
    return max(1, min(int(asked), pages)) if asked.isdecimal() else 1


def _turned(key: str) -> None:
    page = st.session_state[key]
    set_parameter(key, None if page == 1 else str(page))
