"""A page in two parts: what it shows, and beside it what that is chosen and read by."""

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

SHOWN, BESIDE = "parts_shown", "parts_beside"


def shown_and_beside(
    narrow: Literal["before", "after", "phone_after"],
) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return the two parts, which the stylesheet sets beside each other where there is room.

    Args:
        narrow: Whether on a narrow screen the second stands before or after what is shown, or
            before it, but after it on a phone, whose first screen it would fill.
    """
    key = f"{BESIDE}_last" if narrow == "phone_after" else BESIDE
    with st.container(key="parts", gap="small"):
        if narrow == "after":
            return st.container(key=SHOWN), st.container(key=key)
        beside = st.container(key=key)
        return st.container(key=SHOWN), beside
