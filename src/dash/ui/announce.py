"""Counts that a screen reader is told of when they change."""

import html

import streamlit as st

from dash.bidi import isolate


def count(words: str, conditions: str = "") -> None:
    """Write how many records a choice leaves, as a heading that is announced when it changes.

    In HTML, since no element of Streamlit's takes `role="status"` (WCAG 2.2, 4.1.3).

    Args:
        words: How many: "6 of 41 statements".
        conditions: What the reader has chosen, if anything.
    """
    chosen = f"<p>{_text(conditions)}</p>" if conditions else ""
    st.html(f'<div role="status"><h2>{_text(words)}</h2>{chosen}</div>', width="content")


def _text(words: str) -> str:
    return html.escape(isolate(words))
