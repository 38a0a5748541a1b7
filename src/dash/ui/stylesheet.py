"""The stylesheets of pages, read once."""

from functools import cache
from pathlib import Path

import streamlit as st


def lay(sheet: Path) -> None:
    """Give a page the rules of a stylesheet; st.html given the path reads the file at each run."""
    st.html(_rules(sheet))


@cache
def _rules(sheet: Path) -> str:
    return f"<style>{sheet.read_text(encoding='utf-8')}</style>"
