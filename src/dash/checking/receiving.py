"""From what a visitor sends to a folder with its report, within bounds of time and memory."""

from collections.abc import Mapping
from pathlib import Path

from dash.checking.limits import UnfitUploadError
from dash.checking.measuring import require_small
from dash.checking.report import Report, check
from dash.checking.unpacking import Unpacked, unpack


def receive(sent: Mapping[str, bytes], folder: Path) -> tuple[Unpacked, Report]:
    """Unpack what was sent into an empty folder, and check it.

    Args:
        sent: The content of each file by its name.
        folder: The folder; what lies in it after an error is of no use.

    Raises:
        UnfitUploadError: It is too much, no dossier, or made to do harm.
    """
    unpacked = unpack(sent, folder)
    require_small(folder)
    report = check(folder)
    if report.dossier is None:
        raise UnfitUploadError(
            "There is no dossier among these files: neither dossier.toml nor a table such as "
            "sources.csv, nor a workbook."
        )
    return unpacked, report
