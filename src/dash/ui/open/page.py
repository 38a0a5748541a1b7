"""A dossier of a visitor's own: what to send, what came of checking it, and one to start from."""

from collections.abc import Iterable, Sequence

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dash.beginning.folders import packed_example
from dash.checking.limits import LARGEST_UPLOAD, MOST_ROWS
from dash.checking.report import Report
from dash.counting import count_of
from dash.markdown import escape
from dash.site import HOME
from dash.ui import frame, uploads
from dash.ui.faults import list_problems
from dash.ui.links import switch_to
from dash.ui.shelf import Upload
from dash.wording import NO_PROBLEMS

PARQUET = ".parquet"
MOST_NAMES = 12
LONGEST_NAME = 80
EXAMPLE = "paper-giant.zip"


def offer_opening() -> None:
    """Ask for a dossier, or show what came of checking the one that was sent."""
    if not uploads.is_open():
        st.info(
            "This server shows its own dossier only: whoever runs it has switched this off. On a "
            "computer of yours, `pip install dossier-dash` and `python -m dash serve FOLDER` show "
            "any dossier.",
            icon=":material/lock:",
        )
        return
    st.markdown(
        "All pages of this site can show a story of yours. Its dossier is checked first, with the "
        "same report as `python -m dash check` gives.",
        width=720,
    )
    if (checked := uploads.pending()) is not None:
        _report(checked, shown=False)
    else:
        _ask()
        if (opened := uploads.shown()) is not None:
            _report(opened, shown=True)
    frame.small(
        ":material/visibility_lock: Only you see it, and nothing is kept: its files lie in a "
        "temporary folder of this server while this tab is open, and are deleted when you close "
        "the dossier, reload the page or leave."
    )


def _ask() -> None:
    """Ask for files; what comes is checked at once, and the files are let go of."""
    state = uploads.own()
    if state.refused is not None:
        st.error(escape(state.refused), icon=":material/error:")
    # Without `type`: its list of endings is cut off on a phone, whose picker then offers no .toml.
    given = st.file_uploader(
        "A zip of the folder; or `dossier.toml` with a workbook (.xlsx, .ods) or with tables as "
        "CSV, and its pictures",
        accept_multiple_files=True,
        key=f"open_files_{state.turn}",
    )
    frame.small(f"At most {LARGEST_UPLOAD // 1_000_000} MB and {MOST_ROWS:,} rows of tables.")
    if given:
        with st.spinner("Unpacking and checking…", show_time=True):
            uploads.take(_name_of(given), {file.name: file.getvalue() for file in given})
        _let_go(given)
        st.rerun()


def _name_of(files: Sequence[UploadedFile]) -> str:
    name = files[0].name if len(files) == 1 else count_of(len(files), "file")
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _let_go(files: Iterable[UploadedFile]) -> None:
    """Take the files out of the server's memory, where they would lie as long as the session."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        for file in files:
            context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def _report(upload: Upload, *, shown: bool) -> None:
    """Say what was found, and offer what can be done with it."""
    report = upload.report
    with st.container(border=True, key="open_report"):
        st.header(escape(upload.name), anchor=False)
        _tell_outcome(report)
        if not shown:
            _offer(report)
        if report.problems:
            list_problems(report.problems)
        _tell_tables(report)
        if hints := [f"- {escape(hint)}" for hint in report.hints]:
            st.markdown("**Hints**\n\n" + "\n".join(hints), width=720)
        _tell_left_aside(upload.left_aside)


def _tell_outcome(report: Report) -> None:
    count = len(report.problems)
    if not count:
        st.success(NO_PROBLEMS, icon=":material/check_circle:")
    elif report.can_be_shown:
        st.warning(
            f"{count_of(count, 'problem')}. What is sound can be shown: each page says what it "
            "leaves out.",
            icon=":material/warning:",
        )
    else:
        where, what = ("in", "it") if count == 1 else ("some of them in", "them")
        st.error(
            f"{count_of(count, 'problem')}, {where} what no page can do without: dossier.toml and "
            f"sources.csv. Correct {what}, and send the dossier again.",
            icon=":material/error:",
        )


def _offer(report: Report) -> None:
    with st.container(horizontal=True):
        says = "Show what is sound" if report.problems else "Show this dossier"
        if report.can_be_shown and st.button(says, icon=":material/visibility:", key="open_show"):
            uploads.show()
            switch_to(HOME)
        st.button(
            "Send another instead",
            icon=":material/refresh:",
            key="open_discard",
            on_click=uploads.discard,
        )


def _tell_tables(report: Report) -> None:
    rows = report.rows
    given = [f"{name} {count:,}" for name, count in rows.items() if count is not None]
    absent = [name for name, count in rows.items() if count is None]
    if given:
        frame.small(
            f"Rows: {', '.join(given)}." + (f" No file: {', '.join(absent)}." * bool(absent))
        )


def _tell_left_aside(names: Sequence[str]) -> None:
    recorded = [name for name in names if name.lower().endswith(PARQUET)]
    if recorded:
        frame.small(
            f"Recorded deaths ({count_of(len(recorded), 'Parquet file')}) are not opened here: "
            "`python -m dash serve` shows them with the folder."
        )
    if names := [name for name in names if name not in recorded]:
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        listed = ", ".join(name[:LONGEST_NAME] for name in names[:MOST_NAMES])
        frame.small(f"Left aside, since no page is drawn from them: {escape(listed)}{more}.")


def offer_example() -> None:
    """Offer a dossier to begin from: what `python -m dash new` writes."""
    st.header("Start from this one", anchor=False)
    st.markdown(
        "An invented story with a row of every kind, and a README that explains each. Unpack it, "
        "change it, pack the folder again, and open it here. `python -m dash new my-story` writes "
        "the same, or begins one from an article of yours.",
        width=720,
    )
    st.download_button(
        "Download the example (zip)",
        packed_example,
        file_name=EXAMPLE,
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="open_example",
    )
