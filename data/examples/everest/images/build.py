"""Draw the pictures of this folder from the tables beside it.

    uv run --group images python data/examples/everest/images/build.py

Paper, types and the look-up of records are those of data/images. Writes one WebP file a slide,
which is committed, and `words.json` with every word on each. A test draws them again and compares.
Nothing of this is needed when the dashboard runs.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "images"))

from facts import Facts  # noqa: E402
from summit import DRAWINGS  # noqa: E402

from dash.dossier.loaders import load_dossier  # noqa: E402


def main() -> None:
    """Draw every picture into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dossier", type=Path, default=HERE.parent, help="the tables to read")
    parser.add_argument("--into", type=Path, default=HERE, help="where to write")
    parser.add_argument("--only", choices=DRAWINGS, help="draw a single picture")
    given = parser.parse_args()
    facts = Facts(load_dossier(given.dossier))
    words: dict[str, list[str]] = {}
    faults: list[str] = []
    for name, draw in DRAWINGS.items():
        if given.only not in (None, name):
            continue
        sheet = draw(facts)
        content = sheet.webp()
        faults += [f"{name}: {fault}" for fault in sheet.faults]
        (given.into / name).write_bytes(content)
        words[name] = sheet.words
        print(f"{name}: {len(content) // 1000} kB")
    if given.only is None:
        text = json.dumps(words, ensure_ascii=False, indent=1)
        (given.into / "words.json").write_text(text + "\n", encoding="utf-8")
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
