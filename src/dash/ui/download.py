"""Buttons that hand a table to the reader as a file."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dash.export import csv_text


def csv_button(table: pd.DataFrame, name: str, label: str = "Download this table (CSV)") -> None:
    """Draw a button that downloads a table; the file is written only when it is asked for.

    Args:
        table: What to download.
        name: The file's name without its ending; also the widget's key.
        label: What the button says.
    """
    file_button(lambda: csv_text(table), f"{name}.csv", "text/csv", label)


def file_button(
    write: Callable[[], str | bytes], file_name: str, mime: str, label: str, key: str = ""
) -> None:
    """Draw a button that downloads a file; it is written only when it is asked for.

    Args:
        write: Returns the file's content; a text is sent in UTF-8.
        file_name: The file's name; also the widget's key, where none is given.
        mime: The kind of file, as in an HTTP header.
        label: What the button says.
        key: The widget's key.
    """
    st.download_button(
        label,
        lambda: _bytes(write()),
        file_name=file_name,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=key or f"download_{file_name}",
    )


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
