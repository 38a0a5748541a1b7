"""What goes wrong while a page, a fragment or a callback runs, told in its place."""

import logging
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ParamSpec, overload

import pandas as pd
import streamlit as st

from dash.counting import count_of
from dash.markdown import escape
from dash.schema.problems import DossierError, Problem
from dash.ui.data import folder_name
from dash.ui.turns import turns

LOG = logging.getLogger(__name__)
Arguments = ParamSpec("Arguments")
PAGE, PART = "This page", "This part of the page"


@contextmanager
def told(what: str = PART) -> Iterator[None]:
    """Show what goes wrong inside in its place, and go on after it; also a decorator: `@told()`.

    Args:
        what: What cannot be shown then.
    """
    try:
        yield
    except DossierError as error:
        _tell_problems(error, what)
    except Exception:  # noqa: BLE001 - whatever it is, it takes no page down
        _tell_unforeseen()


@overload
def fragment(function: Callable[Arguments, None]) -> Callable[Arguments, None]: ...


@overload
def fragment(
    *, key: str | None = None, run_every: float | None = None
) -> Callable[[Callable[Arguments, None]], Callable[Arguments, None]]: ...


def fragment(
    function: Callable[Arguments, None] | None = None,
    *,
    key: str | None = None,
    run_every: float | None = None,
) -> Any:
    """Make a function a fragment as `st.fragment` does; what goes wrong in it is told in it.

    A fragment that is run again by itself runs outside of the page's own care, and takes a turn
    of its own.
    """

    def made(function: Callable[Arguments, None]) -> Callable[Arguments, None]:
        return st.fragment(turns().take()(told()(function)), key=key, run_every=run_every)

    return made if function is None else made(function)


def open_dialog(title: str, function: Callable[[], None], on_dismiss: Callable[[], None]) -> None:
    """Open a window above the page as `st.dialog` does; what goes wrong in it is told in it."""
    show = st.dialog(title, width="medium", on_dismiss=on_dismiss)(told()(function))
    show()


def _tell_problems(error: DossierError, what: str) -> None:
    count = len(error.problems)
    st.error(
        f"{what} cannot be shown: {count} problem{'s' * (count > 1)} in the dossier's folder "
        f"{escape(folder_name())}. Correct the cells named below and reload the page; "
        "the other pages work as far as their own tables are sound.",
        icon=":material/error:",
    )
    list_problems(error.problems)


def list_problems(problems: Sequence[Problem]) -> None:
    """Show problems as a table: where each is, what was found, and what belongs there."""
    rows = [
        {
            "File": problem.place,
            "Line": problem.line,
            "Column": problem.column,
            "Found": problem.value,
            "Expected": problem.in_full,
        }
        for problem in problems
    ]
    st.dataframe(
        pd.DataFrame(rows).convert_dtypes(),
        hide_index=True,
        width="stretch",
        alt=f"Table of {count_of(len(rows), 'problem')} with file, line, column, what was found "
        "and expected.",
    )


def _tell_unforeseen() -> None:
    """Show a number to ask about; the server's log has the trace under it."""
    number = secrets.token_hex(3)
    LOG.exception("Unforeseen error %s", number)
    st.error(
        f"Something went wrong here that nobody foresaw: error {number}. Reload the page, or go on "
        "to another. Whoever runs this server finds what happened under this number in its log.",
        icon=":material/error:",
    )
