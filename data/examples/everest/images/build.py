"""Draw the pictures of this folder from the tables beside it.

    uv run --group images python data/examples/everest/images/build.py

Paper, types and the look-up of records are those of data/images. Writes one WebP file a slide,
which is committed, and `words.json` with every word on each. A test draws them again and compares.
Nothing of this is needed when the dashboard runs.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "images"))

from gallery import draw_gallery  # noqa: E402
from summit import DRAWINGS  # noqa: E402

if __name__ == "__main__":
    draw_gallery(HERE, DRAWINGS, __doc__.splitlines()[0])
