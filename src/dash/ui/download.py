"""Buttons that hand a table to the reader as a file."""

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
    st.download_button(
        label,
        lambda: csv_text(table).encode(),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{name}",
    )
