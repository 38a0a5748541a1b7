"""Draw a dossier's pictures into a folder: what the `build.py` of each dossier's images does."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from facts import Facts
from sheet import Sheet

from dash.dossier.loaders import load_dossier

LARGEST = 150_000


def draw_gallery(
    here: Path, drawings: Mapping[str, Callable[[Facts], Sheet]], description: str
) -> None:
    """Draw every picture into a folder, as the command line says.

    Args:
        here: The folder of the pictures, in that of their dossier.
        drawings: What draws each, by the name of its file.
        description: What `--help` says.

    Raises:
        SystemExit: Words overlap or leave the sheet, or a file is too large.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--dossier", type=Path, default=here.parent, help="the tables to read")
    parser.add_argument("--into", type=Path, default=here, help="where to write")
    parser.add_argument("--only", choices=drawings, help="draw a single picture")
    given = parser.parse_args()
    facts = Facts(load_dossier(given.dossier))
    words: dict[str, list[str]] = {}
    faults: list[str] = []
    for name, draw in drawings.items():
        if given.only not in (None, name):
            continue
        sheet = draw(facts)
        content = sheet.webp()
        faults += [f"{name}: {fault}" for fault in sheet.faults]
        if len(content) > LARGEST:
            faults.append(f"{name}: {len(content)} bytes, more than {LARGEST}")
        (given.into / name).write_bytes(content)
        words[name] = sheet.words
        print(f"{name}: {len(content) // 1000} kB")
    if given.only is None:
        text = json.dumps(words, ensure_ascii=False, indent=1)
        (given.into / "words.json").write_text(text + "\n", encoding="utf-8")
    if faults:
        raise SystemExit("\n".join(faults))
