"""A long list, a page at a time."""

from collections.abc import Sequence
from math import ceil
from typing import Literal, TypeVar

import streamlit as st

Entry = TypeVar("Entry")


def one_page(
    entries: Sequence[Entry], size: int, key: str, *, bind: Literal["query-params"] | None = None
) -> Sequence[Entry]:
    """Draw the choice of a page where there are several; return what stands on it.

    Args:
        entries: The whole list.
        size: How many stand on a page.
        key: The widget's key; with `bind`, the parameter of the URL too.
        bind: Whether the URL carries the page.
    """
    pages = ceil(len(entries) / size)
    page = st.pagination(pages, key=key, bind=bind) if pages > 1 else 1
    return entries[(page - 1) * size : page * size]
